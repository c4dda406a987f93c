import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import {
  awa,
  camille,
  type DemoWorld,
  demoWorld,
  julien,
  mael,
  nadia,
  ownPassword,
  samira,
} from "../../../../test/demo.ts";
import { settle, steps, type TestSite, testSite } from "../../../../test/site.ts";

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

test("CP-03 CP-15 Awa, a holder in a couple: terms, password, contacts, delegation, then home", async () => {
  const browser = site.browser();
  assert.equal((await browser.signIn(awa)).path, "/terms");
  assert.equal((await steps.acceptTerms(browser)).path, "/password/new");
  assert.equal((await steps.choosePassword(browser)).path, "/contacts");
  assert.equal((await steps.contactsLater(browser)).path, "/delegations/new");
  assert.equal((await steps.delegationLater(browser)).path, "/home");
});

test("CP-15 nobody but a holder in a couple meets the delegation", async () => {
  for (const who of [julien, camille, nadia, mael, samira]) {
    const browser = site.browser();
    await browser.signIn(who);
    await steps.acceptTerms(browser);
    await steps.choosePassword(browser);
    assert.equal((await steps.contactsLater(browser)).path, "/home");
  }
});

test("CP-03 no page past the first undone step opens, by its address or by its form", async () => {
  const browser = site.browser();
  await browser.signIn(awa);
  const later = ["/home", "/password/new", "/contacts", "/contacts/mail/code", "/delegations/new"];
  for (const path of [...later, "/password/change"]) assert.equal((await browser.open(path)).path, "/terms");
  const forms = ["/password", "/contacts", "/contacts/mail/codes", "/delegations", "/delegations/end"];
  for (const path of [...forms, "/password/change"])
    assert.equal((await browser.send(path, { password: ownPassword, answer: "grant" })).path, "/terms");
  await steps.acceptTerms(browser);
  for (const path of ["/home", "/contacts", "/delegations/new", "/terms"])
    assert.equal((await browser.open(path)).path, "/password/new");
});

test("CP-03 who leaves in the middle comes back at the first step not done", async () => {
  const walked = [steps.acceptTerms, steps.choosePassword, steps.contactsLater];
  const paths = ["/password/new", "/contacts", "/delegations/new"];
  let password = awa.oldPassword;
  for (const [n, step] of walked.entries()) {
    const before = site.browser();
    await before.signIn(awa, password);
    await step(before);
    if (step === steps.choosePassword) password = ownPassword;
    world.pass({ days: 1 });
    assert.equal((await site.browser().signIn(awa, password)).path, paths[n]);
  }
});

test("CP-03 the steps once done, their pages lead home, but contacts and delegation stay open", async () => {
  const browser = site.browser();
  await browser.signIn(awa);
  for (const step of Object.values(steps)) await step(browser);
  for (const path of ["/terms", "/terms/refused", "/password/new"])
    assert.equal((await browser.open(path)).path, "/home");
  for (const path of ["/contacts", "/delegations/new"]) assert.equal((await browser.open(path)).path, path);
});

test("CP-03 the next sign-in, with the password chosen, goes straight home", async () => {
  const browser = site.browser();
  await settle(browser, camille);
  assert.equal((await site.browser().signIn(camille, ownPassword)).path, "/home");
});

test("SEC-11 whoever is not signed in reaches the sign-in page and nothing else", async () => {
  const browser = site.browser();
  const closed = ["/home", "/terms", "/password/new", "/password/change", "/contacts", "/delegations/new"];
  for (const path of closed)
    assert.equal((await browser.open(path)).path, `/sessions/new?${new URLSearchParams({ next: path })}`);
  for (const path of [
    "/terms/answers",
    "/password",
    "/contacts/mail/code",
    "/delegations",
    "/delegations/end",
  ])
    assert.match((await browser.post(path)).path, /^\/sessions\/new\?/);
  assert.equal((await browser.open("/terms/current")).status, 200);
});

test("SEC-11 a script that asks without a session is told so, and gets no page", async () => {
  const response = await site.app.inject({
    url: "/home",
    headers: { host: "caf.localhost", accept: "application/json" },
  });
  assert.equal(response.statusCode, 401);
  assert.deepEqual(response.json(), { ended: true });
});

test("CP-03 two tabs: each step sent twice ends as if it had been sent once", async () => {
  const browser = site.browser();
  await browser.signIn(awa);
  await steps.acceptTerms(browser);
  assert.equal((await steps.acceptTerms(browser)).path, "/password/new");
  await steps.choosePassword(browser);
  assert.equal((await steps.choosePassword(browser)).path, "/contacts");
  await steps.contactsLater(browser);
  assert.equal((await steps.contactsLater(browser)).path, "/delegations/new");
  await steps.delegationLater(browser);
  assert.equal((await steps.delegationLater(browser)).path, "/home");
});

test("SEC-05 the late answer to a double click does not take away the cookie that the first one gave", async () => {
  const browser = site.browser();
  await browser.signIn(awa);
  await steps.acceptTerms(browser);
  const stale = site.browser();
  for (const [name, value] of browser.jar) stale.jar.set(name, value);
  await steps.choosePassword(browser);
  const late = await stale.post("/password", { password: ownPassword });
  assert.match(late.path, /^\/sessions\/new/);
  assert.equal(stale.jar.has("__Host-session"), true);
  stale.jar.set("__Host-session", browser.jar.get("__Host-session") ?? "");
  assert.equal((await stale.open(late.path)).path, "/contacts");
});
