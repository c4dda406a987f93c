import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { afterDay, readToldMoment, toldRefusals } from "./told-moment.ts";

const now = new Date("2026-03-10T09:00:00Z");
const told = (text: string, time = "") => {
  const [day = "", month = "", year = ""] = text.split(" ");
  return { day, month, year, time };
};
const read = (text: string, time = "", zone = "Europe/Paris") => {
  const result = readToldMoment(told(text, time), now, zone);
  return "at" in result ? (result.at?.toISOString() ?? "nothing") : `${result.part}: ${result.refused.en}`;
};

test("CN-09 a day and an hour are read in the institution's time, a day alone from its first instant", () => {
  assert.equal(read("", ""), "nothing");
  assert.equal(read("9 3 2026"), "2026-03-08T23:00:00.000Z");
  assert.equal(read("09 03 2026", "14:30"), "2026-03-09T13:30:00.000Z");
  assert.equal(read("9 3 2026", "14:30", "Africa/Djibouti"), "2026-03-09T11:30:00.000Z");
  assert.equal(read("10 3 2026", "10:00"), "2026-03-10T09:00:00.000Z");
  // Summer time: the same hour on the clock is another instant.
  assert.equal(read("1 7 2025", "8:00"), "2025-07-01T06:00:00.000Z");
});

test("CN-09 an hour is read as people write it", () => {
  for (const [typed, shown] of [
    ["14:05", "13:05"],
    ["14h05", "13:05"],
    ["14 h 05", "13:05"],
    ["14 h", "13:00"],
    ["14", "13:00"],
    ["2:05 pm", "13:05"],
    ["2 p.m.", "13:00"],
    ["12 am", "23:00"],
    ["0:00", "23:00"],
  ] as const)
    assert.equal(read("9 3 2026", typed).slice(11, 16), shown, typed);
  for (const typed of ["25:00", "14:60", "midi", "14:5:1", "13 pm", "٣", "<b>", "-1"])
    assert.match(read("9 3 2026", typed), /^time: /, typed);
});

test("CN-09 what cannot be is refused at its field: no such day, a day yet to come, an hour without a day", () => {
  assert.equal(read("30 2 2026"), `day: ${toldRefusals.day.en}`);
  assert.equal(read("1 1 26"), `day: ${toldRefusals.day.en}`);
  assert.equal(read("1 1 1999"), `day: ${toldRefusals.day.en}`);
  assert.equal(read("11 3 2026"), `day: ${toldRefusals.future.en}`);
  assert.equal(read("10 3 2026", "10:01"), `day: ${toldRefusals.future.en}`);
  assert.equal(read("", "10:00"), `day: ${toldRefusals.dayMissing.en}`);
});

test("MC-14 what lasts until a day ends with it, the hour of summer time included", () => {
  assert.equal(afterDay("2026-03-31", "Europe/Paris").toISOString(), "2026-03-31T22:00:00.000Z");
  assert.equal(afterDay("2026-03-28", "Europe/Paris").toISOString(), "2026-03-28T23:00:00.000Z");
  assert.equal(afterDay("2025-12-31", "Africa/Djibouti").toISOString(), "2025-12-31T21:00:00.000Z");
});

test("CN-09 whatever is typed, the answer is a moment gone by or words", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (day, month, year, time) => {
      const result = readToldMoment({ day, month, year, time }, now, "Europe/Paris");
      return "at" in result
        ? result.at === undefined || result.at.getTime() <= now.getTime()
        : result.refused.fr !== "";
    }),
  );
});
