import assert from "node:assert/strict";
import { test } from "node:test";
import { frenchBenefits } from "../law/benefits/fr/index.ts";
import { compileExplained } from "./explain.ts";
import { readHousehold } from "./household.ts";
import { load } from "./load.ts";
import { type MonthNumber, monthNumber } from "./months.ts";
import { becauseText, stepText } from "./sentences.ts";
import type { Result } from "./trace.ts";

const june = monthNumber("2026-06") as MonthNumber;
const rules = load(frenchBenefits);

function explain(input: unknown, result: string, month = june): Result {
  const found = readHousehold(input, month, false);
  assert.ok("household" in found, JSON.stringify(found));
  const [first] = compileExplained(rules, month, [result])(found.household);
  assert.ok(first);
  return first;
}
const family = (net_pay: number, births: readonly string[]) => ({
  adults: [
    { birth: "1985-05-12", net_pay },
    { birth: "1986-05-12", net_pay: 0 },
  ],
  children: births.map((birth) => ({ birth })),
  housing: "owner",
});
const three = ["2012-01-10", "2016-05-12", "2019-11-20"];

test("MC-27 a result comes with its steps, their articles, inputs and parameters", () => {
  const { amount, step } = explain(family(1500, three), "af");
  assert.equal(amount, 425.57);
  const text = stepText(step);
  const base = text.uses.find((use) => typeof use === "object" && use.rule === "af_base");
  assert.ok(base && typeof base === "object");
  assert.match(base.article, /L\. 521-1/);
  assert.deepEqual(
    base.parameters.find(({ id }) => id === "bmaf"),
    { id: "bmaf", value: 478.16, source: "CSS, art. L. 551-1" },
  );
  assert.ok(
    base.uses.some((use) => typeof use === "object" && use.rule === "af_children" && use.amount === 3),
  );
});

test("MC-27 a zero says why, with the number that decides", () => {
  const { amount, because } = explain(family(6000, three), "cf");
  assert.equal(amount, 0);
  assert.ok(because);
  // 74 160 − 7 416 = 66 744 against 24 853 × 1.8 = 44 735.40.
  assert.match(becauseText(because, "fr"), /dépassent le plafond de 22\s?008,60\s€/);
  assert.match(becauseText(because, "en"), /exceed the ceiling by €22,008\.60/);
});

test("MC-27 a zero for lack of children counts them", () => {
  const { because } = explain(family(1500, ["2016-05-12"]), "af");
  assert.match(because ? becauseText(because, "fr") : "", /le foyer en compte 1\./);
});

test("MC-27 a zero of the school allowance is explained from the step it rests on", () => {
  const { because } = explain(family(9000, three), "ars_year");
  assert.match(because ? becauseText(because, "en") : "", /exceed the ceiling/);
});

test("MC-01 unknown facts are listed, and nothing is guessed", () => {
  const { amount, missing } = explain({ adults: [{ birth: "1985-05-12" }], housing: "owner" }, "rsa");
  assert.equal(amount, undefined);
  assert.deepEqual([...missing].sort(), ["adults.disabled", "adults.net_pay", "children"]);
});

test("MC-01 only what a result still needs is asked", () => {
  const child = { adults: [{ birth: "1985-05-12" }], children: [{ birth: "2016-05-12" }] };
  assert.deepEqual(explain(child, "af").missing, []);
  assert.equal(explain(child, "af").amount, 0);
  assert.deepEqual(explain(child, "asf").missing, []);
  assert.equal(explain(child, "asf").amount, 201.78);
});

test("MC-27 a month before the law is known is refused", () => {
  assert.throws(() => compileExplained(rules, monthNumber("2023-12") as MonthNumber), /known from 2024-01/);
});

test("MC-27 what nobody has confirmed is marked for the person to see", () => {
  assert.ok(explain(family(0, three), "quotient_familial").step.rule.unverified);
  assert.equal(explain(family(0, three), "af").step.rule.unverified, undefined);
});

test("MC-27 a trace stays as it was when other households are computed after it", () => {
  const explained = compileExplained(rules, june, ["rsa", "ppa", "af"]);
  const household = (pay: number) => {
    const found = readHousehold(family(pay, three), june);
    assert.ok("household" in found);
    return found.household;
  };
  const texts = (results: readonly Result[]) => results.map(({ step }) => stepText(step));
  const poor = explained(household(500));
  const written = JSON.stringify(texts(explained(household(500))));
  const rich = texts(explained(household(9000)));
  assert.equal(JSON.stringify(texts(poor)), written);
  assert.notEqual(JSON.stringify(rich), written);
});

test("MC-27 a step tells only of the branch that was taken", () => {
  const names = (pay: number) => explain(family(pay, three), "cf").step.uses.map(({ rule }) => rule.id);
  assert.ok(names(1500).length > 0);
  assert.notDeepEqual(
    names(1500),
    explain(family(1500, []), "cf").step.uses.map(({ rule }) => rule.id),
  );
});
