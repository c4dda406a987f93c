import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Nir } from "./nir.ts";
import {
  birthDatesLike,
  type CivilIdentity,
  readPivot,
  resemblance,
  toldByNir,
  whoIsMeant,
} from "./pivot.ts";

const awa: CivilIdentity = {
  firstNames: "Awa",
  birthName: "Diallo",
  usedName: null,
  birthDate: "1988-11-03",
  sex: "F",
  birthCode: "69123",
};

const like = (pivot: Partial<CivilIdentity>, known: Partial<CivilIdentity> = {}) =>
  resemblance({ ...awa, ...pivot }, { ...awa, ...known });

/** The pivot's value, the file's, and what follows when everything else agrees. */
type Row = readonly [pivot: string, known: string, verdict: "same" | "near" | "other"];

const firstNames: readonly Row[] = [
  ["Awa", "Awa", "same"],
  ["AWA", "awa", "same"],
  ["Élodie", "Elodie", "same"],
  ["Awa Fatoumata Binta", "Awa", "same"],
  ["Awa", "Awa Fatoumata", "same"],
  ["Jean-Pierre", "Jean Pierre", "same"],
  ["Jean-Pierre", "JEAN-PIERRE", "same"],
  ["Jean-Pierre Louis", "Jean Pierre", "same"],
  ["Jean Pierre Louis", "Jean-Pierre", "same"],
  ["N’Guessan", "NGUESSAN", "same"],
  ["", "", "same"],
  ["Marie-Laure Anne", "Marie", "near"],
  ["Jean", "Jean-Pierre", "near"],
  ["Pierre Jean", "Jean", "near"],
  ["Nadia", "Nadja", "near"],
  ["Nadia", "Naida", "near"],
  ["Nadia", "Nadiaa", "near"],
  ["Jeanpierre", "Jean-Pierre", "near"],
  ["Awa", "", "near"],
  ["Awa", "Julien", "other"],
  ["Théo", "Léo", "other"],
  ["Al", "Bo Al", "other"],
];
for (const [pivot, known, verdict] of firstNames) {
  test(`CP-22 first names “${pivot}” against “${known}”: ${verdict}`, () => {
    assert.equal(like({ firstNames: pivot }, { firstNames: known }), verdict);
    assert.equal(like({ firstNames: known }, { firstNames: pivot }), verdict);
  });
}

const birthNames: readonly Row[] = [
  ["Le Goff", "LE GOFF", "same"],
  ["Lefèvre-Dupont", "Lefevre Dupont", "same"],
  ["N’Guessan", "NGuessan", "same"],
  ["Œuvrard", "Oeuvrard", "same"],
  ["Le Goff", "Legoff", "near"],
  ["Diallo", "Dialo", "near"],
  ["Diallo Sow", "Diallo", "near"],
  ["Diallo", "Benali", "other"],
  ["Diallo", "", "other"],
];
for (const [pivot, known, verdict] of birthNames) {
  test(`CP-22 birth names “${pivot}” against “${known}”: ${verdict}`, () => {
    assert.equal(like({ birthName: pivot }, { birthName: known }), verdict);
    assert.equal(like({ birthName: known }, { birthName: pivot }), verdict);
  });
}

test("CP-22 a file that holds the married name where the birth name should be is near, never sure", () => {
  assert.equal(like({ birthName: "Lambert", usedName: "Le Goff" }, { birthName: "Le Goff" }), "near");
  assert.equal(like({ birthName: "Le Goff" }, { birthName: "Lambert", usedName: "Le Goff" }), "near");
  assert.equal(like({ usedName: "Le Goff" }, { usedName: null }), "same");
});

const birthDates: readonly Row[] = [
  ["1988-11-03", "1988-11-03", "same"],
  ["1999-07-00", "1999-07-00", "same"],
  ["1999-00-00", "1999-00-00", "same"],
  ["1999-07-14", "1999-07-00", "near"],
  ["1999-07-14", "1999-00-00", "near"],
  ["1999-00-00", "1999-07-00", "near"],
  ["1999-07-14", "1999-08-14", "other"],
  ["1999-07-14", "1998-07-14", "other"],
  ["1999-07-00", "1999-08-00", "other"],
];
for (const [pivot, known, verdict] of birthDates) {
  test(`CP-22 birth dates ${pivot} against ${known}: ${verdict}`, () => {
    assert.equal(like({ birthDate: pivot }, { birthDate: known }), verdict);
    assert.equal(like({ birthDate: known }, { birthDate: pivot }), verdict);
  });
}

test("CP-22 sex and place: one that differs or is unknown is near, both that differ are another person", () => {
  assert.equal(like({}), "same");
  assert.equal(like({ sex: "M" }), "near");
  assert.equal(like({ sex: undefined }), "near");
  assert.equal(like({ birthCode: "54395" }), "near");
  assert.equal(like({}, { birthCode: undefined }), "near");
  assert.equal(like({ sex: "M", birthCode: "54395" }), "other");
  assert.equal(like({ sex: undefined, birthCode: undefined }), "near");
});

test("CP-22 births in Corsica before 1976 keep the number of the old department", () => {
  assert.equal(like({ birthCode: "2A004" }, { birthCode: "20004" }), "same");
  assert.equal(like({ birthCode: "2B033" }, { birthCode: "20033" }), "same");
  assert.equal(like({ birthCode: "2A004" }, { birthCode: "2A005" }), "near");
});

