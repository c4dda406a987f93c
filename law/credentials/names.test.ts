import assert from "node:assert/strict";
import { test } from "node:test";
import { nameKey } from "./names.ts";

test("spellings of one name meet, other names do not", () => {
  for (const [one, other] of [
    ["Lefèvre-Dupont", "LEFEVRE DUPONT"],
    ["N’Guessan", "N'GUESSAN"],
    ["N’Guessan", "nguessan"],
    ["Cœur", "COEUR"],
    ["Groß", "GROSS"],
    ["Łukasz", "lukasz"],
    ["  Le   Goff ", "Le Goff"],
  ] as const)
    assert.equal(nameKey(one), nameKey(other), one);
  assert.notEqual(nameKey("Le Goff"), nameKey("Legoff"));
  assert.equal(nameKey(" - "), "");
});
