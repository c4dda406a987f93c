import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { lastDayBefore, measureDates, readMeasureDays } from "./guardianship.ts";

const today = "2026-03-10";
const typed = (text: string) => {
  const [day = "", month = "", year = ""] = text.split(" ");
  return { day, month, year };
};
const read = (first: string, last = "") => readMeasureDays(typed(first), typed(last), today);

const right: [string, string, ReturnType<typeof read>][] = [
  ["1 2 2026", "", { from: "2026-02-01" }],
  ["10 3 2026", "10 3 2026", { from: "2026-03-10", until: "2026-03-11" }],
  ["29 2 2024", "31 12 2028", { from: "2024-02-29", until: "2029-01-01" }],
];
for (const [first, last, days] of right)
  test(`MC-06 a measure from ${first} to ${last || "no last day"}: the last day still counts`, () =>
    assert.deepEqual(read(first, last), days));

const wrong: [string, string, object][] = [
  ["", "", { first: measureDates.missing }],
  ["31 2 2026", "", { first: measureDates.unreadable }],
  ["1 2 26", "", { first: measureDates.unreadable }],
  ["1 2 1826", "", { first: measureDates.unreadable }],
  ["11 3 2026", "", { first: measureDates.future }],
  ["1 2 2026", "31 1 2026", { last: measureDates.order }],
  ["1 2 2025", "9 3 2026", { last: measureDates.over }],
  ["1 2 2025", "30 2 2027", { last: measureDates.unreadable }],
  ["x", "y", { first: measureDates.unreadable, last: measureDates.unreadable }],
];
for (const [first, last, refused] of wrong)
  test(`MC-06 a measure from “${first}” to “${last}” is refused under its field`, () =>
    assert.deepEqual(read(first, last), { refused }));

test("MC-06 whatever day is typed last, the measure runs through it and no further", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), (days) => {
      const last = new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
      const result = read("1 2 2026", last.split("-").toReversed().join(" "));
      assert.ok("until" in result && result.until);
      assert.ok(last < result.until);
      assert.equal(lastDayBefore(result.until), last);
    }),
  );
});

test("dates refused read well in both languages", () => {
  for (const { fr, en } of Object.values(measureDates)) {
    assert.doesNotMatch(fr, /[^\u202f][;:!?»]|«[^\u202f]|'/u, fr);
    assert.doesNotMatch(en, /\u202f|'/u, en);
  }
});
