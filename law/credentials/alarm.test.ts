import assert from "node:assert/strict";
import { test } from "node:test";
import { type AlarmFacts, type AlarmKind, alarmKinds, closesAccess } from "./alarm.ts";

const kinds = Object.keys(alarmKinds) as AlarmKind[];

/** Every report there can be. */
const all: AlarmFacts[] = kinds.flatMap((kind) =>
  [true, false].flatMap((gavePassword) =>
    (["session", "birth date", null] as const).flatMap((proof) =>
      [true, false].flatMap((recoverable) =>
        [0, 1, 2, 3].map((unprovenBlocks) => ({ kind, gavePassword, proof, recoverable, unprovenBlocks })),
      ),
    ),
  ),
);

test("CN-09 who is signed in is believed, unless nothing was lost", () => {
  for (const facts of all.filter(({ proof }) => proof === "session"))
    assert.equal(
      closesAccess(facts),
      facts.kind !== "password-asked" || facts.gavePassword,
      JSON.stringify(facts),
    );
});

test("CN-05 SP-09 a password that was asked for and not given closes nothing, whoever says so", () => {
  for (const facts of all.filter(({ kind, gavePassword }) => kind === "password-asked" && !gavePassword))
    assert.equal(closesAccess(facts), false);
});

test("CN-09 a report that nothing proves closes nothing", () => {
  for (const facts of all.filter(({ proof }) => proof === null)) assert.equal(closesAccess(facts), false);
});

test("CN-09 a number and a birth date close what their person can open again alone, twice in 30 days", () => {
  for (const facts of all.filter(({ proof }) => proof === "birth date")) {
    const lost = facts.kind !== "password-asked" || facts.gavePassword;
    assert.equal(closesAccess(facts), lost && facts.recoverable && facts.unprovenBlocks < 2);
  }
});

test("CN-05 CN-09 SP-10 what can be reported says its source", () => {
  assert.deepEqual(kinds, ["not-me", "phone-stolen", "password-asked"]);
  for (const { says, source } of Object.values(alarmKinds)) assert.ok(says.fr && says.en && source);
});
