import assert from "node:assert/strict";
import { test } from "node:test";
import { caf } from "../../../institutions/caf/index.ts";
import { languages } from "../../../law/language.ts";
import { inForce, readTerms } from "./charter.ts";

const versions = readTerms(caf);
const clauses = (language: "fr" | "en") =>
  inForce(versions, "2026-03-10").texts[language].sections.flatMap((section) => section.clauses);

test("MC-01 MC-05 MC-28 the terms carry every clause of MC, in each language, under the same ids in the same order", () => {
  const expected = Array.from({ length: 28 }, (_, index) => `MC-${String(index + 1).padStart(2, "0")}`);
  for (const language of languages) {
    assert.deepEqual(
      clauses(language)
        .flatMap((clause) => clause.statements)
        .sort(),
      expected,
      language,
    );
  }
  const outline = (language: "fr" | "en") => clauses(language).map(({ id, statements }) => [id, statements]);
  assert.deepEqual(outline("fr"), outline("en"));
});

test("MC-05 people commit to keep their credentials secret, even from family, and certify what they enter", () => {
  const text = (language: "fr" | "en") =>
    clauses(language).find((clause) => clause.statements.includes("MC-05"))?.text ?? "";
  assert.match(text("fr"), /secrets.*pas même à votre famille.*certifiez.*exact/s);
  assert.match(text("en"), /secret.*family.*certify.*(exact|accurate|correct|true)/is);
});

test("no version is in force before the first one's date of effect", () => {
  assert.throws(() => inForce(versions, "2025-12-31"), /No version/);
});
