import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { refusals } from "../../../../law/access/reasons.ts";
import {
  actsOf,
  awa,
  camille,
  cookieOf,
  type DemoWorld,
  demoWorld,
  elodie,
  journalOf,
  julien,
  mael,
  nadia,
  ownPassword,
  type Someone,
  signedIn,
  sophie,
  standing,
  visitorBy,
  yann,
} from "../../../../test/demo.ts";
import { settle, type TestSite, testSite } from "../../../../test/site.ts";
import { verifyJournal } from "../../../platform/journal.ts";
import { answerOffer, endDelegation } from "./delegate.ts";

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  for (const who of [awa, julien, sophie]) await settle(site.browser(), who);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

const passwordOf = (who: Someone) => ([awa, julien, sophie].includes(who) ? ownPassword : who.oldPassword);
const visitor = (who: Someone) => signedIn(world, who, passwordOf(who));
const grants = async (who: Someone) => answerOffer(world, await visitor(who), true);
const takesBack = async (who: Someone) => endDelegation(world, await visitor(who));
const relation = async (who: Someone) => (await standing(world, who)).relation;

const delegations = async () =>
  (
    await sql<{ from_person: string; to_person: string; ended_at: Date | null }>`
      select from_person, to_person, ended_at from households.delegation order by granted_at`.execute(
      world.db,
    )
  ).rows;

/** What was written since the start of the test. */
const acts = async (who: Someone) => (await actsOf(world, who)).filter((act) => /delegation/.test(act));

test("CP-15 CP-18 Awa entrusts her file to Julien: he then reaches what she reaches", async () => {
  assert.equal(await relation(julien), "spouse");
  assert.deepEqual(await grants(awa), { done: true });
  assert.equal(await relation(julien), "delegated-spouse");
  const { may } = await standing(world, julien);
  assert.ok(may("see-household-members").allowed && may("claim-for-household").allowed);
  assert.deepEqual(await delegations(), [{ from_person: awa.id, to_person: julien.id, ended_at: null }]);
});

test("CP-18 a delegation in one household changes nothing in another", async () => {
  const others = [yann, elodie, mael, sophie];
  const before = await Promise.all(others.map(relation));
  await grants(awa);
  assert.deepEqual(await Promise.all(others.map(relation)), before);
  assert.deepEqual(before, ["spouse", "spouse-holder", "other-member", "holder"]);
});

test("CP-15 not now: the answer is kept, nothing is delegated, and Awa may still say yes later", async () => {
  assert.deepEqual(await answerOffer(world, await visitor(awa), false), { done: true });
  assert.deepEqual(await delegations(), []);
  world.pass({ days: 30 });
  await grants(awa);
  assert.equal(await relation(julien), "delegated-spouse");
});

test("CP-15 granted in several tabs at the same moment, it runs once and is journalled once", async () => {
  const here = await visitor(awa);
  const results = await Promise.all([1, 2, 3, 4].map(() => answerOffer(world, here, true)));
  for (const result of results) assert.deepEqual(result, { done: true });
  assert.equal((await delegations()).length, 1);
  assert.deepEqual(await acts(awa), ["granted the delegation"]);
  assert.deepEqual(await acts(julien), ["granted the delegation"]);
});

test("CP-18 taken back, it ends at this very instant, and can be given again", async () => {
  await grants(awa);
  world.pass({ minutes: 1 });
  assert.deepEqual(await takesBack(awa), { done: true });
  assert.equal(await relation(julien), "spouse");
  world.pass({ minutes: 1 });
  await grants(awa);
  assert.equal(await relation(julien), "delegated-spouse");
  assert.deepEqual(
    (await delegations()).map(({ ended_at }) => ended_at !== null),
    [true, false],
  );
});

test("CP-18 taken back twice, it ended once", async () => {
  await grants(awa);
  world.pass({ minutes: 1 });
  const here = await visitor(awa);
  await Promise.all([1, 2].map(() => endDelegation(world, here)));
  world.pass({ minutes: 1 });
  await takesBack(awa);
  assert.deepEqual(await acts(awa), ["granted the delegation", "took the delegation back"]);
});

test("CP-18 SEC-11 taken back, it counts in Julien's running session from his next request on", async () => {
  const his = site.browser();
  await his.signIn(julien, ownPassword);
  assert.doesNotMatch((await his.open("/home")).body, /Awa Diallo/);
  await grants(awa);
  assert.match((await his.open("/home")).body, /Awa Diallo/);
  world.pass({ minutes: 1 });
  await takesBack(awa);
  const after = await his.open("/home");
  assert.equal(after.status, 200);
  assert.doesNotMatch(after.body, /Awa Diallo/);
});

