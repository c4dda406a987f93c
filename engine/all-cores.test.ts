import assert from "node:assert/strict";
import { test } from "node:test";
import { namedCases } from "../law/benefits/fr/named-cases.ts";
import { hireCrew } from "./all-cores.ts";
import { computeBatch } from "./batch.ts";
import { type Household, readHousehold } from "./household.ts";
import { type MonthNumber, monthNumber } from "./months.ts";
import { toPopulation } from "./population.ts";

test("MC-01 workers over shared columns give what one core gives", async () => {
  const june = monthNumber("2026-06") as MonthNumber;
  const households = Array.from({ length: 50 }, () => namedCases).flatMap((each) =>
    each.map((named): Household => {
      const found = readHousehold(named.case, june);
      assert.ok("household" in found);
      return found.household;
    }),
  );
  const crew = hireCrew(2);
  try {
    const shared = await crew.compute("everyResult", june, toPopulation(households, true));
    const alone = computeBatch("everyResult", june, toPopulation(households));
    for (const [name, column] of Object.entries(alone))
      assert.deepEqual([...(shared[name] ?? [])], [...column], name);
    assert.ok((shared.af ?? []).some((amount) => amount > 0));
  } finally {
    await crew.dismiss();
  }
});
