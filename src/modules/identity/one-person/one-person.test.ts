import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { readIdentifier } from "../../../../law/credentials/identifier.ts";
import { nirKey } from "../../../../law/credentials/nir.ts";
import { actsOf, awa, camille, type DemoWorld, demoWorld, samira, signedIn } from "../../../../test/demo.ts";
import type { RegistryAnswer } from "../../../civil-registry/civil-registry.ts";
import { inTransaction } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { admit } from "../admit.ts";
import { signIn } from "../sign-in/sign-in.ts";
import { findPersons } from "../store.ts";
import { dismissDuplicate, likeness, noteDuplicates, possibleDuplicates } from "./duplicates.ts";
import { giveNir, giveNirFor } from "./give-nir.ts";
import { decideMerge, mergesOf, proposeMergeOf, undoMerge } from "./merge.ts";

const thirteen = "2990799212045";
const nir = thirteen + nirKey(thirteen);
const [one, two] = [
  { agentId: "agent 1", name: "Agent Un" },
  { agentId: "agent 2", name: "Agent Deux" },
];

let says: RegistryAnswer = "match";
let asked = 0;
let world: DemoWorld;
before(async () => {
  const check = async () => {
    asked += 1;
    return says;
  };
  world = await demoWorld({ civilRegistry: { check } });
});
beforeEach(async () => {
  await world.afresh();
  says = "match";
  asked = 0;
});
after(() => world.close());

const enters = async (identifier: string, password = samira.oldPassword) =>
  "cookie" in (await signIn(world, { identifier, password }));

test("CP-12 a number that the register confirms takes the place of the provisional identifier; all else stays", async () => {
  const visitor = await signedIn(world, samira);
  assert.deepEqual(await giveNir(world, visitor, nir), { done: true });
  assert.equal(await enters(nir), true);
  assert.equal(await enters(samira.identifier), false);
  assert.ok((await actsOf(world, samira)).includes("signs in with the social-security number from now on"));
  const [told] = (await world.sent()).filter(({ queue }) => queue === "mail").slice(-1);
  assert.ok(told && !JSON.stringify(told).includes(thirteen), "no number in a message");
  const again = await giveNir(world, visitor, nir);
  assert.ok("refused" in again);
});

test("CP-12 a number of somebody else, or a register that is away: nothing changes, and the person knows what to do", async () => {
  const visitor = await signedIn(world, samira);
  for (const answer of ["mismatch", "unknown"] as const) {
    says = answer;
    const given = await giveNir(world, visitor, nir);
    assert.match("refused" in given ? given.refused.fr : "", /accueil/);
  }
  const mistyped = await giveNir(world, visitor, `${thirteen}00`);
  assert.ok("refused" in mistyped);
  assert.equal(await enters(samira.identifier), true);
});

test("SEC-01 nobody finds whose number is whose by trying them: the register is asked five times, then never", async () => {
  const visitor = await signedIn(world, samira);
  says = "mismatch";
  for (let n = 1; n <= 12; n++) {
    const order = `29907992120${String(n).padStart(2, "0")}`;
    await giveNir(world, visitor, order + nirKey(order));
  }
  assert.equal(asked, 5);
});

test("CP-12 a number that another record stands for: nothing moves, nobody is told whose it is, an agent sees both", async () => {
  const other = await admitted("Samira", "Haïdari");
  const visitor = await signedIn(world, samira);
  assert.deepEqual(await giveNir(world, visitor, nir), { proposed: true });
  assert.deepEqual(await giveNir(world, visitor, nir), { proposed: true }, "asked twice, proposed once");
  const { open } = await mergesOf(world);
  assert.equal(open.length, 1);
  assert.deepEqual([open[0]?.keptPerson, open[0]?.mergedPerson], [other, samira.id]);
  assert.equal(await enters(samira.identifier), true);
});

test("SEC-11 a merge takes two agents, is done whole, and can be undone for 30 days", async () => {
  const other = await admitted("Samira", "Haidari");
  await giveNir(world, await signedIn(world, samira), nir);
  const [merge] = (await mergesOf(world)).open;
  const id = merge?.mergeId ?? "";
  assert.ok("refused" in (await decideMerge(world, one, id, "agree", " ")), "a reason is needed");
  assert.ok("waits" in (await decideMerge(world, one, id, "agree", "same passport")));
  assert.ok(
    "refused" in (await decideMerge(world, one, id, "agree", "same passport")),
    "one agent is not two",
  );
  assert.deepEqual(await decideMerge(world, two, id, "agree", "same passport"), { done: true });
  // Her password and her file came with her; the number opens them, the provisional identifier nothing.
  assert.equal(await enters(nir), true);
  assert.equal(await enters(samira.identifier), false);
  assert.deepEqual(await memberships(other), [samira.fileNumber]);
  assert.deepEqual(await memberships(samira.id), []);
  assert.ok("refused" in (await decideMerge(world, two, id, "agree", "again")));
  world.pass({ days: 29 });
  assert.deepEqual(await undoMerge(world, one, id), { done: true });
  assert.deepEqual(await memberships(samira.id), [samira.fileNumber]);
  assert.equal(await enters(samira.identifier), true);
  assert.equal(await enters(nir), false);
  assert.ok((await actsOf(world, samira)).includes("undid the merging of two records"));
});

