import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import type { Nir } from "../../law/credentials/nir.ts";
import type { Registered } from "./civil-registry.ts";
import { registryByHttp } from "./http.ts";

const number = "288117511900112" as Nir;
const person = {
  firstNames: "Rose",
  birthName: "Lefèvre",
  birthDate: "1988-11-03",
  sex: "F",
  birthCode: "75119",
} as const satisfies Registered;

type Asked = { method: string | undefined; headers: IncomingMessage["headers"]; body: string };

/** A register on this machine, which notes what it was asked. */
async function withRegistry(
  answer: (response: ServerResponse, nth: number) => void,
  work: (url: string, asked: Asked[]) => Promise<void>,
) {
  const asked: Asked[] = [];
  const listener: RequestListener = (request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      asked.push({ method: request.method, headers: request.headers, body });
      answer(response, asked.length);
    });
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/check`, asked);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

async function check(url: string) {
  const reported: string[] = [];
  const registry = registryByHttp({ url, token: "a token" }, (error) => reported.push(error.message));
  const start = performance.now();
  const answer = await registry.check(number, person);
  return { answer, reported, took: performance.now() - start };
}

const json = (response: ServerResponse, body: unknown, status = 200) =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

test("CP-12 the register is asked once, by a POST of JSON with the token, and its answer is given", async () => {
  for (const answer of ["match", "mismatch", "unknown"] as const) {
    await withRegistry(
      (response) => json(response, { answer }),
      async (url, asked) => {
        assert.deepEqual((await check(url)).answer, answer);
        assert.equal(asked.length, 1);
        assert.equal(asked[0]?.method, "POST");
        assert.equal(asked[0]?.headers.authorization, "Bearer a token");
        assert.match(asked[0]?.headers["content-type"] ?? "", /json/);
        assert.deepEqual(JSON.parse(asked[0]?.body ?? ""), { number, ...person });
      },
    );
  }
});

test("CP-12 a register in trouble for a moment is asked a second time", async () => {
  await withRegistry(
    (response, nth) => (nth === 1 ? json(response, {}, 503) : json(response, { answer: "match" })),
    async (url, asked) => {
      const { answer, reported } = await check(url);
      assert.deepEqual([answer, asked.length, reported], ["match", 2, []]);
    },
  );
  await withRegistry(
    (response, nth) => (nth === 1 ? response.destroy() : json(response, { answer: "mismatch" })),
    async (url) => assert.equal((await check(url)).answer, "mismatch"),
  );
});

test("CP-12 a register that stays silent answers unknown in less than two seconds", async () => {
  await withRegistry(
    () => {},
    async (url, asked) => {
      const { answer, reported, took } = await check(url);
      assert.deepEqual([answer, asked.length], ["unknown", 2]);
      assert.deepEqual(reported, ["The civil registry did not answer in time."]);
      assert.ok(took < 2000, `${took} ms`);
    },
  );
});

test("CP-12 a register that is not there answers unknown, and the operator is told nothing of the person", async () => {
  const { answer, reported } = await check("http://127.0.0.1:1/check");
  assert.equal(answer, "unknown");
  assert.deepEqual(reported, ["The civil registry could not be reached."]);
});

test("CP-12 refusals and nonsense answer unknown, and are not asked again", async () => {
  const nonsense: ((response: ServerResponse) => void)[] = [
    (response) => json(response, { error: "token" }, 401),
    (response) => json(response, { answer: "yes" }),
    (response) => json(response, "match"),
    (response) => response.end("<html>match</html>"),
    (response) => response.end("x".repeat(200_000)),
  ];
  for (const one of nonsense) {
    await withRegistry(one, async (url, asked) => {
      const { answer, reported } = await check(url);
      assert.deepEqual([answer, asked.length, reported.length], ["unknown", 1, 1]);
      assert.ok(!reported.join().includes(number));
    });
  }
});

test("SEC-09 the number is never handed to the address of a redirection", async () => {
  await withRegistry(
    (response) => json(response, { answer: "match" }),
    async (elsewhere, asked) => {
      await withRegistry(
        (response) => response.writeHead(307, { location: elsewhere }).end(),
        async (url) => assert.equal((await check(url)).answer, "unknown"),
      );
      assert.equal(asked.length, 0);
    },
  );
});

test("SEC-09 a register on another machine is reached by https alone", () => {
  assert.throws(
    () => registryByHttp({ url: "http://registre.exemple/check", token: "x" }, () => {}),
    /https/,
  );
  registryByHttp({ url: "https://registre.exemple/check", token: "x" }, () => {});
});
