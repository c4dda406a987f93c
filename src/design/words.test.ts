import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { HtmlValidate } from "html-validate";
import { institutions } from "../../institutions/index.ts";
import type { Word } from "../../institutions/institution.ts";
import { languages } from "../../law/language.ts";
import { html } from "./html.ts";
import { htmlRules } from "./html-rules.ts";
import { explaining, prose } from "./patterns.ts";

const word = (id: string, ...forms: string[]): Word => ({
  id,
  term: { fr: id, en: id },
  forms: { fr: forms, en: forms },
  says: { fr: `Ce que veut dire ${id} <ou non>.`, en: "" },
});
const glossary = [
  word("foyer", "foyer", "foyers"),
  word("quotient-familial", "quotient familial"),
  word("quotient", "quotient"),
  word("cnil", "CNIL"),
];

const explainedIn = (text: string) =>
  [...text.matchAll(/popovertarget="word-([\w-]+)">/g)].map(([, id]) => id);
const explain = (text: string) => explaining("fr", glossary)(text).toString();

test("IL-09 a word is explained where it first appears, and nowhere else", () => {
  const draw = explaining("fr", glossary);
  assert.deepEqual(explainedIn(draw("Les foyers et le foyer. La CNIL.").toString()), ["foyer", "cnil"]);
  assert.deepEqual(explainedIn(draw("Encore un foyer, et un quotient.").toString()), ["quotient"]);
  assert.match(explain("Les Foyers."), /popovertarget="word-foyer">Foyers<span/);
});

test("IL-09 the explanation opens without scripts, and what it says is text", () => {
  const drawn = explain("Un foyer.");
  assert.match(drawn, /<button type="button" class="foyer-word" popovertarget="word-foyer">foyer</);
  assert.match(drawn, /<span class="foyer-word__says" popover id="word-foyer">/);
  assert.match(drawn, /popovertargetaction="hide">Fermer</);
  assert.ok(drawn.includes("Ce que veut dire foyer &lt;ou non&gt;."));
});

test("IL-09 the longest form wins, and parts of other words, addresses, links and titles are left alone", () => {
  assert.deepEqual(explainedIn(explain("Votre quotient familial.")), ["quotient-familial"]);
  for (const text of [
    "Le foyer-bar et le contre-foyer.",
    "Les foyersx, afoyer, éfoyer.",
    "Voir cnil.fr pour cela.",
    "[Un foyer](https://exemple.fr/foyer)",
    "Le code `foyer`.",
    "# Un foyer",
  ])
    assert.deepEqual(explainedIn(explain(text)), [], text);
  assert.deepEqual(explainedIn(explain("L’ami du foyer, à la CNIL.")), ["foyer", "cnil"]);
  assert.deepEqual(explainedIn(explain("Un **foyer** et une\n- CNIL")), ["foyer", "cnil"]);
});

test("IL-09 without a glossary a text is drawn as it is", () => {
  assert.equal(explaining("fr", [])("Un foyer.").toString(), prose("Un foyer.").toString());
});

test("IL-09 whatever is written, taking the explanations away gives the plain text back", () => {
  const pieces = fc.constantFrom(
    "foyer",
    "CNIL",
    "quotient familial",
    "<b>",
    "&",
    "*",
    "[",
    "](x)",
    " ",
    "\n\n- ",
    "`",
    "’",
    "é",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (said) => {
      const text = said.join("");
      const bare = explain(text)
        .replace(/<span class="foyer-word__says".*?<\/button><\/span>/g, "")
        .replace(/<span class="govuk-visually-hidden"> \(définition\)<\/span><\/button>/g, "")
        .replace(/<button type="button" class="foyer-word" popovertarget="word-[\w-]+">/g, "");
      assert.equal(bare, prose(text).toString());
    }),
  );
});

test("A11Y-01 a text with explanations is valid HTML", async () => {
  const drawn = html`<!DOCTYPE html><html lang="fr"><head><title>x</title></head><body><main><h1>x</h1>${explaining("fr", glossary)("Un foyer et la CNIL.")}</main></body></html>`;
  const { results } = await new HtmlValidate(htmlRules).validateString(drawn.toString());
  assert.deepEqual(
    results.flatMap(({ messages }) => messages.map(({ message }) => message)),
    [],
  );
});

test("IL-09 every institution explains its words in both languages, each word once", () => {
  for (const { id, words } of institutions) {
    assert.ok(words.length >= 6, id);
    assert.equal(new Set(words.map((one) => one.id)).size, words.length);
    for (const { id: name, term, forms, says } of words as readonly Word[])
      for (const language of languages) {
        assert.match(name, /^[a-z][a-z-]*$/);
        assert.match(says[language], /^[A-ZÀ-Ý].*[.…]$/u, `${id} ${name}`);
        assert.ok(term[language] && forms[language].length > 0, `${id} ${name}`);
      }
    for (const language of languages) {
      const all = (words as readonly Word[]).flatMap(({ forms }) =>
        forms[language].map((form) => form.toLowerCase()),
      );
      assert.equal(new Set(all).size, all.length, `${id} ${language}`);
    }
  }
});
