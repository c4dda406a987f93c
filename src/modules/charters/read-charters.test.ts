import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { caf } from "../../../institutions/caf/index.ts";
import { cnss } from "../../../institutions/cnss/index.ts";
import { cpam54 } from "../../../institutions/cpam54/index.ts";
import { institutions } from "../../../institutions/index.ts";
import { clausesOf } from "../../../law/charters/charter.ts";
import { inForce, publishedOn } from "../../../law/charters/life.ts";
import { type Language, languages } from "../../../law/language.ts";
import { publishing } from "../../../test/charters.ts";
import { readCharters } from "./read-charters.ts";

const numbered = (prefix: string, last: number) =>
  Array.from({ length: last }, (_, index) => `${prefix}-${String(index + 1).padStart(2, "0")}`);

const expected = [
  [caf, "mon-compte", "person", numbered("MC", 28)],
  [caf, "reseaux-sociaux", "public", numbered("TW", 9)],
  [cnss, "assures", "person", numbered("CN", 14)],
  [cnss, "employeurs", "employer", numbered("CN", 14)],
  [cpam54, "partenaires", "partner", ["SEC-08", ...numbered("SP", 11)]],
] as const;

const named = (institution: (typeof institutions)[number], name: string) => {
  const found = readCharters(institution).find((one) => one.name === name);
  assert.ok(found, name);
  return found;
};

test("MC-01 to MC-28, TW-01 to TW-09, CN-01 to CN-14, SP-01 to SP-11: each charter carries every clause of its source", () => {
  for (const [institution, name, audience, statements] of expected) {
    const charter = named(institution, name);
    assert.equal(charter.audience, audience);
    const version = inForce(charter, "2026-03-10");
    for (const language of languages) {
      const clauses = clausesOf(version?.texts[language] ?? { sections: [] });
      assert.deepEqual(
        clauses.flatMap((clause) => clause.statements).sort(),
        statements,
        `${name} ${language}`,
      );
    }
  }
  const shipped = institutions.flatMap((one) => readCharters(one).map(({ name }) => name));
  assert.deepEqual(
    shipped,
    expected.map(([, name]) => name),
  );
});

test("MC-02 CN-04 SP-02 what opens an account has to be accepted; the rules on social networks only inform", () => {
  const asks = expected.map(([institution, name]) => named(institution, name).versions[0]?.acceptance);
  assert.deepEqual(asks, ["required", "informs", "required", "required", "required"]);
});

/** What a text says of one statement. */
const says = (
  institution: (typeof institutions)[number],
  name: string,
  statement: string,
  language: Language,
) =>
  clausesOf(named(institution, name).versions[0]?.texts[language] ?? { sections: [] })
    .filter((clause) => clause.statements.includes(statement))
    .map((clause) => clause.text.replaceAll("\u202f", " "))
    .join("\n");

test("MC-05 people commit to keep their credentials secret, even from family, and certify what they enter", () => {
  assert.match(
    says(caf, "mon-compte", "MC-05", "fr"),
    /secrets.*pas même à votre famille.*certifiez.*exact/s,
  );
  assert.match(says(caf, "mon-compte", "MC-05", "en"), /secret.*family.*certify.*exact/s);
});

test("MC-11 an online declaration is sworn and counts as paper; the checks and penalties are named with their articles", () => {
  for (const language of languages) {
    const said = says(caf, "mon-compte", "MC-11", language);
    for (const article of ["L.114-19", "L.114-9", "L.114-17", "313-1", "313-3", "441-1", "441-6"])
      assert.ok(said.includes(article), `${language} ${article}`);
  }
  assert.match(says(caf, "mon-compte", "MC-11", "fr"), /sur l’honneur.*autant.*papier/s);
  assert.match(says(caf, "mon-compte", "MC-11", "en"), /honour.*as much.*paper/s);
});

test("MC-28 every piece of advice on credentials is in the terms", () => {
  const fr = says(caf, "mon-compte", "MC-28", "fr");
  for (const advice of [
    /vous-même/,
    /différent/,
    /changez/,
    /navigateur le retenir/,
    /en clair/,
    /navigateur à jour/,
  ])
    assert.match(fr, advice);
});

