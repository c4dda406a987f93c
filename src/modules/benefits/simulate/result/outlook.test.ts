import assert from "node:assert/strict";
import { test } from "node:test";
import type { Household } from "../../../../../engine/household.ts";
import { monthNumber, monthText } from "../../../../../engine/months.ts";
import { openRules } from "../../rules.ts";
import { lookAhead, yearsOn } from "./outlook.ts";

const rules = openRules();
const month = monthNumber("2026-05") as number;

const family = (pay: number, ...births: string[]): Household => ({
  adults: [{ birth: "1985-02-11", netPay: pay, disabled: false }],
  children: births.map((birth) => ({ birth, aeeh: -1 })),
  housing: "owner",
});
const look = (household: Household, at = month) => lookAhead(rules, household, at);

test("MC-01 the month in which a child turns three is found, and which benefits it moves", () => {
  const { ageSteps } = look(family(1100, "2017-04-04", "2020-01-20", "2023-09-12"));
  const [step] = ageSteps;
  assert.ok(step);
  assert.equal(monthText(step.month), "2026-10", "the month after the birthday");
  assert.deepEqual([step.birth, step.age], ["2023-09-12", 3]);
  const moved = Object.fromEntries(
    step.changes.map(({ benefit, before, after }) => [benefit, [before, after]]),
  );
  assert.equal(moved.paje_base?.[1], 0);
  assert.equal(moved.cf?.[0], 0);
  assert.ok((moved.cf?.[1] ?? 0) > 0);
  assert.equal(ageSteps.length, 1);
});

test("MC-01 a child of 14 born before March 2012 brings the age supplement, a younger one waits for 18", () => {
  const before = monthNumber("2025-12") as number;
  const steps = (birth: string) => look(family(1500, "2009-05-05", birth), before).ageSteps;
  const [step] = steps("2012-02-20");
  assert.ok(step);
  assert.deepEqual([monthText(step.month), step.age], ["2026-03", 14]);
  assert.deepEqual(
    step.changes.map(({ benefit }) => benefit),
    ["af"],
  );
  assert.deepEqual(
    steps("2012-03-20").filter(({ birth }) => birth === "2012-03-20"),
    [],
  );
});

test("MC-01 a birthday that decides nothing is not told, nor is the law of that month taken for it", () => {
  const april = monthNumber("2026-03") as number;
  const { ageSteps, firstChange } = look(family(1100, "2016-12-08", "2019-03-21"), april);
  assert.deepEqual(ageSteps, []);
  assert.ok(firstChange);
  assert.equal(monthText(firstChange.month), "2026-04");
  assert.equal(firstChange.byLaw, true, "amounts are raised each April");
  assert.ok(firstChange.changes.some(({ benefit }) => benefit === "af"));
});

test("MC-01 the last child who turns 20 ends what two children gave", () => {
  const { ageSteps } = look(family(1100, "2006-10-15", "2015-03-03"));
  const [step] = ageSteps;
  assert.deepEqual([monthText(step?.month ?? 0), step?.age], ["2026-11", 20]);
  assert.ok(step?.changes.some(({ benefit, after }) => benefit === "af" && after === 0));
});

test("MC-01 an expected birth is told as what it changes", () => {
  const [step] = look(family(1100, "2026-08-10")).ageSteps;
  assert.deepEqual([monthText(step?.month ?? 0), step?.age], ["2026-09", 0]);
  assert.ok(
    step?.changes.some(({ benefit, before, after }) => benefit === "asf" && before === 0 && after > 0),
  );
});

test("MC-01 twelve months are told, each the sum of its parts, with August's allowance for school", () => {
  const { months, total } = look(family(1100, "2016-12-08", "2020-04-21"));
  assert.deepEqual(
    months.map(({ month: at }) => at - month),
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  );
  assert.equal(months[0]?.total, total);
  for (const { month: at, amounts, total: sum } of months) {
    const parts = Object.values(amounts).reduce<number>((all, one) => all + (one ?? 0), 0);
    assert.ok(Math.abs(sum - parts) < 0.005);
    assert.equal((amounts.ars_year ?? 0) > 0, monthText(at).endsWith("-08"), monthText(at));
  }
});

test("MC-01 a third child and a raise: what each would change, the raise without touching past income", () => {
  const household = family(1100, "2016-12-08", "2020-04-21");
  const { oneMoreChild, morePay, results } = look(household);
  assert.ok(oneMoreChild > 300, String(oneMoreChild));
  assert.ok(morePay < 0 && morePay > -100, "a raise is worth more than what it takes away");
  const family2 = look(family(3300, "2016-12-08", "2020-04-21", "2022-04-21"));
  assert.equal(family2.morePay, 0, "family benefits look at the income of two years ago");
  assert.deepEqual(
    look(household).results.map(({ amount }) => amount),
    results.map(({ amount }) => amount),
    "what was tried leaves the household as it is",
  );
});

test("MC-01 the scale goes from no pay to 4,000 euros, and agrees with the result at the person's own pay", () => {
  const { scale, total } = look(family(1100, "2016-12-08", "2020-04-21"));
  assert.deepEqual([scale[0]?.pay, scale.at(-1)?.pay, scale.length], [0, 4000, 41]);
  const own = scale.find(({ pay }) => pay === 1100);
  assert.ok(own && Math.abs(own.family + own.rsa + own.bonus - total) < 0.005);
  const rsa = scale.map((point) => point.rsa);
  assert.deepEqual(
    rsa,
    rsa.toSorted((a, b) => b - a),
    "RSA falls as pay rises",
  );
});

test("MC-01 MC-27 with a rent RSA and the activity bonus are told at their lowest, as with a full housing benefit", () => {
  const housed = family(1100, "2016-12-08", "2020-04-21");
  const { housing: _, ...tenant } = housed;
  const { atLeast, results, total, months, scale } = look(tenant);
  assert.deepEqual(atLeast, ["rsa", "ppa", "quotient_familial"]);
  const free = look({ ...housed, housing: "housed-free" });
  assert.deepEqual(
    results.map(({ amount }) => amount),
    free.results.map(({ amount }) => amount),
  );
  assert.ok((results.find(({ id }) => id === "ppa")?.amount ?? 0) > 0);
  assert.deepEqual([total, months, scale], [free.total, free.months, free.scale]);
  assert.deepEqual(free.atLeast, []);
});

test("years are those completed on the first day of the month", () => {
  assert.equal(yearsOn("2012-03-01", monthNumber("2026-03") as number), 14);
  assert.equal(yearsOn("2012-03-02", monthNumber("2026-03") as number), 13);
  assert.equal(yearsOn("2012-03-02", monthNumber("2026-04") as number), 14);
  assert.ok(yearsOn("2026-08-10", month) < 0);
});