test("CP-15 nobody but a holder in a couple may give it or take it back, each told why", async () => {
  const told = [
    [julien, refusals.delegationIsTheHolders],
    [elodie, refusals.delegationIsTheHolders],
    [mael, refusals.delegationIsTheHolders],
    [camille, refusals.noCouple],
    [nadia, refusals.noCouple],
  ] as const;
  for (const [who, { because, way }] of told)
    assert.deepEqual(await grants(who), { refused: { ...because, way } });
  for (const who of [julien, elodie, mael]) assert.ok("refused" in (await takesBack(who)));
  assert.deepEqual(await delegations(), []);
});

test("CP-18 a spouse who has the delegation cannot give it on, nor take it back from themselves", async () => {
  await grants(awa);
  assert.ok("refused" in (await grants(julien)));
  assert.ok("refused" in (await takesBack(julien)));
  assert.equal((await delegations()).length, 1);
});

test("CP-15 SEC-11 Julien posts to /delegations: 403, the sentence, and nothing in any journal", async () => {
  const browser = site.browser();
  await browser.signIn(julien, ownPassword);
  const before = await journalOf(world, julien);
  for (const path of ["/delegations", "/delegations/end"]) {
    const seen = await browser.post(path, { answer: "grant" });
    assert.equal(seen.status, 403, path);
    assert.ok(seen.body.includes(refusals.delegationIsTheHolders.because.says.fr));
    assert.ok(seen.body.includes(refusals.delegationIsTheHolders.way.fr));
  }
  assert.equal((await browser.open("/delegations/new")).status, 403);
  assert.deepEqual(await journalOf(world, julien), before);
  assert.deepEqual(await acts(awa), []);
  assert.deepEqual(await delegations(), []);
});

test("SEC-11 no form names a file or a person: ids posted beside the answer change nothing", async () => {
  const { file } = await standing(world, sophie);
  const browser = site.browser();
  await browser.signIn(awa, ownPassword);
  const forged = {
    fileId: file?.fileId ?? "",
    file_id: file?.fileId ?? "",
    personId: sophie.id,
    to: yann.id,
  };
  await browser.send("/delegations", { answer: "grant", ...forged, spouse: yann.id, from: sophie.id });
  assert.deepEqual(await delegations(), [{ from_person: awa.id, to_person: julien.id, ended_at: null }]);
  await browser.open(`/home?${new URLSearchParams(forged)}`);
  assert.equal(await relation(yann), "spouse");
  assert.deepEqual(await acts(sophie), []);
});

test("SEC-04 the delegation is given and taken back with a recent password only", async () => {
  const cookie = await cookieOf(world, awa, ownPassword);
  for (let n = 0; n < 2; n++) {
    world.pass({ minutes: 8 });
    await visitorBy(world, cookie);
  }
  const here = await visitorBy(world, cookie);
  assert.deepEqual(await answerOffer(world, here, true), { confirm: true });
  assert.deepEqual(await delegations(), []);
  await grants(awa);
  assert.deepEqual(await endDelegation(world, here), { confirm: true });
  assert.equal(await relation(julien), "delegated-spouse");
});

test("CP-18 a separation ends it at midnight in Paris; coming back does not revive it", async () => {
  await grants(awa);
  await sql`update households.member set until_date = '2026-03-12' where person_id = ${julien.id}`.execute(
    world.db,
  );
  world.clock.now = new Date("2026-03-11T22:59:59.999Z");
  assert.equal(await relation(julien), "delegated-spouse");
  world.clock.now = new Date("2026-03-11T23:00:00Z");
  assert.equal(await relation(julien), "former-member");
  await sql`insert into households.member (file_id, person_id, role, from_date)
    select file_id, person_id, role, '2026-05-01' from households.member where person_id = ${julien.id}`.execute(
    world.db,
  );
  world.clock.now = new Date("2026-05-02T12:00:00Z");
  assert.equal(await relation(julien), "spouse");
});

test("CP-18 back together after a separation, Awa may entrust the file anew", async () => {
  await grants(awa);
  await sql`update households.member set until_date = '2026-03-12' where person_id = ${julien.id}`.execute(
    world.db,
  );
  await sql`insert into households.member (file_id, person_id, role, from_date)
    select file_id, person_id, role, '2026-05-01' from households.member where person_id = ${julien.id}`.execute(
    world.db,
  );
  world.clock.now = new Date("2026-05-02T12:00:00Z");
  assert.deepEqual(await grants(awa), { done: true });
  assert.equal(await relation(julien), "delegated-spouse");
});

test("SEC-12 each grant and each taking back stands in both journals, whose chain verifies", async () => {
  await grants(awa);
  world.pass({ minutes: 1 });
  await takesBack(awa);
  for (const who of [awa, julien]) {
    const entries = (await journalOf(world, who)).filter(({ act }) => /delegation/.test(act));
    assert.deepEqual(entries, [
      { act: "granted the delegation", actor: awa.id, detail: { to: julien.id } },
      { act: "took the delegation back", actor: awa.id, detail: { to: julien.id } },
    ]);
  }
  const verdict = await verifyJournal(world.db, world.keys.journal);
  assert.equal(verdict.broken, undefined);
  assert.ok(verdict.entries > 10);
});