test("CN-01 CN-05 CN-07 CN-09 CN-12 CN-13 the two charters of the CNSS differ where insured persons and employers do", () => {
  assert.match(says(cnss, "assures", "CN-07", "fr"), /vos prestations sociales/);
  assert.match(says(cnss, "employeurs", "CN-07", "fr"), /les cotisations et les prestations sociales/);
  assert.match(says(cnss, "assures", "CN-13", "fr"), /informations personnelles/);
  assert.match(says(cnss, "employeurs", "CN-13", "fr"), /informations de l’entreprise/);
  assert.match(says(cnss, "employeurs", "CN-12", "fr"), /informations de l’entreprise à tout moment/);
  for (const name of ["assures", "employeurs"]) {
    assert.match(says(cnss, name, "CN-01", "fr"), /employeurs enregistrés à la CNSS et (à )?leurs affiliés/);
    assert.match(says(cnss, name, "CN-05", "fr"), /ni par téléphone, ni par mail, ni sur un réseau social/);
    assert.match(
      says(cnss, name, "CN-06", "fr"),
      /10 caractères.*majuscules.*minuscules.*chiffres.*spéciaux/,
    );
    assert.match(says(cnss, name, "CN-09", "fr"), /bloque.*jusqu’à ce signalement/s);
  }
});

test("SP-02 SP-03 SP-04 SP-06 SP-07 SP-09 the partners’ charter says what asking means, and what the CPAM may do", () => {
  const said = (statement: string) => says(cpam54, "partenaires", statement, "fr");
  assert.match(said("SP-02"), /demande vaut acceptation.*secret professionnel/s);
  assert.match(said("SP-03"), /plusieurs identifiants/);
  assert.match(said("SP-04"), /Un assuré.*jamais.*ameli\.fr/s);
  assert.match(
    said("SP-06"),
    /changer cette charte.*suspendre.*mettre fin.*supprimer le compte.*changer des identifiants/s,
  );
  assert.match(said("SP-07"), /La version en ligne prévaut/);
  assert.match(said("SP-09"), /ni par mail ni par téléphone/);
});

test("TW-01 TW-03 TW-04 TW-05 on social networks: no decision, no personal data, personal questions elsewhere", () => {
  const said = (statement: string) => says(caf, "reseaux-sociaux", statement, "fr");
  assert.match(said("TW-01"), /jamais la valeur d’une décision/);
  assert.match(said("TW-03"), /numéro d’allocataire.*numéro de sécurité sociale.*date de naissance/);
  assert.match(said("TW-04"), /public ou privé/);
  assert.match(said("TW-05"), /heures de bureau.*Nous contacter.*réclamation/s);
});

