import type { Version } from "../../../law/charters/charter.ts";
import { type Change, compare } from "../../../law/charters/compare.ts";
import type { Language, Sentence } from "../../../law/language.ts";
import { tag } from "../../design/components/tag.ts";
import { civilDate } from "../../design/dates.ts";
import { type Html, html } from "../../design/html.ts";
import { prose } from "../../design/patterns.ts";

const words = {
  fr: {
    inShort: "En quelques mots",
    versionOf: "Version du",
    clauses: "Clause par clause",
    none: "Aucune clause n’a changé : seuls le titre, le résumé ou la présentation ont bougé.",
    before: "Avant",
    now: "Maintenant",
    renamed: (before: string) => `Seul le titre change. Avant : « ${before} ».`,
  },
  en: {
    inShort: "In a few words",
    versionOf: "Version of",
    clauses: "Clause by clause",
    none: "No clause has changed: only the title, the summary or the layout did.",
    before: "Before",
    now: "Now",
    renamed: (before: string) => `Only the title changes. Before: “${before}”.`,
  },
};

const kinds = {
  added: { says: { fr: "Ajoutée", en: "Added" }, classes: "govuk-tag--green" },
  removed: { says: { fr: "Retirée", en: "Removed" }, classes: "govuk-tag--red" },
  changed: { says: { fr: "Modifiée", en: "Changed" }, classes: "govuk-tag--yellow" },
} satisfies Record<Change["kind"], { says: Sentence; classes: string }>;

/** The versions between which something changed: the older one, and those that came since, the newest last. */
export type Since = { version: Version; changes: readonly Version[] };

/** What changed: the words of each version in between, then each clause with both its texts (MC-03, CN-08). */
export function changesBody(language: Language, { version: from, changes: later }: Since): Html {
  const t = words[language];
  const to = later.at(-1) ?? from;
  const changes = compare(from.texts[language], to.texts[language]);
  return html`<h3 class="govuk-heading-s">${t.inShort}</h3>
${later.map(
  ({
    version,
    texts,
  }) => html`<p class="govuk-body"><strong>${t.versionOf} ${civilDate(language, version)}</strong><br>
${texts[language].changes}</p>`,
)}
<h3 class="govuk-heading-s">${t.clauses}</h3>
${changes.length === 0 && html`<p class="govuk-body">${t.none}</p>`}
${changes.map((change) => changedClause(language, change))}`;
}

function changedClause(language: Language, change: Change): Html {
  const { says, classes } = kinds[change.kind];
  const { title } = change.kind === "changed" ? change.to : change.clause;
  return html`<section class="foyer-change">
<h4 class="govuk-heading-s">${title} ${tag({ text: says[language], classes })}</h4>
${change.kind === "changed" ? bothTexts(language, change) : prose(change.clause.text)}
</section>`;
}

function bothTexts(language: Language, { from, to }: Extract<Change, { kind: "changed" }>): Html {
  const t = words[language];
  if (from.text === to.text) return html`<p class="govuk-body">${t.renamed(from.title)}</p>${prose(to.text)}`;
  return html`<div class="foyer-change__texts">
<div class="foyer-change__text"><p class="govuk-body"><strong>${t.before}</strong>${from.title !== to.title && html` – ${from.title}`}</p>${prose(from.text)}</div>
<div class="foyer-change__text foyer-change__text--now"><p class="govuk-body"><strong>${t.now}</strong></p>${prose(to.text)}</div>
</div>`;
}