test("CP-22 one full match is the person, however many are near; two, or none but near ones, are nobody", () => {
  const near = { ...awa, birthCode: "54395" };
  const other = { ...awa, firstNames: "Julien" };
  assert.deepEqual(whoIsMeant(awa, [near, awa, other]), { one: awa });
  assert.deepEqual(whoIsMeant(awa, [awa, { ...awa }]), { none: "several" });
  assert.deepEqual(whoIsMeant(awa, [near, other]), { none: "near" });
  assert.deepEqual(whoIsMeant(awa, [other]), { none: "nobody" });
  assert.deepEqual(whoIsMeant(awa, []), { none: "nobody" });
});

const told = {
  given_name: "Awa Fatoumata",
  family_name: "DIALLO",
  birthdate: "1988-11-03",
  gender: "female",
  birthplace: "69123",
  birthcountry: "99100",
};

test("CP-22 the pivot identity is read as FranceConnect writes it", () => {
  assert.deepEqual(readPivot(told), { ...awa, firstNames: "Awa Fatoumata", birthName: "DIALLO" });
  assert.equal(readPivot({ ...told, preferred_username: "Le Goff" })?.usedName, "Le Goff");
  assert.equal(readPivot({ ...told, gender: "male" })?.sex, "M");
  assert.equal(readPivot({ ...told, birthplace: "2A004" })?.birthCode, "2A004");
});

test("CP-22 born abroad: the country stands for the place, which FranceConnect leaves empty", () => {
  const abroad = readPivot({ ...told, birthplace: "", birthcountry: "99352" });
  assert.equal(abroad?.birthCode, "99352");
});

test("CP-22 what is missing or malformed stays unknown, and then nobody is surely meant", () => {
  for (const broken of [
    { ...told, gender: "" },
    { ...told, gender: undefined },
    { ...told, birthplace: "" },
    { ...told, birthplace: "Lyon" },
    { ...told, birthcountry: "" },
    { ...told, birthcountry: 99352 },
  ]) {
    const pivot = readPivot(broken);
    assert.ok(pivot);
    assert.equal(resemblance(pivot, awa), "near");
  }
});

test("CP-22 without a name or a birth date nobody is looked for", () => {
  for (const empty of [
    {},
    { ...told, birthdate: "" },
    { ...told, birthdate: "03/11/1988" },
    { ...told, birthdate: 1988 },
    { ...told, given_name: "", family_name: " - " },
  ])
    assert.equal(readPivot(empty), undefined);
  assert.ok(readPivot({ ...told, given_name: "" }), "some people have a single name");
});

test("CP-22 a social-security number tells sex and place of birth", () => {
  assert.deepEqual(toldByNir("288116912345186" as Nir), { sex: "F", birthCode: "69123" });
  assert.deepEqual(toldByNir("294022A00403784" as Nir), { sex: "F", birthCode: "2A004" });
  assert.deepEqual(toldByNir("186079935204512" as Nir), { sex: "M", birthCode: "99352" });
});

const part = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, "0"));
const date = fc
  .tuple(part(12), part(28))
  .map(([month, day]) => `1999-${month}-${month === "00" ? "00" : day}`);
const name = fc.constantFrom(
  "Awa",
  "Awa Marie",
  "Marie-Laure",
  "Marie Laure",
  "Jean",
  "Noé",
  "Noe",
  "",
  "Zoé",
);
const person = fc.record<CivilIdentity>({
  firstNames: name,
  birthName: fc.constantFrom("Diallo", "Dialo", "Le Goff", "Legoff", "Lambert"),
  usedName: fc.constantFrom(null, "Le Goff"),
  birthDate: date,
  sex: fc.constantFrom("F", "M", undefined),
  birthCode: fc.constantFrom("69123", "54395", "99352", undefined),
});

test("CP-22 resemblance is the same whoever is looked at first, and each is surely themselves when all is known", () => {
  fc.assert(
    fc.property(person, person, (a, b) => {
      assert.equal(resemblance(a, b), resemblance(b, a));
      if (a.sex && a.birthCode) assert.equal(resemblance(a, a), "same");
    }),
  );
});

test("CP-22 whoever resembles stands under one of the birth dates that are searched", () => {
  fc.assert(
    fc.property(person, person, (pivot, known) => {
      if (resemblance(pivot, known) === "other") return;
      const { from, to, also } = birthDatesLike(pivot.birthDate);
      const { birthDate } = known;
      assert.ok(
        (from <= birthDate && birthDate <= to) || also.includes(birthDate),
        `${pivot.birthDate} ${birthDate}`,
      );
    }),
  );
});

test("CP-22 only one and a full match is ever taken, whatever the persons", () => {
  fc.assert(
    fc.property(person, fc.array(person, { maxLength: 6 }), (pivot, persons) => {
      const found = whoIsMeant(pivot, persons);
      const same = persons.filter((one) => resemblance(pivot, one) === "same");
      assert.equal("one" in found, same.length === 1);
      if ("one" in found) assert.equal(resemblance(pivot, found.one), "same");
    }),
  );
});
