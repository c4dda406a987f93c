import assert from "node:assert/strict";
import { test } from "node:test";
import { compileFromAnswers } from "../../../engine/explain.ts";
import { load } from "../../../engine/load.ts";
import { type MonthNumber, monthNumber } from "../../../engine/months.ts";
import { becauseText } from "../../../engine/sentences.ts";
import { djiboutianBenefits } from "./index.ts";

const estimate = compileFromAnswers(load(djiboutianBenefits), monthNumber("2026-06") as MonthNumber);
const amounts = (answers: Record<string, number>) =>
  Object.fromEntries(estimate(answers).map(({ id, amount }) => [id, amount]));

test("CN-03 every rule of Djibouti says that it is not confirmed, and where it was read", () => {
  for (const rule of djiboutianBenefits.rules) assert.ok(rule.unverified, rule.id);
});

test("CN-03 the old-age pension counts each period at its rate", () => {
  const career = {
    age_in_years: 60,
    early_pension_work: 0,
    years_until_2001: 5,
    years_2002_to_2006: 5,
    years_since_2007: 15,
    average_pay: 100_000,
  };
  // 12 × 100,000 × (10% + 9% + 22.5%)
  assert.equal(Math.round(amounts(career).old_age_pension ?? 0), 498_000);
  assert.equal(amounts({ ...career, average_pay: 20_000 }).old_age_pension, 170_000);
});

test("CN-03 a pension that is not due says what is lacking", () => {
  const results = estimate({
    age_in_years: 60,
    early_pension_work: 0,
    years_until_2001: 0,
    years_2002_to_2006: 4,
    years_since_2007: 15,
    average_pay: 1,
  });
  const pension = results.find(({ id }) => id === "old_age_pension");
  assert.equal(pension?.amount, 0);
  assert.match(
    pension?.because ? becauseText(pension.because, "fr", "DJF") : "",
    /Il faut 25 .* vous en avez 19/,
  );
});

test("CN-03 a mother, a manual worker or a docker has a pension at 55 with 20 years", () => {
  const docker = {
    age_in_years: 55,
    early_pension_work: 1,
    years_until_2001: 0,
    years_2002_to_2006: 5,
    years_since_2007: 15,
    average_pay: 100_000,
  };
  // 12 × 100,000 × (9% + 22.5%)
  assert.equal(Math.round(amounts(docker).old_age_pension ?? 0), 378_000);
  assert.equal(amounts({ ...docker, early_pension_work: 0 }).old_age_pension, 0);
  assert.equal(amounts({ ...docker, age_in_years: 54 }).old_age_pension, 0);
  assert.equal(amounts({ ...docker, years_since_2007: 14 }).old_age_pension, 0);
});

test("CN-03 who lost their job may contribute on their last pay, up to a ceiling", () => {
  assert.equal(amounts({ gross_pay: 100_000 }).voluntary_contribution, 8000);
  assert.equal(amounts({ gross_pay: 1_000_000 }).voluntary_contribution, 24_000);
});

test("CN-03 the marriage allowance has a ceiling of pay", () => {
  const worker = { gross_pay: 45_000, married: 1, spouse_works: 0 };
  assert.equal(amounts(worker).marriage_allowance, 2500);
  assert.equal(amounts({ ...worker, gross_pay: 50_001 }).marriage_allowance, 0);
  assert.equal(amounts({ ...worker, spouse_works: 1 }).marriage_allowance, 0);
});

test("CN-03 what was not asked is listed", () => {
  const marriage = estimate({ gross_pay: 40_000 }).find(({ id }) => id === "marriage_allowance");
  assert.equal(marriage?.amount, undefined);
  assert.deepEqual([...(marriage?.missing ?? [])].sort(), ["married", "spouse_works"]);
});
