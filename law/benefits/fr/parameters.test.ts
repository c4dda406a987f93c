import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { load, parts } from "../../../engine/load.ts";
import type { DatedValue, Parameter } from "../parameter.ts";
import { frenchBenefits } from "./index.ts";

const parameters: readonly Parameter[] = [
  ...new Set(
    [...load(frenchBenefits).rules.values()].flatMap(({ formula }) =>
      parts(formula).flatMap((part) => (part.op === "parameter" ? [part.parameter] : [])),
    ),
  ),
];

/** Parameters of tax law, and of a decree that the facts given do not tell. */
const fromElsewhere = new Set([
  "expense-rate",
  "expense-floor",
  "expense-ceiling",
  "pss-year",
  "af-supplement-former-age",
]);
const file = new URL("../../../../shared/benefits/parameters.json", import.meta.url);

test("MC-27 every dated value is one of the facts given", {
  skip: !existsSync(file) && "the facts are not at hand",
}, () => {
  type Facts = { parameters: Record<string, { values: DatedValue[] }> };
  const told = (values: readonly DatedValue[]) =>
    values.map(({ from, value }) => `${from} ${value}`).join(", ");
  const facts = Object.values((JSON.parse(readFileSync(file, "utf8")) as Facts).parameters).map(
    ({ values }) => told(values),
  );
  for (const { id, values } of parameters)
    if (!fromElsewhere.has(id)) assert.ok(facts.includes(told(values)), `${id}: ${told(values)}`);
});

test("MC-27 every dated value names the text that sets it, and was in force when the rules begin", () => {
  assert.ok(parameters.length > 60);
  for (const { id, source, values } of parameters) {
    assert.ok(source.length > 5, id);
    for (const { from, ref } of values) {
      assert.match(from, /^\d{4}-\d{2}-\d{2}$/, id);
      assert.ok(ref.length > 5, id);
    }
    // The activity bonus looks three months back, and resources two years.
    assert.ok((values[0]?.from ?? "9") <= (fromElsewhere.has(id) ? "2021-01-01" : "2023-10-01"), id);
  }
});

/** Read until the year before: known-gaps.md says so. Those of tax law count for the income of two years before. */
const behind = new Set(["aeeh-complement-6", "pss-year", "expense-floor", "expense-ceiling"]);

test("MC-27 what changes each year has its value of the last year said to be published", () => {
  const year = Number(frenchBenefits.publishedUntil?.slice(0, 4));
  const changesIn = ({ values }: Parameter, of: number) =>
    values.some(({ from }) => from.startsWith(`${of}-`));
  const yearly = parameters.filter((each) => changesIn(each, year - 1) && changesIn(each, year - 2));
  assert.ok(yearly.length > 15);
  for (const each of yearly) assert.equal(changesIn(each, year), !behind.has(each.id), each.id);
});
