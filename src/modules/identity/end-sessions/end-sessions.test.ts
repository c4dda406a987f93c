import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import {
  actsOf,
  awa,
  cookieOf,
  type DemoWorld,
  demoWorld,
  julien,
  signedIn,
  visitorBy,
} from "../../../../test/demo.ts";
import { readSession } from "../session/session.ts";
import { endOne, endOthers, openSessionsOf } from "./end-sessions.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
});
beforeEach(() => world.afresh());
after(() => world.close());

test("SEC-05 a person lists the sessions that run, this one first, without those that ended or timed out", async () => {
  await cookieOf(world, awa);
  world.pass({ minutes: 16 });
  const other = await cookieOf(world, awa);
  world.pass({ minutes: 1 });
  const here = await signedIn(world, awa);
  const listed = await openSessionsOf(world, here);
  assert.deepEqual(
    listed.map((one) => [one.isThis, one.startedAt.getTime()]),
    [
      [true, world.clock().getTime()],
      [false, world.clock().getTime() - 60_000],
    ],
  );
  await endOthers(world, here);
  assert.equal(await readSession(world, other), undefined);
  assert.equal((await openSessionsOf(world, here)).length, 1);
});

test("SEC-05 a person ends one of their sessions: its cookie is void at once, this session goes on", async () => {
  const other = await cookieOf(world, awa);
  const cookie = await cookieOf(world, awa);
  const here = await visitorBy(world, cookie);
  const [, listed] = await openSessionsOf(world, here);
  await endOne(world, here, listed?.sessionId ?? "");
  assert.equal(await readSession(world, other), undefined);
  assert.ok(await readSession(world, cookie));
  assert.ok((await actsOf(world, awa)).includes("ended a session"));
});

test("SEC-05 the id of somebody else's session ends nothing, and nothing is journalled", async () => {
  const cookie = await cookieOf(world, julien);
  const [target] = await openSessionsOf(world, await visitorBy(world, cookie));
  const here = await signedIn(world, awa);
  await endOne(world, here, target?.sessionId ?? "");
  assert.ok(await readSession(world, cookie), "Julien is still signed in");
  assert.ok(!(await actsOf(world, awa)).includes("ended a session"));
});

test("SEC-05 ending the others leaves other people signed in", async () => {
  const cookie = await cookieOf(world, julien);
  await endOthers(world, await signedIn(world, awa));
  assert.ok(await readSession(world, cookie));
});
