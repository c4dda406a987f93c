import { type CodeState, codeStates } from "../../../../law/credentials/codes.ts";
import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { fileUpload } from "../../../design/components/file-upload.ts";
import { input } from "../../../design/components/input.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { codeInput, errorFor, errorSummaryFrom, form, phoneLine } from "../../../design/patterns.ts";
import { acceptedSays, acceptedTypes } from "../../../platform/uploads/rules.ts";
import { maskContact } from "../contact/contact.ts";
import type { ToldContact } from "../who/read-contact.ts";
import type { DocumentErrors } from "./send-request.ts";

const words = {
  fr: {
    step: (n: number) => `Étape ${n} sur 4`,
    contactTitle: "Donner une nouvelle adresse ou un nouveau mobile",
    contactLead:
      "Nous y enverrons un code, puis la réponse à votre demande. Choisissez une adresse ou un numéro qui n’est qu’à vous : s’il sert déjà à un autre compte, il ne convient pas.",
    contact: "Votre nouvelle adresse mail, ou votre nouveau mobile",
    contactHint: "Par exemple marie@exemple.fr, ou 06 12 34 56 78",
    sendCode: "Recevoir un code",
    codeTitle: "Saisir le code reçu",
    codeSent: {
      mail: (where: string, minutes: number) =>
        `Nous avons envoyé un mail à ${where}. Il contient un code à 6 chiffres, valable ${minutes} minutes.`,
      mobile: (where: string, minutes: number) =>
        `Nous avons envoyé un SMS au ${where}. Il contient un code à 6 chiffres, valable ${minutes} minutes.`,
    },
    again: "Nous vous avons envoyé un nouveau code : lui seul est valable, le précédent ne sert plus.",
    code: "Code reçu",
    check: "Valider le code",
    nothing: "Vous n’avez rien reçu ?",
    wait: "Attendez une minute, et regardez dans les messages indésirables.",
    change: "Donner une autre adresse ou un autre numéro",
    more: "Envoyer un nouveau code",
    documentsTitle: "Envoyer votre pièce d’identité",
    documentsLead:
      "Carte d’identité, passeport ou titre de séjour : une photo nette, où tout se lit. Elle ne sert qu’à vérifier que c’est vous, et elle est effacée dès que l’accueil a répondu.",
    front: "Le recto, ou la page du passeport qui porte la photo",
    back: "Le verso (facultatif pour un passeport)",
    rechoose:
      "Choisissez de nouveau tous vos fichiers : par sécurité, votre navigateur ne les garde pas quand la page revient.",
    send: "Envoyer ma demande",
    doneTitle: "Votre demande est envoyée",
    doneNumber: "Numéro de votre demande :",
    doneNext: "Et maintenant ?",
    doneSteps: [
      "Notez ce numéro : nous vous l’avons aussi envoyé à votre nouvelle adresse ou par SMS.",
      "Une personne de l’accueil regarde votre demande. La réponse arrivera au même endroit.",
      "Si votre compte avait déjà une adresse ou un mobile confirmés, nous les prévenons, et nous attendons 72 heures après notre accord : personne ne doit pouvoir se faire passer pour vous.",
      "Vous choisirez alors un nouveau mot de passe, avec un code envoyé à votre nouvelle adresse ou à votre nouveau mobile.",
    ],
    overTitle: "Cette demande ne peut pas continuer ici",
    restart: "Recommencer",
    help: "Vous préférez nous parler ?",
  },
  en: {
    step: (n: number) => `Step ${n} of 4`,
    contactTitle: "Give a new address or a new mobile",
    contactLead:
      "We will send a code to it, then the answer to your request. Choose an address or a number that is yours alone: one that already serves another account will not do.",
    contact: "Your new mail address, or your new mobile",
    contactHint: "For example marie@example.com, or 06 12 34 56 78",
    sendCode: "Receive a code",
    codeTitle: "Enter the code received",
    codeSent: {
      mail: (where: string, minutes: number) =>
        `We have sent a mail to ${where}. It has a 6-digit code, valid for ${minutes} minutes.`,
      mobile: (where: string, minutes: number) =>
        `We have sent a text message to ${where}. It has a 6-digit code, valid for ${minutes} minutes.`,
    },
    again: "We have sent you a new code: only this one works, the earlier one no longer does.",
    code: "Code received",
    check: "Check the code",
    nothing: "Nothing received?",
    wait: "Wait a minute, and look in your junk folder.",
    change: "Give another address or another number",
    more: "Send a new code",
    documentsTitle: "Send your identity document",
    documentsLead:
      "Identity card, passport or residence permit: a sharp photo on which everything can be read. It only serves to check that it is you, and is erased as soon as the desk has answered.",
    front: "The front, or the page of the passport with the photo",
    back: "The back (optional for a passport)",
    rechoose:
      "Choose all your files again: for your safety, your browser does not keep them when the page comes back.",
    send: "Send my request",
    doneTitle: "Your request is sent",
    doneNumber: "Number of your request:",
    doneNext: "What happens now?",
    doneSteps: [
      "Write this number down: we have also sent it to your new address or by text message.",
      "A person at the desk looks at your request. The answer will arrive in the same place.",
      "If your account already had a confirmed address or mobile, we tell them, and we wait for 72 hours after our agreement: nobody must be able to pass for you.",
      "You will then choose a new password, with a code sent to your new address or mobile.",
    ],
    overTitle: "This request cannot go on here",
    restart: "Start again",
    help: "Would you rather talk to us?",
  },
};

