import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { firstTerms, midnight, nextTerms, shownIn, termsWithNext } from "../../../../test/charters.ts";
import { awa, type DemoWorld, demoWorld, julien, ownPassword, type Someone } from "../../../../test/demo.ts";
import { type Browser, settle, steps, type TestSite, testSite } from "../../../../test/site.ts";
import { mayPass } from "../index.ts";

const justBefore = new Date(midnight.getTime() - 1000);

let shipped: DemoWorld;
/** The same world with the next version in it. */
let world: DemoWorld;
let site: TestSite;
let published: TestSite;
before(async () => {
  shipped = await demoWorld();
  world = { ...shipped, charters: termsWithNext };
  site = await testSite(shipped);
  published = await testSite(world);
  await shipped.keep();
});
beforeEach(() => shipped.afresh());
after(async () => {
  await site.close();
  await published.close();
  await shipped.close();
});

const answers = async () =>
  (
    await sql<{ language: string; quality: string }>`
      select language, quality from charters.answer order by answered_at`.execute(shipped.db)
  ).rows;

async function atTheTerms(who: Someone, on = site): Promise<Browser> {
  const browser = on.browser();
  assert.equal((await browser.signIn(who)).path, "/terms");
  return browser;
}

test("MC-02 the box is at the end of the text, and must be ticked", async () => {
  const browser = await atTheTerms(awa);
  const { body } = await browser.open("/terms");
  const lastClause = firstTerms.texts.fr.sections.at(-1)?.clauses.at(-1)?.id;
  assert.ok(body.includes(`<section id="clause-${lastClause}"`));
  assert.ok(body.indexOf('name="accepted"') > body.indexOf(`<section id="clause-${lastClause}"`));
  const seen = await browser.post("/terms/answers", { version: shownIn(firstTerms), answer: "accept" });
  assert.equal(seen.status, 422);
  assert.match(seen.body, /cochez la case/);
  assert.deepEqual(await answers(), []);
});

test("MC-03 a page left open over midnight: what is answered there shows the new text instead", async () => {
  world.clock.now = justBefore;
  const browser = await atTheTerms(awa, published);
  world.clock.now = midnight;
  for (const said of ["accept", "refuse"]) {
    const seen = await browser.post("/terms/answers", {
      version: shownIn(firstTerms),
      accepted: "yes",
      answer: said,
    });
    assert.equal(seen.status, 422);
    assert.match(seen.body, /viennent de changer/);
    assert.ok(seen.body.includes(`name="version" value="${shownIn(nextTerms)}"`));
  }
  assert.deepEqual(await answers(), []);
  await browser.send("/terms/answers", { version: shownIn(nextTerms), accepted: "yes", answer: "accept" });
  assert.equal(await mayPass(world, awa.id), true);
});

test("MC-04 on the site: refuse, find every page closed, come back another day and accept", async () => {
  const browser = await atTheTerms(awa);
  const refused = await browser.send("/terms/answers", { version: shownIn(firstTerms), answer: "refuse" });
  assert.equal(refused.path, "/terms/refused");
  assert.match(refused.body, /href="\/terms"/);
  for (const path of ["/home", "/contacts", "/password/new", "/delegations/new"])
    assert.equal((await browser.open(path)).path, "/terms/refused");
  shipped.pass({ days: 1 });
  const back = site.browser();
  assert.equal((await back.signIn(awa)).path, "/terms/refused");
  assert.equal((await steps.acceptTerms(back)).path, "/password/new");
});

test("MC-04 a program that asks on somebody's behalf gets nothing either, and is told where the way leads", async () => {
  const browser = await atTheTerms(awa);
  const response = await site.app.inject({
    url: "/home",
    headers: {
      host: "caf.localhost",
      accept: "application/json",
      cookie: [...browser.jar].map((pair) => pair.join("=")).join("; "),
    },
  });
  assert.equal(response.statusCode, 403);
  assert.deepEqual(response.json(), { next: "/terms" });
});

