import type { PasswordPolicy } from "../../../../law/credentials/password.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import {
  codeInput,
  errorFor,
  errorSummaryFrom,
  form,
  notice,
  passwordField,
  passwordRulesList,
} from "../../../design/patterns.ts";
import type { Enrolment } from "./totp.ts";

const words = {
  fr: {
    title: "Connexion des agents",
    lead: "Réservé aux agents. Votre compte personnel n’ouvre rien ici, et votre accès d’agent n’ouvre aucun compte personnel.",
    number: "Numéro d’agent",
    password: "Mot de passe",
    submit: "Continuer",
    ended: "Connectez-vous pour continuer. Après 15 minutes sans activité, l’accès se ferme.",
    codeTitle: "Saisir le code de votre application",
    codeLead: "Ouvrez votre application d’authentification et recopiez le code à 6 chiffres.",
    lost: "Téléphone perdu ou changé ? L’administration peut vous redonner un accès.",
    code: "Code à 6 chiffres",
    check: "Valider le code",
    enrolTitle: "Relier une application d’authentification",
    enrolLead:
      "Chaque connexion demande un code de votre téléphone. Installez une application d’authentification, puis scannez cette image avec elle.",
    picture: "Image à scanner avec l’application. La clé écrite dessous dit la même chose.",
    byHand: "Vous ne pouvez pas scanner ? Saisissez cette clé dans l’application :",
    next: "L’application montre alors un code : recopiez-le.",
    first: "Code que montre l’application",
    passwordTitle: "Choisir votre mot de passe",
    passwordLead: "Celui qu’on vous a donné ne sert qu’une fois. Choisissez-en un que vous seul connaissez.",
    chosen: "Nouveau mot de passe",
    save: "Enregistrer",
    out: "Arrêter et me déconnecter",
  },
  en: {
    title: "Staff sign-in",
    lead: "For staff only. Your own account opens nothing here, and your staff access opens nobody’s account.",
    number: "Staff number",
    password: "Password",
    submit: "Continue",
    ended: "Sign in to go on. After 15 minutes without activity, access closes.",
    codeTitle: "Enter the code of your app",
    codeLead: "Open your authenticator app and copy the 6-digit code.",
    lost: "Phone lost or changed? Administration can give you access again.",
    code: "6-digit code",
    check: "Check the code",
    enrolTitle: "Link an authenticator app",
    enrolLead:
      "Each sign-in asks for a code from your phone. Install an authenticator app, then scan this picture with it.",
    picture: "Picture to scan with the app. The key written below says the same.",
    byHand: "You cannot scan? Type this key into the app:",
    next: "The app then shows a code: copy it.",
    first: "Code that the app shows",
    passwordTitle: "Choose your password",
    passwordLead: "The one you were given works once. Choose one that only you know.",
    chosen: "New password",
    save: "Save",
    out: "Stop and sign out",
  },
};

/** Staff number and password. */
export function deskSignInPage(given: {
  shell: Shell;
  ended?: boolean;
  typed?: string;
  error?: Sentence;
}): Html {
  const { shell, ended, typed = "", error } = given;
  const { language } = shell;
  const t = words[language];
  const said = error?.[language];
  return page(
    shell,
    { title: t.title, errors: said !== undefined },
    html`${errorSummaryFrom(language, { staffNumber: said })}
${ended && notice(language, { text: t.ended })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
${form(
  shell,
  { action: "/desk/sessions" },
  html`${input({
    id: "staffNumber",
    name: "staffNumber",
    label: { text: t.number, classes: "govuk-label--s" },
    classes: "govuk-input--width-10",
    autocomplete: "username",
    spellcheck: false,
    value: typed,
    errorMessage: errorFor(language, said),
  })}
${passwordField(language, {
  id: "password",
  name: "password",
  label: { text: t.password, classes: "govuk-label--s" },
  autocomplete: "current-password",
})}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}`,
  );
}

const signOut = (shell: Shell) =>
  form(
    shell,
    { action: "/desk/sessions/current/end" },
    button({ text: words[shell.language].out, classes: "govuk-button--secondary" }),
  );

const codeForm = (shell: Shell, label: string, said: string | undefined): Html =>
  form(
    shell,
    { action: "/desk/sessions/current/second-factor" },
    html`${codeInput({
      id: "code",
      name: "code",
      label: { text: label, classes: "govuk-label--s" },
      errorMessage: errorFor(shell.language, said),
    })}
${button({ text: words[shell.language].check, preventDoubleClick: true })}`,
  );

/** The code of the app; at the first sign-in, the app's enrolment before it (SEC-08). */
export function secondFactorPage(given: { shell: Shell; enrolment?: Enrolment; error?: Sentence }): Html {
  const { shell, enrolment, error } = given;
  const { language } = shell;
  const t = words[language];
  const said = error?.[language];
  const title = enrolment ? t.enrolTitle : t.codeTitle;
  return page(
    shell,
    { title, errors: said !== undefined },
    html`${errorSummaryFrom(language, { code: said })}
<h1 class="govuk-heading-l">${title}</h1>
${enrolment ? enrolling(language, enrolment) : html`<p class="govuk-body">${t.codeLead}</p>`}
${codeForm(shell, enrolment ? t.first : t.code, said)}
${!enrolment && html`<p class="govuk-body">${t.lost}</p>`}
${signOut(shell)}`,
  );
}

const enrolling = (language: Language, { secret, picture }: Enrolment): Html => html`
<p class="govuk-body">${words[language].enrolLead}</p>
<p><img src="${picture}" width="220" height="220" alt="${words[language].picture}"></p>
<p class="govuk-body">${words[language].byHand}<br><strong data-totp-secret>${secret.match(/.{1,4}/g)?.join(" ")}</strong></p>
<p class="govuk-body">${words[language].next}</p>`;

/** A password of the agent's own, in place of the one they were given. */
export function deskPasswordPage(given: { shell: Shell; policy: PasswordPolicy; error?: Sentence }): Html {
  const { shell, policy, error } = given;
  const { language } = shell;
  const t = words[language];
  const said = error?.[language];
  return page(
    shell,
    { title: t.passwordTitle, errors: said !== undefined },
    html`${errorSummaryFrom(language, { password: said })}
<h1 class="govuk-heading-l">${t.passwordTitle}</h1>
<p class="govuk-body">${t.passwordLead}</p>
${form(
  shell,
  { action: "/desk/password" },
  html`${passwordRulesList(language, policy, "password")}
${passwordField(language, {
  id: "password",
  name: "password",
  label: { text: t.chosen, classes: "govuk-label--s" },
  autocomplete: "new-password",
  errorMessage: errorFor(language, said),
})}
${button({ text: t.save, preventDoubleClick: true })}`,
)}
${signOut(shell)}`,
  );
}