export function newContactPage(given: { shell: Shell; typed?: string; refused?: Sentence }): Html {
  const { shell, typed = "", refused } = given;
  const { language } = shell;
  const t = words[language];
  const error = refused?.[language];
  return page(
    shell,
    { title: t.contactTitle, errors: error !== undefined },
    html`${errorSummaryFrom(language, { contact: error })}
<span class="govuk-caption-l">${t.step(2)}</span>
<h1 class="govuk-heading-l">${t.contactTitle}</h1>
<p class="govuk-body">${t.contactLead}</p>
${form(
  shell,
  { action: "/lost-contacts/current/contact" },
  html`${input({
    id: "contact",
    name: "contact",
    label: { text: t.contact, classes: "govuk-label--s" },
    hint: { text: t.contactHint },
    value: typed,
    autocapitalize: "none",
    spellcheck: false,
    errorMessage: errorFor(language, error),
  })}
${button({ text: t.sendCode, preventDoubleClick: true })}`,
)}`,
  );
}

/** What the code page knows of the code on its way. */
export type CodeOnItsWay = { contact: ToldContact; number: number; state: CodeState; minutes: number };

export function wayCodePage(given: { shell: Shell; code: CodeOnItsWay; refused?: Sentence }): Html {
  const { shell, code, refused } = given;
  const { language } = shell;
  const t = words[language];
  const said = refused ?? (code.state === "open" ? undefined : codeStates[code.state]);
  const error = said?.[language];
  return page(
    shell,
    { title: t.codeTitle, errors: error !== undefined },
    html`${errorSummaryFrom(language, { code: error })}
<span class="govuk-caption-l">${t.step(3)}</span>
<h1 class="govuk-heading-l">${t.codeTitle}</h1>
<p class="govuk-body">${t.codeSent[code.contact.kind](maskContact(code.contact), code.minutes)}</p>
${code.number > 1 && insetText({ text: t.again })}
${form(
  shell,
  { action: "/lost-contacts/current/code" },
  html`${codeInput({ id: "code", name: "code", label: { text: t.code, classes: "govuk-label--s" }, errorMessage: errorFor(language, error) })}
${button({ text: t.check, preventDoubleClick: true })}`,
)}
<h2 class="govuk-heading-m">${t.nothing}</h2>
<ul class="govuk-list govuk-list--bullet">
  <li>${t.wait}</li>
  <li><a class="govuk-link" href="/lost-contacts/current/contact">${t.change}</a></li>
</ul>
${form(
  shell,
  { action: "/lost-contacts/current/codes" },
  html`<input type="hidden" name="seen" value="${code.number}">${button({ text: t.more, classes: "govuk-button--secondary", preventDoubleClick: true })}`,
)}`,
  );
}

export function documentsPage({ shell, errors }: { shell: Shell; errors?: DocumentErrors }): Html {
  const { language } = shell;
  const t = words[language];
  const said = { front: errors?.front?.[language], back: errors?.back?.[language] };
  const field = (name: "front" | "back") =>
    fileUpload({
      id: name,
      name,
      label: { text: t[name], classes: "govuk-label--s" },
      hint: { text: acceptedSays[language] },
      attributes: { accept: acceptedTypes },
      errorMessage: errorFor(language, said[name]),
    });
  return page(
    shell,
    { title: t.documentsTitle, errors: errors !== undefined },
    html`${errorSummaryFrom(language, said)}
<span class="govuk-caption-l">${t.step(4)}</span>
<h1 class="govuk-heading-l">${t.documentsTitle}</h1>
<p class="govuk-body">${t.documentsLead}</p>
${errors && insetText({ text: t.rechoose })}
${form(
  shell,
  { action: "/lost-contacts/current/documents", files: true },
  html`${field("front")}
${field("back")}
${button({ text: t.send, preventDoubleClick: true })}`,
)}`,
  );
}

export function requestSentPage({ shell, caseNumber }: { shell: Shell; caseNumber: string }): Html {
  const { language, brand } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.doneTitle },
    html`<h1 class="govuk-heading-l">${t.doneTitle}</h1>
<p class="govuk-body-l">${t.doneNumber} <strong>${caseNumber}</strong></p>
<h2 class="govuk-heading-m">${t.doneNext}</h2>
<ol class="govuk-list govuk-list--number govuk-list--spaced">${t.doneSteps.map((one) => html`<li>${one}</li>`)}</ol>
<h2 class="govuk-heading-m">${t.help}</h2>
${phoneLine(language, brand.help)}`,
  );
}

/** Why the way ends here; `again` offers to take it from the start. */
export function wayOverPage({ shell, says, again }: { shell: Shell; says: Sentence; again: boolean }): Html {
  const { language, brand } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.overTitle },
    html`<h1 class="govuk-heading-l">${t.overTitle}</h1>
<p class="govuk-body">${says[language]}</p>
${again && button({ text: t.restart, href: "/lost-contacts/new" })}
<h2 class="govuk-heading-m">${t.help}</h2>
${phoneLine(language, brand.help)}
<p class="govuk-body">${brand.help.desk[language]}</p>`,
  );
}
