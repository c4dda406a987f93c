import assert from "node:assert/strict";
import { test } from "node:test";
import { compileFromAnswers } from "../../../engine/explain.ts";
import { load } from "../../../engine/load.ts";
import { type MonthNumber, monthNumber } from "../../../engine/months.ts";
import { becauseText } from "../../../engine/sentences.ts";
import { djiboutianBenefits } from "./index.ts";
import { type Scheme, schemes } from "./schemes.ts";

const rules = load(djiboutianBenefits);
const month = (text: string) => monthNumber(text) as MonthNumber;
const estimate = compileFromAnswers(rules, month("2026-06"));
type Answers = Record<string, number>;
const resultOf = (id: string, answers: Answers) => estimate(answers).find((result) => result.id === id);
/** To the franc: shares of a pay are not whole numbers in binary. */
const amountOf = (id: string, answers: Answers) => {
  const amount = resultOf(id, answers)?.amount;
  return amount === undefined ? undefined : Math.round(amount * 100) / 100;
};
const whyNot = (id: string, answers: Answers) => {
  const result = resultOf(id, answers);
  assert.equal(result?.amount, 0);
  return result?.because ? becauseText(result.because, "fr", "DJF").replace(/[\u00a0\u202f]/g, " ") : "";
};

test("CN-03 every rule of Djibouti says that it is not confirmed, and where it was read, in both languages", () => {
  for (const rule of djiboutianBenefits.rules) {
    assert.ok(rule.unverified && rule.unverified === rule.article, rule.id);
    assert.ok(rule.says.fr.endsWith(".") && rule.says.en.endsWith("."), rule.id);
    assert.notEqual(rule.says.fr, rule.says.en, rule.id);
  }
});

/** Worker and employer of each scheme, on 200,000 and on 500,000 francs a month: pensions have no ceiling. */
const contributions: Record<Scheme, [Answers, worker: number, employer: number][]> = {
  general: [
    [{ gross_pay: 200_000 }, 12_000, 31_400],
    [{ gross_pay: 400_000 }, 24_000, 62_800],
    [{ gross_pay: 500_000 }, 28_000, 66_800],
  ],
  "free-zone": [
    [{ gross_pay: 200_000 }, 12_000, 20_400],
    [{ gross_pay: 500_000 }, 28_000, 44_800],
  ],
  "self-employed": [[{ self_employed_income: 200_000 }, 14_000, 0]],
  "civil-service": [[{ gross_pay: 200_000, base_salary: 150_000 }, 13_000, 31_000]],
  police: [[{ gross_pay: 200_000, base_salary: 150_000 }, 14_500, 32_500]],
  government: [[{ gross_pay: 500_000, base_salary: 300_000 }, 59_000, 77_000]],
};
for (const [scheme, rows] of Object.entries(contributions))
  test(`CN-14 the contributions of a scheme are those of its branches: ${scheme}`, () => {
    for (const [answers, worker, employer] of rows) {
      const told = { ...answers, scheme: schemes[scheme as Scheme].number };
      assert.equal(amountOf("worker_contributions", told), worker);
      assert.equal(amountOf("employer_contributions", told), employer);
    }
  });

test("CN-14 a scheme asks only for the pay that it counts, and tells only of its own branches", () => {
  const general = resultOf("worker_contributions", { scheme: 1, gross_pay: 100_000 });
  assert.deepEqual(
    general?.step.uses.map(({ rule }) => rule.id),
    ["general_pension_worker", "general_health_worker"],
  );
  assert.deepEqual(resultOf("worker_contributions", { scheme: 3 })?.missing, ["self_employed_income"]);
});

test("CN-03 who lost their job may contribute on their last pay, up to a ceiling", () => {
  assert.equal(amountOf("voluntary_contribution", { gross_pay: 100_000 }), 8000);
  assert.equal(amountOf("voluntary_contribution", { gross_pay: 1_000_000 }), 24_000);
});

test("CN-03 family allowances count six children at most", () => {
  for (const [children, amount] of [
    [1, 1400],
    [6, 8400],
    [9, 8400],
  ] as const)
    assert.equal(amountOf("family_allowances", { entitled_children: children }), amount);
  assert.equal(whyNot("family_allowances", { entitled_children: 0 }), "Aucun enfant n’ouvre droit.");
});

test("CN-03 the marriage allowance has a ceiling of pay", () => {
  const worker = { gross_pay: 45_000, married: 1, spouse_works: 0 };
  assert.equal(amountOf("marriage_allowance", worker), 2500);
  assert.equal(amountOf("marriage_allowance", { ...worker, gross_pay: 50_000 }), 2500);
  assert.match(whyNot("marriage_allowance", { ...worker, gross_pay: 50_001 }), /dépasse le plafond de 1/);
  assert.match(whyNot("marriage_allowance", { ...worker, spouse_works: 1 }), /l’épouse travaille/);
});

test("CN-03 what was not asked is listed", () => {
  const marriage = resultOf("marriage_allowance", { gross_pay: 40_000 });
  assert.equal(marriage?.amount, undefined);
  assert.deepEqual([...(marriage?.missing ?? [])].sort(), ["married", "spouse_works"]);
});

