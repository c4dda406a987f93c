import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { lastCodeTo, lastObjectionTo } from "../../../../test/contacts.ts";
import { awa, type DemoWorld, demoWorld, julien, ownPassword } from "../../../../test/demo.ts";
import { settle, type TestSite, testSite } from "../../../../test/site.ts";

let world: DemoWorld;
let site: TestSite;

/** Awa's mail is verified, since the day before. */
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  const browser = site.browser();
  await settle(browser, awa);
  await browser.send("/contacts", { mail: awa.mail });
  await browser.send("/contacts/mail/code", { code: await lastCodeTo(world, awa.mail) });
  await world.keep();
});
beforeEach(async () => {
  await world.afresh();
  world.pass({ days: 1 });
});
after(async () => {
  await site.close();
  await world.close();
});

const theirs = "intrus@ailleurs.exemple";

async function changed() {
  const browser = site.browser();
  await browser.signIn(awa, ownPassword);
  assert.equal((await browser.send("/contacts/mail", { mail: theirs })).path, "/contacts/mail/code");
  const seen = await browser.send("/contacts/mail/code", { code: await lastCodeTo(world, theirs) });
  assert.equal(seen.path, "/contacts?done=changed");
  return { browser, seen };
}

test("SEC-04 anyone may open the objection, from the front page and from those for who cannot sign in", async () => {
  const browser = site.browser();
  for (const path of ["/", "/sessions/new", "/recoveries/new"])
    assert.match((await browser.open(path)).body, /href="\/objections\/new"/, path);
  assert.equal((await browser.open("/objections/new")).status, 200);
});

test("SEC-04 an objection typed by somebody who is not signed in closes the session that changed the address", async () => {
  const { browser } = await changed();
  const elsewhere = site.browser();
  const wrong = await elsewhere.send("/objections", { code: "7K2M-Q4ZB-0XHC" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /value="7K2M-Q4ZB-0XHC"/, "what was typed is kept");
  const done = await elsewhere.send("/objections", { code: await lastObjectionTo(world, awa.mail) });
  assert.equal(done.path, "/objections/done");
  assert.match(done.body, /href="\/recoveries\/new"/);
  assert.match((await browser.open("/contacts")).path, /^\/sessions\/new/);
  const again = await browser.signIn(awa, ownPassword);
  assert.equal(again.status, 403);
});

test("SEC-01 one address tries 300 codes in 5 minutes, no more", async () => {
  const browser = site.browser();
  for (let n = 0; n < 300; n++) assert.equal((await browser.post("/objections", { code: "x" })).status, 422);
  assert.equal((await browser.post("/objections", { code: "x" })).status, 429);
});

test("MC-17 MC-22 the page shows every state: in use, replaced and until when, to confirm, for messages only", async () => {
  const { browser, seen } = await changed();
  for (const part of [theirs, "aw••••••@exemple.fr", "14 mars 2026", "Tenez-les à jour", "/contact"])
    assert.ok(seen.body.includes(part), part);
  await browser.send("/contacts/mobile", { mobile: "06 39 98 12 77" });
  const waits = await browser.open("/contacts");
  assert.match(waits.body, /06 39 98 12 77[\s\S]*à confirmer/);
  assert.match(waits.body, /href="\/contacts\/mobile\/code"/, "its code is still good: none is sent again");
  await browser.send("/contacts/notices", { mail: julien.mail });
  await browser.send("/contacts/notices/code", { code: await lastCodeTo(world, julien.mail) });
  assert.match(
    (await browser.open("/contacts")).body,
    new RegExp(`${julien.mail}[\\s\\S]*pour les messages seulement`),
  );
  const back = await browser.send("/contacts/notices/removal");
  assert.equal(back.path, "/contacts?done=removed");
  assert.ok(!back.body.includes(julien.mail));
});

test("MC-16 the only confirmed contact detail cannot be removed, and the page says what to do", async () => {
  const browser = site.browser();
  await browser.signIn(awa, ownPassword);
  assert.doesNotMatch((await browser.open("/contacts")).body, /\/contacts\/mail\/removal/);
  const refused = await browser.send("/contacts/mail/removal");
  assert.equal(refused.status, 422);
  assert.match(refused.body, /Ajoutez d’abord une autre/);
  assert.equal((await browser.open("/contacts/mobile/removal")).path, "/contacts");
});

test("SEC-04 SEC-05 what was typed comes back after the password is asked again, and after a session that ended", async () => {
  const browser = site.browser();
  await browser.signIn(awa, ownPassword);
  for (let n = 0; n < 2; n++) {
    world.pass({ minutes: 8 });
    await browser.open("/contacts");
  }
  for (const [path, fields] of [
    ["/contacts/mail", { mail: theirs }],
    ["/contacts/notices", { mail: julien.mail }],
  ] as const) {
    const asked = await browser.send(path, fields);
    assert.equal(asked.path, `/password/confirmations/new?${new URLSearchParams({ next: path })}`);
    assert.match((await browser.open(path)).body, new RegExp(`value="${fields.mail}"`));
  }
  world.pass({ minutes: 16 });
  const ended = await browser.send("/contacts/mail", { mail: theirs });
  assert.equal(ended.path, "/sessions/new?next=%2Fcontacts%2Fmail&ended=1");
  const fields = { identifier: awa.identifier, password: ownPassword, next: "/contacts/mail" };
  const back = await browser.send("/sessions", fields);
  assert.match(back.body, new RegExp(`value="${theirs}"`));
});

test("SEC-11 none of these pages opens to who is not signed in", async () => {
  for (const path of [
    "/contacts/mail",
    "/contacts/mobile/removal",
    "/contacts/notices",
    "/contacts/notices/code",
  ]) {
    assert.match((await site.browser().open(path)).path, /^\/sessions\/new/);
    assert.match((await site.browser().post(path)).path, /^\/sessions\/new/);
  }
});
