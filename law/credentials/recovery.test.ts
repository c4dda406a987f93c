import assert from "node:assert/strict";
import { test } from "node:test";
import { isBirthDate, type Recovery, recoveryLimits, recoveryStage } from "./recovery.ts";

const asked = new Date("2026-03-10T09:00:00Z");
const after = (minutes: number, milliseconds = 0) =>
  new Date(asked.getTime() + minutes * 60_000 + milliseconds);
const policy = { minutes: { sms: 10, mail: 15 }, resends: 3 };

const recovery = (change: Partial<Recovery> = {}, code: Partial<Recovery["code"]> = {}): Recovery => ({
  askedAt: asked,
  code: { way: "sms", policy, tries: 0, triesToday: 0, usedAt: null, ...code },
  asksBirth: true,
  birthTries: 0,
  birthToldAt: null,
  replacedAt: null,
  endedAt: null,
  ...change,
});
const used = { usedAt: after(1) };

const stages = [
  ["the code comes first", recovery(), after(0), "code"],
  ["a code not typed in time ends it", recovery(), after(10), "over"],
  ["a code tried five times ends it", recovery({}, { tries: 5 }), after(1), "over"],
  ["twenty tries in a day end it", recovery({}, { triesToday: 20 }), after(1), "over"],
  ["then the birth date", recovery({}, used), after(20), "identity"],
  ["three wrong birth dates end it", recovery({ birthTries: 3 }, used), after(20), "over"],
  ["then the new password", recovery({ birthToldAt: after(2) }, used), after(59), "password"],
  [
    "with two contact points no birth date is asked",
    recovery({ asksBirth: false }, used),
    after(2),
    "password",
  ],
  ["after an hour it is over", recovery({ asksBirth: false }, used), after(recoveryLimits.minutes), "over"],
  ["a millisecond before, not yet", recovery({ asksBirth: false }, used), after(60, -1), "password"],
  ["one use", recovery({ asksBirth: false, endedAt: after(3) }, used), after(4), "over"],
  ["a new one voids the old", recovery({ replacedAt: after(1) }, used), after(2), "over"],
] as const;

for (const [name, given, now, at] of stages) {
  test(`SEC-04 ${name}`, () => {
    assert.equal(recoveryStage(given, now).at, at);
  });
}

test("SEC-04 what the register does not know of a birth date is not compared", () => {
  assert.ok(isBirthDate("1988-11-03", "1988-11-03"));
  assert.ok(!isBirthDate("1988-11-04", "1988-11-03"));
  assert.ok(isBirthDate("1999-07-14", "1999-07-00"));
  assert.ok(!isBirthDate("1999-08-14", "1999-07-00"));
  assert.ok(isBirthDate("1950-02-14", "1950-00-00"));
});
