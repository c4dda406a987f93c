import { duties } from "../../../../law/access/duties.ts";
import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorSummaryFrom, form } from "../../../design/patterns.ts";
import { signatureBox, swornReminder } from "../../../site/sworn.ts";

const words = {
  fr: {
    title: "Signer votre déclaration",
    send: "Signer et envoyer",
    for: (name: string) =>
      `Vous signez pour ${name}, que vous protégez. C’est inscrit à votre nom, et nous en prévenons ${name}.`,
  },
  en: {
    title: "Sign your declaration",
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
  return page(
    shell,
    { title: t.title, back: `${base}/check`, errors: error !== undefined },
    html`${errorSummaryFrom(language, { signed: error })}
<h1 class="govuk-heading-l">${t.title}</h1>
${shell.space && insetText({ html: html`<p class="govuk-body">${t.for(shell.space.name)}</p><p class="govuk-body">${duties.consent.says[language]}</p>` })}
${swornReminder(language)}
${form(
  shell,
  { action: `${base}/statement` },
  html`${signatureBox(language, error)}
${button({ text: t.send, preventDoubleClick: true })}`,
)}`,
  );
}
