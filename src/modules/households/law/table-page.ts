import { type Act, acts } from "../../../../law/access/acts.ts";
import { type Relation, relations } from "../../../../law/access/relations.ts";
import { accessTable } from "../../../../law/access/table.ts";
import type { Language } from "../../../../law/language.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { wideTable } from "../../../design/patterns.ts";
import { words } from "./words.ts";

const everyRelation = Object.keys(relations) as Relation[];
const everyAct = Object.keys(acts) as Act[];

/** Every cell of the table at a glance, one row an act; each relation leads to its reasons. */
export function tablePage(shell: Shell): Html {
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.table, back: "/law/access", width: "wide" },
    html`<p class="govuk-caption-l">${t.title}</p>
<h1 class="govuk-heading-l">${t.table}</h1>
<p class="govuk-body">${t.tableText}</p>
${wideTable({
  caption: t.table,
  captionClasses: "govuk-visually-hidden",
  firstCellIsHeader: true,
  head: [
    { text: t.act },
    ...everyRelation.map((relation) => ({
      html: html`<a class="govuk-link" href="/law/access/${relation}">${relations[relation].says[language]}</a>`,
    })),
  ],
  rows: everyAct.map((act) => [
    { text: acts[act][language] },
    ...everyRelation.map((relation) => ({ text: cell(language, relation, act) })),
  ]),
})}`,
  );
}

function cell(language: Language, relation: Relation, act: Act): string {
  const t = words[language];
  const verdict = accessTable[relation][act];
  if (!verdict.allowed) return t.no;
  return verdict.when || verdict.within ? t.sometimes : t.yes;
}
