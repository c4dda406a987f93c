import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { languages } from "../../../../law/language.ts";
import { choiceOf, communeByCode, communeOf, departments, searchCommunes } from "./communes.ts";
import { birthCountries, countriesByName, countryByCode, countryName, countryOf } from "./countries.ts";

const names = async (typed: string) =>
  (await searchCommunes(typed)).found.map(({ name, code }) => `${name} ${code}`);

test("CP-12 a commune is found whatever its accents, hyphens, capitals and abbreviations", async () => {
  for (const typed of [
    "Saint-Étienne-du-Rouvray",
    "st etienne du rouvray",
    "SAINT ETIENNE DU ROUVRAY",
    "ST-ETIENNE-DU-R",
  ])
    assert.equal((await names(typed))[0], "Saint-Étienne-du-Rouvray 76575", typed);
  assert.deepEqual(await names("oeuilly"), ["Œuilly 51410", "Œuilly 02565"]);
  for (const typed of [
    "L’Abergement-de-Varey",
    "l'abergement de varey",
    "labergementdevarey",
    "Abergement-de-V",
  ])
    assert.deepEqual(await names(typed), ["L'Abergement-de-Varey 01002"], typed);
  assert.equal(
    (await names("y"))[0],
    "Y 80829",
    "a name of one letter comes before those that start with it",
  );
});

test("CP-12 homonyms come with their departments, and one after the name narrows", async () => {
  const { found } = await searchCommunes("Saint-Aubin");
  const exact = found.filter(({ name }) => name === "Saint-Aubin");
  assert.ok(exact.length >= 8);
  assert.equal(new Set(exact.map(({ department }) => department.code)).size, exact.length);
  assert.ok(exact.every(({ department }) => department.name.length > 3));
  for (const typed of ["Saint-Denis 93", "saint denis (93)"]) {
    const [first] = (await searchCommunes(typed)).found;
    assert.equal(first?.code, "93066", typed);
  }
});

test("CP-12 a postcode finds its communes, spaces or not", async () => {
  assert.deepEqual(await names("54000"), ["Nancy 54395"]);
  assert.deepEqual(await names(" 54 000 "), ["Nancy 54395"]);
  assert.deepEqual(await names("99999"), []);
});

test("CP-12 former communes and arrondissements are places of birth too", async () => {
  const [arbignieu] = (await searchCommunes("Arbignieu")).found;
  assert.deepEqual(arbignieu, {
    code: "01015",
    name: "Arbignieu",
    department: { code: "01", name: "Ain" },
    former: true,
  });
  assert.deepEqual(await names("Paris 15"), ["Paris 15e Arrondissement 75115"]);
  const paris = await searchCommunes("Paris");
  assert.equal(paris.found.filter(({ code }) => /^751/.test(code)).length, 20, "all twenty are shown");
  assert.equal((await names("Le Port 974"))[0], "Le Port 97407");
});

test("CP-12 what is chosen is a commune of the list, and nothing else is", async () => {
  const { found } = await searchCommunes("Saint-Sauveur");
  for (const commune of found) assert.deepEqual(await communeOf(choiceOf(commune)), commune);
  for (const wrong of [
    "",
    "54395",
    "54395 PARIS",
    "99999 NANCY",
    "54395 NANCY; drop table",
    "54395\nNANCY",
    "\n",
  ])
    assert.equal(await communeOf(wrong), undefined, wrong);
  assert.equal((await communeByCode("69123"))?.name, "Lyon");
  assert.equal(
    (await communeByCode("01015"))?.name,
    "Arboys en Bugey",
    "today’s commune before the former one",
  );
  assert.equal(await communeByCode("99352"), undefined);
  assert.equal((await departments()).get("2A"), "Corse-du-Sud");
});

test("CP-12 whatever is typed, the search answers at once, with communes that can be chosen", async () => {
  await searchCommunes("");
  const typed = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.string(),
    fc.constantFrom("e", "saint", " ", "%", "\\", ".*", "a".repeat(10_000)),
  );
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      const { found, more } = await searchCommunes(text);
      assert.ok(found.length <= 25 && (!more || found.length === 25));
      const [one] = found;
      if (one) assert.deepEqual(await communeOf(choiceOf(one)), one);
    }),
    { numRuns: 60 },
  );
});

test("CP-12 every country has INSEE’s code, a name in both languages, and a place in the alphabet", () => {
  assert.ok(birthCountries.length > 220);
  for (const { code, iso } of birthCountries) {
    assert.match(code, /^99[1-5]\d\d$/);
    assert.match(iso, /^[A-Z]{2}$/);
    for (const language of languages) assert.notEqual(countryName(language, { code, iso }), iso);
  }
  assert.equal(new Set(birthCountries.map(({ iso }) => iso)).size, birthCountries.length);
  const inFrench = countriesByName("fr").map(({ name }) => name);
  assert.deepEqual(
    inFrench.toSorted((a, b) => a.localeCompare(b, "fr")),
    inFrench,
  );
  assert.equal(inFrench.length, birthCountries.length);
});

test("CP-12 the countries people are born in most carry the codes their numbers show", () => {
  const known = { DZ: 352, MA: 350, TN: 351, PT: 139, IT: 127, ES: 134, TR: 208, CI: 326, SN: 341, ML: 335 };
  const more = { AF: 212, SY: 206, UA: 155, DJ: 399, GB: 132, US: 404, CN: 216, VN: 243, KM: 397, HT: 410 };
  for (const [iso, code] of Object.entries({ ...known, ...more }))
    assert.equal(countryOf(iso)?.code, `99${code}`, iso);
  assert.equal(countryByCode("99132")?.iso, "GB", "a code that several share is its country’s first");
  assert.equal(countryByCode("99999"), undefined);
  assert.equal(countryOf("FR"), undefined);
  assert.equal(countryName("fr", { code: "99230", iso: "HK" }), "Hong Kong");
});
