import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { monthNumber } from "../../../../engine/months.ts";
import { cnss } from "../../../../institutions/cnss/index.ts";
import { dump } from "../../../../test/demo.ts";
import { type TestSite, testSite } from "../../../../test/site.ts";
import { type TestWorld, testWorld } from "../../../../test/world.ts";
import { demoShell } from "../../../design/demo-shell.ts";
import { openSite } from "../../../open-site.ts";
import { type Career, nextQuestion, readAnswer } from "./answers.ts";
import { openPensionRules } from "./pension.ts";

const estimate = openPensionRules();
const month = monthNumber("2026-03") ?? 0;
const docker: Career = { age: 52, work: "manual", until2001: 0, until2006: 5, since2007: 12, pay: 100_000 };

test("CN-03 a career goes on at the same pay until the pension's age", () => {
  const { now, later } = estimate(docker, month);
  assert.equal(now.amount, 0);
  assert.equal(later?.atAge, 55);
  // 12 × 100,000 × (5 × 1.8% + 15 × 1.5%)
  assert.equal(Math.round(later?.result.amount ?? 0), 378_000);
});

test("CN-03 past the pension's age there is nothing to wait for", () => {
  const { now, later } = estimate({ ...docker, age: 60, since2007: 19, work: "other", until2001: 1 }, month);
  assert.equal(later, undefined);
  assert.ok((now.amount ?? 0) > 170_000);
});

test("CN-03 before the pension's age it also says what unfitness, a family and contributions come to", () => {
  const { unfit, family, contributions } = estimate({ ...docker, since2007: 17 }, month);
  // 70% at 52 of 12 × 100,000 × (5 × 1.8% + 17 × 1.5%)
  assert.equal(Math.round(unfit.amount ?? 0), 289_800);
  // Half, and a tenth, of what comes at 55: 12 × 100,000 × (5 × 1.8% + 20 × 1.5%)
  assert.equal(Math.round(family?.spouse.amount ?? 0), 234_000);
  assert.equal(Math.round(family?.child.amount ?? 0), 46_800);
  assert.equal(contributions.worker.amount, 6000);
  assert.equal(Math.round(contributions.employer.amount ?? 0), 15_700);
  const young = estimate({ ...docker, age: 30, until2006: 0, since2007: 2 }, month);
  assert.equal(young.unfit.amount, 0);
  assert.equal(estimate({ age: 70, work: "other", since2007: 3, pay: 1 }, month).family, undefined);
});

test("CN-03 answers are read as people type them, and refused at their field", () => {
  const read = (question: Parameters<typeof readAnswer>[0], typed: Record<string, string>) =>
    readAnswer(question, typed, { age: 40 }, 2026);
  assert.deepEqual(read("pay", { pay: "95 000 FDJ" }), { career: { age: 40, pay: 95_000 } });
  assert.deepEqual(read("pay", { pay: "95.000" }), { career: { age: 40, pay: 95_000 } });
  for (const pay of ["", "-5", "beaucoup", "99999999999"]) assert.ok("refused" in read("pay", { pay }), pay);
  for (const age of ["", "12", "58 ans", "200"]) assert.ok("refused" in read("age", { age }), age);
  assert.deepEqual(read("career", { since2007: "10" }), {
    career: { age: 40, until2001: 0, until2006: 0, since2007: 10 },
  });
  const six = read("career", { until2006: "6" });
  assert.deepEqual("refused" in six && Object.keys(six.refused), ["until2006"]);
  assert.ok("refused" in read("career", { until2001: "26", since2007: "1" }), "more years than a life holds");
  assert.ok("refused" in read("work", { work: "prince" }));
});

test("CN-03 cents are left out, never taken for hundreds; an age that the years told do not fit is refused", () => {
  for (const [typed, pay] of [
    ["95000,50", 95_000],
    ["95.000,00 FDJ", 95_000],
    ["1,234,567", 1_234_567],
    ["80 000 francs", 80_000],
  ] as const)
    assert.deepEqual(readAnswer("pay", { pay: typed }, {}, 2026), { career: { pay } }, typed);
  for (const typed of ["1e5", "-5", "12.34.5", "1,5,000", "cent"])
    assert.ok("refused" in readAnswer("pay", { pay: typed }, {}, 2026), typed);
  const read = readAnswer("age", { age: "30" }, docker, 2026);
  assert.ok(
    "refused" in read && read.refused.age,
    "seventeen years of contributions from the age of thirteen",
  );
  assert.ok("career" in readAnswer("age", { age: "31" }, docker, 2026));
});

