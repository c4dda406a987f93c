import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { refusals } from "../../../../law/access/reasons.ts";
import {
  actsOf,
  awa,
  cookieOf,
  type DemoWorld,
  demoWorld,
  elodie,
  journalOf,
  julien,
  mael,
  ownPassword,
  type Someone,
  signedIn,
  standing,
  visitorBy,
  yann,
} from "../../../../test/demo.ts";
import { settle, type TestSite, testSite } from "../../../../test/site.ts";
import { answerOffer, declineDelegation, endDelegation } from "./delegate.ts";
import { delegationsBy } from "./history.ts";

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  for (const who of [awa, julien]) await settle(site.browser(), who);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

const visitor = (who: Someone) =>
  signedIn(world, who, [awa, julien].includes(who) ? ownPassword : who.oldPassword);
const grants = async (who: Someone) => answerOffer(world, await visitor(who), true);
const takesBack = async (who: Someone) => endDelegation(world, await visitor(who));
const relation = async (who: Someone) => (await standing(world, who)).relation;
const declines = async (who: Someone) => declineDelegation(world, await visitor(who), "fr");

/** What was told, to whom. */
const told = async () => (await world.sent()).map(({ payload }) => [payload.to, payload.text] as const);

test("CP-18 the other is told at the grant, the taking back and the refusal, without a name or a link", async () => {
  await sql`update identity.contact_point set verified_at = ${world.clock()}`.execute(world.db);
  await grants(awa);
  world.pass({ minutes: 1 });
  await takesBack(awa);
  world.pass({ minutes: 1 });
  await grants(awa);
  world.pass({ minutes: 1 });
  await declines(julien);
  const messages = await told();
  assert.deepEqual(
    messages.map(([to]) => to),
    [julien.mail, julien.mail, julien.mail, awa.mail],
  );
  const says = [/vous en a confié/, /a retiré la délégation/, /vous en a confié/, /ne souhaite pas gérer/];
  for (const [index, [, text]] of messages.entries()) {
    assert.match(text, says[index] ?? /never/);
    assert.doesNotMatch(text, /Awa|Julien|http|www/);
  }
});

test("CP-18 who verified nothing is told nothing by message, and what was refused is told to nobody", async () => {
  await grants(awa);
  await declines(awa);
  assert.deepEqual(await told(), []);
});

test("CP-18 Julien declines: it ends at this very instant, and history says that it was he", async () => {
  await grants(awa);
  world.pass({ days: 1 });
  assert.deepEqual(await declines(julien), { done: true });
  assert.equal(await relation(julien), "spouse");
  const { file } = await standing(world, awa);
  assert.deepEqual(await delegationsBy(world, { file, personId: awa.id }), [
    { name: "Julien Mercier", day: "2026-03-10", end: { because: "declined", day: "2026-03-11" } },
  ]);
  for (const who of [awa, julien])
    assert.deepEqual((await journalOf(world, who)).at(-1), {
      act: "declined the delegation",
      actor: julien.id,
      detail: { to: julien.id },
    });
});

test("CP-18 declined twice at the same moment, it ended once and the holder is told once", async () => {
  await sql`update identity.contact_point set verified_at = ${world.clock()}`.execute(world.db);
  await grants(awa);
  world.pass({ minutes: 1 });
  const here = await visitor(julien);
  const results = await Promise.all([1, 2].map(() => declineDelegation(world, here, "fr")));
  assert.equal(results.filter((one) => "done" in one).length, 1);
  assert.equal((await actsOf(world, julien)).filter((act) => act === "declined the delegation").length, 1);
  assert.equal((await told()).filter(([to]) => to === awa.mail).length, 1);
});

test("CP-18 nobody declines what they do not have: not the holder, not another spouse, not a child", async () => {
  await grants(awa);
  for (const who of [awa, yann, mael, elodie]) {
    const result = await declines(who);
    assert.ok("refused" in result, who.mail);
    assert.deepEqual(result.refused.source, refusals.nothingToDecline.because.source);
  }
  assert.equal(await relation(julien), "delegated-spouse");
});

test("SEC-04 it is declined with a recent password only", async () => {
  await grants(awa);
  const cookie = await cookieOf(world, julien, ownPassword);
  for (let n = 0; n < 2; n++) {
    world.pass({ minutes: 8 });
    await visitorBy(world, cookie);
  }
  const here = await visitorBy(world, cookie);
  assert.deepEqual(await declineDelegation(world, here, "fr"), { confirm: true });
  assert.equal(await relation(julien), "delegated-spouse");
});

test("CP-15 CP-18 the holder reads what became of each delegation; the spouse is not shown it", async () => {
  await grants(awa);
  world.pass({ minutes: 1 });
  await takesBack(awa);
  world.pass({ minutes: 1 });
  await grants(awa);
  const hers = site.browser();
  await hers.signIn(awa, ownPassword);
  const { body, status } = await hers.open("/delegations");
  assert.equal(status, 200);
  assert.equal(body.match(/À Julien Mercier, donnée le/g)?.length, 2);
  assert.match(body, /le titulaire l’a retirée/);
  const his = site.browser();
  await his.signIn(julien, ownPassword);
  assert.equal((await his.open("/delegations")).status, 403);
  assert.equal((await his.open("/delegations/refusals/new")).status, 200);
  assert.equal((await hers.open("/delegations/refusals/new")).status, 403);
});

test("CP-18 MC-06 a protection measure of either ends it by itself, and a death too", async () => {
  const ends = {
    measure: sql`insert into households.protection_measure (person_id, kind, from_date)
      values (${awa.id}, 'assistance', '2026-03-11')`,
    death: sql`insert into households.death (person_id, on_date, recorded_at)
      values (${awa.id}, '2026-03-11', '2026-03-11T08:00:00Z')`,
  };
  for (const [because, write] of Object.entries(ends)) {
    await world.afresh();
    await grants(awa);
    const { file } = await standing(world, awa);
    await write.execute(world.db);
    world.pass({ hours: 13 });
    assert.equal(await relation(julien), "delegated-spouse", "not before the day");
    world.pass({ hours: 1 });
    assert.equal(await relation(julien), because === "death" ? "surviving-spouse" : "spouse");
    const now = await standing(world, julien);
    assert.ok(file && !now.may("claim-for-household").allowed);
    const [shown] = await delegationsBy(world, { file: now.file, personId: awa.id });
    assert.deepEqual(shown?.end, { because, day: "2026-03-11" });
  }
});
