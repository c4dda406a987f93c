import { duties } from "../../../../law/access/duties.ts";
import { swornStatement } from "../../../../law/claims/sworn-statement.ts";
import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { checkboxes } from "../../../design/components/checkboxes.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form, warning } from "../../../design/patterns.ts";

const words = {
  fr: {
    title: "Signer votre déclaration",
    checks: "Les vérifications",
    penalties: "En cas de fausse déclaration",
    sign: "Votre signature",
    send: "Signer et envoyer",
    for: (name: string) =>
      `Vous signez pour ${name}, que vous protégez. C’est inscrit à votre nom, et nous en prévenons ${name}.`,
  },
  en: {
    title: "Sign your declaration",
    checks: "The checks",
    penalties: "In case of a false declaration",
    sign: "Your signature",
    send: "Sign and send",
    for: (name: string) =>
      `You are signing for ${name}, whom you protect. It is written under your name, and ${name} is told.`,
  },
};

/** What an online declaration is worth and what a false one brings, told before signing (MC-11). */
export function statementPage({
  shell,
  base,
  refused,
}: {
  shell: Shell;
  base: string;
  refused?: Sentence;
}): Html {
  const { language } = shell;
  const t = words[language];
  const error = refused?.[language];
  const { value, checks, mistake, penalties, signs } = swornStatement;
  return page(
    shell,
    { title: t.title, back: `${base}/check`, errors: error !== undefined },
    html`${errorSummaryFrom(language, { signed: error })}
<h1 class="govuk-heading-l">${t.title}</h1>
${shell.space && insetText({ html: html`<p class="govuk-body">${t.for(shell.space.name)}</p><p class="govuk-body">${duties.consent.says[language]}</p>` })}
${warning(language, { text: value[language] })}
<h2 class="govuk-heading-m">${t.checks}</h2>
<p class="govuk-body">${checks[language]}</p>
<p class="govuk-body">${mistake[language]}</p>
<h2 class="govuk-heading-m">${t.penalties}</h2>
<ul class="govuk-list govuk-list--bullet">${penalties.map(
      ({ says, articles }) =>
        html`<li>${says[language]} <span class="govuk-hint">(${articles[language]})</span></li>`,
    )}</ul>
${form(
  shell,
  { action: `${base}/statement` },
  html`${checkboxes({
    idPrefix: "signed",
    name: "signed",
    fieldset: { legend: { text: t.sign, classes: "govuk-fieldset__legend--m" } },
    items: [{ value: "yes", text: signs[language] }],
    errorMessage: errorFor(language, error),
  })}
${button({ text: t.send, preventDoubleClick: true })}`,
)}`,
  );
}
