import { codeStates } from "../../../../law/credentials/codes.ts";
import { secondStepLimits } from "../../../../law/credentials/second-step.ts";
import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { checkboxes } from "../../../design/components/checkboxes.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { codeInput, errorFor, errorSummaryFrom, form } from "../../../design/patterns.ts";
import { maskContact } from "../contact/contact.ts";
import { secondStepPath } from "../first-sign-in/gate.ts";
import { lostDetails, signOutForm, withNext } from "./page.ts";
import type { AtSecondStep } from "./second-step.ts";

const days = secondStepLimits.trustedDays.value;

const words = {
  fr: {
    title: "Saisir le code reçu",
    sent: {
      mail: (where: string, minutes: number) =>
        `Nous avons envoyé un mail à ${where}. Il contient un code à 6 chiffres, valable ${minutes} minutes.`,
      mobile: (where: string, minutes: number) =>
        `Nous avons envoyé un SMS au ${where}. Il contient un code à 6 chiffres, valable ${minutes} minutes.`,
    },
    again: "Nous vous avons envoyé un nouveau code : lui seul est valable, le précédent ne sert plus.",
    label: "Code reçu",
    trust: `Faire confiance à cet appareil pendant ${days} jours`,
    trustHint: "Nous ne vous redemanderons pas de code ici. Ne cochez pas sur un ordinateur prêté ou public.",
    submit: "Valider le code",
    nothing: "Vous n’avez rien reçu ?",
    wait: "Attendez une minute : un message peut prendre un peu de temps.",
    junk: {
      mail: "Regardez dans vos messages indésirables (« spam »).",
      mobile: "Vérifiez que votre téléphone capte, et regardez dans les SMS filtrés.",
    },
    more: "Envoyer un nouveau code",
    noMore: "Nous avons envoyé tous les codes possibles par ce moyen.",
    other: "Choisir un autre moyen",
  },
  en: {
    title: "Enter the code received",
    sent: {
      mail: (where: string, minutes: number) =>
        `We have sent a mail to ${where}. It has a 6-digit code, valid for ${minutes} minutes.`,
      mobile: (where: string, minutes: number) =>
        `We have sent a text message to ${where}. It has a 6-digit code, valid for ${minutes} minutes.`,
    },
    again: "We have sent you a new code: only this one works, the earlier one no longer does.",
    label: "Code received",
    trust: `Trust this device for ${days} days`,
    trustHint:
      "We will not ask you for a code here again. Do not tick this on a borrowed or public computer.",
    submit: "Check the code",
    nothing: "Nothing received?",
    wait: "Wait a minute: a message can take a little time.",
    junk: {
      mail: "Look in your junk folder (“spam”).",
      mobile: "Check that your phone has a signal, and look among filtered messages.",
    },
    more: "Send a new code",
    noMore: "We have sent all the codes we may this way.",
    other: "Choose another way",
  },
};

export type StepCodePage = {
  shell: Shell;
  waiting: NonNullable<AtSecondStep["waiting"]>;
  seen: number;
  minutes: number;
  next: string;
  trust?: boolean;
  error?: Sentence;
};

export function stepCodePage({ shell, waiting, seen, minutes, next, trust, error }: StepCodePage): Html {
  const { language } = shell;
  const t = words[language];
  const { point, state } = waiting;
  const said = error?.[language] ?? (state === "open" ? undefined : codeStates[state][language]);
  const nextField = html`<input type="hidden" name="next" value="${next}">`;
  return page(
    shell,
    { title: t.title, errors: said !== undefined },
    html`${errorSummaryFrom(language, { code: said })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.sent[point.kind](maskContact(point), minutes)}</p>
${waiting.sentAgain && insetText({ text: t.again })}
${form(
  shell,
  { action: `${secondStepPath}/code` },
  html`${nextField}
${codeInput({
  id: "code",
  name: "code",
  label: { text: t.label, classes: "govuk-label--s" },
  errorMessage: errorFor(language, said),
})}
${checkboxes({
  name: "trust",
  items: [{ value: "yes", text: t.trust, hint: { text: t.trustHint }, checked: trust }],
})}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}
<h2 class="govuk-heading-m">${t.nothing}</h2>
<ul class="govuk-list govuk-list--bullet">
  <li>${t.wait}</li>
  <li>${t.junk[point.kind]}</li>
  <li><a class="govuk-link" href="${withNext(secondStepPath, next)}">${t.other}</a></li>
</ul>
${
  waiting.mayAsk
    ? form(
        shell,
        { action: `${secondStepPath}/codes` },
        html`<input type="hidden" name="kind" value="${point.kind}"><input type="hidden" name="seen" value="${seen}">${nextField}
${button({ text: t.more, classes: "govuk-button--secondary", preventDoubleClick: true })}`,
      )
    : html`<p class="govuk-body">${t.noMore}</p>`
}
${lostDetails(shell)}
${signOutForm(shell)}`,
  );
}
