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
    title: {
      change: { mail: "Changer votre adresse mail", mobile: "Changer votre numéro de mobile" },
      add: { mail: "Ajouter une adresse mail", mobile: "Ajouter un numéro de mobile" },
    },
    now: (value: string) => `Aujourd’hui : ${value}`,
    lead: "Nous enverrons un code pour vérifier que c’est bien à vous. Rien ne change tant que vous ne l’avez pas saisi.",
    window:
      "Ensuite, pendant 72 heures, un message aux coordonnées que vous aviez permet d’annuler ce changement, au cas où ce ne serait pas vous. C’est avec elles que l’on retrouve votre accès jusque-là.",
    mail: "Votre adresse mail",
    mobile: "Votre numéro de mobile",
    submit: "Recevoir un code",
  },
  en: {
    title: {
      change: { mail: "Change your mail address", mobile: "Change your mobile number" },
      add: { mail: "Add a mail address", mobile: "Add a mobile number" },
    },
    now: (value: string) => `Today: ${value}`,
    lead: "We will send a code to check that it is yours. Nothing changes until you have entered it.",
    window:
      "Then, for 72 hours, a message to the contact details you had lets you undo this change, in case it was not you. Until then it is with them that one gets back into your account.",
    mail: "Your mail address",
    mobile: "Your mobile number",
    submit: "Receive a code",
  },
};

export type ChangePage = {
  shell: Shell;
  kind: ContactKind;
  /** What is in use, as people write it; undefined where there is none. */
  inUse: string | undefined;
  typed: string;
  refused?: Sentence;
  /** A mail that identifies another account: it may still get notices. */
  taken?: string | undefined;
};

/** Asks for a new contact point of one kind. */
export function changePage({ shell, kind, inUse, typed, refused, taken }: ChangePage): Html {
  const { language } = shell;
  const t = words[language];
  const title = t.title[inUse === undefined ? "add" : "change"][kind];
  const error = refused?.[language];
  return page(
    shell,
    { title, errors: error !== undefined, back: "/contacts" },
    html`${errorSummaryFrom(language, { [kind]: error })}
<h1 class="govuk-heading-l">${title}</h1>
${inUse !== undefined && html`<p class="govuk-body"><strong>${t.now(inUse)}</strong></p>`}
<p class="govuk-body">${t.lead}</p>
<p class="govuk-body">${t.window}</p>
${taken !== undefined && noticeOffer(shell, taken)}
${form(
  shell,
  { action: `/contacts/${kind}` },
  html`${input({
    id: kind,
    name: kind,
    label: { text: t[kind], classes: "govuk-label--s" },
    value: typed,
    errorMessage: errorFor(language, error),
    ...(kind === "mail"
      ? { type: "email", autocomplete: "email", spellcheck: false }
      : { type: "tel", autocomplete: "tel", classes: "govuk-input--width-20" }),
  })}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}`,
  );
}
