import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as x from "../law/benefits/expression.ts";
import { frenchBenefits } from "../law/benefits/fr/index.ts";
import type { Rule, Rulebook } from "../law/benefits/rule.ts";
import { batchResults } from "./batch-results.ts";
import { generatedText } from "./batch-text.ts";
import { load } from "./load.ts";

const rule = (id: string, formula: x.Amount): Rule => ({
  id,
  of: "household",
  unit: "EUR/month",
  from: "2024-01-01",
  article: "art. 1",
  label: { fr: id, en: id },
  says: { fr: id, en: id },
  formula,
});
const book = (...rules: Rule[]): Rulebook => ({
  country: "FR",
  currency: "EUR",
  since: "2024-01",
  facts: frenchBenefits.facts,
  rules,
  results: [],
});

test("MC-27 rules that need each other in a circle are refused, with the circle", () => {
  assert.throws(
    () => load(book(rule("a", x.rule("b")), rule("b", x.sum(1, x.rule("c"))), rule("c", x.rule("a")))),
    { name: "BrokenRules", message: /a → b → c → a/ },
  );
});

test("MC-27 a rule that needs itself in another month is a circle too", () => {
  assert.throws(() => load(book(rule("a", x.inMonth({ monthsBefore: 1 }, "a")))), /a → a/);
});

test("MC-27 a circle through the reason of a zero is refused too: it is computed with the rule", () => {
  const reason = { when: x.holds(x.rule("b")), says: { fr: "Non.", en: "No." } };
  assert.throws(() => load(book({ ...rule("a", x.sum(1)), zero: [reason] }, rule("b", x.rule("a")))), {
    name: "BrokenRules",
    message: /a → b → a/,
  });
});

test("MC-27 dated values out of order are refused by the name of the parameter", () => {
  const dated = (from: string) => ({ from, value: 1, ref: "art. 1" });
  const values = [dated("2025-04-01"), dated("2024-04-01")];
  const bmaf = { id: "bmaf", label: { fr: "a", en: "a" }, unit: "EUR", source: "art. 1", values } as const;
  assert.throws(() => load(book(rule("a", x.parameter(bmaf)))), /The values of bmaf are not in order/);
});

test("MC-27 a rule or a fact that does not exist is refused by its name", () => {
  assert.throws(() => load(book(rule("a", x.rule("nowhere")))), /a needs the rule nowhere/);
  assert.throws(() => load(book(rule("a", x.fact("shoe_size")))), /a asks for the fact shoe_size/);
});

test("MC-27 a rule written twice is refused", () => {
  assert.throws(() => load(book(rule("a", x.sum(1, 1)), rule("a", x.sum(2, 2)))), /a is written twice/);
});

test("MC-27 the French rules load, each with an article and a sentence in both languages", () => {
  const { rules } = load(frenchBenefits);
  for (const each of rules.values()) {
    assert.ok(each.article.length > 5, each.id);
    assert.ok(each.says.fr.endsWith(".") && each.says.en.endsWith("."), each.id);
  }
});

test("the batch was written from the rules as they are: else run node engine/write-batch.ts", () => {
  const mark = /From text [0-9a-f]{16}/;
  const now = mark.exec(generatedText(load(frenchBenefits), batchResults))?.[0];
  assert.ok(now);
  assert.equal(mark.exec(readFileSync(new URL("./generated-fr.ts", import.meta.url), "utf8"))?.[0], now);
});
