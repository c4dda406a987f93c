import { hostOf, isLoopback } from "../host.ts";
import { type Undelivered, undelivered } from "../undelivered.ts";
import { plainWhereCheaper } from "./gsm7.ts";
import { refuseMalformed, type SmsLine } from "./sms.ts";

/** Milliseconds until an unanswered post is given up. */
const patience = 5_000;

/** 4xx answers that do not blame the message: our token is not accepted, too slow, too many at once. */
const notTheMessagesFault: readonly number[] = [401, 407, 408, 425, 429];

/**
 * Sends SMS by posting `{ id, from, to, text }` as JSON; the gateway answers 2xx with `{ "id": "its own id" }`.
 * The URL's password goes as a bearer token. `Idempotency-Key` bears the id: a second post of it is the same
 * message (REL-02). Throws on plain `http://` beyond the machine itself: codes and the token would be readable.
 * The text is sent in the cheaper of its two spellings: the gateway may charge by what it gets.
 */
export function smsByHttp(url: URL, sender: string): SmsLine {
  if (url.protocol === "http:" && !isLoopback(hostOf(url))) {
    throw new Error("An SMS gateway on another machine is reached by https://.");
  }
  const token = decodeURIComponent(url.password);
  const address = new URL(url);
  address.username = "";
  address.password = "";

  return {
    async send(sms) {
      refuseMalformed(sms);
      const answer = await fetch(address, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          accept: "application/json",
          "idempotency-key": sms.id,
          ...(token !== "" && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ id: sms.id, from: sender, to: sms.to, text: plainWhereCheaper(sms.text) }),
        // A redirection would hand the token and the code to somebody else.
        redirect: "error",
        signal: AbortSignal.timeout(patience),
      }).catch((cause: unknown) => {
        throw unreachable(cause);
      });
      if (!answer.ok) {
        await answer.body?.cancel();
        throw refusal(answer.status);
      }
      return { gatewayId: await idIn(answer) };
    },
    async close() {},
  };
}

function unreachable(cause: unknown): Undelivered {
  return cause instanceof Error && cause.name === "TimeoutError"
    ? undelivered("The SMS gateway did not answer in time.", "ETIMEDOUT", false)
    : undelivered("The SMS gateway could not be reached.", "ECONNECTION", false);
}

function refusal(status: number): Undelivered {
  const permanent = status >= 400 && status < 500 && !notTheMessagesFault.includes(status);
  return undelivered(`The SMS gateway answered ${status}.`, `HTTP_${status}`, permanent);
}

/** Without an id the message may have left or not: asking again with the same key is safe. */
async function idIn(answer: Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => undefined);
  if (typeof body === "object" && body !== null && "id" in body && typeof body.id === "string")
    return body.id;
  throw undelivered("The SMS gateway answered without an id.", "EPROTOCOL", false);
}
