import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { type Html, html } from "../../../design/html.ts";
import type { Shell } from "../../../design/page.ts";
import { errorFor, form } from "../../../design/patterns.ts";
import { writtenMobile } from "../contact/contact.ts";
import type { Draft } from "./draft.ts";
import { framed } from "./frame.ts";
import type { Errors, Typed } from "./questions/question.ts";
import { pathOf } from "./steps.ts";

const words = {
  fr: {
    lead: "Donnez votre adresse mail, votre numéro de mobile, ou les deux. Nous vous y prévenons de ce qui se passe sur votre dossier, et vous retrouvez par eux votre accès si vous oubliez votre mot de passe. Ils ne doivent être qu’à vous.",
    next: "Nous vous enverrons un code pour confirmer qu’ils sont à vous.",
    mail: "Votre adresse mail",
    proposed: "C’est l’adresse que FranceConnect nous a donnée. Corrigez-la si vous en préférez une autre.",
    mobile: "Votre numéro de mobile",
    submit: "Continuer",
  },
  en: {
    lead: "Give your mail address, your mobile number, or both. We use them to tell you what happens on your file, and to let you back in if you forget your password. They must be yours alone.",
    next: "We will send you a code to confirm that they are yours.",
    mail: "Your mail address",
    proposed: "This is the address that FranceConnect gave us. Correct it if you prefer another one.",
    mobile: "Your mobile number",
    submit: "Continue",
  },
};

const title: Sentence = { fr: "Vos coordonnées de contact", en: "Your contact details" };

export type OpeningContactsPage = {
  shell: Shell;
  draft: Draft;
  typed?: Typed | undefined;
  errors?: Errors | undefined;
};

/** Where the newcomer is reached: at least one of the two (MC-16). */
export function openingContactsPage({ shell, draft, typed, errors }: OpeningContactsPage): Html {
  const { language } = shell;
  const t = words[language];
  const proposed = !typed && !draft.mail && draft.proposedMail;
  const values = typed ?? {
    mail: draft.mail?.value ?? draft.proposedMail ?? "",
    mobile: draft.mobile ? writtenMobile(draft.mobile.value) : "",
  };
  return framed(
    { shell, step: "contacts", draft, title, errors },
    html`<h1 class="govuk-heading-l">${title[language]}</h1>
<p class="govuk-body">${t.lead}</p>
<p class="govuk-body">${t.next}</p>
${form(
  shell,
  { action: pathOf("contacts") },
  html`${input({
    id: "mail",
    name: "mail",
    label: { text: t.mail, classes: "govuk-label--s" },
    hint: proposed ? { text: t.proposed } : undefined,
    value: values.mail ?? "",
    type: "email",
    autocomplete: "email",
    spellcheck: false,
    errorMessage: errorFor(language, errors?.mail?.[language]),
  })}
${input({
  id: "mobile",
  name: "mobile",
  label: { text: t.mobile, classes: "govuk-label--s" },
  value: values.mobile ?? "",
  type: "tel",
  autocomplete: "tel",
  classes: "govuk-input--width-20",
  errorMessage: errorFor(language, errors?.mobile?.[language]),
})}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}`,
  );
}
