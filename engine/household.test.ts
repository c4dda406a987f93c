import assert from "node:assert/strict";
import { test } from "node:test";
import { readHousehold } from "./household.ts";
import { type MonthNumber, monthNumber } from "./months.ts";

const june = monthNumber("2026-06") as MonthNumber;
const good = {
  adults: [{ birth: "1988-01-15", net_pay: 1500 }],
  children: [{ birth: "2016-03-10" }],
  housing: "owner",
};
const refusedFields = (input: unknown): string[] => {
  const found = readHousehold(input, june);
  return "refusals" in found ? found.refusals.map(({ field }) => field) : [];
};

test("MC-01 a household in the shape of the cases is read", () => {
  assert.deepEqual(readHousehold(good, june), {
    household: {
      adults: [{ birth: "1988-01-15", netPay: 1500, disabled: false }],
      children: [{ birth: "2016-03-10", aeeh: -1 }],
      housing: "owner",
    },
  });
});

const impossible: Record<string, [unknown, string]> = {
  "a birth after the month": [{ ...good, children: [{ birth: "2026-07-01" }] }, "children[0].birth"],
  "a day that no calendar has": [{ ...good, children: [{ birth: "2015-02-29" }] }, "children[0].birth"],
  "a negative pay": [{ ...good, adults: [{ birth: "1988-01-15", net_pay: -1 }] }, "adults[0].net_pay"],
  "a pay in words": [{ ...good, adults: [{ birth: "1988-01-15", net_pay: "1500" }] }, "adults[0].net_pay"],
  "a pay that no number holds": [
    { ...good, adults: [{ birth: "1988-01-15", net_pay: Number.NaN }] },
    "adults[0].net_pay",
  ],
  "an adult of ten": [
    { ...good, adults: [{ birth: "2016-05-15", net_pay: 0 }], children: [] },
    "adults[0].birth",
  ],
  "adults that are no list": [{ ...good, adults: null }, "adults"],
  "three adults": [{ ...good, adults: [good.adults[0], good.adults[0], good.adults[0]] }, "adults"],
  "no adult": [{ ...good, adults: [] }, "adults"],
  "a child older than the parent": [{ ...good, children: [{ birth: "1980-01-01" }] }, "children[0].birth"],
  "a housing that is not computed": [{ ...good, housing: "tenant" }, "housing"],
  "children that are no list": [{ ...good, children: 2 }, "children"],
  "a category of disability that does not exist": [
    { ...good, children: [{ birth: "2016-03-10", aeeh: 7 }] },
    "children[0].aeeh",
  ],
  "an expected birth that has come": [{ ...good, expected: [{ birth: "2026-05-02" }] }, "expected[0].birth"],
  "nothing at all": [undefined, "case"],
};
for (const [name, [input, field]] of Object.entries(impossible))
  test(`MC-01 ${name} is refused at ${field}`, () => assert.deepEqual(refusedFields(input), [field]));

test("MC-01 every impossible field is named at once", () => {
  const all = { adults: [{ birth: "1988-13-01", net_pay: -5 }], children: [{ birth: 12 }], housing: 3 };
  assert.deepEqual(refusedFields(all), [
    "adults[0].birth",
    "adults[0].net_pay",
    "children[0].birth",
    "housing",
  ]);
});

test("MC-01 a questionnaire under way may leave fields unknown, not wrong", () => {
  assert.deepEqual(readHousehold({ adults: [{}], children: [{}] }, june, false), {
    household: { adults: [{}], children: [{}] },
  });
  const found = readHousehold({ adults: [{ net_pay: -1 }] }, june, false);
  assert.ok("refusals" in found && found.refusals[0]?.field === "adults[0].net_pay");
});
