import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { type Html, html } from "../../../design/html.ts";
import type { Shell } from "../../../design/page.ts";
import { form } from "../../../design/patterns.ts";
import { maskContact } from "../contact/contact.ts";

const words = {
  fr: {
    shared: "Vous partagez cette boîte mail avec quelqu’un ?",
    only: (mail: string) =>
      `À ${mail}, vous pouvez recevoir les messages sur votre dossier, et rien d’autre : elle ne servira ni à vous reconnaître, ni à retrouver votre accès, ni à recevoir vos codes de connexion.`,
    use: "L’utiliser pour les messages",
  },
  en: {
    shared: "Do you share this mailbox with somebody?",
    only: (mail: string) =>
      `At ${mail} you can receive the messages about your file, and nothing else: it will neither identify you, nor let you back in, nor get your sign-in codes.`,
    use: "Use it for messages",
  },
};

/** After a mail was refused because it identifies another account, what it may still be used for. */
export function noticeOffer(shell: Shell, mail: string): Html {
  const t = words[shell.language];
  return insetText({
    html: html`<p class="govuk-body"><strong>${t.shared}</strong></p>
<p class="govuk-body">${t.only(maskContact({ kind: "notice", value: mail }))}</p>
${form(
  shell,
  { action: "/contacts/notices" },
  html`<input type="hidden" name="mail" value="${mail}">
${button({ text: t.use, classes: "govuk-button--secondary", preventDoubleClick: true })}`,
)}`,
  });
}
