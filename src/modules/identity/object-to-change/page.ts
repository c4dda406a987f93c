import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form, phoneLine } from "../../../design/patterns.ts";

const words = {
  fr: {
    title: "Vos coordonnées ont changé sans vous ?",
    lead: "Nous vous avons écrit que l’adresse mail ou le mobile de votre compte avait changé, et ce n’était pas vous ? Saisissez le code d’opposition de ce message. Il est valable 72 heures.",
    what: "Ce qui se passe alors",
    does: [
      "vos coordonnées redeviennent ce qu’elles étaient ;",
      "toutes les sessions sont fermées, et l’accès au compte aussi ;",
      "vos clés d’accès, si vous en avez, sont retirées ;",
      "vous rouvrez votre compte avec « J’ai oublié mon mot de passe » : un code arrive à vos coordonnées d’avant.",
    ],
    code: "Code d’opposition",
    hint: "12 chiffres et lettres, par exemple 7K2M-Q4ZB-0XHC",
    submit: "M’opposer à ce changement",
    noCode: "Vous n’avez pas de code, ou il ne marche pas ?",
    doneTitle: "Votre opposition est enregistrée",
    doneText:
      "Vos coordonnées sont redevenues ce qu’elles étaient. Toutes les sessions sont fermées, et personne ne peut plus entrer dans votre compte. Vos clés d’accès, si vous en aviez, sont retirées : vous les ajouterez de nouveau ensuite.",
    next: "Rouvrez-le maintenant : un code arrivera à vos coordonnées d’avant, et vous choisirez un nouveau mot de passe.",
    recover: "Retrouver mon accès",
    help: "Vous préférez nous parler ?",
  },
  en: {
    title: "Were your contact details changed without you?",
    lead: "We wrote to you that the mail address or the mobile of your account had changed, and it was not you? Enter the objection code of that message. It is valid for 72 hours.",
    what: "What happens then",
    does: [
      "your contact details are again what they were;",
      "every session is closed, and access to the account too;",
      "your passkeys, if you have any, are removed;",
      "you open your account again with “I have forgotten my password”: a code arrives at the contact details you had.",
    ],
    code: "Objection code",
    hint: "12 digits and letters, for example 7K2M-Q4ZB-0XHC",
    submit: "Object to this change",
    noCode: "You have no code, or it does not work?",
    doneTitle: "Your objection is recorded",
    doneText:
      "Your contact details are again what they were. Every session is closed, and nobody can enter your account any more. Your passkeys, if you had any, are removed: you can add them again afterwards.",
    next: "Open it again now: a code will arrive at the contact details you had, and you will choose a new password.",
    recover: "Get back into my account",
    help: "Would you rather talk to us?",
  },
};

export function objectionPage(given: { shell: Shell; typed?: string; refused?: Sentence }): Html {
  const { shell, typed = "", refused } = given;
  const { language } = shell;
  const t = words[language];
  const error = refused?.[language];
  return page(
    shell,
    { title: t.title, errors: error !== undefined, back: "/sessions/new" },
    html`${errorSummaryFrom(language, { code: error })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
${form(
  shell,
  { action: "/objections" },
  html`${input({
    id: "code",
    name: "code",
    label: { text: t.code, classes: "govuk-label--s" },
    hint: { text: t.hint },
    value: typed,
    classes: "govuk-input--width-20",
    autocomplete: "one-time-code",
    autocapitalize: "characters",
    spellcheck: false,
    errorMessage: errorFor(language, error),
  })}
<h2 class="govuk-heading-s">${t.what}</h2>
<ul class="govuk-list govuk-list--bullet">${t.does.map((one) => html`<li>${one}</li>`)}</ul>
${button({ text: t.submit, preventDoubleClick: true })}`,
)}
${help(shell, t.noCode)}`,
  );
}

export function objectedPage({ shell }: { shell: Shell }): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.doneTitle },
    html`<h1 class="govuk-heading-l">${t.doneTitle}</h1>
<p class="govuk-body">${t.doneText}</p>
<p class="govuk-body">${t.next}</p>
${button({ text: t.recover, href: "/recoveries/new" })}
${help(shell, t.help)}`,
  );
}

const help = ({ language, brand }: Shell, title: string) => html`<h2 class="govuk-heading-m">${title}</h2>
${phoneLine(language, brand.help)}
<p class="govuk-body">${brand.help.desk[language]}</p>`;
