import { hostOf, isLoopback } from "./host.ts";

/** `match`: what was told is so. `mismatch`: it is not. `unknown`: nobody could say now. */
export type RegisterAnswer = "match" | "mismatch" | "unknown";

/** Where a register answers, and how it is called in a fault: "civil registry". */
export type RegisterAt = { url: string; token: string; called: string };

/** Milliseconds for the first try and for the second: together they leave a page the time to answer (REL-03). */
const patience = [1000, 800] as const;

/** The register's answer is a few words; beyond, it is not one. */
const longestAnswer = 10_000;

/**
 * A register behind an HTTP address: a POST of what was told as JSON, with a bearer token, answered by
 * `{ "answer": "match" | "mismatch" | "unknown" }`. A try that fails is made once more; then the answer is `unknown`,
 * and `report` is told why, without anything of the person. Throws on plain `http://` beyond the machine itself.
 */
export function registerByHttp(
  { url, token, called }: RegisterAt,
  report: (error: Error) => void,
): (told: Record<string, string>) => Promise<RegisterAnswer> {
  const address = new URL(url);
  if (address.protocol === "http:" && !isLoopback(hostOf(address))) {
    throw new Error(`A ${called} on another machine is reached by https://.`);
  }
  return async (told) => {
    for (const [index, milliseconds] of patience.entries()) {
      const said = await ask(address, token, told, milliseconds).catch((error: Error) => error);
      if (typeof said === "string") return said;
      const last = index === patience.length - 1 || said.name === "Refused";
      if (last) report(Object.assign(new Error(`The ${called} ${said.message}.`), { name: said.name }));
      if (last) break;
    }
    return "unknown";
  };
}

async function ask(
  address: URL,
  token: string,
  told: Record<string, string>,
  milliseconds: number,
): Promise<RegisterAnswer> {
  const response = await fetch(address, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify(told),
    // A redirection would hand what was told and the token to somebody else.
    redirect: "error",
    signal: AbortSignal.timeout(milliseconds),
  }).catch((error: Error) => {
    throw failure("Away", error.name === "TimeoutError" ? "did not answer in time" : "could not be reached");
  });
  if (!response.ok) {
    await response.body?.cancel();
    // Asking again what was refused is of no use; a server in trouble may be out of it a moment later.
    throw failure(response.status < 500 ? "Refused" : "Away", `answered ${response.status}`);
  }
  const text = await readShort(response);
  const answer = answers.find((one) => one === answerIn(text));
  if (!answer) throw failure("Refused", "answered with something else than its three answers");
  return answer;
}

const answers = ["match", "mismatch", "unknown"] as const satisfies readonly RegisterAnswer[];

const failure = (name: "Away" | "Refused", what: string) => Object.assign(new Error(what), { name });

async function readShort(response: Response): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      if (text.length > longestAnswer) break;
    }
  } catch {
    throw failure("Away", "stopped answering");
  }
  return text;
}

function answerIn(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null && "answer" in body ? body.answer : undefined;
  } catch {
    return undefined;
  }
}
