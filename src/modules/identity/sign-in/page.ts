import { adviceFor } from "../../../../law/credentials/advice.ts";
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
  passkeyForm,
  passwordField,
  success,
} from "../../../design/patterns.ts";
import { forgottenIdentifierLink } from "../forgotten-identifier/link.ts";
import { franceConnectButton, franceConnectPath } from "../franceconnect/button.ts";
import { numberWords } from "../number-words.ts";
import { objectionLink } from "../object-to-change/link.ts";

export type SignInPage = {
  shell: Shell;
  /** Where the person was going. */
  next: string;
  typed?: string;
  /** By field; an error that belongs to neither stands under the first. */
  errors?: { identifier?: Sentence; password?: Sentence };
  /** Why the person is asked to sign in. */
  after?: "ended" | "signed-out" | "recovered" | "opened";
};

const words = {
  fr: {
    title: "Me connecter",
    or: "ou avec votre numéro",
    lead: "Chacun se connecte avec son propre numéro et son propre mot de passe. Le numéro de dossier ne sert plus à se connecter.",
    identifier: "Votre numéro de sécurité sociale",
    identifierHint:
      "Les 13 ou 15 caractères de votre carte Vitale. Si vous n’avez pas encore de numéro : votre identifiant provisoire (P et 8 chiffres).",
    password: "Votre mot de passe",
    passwordHint: "À votre première connexion : l’ancien mot de passe de votre dossier, en 8 chiffres.",
    ownLead: "Chacun se connecte avec son propre numéro et son propre mot de passe.",
    handedHint:
      "À votre première connexion : le mot de passe que nous vous avons remis, tel qu’il est écrit.",
    handedText:
      "Utilisez votre numéro et le mot de passe que nous vous avons remis par message ou par lettre. Vous choisirez ensuite un mot de passe rien qu’à vous : le premier ne servira plus. Vous n’avez rien reçu ? Demandez d’abord votre accès.",
    ask: "Je n’ai pas encore de compte : demander mon accès",
    submit: "Me connecter",
    passkey: "Me connecter avec une clé d’accès",
    first: "C’est ma première connexion",
    firstText:
      "Utilisez votre propre numéro de sécurité sociale et l’ancien mot de passe du dossier, à 8 chiffres, qui figure sur nos anciens courriers. Vous choisirez ensuite un mot de passe rien qu’à vous. Dans un couple, chacun fait sa première connexion de son côté.",
    forgotten: "J’ai oublié mon mot de passe",
    recovered: "Votre nouveau mot de passe est enregistré. Connectez-vous avec lui.",
    opened:
      "C’est enregistré. Connectez-vous avec votre numéro de sécurité sociale et le mot de passe que vous venez de choisir. Si vous aviez déjà un compte, son mot de passe n’a pas changé : utilisez-le, ou choisissez « J’ai oublié mon mot de passe ».",
    provisional: "Recevoir à nouveau mon identifiant provisoire",
    newcomer: "Je n’ai pas encore de compte : faire une demande",
    protects: "Je protège quelqu’un (tutelle, curatelle, habilitation)",
    danger: "Signaler un vol, ou une connexion qui n’est pas de moi",
    stuck: "Je n’arrive pas à me connecter",
    ended:
      "Pour protéger vos données, votre session s’est fermée. Reconnectez-vous : vous reprendrez où vous en étiez, et ce que vous aviez écrit est gardé.",
    signedOut: "Vous êtes déconnecté(e). À bientôt !",
  },
  en: {
    title: "Sign in",
    or: "or with your number",
    lead: "Everyone signs in with their own number and their own password. The file number no longer signs anyone in.",
    identifier: "Your social-security number",
    identifierHint:
      "The 13 or 15 characters on your carte Vitale. If you have no number yet: your provisional identifier (P and 8 digits).",
    password: "Your password",
    passwordHint: "For your first sign-in: the old password of your file, 8 digits.",
    ownLead: "Everyone signs in with their own number and their own password.",
    handedHint: "For your first sign-in: the password we handed over to you, as it is written.",
    handedText:
      "Use your number and the password we handed over to you by message or by letter. You will then choose a password that is yours alone: the first one will no longer work. Nothing received? First ask for your access.",
    ask: "I have no account yet: ask for my access",
    submit: "Sign in",
    passkey: "Sign in with a passkey",
    first: "This is my first sign-in",
    firstText:
      "Use your own social-security number and the old 8-digit password of the file, printed on our earlier letters. You will then choose a password that is yours alone. In a couple, each person does their own first sign-in.",
    forgotten: "I have forgotten my password",
    recovered: "Your new password is saved. Sign in with it.",
    opened:
      "It is registered. Sign in with your social-security number and the password you have just chosen. If you already had an account, its password has not changed: use it, or choose “I have forgotten my password”.",
    provisional: "Receive my provisional identifier again",
    newcomer: "I have no account yet: make a claim",
    protects: "I protect somebody (tutelle, curatelle, authorisation)",
    danger: "Report a theft, or a sign-in that was not me",
    stuck: "I cannot sign in",
    ended:
      "To protect your data, your session has closed. Sign in again: you will go on where you were, and what you had typed is kept.",
    signedOut: "You are signed out. See you soon!",
  },
};

