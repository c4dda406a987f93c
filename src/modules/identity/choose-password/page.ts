import { adviceFor } from "../../../../law/credentials/advice.ts";
import type { PasswordPolicy } from "../../../../law/credentials/password.ts";
import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { details } from "../../../design/components/details.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import {
  errorFor,
  errorSummaryFrom,
  form,
  passwordField,
  passwordRulesList,
} from "../../../design/patterns.ts";

const words = {
  fr: {
    title: "Choisir votre mot de passe",
    lead: "Ce mot de passe n’est qu’à vous : personne d’autre, même dans votre famille, ne doit le connaître.",
    old: "L’ancien mot de passe du dossier ne servira plus pour vous.",
    handed: "Celui que nous vous avons remis ne servira plus.",
    label: "Nouveau mot de passe",
    hint: "Le plus simple à retenir : deux ou trois mots sans rapport entre eux, et un chiffre.",
    submit: "Continuer",
    advice: "Comment protéger mon mot de passe ?",
  },
  en: {
    title: "Choose your password",
    lead: "This password is yours alone: nobody else, even in your family, should know it.",
    old: "The old password of the file will no longer work for you.",
    handed: "The one we handed over to you will no longer work.",
    label: "New password",
    hint: "The easiest to remember: two or three unrelated words, and a digit.",
    submit: "Continue",
    advice: "How do I protect my password?",
  },
};

export function choosePasswordPage(given: {
  shell: Shell;
  policy: PasswordPolicy;
  refused?: readonly Sentence[];
}): Html {
  const { shell, policy, refused = [] } = given;
  const { language } = shell;
  const t = words[language];
  const error = refused.length > 0 ? refused.map((one) => one[language]).join(" ") : undefined;
  return page(
    shell,
    { title: t.title, errors: error !== undefined },
    html`${errorSummaryFrom(language, { password: error })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead} ${shell.brand.accounts?.oldPasswordDigits === undefined ? t.handed : t.old}</p>
${form(
  shell,
  { action: "/password" },
  html`${passwordRulesList(language, policy, "password")}
${passwordField(language, {
  id: "password",
  name: "password",
  label: { text: t.label, classes: "govuk-label--s" },
  hint: { text: t.hint },
  autocomplete: "new-password",
  errorMessage: errorFor(language, error),
})}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}
${details({
  summaryText: t.advice,
  html: html`<ul class="govuk-list govuk-list--bullet">${adviceFor("choose-password").map((one) => html`<li>${one.says[language]}</li>`)}</ul>`,
})}`,
  );
}
