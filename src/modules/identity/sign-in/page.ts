import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { details } from "../../../design/components/details.ts";
import { input } from "../../../design/components/input.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import {
  errorFor,
  errorSummaryFrom,
  form,
  notice,
  passwordField,
  success,
} from "../../../design/patterns.ts";

export type SignInPage = {
  shell: Shell;
  /** Where the person was going. */
  next: string;
  typed?: string;
  /** By field; an error that belongs to neither stands under the first. */
  errors?: { identifier?: Sentence; password?: Sentence };
  /** Why the person is asked to sign in. */
  after?: "ended" | "signed-out" | "recovered";
};

const words = {
  fr: {
    title: "Me connecter",
    lead: "Chacun se connecte avec son propre numéro et son propre mot de passe. Le numéro de dossier ne sert plus à se connecter.",
    identifier: "Votre numéro de sécurité sociale",
    identifierHint:
      "Les 13 ou 15 caractères de votre carte Vitale. Si vous n’avez pas encore de numéro : votre identifiant provisoire (P et 8 chiffres).",
    password: "Votre mot de passe",
    passwordHint: "À votre première connexion : l’ancien mot de passe de votre dossier, en 8 chiffres.",
    submit: "Me connecter",
    first: "C’est ma première connexion",
    firstText:
      "Utilisez votre propre numéro de sécurité sociale et l’ancien mot de passe du dossier, à 8 chiffres, qui figure sur nos anciens courriers. Vous choisirez ensuite un mot de passe rien qu’à vous. Dans un couple, chacun fait sa première connexion de son côté.",
    forgotten: "J’ai oublié mon mot de passe",
    recovered: "Votre nouveau mot de passe est enregistré. Connectez-vous avec lui.",
    stuck: "Je n’arrive pas à me connecter",
    ended:
      "Pour protéger vos données, votre session s’est fermée. Reconnectez-vous : vous reprendrez où vous en étiez, et ce que vous aviez écrit est gardé.",
    signedOut: "Vous êtes déconnecté(e). À bientôt !",
  },
  en: {
    title: "Sign in",
    lead: "Everyone signs in with their own number and their own password. The file number no longer signs anyone in.",
    identifier: "Your social-security number",
    identifierHint:
      "The 13 or 15 characters on your carte Vitale. If you have no number yet: your provisional identifier (P and 8 digits).",
    password: "Your password",
    passwordHint: "For your first sign-in: the old password of your file, 8 digits.",
    submit: "Sign in",
    first: "This is my first sign-in",
    firstText:
      "Use your own social-security number and the old 8-digit password of the file, printed on our earlier letters. You will then choose a password that is yours alone. In a couple, each person does their own first sign-in.",
    forgotten: "I have forgotten my password",
    recovered: "Your new password is saved. Sign in with it.",
    stuck: "I cannot sign in",
    ended:
      "To protect your data, your session has closed. Sign in again: you will go on where you were, and what you had typed is kept.",
    signedOut: "You are signed out. See you soon!",
  },
};

export function signInPage({ shell, next, typed = "", errors = {}, after }: SignInPage): Html {
  const { language, brand } = shell;
  const t = words[language];
  const said = { identifier: errors.identifier?.[language], password: errors.password?.[language] };
  return page(
    shell,
    { title: t.title, errors: Object.keys(errors).length > 0, back: "/" },
    html`${errorSummaryFrom(language, said)}
${after === "ended" && notice(language, { text: t.ended })}
${after === "signed-out" && success(language, { text: t.signedOut })}
${after === "recovered" && success(language, { text: t.recovered })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
${form(
  shell,
  { action: "/sessions" },
  html`<input type="hidden" name="next" value="${next}">
${input({
  id: "identifier",
  name: "identifier",
  label: { text: t.identifier, classes: "govuk-label--s" },
  hint: { text: t.identifierHint },
  value: typed,
  classes: "govuk-input--width-20",
  autocomplete: "username",
  autocapitalize: "characters",
  spellcheck: false,
  errorMessage: errorFor(language, said.identifier),
})}
${passwordField(language, {
  id: "password",
  name: "password",
  label: { text: t.password, classes: "govuk-label--s" },
  hint: { text: t.passwordHint },
  errorMessage: errorFor(language, said.password),
})}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}
<p class="govuk-body"><a class="govuk-link" href="/recoveries/new">${t.forgotten}</a></p>
${details({ summaryText: t.first, text: t.firstText })}
${details({
  summaryText: t.stuck,
  html: html`<p class="govuk-body">${brand.help.phone} – ${brand.help.hours[language]}</p><p class="govuk-body">${brand.help.desk[language]}</p>`,
})}`,
  );
}
