import type { Word } from "../../../../institutions/institution.ts";
import type { Version } from "../../../../law/charters/charter.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { structureKinds } from "../../../../law/partners/structure.ts";
import { button } from "../../../design/components/button.ts";
import { checkboxes } from "../../../design/components/checkboxes.ts";
import { details } from "../../../design/components/details.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { panel } from "../../../design/components/panel.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form } from "../../../design/patterns.ts";
import { charterBody } from "../../charters/index.ts";
import { insuredSiteOf } from "../insured-site.ts";
import { writtenNumber } from "../structure-number.ts";
import type { Draft, DraftService } from "./draft.ts";
import type { Errors, Question, Typed } from "./questions/question.ts";
import { base, pathBefore, pathOf, type Step, steps } from "./steps.ts";
import { words } from "./words.ts";

/** What asking takes, before the first question (SP-02, SP-04). */
export function startPage({ shell, underWay }: { shell: Shell; underWay: boolean }): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.startTitle, back: "/" },
    html`<h1 class="govuk-heading-l">${t.startTitle}</h1>
<p class="govuk-body-l">${t.startLead}</p>
<h2 class="govuk-heading-m">${t.needsTitle}</h2>
<ul class="govuk-list govuk-list--bullet">${t.needs.map((one) => html`<li>${one}</li>`)}</ul>
${insetText({ text: t.staffOnly(insuredSiteOf(shell)) })}
${underWay && html`<p class="govuk-body"><a class="govuk-link" href="${base}">${t.goOnDraft}</a></p>`}
${form(shell, { action: "/structures/requests" }, button({ text: underWay ? t.startOver : t.start, preventDoubleClick: true }))}`,
  );
}

type Framed = { shell: Shell; step: Step; title: Sentence; errors?: Errors | undefined; back?: string };

/** What stands around every page of a request: where one is, the way back, what is wrong, and how to stop. */
function framed({ shell, step, title, errors = {}, back }: Framed, content: Html): Html {
  const { language } = shell;
  const t = words[language];
  const said = Object.fromEntries(Object.entries(errors).map(([field, says]) => [field, says[language]]));
  return page(
    shell,
    { title: title[language], errors: Object.keys(errors).length > 0, back: back ?? pathBefore(step) },
    html`${errorSummaryFrom(language, said)}
<p class="govuk-caption-l">${t.caption(steps.indexOf(step) + 1, steps.length)}</p>
<h1 class="govuk-heading-l">${title[language]}</h1>
${content}
${details({
  summaryText: t.later,
  html: html`<p class="govuk-body">${t.laterText}</p>
${form(shell, { action: `${base}/end` }, button({ text: t.erase, classes: "govuk-button--secondary", preventDoubleClick: true }))}`,
})}`,
  );
}

export function questionPage(given: {
  shell: Shell;
  step: Step;
  question: Question;
  action: string;
  typed: Typed;
  errors?: Errors | undefined;
  back?: string;
}): Html {
  const { shell, step, question, action, typed, errors = {}, back } = given;
  const { language } = shell;
  return framed(
    { shell, step, title: question.title, errors, ...(back && { back }) },
    html`${question.lead && html`<p class="govuk-body">${question.lead[language]}</p>`}
${form(
  shell,
  { action },
  html`${question.fields(language, typed, errors)}
${button({ text: words[language].goOn, preventDoubleClick: true })}`,
)}`,
  );
}

/** The services told so far, with the way to add one more and the way on (SP-03). */
export function servicesPage({ shell, draft }: { shell: Shell; draft: Draft }): Html {
  const { language } = shell;
  const t = words[language];
  return framed(
    { shell, step: "services", title: words.services },
    html`${draft.services.map(
      (
        one,
        index,
      ) => html`${summaryList({ card: { title: { text: one.name } }, rows: serviceRows(language, one) })}
${form(
  shell,
  { action: `${base}/services/${index}/end` },
  html`<input type="hidden" name="name" value="${one.name}">${button({ html: html`${t.remove}<span class="govuk-visually-hidden"> ${one.name}</span>`, classes: "govuk-button--secondary", preventDoubleClick: true })}`,
)}`,
    )}
<p class="govuk-body"><a class="govuk-link" href="${base}/services/new">${t.another}</a></p>
${form(shell, { action: `${base}/services` }, button({ text: t.goOn, preventDoubleClick: true }))}`,
  );
}

