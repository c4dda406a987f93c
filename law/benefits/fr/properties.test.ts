import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { computeBatch } from "../../../engine/batch.ts";
import { batchResults } from "../../../engine/batch-results.ts";
import { compileExplained } from "../../../engine/explain.ts";
import { type Household, readHousehold } from "../../../engine/household.ts";
import { load } from "../../../engine/load.ts";
import { type MonthNumber, monthNumber } from "../../../engine/months.ts";
import { toPopulation } from "../../../engine/population.ts";
import { frenchBenefits } from "./index.ts";

const rules = load(frenchBenefits);
const at = (month: string) => monthNumber(month) as MonthNumber;
const june = at("2026-06");

/** Any day of the calendar, the last of a month and 29 February too. */
const day = (fromYear: number, toYear: number) =>
  fc
    .integer({ min: Date.UTC(fromYear, 0, 1) / dayLength, max: Date.UTC(toYear, 11, 31) / dayLength })
    .map((days) => new Date(days * dayLength).toISOString().slice(0, 10));
const dayLength = 86_400_000;
const household = fc
  .record({
    adults: fc.array(
      fc.record({
        birth: day(1960, 2002),
        net_pay: fc.oneof(
          fc.constant(0),
          fc.integer({ min: 0, max: 3000 }),
          fc.integer({ min: 0, max: 1_200_000 }).map((cents) => cents / 100),
        ),
        disabled: fc.boolean(),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    children: fc.array(fc.record({ birth: day(2003, 2023), aeeh: fc.integer({ min: -1, max: 6 }) }), {
      maxLength: 8,
    }),
    /** The first child has that many twins. */
    twins: fc.constantFrom(0, 0, 0, 0, 1, 1, 2, 3, 4),
    expected: fc.array(fc.record({ birth: day(2026, 2026).map((birth) => birth.replace(/-..-/, "-08-")) }), {
      maxLength: 1,
    }),
    housing: fc.constantFrom("owner", "housed-free"),
  })
  .map(({ twins, children, ...input }) =>
    read(
      { ...input, children: [...children, ...children.slice(0, 1).flatMap((one) => Array(twins).fill(one))] },
      june,
    ),
  );

function read(input: unknown, month: MonthNumber): Household {
  const found = readHousehold(input, month);
  if (!("household" in found)) assert.fail(JSON.stringify(found));
  return found.household;
}

test("MC-27 the batch gives what the explained evaluation gives, to the cent, for 100,000 households", () => {
  const households = fc.sample(household, { numRuns: 100_000, seed: 7 });
  const names = batchResults.everyResult;
  for (const month of [at("2024-01"), at("2025-04"), at("2026-03"), june]) {
    const explained = compileExplained(rules, month, names);
    const some = households.filter((_, row) => row % 4 === month % 4);
    const columns = computeBatch("everyResult", month, toPopulation(some));
    some.forEach((each, row) => {
      for (const { id, amount } of explained(each))
        if (!(Math.abs((columns[id]?.[row] as number) - (amount as number)) < 0.005))
          assert.fail(`${id} for ${JSON.stringify(each)}`);
    });
  }
});

test("MC-01 every month from January 2024 on is computed, alike one by one and all together", () => {
  const some = fc.sample(household, { numRuns: 60, seed: 5 });
  const population = toPopulation(some);
  for (let month = at("2024-01"); month <= at("2027-03"); month += 1) {
    const explained = compileExplained(rules, month, batchResults.everyResult);
    const columns = computeBatch("everyResult", month, population);
    some.forEach((each, row) => {
      for (const { id, amount } of explained(each)) {
        assert.ok(Number.isFinite(amount), `${id} in ${month}`);
        assert.ok(Math.abs((columns[id]?.[row] as number) - (amount as number)) < 0.005, `${id} in ${month}`);
      }
    });
  }
});

test("MC-27 the six benefits alone are those of the whole batch", () => {
  const population = toPopulation(fc.sample(household, { numRuns: 500, seed: 11 }));
  const six = computeBatch("sixBenefits", june, population);
  const every = computeBatch("everyResult", june, population);
  for (const name of batchResults.sixBenefits) assert.deepEqual(six[name], every[name]);
});

test("MC-27 the parts of family allowances make their whole", () => {
  const explained = compileExplained(rules, june, [
    "af",
    "af_base",
    "af_majoration",
    "af_allocation_forfaitaire",
    "af_complement_degressif",
    "af_complement_forfaitaire",
  ]);
  for (const each of fc.sample(household, { numRuns: 500, seed: 3 })) {
    const [whole = 0, ...parts] = explained(each).map(({ amount }) => amount ?? Number.NaN);
    assert.ok(Math.abs(parts.reduce((a, b) => a + b, 0) - whole) < 0.005);
  }
});

/** A family along a line of pay: two adults, one of whom earns, and children of the ages given. */
const payLine = (children: readonly string[], pays: readonly number[]) =>
  toPopulation(
    pays.map((net_pay) =>
      read(
        {
          adults: [
            { birth: "1985-05-12", net_pay },
            { birth: "1986-05-12", net_pay: 0 },
          ],
          children: children.map((birth) => ({ birth })),
          housing: "owner",
        },
        june,
      ),
    ),
  );
const families = {
  "two children": ["2012-01-10", "2016-05-12"],
  "three, one of 20": ["2006-03-10", "2012-01-10", "2016-05-12"],
  "four children": ["2008-04-05", "2010-01-10", "2016-05-12", "2019-11-20"],
};

for (const [name, children] of Object.entries(families)) {
  test(`MC-01 more pay never gives more family allowances, family supplement, school allowance or RSA (${name})`, () => {
    const pays = Array.from({ length: 12_000 }, (_, step) => step);
    const columns = computeBatch("everyResult", june, payLine(children, pays));
    for (const benefit of ["af", "cf", "ars_year", "rsa"]) {
      const column = columns[benefit] as Float64Array;
      for (let row = 1; row < pays.length; row += 1)
        assert.ok(
          (column[row] as number) <= (column[row - 1] as number) + 0.021,
          `${benefit} grows at ${pays[row]}`,
        );
    }
  });

  test(`MC-01 where the law is degressive, a euro more of resources costs a euro at most (${name})`, () => {
    const pays = Array.from({ length: 120_000 }, (_, step) => step / 10);
    const columns = computeBatch("everyResult", june, payLine(children, pays));
    const resources = columns.resources as Float64Array;
    for (const [benefit, months] of [
      ["af", 12],
      ["ars_year", 1],
    ] as const) {
      const column = columns[benefit] as Float64Array;
      for (let row = 1; row < pays.length; row += 1) {
        const lost = ((column[row - 1] as number) - (column[row] as number)) * months;
        const gained = (resources[row] as number) - (resources[row - 1] as number);
        // Each part is rounded to the cent; under 15 € the school allowance is not paid at all.
        const slack = 0.03 * months + (benefit === "ars_year" && column[row] === 0 ? 15 : 0);
        // The excess of base and flat allowance are each counted against the whole.
        assert.ok(lost <= Math.max(0, gained) * 2 + slack, `${benefit} falls by ${lost} at ${pays[row]}`);
      }
    }
  });
}

test("MC-01 the disability allowance falls as pay grows, by less than the pay", () => {
  const pays = Array.from({ length: 30_000 }, (_, step) => step / 10);
  const alone = pays.map((net_pay) =>
    read(
      { adults: [{ birth: "1985-05-12", net_pay, disabled: true }], children: [], housing: "owner" },
      june,
    ),
  );
  const { aah } = computeBatch("everyResult", june, toPopulation(alone));
  assert.ok((aah?.[0] ?? 0) > 0 && aah?.at(-1) === 0);
  for (let row = 1; row < pays.length; row += 1) {
    const lost = (aah?.[row - 1] ?? Number.NaN) - (aah?.[row] ?? Number.NaN);
    // Both amounts are rounded to the cent.
    assert.ok(lost >= -0.011 && lost <= 0.1 + 0.011, `${lost} at ${pays[row]}`);
  }
});

/** Where a euro of pay makes a monthly benefit fall by more than a euro: from which amount to which. */
function steps(column: Float64Array): readonly (readonly [number, number])[] {
  return Array.from(column).flatMap((amount, row) => {
    const before = column[row - 1] ?? amount;
    return before - amount > 1 ? [[before, amount] as const] : [];
  });
}

test("MC-01 a benefit falls by a step where the law has one, and nowhere else", () => {
  const pays = Array.from({ length: 60_000 }, (_, step) => step / 5);
  const withBaby = ["2010-01-10", "2016-05-12", "2024-11-20"];
  for (const children of [...Object.values(families), withBaby]) {
    const columns = computeBatch("everyResult", june, payLine(children, pays));
    const stepsOf = (benefit: string) => steps(columns[benefit] as Float64Array);
    assert.deepEqual(stepsOf("af"), []);
    // L. 522-3: the raised family supplement has no differential under its ceiling; the plain one has.
    assert.deepEqual(stepsOf("cf"), columns.cf?.some((amount) => amount > 0) ? [[298.75, 199.15]] : []);
    // L. 531-3: the base allowance is whole, half, or nothing.
    assert.equal(stepsOf("paje_base").length, children === withBaby ? 2 : 0);
    // R. 262-39: an RSA under 6 euros is not paid.
    const [last, ...others] = stepsOf("rsa");
    assert.deepEqual(others, []);
    assert.ok(last && last[0] < 6.3 && last[1] === 0, String(last));
  }
});
