import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { grounds, refusals } from "../../../../law/access/reasons.ts";
import {
  actsOf,
  awa,
  camille,
  type DemoWorld,
  demoWorld,
  elodie,
  everyone,
  journalOf,
  julien,
  lucien,
  mael,
  nadia,
  ownPassword,
  pierre,
  type Someone,
  samira,
  signedIn,
  sophie,
  standing,
  yann,
} from "../../../../test/demo.ts";
import { settle, type TestSite, testSite } from "../../../../test/site.ts";
import { verifyJournal } from "../../../platform/journal.ts";
import { callName } from "../../identity/index.ts";
import { answerOffer } from "../delegate/delegate.ts";
import { qualities } from "../standing.ts";
import { gatherHome } from "./home.ts";

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

const home = async (who: Someone) =>
  gatherHome(world, await signedIn(world, who), await standing(world, who));

async function members(who: Someone): Promise<string[]> {
  const { household } = await home(who);
  return "members" in household ? household.members.map(({ person }) => callName(person)) : [];
}

async function whyNot(who: Someone) {
  const { household } = await home(who);
  return "refused" in household ? [household.refused.says, household.refused.source] : [];
}

const grant = async (who: Someone) => answerOffer(world, await signedIn(world, who), true);

/** Who looked at somebody's household, as their journal tells it. */
const looks = async (who: Someone) =>
  (await journalOf(world, who)).filter(({ act }) => act === "looked at the household");

test("SEC-11 what each demo person is to their file", async () => {
  const expected = {
    holder: [camille, awa, nadia, sophie, pierre, samira],
    "protected-person": [lucien],
    spouse: [julien, yann],
    "spouse-holder": [elodie],
    "other-member": [mael],
  };
  for (const [relation, people] of Object.entries(expected))
    for (const who of people) assert.equal((await standing(world, who)).relation, relation, who.mail);
  assert.equal(Object.values(expected).flat().length, everyone.length);
});

test("CP-16 the holder sees the household, and by which rule", async () => {
  const seen = await home(sophie);
  assert.ok("members" in seen.household);
  assert.deepEqual(seen.household.because.says, grounds.holder.says);
  assert.deepEqual((await members(sophie)).toSorted(), [
    "Ewen Le Goff",
    "Léna Le Goff",
    "Maël Le Goff",
    "Sophie Le Goff",
    "Yann Le Goff",
  ]);
});

test("CP-16 CP-19 a spouse without delegation sees nobody of the household, and is told why and what to do", async () => {
  assert.deepEqual(await members(julien), []);
  assert.deepEqual(await whyNot(julien), [refusals.spouse.because.says, "CP-16"]);
  const browser = site.browser();
  const { body } = await settle(browser, julien);
  assert.ok(body.includes(refusals.spouse.because.says.fr));
  assert.ok(body.includes(refusals.spouse.way.fr));
  for (const hidden of ["Awa", "Diallo", "1988"]) assert.ok(!body.includes(hidden), hidden);
});

test("CP-17 Élodie, who has AAH, sees the household as a holder does", async () => {
  assert.deepEqual((await members(elodie)).toSorted(), ["Pierre Garnier", "Élodie N’Guessan"]);
});

test("CP-17 from the day the benefit ends she no longer does", async () => {
  await sql`update households.entitlement set until_date = '2026-03-12'`.execute(world.db);
  assert.equal((await members(elodie)).length, 2);
  world.clock.now = new Date("2026-03-11T23:00:00Z");
  assert.deepEqual(await whyNot(elodie), [refusals.spouse.because.says, "CP-16"]);
});

test("CP-18 with the delegation the spouse sees the household; without it, no longer", async () => {
  await grant(awa);
  assert.deepEqual((await members(julien)).toSorted(), ["Awa Diallo", "Julien Mercier"]);
});

