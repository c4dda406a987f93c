import assert from "node:assert/strict";
import { request as ask } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { z } from "zod";
import { type App, buildServer } from "../http/server.ts";

const MB = 1024 * 1024;

type Waiting = { release: () => void; waits: Promise<void> };
const gate = (): Waiting => {
  let release = () => {};
  const waits = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { release, waits };
};

let app: App;
let at = "";
let csrf = "";
let cookie = "";
let held = gate();

/** A real server with a form for files, one that holds its answer, one without files. */
before(async () => {
  app = await buildServer({ production: false, trustProxy: "loopback", log: { write: () => {} } });
  app.get("/form", async (_request, reply) => ({ csrf: reply.generateCsrf() }));
  const body = z.object({ name: z.union([z.string(), z.array(z.string())]).optional() });
  app.post("/files", { config: { uploads: ["front", "back"] }, schema: { body } }, async (request) => ({
    name: request.body.name,
    timeout: request.routeOptions.handlerTimeout,
    files: request.uploads?.map(({ bytes, ...file }) => ({ ...file, size: bytes.length })),
  }));
  app.post("/held", { config: { uploads: ["front"] } }, async () => {
    await held.waits;
    return {};
  });
  app.post("/plain", async () => ({}));
  await app.listen({ port: 0, host: "127.0.0.1" });
  at = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const answer = await fetch(`${at}/form`);
  csrf = ((await answer.json()) as { csrf: string }).csrf;
  cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
});
after(() => app.close());

type Part = [name: string, value: string | Blob, filename?: string];

const photo = (size: number, type = "image/png") => new Blob([Buffer.alloc(size, "x")], { type });

let last = 0;
/** Somebody of an address of their own sends a form. */
async function send(path: string, parts: Part[], { from = `198.18.1.${++last}`, token = csrf } = {}) {
  const form = new FormData();
  if (token) form.append("csrf", token);
  for (const [name, value, filename] of parts)
    typeof value === "string" ? form.append(name, value) : form.append(name, value, filename);
  const headers = { cookie, "x-forwarded-for": from };
  const answer = await fetch(at + path, { method: "POST", body: form, headers });
  return { status: answer.status, answer: (await answer.json()) as Record<string, unknown> };
}

