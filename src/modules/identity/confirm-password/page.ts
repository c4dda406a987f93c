import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form, passwordField } from "../../../design/patterns.ts";

const words = {
  fr: {
    title: "Confirmer que c’est bien vous",
    lead: "Votre connexion date d’un moment. Avant de changer ce qui protège votre compte, nous vous demandons encore votre mot de passe. Ce que vous aviez écrit est gardé.",
    label: "Votre mot de passe",
    submit: "Continuer",
  },
  en: {
    title: "Confirm that it is you",
    lead: "You have been signed in for a while. Before a change to what protects your account, we ask for your password once more. What you had typed is kept.",
    label: "Your password",
    submit: "Continue",
  },
};

export function confirmPasswordPage(given: { shell: Shell; next: string; refused?: Sentence }): Html {
  const { shell, next, refused } = given;
  const { language } = shell;
  const t = words[language];
  const error = refused?.[language];
  return page(
    shell,
    { title: t.title, errors: error !== undefined },
    html`${errorSummaryFrom(language, { password: error })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
${form(
  shell,
  { action: "/password/confirmations" },
  html`<input type="hidden" name="next" value="${next}">
${passwordField(language, {
  id: "password",
  name: "password",
  label: { text: t.label, classes: "govuk-label--s" },
  errorMessage: errorFor(language, error),
})}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}`,
  );
}
