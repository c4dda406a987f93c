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
  phoneLine,
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
    identifier: "Votre numéro de sécurité sociale",
    identifierHint:
      "Les 13 ou 15 caractères de votre carte Vitale. Si vous n’avez pas encore de numéro : votre identifiant provisoire (P et 8 chiffres).",
    password: "Votre mot de passe",
    ask: "Je n’ai pas encore de compte : demander mon accès",
    submit: "Me connecter",
    passkey: "Me connecter avec une clé d’accès",
    first: "C’est ma première connexion",
    forgotten: "J’ai oublié mon mot de passe",
    lost: "J’ai perdu ou oublié mon mot de passe",
    recovered: "Votre nouveau mot de passe est enregistré. Connectez-vous avec lui.",
    opened:
      "C’est enregistré. Connectez-vous avec votre numéro de sécurité sociale et le mot de passe que vous venez de choisir. Si vous aviez déjà un compte, son mot de passe n’a pas changé : utilisez-le, ou choisissez « J’ai oublié mon mot de passe ».",
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
    identifier: "Your social-security number",
    identifierHint:
      "The 13 or 15 characters on your carte Vitale. If you have no number yet: your provisional identifier (P and 8 digits).",
    password: "Your password",
    ask: "I have no account yet: ask for my access",
    submit: "Sign in",
    passkey: "Sign in with a passkey",
    first: "This is my first sign-in",
    forgotten: "I have forgotten my password",
    lost: "I have lost or forgotten my password",
    recovered: "Your new password is saved. Sign in with it.",
    opened:
      "It is registered. Sign in with your social-security number and the password you have just chosen. If you already had an account, its password has not changed: use it, or choose “I have forgotten my password”.",
    newcomer: "I have no account yet: make a claim",
    protects: "I protect somebody (guardianship or family authorisation)",
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
  const texts = brand.accounts?.texts;
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
<p class="govuk-body">${texts?.signIn[language]}</p>
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
  ...(texts && { hint: { text: texts.first.hint[language] } }),
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
<p class="govuk-body"><a class="govuk-link" href="/recoveries/new">${handedOver ? t.lost : t.forgotten}</a></p>
${forgottenIdentifierLink(shell)}
${brand.accounts?.accessRequests && html`<p class="govuk-body"><a class="govuk-link" href="/access-requests/new">${t.ask}</a></p>`}
${brand.accounts?.claims && html`<p class="govuk-body"><a class="govuk-link" href="/claims/new">${t.newcomer}</a></p>`}
${brand.accounts?.home === "household" && html`<p class="govuk-body"><a class="govuk-link" href="/guardianships/new">${t.protects}</a></p>`}
<p class="govuk-body"><a class="govuk-link" href="/alarms/new">${t.danger}</a></p>
${objectionLink(shell)}
${texts && details({ summaryText: t.first, text: texts.first.says[language] })}
${details({
  summaryText: t.stuck,
  html: html`${phoneLine(language, brand.help)}<p class="govuk-body">${brand.help.desk[language]}</p>`,
})}`,
  );
}