export function signInPage({ shell, next, typed = "", errors = {}, after }: SignInPage): Html {
  const { language, brand } = shell;
  const t = words[language];
  const own = numberWords(shell);
  const handedOver = brand.accounts?.oldPasswordDigits === undefined;
  const said = { identifier: errors.identifier?.[language], password: errors.password?.[language] };
  return page(
    shell,
    { title: t.title, errors: Object.keys(errors).length > 0, back: "/" },
    html`${errorSummaryFrom(language, said)}
${after === "ended" && notice(language, { text: t.ended })}
${after === "signed-out" && success(language, { text: t.signedOut })}
${after === "recovered" && success(language, { text: t.recovered })}
${after === "opened" && success(language, { text: t.opened })}
<h1 class="govuk-heading-l">${t.title}</h1>
${brand.accounts?.franceConnect && html`${franceConnectButton(language, franceConnectPath(next))}<p class="foyer-or">${t.or}</p>`}
<p class="govuk-body">${own ? t.ownLead : t.lead}</p>
${form(
  shell,
  { action: "/sessions" },
  html`<input type="hidden" name="next" value="${next}">
${input({
  id: "identifier",
  name: "identifier",
  label: { text: own?.label ?? t.identifier, classes: "govuk-label--s" },
  hint: { text: own?.hint ?? t.identifierHint },
  value: typed,
  classes: "govuk-input--width-20",
  autocomplete: "username webauthn",
  autocapitalize: "characters",
  spellcheck: false,
  errorMessage: errorFor(language, said.identifier),
})}
${passwordField(language, {
  id: "password",
  name: "password",
  label: { text: t.password, classes: "govuk-label--s" },
  hint: { text: handedOver ? t.handedHint : t.passwordHint },
  errorMessage: errorFor(language, said.password),
})}
<p class="govuk-hint">${adviceFor("sign-in").map((one) => one.says[language])}</p>
${button({ text: t.submit, preventDoubleClick: true })}`,
)}
${passkeyForm(
  shell,
  {
    action: "/sessions/passkey",
    challenges: "/sessions/challenges",
    does: "sign",
    button: t.passkey,
    secondary: true,
    // What was just refused is not offered again by itself.
    autofill: Object.keys(errors).length === 0,
  },
  html`<input type="hidden" name="next" value="${next}">`,
)}
<p class="govuk-body"><a class="govuk-link" href="/recoveries/new">${t.forgotten}</a></p>
${forgottenIdentifierLink(shell)}
${!own && html`<p class="govuk-body"><a class="govuk-link" href="/provisional-identifiers/new">${t.provisional}</a></p>`}
${brand.accounts?.accessRequests && html`<p class="govuk-body"><a class="govuk-link" href="/access-requests/new">${t.ask}</a></p>`}
${brand.accounts?.claims && html`<p class="govuk-body"><a class="govuk-link" href="/claims/new">${t.newcomer}</a></p>`}
${brand.accounts?.home === "household" && html`<p class="govuk-body"><a class="govuk-link" href="/guardianships/new">${t.protects}</a></p>`}
<p class="govuk-body"><a class="govuk-link" href="/alarms/new">${t.danger}</a></p>
${objectionLink(shell)}
${details({ summaryText: t.first, text: handedOver ? t.handedText : t.firstText })}
${details({
  summaryText: t.stuck,
  html: html`<p class="govuk-body">${brand.help.phone} – ${brand.help.hours[language]}</p><p class="govuk-body">${brand.help.desk[language]}</p>`,
})}`,
  );
}
