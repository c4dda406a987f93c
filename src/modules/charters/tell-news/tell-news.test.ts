import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { caf } from "../../../../institutions/caf/index.ts";
import { publishing } from "../../../../test/charters.ts";
import { actsOf, awa, type DemoWorld, demoWorld, julien, ownPassword } from "../../../../test/demo.ts";
import { type Browser, settle, type TestSite, testSite } from "../../../../test/site.ts";
import { noteSeen } from "./tell-news.ts";

const later = {
  charter: "mon-compte",
  version: "2026-04-01",
  announced: "2026-03-20",
  changes: "Une faute corrigée.",
};

let world: DemoWorld;
/** The same world where the next version only informs, and where it is announced and has to be accepted. */
let informing: TestSite;
let asking: TestSite;
before(async () => {
  world = await demoWorld();
  informing = await testSite({ ...world, charters: publishing(caf, { ...later, acceptance: "informs" }) });
  asking = await testSite({ ...world, charters: publishing(caf, later) });
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await informing.close();
  await asking.close();
  await world.close();
});

const banner = /govuk-notification-banner/;

async function awaAtHome(site: TestSite) {
  const browser = site.browser();
  assert.equal((await settle(browser, awa)).path, "/home");
  return browser;
}

test("CN-08 SP-06 a version that only informs closes nothing: it is told on the home page until seen, then never again", async () => {
  const browser = await awaAtHome(informing);
  assert.doesNotMatch((await browser.open("/home")).body, banner);
  world.clock.now = new Date("2026-04-01T09:00:00Z");
  const back = await homeAgain(browser);
  assert.match(
    back.body,
    /une nouvelle version s’applique depuis le 1er.avril.2026[\s\S]*Une faute corrigée\./,
  );
  assert.match(back.body, /href="\/charters\/mon-compte\/changes\/2026-01-05\/2026-04-01"/);
  assert.match((await browser.open("/home")).body, banner);
  assert.doesNotMatch((await browser.open("/sessions")).body, banner);
  const dismissed = await browser.send("/charters/mon-compte/notices", { version: "2026-04-01" });
  assert.equal(dismissed.path, "/home");
  assert.doesNotMatch(dismissed.body, banner);
  world.pass({ minutes: 5 });
  assert.doesNotMatch((await browser.open("/home")).body, banner);
  assert.deepEqual((await actsOf(world, awa)).at(-1), "saw what changes in the terms");
});

/** Days later: she signs in anew. */
async function homeAgain(browser: Browser) {
  await browser.signIn(awa, ownPassword);
  return browser.open("/home");
}

test("CN-08 a version that will have to be accepted is announced ahead, and asked for on its day all the same", async () => {
  const browser = await awaAtHome(asking);
  world.clock.now = new Date("2026-03-20T09:00:00Z");
  const announced = await homeAgain(browser);
  assert.match(announced.body, /une nouvelle version s’appliquera le 1er.avril.2026/);
  await browser.send("/charters/mon-compte/notices", { version: "2026-04-01" });
  assert.doesNotMatch((await browser.open("/home")).body, banner);
  world.clock.now = new Date("2026-04-01T09:00:00Z");
  assert.equal((await homeAgain(browser)).path, "/terms");
});

test("CN-08 seen twice, or of what nobody may read, is noted once or not at all", async () => {
  const charters = publishing(caf, { ...later, acceptance: "informs" });
  const there = { ...world, charters };
  const see = (version: string, who = awa) =>
    noteSeen(there, { personId: who.id, audience: "person", version, language: "fr" });
  world.clock.now = new Date("2026-03-19T09:00:00Z");
  await see("2026-04-01");
  await see("2030-01-01");
  await see("' or 1=1");
  assert.deepEqual(await actsOf(world, awa), []);
  world.clock.now = new Date("2026-03-20T09:00:00Z");
  await Promise.all([see("2026-04-01"), see("2026-04-01"), see("2026-04-01")]);
  assert.deepEqual(await actsOf(world, awa), ["saw what changes in the terms"]);
  assert.deepEqual(await actsOf(world, julien), []);
});
