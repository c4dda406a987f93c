import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import {
  actsOf,
  awa,
  cookieOf,
  type DemoWorld,
  demoWorld,
  julien,
  ownPassword,
  visitorBy,
} from "../../../../test/demo.ts";
import { type Browser, settle, type TestSite, testSite } from "../../../../test/site.ts";
import { isRecent } from "../session/session.ts";
import { confirmPassword } from "./confirm-password.ts";

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  await settle(site.browser(), awa);
  await settle(site.browser(), julien);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

/** Signed in for a while, and never idle: the session runs, the password is no longer recent. */
async function stillThere(cookie: string) {
  for (let n = 0; n < 2; n++) {
    world.pass({ minutes: 10 });
    await visitorBy(world, cookie);
  }
  return visitorBy(world, cookie);
}

const cookieIn = (browser: Browser) => browser.jar.get("__Host-session") ?? "";

test("SEC-04 the right password makes this session recent again, for 15 minutes", async () => {
  const cookie = await cookieOf(world, awa, ownPassword);
  const visitor = await stillThere(cookie);
  assert.ok(!isRecent(world, visitor));
  assert.deepEqual(await confirmPassword(world, visitor, ownPassword), { confirmed: true });
  assert.ok(isRecent(world, await visitorBy(world, cookie)));
  assert.equal((await actsOf(world, awa)).at(-1), "typed the password again");
  world.pass({ minutes: 10 });
  await visitorBy(world, cookie);
  world.pass({ minutes: 5 });
  assert.ok(!isRecent(world, await visitorBy(world, cookie)));
});

test("SEC-04 it makes no other session of the person recent", async () => {
  const [here, there] = [await cookieOf(world, awa, ownPassword), await cookieOf(world, awa, ownPassword)];
  await stillThere(there);
  await confirmPassword(world, await visitorBy(world, await cookieOf(world, awa, ownPassword)), ownPassword);
  assert.ok(!isRecent(world, await visitorBy(world, there)));
  assert.notEqual(here, there);
});

test("SEC-04 a wrong password, another person's, or the old one, makes nothing recent", async () => {
  const cookie = await cookieOf(world, awa, ownPassword);
  const visitor = await stillThere(cookie);
  for (const typed of ["faux", awa.oldPassword, ""]) {
    const result = await confirmPassword(world, visitor, typed);
    assert.ok("refused" in result);
    assert.match(result.refused.fr, /pas le bon mot de passe/);
  }
  assert.ok(!isRecent(world, await visitorBy(world, cookie)));
});

test("SEC-01 wrong passwords count here as they do at sign-in", async () => {
  const cookie = await cookieOf(world, awa, ownPassword);
  const visitor = await stillThere(cookie);
  for (let n = 0; n < 5; n++) await confirmPassword(world, visitor, "faux");
  const waits = await confirmPassword(world, visitor, ownPassword);
  assert.ok("refused" in waits);
  assert.match(waits.refused.fr, /attendez 1 minute/);
  world.pass({ minutes: 1 });
  assert.deepEqual(await confirmPassword(world, visitor, ownPassword), { confirmed: true });
});

test("SEC-04 contacts ask for the password after 15 minutes, and what was typed is kept", async () => {
  const browser = site.browser();
  await browser.signIn(awa, ownPassword);
  await stillThere(cookieIn(browser));
  const mail = "awa@ailleurs.exemple";
  const asked = await browser.send("/contacts", { mail });
  assert.equal(asked.path, "/password/confirmations/new?next=%2Fcontacts");
  assert.deepEqual(await world.sent(), []);
  const wrong = await browser.send("/password/confirmations", { password: "faux", next: "/contacts" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /name="next" value="\/contacts"/);
  const back = await browser.send("/password/confirmations", { password: ownPassword, next: "/contacts" });
  assert.equal(back.path, "/contacts");
  assert.ok(back.body.includes(`value="${mail}"`));
  assert.equal((await browser.send("/contacts", { mail })).path, "/contacts/mail/code");
});

test("SEC-04 giving the delegation asks for the password after 15 minutes; saying no does not", async () => {
  const browser = site.browser();
  await browser.signIn(awa, ownPassword);
  await stillThere(cookieIn(browser));
  const asked = await browser.send("/delegations", { answer: "grant" });
  assert.equal(asked.path, "/password/confirmations/new?next=%2Fdelegations%2Fnew");
  assert.equal((await browser.send("/delegations", { answer: "later" })).path, "/home");
  assert.ok(!(await actsOf(world, awa)).includes("granted the delegation"));
  await browser.send("/password/confirmations", { password: ownPassword });
  assert.equal((await browser.send("/delegations", { answer: "grant" })).path, "/home");
  assert.ok((await actsOf(world, awa)).includes("granted the delegation"));
});

test("SEC-04 taking the delegation back asks for the password after 15 minutes", async () => {
  const browser = site.browser();
  await browser.signIn(awa, ownPassword);
  await browser.send("/delegations", { answer: "grant" });
  await stillThere(cookieIn(browser));
  assert.match((await browser.send("/delegations/end")).path, /^\/password\/confirmations\/new/);
  assert.ok(!(await actsOf(world, awa)).includes("took the delegation back"));
});

test("SEC-04 the password page leads nowhere off the site", async () => {
  const browser = site.browser();
  await browser.signIn(awa, ownPassword);
  const there = await browser.post("/password/confirmations", {
    password: ownPassword,
    next: "https://ailleurs.exemple",
  });
  assert.equal(there.path, "/home");
});
