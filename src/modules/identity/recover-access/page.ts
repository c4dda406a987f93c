import { adviceFor } from "../../../../law/credentials/advice.ts";
import type { PasswordPolicy } from "../../../../law/credentials/password.ts";
import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import {
  codeInput,
  dateField,
  errorFor,
  errorSummaryFrom,
  form,
  passwordField,
  passwordRulesList,
  phoneLine,
} from "../../../design/patterns.ts";
import { forgottenIdentifierLink } from "../forgotten-identifier/link.ts";
import { lostContactLink } from "../lost-contact/link.ts";
import { numberWords } from "../number-words.ts";
import { objectionLink } from "../object-to-change/link.ts";

const words = {
  fr: {
    askTitle: "Retrouver votre accès",
    askLead:
      "Vous avez oublié votre mot de passe ? Donnez votre numéro : nous enverrons un code à l’adresse mail et au mobile que vous avez confirmés.",
    identifier: "Votre numéro de sécurité sociale, ou votre identifiant provisoire",
    ask: "Recevoir un code",
    lostLead:
      "Mot de passe oublié, premier mot de passe perdu ou périmé : c’est le même chemin. Donnez votre numéro ou votre identifiant : nous enverrons un code à l’adresse mail et au mobile confirmés, puis vous choisirez un mot de passe rien qu’à vous.",
    byLetter:
      "Votre premier mot de passe vous a été donné en mains propres, et vous ne nous avez confirmé ni mail ni mobile ? Parlez-nous : nous vous en remettrons un autre.",
    never: "Si vous n’avez encore jamais choisi de mot de passe, faites plutôt votre première connexion.",
    codeTitle: "Saisir le code reçu",
    codeLead:
      "Si un compte correspond à ce numéro et que ses coordonnées sont confirmées, un code à 6 chiffres vient de partir. Il est valable {n} minutes.",
    code: "Code reçu",
    check: "Valider le code",
    nothing: "Vous n’avez rien reçu ?",
    hints: [
      "Attendez une minute, et regardez dans vos messages indésirables.",
      "Vérifiez le numéro que vous avez donné.",
      "Nous envoyons au plus {most} codes par jour pour un même numéro : le dernier reçu est le bon.",
    ],
    again: "Recommencer et recevoir un nouveau code",
    birthTitle: "Confirmer votre date de naissance",
    birthLead:
      "Un seul de vos moyens de contact est confirmé. Pour être sûrs que c’est vous, nous vous demandons aussi votre date de naissance.",
    birth: "Votre date de naissance",
    birthHint: "Par exemple 3 11 1988",
    go: "Continuer",
    passwordTitle: "Choisir un nouveau mot de passe",
    passwordLead:
      "L’ancien ne servira plus. Toutes vos sessions seront fermées, et vos clés d’accès retirées si vous en avez : vous les ajouterez de nouveau dans votre espace.",
    password: "Nouveau mot de passe",
    save: "Enregistrer ce mot de passe",
    overTitle: "Cette demande n’est plus valable",
    help: "Vous préférez nous parler ?",
  },
  en: {
    askTitle: "Get back into your account",
    askLead:
      "Have you forgotten your password? Give your number: we will send a code to the mail address and the mobile that you confirmed.",
    identifier: "Your social-security number, or your provisional identifier",
    ask: "Receive a code",
    lostLead:
      "Forgotten password, first password lost or out of date: it is the same way. Give your number or your identifier: we will send a code to the mail address and the mobile that you confirmed, then you will choose a password that is yours alone.",
    byLetter:
      "You were given your first password in person, and you confirmed neither mail nor mobile to us? Talk to us: we will hand you another one.",
    never: "If you have never chosen a password yet, do your first sign-in instead.",
    codeTitle: "Enter the code received",
    codeLead:
      "If an account stands for this number and its contact details are confirmed, a 6-digit code has just been sent. It is valid for {n} minutes.",
    code: "Code received",
    check: "Check the code",
    nothing: "Nothing received?",
    hints: [
      "Wait a minute, and look in your junk folder.",
      "Check the number that you gave.",
      "We send at most {most} codes a day for one number: the last one received is the right one.",
    ],
    again: "Start again and receive a new code",
    birthTitle: "Confirm your date of birth",
    birthLead:
      "Only one of your contact details is confirmed. To be sure that it is you, we also ask for your date of birth.",
    birth: "Your date of birth",
    birthHint: "For example 3 11 1988",
    go: "Continue",
    passwordTitle: "Choose a new password",
    passwordLead:
      "The old one will no longer work. All your sessions will be closed, and your passkeys removed if you have any: add them again in your account.",
    password: "New password",
    save: "Save this password",
    overTitle: "This request is no longer valid",
    help: "Would you rather talk to us?",
  },
};

type Refusable = { shell: Shell; refused?: Sentence };

