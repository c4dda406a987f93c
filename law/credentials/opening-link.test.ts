import assert from "node:assert/strict";
import { test } from "node:test";
import { type OpeningFacts, openingLink, openingLinkRules, vouchedMinutes } from "./opening-link.ts";
import type { CivilIdentity } from "./pivot.ts";

const theo: CivilIdentity = {
  firstNames: "Théo Marcel",
  birthName: "Marchand-Lévêque",
  usedName: null,
  birthDate: "1997-03-12",
  sex: "M",
  birthCode: "2A004",
};
const facts: OpeningFacts = { pivot: theo, told: theo, registry: "match", minutes: 0 };

const becauseOf = (change: Partial<OpeningFacts>) => {
  const link = openingLink({ ...facts, ...change });
  return "links" in link ? "links" : link.because;
};

const rows: [what: string, change: Partial<OpeningFacts>, outcome: string][] = [
  ["all is as FranceConnect said", {}, "links"],
  ["written otherwise, the same", { told: { ...theo, birthName: "MARCHAND LEVEQUE" } }, "links"],
  ["with a name in use", { told: { ...theo, usedName: "Durand" } }, "links"],
  ["no number", { registry: "not asked" }, "links"],
  ["a register that cannot say", { registry: "unknown" }, "links"],
  ["a number of somebody else", { registry: "mismatch" }, "mismatch"],
  ["another birth name", { told: { ...theo, birthName: "Marchand" } }, "changed"],
  ["a first name less", { told: { ...theo, firstNames: "Théo" } }, "changed"],
  ["no first name", { told: { ...theo, firstNames: "" } }, "changed"],
  ["another birth date", { told: { ...theo, birthDate: "1997-03-00" } }, "changed"],
  ["another sex", { told: { ...theo, sex: "F" } }, "changed"],
  ["another place", { told: { ...theo, birthCode: "2A005" } }, "changed"],
  ["a place that nobody told", { told: { ...theo, birthCode: undefined } }, "changed"],
  ["no sex from FranceConnect", { pivot: { ...theo, sex: undefined } }, "incomplete"],
  ["no place from either", { pivot: { ...theo, birthCode: undefined }, told: theo }, "incomplete"],
  ["the last moment", { minutes: vouchedMinutes - 0.001 }, "links"],
  ["a moment too late", { minutes: vouchedMinutes }, "late"],
];

for (const [what, change, outcome] of rows)
  test(`CP-22 an account just opened and FranceConnect: ${what}: ${outcome}`, () => {
    assert.equal(becauseOf(change), outcome);
  });

test("CP-22 each rule is failed by a row, and says in both languages what to do or to expect", () => {
  const failed = new Set(rows.map(([, , outcome]) => outcome));
  for (const { because, says } of openingLinkRules) {
    assert.ok(failed.has(because), because);
    const said = says({ ...facts, told: { ...theo, sex: "F", birthName: "X" } });
    for (const text of [said.fr, said.en]) assert.match(text, /FranceConnect/, because);
  }
  const changed = openingLink({ ...facts, told: { ...theo, sex: "F", birthName: "X" } });
  assert.ok("says" in changed);
  assert.match(changed.says.fr, /le nom de naissance, le sexe\./);
});