test("MC-03 the digest is of what people read: another control changes nothing of it, another word does", () => {
  const [version] = named(caf, "mon-compte").versions;
  for (const language of languages) {
    const { body, sha256, title, sections } = version?.texts[language] ?? assert.fail();
    assert.equal(createHash("sha256").update(body).digest("hex"), sha256);
    assert.doesNotMatch(body, /control:|\{#/);
    for (const clause of clausesOf({ sections }))
      assert.ok(body.includes(clause.title) && body.includes(clause.text));
    assert.ok(body.includes(title));
  }
  const again = (edit: (text: string) => string) =>
    publishing(caf, { charter: "mon-compte", version: "2026-01-05", edit })[0]?.versions[0]?.texts.fr.sha256;
  const own = version?.texts.fr.sha256;
  assert.equal(
    again((text) => text.replace("control:advice", "control:journal")),
    own,
  );
  assert.notEqual(
    again((text) => text.replace("Ce que vous pouvez", "Ce que l’on peut")),
    own,
  );
});

test("CN-08 a version without an announcement is a draft that nobody reads", () => {
  const charters = publishing(caf, { charter: "mon-compte", version: "2026-04-01", announced: "2026-03-01" });
  const [charter] = charters;
  assert.deepEqual(
    charter && [publishedOn(charter, "2026-02-28").length, publishedOn(charter, "2026-03-01").length],
    [1, 2],
  );
});

/** Writes one charter of two files and reads it. */
function readMade(files: Record<string, string>, name = "rules") {
  const root = mkdtempSync(join(tmpdir(), "foyer-charters-"));
  try {
    const folder = join(root, "made", "charters", name);
    mkdirSync(folder, { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    return readCharters({ id: "made", charters: { [name]: "person" } }, pathToFileURL(`${root}/`));
  } finally {
    rmSync(root, { recursive: true });
  }
}

const head = (language: Language, more = "", version = "2026-01-05") => `---
charter: rules
version: ${version}
language: ${language}
title: Rules
summary: One line
announced: 2026-01-01
acceptance: required
changes: First
${more}---
`;
const clause = "\n## Part\n\n### One {#one MC-01 control:throttle}\n\nText.\n";
const both = (fr: string, en = fr, heads: [string?, string?] = []) => ({
  "2026-01-05.fr.md": head("fr", heads[0]) + fr,
  "2026-01-05.en.md": head("en", heads[1] ?? heads[0]) + en,
});

test("MC-02 a charter that is well made is read", () => {
  assert.deepEqual(readMade(both(clause))[0]?.versions[0]?.texts.en.sections, [
    {
      title: "Part",
      clauses: [{ id: "one", title: "One", statements: ["MC-01"], controls: ["throttle"], text: "Text." }],
    },
  ]);
});

const faults: [name: string, files: Record<string, string>, says: RegExp][] = [
  [
    "names a control that does not exist",
    both(clause.replace("throttle", "magic")),
    /made\/charters\/rules\/2026-01-05\.fr\.md: the clause one names control:magic/,
  ],
  ["names what is no statement", both(clause.replace("MC-01", "MC1")), /names MC1/],
  ["has a clause without an id", both(clause.replace(/ \{.*\}/, "")), /without its id/],
  ["has two clauses of one id", both(`${clause}${clause}`), /two clauses called one/],
  ["has no clause", both("\n## Part\n"), /has no clause/],
  [
    "says less in English",
    both(`${clause}\n### Two {#two}\n\nText.\n`, clause),
    /2026-01-05\.en\.md does not have/,
  ],
  [
    "names another control in English",
    both(clause, clause.replace("throttle", "journal")),
    /en\.md does not have/,
  ],
  [
    "is minor in one language only",
    both(clause, clause, ["minor: true\n", "minor: false\n"]),
    /differ: minor/,
  ],
  ["begins with a minor version", both(clause, clause, ["minor: true\n"]), /corrects nothing/],
  [
    "exists in one language only",
    { "2026-01-05.fr.md": head("fr") + clause },
    /2026-01-05\.en\.md is missing/,
  ],
  ["holds a stray file", { ...both(clause), "notes.md": "" }, /notes\.md is no version/],
  [
    "says it is another version",
    { "2026-02-05.fr.md": head("fr") + clause },
    /2026-02-05\.fr\.md says it is rules 2026-01-05/,
  ],
  ["has an unknown line in its head", both(clause, clause, ["sign: yes\n"]), /sign/],
  ["has no head", { "2026-01-05.fr.md": clause }, /2026-01-05\.fr\.md: /],
  [
    "is announced after it takes effect",
    {
      "2026-01-05.fr.md": head("fr").replace("2026-01-01", "2026-01-06") + clause,
      "2026-01-05.en.md": head("en").replace("2026-01-01", "2026-01-06") + clause,
    },
    /announced after/,
  ],
];
for (const [name, files, saying] of faults)
  test(`MC-02 a charter does not load when it ${name}`, () => assert.throws(() => readMade(files), saying));

test("a charter has its own folder, and a name that is no other page's", () => {
  assert.throws(
    () => readCharters({ id: "caf", charters: { nowhere: "person" } }),
    /No folder holds the charter nowhere/,
  );
  for (const name of ["receipts", "../etc", "Rules", ""])
    assert.throws(() => readMade({}, name || "-"), /cannot be called/);
});
