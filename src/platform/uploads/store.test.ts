import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { dump, shows } from "../../../test/demo.ts";
import { type TestWorld, testWorld } from "../../../test/world.ts";
import { sha256 } from "../crypto.ts";
import { inTransaction } from "../database.ts";
import { buildServer } from "../http/server.ts";
import { newId } from "../ids.ts";
import { answerFile } from "./download.ts";
import { judgeUploads, type SafeFile } from "./judge.ts";
import { dropFiles, findFiles, keepFile, openFile } from "./store.ts";

let world: TestWorld;
before(async () => {
  world = await testWorld();
});
after(() => world.close());

/** A PDF small enough to be looked for in a dump. */
const bytes = Buffer.from("%PDF-1.4\n% piece d'identite de Awa Diallo\n%%EOF");

async function safeFile(name = "recto.pdf"): Promise<SafeFile> {
  const received = { field: "front", name, declared: "application/pdf", bytes, tooLarge: false };
  const judged = await judgeUploads(world.antivirus, [received]);
  assert.ok("safe" in judged && judged.safe[0]);
  return judged.safe[0];
}

const keep = async (subject: string, name?: string) => {
  const file = await safeFile(name);
  return inTransaction(world.db, (tx) => keepFile(tx, world.keys.uploads, subject, file, world.clock()));
};

const open = (subject: string, fileId: string, key = world.keys.uploads) =>
  openFile(world.db, key, subject, fileId);

test("SEC-13 a file is read back as it was sent, by its subject alone", async () => {
  const [mine, other] = [newId(), newId()];
  const kept = await keep(mine, "carte d’identité.pdf");
  assert.deepEqual(await open(mine, kept.fileId), { name: "carte d’identité.pdf", kind: "pdf", bytes });
  assert.equal(await open(other, kept.fileId), undefined);
  assert.equal(await open(mine, newId()), undefined);
  assert.deepEqual(await findFiles(world.db, mine), [kept]);
  assert.deepEqual(await findFiles(world.db, other), []);
  const { name, kind, size, receivedAt } = kept;
  assert.deepEqual(
    { name, kind, size, receivedAt, digest: kept.sha256 },
    {
      name: "carte d’identité.pdf",
      kind: "pdf",
      size: bytes.length,
      receivedAt: world.clock(),
      digest: sha256(bytes),
    },
  );
});

test("SEC-13 a stolen copy of the database shows nothing of the file; another key does not open it", async () => {
  const subject = newId();
  const { fileId } = await keep(subject);
  const dumped = await dump(world);
  assert.ok(dumped.includes(fileId));
  assert.ok(!shows(dumped, "piece d'identite"));
  await assert.rejects(open(subject, fileId, world.keys.input));
});

test("SEC-13 sealed bytes moved to another subject or another file do not open", async () => {
  const [mine, other] = [newId(), newId()];
  const [first, second] = [await keep(mine), await keep(mine)];
  await sql`update uploads.file set subject = ${other} where file_id = ${first.fileId}`.execute(world.db);
  await assert.rejects(open(other, first.fileId));
  await sql`update uploads.file set sealed = (select sealed from uploads.file where file_id = ${first.fileId})
    where file_id = ${second.fileId}`.execute(world.db);
  await assert.rejects(open(mine, second.fileId));
});

test("SEC-13 files of a subject are removed all at once, and nobody else's; their hashes are left to tell", async () => {
  const [mine, other] = [newId(), newId()];
  const kept = [await keep(mine), await keep(mine)];
  const hers = await keep(other);
  const gone = await inTransaction(world.db, (tx) => dropFiles(tx, mine));
  assert.deepEqual(gone.map(({ fileId }) => fileId).sort(), kept.map(({ fileId }) => fileId).sort());
  for (const one of gone) assert.deepEqual(one.sha256, sha256(bytes));
  assert.deepEqual(await findFiles(world.db, mine), []);
  assert.equal((await open(other, hers.fileId))?.kind, "pdf");
  assert.deepEqual(await inTransaction(world.db, (tx) => dropFiles(tx, mine)), []);
});

test("SEC-13 a file of the largest size is kept and read back within the time of a statement", async () => {
  const large = { ...(await safeFile()), bytes: Buffer.alloc(10 * 1024 * 1024, "x") } as SafeFile;
  const subject = newId();
  const { fileId } = await inTransaction(world.db, (tx) =>
    keepFile(tx, world.keys.uploads, subject, large, world.clock()),
  );
  assert.equal((await open(subject, fileId))?.bytes.length, large.bytes.length);
});

test("SEC-13 a file is answered to be saved, under its own name, and harmless to who shows it", async () => {
  const app = await buildServer({ production: true, trustProxy: false, log: { write: () => {} } });
  app.get("/file", (_request, reply) =>
    answerFile(reply, { name: 'été "d’Awa" (1).pdf', kind: "pdf", bytes }),
  );
  const { headers, rawPayload, statusCode } = await app.inject({ method: "GET", url: "/file" });
  assert.equal(statusCode, 200);
  assert.deepEqual(rawPayload, bytes);
  const { "content-type": type, "content-disposition": disposition } = headers;
  assert.equal(type, "application/pdf");
  assert.equal(
    disposition,
    `attachment; filename="ete _d_Awa_ (1).pdf"; filename*=UTF-8''%C3%A9t%C3%A9%20%22d%E2%80%99Awa%22%20%281%29.pdf`,
  );
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.equal(headers["content-security-policy"], "sandbox; default-src 'none'");
  assert.equal(headers["cache-control"], "no-store");
  await app.close();
});