test("MC-02 the text that was shown is the one in the proof, whatever the language chosen in another tab since", async () => {
  const browser = await atTheTerms(julien);
  await browser.open("/terms?lang=en");
  await browser.send("/terms/answers?lang=fr", {
    version: shownIn(firstTerms, "en"),
    accepted: "yes",
    answer: "accept",
  });
  const [proof] = await answers();
  assert.deepEqual([proof?.language, proof?.quality], ["en", "conjoint"]);
});

/** Awa has gone through everything, and the new version takes effect while she is signed in. */
async function overMidnight(): Promise<Browser> {
  world.clock.now = new Date(midnight.getTime() - 60_000);
  const browser = published.browser();
  assert.equal((await settle(browser, awa)).path, "/home");
  world.clock.now = midnight;
  return browser;
}

test("MC-03 signed in when it changes: what changed comes first, then the text, then the box", async () => {
  const browser = await overMidnight();
  const seen = await browser.open("/home");
  assert.equal(seen.path, "/terms");
  const places = [
    "Ces règles ont changé le",
    "Garder son navigateur à jour devient une règle.",
    "gardez votre navigateur à jour",
    "gardez toujours votre navigateur à jour",
    "Le texte entier",
    'id="clause-what-for"',
    'name="accepted"',
  ].map((piece) => seen.body.indexOf(piece));
  assert.ok(places.every((place) => place > 0));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.equal((await steps.acceptTerms(browser)).path, "/home");
});

test("MC-03 SEC-05 what was being typed when it changed is given back after accepting", async () => {
  const browser = await overMidnight();
  const typed = { mail: "awa.nouvelle@exemple.fr", mobile: "" };
  const met = await browser.send("/contacts", typed);
  assert.equal(met.path, "/terms?next=%2Fcontacts");
  assert.match(met.body, /vous y reviendrez/);
  const back = await browser.send("/terms/answers", {
    version: shownIn(nextTerms),
    accepted: "yes",
    answer: "accept",
    next: "/contacts",
  });
  assert.equal(back.path, "/contacts");
  assert.match(back.body, /value="awa\.nouvelle@exemple\.fr"/);
  assert.doesNotMatch((await browser.open("/contacts")).body, /awa\.nouvelle/);
});

test("MC-03 MC-04 who refuses first and accepts then still finds what they were typing", async () => {
  const browser = await overMidnight();
  await browser.send("/contacts", { mail: "awa.nouvelle@exemple.fr", mobile: "" });
  const refused = await browser.send("/terms/answers", {
    version: shownIn(nextTerms),
    answer: "refuse",
    next: "/contacts",
  });
  assert.equal(refused.path, "/terms/refused?next=%2Fcontacts");
  assert.match(refused.body, /href="\/terms\?next=%2Fcontacts"/);
  assert.match((await browser.open("/terms?next=%2Fcontacts")).body, /name="next" value="\/contacts"/);
});

test("MC-03 a page asked for is come back to, and no crafted address leads elsewhere", async () => {
  const browser = await overMidnight();
  assert.equal((await browser.open("/sessions")).path, "/terms?next=%2Fsessions");
  const seen = await browser.open("/terms?next=https%3A%2F%2Fevil.example%2F");
  assert.doesNotMatch(seen.body, /"[^"/?]*\/\/evil|name="next"/);
  const back = await browser.send("/terms/answers", {
    version: shownIn(nextTerms),
    accepted: "yes",
    answer: "accept",
    next: "//evil.example/",
  });
  assert.equal(back.path, "/home");
});

test("MC-03 SEC-05 a session that ends while a form is open, and the terms that change: the form is still found", async () => {
  const browser = await overMidnight();
  shipped.pass({ minutes: 16 });
  const ended = await browser.send("/contacts", { mail: "awa.tard@exemple.fr", mobile: "" });
  assert.equal(ended.path, "/sessions/new?next=%2Fcontacts&ended=1");
  const met = await browser.send("/sessions", {
    identifier: awa.identifier,
    password: ownPassword,
    next: "/contacts",
  });
  assert.equal(met.path, "/terms?next=%2Fcontacts");
  const back = await browser.send("/terms/answers", {
    version: shownIn(nextTerms),
    accepted: "yes",
    answer: "accept",
    next: "/contacts",
  });
  assert.match(back.body, /value="awa\.tard@exemple\.fr"/);
});
