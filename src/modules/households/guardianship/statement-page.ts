import { lastDayBefore, measureKinds } from "../../../../law/access/guardianship.ts";
import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { panel } from "../../../design/components/panel.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorSummaryFrom, form } from "../../../design/patterns.ts";
import { signatureBox, swornReminder } from "../../../site/sworn.ts";
import type { Draft, Whole } from "./draft.ts";
import { maskIban } from "./iban.ts";
import { words } from "./words.ts";

export type StatementPage = {
  shell: Shell;
  draft: Draft;
  whole: Whole;
  refused?: Sentence;
};

/** What is deposited, what follows from it, and the sworn statement to read before signing (MC-05, MC-11). */
export function statementPage({ shell, draft, whole, refused }: StatementPage): Html {
  const { language } = shell;
  const { titles, statement: t, step } = words[language];
  const error = refused?.[language];
  const { told, measure, iban } = whole;
  const row = (to: string, key: string, value: string) => ({
    key: { text: key },
    value: { text: value },
    actions: {
      items: [{ href: `/guardianships/current/${to}`, text: t.change, visuallyHiddenText: key }],
    },
  });
  const names = (files: Draft["decision"]) => files.map(({ name }) => name).join(", ");
  const until = measure.until ? civilDate(language, lastDayBefore(measure.until)) : undefined;
  return page(
    shell,
    { title: titles.statement, back: "/guardianships/current/bank", errors: error !== undefined },
    html`${errorSummaryFrom(language, { signed: error })}
<span class="govuk-caption-l">${step(5)}</span>
<h1 class="govuk-heading-l">${titles.statement}</h1>
${summaryList({
  rows: [
    row("person", t.person, `${told.birthName}, ${t.born(civilDate(language, told.birthDate))}`),
    row("measure", t.kind, measureKinds[measure.kind].says[language]),
    row("measure", t.from, civilDate(language, measure.from)),
    row("measure", t.until, until ?? t.none),
    row("decision", t.decision, names(draft.decision)),
    row("bank", t.bank, `${maskIban(iban)}, ${names(draft.proof)}`),
  ],
})}
<h2 class="govuk-heading-m">${t.next}</h2>
<ul class="govuk-list govuk-list--bullet">${t.nextList.map((line) => html`<li>${line}</li>`)}</ul>
${swornReminder(language)}
${form(
  shell,
  { action: "/guardianships" },
  html`${signatureBox(language, error)}
${button({ text: t.sign, preventDoubleClick: true })}`,
)}`,
  );
}

/** The decision is deposited: its number, and what happens now. */
export function sentPage({ shell, caseNumber }: { shell: Shell; caseNumber: string }): Html {
  const t = words[shell.language].sent;
  return page(
    shell,
    { title: t.title },
    html`${panel({ titleText: t.title, html: html`${t.number}<br><strong>${caseNumber}</strong>` })}
<p class="govuk-body">${t.keep}</p>
<h2 class="govuk-heading-m">${t.next}</h2>
<ol class="govuk-list govuk-list--number">${t.nextList.map((line) => html`<li>${line}</li>`)}</ol>
${button({ text: t.home, href: "/home" })}`,
  );
}
