import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import {
  awa,
  type DemoWorld,
  demoWorld,
  dump,
  julien,
  otherPassword,
  ownPassword,
  shows,
} from "../../../../test/demo.ts";
import { settle, type TestSite, testSite } from "../../../../test/site.ts";
import { keepTyped, takeTyped } from "./kept-input.ts";

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

const typed = { mail: "awa@ailleurs.exemple", mobile: "06 39 98 12 99" };

const keptRows = async () =>
  (
    await sql<{ path: string; person_id: string }>`select path, person_id from identity.kept_input`.execute(
      world.db,
    )
  ).rows;

test("SEC-05 what was typed comes back once, to the same person on the same page", async () => {
  await keepTyped(world, awa.id, "/contacts", typed);
  assert.equal(await takeTyped(world, julien.id, "/contacts"), undefined);
  assert.equal(await takeTyped(world, awa.id, "/elsewhere"), undefined);
  assert.deepEqual(await takeTyped(world, awa.id, "/contacts"), typed);
  assert.equal(await takeTyped(world, awa.id, "/contacts"), undefined);
});

test("SEC-05 what was typed is sealed in the database, for that person and page", async () => {
  await keepTyped(world, awa.id, "/contacts", typed);
  const dumped = await dump(world);
  assert.ok(dumped.includes(awa.mail));
  for (const value of Object.values(typed)) assert.ok(!shows(dumped, value), value);
  await sql`update identity.kept_input set person_id = ${julien.id}`.execute(world.db);
  await assert.rejects(takeTyped(world, julien.id, "/contacts"));
});

test("SEC-05 what was typed is given back for an hour, and no longer", async () => {
  await keepTyped(world, awa.id, "/contacts", typed);
  world.pass({ hours: 1 });
  assert.deepEqual(await takeTyped(world, awa.id, "/contacts"), typed);
  await keepTyped(world, awa.id, "/contacts", typed);
  world.pass({ hours: 1, milliseconds: 1 });
  assert.equal(await takeTyped(world, awa.id, "/contacts"), undefined);
  assert.deepEqual(await keptRows(), []);
});

test("SEC-05 a form whose session ended is found again after signing in, as it was typed", async () => {
  const browser = site.browser();
  await settle(browser, awa);
  await browser.open("/contacts");
  world.pass({ minutes: 16 });
  const seen = await browser.send("/contacts", typed);
  assert.equal(seen.path, "/sessions/new?next=%2Fcontacts&ended=1");
  assert.match(seen.body, /ce que vous aviez écrit est gardé/);
  const back = await browser.send("/sessions", {
    identifier: awa.identifier,
    password: ownPassword,
    next: "/contacts",
  });
  assert.equal(back.path, "/contacts");
  for (const value of Object.values(typed)) assert.ok(back.body.includes(`value="${value}"`), value);
  assert.ok(!(await browser.open("/contacts")).body.includes(typed.mail));
});

test("SEC-05 nobody else finds it: Julien signs in on the same computer and sees his own", async () => {
  const browser = site.browser();
  await settle(browser, awa);
  world.pass({ minutes: 16 });
  await browser.send("/contacts", typed);
  await browser.signIn(julien);
  await settle(browser, julien);
  const seen = await browser.open("/contacts");
  assert.equal(seen.path, "/contacts");
  assert.ok(seen.body.includes(julien.mail));
  assert.ok(!seen.body.includes(typed.mail));
});

test("SEC-05 no password and no code is ever kept, whatever the form calls its fields", async () => {
  const browser = site.browser();
  await settle(browser, awa);
  world.pass({ minutes: 16 });
  await browser.post("/password/change", { current: ownPassword, chosen: otherPassword });
  await browser.post("/password/confirmations", { password: ownPassword });
  await browser.post("/contacts/mail/code", { code: "123456" });
  const kept = await Promise.all((await keptRows()).map(({ path }) => takeTyped(world, awa.id, path)));
  const values = kept.flatMap((one) => Object.values(one ?? {}));
  for (const secret of [ownPassword, otherPassword, "123456"]) assert.ok(!values.includes(secret), secret);
});

test("SEC-05 nothing is kept for somebody who was never signed in, or who signed out", async () => {
  await site.browser().post("/contacts", typed);
  const browser = site.browser();
  await browser.signIn(awa);
  await browser.send("/sessions/current/end");
  await browser.post("/contacts", typed);
  assert.deepEqual(await keptRows(), []);
});
