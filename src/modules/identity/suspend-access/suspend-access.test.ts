import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import {
  awa,
  cookieOf,
  type DemoWorld,
  demoWorld,
  journalOf,
  julien,
  otherPassword,
  ownPassword,
  type Someone,
  signedIn,
} from "../../../../test/demo.ts";
import { inTransaction } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { placeBlock } from "../block/block.ts";
import { chooseFirstPassword } from "../choose-password/choose-password.ts";
import { comeBack } from "../recover-access/testing.ts";
import { readSession } from "../session/session.ts";
import { signIn } from "../sign-in/sign-in.ts";
import { liftAlarm, liftSuspension, suspendAccess } from "./suspend-access.ts";

let world: DemoWorld;
/** Awa has a password and verified contact points; Julien never signed in. */
before(async () => {
  world = await demoWorld();
  await chooseFirstPassword(world, await signedIn(world, awa), ownPassword);
  await sql`update identity.contact_point set verified_at = ${world.clock()} where person_id = ${awa.id}`.execute(
    world.db,
  );
  await world.keep();
});
beforeEach(() => world.afresh());
after(() => world.close());

const agent = { agentId: "agent 17", name: "Dominique" };
const reason = "Two sign-ins an hour from two countries";
const done = { done: true };

const enters = async (who: Someone, password = ownPassword) => {
  const result = await signIn(world, { identifier: who.identifier, password });
  return "cookie" in result ? "in" : result.because;
};
const said = async (who: Someone, password = ownPassword) => {
  const result = await signIn(world, { identifier: who.identifier, password });
  return "refused" in result ? result.refused.fr : "in";
};
const toldTo = async (who: Someone) =>
  (await world.sent()).filter(({ payload }) => [who.mail, who.mobile].includes(payload.to));
const history = async (who: Someone) =>
  (
    await sql<Record<string, unknown>>`
      select kind, reason, placed_by, ended_as, lifted_by, lift_reason from identity.block
      where person_id = ${who.id} order by placed_at, ended_as nulls last`.execute(world.db)
  ).rows;

test("MC-14 a suspension ends every session at once, is told without a link, and says at sign-in what to do", async () => {
  const cookie = await cookieOf(world, awa, ownPassword);
  assert.deepEqual(await suspendAccess(world, agent, awa.id, { reason }), done);
  assert.equal(await readSession(world, cookie), undefined);
  assert.match(await said(awa), /par précaution\. Vos droits continuent\. Appelez-nous ou venez à l’accueil/);
  const told = await toldTo(awa);
  assert.deepEqual(told.map(({ queue }) => queue).sort(), ["mail", "sms"]);
  for (const { payload } of told) {
    assert.doesNotMatch(payload.text, /https?:|www\.|cliqu/, "CP-14");
    assert.ok(!payload.text.includes(reason), "why is said by people, not by mail");
  }
  const { act, actor, detail } = (await journalOf(world, awa)).at(-1) ?? {};
  assert.deepEqual([act, actor, detail?.kind], ["closed access", "agent 17", "suspension"]);
  assert.equal(await enters(awa, "faux"), "wrong", "whoever does not know the password is told nothing");
});

test("MC-14 lifted, the person comes in as before, and is told", async () => {
  await suspendAccess(world, agent, awa.id, { reason });
  assert.deepEqual(await liftSuspension(world, agent, awa.id, { reason: "Explained at the desk" }), done);
  assert.equal(await enters(awa), "in");
  assert.equal((await toldTo(awa)).length, 4);
  assert.equal((await journalOf(world, awa)).filter(({ act }) => act === "opened access again").length, 1);
  const [row] = await history(awa);
  assert.deepEqual(
    [row?.reason, row?.ended_as, row?.lifted_by, row?.lift_reason],
    [reason, "lifted", "agent 17", "Explained at the desk"],
  );
});

test("MC-14 a suspension with an end says when, and ends by itself to the millisecond", async () => {
  const until = new Date(world.clock().getTime() + 3 * 86_400_000);
  await suspendAccess(world, agent, awa.id, { reason, until });
  assert.match(await said(awa), /jusqu’au vendredi 13 mars 2026 à 10:00/);
  world.pass({ days: 3, milliseconds: -1 });
  assert.equal(await enters(awa), "blocked");
  world.pass({ milliseconds: 1 });
  assert.equal(await enters(awa), "in");
  assert.ok("refused" in (await liftSuspension(world, agent, awa.id, { reason: "too late" })));
  await suspendAccess(world, agent, awa.id, { reason: "again" });
  assert.deepEqual(
    (await history(awa)).map((row) => row.ended_as),
    ["over", null],
  );
});

