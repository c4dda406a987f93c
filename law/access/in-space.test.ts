import assert from "node:assert/strict";
import { test } from "node:test";
import { type Act, acts } from "./acts.ts";
import { decideInSpace } from "./decide.ts";
import { refusals } from "./reasons.ts";
import { type FileFacts, type MeasureKind, noFacts } from "./relations.ts";

const on = new Date("2026-03-10T09:00:00Z");
const guards = (kind: MeasureKind, protectedPerson = "lina") => ({
  guardian: "awa",
  protectedPerson,
  kind,
  from: "2026-01-01",
  validatedAt: new Date("2026-01-05T09:00:00Z"),
});
/** Awa holds the file that Lina is part of, and protects her. */
const family = (kind: MeasureKind): FileFacts => ({
  ...noFacts,
  members: [
    { personId: "awa", role: "holder", from: "2020-01-01" },
    { personId: "lina", role: "other", from: "2020-01-01" },
  ],
  guardianships: [guards(kind)],
});
const may = (file: FileFacts, act: Act, person = "lina", actor = "awa") =>
  decideInSpace(person, { file, actor, act, on });

test("MC-06 MC-07 in the space of another, what one is to the file oneself does not count", () => {
  for (const kind of ["assistance", "representation", "accounts"] as const) {
    const file = family(kind);
    for (const act of ["claim-for-household", "change-bank-details", "grant-delegation"] as const)
      assert.ok(!may(file, act).allowed, `${kind} ${act}: the holder acts in her own space`);
    assert.equal(may(file, "see-measure").relation, "guardian");
  }
});

test("MC-06 SEC-11 whom no decision names for that person may nothing in their space, their own affairs included", () => {
  const file = { ...family("representation"), guardianships: [guards("representation", "awa")] };
  for (const act of Object.keys(acts) as Act[])
    for (const [person, actor] of [
      ["lina", "awa"],
      ["awa", "lina"],
      ["lina", "lina"],
      ["nobody", "awa"],
    ] as const) {
      const decision = may(file, act, person, actor);
      assert.deepEqual([decision.allowed, decision.says], [false, refusals.stranger.because.says], act);
    }
});

test("MC-15 of somebody who has no file a guardian may do nothing but claim, where they represent them", () => {
  for (const [kind, claims] of [
    ["representation", true],
    ["assistance", false],
    ["accounts", false],
  ] as const) {
    const file = { ...noFacts, guardianships: [guards(kind)] };
    assert.equal(may(file, "claim-individually").allowed, claims, kind);
    for (const act of ["see-resources", "claim-for-household", "change-bank-details"] as const)
      assert.ok(!may(file, act).allowed, `${kind} ${act}`);
    const dead = { ...file, deaths: [{ personId: "lina", on: "2026-03-01" }] };
    assert.ok(!may(dead, "claim-individually").allowed, "nobody claims for the dead");
  }
});
