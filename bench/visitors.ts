import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { answerParent } from "./child.ts";
import type { Inhabitant } from "./population.ts";

/** Virtual persons, each behind an address of their own, in a process of their own. */

export type SignInsAsked = { port: number; people: Inhabitant[]; connections: number; seconds: number };
export type SignInsDone = { perSecond: number; statuses: Record<number, number> };
export type TimesAsked = { sides: { port: number; people: Inhabitant[] }[] };
/** `milliseconds` by side, in order. */
export type TimesDone = { milliseconds: number[][]; statuses: Record<number, number> };
export type HomesAsked = { port: number; cookies: string[]; perSecond: number; seconds: number };
export type HomesDone = { milliseconds: number[]; statuses: Record<number, number> };

let agent = new Agent({ keepAlive: true });

/** Each phase opens its own connections: those left idle between two may be closed just when they are used again. */
const onNewConnections =
  <Asked, Done>(phase: (asked: Asked) => Promise<Done>) =>
  (asked: Asked) => {
    agent.destroy();
    agent = new Agent({ keepAlive: true });
    return phase(asked);
  };

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

function send(
  port: number,
  path: string,
  options: { method?: string; headers?: OutgoingHttpHeaders; body?: string } = {},
): Promise<Answer> {
  const { method = "GET", headers, body = "" } = options;
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        agent,
        port,
        host: "127.0.0.1",
        path,
        method,
        headers: { host: "caf.localhost", ...headers, "content-length": Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

const cookieOf = (answer: Answer, name: string): string | undefined =>
  answer.headers["set-cookie"]?.find((one) => one.startsWith(`${name}=`))?.split(";")[0];

/** The form's token and the cookie it goes with. */
async function openForm(port: number) {
  const form = await send(port, "/sessions/new");
  const csrf = /name="csrf" value="([^"]+)"/.exec(form.body)?.[1];
  const cookie = cookieOf(form, "__Host-csrf");
  if (!csrf || !cookie) throw new Error(`The sign-in page has no token (status ${form.status})`);
  return { csrf, cookie };
}

type Form = Awaited<ReturnType<typeof openForm>>;

function signIn(port: number, { csrf, cookie }: Form, { identifier, password, address }: Inhabitant) {
  const body = new URLSearchParams({ csrf, next: "/home", identifier, password }).toString();
  return send(port, "/sessions", {
    method: "POST",
    headers: {
      cookie,
      "x-forwarded-for": address,
      "content-type": "application/x-www-form-urlencoded",
    },
    body,
  });
}

/** Signs each person in and answers the cookies of their sessions. */
async function openSessions({ port, people }: { port: number; people: Inhabitant[] }): Promise<string[]> {
  const form = await openForm(port);
  const cookies: string[] = [];
  for (const person of people) {
    const answer = await signIn(port, form, person);
    const session = cookieOf(answer, "__Host-session");
    if (!session) throw new Error(`A sign-in was answered ${answer.status}`);
    cookies.push(`${session}; ${form.cookie}`);
  }
  return cookies;
}

/** As many sign-ins as are answered within `seconds`, `connections` at a time, one after the other through `people`. */
async function signIns({ port, people, connections, seconds }: SignInsAsked): Promise<SignInsDone> {
  const form = await openForm(port);
  const statuses: Record<number, number> = {};
  const from = performance.now();
  const until = from + seconds * 1000;
  let next = 0;
  let signedIn = 0;
  const visit = async () => {
    while (performance.now() < until) {
      const person = people[next++];
      if (!person) throw new Error("There are too few people for so many sign-ins");
      const answer = await signIn(port, form, person);
      if (performance.now() > until) break;
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (answer.status === 303 && cookieOf(answer, "__Host-session")) signedIn += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, visit));
  return { perSecond: signedIn / seconds, statuses };
}

/** Signs in one person after the other, the sides taking turns; how long each took. */
async function signInTimes({ sides }: TimesAsked): Promise<TimesDone> {
  const statuses: Record<number, number> = {};
  const milliseconds = sides.map((): number[] => []);
  const forms = await Promise.all(sides.map(({ port }) => openForm(port)));
  const count = Math.min(...sides.map(({ people }) => people.length));
  for (let n = 0; n < count; n++)
    for (const [index, { port, people }] of sides.entries()) {
      const from = performance.now();
      const { status } = await signIn(port, forms[index] as Form, people[n] as Inhabitant);
      milliseconds[index]?.push(performance.now() - from);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  return { milliseconds, statuses };
}

/** Asks for home pages at a fixed rate, however long the answers take, as browsers do: compressed. */
async function homes({ port, cookies, perSecond, seconds }: HomesAsked): Promise<HomesDone> {
  const milliseconds: number[] = [];
  const statuses: Record<number, number> = {};
  const visit = async (cookie: string) => {
    const from = performance.now();
    const { status } = await send(port, "/home", { headers: { cookie, "accept-encoding": "gzip, br" } });
    milliseconds.push(performance.now() - from);
    statuses[status] = (statuses[status] ?? 0) + 1;
  };
  const visits: Promise<void>[] = [];
  const from = performance.now();
  for (let count = 0; count < perSecond * seconds; count++) {
    await until(from + (count * 1000) / perSecond);
    visits.push(visit(cookies[count % cookies.length] as string));
  }
  await Promise.all(visits);
  return { milliseconds, statuses };
}

/** One home page, uncompressed. */
async function home({ port, cookie }: { port: number; cookie: string }): Promise<string> {
  const { status, body } = await send(port, "/home", { headers: { cookie } });
  if (status !== 200) throw new Error(`The home page was answered ${status}`);
  return body;
}

const until = (moment: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())));

answerParent({
  openSessions: onNewConnections(openSessions),
  signIns: onNewConnections(signIns),
  signInTimes: onNewConnections(signInTimes),
  homes: onNewConnections(homes),
  home: onNewConnections(home),
});
