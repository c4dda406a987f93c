import type { BirthDatePart } from "../../../../law/civil-status/birth-date.ts";
import type { ProvisionalIdentifier } from "../../../../law/credentials/provisional-identifier.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { panel } from "../../../design/components/panel.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form } from "../../../design/patterns.ts";
import { birthDateFields } from "../open-account/questions/birth.ts";
import type { Errors, Typed } from "../open-account/questions/question.ts";

const words = {
  fr: {
    mine: "Votre identifiant provisoire",
    keep: "Gardez-le : avec votre mot de passe, c’est lui qui vous connecte.",
    sent: "Nous venons aussi de vous l’envoyer, à l’adresse mail et au mobile que vous avez donnés. Si vous le perdez, vous pourrez le redemander depuis la page de connexion.",
    why: "Pourquoi un identifiant provisoire ?",
    whyText:
      "Vous n’avez pas encore de numéro de sécurité sociale, ou nous n’avons pas pu vérifier le vôtre. Vos demandes avancent quand même. Dès que votre numéro sera vérifié, il remplacera cet identifiant.",
    goOn: "Continuer",
    askTitle: "Recevoir à nouveau mon identifiant provisoire",
    askLead:
      "Il commence par la lettre P, suivie de 8 chiffres. Nous l’envoyons par mail et par SMS, aux coordonnées que vous nous aviez données.",
    birthName: "Votre nom de naissance",
    birth: "Votre date de naissance",
    contact: "Votre adresse mail ou votre mobile",
    contactHint: "L’un de ceux que vous aviez donnés en ouvrant votre compte.",
    send: "Recevoir mon identifiant",
    doneTitle: "Votre demande est partie",
    doneText:
      "Si un identifiant provisoire correspond à ces réponses, il arrive dans quelques minutes. Regardez aussi dans vos messages indésirables.",
    nothing: "Vous n’avez rien reçu ?",
    nothingText:
      "Vérifiez l’orthographe du nom et la date. Si vous n’avez plus cette adresse ni ce mobile, l’accueil vous le redonnera avec une pièce d’identité.",
    signIn: "Me connecter",
    again: "Recommencer",
  },
  en: {
    mine: "Your provisional identifier",
    keep: "Keep it: with your password, this is what signs you in.",
    sent: "We have just sent it to you too, at the mail address and the mobile that you gave. If you lose it, you can ask for it again from the sign-in page.",
    why: "Why a provisional identifier?",
    whyText:
      "You have no social-security number yet, or we could not check yours. Your claims go on all the same. As soon as your number is checked, it will take the place of this identifier.",
    goOn: "Continue",
    askTitle: "Receive my provisional identifier again",
    askLead:
      "It starts with the letter P, followed by 8 digits. We send it by mail and text message, to the contact details that you gave us.",
    birthName: "Your birth name",
    birth: "Your date of birth",
    contact: "Your mail address or your mobile",
    contactHint: "One of those that you gave when you opened your account.",
    send: "Receive my identifier",
    doneTitle: "Your request is on its way",
    doneText:
      "If a provisional identifier goes with these answers, it arrives within minutes. Look in your junk folder too.",
    nothing: "Nothing received?",
    nothingText:
      "Check the spelling of the name, and the date. If you no longer have this address or mobile, the reception desk will give it to you again with an identity document.",
    signIn: "Sign in",
    again: "Start again",
  },
};

/** The identifier as its person reads and copies it (CP-12). */
export function provisionalPage({
  shell,
  identifier,
  next,
}: {
  shell: Shell;
  identifier: ProvisionalIdentifier;
  next: string;
}): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.mine },
    html`${panel({ titleText: t.mine, html: html`<strong>${identifier}</strong>` })}
<p class="govuk-body-l">${t.keep}</p>
<p class="govuk-body">${t.sent}</p>
<h2 class="govuk-heading-m">${t.why}</h2>
<p class="govuk-body">${t.whyText}</p>
${button({ text: t.goOn, href: next })}`,
  );
}

export type AskAgainPage = {
  shell: Shell;
  typed?: Typed;
  errors?: Errors;
  wrong?: readonly BirthDatePart[] | undefined;
};

/** What is asked of who lost their provisional identifier (CP-13). */
export function askAgainPage({ shell, typed = {}, errors = {}, wrong }: AskAgainPage): Html {
  const { language } = shell;
  const t = words[language];
  const said = Object.fromEntries(Object.entries(errors).map(([field, says]) => [field, says[language]]));
  return page(
    shell,
    { title: t.askTitle, errors: Object.keys(errors).length > 0, back: "/sessions/new" },
    html`${errorSummaryFrom(language, said)}
<h1 class="govuk-heading-l">${t.askTitle}</h1>
<p class="govuk-body">${t.askLead}</p>
${form(
  shell,
  { action: "/provisional-identifiers" },
  html`${input({
    id: "birthName",
    name: "birthName",
    label: { text: t.birthName, classes: "govuk-label--s" },
    value: typed.birthName ?? "",
    autocomplete: "family-name",
    spellcheck: false,
    errorMessage: errorFor(language, said.birthName),
  })}
${birthDateFields({ language, legend: { text: t.birth, heading: false }, values: typed, errors, wrong })}
${input({
  id: "contact",
  name: "contact",
  label: { text: t.contact, classes: "govuk-label--s" },
  hint: { text: t.contactHint },
  value: typed.contact ?? "",
  autocomplete: "email",
  spellcheck: false,
  errorMessage: errorFor(language, said.contact),
})}
${button({ text: t.send, preventDoubleClick: true })}`,
)}`,
  );
}

/** The same for everybody, known or not (SEC-02). */
export function askedAgainPage({ shell }: { shell: Shell }): Html {
  const t = words[shell.language];
  const { help } = shell.brand;
  return page(
    shell,
    { title: t.doneTitle },
    html`<h1 class="govuk-heading-l">${t.doneTitle}</h1>
<p class="govuk-body">${t.doneText}</p>
${button({ text: t.signIn, href: "/sessions/new" })}
<h2 class="govuk-heading-m">${t.nothing}</h2>
<p class="govuk-body">${t.nothingText}</p>
<p class="govuk-body">${help.phone} – ${help.hours[shell.language]}</p>
<p class="govuk-body"><a class="govuk-link" href="/provisional-identifiers/new">${t.again}</a></p>`,
  );
}
