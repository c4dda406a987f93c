import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { identifierRefusals, readIdentifier } from "./identifier.ts";
import { niaRefusals, readNia } from "./nia.ts";
import { nirKey, nirRefusals } from "./nir.ts";
import { provisionalIdentifierRefusals, readProvisionalIdentifier } from "./provisional-identifier.ts";

test("CP-02 a provisional identifier is the letter P and 8 digits, as people type it", () => {
  fc.assert(
    fc.property(fc.nat(99_999_999), fc.constantFrom("P", "p", " P ", "p-"), (n, letter) => {
      const eight = String(n).padStart(8, "0");
      assert.deepEqual(readProvisionalIdentifier(letter + eight), { provisional: `P${eight}` });
      assert.deepEqual(readIdentifier(letter + eight), { kind: "provisional", value: `P${eight}` });
    }),
  );
});

test("CP-02 a provisional identifier of another shape is refused with its words", () => {
  for (const typed of ["P1234567", "P123456789", "PP1234567", "P1234567A", "Q12345678", "12345678"]) {
    assert.deepEqual(
      readProvisionalIdentifier(typed),
      { refused: provisionalIdentifierRefusals.shape },
      typed,
    );
  }
  assert.deepEqual(readProvisionalIdentifier("  "), { refused: provisionalIdentifierRefusals.empty });
  assert.deepEqual(readIdentifier("P1234567"), { refused: provisionalIdentifierRefusals.shape });
});

test("CP-02 the sign-in field takes a social-security number", () => {
  assert.deepEqual(readIdentifier("2 84 05 2a 321 025"), { kind: "nir", value: "284052A32102552" });
  assert.deepEqual(readIdentifier("255081416802537"), { refused: nirRefusals.key });
});

test("CP-02 a waiting number, 7 or 8 and the same key, serves until the social-security number is given", () => {
  fc.assert(
    fc.property(fc.constantFrom("7", "8"), fc.nat(999_999_999_999), (first, n) => {
      const first13 = first + String(n).padStart(12, "0");
      const nia = first13 + nirKey(first13);
      for (const typed of [nia, first13, nia.replace(/(...)/g, "$1 "), `${nia} `]) {
        assert.deepEqual(readNia(typed), { nia });
        assert.deepEqual(readIdentifier(typed), { kind: "nia", value: nia });
      }
    }),
  );
});

test("CP-02 a waiting number with a wrong key, length or character is refused with words of its own", () => {
  const wrong = {
    "755081416802537": niaRefusals["nia-key"],
    "75508141680": niaRefusals["nia-length"],
    "7550814168025380": niaRefusals["nia-length"],
    "75508141680X5": niaRefusals["nia-character"],
  };
  for (const [typed, refused] of Object.entries(wrong)) {
    assert.deepEqual(readNia(typed), { refused }, typed);
    assert.deepEqual(readIdentifier(typed), { refused }, typed);
  }
  for (const other of ["", "255081416802538", "P12345678"])
    assert.deepEqual(readNia(other), { refused: niaRefusals["nia-character"] });
});

test("CP-01 a file number of 7 digits does not sign in, and is told so", () => {
  for (const number of ["1234567", "7824196", "8000001"]) {
    const read = readIdentifier(number);
    assert.ok("refused" in read);
    assert.match(read.refused.says.fr, /numéro de votre dossier ne sert plus/);
  }
});

test("CP-02 nothing typed, or a provisional identifier without its letter, has words of its own", () => {
  assert.deepEqual(readIdentifier("\u00a0 "), { refused: identifierRefusals.empty });
  assert.deepEqual(readIdentifier("1234 5678"), { refused: identifierRefusals["letter-missing"] });
});

const shapes = { nir: /^[12]\d{4}[\dAB]{2}\d{8}$/, nia: /^[78]\d{14}$/, provisional: /^P\d{8}$/ };

test("CP-02 whatever is typed, the answer is an identifier of the right shape or a refusal with words", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (typed) => {
      const read = readIdentifier(typed);
      if ("refused" in read) assert.ok(read.refused.says.fr && read.refused.says.en);
      else assert.match(read.value, shapes[read.kind]);
    }),
  );
});
