import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { awa, type DemoWorld, demoWorld, samira } from "../../../../test/demo.ts";
import { type TestSite, testSite } from "../../../../test/site.ts";

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

/** Samira’s answers: her register knows the month of her birth, not the day. */
const told = {
  "first-names": "Samira",
  "birth-name": "Haidari",
  "birth-day": "00",
  "birth-month": "7",
  "birth-year": "1999",
  contact: samira.mail,
};

test("CP-13 SEC-02 a provisional identifier, a number and nobody’s are answered by the same page; one address asks 20 times an hour", async () => {
  const browser = site.browser();
  const answers = [];
  for (const changed of [{}, { "birth-name": "Inconnue" }, { contact: awa.mail }]) {
    const seen = await browser.send("/identifier-reminders", { ...told, ...changed });
    assert.equal(seen.path, "/identifier-reminders/sent");
    answers.push(seen.body.replace(/nonce="[^"]*"|name="csrf" value="[^"]*"/g, ""));
  }
  for (const body of answers) assert.equal(body, answers[0]);
  for (let n = 3; n < 20; n++)
    assert.equal((await browser.post("/identifier-reminders", told)).status, 303, `${n}`);
  assert.equal((await browser.post("/identifier-reminders", told)).status, 429);
  assert.equal((await site.browser().post("/identifier-reminders", told)).status, 303, "others may");
});

test("CP-13 what is missing or wrong has its words next to it, and what was typed stays", async () => {
  const browser = site.browser();
  await browser.open("/identifier-reminders/new");
  const typed = { ...told, "birth-year": "", contact: "samira" };
  const seen = await browser.send("/identifier-reminders", typed);
  assert.equal(seen.status, 422);
  assert.match(seen.body, /<title>Erreur/);
  for (const field of ["birth-year", "contact"]) assert.match(seen.body, new RegExp(`href="#${field}"`));
  for (const kept of ['value="Haidari"', 'value="Samira"', 'value="00"', 'value="samira"'])
    assert.ok(seen.body.includes(kept), kept);
});

test("CP-13 the sign-in page leads there, once", async () => {
  const { body } = await site.browser().open("/sessions/new");
  assert.equal(body.match(/href="\/identifier-reminders\/new"/g)?.length, 1);
  assert.doesNotMatch(body, /provisional-identifiers/);
});
