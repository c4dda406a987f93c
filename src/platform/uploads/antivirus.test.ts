import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { askClamd } from "./antivirus.ts";

/** The file every antivirus knows, harmless: it is put together here so that none takes this test away. */
const eicar = Buffer.from(
  ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(""),
);

type Answer = (file: Buffer, socket: Socket) => void;

/** clamd as its manual says it speaks: `zINSTREAM\0`, lengths and bytes until a length of zero, one line and a zero byte. */
async function fakeClamd(t: TestContext, answer: Answer, path?: string) {
  const received: Buffer[] = [];
  const server = createServer((socket) => {
    let read = Buffer.alloc(0);
    socket.on("error", () => {});
    socket.on("data", (bytes: Buffer) => {
      read = Buffer.concat([read, bytes]);
      const file = fileIn(read);
      if (!file) return;
      received.push(file);
      answer(file, socket);
    });
  });
  await new Promise<void>((resolve) =>
    path ? server.listen(path, resolve) : server.listen(0, "127.0.0.1", resolve),
  );
  t.after(() => server.close());
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const reported: string[] = [];
  const ask = (milliseconds?: number) =>
    askClamd(
      path ? { path } : { host: "127.0.0.1", port },
      (error) => reported.push(error.message),
      milliseconds,
    );
  return { ask, received, reported, server };
}

function fileIn(read: Buffer): Buffer | undefined {
  const command = "zINSTREAM\0";
  if (read.length < command.length) return undefined;
  assert.equal(read.subarray(0, command.length).toString(), command);
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= read.length; ) {
    const length = read.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    if (at + 4 + length > read.length) return undefined;
    chunks.push(read.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

const scanning: Answer = (file, socket) =>
  socket.end(file.includes("EICAR") ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");

test("SEC-13 clamd gets the whole file and its verdict is taken", async (t) => {
  const clamd = await fakeClamd(t, scanning);
  const photo = Buffer.alloc(3 * 1024 * 1024, "photo");
  assert.deepEqual(await Promise.all([photo, eicar].map(clamd.ask())), ["clean", "infected"]);
  assert.deepEqual(
    clamd.received.map(({ length }) => length).sort((a, b) => a - b),
    [eicar.length, photo.length],
  );
  assert.deepEqual(clamd.reported, []);
});

test("SEC-13 clamd may listen on a socket of the machine", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "foyer-clamd-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const clamd = await fakeClamd(t, scanning, join(folder, "clamd.ctl"));
  assert.equal(await clamd.ask()(eicar), "infected");
});

test("SEC-13 silence is no verdict, and is not waited for longer than said", async (t) => {
  const clamd = await fakeClamd(t, () => {});
  const start = performance.now();
  assert.equal(await clamd.ask(200)(eicar), "no answer");
  const took = performance.now() - start;
  assert.ok(took >= 195 && took < 1500, `${took} ms`);
  assert.match(clamd.reported[0] ?? "", /too late/);
});

test("SEC-13 nobody listening is no verdict", async (t) => {
  const clamd = await fakeClamd(t, scanning);
  await new Promise((resolve) => clamd.server.close(resolve));
  assert.equal(await clamd.ask()(eicar), "no answer");
  assert.match(clamd.reported[0] ?? "", /ECONNREFUSED/);
});

const strange: Record<string, Answer> = {
  "an error": (_, socket) => socket.end("INSTREAM size limit exceeded. ERROR\0"),
  "a web server": (_, socket) => socket.end("HTTP/1.1 503 Service Unavailable\r\n\r\nstream: OK\0"),
  "half an answer": (_, socket) => socket.end("stream: OK"),
  "nothing before hanging up": (_, socket) => socket.end(),
  "a broken line": (_, socket) => socket.resetAndDestroy(),
  "words without end": (_, socket) => socket.write("x".repeat(5000)),
  "another command's answer": (_, socket) => socket.end("PONG\0"),
};
for (const [kind, answer] of Object.entries(strange)) {
  test(`SEC-13 ${kind} is no verdict`, async (t) => {
    const clamd = await fakeClamd(t, answer);
    assert.equal(await clamd.ask(2000)(Buffer.from("photo")), "no answer");
    assert.equal(clamd.reported.length, 1, "the operator is told once");
  });
}