test("CN-03 whatever is typed, an answer is read or refused with words, and never lost", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("age", "work", "career", "pay"),
      fc.dictionary(
        fc.constantFrom("age", "work", "pay", "until2001", "until2006", "since2007"),
        fc.string(),
      ),
      (question, typed) => {
        const read = readAnswer(question, typed, docker, 2026);
        if ("refused" in read) assert.ok(Object.values(read.refused).every(({ fr, en }) => fr && en));
        else assert.equal(nextQuestion(read.career), undefined);
      },
    ),
  );
});

let world: TestWorld;
let site: TestSite;
before(async () => {
  world = await testWorld({ institution: cnss });
  site = await testSite(world);
});
after(async () => {
  await site.close();
  await world.close();
});

test("CN-03 MC-27 four questions lead to an amount, its calculation and what nobody has confirmed", async () => {
  const browser = site.browser();
  await browser.open("/pension/new");
  assert.equal((await browser.send("/pension")).path, "/pension/current/age");
  const wrong = await browser.post("/pension/current/age", { age: "vieux" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /value="vieux"/);
  assert.equal((await browser.send("/pension/current/age", { age: "60" })).path, "/pension/current/work");
  assert.equal(
    (await browser.send("/pension/current/work", { work: "other" })).path,
    "/pension/current/career",
  );
  const years = { until2001: "5", until2006: "5", since2007: "15" };
  assert.equal((await browser.send("/pension/current/career", years)).path, "/pension/current/pay");
  const result = await browser.send("/pension/current/pay", { pay: "100000" });
  assert.equal(result.path, "/pension/current");
  assert.match(result.body.replace(/[\u00a0\u202f]/g, " "), /498 000/);
  assert.match(result.body, /Règle non vérifiée/);
  const english = (await browser.open("/pension/current?lang=en")).body.replace(/[\u00a0\u202f]/g, " ");
  assert.match(english, /498,000 FDJ <span/);
  assert.match(english, /between 170,000 FDJ a year/);
  assert.doesNotMatch(english, /DJF|\d \d{3} FDJ/, "as the field writes them, with English thousands");
});

test("CN-03 an estimate left for two hours is void, and one in another browser is not seen", async () => {
  const browser = site.browser();
  await browser.open("/pension/new");
  await browser.send("/pension");
  await browser.send("/pension/current/age", { age: "60" });
  assert.equal((await site.browser().open("/pension/current")).path, "/pension/new");
  assert.equal((await browser.open("/pension/current")).path, "/pension/current/work");
  world.pass({ minutes: 121 });
  assert.equal((await browser.open("/pension/current")).path, "/pension/new");
});

test("CN-03 nothing of an estimate is stored or logged", async () => {
  const log: string[] = [];
  const app = await openSite(
    { production: false, trustProxy: false },
    { log: { write: (line) => void log.push(line) } },
    { ...world, jobs: { ...world.jobs, nightly: async () => {} } },
    demoShell().assets,
  );
  const before = await dump(world);
  const browser = site.browser();
  await browser.open("/pension/new");
  await browser.send("/pension");
  await browser.send("/pension/current/age", { age: "57" });
  await browser.send("/pension/current/work", { work: "other" });
  await browser.send("/pension/current/career", { since2007: "18" });
  await browser.send("/pension/current/pay", { pay: "137426" });
  const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const told = await app.inject({ url: "/pension/current/pay", headers: { cookie } });
  assert.match(told.body, /value="137426"/);
  await app.close();
  assert.ok(log.length >= 1);
  for (const line of log) assert.doesNotMatch(line, /137426|__Host-pension/);
  assert.equal(await dump(world), before, "no row was written, none was changed");
});

test("the Caf pays no pensions: it has no such page", async () => {
  const caf = await testWorld();
  const cafSite = await testSite(caf);
  assert.equal((await cafSite.browser().open("/pension/new")).status, 404);
  await cafSite.close();
  await caf.close();
});
