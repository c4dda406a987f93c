import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readContact } from "./read-contact.ts";
import { readWho, type TypedWho } from "./read-who.ts";

const now = new Date("2026-03-10T09:00:00Z");
const typed = (more: Partial<TypedWho> = {}): TypedWho => ({
  "first-names": "Awa Marie",
  "birth-name": "N’Guessan",
  "birth-day": "3",
  "birth-month": "11",
  "birth-year": "1988",
  ...more,
});
const read = (more: Partial<TypedWho>) => {
  const result = readWho(typed(more), now);
  return "who" in result ? result.who : result.refused;
};

test("who somebody is, spaces and accents as typed, the date as the register writes it", () => {
  const who = { firstNames: "Awa Marie", birthName: "N’Guessan", birthDate: "1988-11-03" };
  assert.deepEqual(read({}), who);
  assert.deepEqual(read({ "first-names": "  Awa   Marie ", "birth-day": " 03 " }), who);
  assert.deepEqual(
    read({ "first-names": "" }),
    { ...who, firstNames: "" },
    "some registers know no first name",
  );
  assert.deepEqual(read({ "birth-day": "0" }), { ...who, birthDate: "1988-11-00" });
  assert.deepEqual(read({ "birth-day": "00", "birth-month": "00" }), { ...who, birthDate: "1988-00-00" });
});

const wrong: [Partial<TypedWho>, string, RegExp][] = [
  [{ "birth-name": " " }, "birth-name", /nom de naissance/],
  [{ "birth-name": "4567" }, "birth-name", /lettres/],
  [{ "first-names": "<b>Awa</b>" }, "first-names", /lettres/],
  [{ "first-names": "x".repeat(101) }, "first-names", /trop long/],
  [{ "birth-day": "", "birth-month": "", "birth-year": "" }, "birth-day", /date de naissance/],
  [{ "birth-day": "32" }, "birth-day", /écrivez 00/],
  [{ "birth-month": "13" }, "birth-month", /écrivez 00/],
  [{ "birth-month": "00" }, "birth-day", /le jour est 00 aussi/],
  [{ "birth-day": "31" }, "birth-day", /n’existe pas/],
  [{ "birth-year": "88" }, "birth-year", /4 chiffres/],
  [{ "birth-year": "2026" }, "birth-year", /pas encore/],
  [{ "birth-year": "1899" }, "birth-year", /125 ans/],
];
for (const [more, field, says] of wrong) {
  test(`${JSON.stringify(more).slice(0, 60)} is said next to ${field}`, () => {
    const result = readWho(typed(more), now);
    assert.ok("refused" in result);
    assert.deepEqual(Object.keys(result.refused), [field]);
    assert.match(Object.values(result.refused)[0]?.fr ?? "", says);
    assert.doesNotMatch(Object.values(result.refused)[0]?.fr ?? "", /case prévue/, "there is no box here");
  });
}

test("whatever is typed is read or refused, and what is read can be looked for", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), fc.string(), (...parts) => {
      const names = ["first-names", "birth-name", "birth-day", "birth-month", "birth-year"] as const;
      const result = readWho(
        Object.fromEntries(names.map((name, n) => [name, parts[n] ?? ""])) as unknown as TypedWho,
        now,
      );
      if ("who" in result) assert.match(result.who.birthDate, /^\d{4}-\d\d-\d\d$/);
      else assert.ok(Object.keys(result.refused).length > 0);
    }),
  );
});

test("MC-16 one field takes a mail address or a mobile number", () => {
  const contacts = {
    " Awa.Diallo@Exemple.FR ": { kind: "mail", value: "Awa.Diallo@exemple.fr" },
    "06 39 98 12 02": { kind: "mobile", value: "+33639981202" },
    "+33 6 39 98 12 02": { kind: "mobile", value: "+33639981202" },
  };
  for (const [said, contact] of Object.entries(contacts))
    assert.deepEqual(readContact(said, "FR"), { contact }, said);
  const refusals = {
    "": /adresse mail, ou un numéro/,
    "awa@": /incomplète/,
    "awa diallo": /espace/,
    "06 39": /n’existe pas/,
    "01 40 00 00 00": /fixe/,
  };
  for (const [said, words] of Object.entries(refusals)) {
    const result = readContact(said, "FR");
    assert.match("refused" in result ? result.refused.fr : "", words, said);
  }
});