test("CP-20 Maël, a member from 16 years on, sees his own data only", async () => {
  assert.deepEqual(await whyNot(mael), [refusals.member.because.says, "CP-20"]);
  const seen = await home(mael);
  assert.equal(callName(seen.person), "Maël Le Goff");
  assert.deepEqual(
    seen.contacts.points.map(({ value }) => value),
    [mael.mail],
  );
});

test("CP-15 only a holder in a couple is shown the delegation, and who has it", async () => {
  assert.equal((await home(awa)).delegation?.granted, false);
  await grant(awa);
  const shown = (await home(awa)).delegation;
  assert.deepEqual([shown?.granted, shown?.spouse.personId], [true, julien.id]);
  for (const who of [julien, elodie, mael, camille, nadia, lucien])
    assert.equal((await home(who)).delegation, undefined, who.mail);
});

test("CP-18 a delegation given before a separation is not shown as running after it", async () => {
  await grant(awa);
  await sql`update households.member set until_date = '2026-03-12' where person_id = ${julien.id}`.execute(
    world.db,
  );
  await sql`insert into households.member (file_id, person_id, role, from_date)
    select file_id, person_id, role, '2026-05-01' from households.member where person_id = ${julien.id}`.execute(
    world.db,
  );
  world.clock.now = new Date("2026-05-02T12:00:00Z");
  assert.equal((await home(awa)).delegation?.granted, false);
});

test("CP-01 every member reads the file's number; who left the household does not", async () => {
  for (const who of everyone) assert.equal((await home(who)).fileNumber?.number, who.fileNumber);
  await sql`update households.member set until_date = '2026-03-10' where person_id = ${julien.id}`.execute(
    world.db,
  );
  const left = await home(julien);
  assert.equal(left.fileNumber, undefined);
  assert.deepEqual(await whyNot(julien), [refusals.left.because.says, "SEC-11"]);
});

test("MC-06 Lucien, who is protected, sees his measure; nobody else sees one", async () => {
  assert.deepEqual((await home(lucien)).protection, {
    kind: "assistance",
    from: "2022-10-03",
    because: (await standing(world, lucien)).may("see-measure"),
  });
  for (const who of [awa, camille]) assert.equal((await home(who)).protection, undefined);
});

test("SEC-12 a spouse's look at the household stands in the holder's journal; the holder's own does not", async () => {
  await grant(awa);
  await home(awa);
  assert.deepEqual(await looks(awa), []);
  await home(julien);
  await home(elodie);
  const look = (actor: string, as: string) => [{ act: "looked at the household", actor, detail: { as } }];
  assert.deepEqual(await looks(awa), look(julien.id, "delegated-spouse"));
  assert.deepEqual(await looks(pierre), look(elodie.id, "spouse-holder"));
});

test("SEC-12 who is refused the household did not look at it", async () => {
  await home(julien);
  await home(mael);
  for (const holder of [awa, sophie]) assert.deepEqual(await actsOf(world, holder), []);
});

test("MC-12 the home page says when the previous sign-in was, in the institution's time, and that the first is the first", async () => {
  const first = await settle(site.browser(), camille);
  assert.match(first.body, /C’est votre première connexion/);
  world.pass({ days: 1 });
  const again = await site.browser().signIn(camille, ownPassword);
  assert.match(again.body, /mardi 10 mars 2026 à 10:00/);
  assert.match(again.body, /href="\/password\/change"/);
});

test("CP-16 every page says who is signed in and in which quality", async () => {
  for (const who of [awa, julien, elodie, mael]) {
    const browser = site.browser();
    const { body } = await settle(browser, who);
    assert.ok(body.includes(qualities[(await standing(world, who)).place].fr));
  }
});

test("SEC-12 after all this the journal's chain verifies", async () => {
  await grant(awa);
  for (const who of everyone) await home(who);
  const verdict = await verifyJournal(world.db, world.keys.journal);
  assert.equal(verdict.broken, undefined);
  assert.ok(verdict.subjects >= everyone.length);
});
