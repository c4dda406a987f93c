import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { actsOf, awa, type DemoWorld, demoWorld, julien } from "../../../../test/demo.ts";
import { type Browser, settle, type TestSite, testSite } from "../../../../test/site.ts";

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

/** What the form on that page would send. */
async function formOn(browser: Browser, path: string, fields: Record<string, string> = {}) {
  const { body } = await browser.open(path);
  const once = /name="once" value="([^"]+)"/.exec(body)?.[1] ?? "";
  const situation = /name="situation" value="([^"]+)"/.exec(body)?.[1] ?? "";
  return { situation, once, ...fields };
}

test("CN-09 signed in, one form closes the account, and the session with it; sent again it leads to the same place", async () => {
  const browser = site.browser();
  await settle(browser, awa);
  const form = await formOn(browser, "/alarms/new/not-me", { told: "<b>Quelqu’un</b>" });
  assert.equal(form.situation, "not-me");
  const seen = await browser.send("/alarms", form);
  assert.equal(seen.path, "/alarms/current");
  assert.match(seen.body, /plus personne n’entre/);
  assert.ok(!browser.jar.has("__Host-session"));
  const again = await browser.send("/alarms", form);
  assert.equal(again.path, "/alarms/current");
  assert.equal((await actsOf(world, awa)).filter((act) => act === "raised an alarm").length, 1);
  assert.equal((await browser.open("/alarms")).path, "/sessions/new?next=%2Falarms");
});

test("CN-09 a session that ended meanwhile: the form asks who it is, and loses nothing that was typed", async () => {
  const browser = site.browser();
  await settle(browser, awa);
  const told = "</textarea><script>alert(1)</script>";
  const form = await formOn(browser, "/alarms/new/phone-stolen", { told, time: "14:30", "since-day": "9" });
  world.pass({ minutes: 16 });
  const seen = await browser.send("/alarms", { ...form, "since-month": "3", "since-year": "2026" });
  assert.equal(seen.status, 422);
  assert.match(seen.body, /<title>Erreur/);
  for (const kept of ['value="14:30"', 'value="9"', 'value="2026"', "&lt;/textarea&gt;&lt;script&gt;"])
    assert.ok(seen.body.includes(kept), kept);
  assert.match(seen.body, /name="identifier"/);
  assert.ok((await actsOf(world, awa)).every((act) => act !== "closed access"));
});

test("CN-09 a session that owes its second step proves nothing more than a password: it is asked who it is", async () => {
  const browser = site.browser();
  await settle(browser, awa);
  await sql`update identity.session set second_step_due = true`.execute(world.db);
  assert.match((await browser.open("/alarms/new/not-me")).body, /name="identifier"/);
  const seen = await browser.send("/alarms", await formOn(browser, "/alarms/new/not-me"));
  assert.equal(seen.status, 422);
});

test("CN-09 another browser sees nothing of the report, whatever cookie it makes up", async () => {
  const browser = site.browser();
  await settle(browser, awa);
  await browser.send("/alarms", await formOn(browser, "/alarms/new/not-me"));
  const stranger = site.browser();
  for (const cookie of ["", "x", "a".repeat(43)]) {
    stranger.jar.set("__Host-alarm", cookie);
    assert.equal((await stranger.open("/alarms/current")).path, "/alarms/new");
  }
  const other = site.browser();
  await settle(other, julien);
  assert.match((await other.open("/alarms")).body, /Vous n’avez rien signalé/);
});

test("CN-09 one address raises 5 alarms a minute: the sixth is told to wait, with the phone number", async () => {
  const browser = site.browser();
  const send = async () =>
    browser.post("/alarms", {
      ...(await formOn(browser, "/alarms/new/password-asked?gave=no")),
      channel: "sms",
    });
  for (let n = 0; n < 5; n++) assert.equal((await send()).status, 303);
  const sixth = await send();
  assert.equal(sixth.status, 429);
  assert.ok(sixth.body.includes(`href="tel:${world.institution.help.phone.replaceAll(" ", "")}"`));
});

test("CN-05 what is not on the form is not taken: an unknown situation, an unknown channel", async () => {
  const browser = site.browser();
  assert.equal((await browser.post("/alarms", { situation: "fire", once: "" })).status, 400);
  const seen = await browser.post("/alarms", { situation: "password-kept", once: "", channel: "pigeon" });
  assert.equal(seen.status, 422);
  assert.match(seen.body, /Dites-nous comment on vous l’a demandé/);
});
