import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { awa, type DemoWorld, demoWorld, journalOf, julien } from "../../../../test/demo.ts";
import { comeIn, firefox, phone, sentTo, settled, verifyContacts } from "../../../../test/two-steps.ts";
import { inTransaction } from "../../../platform/database.ts";
import { endAllSessions } from "../session/store.ts";
import { enter } from "./enter.ts";
import { signIn } from "./sign-in.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
  await settled(world, awa);
  await settled(world, julien);
  await verifyContacts(world, awa);
  await world.keep();
});
beforeEach(() => world.afresh());
after(() => world.close());

const told = async () => (await sentTo(world, awa)).map(({ queue }) => queue).sort();

test("SEC-05 a sign-in from a browser never seen is told to every verified contact point, without a link", async () => {
  await comeIn(world, awa, firefox);
  const sent = await sentTo(world, awa);
  assert.deepEqual(sent.map(({ queue }) => queue).sort(), ["mail", "sms"]);
  for (const { payload } of sent) {
    assert.match(payload.text, /nouvel appareil|que vous n’aviez pas encore utilisé/);
    assert.match(payload.text, /Firefox, Windows/);
    assert.match(payload.text, /tapez caf\.fr/);
    assert.doesNotMatch(payload.text, /https?:|:\/\//);
  }
  const last = (await journalOf(world, awa)).at(-1);
  assert.deepEqual(last?.detail, { by: "password", newDevice: true });
});

test("SEC-05 the same browser again is told to nobody; another one is", async () => {
  const { deviceCookie } = await comeIn(world, awa, firefox);
  assert.equal((await told()).length, 2);
  world.pass({ days: 100 });
  const again = await comeIn(world, awa, { ...firefox, deviceCookie });
  assert.equal((await told()).length, 2);
  world.pass({ days: 100 });
  await comeIn(world, awa, { ...firefox, deviceCookie: again.deviceCookie });
  assert.equal((await told()).length, 2, "each sign-in keeps the browser known for longer");
  await comeIn(world, awa, { ...phone, deviceCookie: again.deviceCookie });
  assert.equal((await told()).length, 4, "the cookie of one device means nothing on another");
  world.pass({ days: 180 });
  await comeIn(world, awa, { ...firefox, deviceCookie: again.deviceCookie });
  assert.equal((await told()).length, 6, "after 180 days it is a new one");
});

test("SEC-05 a couple's computer: the mark of one says nothing of the other", async () => {
  await verifyContacts(world, julien);
  const { deviceCookie } = await comeIn(world, awa, firefox);
  const his = await comeIn(world, julien, { ...firefox, deviceCookie });
  assert.equal((await sentTo(world, julien)).length, 1, "Julien was never here");
  const before = (await world.sent()).length;
  await comeIn(world, awa, { ...firefox, deviceCookie: his.deviceCookie });
  const hers = await comeIn(world, julien, { ...firefox, deviceCookie: his.deviceCookie });
  assert.ok(hers.deviceCookie);
  assert.equal((await world.sent()).length, before, "both are known now");
});

test("MC-12 the very first sign-in is news to nobody, and its browser is known from then on", async () => {
  await world.afresh();
  const fresh = await demoWorld();
  try {
    await verifyContacts(fresh, awa);
    const asked = { identifier: awa.identifier, password: awa.oldPassword };
    const first = await signIn(fresh, asked, firefox);
    assert.ok("cookie" in first && first.deviceCookie);
    assert.deepEqual(await sentTo(fresh, awa), []);
    const second = await signIn(fresh, asked, { ...firefox, deviceCookie: first.deviceCookie });
    assert.ok("cookie" in second);
    assert.deepEqual(await sentTo(fresh, awa), []);
  } finally {
    await fresh.close();
  }
});

test("CP-05 nobody is written to at a contact point they never verified", async () => {
  await comeIn(world, julien, firefox);
  assert.deepEqual(await sentTo(world, julien), []);
});

test("SEC-05 six notices a day are enough; the journal goes on, and the next day they start again", async () => {
  for (let n = 0; n < 8; n++) {
    world.pass({ minutes: 1 });
    await comeIn(world, awa, firefox);
  }
  assert.equal((await told()).length, 12);
  const noted = (await journalOf(world, awa)).filter(({ detail }) => detail.newDevice);
  assert.equal(noted.length, 8);
  world.pass({ days: 1, minutes: 1 });
  await comeIn(world, awa, firefox);
  assert.equal((await told()).length, 14);
});

test("SEC-05 once everything was ended, every browser is new again", async () => {
  const { deviceCookie } = await comeIn(world, awa, firefox);
  world.pass({ seconds: 1 });
  await inTransaction(world.db, (tx) => endAllSessions(tx, awa.id, world.clock()));
  world.pass({ seconds: 1 });
  const after = await comeIn(world, awa, { ...firefox, deviceCookie });
  assert.equal((await told()).length, 4);
  await comeIn(world, awa, { ...firefox, deviceCookie: after.deviceCookie });
  assert.equal((await told()).length, 4, "and known again since");
});

test("CP-22 FranceConnect tells of its sign-ins itself; its browser is known all the same", async () => {
  const entering = { personId: awa.id, lastSignInAt: world.clock(), way: "franceconnect" } as const;
  const entered = await inTransaction(world.db, (tx) => enter(tx, world, { ...entering, ...firefox }));
  assert.ok(entered && "cookie" in entered && entered.deviceCookie);
  assert.deepEqual(await told(), []);
  await comeIn(world, awa, { ...firefox, deviceCookie: entered.deviceCookie });
  assert.deepEqual(await told(), []);
});
