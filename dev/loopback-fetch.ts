import { request as send } from "node:http";

/**
 * A `fetch` for development: names under localhost are this machine, as browsers hold, whatever its resolver knows.
 * Plain HTTP only; anything else goes the usual way.
 */
export async function loopbackFetch(
  input: string | URL | Request,
  init: RequestInit = {},
): Promise<Response> {
  const asked = new Request(input, init);
  const url = new URL(asked.url);
  if (url.protocol !== "http:" || !/(^|\.)localhost$/.test(url.hostname)) return fetch(asked);
  const body = Buffer.from(await asked.arrayBuffer());
  return new Promise((resolve, reject) => {
    const headers = { ...Object.fromEntries(asked.headers), host: url.host, "content-length": body.length };
    const options = { host: "127.0.0.1", port: url.port, path: url.pathname + url.search, headers };
    const sent = send({ ...options, method: asked.method, signal: asked.signal }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        const status = answer.statusCode ?? 500;
        const told = new Headers(
          Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
            values.map((value): [string, string] => [name, value]),
          ),
        );
        resolve(
          new Response([204, 304].includes(status) ? null : Buffer.concat(parts), { status, headers: told }),
        );
      });
      answer.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
