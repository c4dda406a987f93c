import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readIdentifier } from "./identifier.ts";
import { type NumberShape, readOwnNumber } from "./institution-number.ts";

const shapes = [
  { kind: "insurance", digits: 9, name: { fr: "numéro d’assuré", en: "insurance number" } },
  { kind: "employer", digits: 6, name: { fr: "numéro d’employeur", en: "employer number" } },
] as const satisfies readonly NumberShape[];

test("CN-13 numbers are told apart by their digits, however they are grouped", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...shapes),
      fc.integer({ min: 0, max: 999_999_999 }),
      fc.array(fc.constantFrom(" ", ".", "-", "\u00a0"), { maxLength: 9 }),
      ({ kind, digits }, drawn, separators) => {
        const value = String(drawn).padStart(9, "0").slice(0, digits);
        const typed = [...value].map((digit, at) => digit + (separators[at] ?? "")).join("");
        assert.deepEqual(readOwnNumber(typed, shapes), { kind, value });
      },
    ),
  );
});

test("CN-13 what is no such number is refused with what is wrong about it", () => {
  const why = (typed: string) => {
    const read = readOwnNumber(typed, shapes);
    return "refused" in read ? read.refused : assert.fail(typed);
  };
  assert.equal(why(" ").id, "number-empty");
  assert.equal(why(" ").says.en, "Enter your insurance number or your employer number.");
  for (const typed of ["12345678O", "1234-5678x", "' or 1=1", "１２３É"])
    assert.equal(why(typed).id, "number-character");
  for (const typed of ["1", "12345", "1234567", "1234567890", "9".repeat(1000)])
    assert.equal(why(typed).id, "number-length");
  assert.match(why("1").says.fr, /un numéro d’assuré en compte 9, un numéro d’employeur en compte 6/);
});

test("CN-13 a shape that no source gives is not told as known: the words count no digits", () => {
  const placeholders = shapes.map((shape) => ({ ...shape, unverified: true as const }));
  const read = readOwnNumber("12", placeholders);
  assert.ok("refused" in read && read.refused.id === "number-length");
  for (const words of Object.values(read.refused.says)) assert.doesNotMatch(words, /\d/);
  assert.deepEqual(readOwnNumber("123456", placeholders), { kind: "employer", value: "123456" });
});

test("CN-13 CP-02 where the institution numbers people itself, a social-security number is no identifier, nor the other way round", () => {
  assert.ok("refused" in readIdentifier("284052A32102552", { shapes }));
  assert.ok("refused" in readIdentifier("P12345678", { shapes }));
  assert.ok("refused" in readIdentifier("123456789"));
  assert.ok("refused" in readIdentifier("123456"));
});
