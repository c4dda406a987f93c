import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type SecondStepFacts, secondStepIsDue, secondStepLimits, secondStepRules } from "./second-step.ts";

const policies = ["off", "optional", "required"] as const;
const ways = ["password", "old password", "passkey", "franceconnect"] as const;

const facts: fc.Arbitrary<SecondStepFacts> = fc.record({
  policy: fc.constantFrom(...policies),
  way: fc.constantFrom(...ways),
  turnedOn: fc.boolean(),
  trusted: fc.boolean(),
  hasMeans: fc.boolean(),
  mailboxOnly: fc.boolean(),
  contactsAnswered: fc.boolean(),
});

/** Somebody like everyone: means at hand, the first sign-in long behind. */
const settled = {
  turnedOn: false,
  trusted: false,
  hasMeans: true,
  mailboxOnly: false,
  contactsAnswered: true,
};

test("SEC-08 by policy, way and choice: who is asked for a second step", () => {
  const asked = policies.flatMap((policy) =>
    ways.flatMap((way) =>
      [false, true]
        .filter((turnedOn) => secondStepIsDue({ ...settled, policy, way, turnedOn }))
        .map((turnedOn) => `${policy}, ${way}, ${turnedOn ? "turned on" : "not turned on"}`),
    ),
  );
  assert.deepEqual(asked, [
    "optional, password, turned on",
    "optional, old password, turned on",
    "required, password, not turned on",
    "required, password, turned on",
    "required, old password, not turned on",
    "required, old password, turned on",
  ]);
});

test("SEC-08 a passkey counts as both steps, CP-22 FranceConnect asks for nothing further, whatever else is true", () => {
  fc.assert(
    fc.property(facts, fc.constantFrom("passkey" as const, "franceconnect" as const), (given, way) => {
      assert.equal(secondStepIsDue({ ...given, way }), false);
    }),
  );
});

test("SEC-08 a trusted device is never asked; trust never adds a step", () => {
  fc.assert(
    fc.property(facts, (given) => {
      assert.equal(secondStepIsDue({ ...given, trusted: true }), false);
    }),
  );
});

test("CP-03 whoever has no means yet goes on with the first sign-in, and is asked as soon as it is over", () => {
  const required = { ...settled, policy: "required", way: "old password", hasMeans: false } as const;
  assert.equal(secondStepIsDue({ ...required, contactsAnswered: false }), false);
  assert.equal(secondStepIsDue({ ...required, contactsAnswered: true }), true);
  assert.equal(secondStepIsDue({ ...required, hasMeans: true, contactsAnswered: false }), true);
});

test("SEC-08 one rule always decides, and losing means never opens a settled account", () => {
  fc.assert(
    fc.property(facts, (given) => {
      assert.ok(secondStepRules.some(({ holds }) => holds(given)));
      const after = { ...given, contactsAnswered: true, mailboxOnly: false };
      assert.equal(
        secondStepIsDue({ ...after, hasMeans: false }),
        secondStepIsDue({ ...after, hasMeans: true }),
      );
    }),
  );
});

test("SEC-08 SP-02 the mailbox that brought the password is no second proof: it is not asked for, and nothing else is spared", () => {
  const required = { ...settled, policy: "required", way: "password" } as const;
  assert.equal(secondStepIsDue({ ...required, hasMeans: false, mailboxOnly: true }), false);
  assert.equal(secondStepIsDue({ ...required, hasMeans: true, mailboxOnly: true }), true);
  fc.assert(
    fc.property(facts, (given) => {
      const asked = secondStepIsDue({ ...given, mailboxOnly: false });
      assert.equal(secondStepIsDue({ ...given, mailboxOnly: true }), asked && given.hasMeans);
    }),
  );
});

test("SEC-03 the numbers that people read are the numbers that count", () => {
  for (const { value, says } of Object.values(secondStepLimits))
    for (const sentence of Object.values(says)) assert.match(sentence, new RegExp(`\\b${value}\\b`));
});
