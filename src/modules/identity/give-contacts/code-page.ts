import { codeStates } from "../../../../law/credentials/codes.ts";
import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { codeInput, errorFor, errorSummaryFrom, form } from "../../../design/patterns.ts";
import { type CodeKind, maskContact } from "../contact/contact.ts";
import type { Waiting } from "./waiting.ts";

const words = {
  fr: {
    title: {
      mail: "Confirmer votre adresse mail",
      mobile: "Confirmer votre numéro de mobile",
      notice: "Confirmer l’adresse pour les messages",
    },
    sent: {
      mail: (where: string, minutes: number) =>
        `Nous avons envoyé un mail à ${where}. Il contient un code à 6 chiffres, valable ${minutes} minutes.`,
      notice: (where: string, minutes: number) =>
        `Nous avons envoyé un mail à ${where}. Il contient un code à 6 chiffres, valable ${minutes} minutes.`,
      mobile: (where: string, minutes: number) =>
        `Nous avons envoyé un SMS au ${where}. Il contient un code à 6 chiffres, valable ${minutes} minutes.`,
    },
    again: "Nous vous avons envoyé un nouveau code : lui seul est valable, le précédent ne sert plus.",
    label: "Code reçu",
    submit: "Valider le code",
    nothing: "Vous n’avez rien reçu ?",
    wait: "Attendez une minute : un message peut prendre un peu de temps.",
    junk: {
      mail: "Regardez dans vos messages indésirables (« spam »).",
      notice: "Regardez dans vos messages indésirables (« spam »).",
      mobile: "Vérifiez que votre téléphone capte, et regardez dans les SMS filtrés.",
    },
    more: "Envoyer un nouveau code",
    noMore: "Nous avons envoyé tous les codes possibles pour aujourd’hui.",
    change: "Changer mes coordonnées de contact",
    later: "Confirmer plus tard",
  },
  en: {
    title: {
      mail: "Confirm your mail address",
      mobile: "Confirm your mobile number",
      notice: "Confirm the address for messages",
    },
    sent: {
      mail: (where: string, minutes: number) =>
        `We have sent a mail to ${where}. It has a 6-digit code, valid for ${minutes} minutes.`,
      notice: (where: string, minutes: number) =>
        `We have sent a mail to ${where}. It has a 6-digit code, valid for ${minutes} minutes.`,
      mobile: (where: string, minutes: number) =>
        `We have sent a text message to ${where}. It has a 6-digit code, valid for ${minutes} minutes.`,
    },
    again: "We have sent you a new code: only this one works, the earlier one no longer does.",
    label: "Code received",
    submit: "Check the code",
    nothing: "Nothing received?",
    wait: "Wait a minute: a message can take a little time.",
    junk: {
      mail: "Look in your junk folder (“spam”).",
      notice: "Look in your junk folder (“spam”).",
      mobile: "Check that your phone has a signal, and look among filtered messages.",
    },
    more: "Send a new code",
    noMore: "We have sent all the codes we may for today.",
    change: "Change my contact details",
    later: "Confirm later",
  },
};

export type CodePage = {
  shell: Shell;
  kind: CodeKind;
  waiting: Waiting;
  minutes: number;
  error?: Sentence;
  /** Where the page stands, and whether the code may wait, for who has no account yet. */
  at?: { base: string; change: string; mayPutOff: boolean };
};

export function codePage({ shell, kind, waiting, minutes, error, at }: CodePage): Html {
  const { language } = shell;
  const t = words[language];
  const said =
    error?.[language] ?? (waiting.state === "open" ? undefined : codeStates[waiting.state][language]);
  const base = at?.base ?? (kind === "notice" ? "/contacts/notices" : `/contacts/${kind}`);
  const mayPutOff = at?.mayPutOff ?? true;
  return page(
    shell,
    { title: t.title[kind], errors: said !== undefined },
    html`${errorSummaryFrom(language, { code: said })}
<h1 class="govuk-heading-l">${t.title[kind]}</h1>
<p class="govuk-body">${t.sent[kind](maskContact(waiting.point), minutes)}</p>
${waiting.sends > 1 && insetText({ text: t.again })}
${form(
  shell,
  { action: `${base}/code` },
  html`${codeInput({
    id: "code",
    name: "code",
    label: { text: t.label, classes: "govuk-label--s" },
    errorMessage: errorFor(language, said),
  })}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}
<h2 class="govuk-heading-m">${t.nothing}</h2>
<ul class="govuk-list govuk-list--bullet">
  <li>${t.wait}</li>
  <li>${t.junk[kind]}</li>
  <li><a class="govuk-link" href="${at?.change ?? "/contacts"}">${t.change}</a></li>
</ul>
<div class="govuk-button-group">
${
  waiting.mayAsk
    ? form(
        shell,
        { action: `${base}/codes` },
        html`<input type="hidden" name="seen" value="${waiting.sends}">${button({ text: t.more, classes: "govuk-button--secondary", preventDoubleClick: true })}`,
      )
    : html`<p class="govuk-body">${t.noMore}</p>`
}
${mayPutOff && form(shell, { action: `${base}/later` }, button({ text: t.later, classes: "govuk-button--secondary", preventDoubleClick: true }))}
</div>`,
  );
}
