import type { Act } from "../../../../law/access/acts.ts";
import { duties } from "../../../../law/access/duties.ts";
import { owners, parts } from "../../../../law/access/parts.ts";
import { type Relation, relations } from "../../../../law/access/relations.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { capital, list, rule } from "./parts.ts";
import { words } from "./words.ts";

const everyRelation = Object.entries(relations) as [Relation, (typeof relations)[Relation]][];

/** The way into the rules of access: who is who, whose the data is, what is recalled before signing (CP-15 to CP-21). */
export function lawPage(shell: Shell): Html {
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title, back: "/" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body-l">${t.lead}</p>
<p class="govuk-body">${t.source}</p>
<h2 class="govuk-heading-m">${t.who}</h2>
<ul class="govuk-list govuk-list--spaced">${everyRelation.map(
      ([relation, { says, who }]) =>
        html`<li><a class="govuk-link" href="/law/access/${relation}">${says[language]}</a><br>${who[language]}</li>`,
    )}</ul>
<p class="govuk-body"><a class="govuk-link" href="/law/access/table">${t.table}</a></p>
<h2 class="govuk-heading-m">${t.parts}</h2>
<p class="govuk-body">${t.partsText}</p>
${summaryList({ rows: Object.values(parts).map(({ says, whose }) => ({ key: { text: capital(says[language]) }, value: { text: capital(owners[whose][language]) } })) })}
<h2 class="govuk-heading-m">${t.duties}</h2>
${Object.values(duties).map((duty) => dutyPart(language, duty))}`,
  );
}

const dutyPart = (
  language: Language,
  { says, source, acts: which }: { says: Sentence; source: string; acts: readonly Act[] },
): Html =>
  html`<p class="govuk-body">${says[language]} ${rule(language, source)}</p>
<p class="govuk-body">${words[language].dutyActs}</p>
${list(language, which)}`;
