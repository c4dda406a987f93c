import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import {
  actsOf,
  awa,
  cookieOf,
  type DemoWorld,
  demoWorld,
  dump,
  julien,
  shows,
  visitorBy,
} from "../../../../test/demo.ts";
import { isRecent, readSession, signOut } from "./session.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
});
beforeEach(() => world.afresh());
after(() => world.close());

const state = async (cookie: string) => {
  const session = await readSession(world, cookie);
  return session ? ("visitor" in session ? "open" : `ended for ${session.endedFor}`) : "nobody";
};

const allSessions = async () =>
  (await sql<Record<string, Date>>`select * from identity.session order by started_at`.execute(world.db))
    .rows;

test("SEC-05 a session left alone ends after 15 minutes, to the millisecond", async () => {
  const cookie = await cookieOf(world, awa);
  world.pass({ minutes: 15, milliseconds: -1 });
  assert.equal(await state(cookie), "open");
  await world.afresh();
  const again = await cookieOf(world, awa);
  world.pass({ minutes: 15 });
  assert.equal(await state(again), `ended for ${awa.id}`);
});

test("SEC-05 a session in use goes on, and ends after 12 hours all the same", async () => {
  const cookie = await cookieOf(world, awa);
  const start = world.clock().getTime();
  while (world.clock().getTime() + 10 * 60_000 < start + 12 * 3_600_000) {
    world.pass({ minutes: 10 });
    assert.equal(await state(cookie), "open");
  }
  world.clock.now = new Date(start + 12 * 3_600_000 - 1);
  assert.equal(await state(cookie), "open");
  world.pass({ milliseconds: 1 });
  assert.equal(await state(cookie), `ended for ${awa.id}`);
});

test("SEC-05 the page is told the very instant at which the session will end", async () => {
  const cookie = await cookieOf(world, awa);
  for (const seconds of [0, 12, 40]) {
    world.pass({ seconds });
    const { endsAt } = await visitorBy(world, cookie);
    const now = world.clock.now;
    world.clock.now = new Date(endsAt.getTime() - 1);
    const [stored] = await allSessions();
    assert.equal(await state(cookie), "open");
    await sql`update identity.session set last_seen_at = ${stored?.last_seen_at}`.execute(world.db);
    world.clock.now = endsAt;
    assert.equal(await state(cookie), `ended for ${awa.id}`);
    world.clock.now = now;
  }
});

test("SEC-05 pages read within 20 seconds of each other cost one write", async () => {
  const cookie = await cookieOf(world, awa);
  const [before] = await allSessions();
  world.pass({ seconds: 20 });
  await state(cookie);
  assert.deepEqual((await allSessions())[0]?.last_seen_at, before?.last_seen_at);
  world.pass({ seconds: 1 });
  await state(cookie);
  assert.deepEqual((await allSessions())[0]?.last_seen_at, world.clock());
});

test("SEC-05 Awa's secret under Julien's id opens nothing, nor does anything made up", async () => {
  const cookie = await cookieOf(world, awa);
  await cookieOf(world, julien);
  const secret = cookie.split(".")[1] ?? "";
  for (const stolen of [
    `${julien.id}.${secret}`,
    `${awa.id}.${secret.slice(0, -1)}`,
    `${awa.id}.`,
    `${awa.id}`,
    `.${secret}`,
    `%.${secret}`,
    `${awa.id.toUpperCase()}x.${secret}`,
    "",
  ])
    assert.equal(await state(stolen), "nobody", stolen);
  assert.equal(await state(cookie), "open");
});

test("SEC-05 the secret has 128 bits or more, is never the same, and is not in the database", async () => {
  const [first, second] = [await cookieOf(world, awa), await cookieOf(world, awa)];
  const secrets = [first, second].map((cookie) => cookie.split(".")[1] ?? "");
  assert.notEqual(secrets[0], secrets[1]);
  const dumped = await dump(world);
  for (const secret of secrets) {
    assert.ok(Buffer.from(secret, "base64url").length >= 16);
    assert.ok(!shows(dumped, secret));
    assert.ok(!dumped.includes(Buffer.from(secret, "base64url").toString("hex")));
  }
});

test("SEC-05 signing out ends this session and no other; twice is as good as once", async () => {
  const [here, there] = [await cookieOf(world, awa), await cookieOf(world, awa)];
  const visitor = await visitorBy(world, here);
  await signOut(world, visitor);
  world.pass({ minutes: 1 });
  await signOut(world, visitor);
  assert.equal(await state(here), "nobody");
  assert.equal(await state(there), "open");
  assert.deepEqual(await actsOf(world, awa), ["signed in", "signed in", "signed out"]);
});

test("SEC-05 signing out twice at the same moment is journalled once", async () => {
  const visitor = await visitorBy(world, await cookieOf(world, awa));
  await Promise.all([signOut(world, visitor), signOut(world, visitor), signOut(world, visitor)]);
  assert.deepEqual(await actsOf(world, awa), ["signed in", "signed out"]);
});

test("SEC-04 a password typed less than 15 minutes ago is recent, not a millisecond longer", async () => {
  const cookie = await cookieOf(world, awa);
  world.pass({ minutes: 14 });
  const visitor = await visitorBy(world, cookie);
  world.pass({ seconds: 59, milliseconds: 999 });
  assert.ok(isRecent(world, visitor));
  world.pass({ milliseconds: 1 });
  assert.ok(!isRecent(world, visitor));
});
