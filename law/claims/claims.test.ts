import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decide } from "../access/decide.ts";
import { type FileFacts, type MemberRole, noFacts } from "../access/relations.ts";
import type { Sentence } from "../language.ts";
import { type MoveDateRefusal, moveDateRefusals, readMoveDate } from "./move-date.ts";
import { mayClaim } from "./who-may-claim.ts";

const on = new Date("2026-03-10T09:00:00Z");
const since = "2020-01-01";

const file = (role: MemberRole, more: Partial<FileFacts> = {}): FileFacts => ({
  ...noFacts,
  members: [
    { personId: "holder", role: "holder", from: since },
    { personId: "me", role, from: since },
  ],
  ...more,
});

const asked = (facts: FileFacts, actor = "me") =>
  mayClaim({
    forHousehold: decide({ file: facts, actor, act: "claim-for-household", on }),
    inOwnName: decide({ file: facts, actor, act: "claim-individually", on }),
  });

test("CP-11 CP-16 the holder claims for the household; a spouse or member is stopped with the law's words and way", () => {
  const holder = asked(file("spouse"), "holder");
  assert.ok(holder.allowed && !holder.opensFile);
  for (const role of ["spouse", "child", "other"] as const) {
    const refused = asked(file(role));
    assert.ok(!refused.allowed, role);
    assert.ok(refused.says.fr && refused.way.fr && refused.way.en);
  }
});

test("CP-11 CP-17 CP-18 a spouse with the delegation, or a benefit of their own, claims on the file", () => {
  const given = { by: "holder", to: "me", from: new Date("2025-01-01") };
  const delegated = asked(file("spouse", { delegations: [given] }));
  const own = asked(file("spouse", { entitlements: [{ personId: "me", benefit: "AAH", from: since }] }));
  for (const may of [delegated, own]) assert.ok(may.allowed && !may.opensFile);
});

test("MC-15 who is part of no file claims for themselves: a file opens, and the reason is said", () => {
  const first = asked(noFacts);
  assert.ok(first.allowed && first.opensFile);
  assert.equal(first.source, "MC-15");
  const left = asked({
    ...noFacts,
    members: [{ personId: "me", role: "spouse", from: since, until: "2025-01-01" }],
  });
  assert.ok(left.allowed && left.opensFile, "who left a household claims for themselves");
});

test("MC-15 MC-06 who left a household and protects somebody there claims for themselves, on a file of their own", () => {
  const guards = (kind: "representation" | "accounts"): FileFacts => ({
    ...noFacts,
    members: [
      { personId: "holder", role: "holder", from: since },
      { personId: "me", role: "spouse", from: since, until: "2025-01-01" },
    ],
    guardianships: [
      { guardian: "me", protectedPerson: "holder", kind, from: since, validatedAt: new Date("2025-06-01") },
    ],
  });
  for (const kind of ["representation", "accounts"] as const) {
    const may = asked(guards(kind));
    assert.ok(may.allowed && may.opensFile, kind);
  }
});

test("MC-15 nobody claims in the name of somebody who has died", () => {
  const dead = asked({ ...file("spouse"), deaths: [{ personId: "holder", on: "2026-01-01" }] }, "holder");
  assert.ok(!dead.allowed);
});

const today = "2026-03-10";

test("CP-11 a move is told from the day of it on, up to ten years later", () => {
  const read = (day: string, month: string, year: string) => {
    const one = readMoveDate({ day, month, year }, today);
    return "date" in one ? one.date : one.refused;
  };
  assert.equal(read(" 1", "3 ", "2026"), "2026-03-01");
  assert.equal(read("10", "03", "2026"), today);
  assert.equal(read("10", "3", "2016"), "2016-03-10");
  const wrong: [string, string, string, MoveDateRefusal][] = [
    ["", "", "", "empty"],
    ["", "3", "2026", "wrong"],
    ["31", "2", "2026", "wrong"],
    ["1", "13", "2026", "wrong"],
    ["1", "3", "26", "wrong"],
    ["un", "3", "2026", "wrong"],
    ["11", "3", "2026", "future"],
    ["9", "3", "2016", "old"],
  ];
  for (const [day, month, year, id] of wrong) assert.equal(read(day, month, year), moveDateRefusals[id]);
});

test("CP-11 whatever is typed as a date, a day of the calendar comes out or words do", () => {
  const box = fc.oneof(fc.string({ maxLength: 6 }), fc.nat(40).map(String), fc.nat(3000).map(String));
  fc.assert(
    fc.property(box, box, box, (day, month, year) => {
      const read = readMoveDate({ day, month, year }, today);
      if ("refused" in read) return;
      assert.equal(new Date(read.date).toISOString().slice(0, 10), read.date);
      assert.ok(read.date <= today);
    }),
  );
});

test("every sentence about claims exists in both languages, and French follows its typography", () => {
  const all: Sentence[] = [
    ...Object.values(moveDateRefusals).map(({ says }) => says),
    ...[file("spouse"), noFacts].map((facts) => asked(facts).says),
  ];
  for (const { fr, en } of all) {
    assert.ok(fr && en && fr !== en);
    for (const text of [fr, en]) assert.doesNotMatch(text, /['"]| {2}/, text);
    assert.doesNotMatch(fr, /[^\u202f][;:!?»]|«[^\u202f]/u, fr);
  }
});
