import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  type CodeFacts,
  type CodePolicy,
  type CodeState,
  codeEndsAt,
  codeLimits,
  codeRefusals,
  codeState,
  codeStates,
  mayResend,
  maySendToday,
  readCode,
  triesLeft,
  wrongCode,
} from "./codes.ts";

const policy: CodePolicy = { minutes: { sms: 10, mail: 15 }, resends: 3 };
const sentAt = new Date("2026-03-02T09:00:00Z");
const fresh: CodeFacts = { sentAt, way: "sms", policy, tries: 0, triesToday: 0 };
const after = (minutes: number, ms = 0) => new Date(sentAt.getTime() + minutes * 60_000 + ms);

test("CP-06 a code is 6 digits, typed with or without spaces", () => {
  assert.equal(codeLimits.digits.value, 6);
  assert.deepEqual(readCode(" 012 345 "), { code: "012345" });
  assert.deepEqual(readCode("  "), { refused: codeRefusals.empty });
  for (const typed of ["12345", "1234567", "12345a", "O12345"]) {
    assert.deepEqual(readCode(typed), { refused: codeRefusals.shape }, typed);
  }
});

test("CP-09 a contact code sent by SMS dies after 10 minutes, one sent by mail after 15", () => {
  assert.equal(codeState(fresh, after(10, -1)), "open");
  assert.equal(codeState(fresh, after(10)), "late");
  const mailed: CodeFacts = { ...fresh, way: "mail" };
  assert.equal(codeState(mailed, after(15, -1)), "open");
  assert.equal(codeState(mailed, after(15)), "late");
  assert.deepEqual(codeEndsAt(mailed), after(15));
});

const states: [facts: Partial<CodeFacts>, minutes: number, state: CodeState][] = [
  [{}, 0, "open"],
  [{ tries: 4, triesToday: 19, usedAt: null, replacedAt: null }, 9, "open"],
  [{ tries: 5 }, 1, "exhausted"],
  [{ triesToday: 20 }, 1, "day-exhausted"],
  [{ usedAt: after(1) }, 2, "used"],
  [{ replacedAt: after(1) }, 2, "replaced"],
  [{ usedAt: after(1), tries: 5, triesToday: 20 }, 60, "used"],
  [{ replacedAt: after(1), tries: 5, triesToday: 20 }, 60, "day-exhausted"],
  [{ replacedAt: after(1), tries: 5 }, 60, "replaced"],
  [{ tries: 5 }, 60, "exhausted"],
];

for (const [facts, minutes, state] of states) {
  test(`SEC-03 a code with ${JSON.stringify(facts)} is ${state} after ${minutes} minutes`, () => {
    assert.equal(codeState({ ...fresh, ...facts }, after(minutes)), state);
  });
}

test("SEC-03 a code is open only if it is unused, unreplaced, in time, and under both counts of tries", () => {
  const facts = fc.record({
    way: fc.constantFrom("sms" as const, "mail" as const),
    tries: fc.nat(8),
    triesToday: fc.nat(25),
    usedAt: fc.option(fc.constant(after(1))),
    replacedAt: fc.option(fc.constant(after(1))),
  });
  fc.assert(
    fc.property(facts, fc.integer({ min: 0, max: 20 }), (some, minutes) => {
      const expected =
        !some.usedAt &&
        !some.replacedAt &&
        some.tries < 5 &&
        some.triesToday < 20 &&
        minutes < (some.way === "sms" ? 10 : 15);
      assert.equal(codeState({ ...fresh, ...some }, after(minutes)) === "open", expected);
    }),
  );
});

test("CP-07 what is said of a dead code names the step that is open", () => {
  assert.match(codeStates.late.fr, /Demandez-en un nouveau/);
  assert.match(codeStates.exhausted.fr, /Demandez-en un nouveau/);
  assert.match(codeStates.replaced.fr, /Saisissez le dernier reçu/);
  assert.match(codeStates["day-exhausted"].fr, /reprenez demain/);
  assert.match(codeStates.used.fr, /continuer/);
});

test("SEC-03 the tries left count the code's 5 and the day's 20, and are said in the right number", () => {
  assert.equal(triesLeft({ tries: 0, triesToday: 0 }), 5);
  assert.equal(triesLeft({ tries: 4, triesToday: 4 }), 1);
  assert.equal(triesLeft({ tries: 1, triesToday: 18 }), 2);
  assert.equal(triesLeft({ tries: 5, triesToday: 30 }), 0);
  assert.match(wrongCode(1).fr, /reste 1 essai\.$/);
  assert.match(wrongCode(2).fr, /reste 2 essais\.$/);
  assert.match(wrongCode(2).en, /2 tries left\.$/);
});

test("CP-08 after the first code, a new one may be asked for 3 times for a contact point", () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5].map((sends) => mayResend(sends, policy)),
    [true, true, true, true, false, false],
  );
});

test("at most 12 codes are sent to an account in a day", () => {
  assert.equal(maySendToday(11), true);
  assert.equal(maySendToday(12), false);
});
