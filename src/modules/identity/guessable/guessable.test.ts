import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { caf } from "../../../../institutions/caf/index.ts";
import { enoughGuesses, guessability, guessableReasons } from "./guessable.ts";
import type { GuessContext } from "./own-things.ts";

const elodie: GuessContext = {
  words: caf.contextWords,
  names: ["Élodie", "Lefèvre-N’Diaye"],
  birthDate: "1988-03-12",
  nir: "288037512945660",
};
const nobody: GuessContext = { words: [], names: [] };

// biome-ignore format: a table to read across
const refused = {
  commonPassword: [
    "Password1", "Motdepasse1", "Azerty123", "Bonjour2024", "Marseille13", "Soleil2026", "Doudou2019!", "Abcd1234",
    "Azertyuiop1", "1qaz2WSX", "P@ssw0rd", "M@rseille13", "N1colas59", "Qsdfghjklm1", "Loulou1234", "Janvier2026",
    "Chouchou33!", "Julien1206", "lieloS2024", "Jetaime2", "Coucou123!", "Iloveyou2", "Noisette07", "Emma2015!",
    "Azerty2025!", "Février2025",
  ],
  commonWord: ["Brouette75", "Girafe2024!", "Escargot-1"],
  contextWord: ["Caf12345", "Allocation75", "MonCompte2026", "Foyer4821", "Caf2026caf"],
  ownName: ["Elodie75!", "Lefevre4821", "ÉLODIE-88a"],
  ownBirthDate: ["Tulipe12031988", "Mars1988x"],
  ownNir: ["288037Cactus"],
} as const;

// biome-ignore format: a table to read across
const accepted = [
  "Tulipe-Vapeur-43", "rideau7Cactus", "Xk4mTr9qLw", "Nuage42Fraise", "Lampe-Girafe-9", "aZ3kP9wQ",
  "Tr0uvaille+Bambou", "3PetitsPandasRient", "Canoë7Mirabelle", "Bretelle.Lac.81", "v8Hq2LmZ", "Kz7-pW4d",
  "ParapluieVert62Moulin", "chaise8Bateau!", "Moutarde&Fusee5", "Cinq5Violons", "Escargot-Turbo-3",
  "JaimeLeRiz4Midi", "29Cailloux+Neige", "Brouette4Sirop", "xR7pLk2v", "Pluie,Velo,12", "Grenouille88Piano",
  "Bouton5Vague", "Tartine9Orage", "Zebre2Valise", "Merle4Balcon", "Dentelle-Volcan1", "Cactus7482rue",
  "Soupe3Nuage", "Pq9tB2xw", "mB4vX8nZ", "Le7Mouton+Bleu", "Ecureuil.Roule.6", "Radis2Trombone", "Gomme7Fanfare",
  "Polka5Citerne", "Hibou-Cerf-20", "cheval pile agrafe 4 Correct", "Zx8!mKq2",
];

test("SEC-07 forty passwords that follow the composition rule are refused, each for its reason", () => {
  const table = Object.entries(refused).flatMap(([because, list]) =>
    list.map((password) => ({ password, because })),
  );
  assert.equal(table.length, 40);
  for (const { password, because } of table)
    assert.deepEqual(guessability(password, elodie), { weak: true, because }, password);
});

test("SEC-07 forty ordinary good passwords are accepted", () => {
  assert.equal(accepted.length, 40);
  for (const password of accepted)
    assert.deepEqual(guessability(password, elodie), { weak: false }, password);
});

test("SEC-07 keyboard rows, sequences, repetitions and dates are named as such", () => {
  for (const password of ["Sdfghjkl7", "Cdefghij3", "7x7x7x7x7x", "Yq14/07/1998"])
    assert.deepEqual(guessability(password, nobody), { weak: true, because: "pattern" }, password);
});

test("SEC-07 two short common words are not enough, and the person is told to add one", () => {
  assert.deepEqual(guessability("Ch3valBleu", nobody), { weak: true, because: "tooEasy" });
  assert.deepEqual(guessability("Ch3valBleuPiano", nobody), { weak: false });
});

test("SEC-07 words of the language's own objects are judged like others", () => {
  for (const password of ["constructor", "Constructor1", "__proto__", ""])
    assert.ok(guessability(password, nobody).weak || password === "__proto__", password);
});

test("SEC-07 the threshold lets through more than 98 of 100 passwords of eight characters picked at random", () => {
  const characters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"];
  const random = fc
    .array(fc.constantFrom(...characters), { minLength: 8, maxLength: 8 })
    .map((picked) => picked.join(""))
    .filter((password) => /[a-z]/.test(password) && /[A-Z]/.test(password) && /\d/.test(password));
  const sample = fc.sample(random, { numRuns: 500, seed: 7 });
  const weak = sample.filter((password) => guessability(password, elodie).weak);
  assert.ok(weak.length < 10, `${weak.length} of 500: ${weak.join(" ")}`);
});

