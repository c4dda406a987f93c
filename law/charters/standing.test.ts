import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Charter, Version } from "./charter.ts";
import { type Answers, standingWith } from "./standing.ts";

const text = { title: "", summary: [], changes: "", sections: [], body: "", sha256: "" };
const made = (effect: string, more: Partial<Version> = {}): Version => ({
  charter: "rules",
  version: effect,
  announced: "2026-01-01",
  acceptance: "required",
  minor: false,
  texts: { fr: text, en: text },
  ...more,
});
const charterOf = (...versions: Version[]): Charter => ({ name: "rules", audience: "person", versions });
const nothing: Answers = { accepted: null, refused: null, seen: null };

const first = made("2026-01-05");
const next = made("2026-04-01", { announced: "2026-03-01" });
const both = charterOf(first, next);

test("MC-02 nothing opens before the text in force is accepted", () => {
  assert.deepEqual(standingWith(both, nothing, "2026-02-01"), {
    passes: false,
    version: first,
    refused: false,
  });
  assert.deepEqual(standingWith(both, { ...nothing, accepted: "2026-01-05" }, "2026-02-01"), {
    passes: true,
  });
});

test("MC-03 from its day on, a new version asks again, and names the one that was accepted", () => {
  const accepted = { ...nothing, accepted: "2026-01-05", seen: "2026-04-01" };
  assert.deepEqual(standingWith(both, accepted, "2026-03-31"), { passes: true });
  assert.deepEqual(standingWith(both, accepted, "2026-04-01"), {
    passes: false,
    version: next,
    refused: false,
    since: first,
  });
  assert.deepEqual(standingWith(both, { ...accepted, accepted: "2026-04-01" }, "2026-04-01"), {
    passes: true,
  });
});

test("MC-04 a refusal counts for the version refused: the next one is asked anew", () => {
  const refused = { ...nothing, refused: "2026-01-05" };
  const on = (day: string) => {
    const standing = standingWith(both, refused, day);
    return !standing.passes && [standing.version, standing.refused];
  };
  assert.deepEqual(on("2026-02-01"), [first, true]);
  assert.deepEqual(on("2026-04-01"), [next, false]);
});

test("CN-08 SP-06 a version that informs, or only corrects words, lets people through and is told once", () => {
  for (const kind of [{ acceptance: "informs" }, { minor: true }] as const) {
    const later = made("2026-04-01", kind);
    const charter = charterOf(first, later);
    const accepted = { ...nothing, accepted: "2026-01-05" };
    assert.deepEqual(standingWith(charter, accepted, "2026-04-01"), { passes: true, tell: later });
    assert.deepEqual(standingWith(charter, { ...accepted, seen: "2026-04-01" }, "2026-04-01"), {
      passes: true,
    });
    // Who never accepted anything accepts the text in force, and need not be told of it besides.
    const newcomer = standingWith(charter, nothing, "2026-04-01");
    assert.deepEqual(newcomer, { passes: false, version: later, refused: false });
    assert.deepEqual(standingWith(charter, { ...nothing, accepted: "2026-04-01" }, "2026-05-01"), {
      passes: true,
    });
  }
});

test("CN-08 a version announced for later is told ahead, and closes nothing before its day", () => {
  const accepted = { ...nothing, accepted: "2026-01-05" };
  assert.deepEqual(standingWith(both, accepted, "2026-02-28"), { passes: true });
  assert.deepEqual(standingWith(both, accepted, "2026-03-01"), { passes: true, tell: next });
});

test("SP-07 a charter that only informs closes nothing, and one not yet in force neither", () => {
  const informs = made("2026-01-05", { acceptance: "informs" });
  assert.deepEqual(standingWith(charterOf(informs), nothing, "2026-02-01"), { passes: true, tell: informs });
  assert.deepEqual(
    standingWith(charterOf(made("2026-01-05", { announced: undefined })), nothing, "2026-02-01"),
    {
      passes: true,
    },
  );
  assert.deepEqual(standingWith(charterOf(), nothing, "2026-02-01"), { passes: true });
});

const dates = ["2026-01-05", "2026-02-05", "2026-03-05", "2026-04-05", "2026-05-05"];
const anyCharter = fc
  .subarray(dates)
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((effect) =>
        fc
          .record({
            acceptance: fc.constantFrom("required" as const, "informs" as const),
            minor: fc.boolean(),
          })
          .map((kind) => made(effect, kind)),
      ),
    ),
  )
  .map((versions) => charterOf(...versions));
const anyDate = fc.option(fc.constantFrom(...dates));
const anyAnswers = fc.record({ accepted: anyDate, refused: anyDate, seen: anyDate });

test("MC-02 MC-03 accepting what is shown always opens, and accepting more never closes", () => {
  fc.assert(
    fc.property(anyCharter, anyAnswers, fc.constantFrom(...dates), (charter, answers, day) => {
      const standing = standingWith(charter, answers, day);
      if (standing.passes) {
        const more = dates.filter((one) => one >= (answers.accepted ?? ""));
        for (const accepted of more) assert.ok(standingWith(charter, { ...answers, accepted }, day).passes);
        return;
      }
      const { version } = standing.version;
      assert.ok(version <= day);
      assert.ok(standingWith(charter, { ...answers, accepted: version }, day).passes);
      assert.ok(!standingWith(charter, { ...answers, accepted: null }, day).passes);
    }),
  );
});

test("CN-08 being told ends: each thing seen is not told again", () => {
  fc.assert(
    fc.property(anyCharter, anyAnswers, fc.constantFrom(...dates), (charter, answers, day) => {
      let now: Answers = answers;
      for (let told = 0; ; told++) {
        assert.ok(told <= charter.versions.length);
        const standing = standingWith(charter, now, day);
        if (!standing.passes || !standing.tell) return;
        assert.ok(now.seen === null || standing.tell.version > now.seen);
        now = { ...now, seen: standing.tell.version };
      }
    }),
  );
});