test("SEC-11 past 30 days a merge stands", async () => {
  await admitted("Samira", "Haidari");
  await giveNir(world, await signedIn(world, samira), nir);
  const id = (await mergesOf(world)).open[0]?.mergeId ?? "";
  await decideMerge(world, one, id, "agree", "same passport");
  await decideMerge(world, two, id, "agree", "same passport");
  world.pass({ days: 30, seconds: 1 });
  assert.ok("refused" in (await undoMerge(world, one, id)));
});

test("SEC-11 two agents at the same moment merge once; an agent who proposed needs another", async () => {
  const other = await admitted("Samira", "Haidari");
  assert.deepEqual(await proposeMergeOf(world, one, other, samira.id), { done: true });
  const id = (await mergesOf(world)).open[0]?.mergeId ?? "";
  assert.ok("refused" in (await decideMerge(world, one, id, "agree", "mine")));
  const settled = await Promise.all(
    [two, { ...two, agentId: "agent 3" }].map((agent) => decideMerge(world, agent, id, "agree", "papers")),
  );
  assert.equal(settled.filter((one) => "done" in one).length, 1);
  assert.ok("refused" in (await proposeMergeOf(world, one, other, other)));
  assert.ok("refused" in (await proposeMergeOf(world, one, other, newId())));
});

test("CP-12 an agent writes the number down that a document shows", async () => {
  assert.deepEqual(await giveNirFor(world, one, samira.id, nir), { done: true });
  assert.equal(await enters(nir), true);
  const known = await giveNirFor(world, one, awa.id, nir);
  assert.ok("refused" in known);
});

test("CP-12 records of one name and day, or nearly, are listed for agents; others are not", async () => {
  for (const [firstNames, birthName, birthDate] of [
    ["Camille", "Susini", "1994-02-17"],
    ["Camile", "Suzini", "1994-02-17"],
    ["Camille", "Durand", "1994-02-17"],
    ["Camille", "Susini", "1994-02-18"],
  ] as const) {
    const person = { personId: newId(), firstNames, birthName, usedName: null, birthDate };
    await inTransaction(world.db, async (tx) => {
      await admit(tx, world, { person });
      await noteDuplicates(tx, world, person);
      await noteDuplicates(tx, world, person);
    });
  }
  const found = await possibleDuplicates(world);
  const ofCamille = found.filter(({ persons }) => persons.some(({ personId }) => personId === camille.id));
  assert.deepEqual(ofCamille.map((pair) => pair.likeness).sort(), ["near spelling", "same name"]);
  const [pair] = ofCamille;
  assert.ok(pair && (await dismissDuplicate(world, one, pair)));
  assert.equal(await dismissDuplicate(world, two, pair), false);
  assert.equal((await possibleDuplicates(world)).length, found.length - 1);
});

test("CP-12 likeness: accents and hyphens are the same name, two slips are near, short names must be the same", () => {
  const of = (birthName: string, firstNames: string) => ({ birthName, firstNames });
  const to = (nameKey: string, firstNames: string) => ({ nameKey, firstNames });
  assert.equal(likeness(of("Lefèvre-Dupont", "Zoé"), to("LEFEVRE DUPONT", "ZOE Anne")), "same name");
  assert.equal(likeness(of("Lefebvre", "Zoé"), to("LEFEVRE", "Zoe")), "near spelling");
  assert.equal(likeness(of("Lefebvre", "Zoé"), to("LEFORT", "Zoe")), undefined);
  assert.equal(likeness(of("Ly", "An"), to("LE", "An")), undefined);
});

test("whatever speaks of a person says what a merge does with it", async () => {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_schema || '.' || table_name as table, column_name as column from information_schema.columns
    where data_type = 'uuid' and table_schema in ('identity', 'charters', 'households', 'claims', 'connect', 'partners',
      'contributions', 'desk') and (column_name like '%person%' or column_name in ('spouse_id', 'declared_by'))`.execute(
    world.db,
  );
  const known = await sql<{ place: string }>`
    select table_name || '.' || column_name as place from identity.person_reference`.execute(world.db);
  const places = new Set(known.rows.map(({ place }) => place));
  assert.deepEqual(
    rows.map(({ table, column }) => `${table}.${column}`).filter((place) => !places.has(place)),
    [],
  );
});

/** Somebody the institution knows by the same number, who never signed in. */
async function admitted(firstNames: string, birthName: string): Promise<string> {
  const identifier = readIdentifier(nir);
  assert.ok(!("refused" in identifier));
  const personId = newId();
  const person = { personId, firstNames, birthName, usedName: null, birthDate: "1999-07-00" };
  await inTransaction(world.db, (tx) => admit(tx, world, { person, identifier }));
  assert.equal((await findPersons(world.db, [personId])).length, 1);
  return personId;
}

const memberships = async (personId: string) =>
  (
    await sql<{
      number: string;
    }>`select file_number as number from households.member join households.file using (file_id)
      where person_id = ${personId}`.execute(world.db)
  ).rows.map(({ number }) => number);