export function askPage({ shell, typed = "", refused }: Refusable & { typed?: string }): Html {
  const { language, brand } = shell;
  const { help } = brand;
  const handedOver = brand.accounts?.oldPasswordDigits === undefined;
  const t = words[language];
  const error = refused?.[language];
  return page(
    shell,
    { title: t.askTitle, errors: error !== undefined, back: "/sessions/new" },
    html`${errorSummaryFrom(language, { identifier: error })}
<h1 class="govuk-heading-l">${t.askTitle}</h1>
<p class="govuk-body">${handedOver ? t.lostLead : t.askLead}</p>
${form(
  shell,
  { action: "/recoveries" },
  html`${input({
    id: "identifier",
    name: "identifier",
    label: { text: numberWords(shell)?.label ?? t.identifier, classes: "govuk-label--s" },
    value: typed,
    classes: "govuk-input--width-20",
    autocomplete: "username",
    autocapitalize: "characters",
    spellcheck: false,
    errorMessage: errorFor(language, error),
  })}
${button({ text: t.ask, preventDoubleClick: true })}`,
)}
${handedOver ? html`<p class="govuk-body">${t.byLetter}</p>${phoneLine(language, help)}<p class="govuk-body">${help.desk[language]}</p>` : html`<p class="govuk-body">${t.never}</p>`}
${forgottenIdentifierLink(shell)}
${lostContactLink(shell)}
${objectionLink(shell)}`,
  );
}

export function recoveryCodePage(given: Refusable & { minutes: number; mostADay: number }): Html {
  const { shell, refused, minutes, mostADay } = given;
  const { language } = shell;
  const t = words[language];
  const error = refused?.[language];
  return page(
    shell,
    { title: t.codeTitle, errors: error !== undefined },
    html`${errorSummaryFrom(language, { code: error })}
<h1 class="govuk-heading-l">${t.codeTitle}</h1>
<p class="govuk-body">${t.codeLead.replace("{n}", String(minutes))}</p>
${form(
  shell,
  { action: "/recoveries/current/code" },
  html`${codeInput({ id: "code", name: "code", label: { text: t.code, classes: "govuk-label--s" }, errorMessage: errorFor(language, error) })}
${button({ text: t.check, preventDoubleClick: true })}`,
)}
<h2 class="govuk-heading-m">${t.nothing}</h2>
<ul class="govuk-list govuk-list--bullet">${t.hints.map((hint) => html`<li>${hint.replace("{most}", String(mostADay))}</li>`)}</ul>
<p class="govuk-body"><a class="govuk-link" href="/recoveries/new">${t.again}</a></p>
${lostContactLink(shell)}`,
  );
}

export function birthDatePage({
  shell,
  refused,
  values,
}: Refusable & { values?: Record<string, string> }): Html {
  const { language } = shell;
  const t = words[language];
  const error = refused?.[language];
  return page(
    shell,
    { title: t.birthTitle, errors: error !== undefined },
    html`${errorSummaryFrom(language, { "birth-day": error })}
<h1 class="govuk-heading-l">${t.birthTitle}</h1>
<p class="govuk-body">${t.birthLead}</p>
${form(
  shell,
  { action: "/recoveries/current/identity" },
  html`${dateField(language, {
    name: "birth",
    fieldset: { legend: { text: t.birth, classes: "govuk-fieldset__legend--s" } },
    hint: { text: t.birthHint },
    values,
    birthday: true,
    errorMessage: errorFor(language, error),
  })}
${button({ text: t.go, preventDoubleClick: true })}`,
)}`,
  );
}

export function newPasswordPage({ shell, refused, policy }: Refusable & { policy: PasswordPolicy }): Html {
  const { language } = shell;
  const t = words[language];
  const error = refused?.[language];
  return page(
    shell,
    { title: t.passwordTitle, errors: error !== undefined },
    html`${errorSummaryFrom(language, { password: error })}
<h1 class="govuk-heading-l">${t.passwordTitle}</h1>
<p class="govuk-body">${t.passwordLead}</p>
${form(
  shell,
  { action: "/recoveries/current/password" },
  html`${passwordRulesList(language, policy, "password")}
${passwordField(language, {
  id: "password",
  name: "password",
  label: { text: t.password, classes: "govuk-label--s" },
  hint: {
    text: adviceFor("recovered")
      .map((one) => one.says[language])
      .join(" "),
  },
  autocomplete: "new-password",
  errorMessage: errorFor(language, error),
})}
${button({ text: t.save, preventDoubleClick: true })}`,
)}`,
  );
}

export function overPage({ shell, says }: { shell: Shell; says: Sentence }): Html {
  const { language, brand } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.overTitle },
    html`<h1 class="govuk-heading-l">${t.overTitle}</h1>
<p class="govuk-body">${says[language]}</p>
${button({ text: t.again, href: "/recoveries/new" })}
<h2 class="govuk-heading-m">${t.help}</h2>
${phoneLine(language, brand.help)}
<p class="govuk-body">${brand.help.desk[language]}</p>
${lostContactLink(shell)}`,
  );
}