const serviceRows = (language: Language, one: DraftService) => {
  const t = words[language];
  return [
    { key: { text: t.manager }, value: { text: `${one.firstNames} ${one.lastName}` } },
    { key: { text: t.mail }, value: { text: one.mail } },
    { key: { text: t.people }, value: { text: one.people } },
  ];
};

/** All that was told, to read again before the charter. */
export function checkPage({ shell, draft }: { shell: Shell; draft: Draft }): Html {
  const { language } = shell;
  const t = words[language];
  const { structure, address, asker, services } = draft;
  const row = (key: string, value: string, step: Step) => ({
    key: { text: key },
    value: { text: value },
    actions: { items: [{ href: pathOf(step), text: t.change, visuallyHiddenText: key }] },
  });
  const lines = address && [address.extra, address.street, `${address.postcode} ${address.town}`];
  return framed(
    { shell, step: "check", title: words.check },
    html`${summaryList({
      rows: [
        structure &&
          row(t.structure, `${structure.name} (${structureKinds[structure.kind][language]})`, "structure"),
        structure && row(t.number, writtenNumber(structure.number), "structure"),
        lines && row(t.address, lines.filter(Boolean).join(", "), "address"),
        asker && row(t.asker, `${asker.firstNames} ${asker.lastName}, ${asker.duty}`, "asker"),
        asker && row(t.mail, asker.mail, "asker"),
      ],
    })}
<h2 class="govuk-heading-m">${words.services[language]}</h2>
${services.map((one) => summaryList({ card: { title: { text: one.name } }, rows: serviceRows(language, one) }))}
<p class="govuk-body"><a class="govuk-link" href="${pathOf("services")}">${t.changeServices}</a></p>
${form(shell, { action: `${base}/check` }, button({ text: t.right, preventDoubleClick: true }))}`,
  );
}

/** The charter, and at its end the box by which the structure accepts it and professional secrecy (SP-02). */
export function charterStepPage(given: {
  shell: Shell;
  version: Version;
  glossary: readonly Word[];
  refused?: Sentence;
}): Html {
  const { shell, version, glossary, refused } = given;
  const { language } = shell;
  const t = words[language];
  const text = version.texts[language];
  return framed(
    { shell, step: "charter", title: words.charter, ...(refused && { errors: { accepted: refused } }) },
    html`<p class="govuk-body">${t.charterLead}</p>
${charterBody(language, text, glossary)}
${form(
  shell,
  { action: `${base}/charter` },
  html`<input type="hidden" name="shown" value="${text.sha256}">
${checkboxes({
  idPrefix: "accepted",
  name: "accepted",
  fieldset: { legend: { text: t.answer, classes: "govuk-fieldset__legend--m" } },
  items: [{ value: "yes", text: t.agree }],
  errorMessage: errorFor(language, refused?.[language]),
})}
${button({ text: t.send, preventDoubleClick: true })}`,
)}`,
  );
}

/** It is sent: its number, the receipt of what was accepted, and what comes next. */
export function sentPage(given: {
  shell: Shell;
  caseNumber: string;
  receipt: { number: string; code: string } | undefined;
}): Html {
  const { shell, caseNumber, receipt } = given;
  const t = words[shell.language];
  return page(
    shell,
    { title: t.sentTitle },
    html`${panel({ titleText: t.sentTitle, html: html`${t.caseNumber}<br><strong>${caseNumber}</strong>` })}
<h2 class="govuk-heading-m">${t.nextTitle}</h2>
<ol class="govuk-list govuk-list--number">${t.next.map((one) => html`<li>${one}</li>`)}</ol>
${
  receipt &&
  html`<h2 class="govuk-heading-m">${t.receiptTitle}</h2>
${summaryList({
  rows: [
    { key: { text: t.receiptNumber }, value: { text: receipt.number } },
    { key: { text: t.receiptCode }, value: { text: receipt.code } },
  ],
})}
<p class="govuk-body">${t.receiptText}</p>`
}
<p class="govuk-body"><a class="govuk-link" href="/">${t.front}</a></p>`,
  );
}

/** All that was told in this browser is erased. */
export function erasedPage({ shell }: { shell: Shell }): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.erasedTitle },
    html`<h1 class="govuk-heading-l">${t.erasedTitle}</h1>
<p class="govuk-body">${t.erasedText}</p>
<p class="govuk-body"><a class="govuk-link" href="/structures/new">${t.again}</a></p>`,
  );
}
