import assert from "node:assert/strict";
import { test } from "node:test";
import * as x from "../law/benefits/expression.ts";
import { frenchBenefits } from "../law/benefits/fr/index.ts";
import type { Rule } from "../law/benefits/rule.ts";
import { constantSlots, fillSlots } from "./constant-slots.ts";
import { compileExplained } from "./explain.ts";
import { generate } from "./generate.ts";
import { type Household, readHousehold } from "./household.ts";
import { load } from "./load.ts";
import { type MonthNumber, monthNumber } from "./months.ts";

const month = (text: string) => monthNumber(text) as MonthNumber;
const reform = x.given(x.inForce("2026-03-01"), 2, 1);

/** French facts with one rule of our own. */
const bookWith = (formula: x.Amount, period: Partial<Pick<Rule, "from" | "until">> = {}) =>
  load({
    ...frenchBenefits,
    rules: [
      {
        id: "tried",
        of: "household",
        unit: "EUR/month",
        from: "2024-01-01",
        article: "art. 1",
        label: { fr: "Essai", en: "Trial" },
        says: { fr: "Essai.", en: "Trial." },
        ...period,
        formula,
      },
    ],
    results: ["tried"],
  });
function amountOf(formula: x.Amount, net_pay: number, at: MonthNumber): number | undefined {
  const found = readHousehold(
    { adults: [{ birth: "1990-01-01", net_pay }], children: [], housing: "owner" },
    at,
  );
  assert.ok("household" in found);
  return compileExplained(bookWith(formula), at)(found.household as Household)[0]?.amount;
}
const pay = x.sumOver("adults", x.fact("pay"));

test("MC-27 a reform enters a formula on its day", () => {
  assert.equal(amountOf(reform, 0, month("2026-02")), 1);
  assert.equal(amountOf(reform, 0, month("2026-03")), 2);
});

test("MC-27 the batch reads the day of a reform from a slot, and is written again when the day changes", () => {
  const loaded = bookWith(x.times(pay, reform));
  const slots = constantSlots(loaded, ["tried"]);
  assert.equal(fillSlots(slots, month("2026-02")).values[0], 1);
  assert.equal(fillSlots(slots, month("2026-03")).values[0], 2);
  const later = constantSlots(bookWith(x.times(pay, x.given(x.inForce("2026-04-01"), 2, 1))), ["tried"]);
  assert.notEqual(slots.fingerprint, later.fingerprint);
  assert.match(generate(loaded, "trial", ["tried"]), /p\[o \+ 0\]/);
});

test("MC-27 half a cent counts for one, also when the binary number lies under it", () => {
  assert.equal(amountOf(x.rounded(pay, "cent"), 1.005, month("2026-06")), 1.01);
  assert.equal(amountOf(x.rounded(pay, "cent"), 76.5049, month("2026-06")), 76.5);
});

test("MC-27 a ceiling of the same decimal number is reached, not passed", () => {
  // 0.1 + 0.2 is a hair over 0.3 in binary.
  const atCeiling = x.yesNo(x.isWithin(x.sum(pay, 0.2), 0.3));
  assert.equal(amountOf(atCeiling, 0.1, month("2026-06")), 1);
  assert.equal(amountOf(atCeiling, 0.11, month("2026-06")), 0);
});

test("MC-27 half a euro of the deduction goes to the even euro", () => {
  assert.equal(amountOf(x.rounded(pay, "euro, half to even"), 2008.5, month("2026-06")), 2008);
  assert.equal(amountOf(x.rounded(pay, "euro, half to even"), 2935.5, month("2026-06")), 2936);
});

test("MC-27 a rule outside its period is refused by name, and never written into a batch of every month", () => {
  for (const period of [{ from: "2025-01-01" }, { until: "2025-01-01" }])
    assert.throws(() => generate(bookWith(pay, period), "trial", ["tried"]), {
      name: "BrokenRules",
      message: /tried is written for some months only/,
    });
  const passing = bookWith(pay, { from: "2025-01-01", until: "2026-01-01" });
  assert.ok(compileExplained(passing, month("2025-12")));
  for (const outside of ["2024-12", "2026-01"])
    assert.throws(() => compileExplained(passing, month(outside)), /tried is not written for/);
});
