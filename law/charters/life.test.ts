import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Charter, Version } from "./charter.ts";
import { announcedOn, inForce, publishedOn, stateOf } from "./life.ts";

const text = { title: "", summary: [], changes: "", sections: [], body: "", sha256: "" };
const version = (dates: { announced?: string; version: string }): Version => ({
  charter: "rules",
  acceptance: "required",
  minor: false,
  texts: { fr: text, en: text },
  ...dates,
});
const charterOf = (...versions: Version[]): Charter => ({ name: "rules", audience: "person", versions });

const first = version({ announced: "2026-01-01", version: "2026-01-05" });
const second = version({ announced: "2026-03-01", version: "2026-04-01" });
const draft = version({ version: "2026-05-01" });
const charter = charterOf(first, second, draft);

test("CN-08 a version is a draft, then announced, then in force, then superseded, each from its very day", () => {
  const life = (one: Version, days: string[]) => days.map((day) => stateOf(charter, one, day));
  assert.deepEqual(
    life(first, ["2025-12-31", "2026-01-01", "2026-01-04", "2026-01-05", "2026-03-31", "2026-04-01"]),
    ["draft", "announced", "announced", "in force", "in force", "superseded"],
  );
  assert.deepEqual(life(second, ["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01", "2099-01-01"]), [
    "draft",
    "announced",
    "announced",
    "in force",
    "in force",
  ]);
});

test("CN-08 what nobody announced stays a draft, even past its day", () => {
  assert.equal(stateOf(charter, draft, "2030-01-01"), "draft");
  assert.equal(inForce(charter, "2030-01-01"), second);
  assert.deepEqual(publishedOn(charter, "2030-01-01"), [first, second]);
});

test("MC-03 no version is in force before the first one's day; the announced ones are told in order", () => {
  assert.equal(inForce(charter, "2026-01-04"), undefined);
  assert.deepEqual(announcedOn(charter, "2026-01-04"), [first]);
  assert.deepEqual(announcedOn(charter, "2026-03-15"), [second]);
  const third = version({ announced: "2026-03-01", version: "2026-06-01" });
  assert.deepEqual(announcedOn(charterOf(first, second, third), "2026-03-15"), [second, third]);
});

test("MC-03 on any day at most one version is in force, and it is the newest that took effect", () => {
  const day = fc.integer({ min: 0, max: 60 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
  const dates = fc.record({ version: day, ahead: fc.option(day, { nil: undefined }) });
  fc.assert(
    fc.property(fc.uniqueArray(dates, { maxLength: 8, selector: (one) => one.version }), day, (all, on) => {
      const versions = all
        .map(({ version: effect, ahead }) =>
          version({ version: effect, ...(ahead && { announced: [ahead, effect].sort()[0] as string }) }),
        )
        .sort((a, b) => (a.version < b.version ? -1 : 1));
      const some = charterOf(...versions);
      const standing = versions.filter((one) => stateOf(some, one, on) === "in force");
      const due = versions.filter((one) => one.announced && one.version <= on);
      assert.deepEqual(standing, due.slice(-1));
    }),
  );
});
