import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { formatNir, maskNir, type Nir, type NirRefusal, nirKey, nirRefusals, readNir } from "./nir.ts";

/** Published examples, from the health insurance's own validator. */
const published = ["255081416802538", "284058832102532", "284052A32102552", "284052B32102579"];

/** The key by another road: the letter counts as 0, then a million is taken off for A and two for B. */
function keyByAnotherRoad(first13: string): string {
  const off = first13.includes("A") ? 1_000_000n : first13.includes("B") ? 2_000_000n : 0n;
  const key = 97n - ((BigInt(first13.replace(/[AB]/, "0")) - off) % 97n);
  return key.toString().padStart(2, "0");
}

const digits = (n: number, min = 0) =>
  fc.integer({ min, max: 10 ** n - 1 }).map((i) => String(i).padStart(n, "0"));
const number = (...ranges: [number, number][]) =>
  fc.oneof(...ranges.map(([min, max]) => fc.integer({ min, max }))).map((i) => String(i).padStart(2, "0"));

const first13s = fc
  .tuple(
    fc.constantFrom("1", "2"),
    digits(2),
    number([1, 12], [20, 42], [50, 99]),
    fc.oneof(number([1, 19], [21, 99]), fc.constantFrom("2A", "2B")),
    digits(3, 1),
    digits(3, 1),
  )
  .map((parts) => parts.join(""));

function refusalOf(typed: string): NirRefusal | undefined {
  const read = readNir(typed);
  return "refused" in read ? read.refused.id : undefined;
}

/** The whole number, with its right key. */
const keyed = (first13: string) => first13 + keyByAnotherRoad(first13);

test("CP-02 the published examples are read, with and without their key", () => {
  for (const nir of published) {
    assert.deepEqual(readNir(nir), { nir });
    assert.deepEqual(readNir(nir.slice(0, 13)), { nir });
  }
});

test("CP-02 every well-made number is read, and its key is the one another road gives", () => {
  fc.assert(
    fc.property(first13s, (first13) => {
      assert.equal(nirKey(first13), keyByAnotherRoad(first13));
      assert.deepEqual(readNir(first13), { nir: keyed(first13) });
      assert.deepEqual(readNir(keyed(first13)), { nir: keyed(first13) });
    }),
  );
});

test("CP-02 spaces, no-break spaces, dots, hyphens and case do not matter", () => {
  const between = fc.array(fc.constantFrom("", " ", "\u00a0", "\u202f", ".", "-", "\u2013", "\u200b"), {
    minLength: 16,
    maxLength: 16,
  });
  fc.assert(
    fc.property(first13s, between, fc.boolean(), (first13, gaps, lower) => {
      const nir = keyed(first13);
      const typed = gaps.map((gap, i) => gap + (nir[i] ?? "")).join("");
      assert.deepEqual(readNir(lower ? typed.toLowerCase() : typed), { nir });
    }),
  );
});

test("CP-02 one mistyped digit or two neighbours swapped never pass", () => {
  fc.assert(
    fc.property(first13s, fc.nat(14), fc.integer({ min: 1, max: 9 }), (first13, at, shift) => {
      const nir = keyed(first13);
      const digit = nir[at] ?? "";
      if (!/\d/.test(digit)) return;
      const mistyped = nir.slice(0, at) + ((Number(digit) + shift) % 10) + nir.slice(at + 1);
      assert.ok(refusalOf(mistyped), mistyped);
      const next = nir[at + 1];
      if (next === undefined || next === digit || !/\d/.test(next)) return;
      const swapped = nir.slice(0, at) + next + digit + nir.slice(at + 2);
      assert.ok(refusalOf(swapped), swapped);
    }),
  );
});

const refused: [typed: string, id: NirRefusal][] = [
  ["", "empty"],
  [" . - \u00a0", "empty"],
  ["2 55 O8 14 168 025 38", "character"],
  ["255082C16802538", "character"],
  ["25508142A802538", "character"],
  ["P12345678", "character"],
  ["1234567", "length"],
  ["25508141680253", "length"],
  ["2550814168025381", "length"],
  [keyed("7550814168025"), "nia"],
  ["8550814168025", "nia"],
  ["3550814168025", "pre-registration"],
  [keyed("4550814168025"), "pre-registration"],
  ["0550814168025", "first-digit"],
  ["5550814168025", "first-digit"],
  [keyed("2550014168025"), "month"],
  [keyed("2551314168025"), "month"],
  [keyed("2551914168025"), "month"],
  [keyed("2554314168025"), "month"],
  [keyed("2554914168025"), "month"],
  [keyed("2550800168025"), "department"],
  [keyed("2760820168025"), "department"],
  [keyed("2550814000025"), "commune"],
  [keyed("2550814168000"), "order"],
  ["255081416802537", "key"],
  ["255081416802500", "key"],
];

for (const [typed, id] of refused) {
  test(`CP-02 "${typed}" is refused as ${id}, with words in both languages`, () => {
    assert.deepEqual(readNir(typed), { refused: nirRefusals[id] });
    assert.equal(nirRefusals[id].id, id);
  });
}

test("CP-02 every refusal of the table is shown by an example", () => {
  assert.deepEqual(new Set(refused.map(([, id]) => id)), new Set(Object.keys(nirRefusals)));
});

test("CP-02 Corsica is 20 for those born before 1976, and 2A or 2B for others", () => {
  assert.equal(refusalOf(keyed("2750820168025")), undefined);
  assert.equal(refusalOf(keyed("2760820168025")), "department");
  assert.equal(refusalOf(keyed("276082A168025")), undefined);
});

test("people with a temporary number are shown a way in: the desk", () => {
  for (const id of ["nia", "pre-registration"] as const) {
    assert.match(nirRefusals[id].says.fr, /l’accueil peut/);
    assert.match(nirRefusals[id].says.en, /desk can/);
  }
});

test("a key asked of anything but 13 characters is a fault", () => {
  for (const wrong of ["", "255081416802", "255081416802538", "25508141680C5"]) {
    assert.throws(() => nirKey(wrong));
  }
});

test("a number is shown in groups, and masked but for its first digit and its key", () => {
  assert.equal(formatNir("284052A32102552" as Nir), "2 84 05 2A 321 025 52".replaceAll(" ", "\u00a0"));
  assert.equal(maskNir("284052A32102552" as Nir), "2 •• •• •• ••• ••• 52".replaceAll(" ", "\u00a0"));
  fc.assert(
    fc.property(first13s, (first13) => {
      assert.deepEqual(readNir(formatNir(keyed(first13) as Nir)), { nir: keyed(first13) });
      assert.equal(maskNir(keyed(first13) as Nir).replace(/[^\dAB]/g, "").length, 3);
    }),
  );
});
