import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import {
  actsOf,
  awa,
  type DemoWorld,
  demoWorld,
  dump,
  julien,
  ownPassword,
  shows,
  signedIn,
  visitorBy,
} from "../../../../test/demo.ts";
import { comeIn, firefox, lastCode, phone, withTwoSteps } from "../../../../test/two-steps.ts";
import { inTransaction } from "../../../platform/database.ts";
import { endOthers, openSessionsOf } from "../end-sessions/end-sessions.ts";
import { askStepCode, enterStepCode } from "../second-step/second-step.ts";
import { endAllSessions } from "../session/store.ts";
import type { Browser } from "./marks.ts";
import { dropEndedTrust } from "./store.ts";
import { endTrust, trustDevice, trustedDevicesOf } from "./trusted-devices.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
  await withTwoSteps(world, awa);
  await withTwoSteps(world, julien);
  await world.keep();
});
beforeEach(() => world.afresh());
after(() => world.close());

/** Comes in with both steps and trusts the browser; gives it with what it keeps from then on. */
async function trusting(who: typeof awa, browser: Browser): Promise<Browser> {
  const entering = await visitorBy(world, (await comeIn(world, who, browser)).cookie);
  await askStepCode(world, entering, { kind: "mail", seen: 0 }, "fr");
  const passed = await enterStepCode(world, entering, { code: await lastCode(world), trust: true }, browser);
  assert.ok("cookie" in passed, JSON.stringify(passed));
  return { ...browser, deviceCookie: passed.deviceCookie };
}

/** Whether the second step is asked for; and the browser with what it keeps from then on. */
async function isAsked(who: typeof awa, browser: Browser): Promise<[boolean, Browser]> {
  const { cookie, deviceCookie } = await comeIn(world, who, browser);
  const { secondStepDue } = await visitorBy(world, cookie);
  return [secondStepDue, { ...browser, ...(deviceCookie && { deviceCookie }) }];
}

const asked = async (who: typeof awa, browser: Browser) => (await isAsked(who, browser))[0];
const listed = async (who: typeof awa, browser: Browser) =>
  trustedDevicesOf(world, await signedIn(world, who, ownPassword), browser);

test("SEC-08 a trusted device is not asked again for 30 days, to the second", async () => {
  let here = await trusting(awa, firefox);
  world.pass({ days: 15 });
  let due: boolean;
  [due, here] = await isAsked(awa, here);
  assert.equal(due, false);
  world.pass({ days: 15, seconds: -1 });
  [due, here] = await isAsked(awa, here);
  assert.equal(due, false, "using it does not make trust last longer, nor shorter");
  world.pass({ seconds: 1 });
  assert.equal(await asked(awa, here), true);
});

test("SEC-08 not ticking the box trusts nothing", async () => {
  const entering = await visitorBy(world, (await comeIn(world, awa, firefox)).cookie);
  await askStepCode(world, entering, { kind: "mail", seen: 0 }, "fr");
  const typed = { code: await lastCode(world), trust: false };
  const passed = await enterStepCode(world, entering, typed, firefox);
  assert.ok("cookie" in passed);
  assert.equal(await asked(awa, { ...firefox, deviceCookie: passed.deviceCookie }), true);
  assert.deepEqual(await listed(awa, firefox), []);
});

test("SEC-08 trust is the person's own: on a shared computer, each asks for their own", async () => {
  const hers = await trusting(awa, firefox);
  assert.equal(await asked(julien, hers), true);
  const both = await trusting(julien, hers);
  assert.deepEqual([await asked(awa, both), await asked(julien, both)], [false, false]);
});

test("SEC-08 neither another device nor another browser's cookie is trusted", async () => {
  const here = await trusting(awa, firefox);
  assert.equal(await asked(awa, firefox), true);
  assert.equal(await asked(awa, phone), true);
  assert.equal(await asked(awa, { ...phone, deviceCookie: here.deviceCookie }), true);
});

