import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { form, refusal } from "../../../design/patterns.ts";
import type { ContactKind } from "../contact/contact.ts";

const words = {
  fr: {
    title: { mail: "Retirer votre adresse mail ?", mobile: "Retirer votre numéro de mobile ?" },
    lead: (value: string) => `${value} ne servira plus à votre compte : ni messages, ni codes.`,
    window:
      "Pendant 72 heures, un message envoyé là permet encore d’annuler ce retrait, au cas où ce ne serait pas vous.",
    submit: { mail: "Retirer cette adresse", mobile: "Retirer ce numéro" },
    keep: "Ne rien changer",
  },
  en: {
    title: { mail: "Remove your mail address?", mobile: "Remove your mobile number?" },
    lead: (value: string) => `${value} will no longer be used for your account: no messages, no codes.`,
    window: "For 72 hours, a message sent there still lets you undo this removal, in case it was not you.",
    submit: { mail: "Remove this address", mobile: "Remove this number" },
    keep: "Change nothing",
  },
};

/** Asks once more before a contact point goes. */
export function removalPage(given: {
  shell: Shell;
  kind: ContactKind;
  value: string;
  refused?: { says: Sentence; way: Sentence } | undefined;
}): Html {
  const { shell, kind, value, refused } = given;
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title[kind], back: "/contacts" },
    html`<h1 class="govuk-heading-l">${t.title[kind]}</h1>
${
  refused
    ? refusal(language, refused)
    : html`<p class="govuk-body">${t.lead(value)}</p>
<p class="govuk-body">${t.window}</p>`
}
<div class="govuk-button-group">
${!refused && form(shell, { action: `/contacts/${kind}/removal` }, button({ text: t.submit[kind], preventDoubleClick: true }))}
${button({ text: t.keep, href: "/contacts", classes: "govuk-button--secondary" })}
</div>`,
  );
}