test("MC-14 a second suspension changes the end and the reason, and the first stays in the history", async () => {
  await suspendAccess(world, agent, awa.id, {
    reason: "first",
    until: new Date(world.clock().getTime() + 3_600_000),
  });
  world.pass({ minutes: 1 });
  await suspendAccess(world, { ...agent, agentId: "agent 18" }, awa.id, { reason: "second" });
  world.pass({ days: 30 });
  assert.equal(await enters(awa), "blocked");
  assert.deepEqual(
    (await history(awa)).map((row) => [row.reason, row.ended_as, row.placed_by]),
    [
      ["first", "replaced", "agent 17"],
      ["second", null, "agent 18"],
    ],
  );
  await suspendAccess(world, agent, awa.id, {
    reason: "third",
    until: new Date(world.clock().getTime() + 60_000),
  });
  world.pass({ minutes: 1 });
  assert.equal(await enters(awa), "in", "a shorter end counts too");
});

test("MC-14 five agents at the same moment leave one suspension that runs", async () => {
  await Promise.all([1, 2, 3, 4, 5].map((n) => suspendAccess(world, agent, awa.id, { reason: `${n}` })));
  assert.equal((await history(awa)).filter((row) => row.ended_as === null).length, 1);
  assert.equal((await history(awa)).length, 5);
  await liftSuspension(world, agent, awa.id, { reason });
  assert.equal(await enters(awa), "in");
});

test("MC-14 who never signed in can be suspended, and does their first sign-in once it is lifted", async () => {
  assert.deepEqual(await suspendAccess(world, agent, julien.id, { reason }), done);
  assert.equal(await enters(julien, julien.oldPassword), "blocked");
  assert.equal((await toldTo(julien)).length, 1, "told where the institution knows to write");
  await liftSuspension(world, agent, julien.id, { reason });
  const visitor = await signedIn(world, julien);
  assert.equal(visitor.previousSignInAt, null);
});

test("MC-14 a sign-in at the very moment of a suspension leaves no session behind", async () => {
  for (let round = 0; round < 5; round++) {
    const results = await Promise.all([
      ...[1, 2, 3].map(() => signIn(world, { identifier: awa.identifier, password: ownPassword })),
      suspendAccess(world, agent, awa.id, { reason }),
    ]);
    for (const result of results)
      if ("cookie" in result) assert.equal(await readSession(world, result.cookie), undefined);
    await liftSuspension(world, agent, awa.id, { reason });
  }
});

test("MC-14 a recovery opens what an alarm closed, not what the institution suspended", async () => {
  await suspendAccess(world, agent, awa.id, { reason });
  await inTransaction(world.db, (tx) =>
    placeBlock(tx, world, { personId: awa.id, kind: "alarm", reason: "not-me", placedBy: awa.id }),
  );
  assert.equal(await comeBack(world, awa), "in");
  assert.equal(await enters(awa, otherPassword), "blocked");
  assert.deepEqual((await history(awa)).map((row) => [row.kind, row.ended_as]).sort(), [
    ["alarm", "lifted"],
    ["suspension", null],
  ]);
  await liftSuspension(world, agent, awa.id, { reason });
  assert.equal(await enters(awa, otherPassword), "in");
});

test("CN-09 the desk opens what an alarm closed; a suspension keeps it closed, and nothing is announced", async () => {
  await inTransaction(world.db, (tx) =>
    placeBlock(tx, world, { personId: awa.id, kind: "alarm", reason: "not-me", placedBy: awa.id }),
  );
  await suspendAccess(world, agent, awa.id, { reason });
  const before = (await toldTo(awa)).length;
  assert.deepEqual(await liftAlarm(world, agent, awa.id, { reason: "Identity shown" }), done);
  assert.equal(await enters(awa), "blocked");
  assert.equal((await toldTo(awa)).length, before);
  assert.ok("refused" in (await liftAlarm(world, agent, awa.id, { reason: "Identity shown" })));
});

test("MC-14 nobody is suspended without a reason, until yesterday, or who does not exist; nobody else is touched", async () => {
  const yesterday = new Date(world.clock().getTime() - 86_400_000);
  for (const [personId, given] of [
    [awa.id, { reason: " " }],
    [awa.id, { reason: "x".repeat(501) }],
    [awa.id, { reason, until: yesterday }],
    [newId(), { reason }],
  ] as const)
    assert.ok("refused" in (await suspendAccess(world, agent, personId, given)));
  assert.ok("refused" in (await liftSuspension(world, agent, newId(), { reason })));
  assert.equal(await enters(awa), "in");
  await suspendAccess(world, agent, julien.id, { reason });
  assert.equal(await enters(awa), "in");
  assert.ok("refused" in (await liftSuspension(world, agent, awa.id, { reason })));
  assert.equal(await enters(julien, julien.oldPassword), "blocked");
});