test("SEC-05 the secret changes at each sign-in: a copy of the cookie is worth nothing a minute after the next one", async () => {
  const copied = await trusting(awa, firefox);
  const [, here] = await isAsked(awa, copied);
  assert.notEqual(here.deviceCookie, copied.deviceCookie);
  world.pass({ seconds: 59 });
  world.pass({ seconds: 1 });
  assert.equal(await asked(awa, copied), true);
  assert.equal(await asked(awa, here), false);
});

test("SEC-08 two tabs that sign in at once are both spared, and one of them goes on being so", async () => {
  const here = await trusting(awa, firefox);
  const [[first], [second, after]] = [await isAsked(awa, here), await isAsked(awa, here)];
  assert.deepEqual([first, second], [false, false]);
  world.pass({ days: 1 });
  assert.equal(await asked(awa, after), false);
});

test("SEC-08 only the hash of the secret is stored", async () => {
  const { deviceCookie = "" } = await trusting(awa, firefox);
  const text = await dump(world);
  for (const part of deviceCookie.split(".")) if (part.length > 20) assert.ok(!shows(text, part));
});

test("SEC-05 the person sees the devices they trust and takes trust back; somebody else's id does nothing", async () => {
  const here = await trusting(awa, firefox);
  const [device] = await listed(awa, here);
  assert.deepEqual([device?.device, device?.isThis], ["Firefox, Windows", true]);
  assert.equal((await listed(awa, phone))[0]?.isThis, false);
  assert.deepEqual(await listed(julien, here), []);
  const id = device?.deviceId ?? "";
  await endTrust(world, await signedIn(world, julien, ownPassword), id);
  assert.equal((await listed(awa, here)).length, 1);
  assert.ok(!(await actsOf(world, julien)).includes("took trust back from a device"));
  await endTrust(world, await signedIn(world, awa, ownPassword), id);
  assert.equal(await asked(awa, here), true);
  assert.ok((await actsOf(world, awa)).includes("took trust back from a device"));
});

test("SEC-05 ending the other sessions takes trust back from the other devices, and leaves this one", async () => {
  const mobile = await trusting(awa, phone);
  const here = await trusting(awa, firefox);
  await endOthers(world, await signedIn(world, awa, ownPassword), here);
  assert.equal(await asked(awa, mobile), true);
  assert.equal(await asked(awa, here), false);
});

test("SEC-04 when everything is ended, nothing is trusted", async () => {
  const here = await trusting(awa, firefox);
  const his = await trusting(julien, firefox);
  await inTransaction(world.db, (tx) => endAllSessions(tx, awa.id, world.clock()));
  assert.deepEqual([await asked(awa, here), await asked(julien, his)], [true, false]);
  assert.deepEqual(await listed(awa, here), []);
});

test("SEC-05 a session says how its person came in", async () => {
  world.pass({ minutes: 16 });
  const here = await trusting(awa, firefox);
  world.pass({ seconds: 1 });
  await comeIn(world, awa, phone);
  const { cookie } = await comeIn(world, awa, here);
  const sessions = await openSessionsOf(world, await visitorBy(world, cookie));
  assert.deepEqual(
    sessions.map(({ secondStepBy, secondStepDue, newDevice }) => [secondStepBy, secondStepDue, newDevice]),
    [
      ["trusted device", false, false],
      [null, true, true],
      ["code", false, true],
    ],
  );
  assert.ok(sessions.every(({ enteredBy }) => enteredBy === "password"));
});

test("SEC-08 at most ten devices: the oldest makes room; what is over goes at night", async () => {
  for (let n = 1; n <= 12; n++) {
    world.pass({ minutes: 1 });
    const trusted = { personId: awa.id, device: `Firefox ${n}`, secretHash: Buffer.alloc(32, n) };
    await inTransaction(world.db, (tx) => trustDevice(tx, world, trusted));
  }
  const names = (await listed(awa, firefox)).map(({ device }) => device);
  assert.deepEqual(
    names,
    [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((n) => `Firefox ${n}`),
  );
  world.pass({ days: 30 });
  await dropEndedTrust(world.db, world.clock());
  const { rows } = await sql`select 1 from identity.trusted_device where person_id = ${awa.id}`.execute(
    world.db,
  );
  assert.equal(rows.length, 0);
});
