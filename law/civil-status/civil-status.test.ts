import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { nameKey } from "../credentials/names.ts";
import {
  type BirthDateRefusal,
  birthDateRefusals,
  readBirthDate,
  type TypedBirthDate,
} from "./birth-date.ts";
import { type NameRefusal, nameRefusals, readName } from "./name.ts";

const today = "2026-03-10";

const typed = (
  day: string,
  month: string,
  year: string,
  unknown: "day" | "month" | "" = "",
): TypedBirthDate => ({
  day,
  month,
  year,
  dayUnknown: unknown === "day",
  monthUnknown: unknown === "month",
});

test("CP-10 names are taken with accents, apostrophes, hyphens, spaces, or of one letter", () => {
  const names = [
    "N’Guessan",
    "Le Goff",
    "Lefèvre-Dupont",
    "Ó",
    "Đặng",
    "d'Été",
    "St. Clair",
    "Ngô Văn",
    "Ğül",
  ];
  for (const name of names) assert.deepEqual(readName(name), { name: name.normalize("NFC") }, name);
  assert.deepEqual(readName("  Marie \u00a0 Claire\u200b "), { name: "Marie Claire" });
  assert.deepEqual(readName("Lefèvre\u2010Dupont\u2013Roy"), { name: "Lefèvre-Dupont-Roy" });
  assert.deepEqual(readName("E\u0301lodie"), { name: "Élodie" });
  assert.deepEqual(readName("   "), { name: "" });
});

test("CP-10 what is no name is refused with its words", () => {
  const refused: Record<string, NameRefusal> = {
    Dupont2: "character",
    "<b>Dupont</b>": "character",
    "--": "character",
    Дмитрий: "script",
    محمد: "script",
    "Robert; drop": "character",
    ["a".repeat(101)]: "long",
  };
  for (const [name, id] of Object.entries(refused))
    assert.deepEqual(readName(name), { refused: nameRefusals[id] }, name);
});

test("CP-10 whatever is typed, a name taken keeps its letters and is read again as itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 120 }), (text) => {
      const read = readName(text);
      if ("refused" in read) return;
      assert.deepEqual(readName(read.name), read);
      assert.equal(nameKey(read.name), nameKey(text));
    }),
  );
});

test("CP-12 a birth date is read whole, or with what its register knows", () => {
  const read = (one: TypedBirthDate) => {
    const date = readBirthDate(one, today);
    return "date" in date ? date.date : date.refused.id;
  };
  assert.equal(read(typed("3", "11", "1988")), "1988-11-03");
  assert.equal(read(typed(" 03 ", "1", " 1988")), "1988-01-03");
  assert.equal(read(typed("", "11", "1988", "day")), "1988-11-00");
  assert.equal(read(typed("00", "11", "1988")), "1988-11-00");
  assert.equal(read(typed("0", "0", "1988")), "1988-00-00");
  assert.equal(read(typed("", "", "1988", "month")), "1988-00-00");
  assert.equal(read(typed("", "00", "1988")), "1988-00-00");
  assert.equal(read(typed("29", "2", "2024")), "2024-02-29");
  assert.equal(read(typed("10", "3", "2026")), today);
});

test("CP-12 each wrong birth date has its own words, and marks its own box", () => {
  const wrong: [TypedBirthDate, BirthDateRefusal, string][] = [
    [typed("", "", ""), "empty", "day"],
    [typed("3", "11", "88"), "year", "year"],
    [typed("3", "11", ""), "year", "year"],
    [typed("3", "13", "1988"), "month", "month"],
    [typed("3", "", "1988"), "month", "month"],
    [typed("3", "-1", "1988"), "month", "month"],
    [typed("", "11", "1988"), "day", "day"],
    [typed("32", "11", "1988"), "day", "day"],
    [typed("3", "11", "1988", "day"), "day-and-box", "day"],
    [typed("3", "00", "1988"), "day-and-box", "day"],
    [typed("", "11", "1988", "month"), "month-and-box", "month"],
    [typed("31", "11", "1988"), "no-such-day", "day"],
    [typed("29", "2", "2023"), "no-such-day", "day"],
    [typed("11", "3", "2026"), "future", "year"],
    [typed("1", "1", "1900"), "too-old", "year"],
  ];
  for (const [one, id, box] of wrong) {
    const read = readBirthDate(one, today);
    assert.ok("refused" in read, JSON.stringify(one));
    assert.deepEqual([read.refused, read.wrong[0]], [birthDateRefusals[id], box], JSON.stringify(one));
  }
  assert.deepEqual(
    Object.keys(birthDateRefusals).filter((id) => !wrong.some((row) => row[1] === id)),
    [],
  );
});

test("CP-12 every date of the calendar up to today is read as itself; nothing else ever comes out", () => {
  const day = fc.date({ min: new Date("1902-01-01"), max: new Date(today), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year = "", month = "", dayOf = ""] = iso.split("-");
      assert.deepEqual(readBirthDate(typed(dayOf, month, year), today), { date: iso });
    }),
  );
  const box = fc.oneof(fc.string(), fc.nat(40).map(String));
  fc.assert(
    fc.property(box, box, box, fc.boolean(), fc.boolean(), (d, m, y, dayUnknown, monthUnknown) => {
      const read = readBirthDate({ day: d, month: m, year: y, dayUnknown, monthUnknown }, today);
      if ("date" in read) assert.match(read.date, /^\d{4}-\d{2}-\d{2}$/);
      else assert.ok(read.refused.says.fr && read.wrong.length > 0);
    }),
  );
});

test("every refusal exists in both languages, and French follows its typography", () => {
  for (const { says } of [...Object.values(nameRefusals), ...Object.values(birthDateRefusals)]) {
    assert.ok(says.fr && says.en && says.fr !== says.en);
    for (const text of [says.fr, says.en]) assert.doesNotMatch(text, /['"]| {2}/, text);
    assert.doesNotMatch(says.fr, /[^\u202f][;:!?»]|«[^\u202f]/u, says.fr);
    assert.doesNotMatch(says.en, /\u202f/);
  }
});
