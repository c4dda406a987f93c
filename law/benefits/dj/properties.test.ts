import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compileFromAnswers } from "../../../engine/explain.ts";
import { load } from "../../../engine/load.ts";
import { type MonthNumber, monthNumber } from "../../../engine/months.ts";
import { djiboutianBenefits } from "./index.ts";
import { type Branch, branches, type Scheme, schemes, shares } from "./schemes.ts";

const rules = load(djiboutianBenefits);
const month = monthNumber("2026-06") as MonthNumber;
const evaluators = new Map<string, ReturnType<typeof compileFromAnswers>>();

function amountOf(id: string, answers: Record<string, number>): number {
  const evaluate = evaluators.get(id) ?? compileFromAnswers(rules, month, [id]);
  evaluators.set(id, evaluate);
  return evaluate(answers)[0]?.amount ?? Number.NaN;
}
const near = (one: number, other: number) => Math.abs(one - other) < 0.01;

const pay = fc.integer({ min: 0, max: 2_000_000 });
const years = (most: number) => fc.integer({ min: 0, max: most });
const person = fc.record({
  age_in_years: fc.integer({ min: 14, max: 90 }),
  early_pension_work: years(1),
  unfit_for_work: years(1),
  years_until_2001: years(26),
  years_2002_to_2006: years(5),
  years_since_2007: years(19),
  average_pay: pay,
});

test("CN-14 in every scheme the contributions are the sum of the table's lines, and never fall when pay grows", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(schemes) as Scheme[])),
      fc.constantFrom("worker" as const, "employer" as const),
      pay,
      years(100_000),
      (scheme, payer, gross, more) => {
        const told = (amount: number) => ({
          scheme: schemes[scheme].number,
          gross_pay: amount,
          base_salary: amount,
          self_employed_income: amount,
        });
        const due = amountOf(`${payer}_contributions`, told(gross));
        const capped = Math.min(gross, 400_000);
        const table = (Object.keys(branches) as Branch[]).reduce((sum, branch) => {
          const whole = branch === "pension" || scheme === "self-employed";
          return sum + shares[scheme][branch][payer] * (whole ? gross : capped);
        }, 0);
        assert.ok(near(due, table), `${scheme} ${payer} on ${gross}: ${due}, the table says ${table}`);
        assert.ok(amountOf(`${payer}_contributions`, told(gross + more)) >= due - 0.001);
      },
    ),
    { numRuns: 400 },
  );
});

test("CN-03 a longer or better paid career never gives a lower pension, and a pension stays within its bounds", () => {
  fc.assert(
    fc.property(
      person,
      fc.constantFrom(
        "age_in_years",
        "years_until_2001",
        "years_2002_to_2006",
        "years_since_2007",
        "average_pay",
      ),
      (who, grows) => {
        const pension = amountOf("old_age_pension", who);
        assert.ok(amountOf("old_age_pension", { ...who, [grows]: who[grows] + 1 }) >= pension - 0.001);
        if (pension > 0) {
          assert.ok(pension >= 170_000);
          assert.ok(near(pension, 170_000) || pension <= 12 * who.average_pay * 0.81 + 0.01);
        }
      },
    ),
    { numRuns: 400 },
  );
});

test("CN-03 a person has the old-age pension or the one for unfitness, never both", () => {
  fc.assert(
    fc.property(person, (who) => {
      const [old, unfit] = [amountOf("old_age_pension", who), amountOf("unfit_pension", who)];
      assert.ok(old === 0 || unfit === 0);
      if (unfit > 0) assert.ok(unfit <= Math.max(170_000, 12 * who.average_pay * 0.81) + 0.01);
    }),
    { numRuns: 400 },
  );
});

test("CN-03 survivors share no more than four fifths of the pension, whatever the family", () => {
  fc.assert(
    fc.property(
      pay,
      years(4),
      years(15),
      years(1),
      (deceased_pension, surviving_spouses, orphans, own_pension) => {
        const left = { deceased_pension, surviving_spouses, orphans, own_pension };
        const each = amountOf("survivor_pension", left);
        const all = each * surviving_spouses + amountOf("orphans_pension", left);
        assert.ok(all <= deceased_pension * 0.8 + 0.01);
        assert.ok(
          amountOf("orphans_pension", { ...left, orphans: orphans + 1 }) >= amountOf("orphans_pension", left),
        );
      },
    ),
    { numRuns: 300 },
  );
});

test("CN-03 one more day off work is paid half or three quarters of a day", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30_000 }), years(400), (daily_pay, days_off) => {
      const more = amountOf("accident_indemnity", { daily_pay, days_off: days_off + 1 });
      const step = more - amountOf("accident_indemnity", { daily_pay, days_off });
      assert.ok(near(step, daily_pay * (days_off < 29 ? 0.5 : 0.75)), `${step} after ${days_off} days`);
    }),
  );
});
