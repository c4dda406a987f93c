import type { Language } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form, phoneLine } from "../../../design/patterns.ts";
import { whoInputs } from "../who/fields.ts";
import type { ReminderErrors, TypedReminder } from "./ask-reminder.ts";

const words = {
  fr: {
    title: "Retrouver votre numéro ou votre identifiant",
    where:
      "Vous vous connectez avec votre numéro de sécurité sociale. Il est écrit sur votre carte Vitale, vos attestations de droits et vos bulletins de salaire.",
    provisional:
      "Si vous avez un identifiant provisoire (P et 8 chiffres), ou si vous ne retrouvez rien, dites-nous qui vous êtes : nous vous écrirons à l’adresse ou au mobile que vous avez confirmés.",
    contact: "L’adresse mail ou le mobile de votre compte",
    contactHint: "Ceux que vous avez confirmés avec un code.",
    submit: "Recevoir un message",
    sentTitle: "Regardez vos messages",
    sentLead:
      "Si ces renseignements sont ceux d’un compte, et si cette adresse ou ce mobile y est confirmé, un message vient de partir.",
    provisionalKept: "Un identifiant provisoire y est écrit en entier : gardez ce message.",
    numberHidden:
      "Un numéro de sécurité sociale n’y est pas écrit en entier, par prudence : le message dit comment il finit, et où le trouver.",
    signIn: "Me connecter",
    nothing: "Vous n’avez rien reçu ?",
    hints: [
      "Attendez une minute, et regardez dans vos messages indésirables.",
      "Vérifiez l’orthographe de votre nom de naissance et votre date de naissance.",
      "Nous envoyons au plus 3 messages par jour.",
    ],
    again: "Recommencer",
    lost: "Je n’ai plus cette adresse ni ce mobile",
    help: "Vous préférez nous parler ?",
  },
  en: {
    title: "Find your number or your identifier",
    where:
      "You sign in with your social-security number. It is written on your carte Vitale, your certificates of entitlement and your payslips.",
    provisional:
      "If you have a provisional identifier (P and 8 digits), or if you find nothing, tell us who you are: we will write to the address or the mobile that you confirmed.",
    contact: "The mail address or the mobile of your account",
    contactHint: "The ones that you confirmed with a code.",
    submit: "Receive a message",
    sentTitle: "Look at your messages",
    sentLead:
      "If these details are those of an account, and if that address or mobile is confirmed there, a message has just been sent.",
    provisionalKept: "A provisional identifier is written in it whole: keep that message.",
    numberHidden:
      "A social-security number is not written in it whole, to be safe: the message says how it ends, and where to find it.",
    signIn: "Sign in",
    nothing: "Nothing received?",
    hints: [
      "Wait a minute, and look in your junk folder.",
      "Check the spelling of your birth name and your date of birth.",
      "We send at most 3 messages a day.",
    ],
    again: "Start again",
    lost: "I no longer have that address or mobile",
    help: "Would you rather talk to us?",
  },
};

export function askReminderPage(given: {
  shell: Shell;
  typed?: Partial<TypedReminder>;
  errors?: ReminderErrors;
}): Html {
  const { shell, typed = {}, errors = {} } = given;
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title, errors: Object.keys(errors).length > 0, back: "/sessions/new" },
    html`${errorSummaryFrom(language, inOrder(errors, language))}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.where}</p>
<p class="govuk-body">${t.provisional}</p>
${form(
  shell,
  { action: "/identifier-reminders" },
  html`${whoInputs(language, typed, errors)}
${input({
  id: "contact",
  name: "contact",
  label: { text: t.contact, classes: "govuk-label--s" },
  hint: { text: t.contactHint },
  value: typed.contact,
  autocapitalize: "none",
  spellcheck: false,
  errorMessage: errorFor(language, errors.contact?.[language]),
})}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}
<p class="govuk-body"><a class="govuk-link" href="/lost-contacts/new">${t.lost}</a></p>`,
  );
}

/** The summary lists the fields as the page does. */
const inOrder = (errors: ReminderErrors, language: Language) =>
  Object.fromEntries(
    (["birth-name", "first-names", "birth-day", "birth-month", "birth-year", "contact"] as const).map(
      (field) => [field, errors[field]?.[language]],
    ),
  );

export function reminderSentPage({ shell }: { shell: Shell }): Html {
  const { language, brand } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.sentTitle },
    html`<h1 class="govuk-heading-l">${t.sentTitle}</h1>
<p class="govuk-body">${t.sentLead}</p>
<ul class="govuk-list govuk-list--bullet"><li>${t.provisionalKept}</li><li>${t.numberHidden}</li></ul>
${button({ text: t.signIn, href: "/sessions/new" })}
<h2 class="govuk-heading-m">${t.nothing}</h2>
<ul class="govuk-list govuk-list--bullet">
  ${t.hints.map((hint) => html`<li>${hint}</li>`)}
  <li><a class="govuk-link" href="/identifier-reminders/new">${t.again}</a></li>
  <li><a class="govuk-link" href="/lost-contacts/new">${t.lost}</a></li>
</ul>
<h2 class="govuk-heading-m">${t.help}</h2>
${phoneLine(language, brand.help)}
<p class="govuk-body">${brand.help.desk[language]}</p>`,
  );
}
