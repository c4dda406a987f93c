import assert from "node:assert/strict";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { type Act, acts } from "../../../../law/access/acts.ts";
import { conditions } from "../../../../law/access/conditions.ts";
import { duties } from "../../../../law/access/duties.ts";
import { parts } from "../../../../law/access/parts.ts";
import { readings } from "../../../../law/access/readings.ts";
import { type Relation, relations } from "../../../../law/access/relations.ts";
import { accessTable } from "../../../../law/access/table.ts";
import { languages, type Sentence } from "../../../../law/language.ts";
import { demoShell } from "../../../design/demo-shell.ts";
import { htmlRules } from "../../../design/html-rules.ts";
import { lawPage } from "./page.ts";
import { byConditions, readRow } from "./read-table.ts";
import { relationPage } from "./relation-page.ts";
import { tablePage } from "./table-page.ts";

const everyRelation = Object.keys(relations) as Relation[];
const everyAct = Object.keys(acts) as Act[];
const pagesIn = (language: "fr" | "en") => {
  const shell = { ...demoShell(), language };
  const relationPages = everyRelation.map((relation) => relationPage(shell, relation));
  return [lawPage(shell), tablePage(shell), ...relationPages].map(String);
};
const textOf = (markup: string) => markup.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

test("SEC-11 read aloud, each row says every act once, as the table decides it", () => {
  for (const relation of everyRelation) {
    const { may, mayNot } = readRow(relation);
    const said = [...may, ...mayNot].flatMap((group) => group.acts);
    assert.deepEqual(said.toSorted(), everyAct.toSorted(), relation);
    for (const group of may)
      for (const act of group.acts) {
        const verdict = accessTable[relation][act];
        assert.ok(verdict.allowed, `${relation} ${act}`);
        assert.equal(verdict.because, group.because);
        assert.deepEqual(
          (verdict.when ?? []).map((one) => one.if),
          group.conditions,
        );
        assert.deepEqual(
          [verdict.within ?? false, verdict.fourEyes ?? false],
          [group.within, group.fourEyes],
        );
      }
    for (const { acts: which, because, way } of mayNot)
      for (const act of which) {
        const verdict = accessTable[relation][act];
        assert.ok(!verdict.allowed, `${relation} ${act}`);
        assert.deepEqual([verdict.because, verdict.way], [because, way]);
      }
  }
});

test("SEC-11 what an answer takes is said once, over all it goes for; what takes nothing comes first", () => {
  for (const relation of everyRelation) {
    const { may } = readRow(relation);
    const conditioned = byConditions(may);
    assert.deepEqual(new Set(conditioned.flatMap(({ groups }) => groups)), new Set(may), relation);
    for (const { groups, ...takes } of conditioned)
      for (const { conditions, within, fourEyes } of groups)
        assert.deepEqual({ conditions, within, fourEyes }, takes);
    const free = conditioned.map(({ conditions: takes, within }) => takes.length === 0 && !within);
    assert.ok(!free.slice(1).some(Boolean), relation);
    for (const language of languages) {
      const markup = String(relationPage({ ...demoShell(), language }, relation));
      const headings = [...markup.matchAll(/<h3[^>]*>([^<]*)</g)].map(([, said]) => said);
      assert.equal(headings.length, conditioned.length, relation);
      assert.equal(new Set(headings).size, headings.length, relation);
    }
  }
  const desk = textOf(String(relationPage({ ...demoShell(), language: "fr" }, "desk-agent")));
  assert.equal(
    desk.split("pour un dossier de son accueil").length - 1,
    2,
    "once alone, once with a second agent",
  );
});

for (const language of languages)
  test(`CP-15 CP-21 MC-06 MC-11 MC-26 the pages print every rule with its reason, source and way (${language})`, () => {
    const [first = "", , ...relationPages] = pagesIn(language).map(textOf);
    const has = (said: string, one: Sentence) =>
      assert.ok(said.toLowerCase().includes(textOf(one[language]).toLowerCase()), one[language]);
    for (const [index, relation] of everyRelation.entries()) {
      const said = relationPages[index] ?? "";
      const { says, who, source } = relations[relation];
      for (const one of [says, who]) {
        has(first, one);
        has(said, one);
      }
      assert.ok(said.includes(source));
      for (const [act, verdict] of Object.entries(accessTable[relation])) {
        has(said, acts[act as Act]);
        has(said, verdict.because.says);
        assert.ok(said.includes(verdict.because.source), `${relation} ${act}`);
        if (!verdict.allowed) has(said, verdict.way);
        else for (const proviso of verdict.when ?? []) has(said, conditions[proviso.if].says);
      }
    }
    for (const [relation, reading] of Object.entries(readings))
      has(relationPages[everyRelation.indexOf(relation as Relation)] ?? "", reading);
    for (const { says } of Object.values(duties)) has(first, says);
    for (const { says } of Object.values(parts)) has(first, says);
  });

test("SEC-11 the whole table has one cell for each act and relation", () => {
  const table = pagesIn("fr")[1]?.match(/<table[\s\S]*<\/table>/)?.[0] ?? "";
  const cells = [...table.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text);
  const expected = everyAct.flatMap((act) =>
    everyRelation.map((relation) => {
      const verdict = accessTable[relation][act];
      if (!verdict.allowed) return "Non";
      return verdict.when || verdict.within ? "Si" : "Oui";
    }),
  );
  assert.deepEqual(cells, expected);
});

test("A11Y-01 the pages are valid HTML, follow French typography, and lead only to each other", async () => {
  const validator = new HtmlValidate(htmlRules);
  for (const language of languages)
    for (const markup of pagesIn(language)) {
      const { results } = await validator.validateString(markup);
      const faults = results.flatMap(({ messages }) =>
        messages.map(({ line, message }) => `${line}: ${message}`),
      );
      assert.deepEqual(faults, []);
      const content = markup.replace(/[\s\S]*id="content">/, "").replace(/<\/main>[\s\S]*/, "");
      if (language === "fr")
        assert.doesNotMatch(content.replace(/<[^>]*>/g, ""), /[^\u202f][;:!?»]|«[^\u202f]|'/u);
      for (const [, href = ""] of content.matchAll(/href="([^"]*)"/g))
        assert.ok(href === "/law/access/table" || everyRelation.includes(href.slice(12) as Relation), href);
    }
});