test("CN-03 maternity is half of gross pay, then net pay; after the law of 2025, which nobody has read, nothing is said", () => {
  const names = ["maternity_shared_month", "maternity_full_month"];
  const amounts = (gross_pay: number, net_pay: number) =>
    compileFromAnswers(rules, month("2025-06"), names)({ gross_pay, net_pay }).map(({ amount }) => amount);
  assert.deepEqual(amounts(200_000, 170_000), [100_000, 170_000]);
  assert.deepEqual(amounts(600_000, 450_000), [200_000, 450_000]);
  assert.throws(() => compileFromAnswers(rules, month("2025-07"), names), /not written for 2025-07/);
});

test("CN-03 after a work accident, 29 days at half of daily pay, then three quarters", () => {
  for (const [days_off, amount] of [
    [0, 0],
    [1, 2000],
    [29, 58_000],
    [30, 61_000],
    [60, 151_000],
  ] as const)
    assert.equal(amountOf("accident_indemnity", { daily_pay: 4000, days_off }), amount, `${days_off} days`);
});

test("CN-03 an annuity begins at 11% of incapacity, and is raised for who needs help", () => {
  const hurt = { yearly_pay: 1_200_000, needs_assistance: 1 };
  assert.equal(amountOf("incapacity_annuity", { ...hurt, incapacity: 11 }), 132_000);
  assert.equal(amountOf("incapacity_annuity", { ...hurt, incapacity: 100 }), 1_680_000);
  assert.equal(amountOf("incapacity_annuity", { ...hurt, incapacity: 100, needs_assistance: 0 }), 1_200_000);
  assert.equal(
    whyNot("incapacity_annuity", { ...hurt, incapacity: 10 }),
    "La rente commence à 11 % d’incapacité ; nous ne savons pas ce qui est dû en dessous.",
  );
});

const career = {
  age_in_years: 60,
  early_pension_work: 0,
  unfit_for_work: 0,
  years_until_2001: 5,
  years_2002_to_2006: 5,
  years_since_2007: 15,
  average_pay: 100_000,
};

test("CN-03 the old-age pension counts each period at its rate, between its lowest and its highest", () => {
  // 12 × 100,000 × (10% + 9% + 22.5%)
  assert.equal(amountOf("old_age_pension", career), 498_000);
  assert.equal(amountOf("old_age_pension", { ...career, average_pay: 20_000 }), 170_000);
  // 26 × 2% + 5 × 1.8% + 19 × 1.5% is 89.5%.
  const long = { ...career, years_until_2001: 26, years_since_2007: 19 };
  assert.equal(amountOf("old_age_pension", long), 972_000);
});

test("CN-03 a pension that is not due says what is lacking", () => {
  assert.match(
    whyNot("old_age_pension", { ...career, years_until_2001: 0, years_2002_to_2006: 4 }),
    /Il faut 25 .* vous en avez 19/,
  );
  assert.match(whyNot("old_age_pension", { ...career, age_in_years: 59 }), /commence à 60 ans/);
});

test("CN-03 a mother, a manual worker or a docker has a pension at 55 with 20 years", () => {
  const docker = { ...career, age_in_years: 55, early_pension_work: 1, years_until_2001: 0 };
  // 12 × 100,000 × (9% + 22.5%)
  assert.equal(amountOf("old_age_pension", docker), 378_000);
  for (const lacking of [{ early_pension_work: 0 }, { age_in_years: 54 }, { years_since_2007: 14 }])
    assert.equal(amountOf("old_age_pension", { ...docker, ...lacking }), 0);
});

test("CN-03 who is found unfit for work has a share of the pension from 50 on", () => {
  const unfit = { ...career, unfit_for_work: 1, years_until_2001: 10 };
  // 12 × 100,000 × (20% + 9% + 22.5%) is 618,000.
  for (const [age, share] of [
    [50, 0.5],
    [51, 0.6],
    [54, 0.9],
    [55, 1],
    [59, 1],
  ] as const)
    assert.equal(amountOf("unfit_pension", { ...unfit, age_in_years: age }), 618_000 * share, `at ${age}`);
  assert.equal(amountOf("unfit_pension", { ...unfit, age_in_years: 50, average_pay: 10_000 }), 170_000);
  assert.match(whyNot("unfit_pension", { ...unfit, age_in_years: 49 }), /commence à 50 ans/);
  assert.match(whyNot("unfit_pension", { ...unfit, age_in_years: 60 }), /pension de vieillesse/);
  assert.match(whyNot("unfit_pension", { ...unfit, unfit_for_work: 0 }), /reconnu inapte/);
  assert.match(
    whyNot("unfit_pension", { ...unfit, age_in_years: 53, years_since_2007: 7 }),
    /Il faut 23 années de cotisation ; vous en avez 22/,
  );
});

test("CN-03 half of the pension goes to the surviving spouses in equal parts, 10% to each of three orphans", () => {
  const left = { deceased_pension: 600_000, surviving_spouses: 1, own_pension: 0, orphans: 1 };
  for (const [family, spouse, orphans] of [
    [{}, 300_000, 60_000],
    [{ surviving_spouses: 3, orphans: 3 }, 100_000, 180_000],
    [{ own_pension: 1, orphans: 8 }, 150_000, 180_000],
  ] as const) {
    assert.equal(amountOf("survivor_pension", { ...left, ...family }), spouse);
    assert.equal(amountOf("orphans_pension", { ...left, ...family }), orphans);
  }
  assert.match(whyNot("survivor_pension", { ...left, surviving_spouses: 0 }), /pas de conjoint/);
  assert.match(whyNot("orphans_pension", { ...left, orphans: 0 }), /Aucun orphelin/);
});
