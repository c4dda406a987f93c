import type { PasswordPolicy } from "../../../../law/credentials/password.ts";
import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { panel } from "../../../design/components/panel.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import {
  errorFor,
  errorSummaryFrom,
  form,
  passwordField,
  passwordRulesList,
} from "../../../design/patterns.ts";
import type { Typed } from "./change-password.ts";

const words = {
  fr: {
    title: "Changer mon mot de passe",
    lead: "Dès que vous l’aurez changé, l’ancien ne servira plus, et toutes vos autres sessions seront fermées.",
    current: "Mot de passe actuel",
    chosen: "Nouveau mot de passe",
    submit: "Changer mon mot de passe",
    doneTitle: "Votre mot de passe est changé",
    doneText: "Vos autres sessions sont fermées. Utilisez le nouveau mot de passe la prochaine fois.",
    back: "Revenir à mon espace",
  },
  en: {
    title: "Change my password",
    lead: "As soon as you have changed it, the old one no longer works, and all your other sessions are closed.",
    current: "Current password",
    chosen: "New password",
    submit: "Change my password",
    doneTitle: "Your password is changed",
    doneText: "Your other sessions are closed. Use the new password next time.",
    back: "Back to my account",
  },
};

export type ChangePasswordPage = {
  shell: Shell;
  policy: PasswordPolicy;
  /** Why a new password is asked for, where it is: nothing else opens before (MC-13). */
  why?: Sentence;
  errors?: Partial<Record<keyof Typed, Sentence>>;
};

export function changePasswordPage({ shell, policy, why, errors = {} }: ChangePasswordPage): Html {
  const { language } = shell;
  const t = words[language];
  const said = { current: errors.current?.[language], chosen: errors.chosen?.[language] };
  return page(
    shell,
    { title: t.title, errors: Object.keys(errors).length > 0, ...(!why && { back: "/home" }) },
    html`${errorSummaryFrom(language, said)}
<h1 class="govuk-heading-l">${t.title}</h1>
${why && insetText({ text: why[language] })}
<p class="govuk-body">${t.lead}</p>
${form(
  shell,
  { action: "/password/change" },
  html`${passwordField(language, {
    id: "current",
    name: "current",
    label: { text: t.current, classes: "govuk-label--s" },
    errorMessage: errorFor(language, said.current),
  })}
${passwordRulesList(language, policy, "chosen")}
${passwordField(language, {
  id: "chosen",
  name: "chosen",
  label: { text: t.chosen, classes: "govuk-label--s" },
  autocomplete: "new-password",
  errorMessage: errorFor(language, said.chosen),
})}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}`,
  );
}

export function passwordChangedPage({ shell }: { shell: Shell }): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.doneTitle },
    html`${panel({ titleText: t.doneTitle, text: t.doneText })}
<p class="govuk-body"><a class="govuk-link" href="/home">${t.back}</a></p>`,
  );
}