test("SEC-07 the threshold leaves an attacker a thousand years at 25 failures a day", () => {
  assert.ok(enoughGuesses / 25 / 365 > 1000);
});

const around = fc.string({ maxLength: 12 });
const birth = fc
  .record({
    year: fc.integer({ min: 1920, max: 2012 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => ({
    year: `${year}`,
    month: `${month}`.padStart(2, "0"),
    day: `${day}`.padStart(2, "0"),
  }));
const written = fc.constantFrom<(d: { year: string; month: string; day: string }) => string>(
  (d) => d.day + d.month + d.year,
  (d) => `${d.day}/${d.month}/${d.year}`,
  (d) => `${d.year}-${d.month}-${d.day}`,
  (d) => `${d.day}.${d.month}.${d.year.slice(2)}`,
  (d) => `${Number(d.day)} ${Number(d.month)} ${d.year}`,
);

test("SEC-07 a password containing the person's own birth date is refused, whatever surrounds it", () => {
  fc.assert(
    fc.property(birth, written, around, around, (date, write, before, after) => {
      const context = { ...nobody, birthDate: `${date.year}-${date.month}-${date.day}` };
      const password = `${before}|${write(date)}|${after}`;
      assert.deepEqual(guessability(password, context), { weak: true, because: "ownBirthDate" });
    }),
  );
  assert.deepEqual(guessability("Tulipe-Vapeur-12031988", nobody), { weak: false });
});

const name = fc.constantFrom(
  "Léa",
  "Marie-Ange",
  "O’Brien",
  "de La Tour",
  "Nguyễn",
  "Çelik",
  "Zoé",
  "Ourson",
);

test("SEC-07 a password where the person's own name stands alone is refused, accents, capitals and hyphens or not", () => {
  const shape = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.normalize("NFD").replace(/\p{M}/gu, ""),
    (text) => text.replace(/[^\p{L}]/gu, ""),
  );
  fc.assert(
    fc.property(name, shape, around, around, (own, change, before, after) => {
      const password = `${before}-${change(own).replace(/[^\p{L}]/gu, "")}+${after}`;
      assert.deepEqual(guessability(password, { ...nobody, names: [own] }), {
        weak: true,
        because: "ownName",
      });
    }),
  );
  assert.deepEqual(guessability("Ourson+Tartine9Vague", nobody), { weak: false });
});

test("SEC-07 a name inside another word does not refuse it", () => {
  for (const password of ["Panneau7Cactus", "Rideau7Annexe5Lac"])
    assert.deepEqual(guessability(password, { ...nobody, names: ["Anne"] }), { weak: false }, password);
});

test("SEC-07 six characters in a row of the own NIR are refused, four at random are not", () => {
  const nir = "288037512945660";
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), around, around, (at, before, after) => {
      const password = `${before}|${nir.slice(at, at + 6)}|${after}`;
      assert.deepEqual(guessability(password, { ...nobody, nir }), { weak: true, because: "ownNir" });
    }),
  );
  assert.deepEqual(guessability("Tulipe-Vapeur-5129", { ...nobody, nir }), { weak: false });
  assert.deepEqual(guessability("Xq-2880z", { ...nobody, nir }), { weak: true, because: "ownNir" });
  assert.deepEqual(guessability("tulipe 2A0375x", { ...nobody, nir: "1880 2A0375 12345" }), {
    weak: true,
    because: "ownNir",
  });
});

test("SEC-07 knowing the person only ever makes the judgement harder", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 30 }), (password) => {
      if (guessability(password, nobody).weak) assert.equal(guessability(password, elodie).weak, true);
    }),
  );
});

test("SEC-07 a weak start does not condemn a long password whose end is strong", () => {
  assert.deepEqual(guessability(`${"a".repeat(30)}Xk4mTr9qLw`, nobody), { weak: false });
  assert.equal(guessability("Azerty123!".repeat(6), nobody).weak, true);
});

test("SEC-07 every judgement of 64 characters stays under 10 ms, the dictionaries once loaded", () => {
  const hard = [
    "a".repeat(64),
    "4@83<3".repeat(11),
    "@4$5!1|0o".repeat(8),
    "Azerty123!".repeat(7),
    "!1".repeat(32),
  ];
  for (const password of [...hard, "Xk4mTr9qLwPz7vBn2cHd8fGj5sKa3tRy".repeat(2)]) {
    const times = Array.from({ length: 15 }, () => {
      const start = performance.now();
      guessability(password.slice(0, 64), elodie);
      return performance.now() - start;
    });
    // The quickest of fifteen: a busy machine does not make the code slower.
    assert.ok(Math.min(...times) < 10, `${password.slice(0, 12)}: ${Math.min(...times).toFixed(1)} ms`);
  }
});

test("SEC-07 every reason says what to do, in both languages", () => {
  for (const sentence of Object.values(guessableReasons))
    for (const text of [sentence.fr, sentence.en]) assert.match(text, /(Choisissez|Ajoutez|Choose|Add) /);
});
