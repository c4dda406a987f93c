import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { camille, type DemoWorld, demoWorld, julien, lucien, type Someone } from "../../../../test/demo.ts";
import { deskOf } from "../../../../test/desk.ts";
import { type Browser, type TestSite, testSite } from "../../../../test/site.ts";
import { seal } from "../../../platform/crypto.ts";
import { newId, newSupportNumber } from "../../../platform/ids.ts";
import type { SignedInAgent } from "../agent.ts";
import { readAgent } from "../sign-in/sign-in.ts";
import { guardianshipsFor } from "./guardianships.ts";

let world: DemoWorld;
let site: TestSite;
let dominique: SignedInAgent;
/** Works in Brest, and their browser. */
let alix: SignedInAgent;
let browser: Browser;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  const enter = deskOf(site, world, readAgent);
  dominique = (await enter({ staffNumber: "A1" })).agent;
  ({ agent: alix, browser } = await enter({ staffNumber: "A3", office: "Brest" }));
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

/** What Camille deposits about somebody, as her own pages leave it for the desk. */
async function deposited(who: Someone, birthName: string, birthDate: string, known = true): Promise<string> {
  const depositId = newId();
  const told = { identifier: { kind: "nir", value: who.identifier }, birthName, birthDate };
  const sealed = seal(world.keys.nir, JSON.stringify(told), depositId);
  await sql`insert into households.guardianship_deposit (guardian_person, deposit_id, case_number, told_key, kind,
      from_date, sealed, proof_id, deposited_at, language, statement, protected_person)
    values (${camille.id}, ${depositId}, ${newSupportNumber()}, ${randomBytes(32)}, 'representation', '2026-02-01',
      ${sealed}, ${newId()}, ${world.clock()}, 'fr', ${randomBytes(32)}, ${known ? who.id : null})`.execute(
    world.db,
  );
  return depositId;
}
const ofLucien = () => deposited(lucien, "Faure", "1951-09-05");
const seenBy = async (agent: SignedInAgent) =>
  (await guardianshipsFor(world, agent, 1)).waiting.map(({ depositId }) => depositId);
const moved = ({ fileNumber }: Someone) =>
  sql`update households.file set office = 'Brest' where file_number = ${fileNumber}`.execute(world.db);

test("CP-21 MC-06 a guardian’s name is on the list of the protected person’s office alone", async () => {
  const id = await ofLucien();
  assert.deepEqual(await seenBy(dominique), [id]);
  assert.deepEqual(await seenBy(alix), []);
  const listed = await browser.open("/desk/guardianships");
  assert.doesNotMatch(listed.body, /Susini/);
  assert.match((await browser.open("/desk")).body, /Mesures de protection<\/a> <strong>\(0\)/);
  await moved(lucien);
  assert.deepEqual(await seenBy(alix), [id]);
  assert.match((await browser.open("/desk/guardianships")).body, /Camille[^<]*Susini/);
  assert.deepEqual(await seenBy(dominique), []);
});

test("CP-21 a measure for somebody whom nobody knows here waits for every office: it can only be refused", async () => {
  const id = await deposited(lucien, "Autre", "1951-09-05", false);
  for (const agent of [dominique, alix]) assert.deepEqual(await seenBy(agent), [id]);
});

test("SEC-11 an agent finds nothing of their own household on the list", async () => {
  await deposited(julien, "Mercier", "1986-07-24");
  for (const { id } of [julien, await partnerOf(julien)])
    assert.deepEqual(await seenBy({ ...dominique, personId: id }), []);
});

/** Somebody else of that person’s file. */
async function partnerOf({ id }: Someone): Promise<{ id: string }> {
  const { rows } = await sql<{ id: string }>`
    select other.person_id as id from households.member m join households.member other using (file_id)
    where m.person_id = ${id} and other.person_id <> ${id} and other.role in ('holder', 'spouse')`.execute(
    world.db,
  );
  assert.ok(rows[0]);
  return rows[0];
}
