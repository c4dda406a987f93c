import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form } from "../../../design/patterns.ts";
import type { ContactKind } from "../contact/contact.ts";

const words = {
  fr: {
    title: "Vos coordonnées de contact",
    lead: "Elles servent à vous prévenir de ce qui se passe sur votre dossier, et à retrouver votre accès si vous oubliez votre mot de passe. Donnez au moins l’une des deux : elle doit être à vous seul.",
    confirm:
      "Vérifiez-les, corrigez-les si besoin. Nous vous enverrons un code pour confirmer qu’elles sont à vous.",
    mail: "Votre adresse mail",
    mobile: "Votre numéro de mobile",
    verified: "Déjà confirmée.",
    verifiedMobile: "Déjà confirmé.",
    submit: "Continuer",
    later: "Plus tard",
    laterHint: "Vous pouvez passer cette étape et la reprendre depuis votre espace.",
  },
  en: {
    title: "Your contact details",
    lead: "We use them to tell you what happens on your file, and to let you back in if you forget your password. Give at least one: it must be yours alone.",
    confirm:
      "Check them, and correct them if needed. We will send you a code to confirm that they are yours.",
    mail: "Your mail address",
    mobile: "Your mobile number",
    verified: "Already confirmed.",
    verifiedMobile: "Already confirmed.",
    submit: "Continue",
    later: "Later",
    laterHint: "You can skip this step and come back to it from your account.",
  },
};

export type ContactsPage = {
  shell: Shell;
  typed: Record<ContactKind, string>;
  verified: Record<ContactKind, boolean>;
  errors?: Partial<Record<ContactKind, Sentence>>;
};

export function contactsPage({ shell, typed, verified, errors = {} }: ContactsPage): Html {
  const { language } = shell;
  const t = words[language];
  const said = { mail: errors.mail?.[language], mobile: errors.mobile?.[language] };
  return page(
    shell,
    { title: t.title, errors: Object.keys(errors).length > 0 },
    html`${errorSummaryFrom(language, said)}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
<p class="govuk-body">${t.confirm}</p>
${form(
  shell,
  { action: "/contacts" },
  html`${input({
    id: "mail",
    name: "mail",
    label: { text: t.mail, classes: "govuk-label--s" },
    hint: verified.mail ? { text: t.verified } : undefined,
    value: typed.mail,
    type: "email",
    autocomplete: "email",
    spellcheck: false,
    errorMessage: errorFor(language, said.mail),
  })}
${input({
  id: "mobile",
  name: "mobile",
  label: { text: t.mobile, classes: "govuk-label--s" },
  hint: verified.mobile ? { text: t.verifiedMobile } : undefined,
  value: typed.mobile,
  type: "tel",
  autocomplete: "tel",
  classes: "govuk-input--width-20",
  errorMessage: errorFor(language, said.mobile),
})}
<div class="govuk-button-group">
${button({ text: t.submit, preventDoubleClick: true })}
${button({ text: t.later, name: "answer", value: "later", classes: "govuk-button--secondary", preventDoubleClick: true })}
</div>
<p class="govuk-hint">${t.laterHint}</p>`,
)}`,
  );
}
