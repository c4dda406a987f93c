import type { Word } from "../../../institutions/institution.ts";
import { type CharterText, type Clause, clausesOf } from "../../../law/charters/charter.ts";
import { controls } from "../../../law/charters/controls.ts";
import type { Language } from "../../../law/language.ts";
import { details } from "../../design/components/details.ts";
import { type Html, html } from "../../design/html.ts";
import type { Shell } from "../../design/page.ts";
import { explaining } from "../../design/patterns.ts";

const words = {
  fr: {
    short: "L’essentiel",
    contents: "Sommaire",
    kept: "Comment c’est tenu",
    software: "Tenu par le logiciel :",
    rule: "règle",
    onPaper: (address: string) => `Copie imprimée. La version en ligne prévaut sur celle-ci : ${address}`,
  },
  en: {
    short: "In short",
    contents: "Contents",
    kept: "How this is kept",
    software: "Kept by the software:",
    rule: "rule",
    onPaper: (address: string) => `Printed copy. The online version prevails over this one: ${address}`,
  },
};

/** What a charter says: the essentials, then each clause with what keeps it. Words of the trade are explained in place. */
export function charterBody(language: Language, text: CharterText, glossary: readonly Word[]): Html {
  const t = words[language];
  const explain = explaining(language, glossary);
  return html`<h2 class="govuk-heading-m">${t.short}</h2>
<ul class="govuk-list govuk-list--bullet">${text.summary.map((line) => html`<li>${line}</li>`)}</ul>
${details({
  summaryText: t.contents,
  html: html`<ul class="govuk-list">${clausesOf(text).map(({ id, title }) => html`<li><a class="govuk-link" href="#clause-${id}">${title}</a></li>`)}</ul>`,
})}
${text.sections.map(
  (section) => html`<h2 class="govuk-heading-m">${section.title}</h2>
${section.clauses.map(
  (clause) => html`<section id="clause-${clause.id}" class="foyer-clause">
<h3 class="govuk-heading-s">${clause.title}</h3>
${explain(clause.text)}${clause.controls.length > 0 && howItIsKept(language, clause)}</section>`,
)}`,
)}`;
}

function howItIsKept(language: Language, clause: Clause): Html {
  const t = words[language];
  return details({
    summaryHtml: html`${t.kept}<span class="govuk-visually-hidden"> – ${clause.title}</span>`,
    html: html`${clause.controls.map((name) => {
      const { says, keptBy, statement } = controls[name];
      return html`<p class="govuk-body">${says[language]}</p>
<p class="foyer-source">${t.software} <span class="foyer-copied">${keptBy}</span> (${t.rule} ${statement})</p>`;
    })}`,
  });
}

/** Said on paper only: the online version prevails (SP-07). */
export const onPaper = ({ language, brand }: Shell, path: string): Html =>
  html`<p class="govuk-body foyer-on-paper">${words[language].onPaper(`${brand.siteAddress}${path}`)}</p>`;
