import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form } from "../../../design/patterns.ts";
import type { ContactKind } from "../contact/contact.ts";
import { noticeOffer } from "../notice-address/offer.ts";

const words = {
  fr: {
    title: "Vos coordonnées de contact",
    lead: "Elles servent à vous prévenir de ce qui se passe sur votre dossier, et à retrouver votre accès si vous oubliez votre mot de passe. En les donnant, vous acceptez de recevoir ces messages ; vous les tiendrez à jour. Donnez au moins l’une des deux : elle ne doit être qu’à vous.",
    confirm:
      "Vérifiez-les, corrigez-les si besoin. Nous vous enverrons un code pour confirmer qu’elles sont à vous.",
    mail: "Votre adresse mail",
    mobile: "Votre numéro de mobile",
    verified: "Déjà confirmée.",
    proposed: "C’est l’adresse que FranceConnect nous a donnée. Corrigez-la si vous en préférez une autre.",
    verifiedMobile: "Déjà confirmé.",
    submit: "Continuer",
    later: "Plus tard",
    laterHint: "Vous pouvez passer cette étape et la reprendre depuis votre espace.",
  },
  en: {
    title: "Your contact details",
    lead: "We use them to tell you what happens on your file, and to let you back in if you forget your password. By giving them you agree to get these messages, and to keep them up to date. Give at least one: it must be yours alone.",
    confirm:
      "Check them, and correct them if needed. We will send you a code to confirm that they are yours.",
    mail: "Your mail address",
    mobile: "Your mobile number",
    verified: "Already confirmed.",
    proposed: "This is the address that FranceConnect gave us. Correct it if you prefer another one.",
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
  /** The mail shown is the one FranceConnect told. */
  proposed?: boolean;
  /** A mail that identifies another account: it may still get notices. */
  taken?: string | undefined;
};

export function contactsPage(given: ContactsPage): Html {
  const { shell, typed, verified, errors = {}, proposed, taken } = given;
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
${taken !== undefined && noticeOffer(shell, taken)}
${form(
  shell,
  { action: "/contacts" },
  html`${input({
    id: "mail",
    name: "mail",
    label: { text: t.mail, classes: "govuk-label--s" },
    hint: verified.mail ? { text: t.verified } : proposed ? { text: t.proposed } : undefined,
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
