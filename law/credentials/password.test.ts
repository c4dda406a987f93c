import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { oldPasswordRule } from "./old-password.ts";
import { brokenRules, type PasswordPolicy, passwordRules } from "./password.ts";

const caf: PasswordPolicy = { min: 8, max: 24, require: ["digit", "lowercase", "uppercase"] };
const cnss: PasswordPolicy = {
  min: 10,
  max: 64,
  require: ["digit", "lowercase", "uppercase", "special"],
  source: "CN-06",
};

const broken = (policy: PasswordPolicy, password: string) =>
  brokenRules(policy, password).map(({ id }) => id);

const examples: [policy: PasswordPolicy, password: string, broken: string[]][] = [
  [caf, "Marée2026", []],
  [caf, "Aa1aaaaa", []],
  [caf, "Aa1aaaa", ["min:8"]],
  [caf, `Aa1${"a".repeat(21)}`, []],
  [caf, `Aa1${"a".repeat(22)}`, ["max:24"]],
  [caf, "Abcdefgh", ["digit"]],
  [caf, "ABCDEFG1", ["lowercase"]],
  [caf, "abcdefg1", ["uppercase"]],
  [caf, "ÉÀÇ1éàçù", []],
  [caf, "", ["min:8", "digit", "lowercase", "uppercase"]],
  [cnss, "Abcdefgh1!", []],
  [cnss, "Abcdefgh1€", []],
  [cnss, "Abcdefgh10", ["special"]],
  [cnss, "Abcdefg 10", ["special"]],
  [cnss, "Abcdefg\u00a010", ["special"]],
  [cnss, "Abcdefgé10", ["special"]],
  [cnss, "Abcdefge\u030110", ["special"]],
  [cnss, "Abcdefgx\u030110", ["special"]],
  [cnss, "Abcdef1!", ["min:10"]],
];

for (const [policy, password, ids] of examples) {
  test(`${policy.source ?? "CP-04"} "${password}" breaks ${ids.length > 0 ? ids.join(", ") : "nothing"}`, () => {
    assert.deepEqual(broken(policy, password), ids);
  });
}

test("CP-04 the list has one line for each thing asked, with its words and its source", () => {
  assert.deepEqual(
    passwordRules(caf).map(({ id, says, source }) => [id, says.fr, says.en, source]),
    [
      ["min:8", "au moins 8 caractères", "at least 8 characters", "CP-04"],
      ["max:24", "au plus 24 caractères", "at most 24 characters", "CP-04"],
      ["digit", "au moins 1 chiffre", "at least 1 digit", "CP-04"],
      ["lowercase", "au moins 1 lettre minuscule", "at least 1 lowercase letter", "CP-04"],
      ["uppercase", "au moins 1 lettre majuscule", "at least 1 uppercase letter", "CP-04"],
    ],
  );
  assert.deepEqual(new Set(passwordRules(cnss).map(({ source }) => source)), new Set(["CN-06"]));
});

test("CP-04 length counts what people see as one sign: code points, accents joined to their letter", () => {
  assert.deepEqual(broken(caf, "Aa1🏠🏠🏠🏠"), ["min:8"]);
  assert.deepEqual(broken(caf, "Aa1🏠🏠🏠🏠🏠"), []);
  assert.deepEqual(broken(caf, `Aa1${"e\u0301".repeat(21)}`), []);
  assert.deepEqual(broken(caf, "Aa1e\u0301e\u0301e\u0301e\u0301"), ["min:8"]);
});

test("CP-04 the rules agree with a plain reading of them, on any ASCII password", () => {
  const ascii = fc.string({ unit: fc.constantFrom(..."aZ5! k9Q_"), maxLength: 30 });
  fc.assert(
    fc.property(ascii, (password) => {
      const expected: string[] = [];
      if (password.length < 10) expected.push("min:10");
      if (password.length > 64) expected.push("max:64");
      if (!/[0-9]/.test(password)) expected.push("digit");
      if (!/[a-z]/.test(password)) expected.push("lowercase");
      if (!/[A-Z]/.test(password)) expected.push("uppercase");
      if (!/[!_]/.test(password)) expected.push("special");
      assert.deepEqual(broken(cnss, password), expected);
    }),
  );
});

test("CP-03 the file's old password is exactly 8 digits", () => {
  const rule = oldPasswordRule(8);
  assert.equal(rule.id, "digits:8");
  assert.equal(rule.source, "CP-03");
  assert.match(rule.says.fr, /8 chiffres/);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength: 12 }), (typed) => {
      assert.equal(rule.holds(typed), typed.length === 8);
    }),
  );
  for (const typed of ["1234567a", "1234567 ", "12345678\n", "١٢٣٤٥٦٧٨"]) {
    assert.equal(rule.holds(typed), false, typed);
  }
});

test("CP-03 an old password is never good enough to be a new one", () => {
  fc.assert(
    fc.property(fc.nat(99_999_999), (n) => {
      assert.notDeepEqual(broken(caf, String(n).padStart(8, "0")), []);
    }),
  );
});
