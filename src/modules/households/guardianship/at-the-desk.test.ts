import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { camille, type DemoWorld, demoWorld, lucien, ownPassword, signedIn } from "../../../../test/demo.ts";
import { enterDesk, newAgent } from "../../../../test/desk.ts";
import { type Browser, settle, type TestSite, testSite } from "../../../../test/site.ts";
import type { Received } from "../../../platform/uploads/receive.ts";
import { enterSpace } from "../spaces/spaces.ts";
import { answerDeposit, depositMeasure, sendDocuments } from "./deposit.ts";

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  for (const who of [camille, lucien]) await settle(site.browser(), who);
  await sql`update identity.contact_point set verified_at = ${world.clock()}`.execute(world.db);
});
after(async () => {
  await site.close();
  await world.close();
});

test("MC-06 MC-09 SEC-08 two agents decide at the desk: one alone opens nothing, another's list shows what waits", async () => {
  const path = await deposited();
  const [first, second] = [await agent("G1"), await agent("G2")];
  const read = await first.open(path);
  assert.match(read.body, /Camille Susini/);
  assert.match(read.body, /Lucien Faure/);
  const elsewhere = await agent("G9", ["desk-agent"], "Brest");
  for (const seen of [
    await elsewhere.open(path),
    await elsewhere.post(path, { decision: "refuse", reason: "vu" }),
    await elsewhere.post(path, { decision: "validate", reason: "vu" }),
  ]) {
    assert.equal(seen.status, 403, "CP-21 another office reads and decides nothing");
    assert.doesNotMatch(seen.body, /Lucien Faure/);
  }
  const file = /href="(\/desk\/guardianships\/[^"]+\/files\/[^"]+)"/.exec(read.body)?.[1] ?? "";
  assert.equal((await first.open(file)).status, 200);
  assert.equal((await elsewhere.open(file)).status, 404);
  assert.equal((await first.post(path, { decision: "validate", reason: " " })).status, 422);
  assert.equal((await first.post(path, { reason: "vu" })).status, 422);
  assert.match(
    (await first.send(path, { decision: "validate", reason: "vu" })).body,
    /Votre accord est noté/,
  );
  assert.equal(
    (await first.post(path, { decision: "validate", reason: "vu" })).status,
    422,
    "not twice by one",
  );
  assert.equal(await enters(), false);
  assert.match(
    (await second.send(path, { decision: "validate", reason: "vu" })).body,
    /La décision est prise/,
  );
  assert.equal(await enters(), true);
  assert.equal((await second.open(path)).status, 404, "nothing waits any more");
});

test("SEC-08 the list and its documents open to desk agents alone", async () => {
  const person = site.browser();
  await person.signIn(camille, ownPassword);
  assert.notEqual((await person.open("/desk/guardianships")).path, "/desk/guardianships");
  const officer = await agent("G3", ["data-protection-officer"]);
  assert.equal((await officer.open("/desk/guardianships")).status, 403);
});

async function agent(staffNumber: string, roles = ["desk-agent"], office = ""): Promise<Browser> {
  const browser = site.browser();
  await enterDesk(browser, world, await newAgent(world, { staffNumber, roles, office }));
  return browser;
}

const enters = async () =>
  !("refused" in (await enterSpace(world, await signedIn(world, camille, ownPassword), lucien.id)));

const pdf = (field: string): Received => ({
  field,
  name: `${field}.pdf`,
  declared: "application/pdf",
  bytes: Buffer.from(`%PDF-1.4\n% ${field}\n%%EOF`),
  tooLarge: false,
});

/** Camille deposits what names her for Lucien; where the desk reads it. */
async function deposited(): Promise<string> {
  const visitor = await signedIn(world, camille, ownPassword);
  await answerDeposit(world, visitor, "person", {
    identifier: lucien.identifier,
    "birth-name": "FAURE",
    "birth-day": "5",
    "birth-month": "9",
    "birth-year": "1951",
  });
  const since = { "from-day": "1", "from-month": "2", "from-year": "2026" };
  await answerDeposit(world, visitor, "measure", { kind: "representation", ...since });
  await sendDocuments(world, visitor, "decision", { typed: {}, received: [pdf("decision")] });
  const iban = "FR14 2004 1010 0505 0001 3M02 606";
  await sendDocuments(world, visitor, "bank", { typed: { iban }, received: [pdf("proof")] });
  assert.ok("caseNumber" in (await depositMeasure(world, visitor, { signed: true, language: "fr" })));
  const list = await (await agent("G0")).open("/desk/guardianships");
  const path = /href="(\/desk\/guardianships\/[0-9a-f-]{36})"/.exec(list.body)?.[1];
  assert.ok(path, list.title);
  return path;
}
