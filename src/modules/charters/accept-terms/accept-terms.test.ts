import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { caf } from "../../../../institutions/caf/index.ts";
import { languages } from "../../../../law/language.ts";
import {
  actsOf,
  awa,
  type DemoWorld,
  demoWorld,
  journalOf,
  julien,
  type Someone,
  signedIn,
} from "../../../../test/demo.ts";
import { type Browser, settle, steps, type TestSite, testSite } from "../../../../test/site.ts";
import { sha256 } from "../../../platform/crypto.ts";
import type { Step } from "../../identity/index.ts";
import { readTerms, type Version } from "../charter.ts";
import { registerVersions } from "../store.ts";
import { answerTerms } from "./answer-terms.ts";
import { termsStep } from "./route.ts";

const terms = readTerms(caf);
const [first] = terms as [Version];

/** The next version, in force from the first of April. */
const next: Version = withTexts({ ...first, version: "2026-04-01" }, "changed");

function withTexts(version: Version, text: string): Version {
  const edited = languages.map((one) => [one, { ...version.texts[one], sha256: sha256(`${text} ${one}`) }]);
  return { ...version, texts: Object.fromEntries(edited) as Version["texts"] };
}

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

const answer = async (who: Someone, accepted: boolean, version = first, language: "fr" | "en" = "fr") =>
  answerTerms(world, await signedIn(world, who), version, { accepted, language });

const answers = async () =>
  (
    await sql<Record<string, unknown>>`
      select person_id, charter, version, answered_at, language, accepted from charters.answer
      order by answered_at`.execute(world.db)
  ).rows;

/** What the gate asks the step of a visitor. */
async function gate(who: Someone, versions: readonly Version[] = terms) {
  const step = termsStep(world, versions);
  const request = { visitor: await signedIn(world, who) } as Parameters<Step["isDone"]>[0];
  return (await step.isDone(request)) ? "open" : step.path(request);
}

async function atTheTerms(who: Someone): Promise<Browser> {
  const browser = site.browser();
  assert.equal((await browser.signIn(who)).path, "/terms");
  return browser;
}

test("MC-02 without an answer the account is closed; accepting opens it, to that person only", async () => {
  assert.equal(await gate(awa), "/terms");
  await answer(awa, true);
  assert.equal(await gate(awa), "open");
  assert.equal(await gate(julien), "/terms");
});

test("MC-02 the proof of acceptance has the version, the language, the time and the text's digest", async () => {
  await answer(awa, true, first, "en");
  const { charter, version } = first;
  const at = world.clock();
  assert.deepEqual(await answers(), [
    { person_id: awa.id, charter, version, answered_at: at, language: "en", accepted: true },
  ]);
  assert.deepEqual((await journalOf(world, awa)).at(-1), {
    act: "accepted the terms",
    actor: awa.id,
    detail: { charter, version, language: "en", sha256: first.texts.en.sha256.toString("hex") },
  });
});

test("MC-02 accepted twice, at the same moment or later, it stands once", async () => {
  const visitor = await signedIn(world, awa);
  const said = { accepted: true, language: "fr" } as const;
  await Promise.all([1, 2, 3].map(() => answerTerms(world, visitor, first, said)));
  world.pass({ minutes: 1 });
  await answerTerms(world, visitor, first, said);
  assert.equal((await answers()).length, 1);
  assert.deepEqual(await actsOf(world, awa), ["signed in", "accepted the terms"]);
});

test("MC-04 refusing keeps the account closed, and the person may come back any time and accept", async () => {
  await answer(awa, false);
  assert.equal(await gate(awa), "/terms/refused");
  world.pass({ days: 100 });
  assert.equal(await gate(awa), "/terms/refused");
  await answer(awa, true);
  assert.equal(await gate(awa), "open");
  assert.deepEqual(
    (await answers()).map(({ accepted }) => accepted),
    [false, true],
  );
});

test("MC-02 a refusal sent after the acceptance, from another tab, changes nothing", async () => {
  await answer(awa, true);
  world.pass({ seconds: 5 });
  await answer(awa, false);
  assert.equal(await gate(awa), "open");
  assert.equal((await answers()).length, 1);
});

test("MC-03 a new version closes the account from its day on, until it is accepted too", async () => {
  const versions = [first, next];
  await registerVersions(world.db, versions);
  await answer(awa, true);
  world.clock.now = new Date("2026-03-31T21:59:59Z");
  assert.equal(await gate(awa, versions), "open");
  world.clock.now = new Date("2026-03-31T22:00:00Z");
  assert.equal(await gate(awa, versions), "/terms");
  await answer(awa, true, next);
  assert.equal(await gate(awa, versions), "open");
  assert.deepEqual(
    (await answers()).map(({ version }) => version),
    [first.version, next.version],
  );
});

test("MC-03 a version that was published cannot be edited: the start refuses it, in each language", async () => {
  await registerVersions(world.db, terms);
  await assert.rejects(registerVersions(world.db, [withTexts(first, "edited")]), /was edited/);
  const onlyEnglish = { ...first, texts: { ...first.texts, en: withTexts(first, "edited").texts.en } };
  await assert.rejects(registerVersions(world.db, [onlyEnglish]), /\(en\) was edited/);
});

test("MC-02 the box is at the end of the text, and must be ticked", async () => {
  const browser = await atTheTerms(awa);
  const { body } = await browser.open("/terms");
  const lastClause = first.texts.fr.sections.at(-1)?.clauses.at(-1)?.id;
  assert.ok(body.includes(`<section id="${lastClause}">`));
  assert.ok(body.indexOf('name="accepted"') > body.indexOf(`<section id="${lastClause}">`));
  const seen = await browser.post("/terms/answers", { version: first.version, answer: "accept" });
  assert.equal(seen.status, 422);
  assert.match(seen.body, /cochez la case/);
  assert.deepEqual(await answers(), []);
});

test("MC-03 accepting a text that is no longer the one in force shows the new one", async () => {
  const browser = await atTheTerms(awa);
  const stale = { version: "2020-01-01", accepted: "yes", answer: "accept" };
  const seen = await browser.post("/terms/answers", stale);
  assert.equal(seen.status, 422);
  assert.match(seen.body, /viennent de changer/);
  assert.deepEqual(await answers(), []);
});

test("MC-04 on the site: refuse, find every page closed, come back another day and accept", async () => {
  const browser = await atTheTerms(awa);
  const refused = await browser.send("/terms/answers", { version: first.version, answer: "refuse" });
  assert.equal(refused.path, "/terms/refused");
  assert.match(refused.body, /href="\/terms"/);
  for (const path of ["/home", "/contacts", "/password/new", "/delegations/new"])
    assert.equal((await browser.open(path)).path, "/terms/refused");
  world.pass({ days: 1 });
  const back = site.browser();
  assert.equal((await back.signIn(awa)).path, "/terms/refused");
  assert.equal((await steps.acceptTerms(back)).path, "/password/new");
});

test("MC-02 the language of the page that was read is the one in the proof", async () => {
  const browser = await atTheTerms(julien);
  await browser.open("/terms?lang=en");
  await settle(browser, julien);
  assert.deepEqual(
    (await answers()).map(({ language }) => language),
    ["en"],
  );
});

test("MC-02 anyone may read the terms in force without signing in", async () => {
  const seen = await site.browser().open("/terms/current");
  assert.equal(seen.status, 200);
  assert.equal(seen.title, first.texts.fr.title);
  assert.doesNotMatch(seen.body, /name="accepted"/);
});