/** Sends bytes of one's own making. */
function sendRaw(path: string, payload: string | Buffer, contentType = "multipart/form-data; boundary=b") {
  return new Promise<number>((resolve, reject) => {
    const headers = {
      cookie,
      "content-type": contentType,
      "x-forwarded-for": `198.18.2.${++last}`,
      "x-csrf-token": csrf,
    };
    ask(at + path, { method: "POST", headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on("error", reject)
      .end(payload);
  });
}

describe("SEC-13 a form with files", () => {
  test("gives its fields and its files, in fields it is meant to have", async () => {
    const { status, answer } = await send("/files", [
      ["name", "Awa"],
      ["front", photo(10), "recto.png"],
      ["back", photo(20, "Application/PDF"), "verso.pdf"],
      ["elsewhere", photo(30), "autre.png"],
    ]);
    assert.equal(status, 200);
    assert.equal(answer.name, "Awa");
    assert.deepEqual(answer.files, [
      { field: "front", name: "recto.png", declared: "image/png", tooLarge: false, size: 10 },
      { field: "back", name: "verso.pdf", declared: "application/pdf", tooLarge: false, size: 20 },
    ]);
    assert.equal(answer.timeout, 280_000, "a slow line has time");
  });

  test("may leave its fields for files empty, and name a field twice", async () => {
    const { answer } = await send("/files", [
      ["name", "Awa"],
      ["name", "Diallo"],
      ["front", new Blob([]), ""],
    ]);
    assert.deepEqual(answer, { name: ["Awa", "Diallo"], timeout: 280_000, files: [] });
  });

  test("takes 10 MB to the byte, and says of one more that it is too large without keeping it", async () => {
    const { answer } = await send("/files", [
      ["front", photo(10 * MB), "juste.png"],
      ["back", photo(10 * MB + 1), "trop.png"],
      ["name", "after the files"],
    ]);
    const files = answer.files as { size: number; tooLarge: boolean }[];
    assert.deepEqual(
      files.map(({ size, tooLarge }) => [size, tooLarge]),
      [
        [10 * MB, false],
        [0, true],
      ],
    );
    assert.equal(answer.name, "after the files");
  });

  test("gives at most one file more than allowed, for the person to be told", async () => {
    const { answer } = await send(
      "/files",
      Array.from({ length: 9 }, (_, n): Part => ["front", photo(1), `${n}.png`]),
    );
    assert.equal((answer.files as unknown[]).length, 6);
  });
});

describe("SEC-15 a form with files", () => {
  test("needs the token, as any form", async () => {
    assert.equal((await send("/files", [["front", photo(1), "a.png"]], { token: "" })).status, 403);
    assert.equal((await send("/files", [["front", photo(1), "a.png"]], { token: "faux" })).status, 403);
  });

  test("that comes with the token in a file is refused", async () => {
    const parts: Part[] = [["csrf", new Blob([csrf]), "csrf"]];
    assert.equal((await send("/files", parts, { token: "" })).status, 403);
  });
});

describe("SEC-13 what is not such a form is refused before it costs anything", () => {
  test("files sent to a route that takes none", async () => {
    assert.equal((await send("/plain", [["front", photo(1), "a.png"]])).status, 415);
  });

  test("a request longer than five files by far", async () => {
    const answer = await fetch(`${at}/files`, {
      method: "POST",
      headers: { cookie, "content-type": "multipart/form-data; boundary=b" },
      body: Buffer.alloc(65 * MB),
    }).then(
      ({ status }) => status,
      () => "hung up",
    );
    assert.ok(answer === 413 || answer === "hung up", `${answer}`);
  });

  test("forms that break off, have no boundary, or are full of fields", async () => {
    const head = '--b\r\ncontent-disposition: form-data; name="front"; filename="a.png"\r\n\r\nxxxx';
    assert.equal(await sendRaw("/files", head), 400, "broken off");
    assert.equal(await sendRaw("/files", "xxxx"), 400, "no parts");
    assert.equal(await sendRaw("/files", head, "multipart/form-data"), 400, "no boundary");
    const field = (name: string, text = "x") =>
      `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
    assert.equal(await sendRaw("/files", `${field("name").repeat(200)}--b--\r\n`), 413, "too many fields");
    assert.equal(
      await sendRaw("/files", `${field("name", "x".repeat(70_000))}--b--\r\n`),
      413,
      "a long field",
    );
    assert.equal(await sendRaw("/files", `${field("__proto__")}--b--\r\n`), 400, "a field that would poison");
    assert.equal((await send("/files", [["name", "still standing"]])).status, 200);
  });
});

test("SEC-13 four forms at once from one address, and the fifth waits; others are served", async () => {
  held = gate();
  const from = "198.18.3.1";
  const one = (): Promise<{ status: number }> => send("/held", [["front", photo(10), "a.png"]], { from });
  const four = [one(), one(), one(), one()];
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.equal((await one()).status, 429);
  assert.equal((await send("/files", [["name", "autre"]])).status, 200);
  held.release();
  assert.deepEqual(
    (await Promise.all(four)).map(({ status }) => status),
    [200, 200, 200, 200],
  );
  assert.equal((await one()).status, 200, "places are given back");
});

test("SEC-13 a form given up on the way gives its place back", async () => {
  const from = "198.18.3.2";
  const headers = {
    cookie,
    "content-type": "multipart/form-data; boundary=b",
    "content-length": "1000",
    "x-forwarded-for": from,
  };
  const leave = () =>
    new Promise<void>((resolve) => {
      const asking = ask(`${at}/files`, { method: "POST", headers }).on("error", () => resolve());
      asking.write('--b\r\ncontent-disposition: form-data; name="front"; filename="a.png"\r\n\r\nxxxx');
      setTimeout(() => asking.destroy(), 50);
    });
  await Promise.all([leave(), leave(), leave(), leave()]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal((await send("/files", [["name", "Awa"]], { from })).status, 200);
});

test("SEC-13 one address sends 60 forms with files in 10 minutes", async () => {
  const from = "198.18.3.3";
  for (let n = 0; n < 60; n++) assert.equal((await send("/files", [["name", "x"]], { from })).status, 200);
  assert.equal((await send("/files", [["name", "x"]], { from })).status, 429);
});
