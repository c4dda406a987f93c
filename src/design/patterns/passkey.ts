import type { Sentence } from "../../../law/language.ts";
import { button } from "../components/button.ts";
import { type Html, html, type Piece, present } from "../html.ts";
import type { Shell } from "../page.ts";
import { form } from "./form.ts";

const words = {
  cancelled: {
    fr: "Rien n’a été fait : vous avez arrêté, ou le délai est passé. Vous pouvez réessayer.",
    en: "Nothing was done: you stopped, or the time ran out. You can try again.",
  },
  already: {
    fr: "Cet appareil a déjà une clé d’accès pour votre compte. Vous n’avez rien d’autre à faire.",
    en: "This device already has a passkey for your account. There is nothing else to do.",
  },
  failed: {
    fr: "Votre appareil n’a pas pu le faire. Réessayez, ou choisissez un autre moyen.",
    en: "Your device could not do it. Try again, or choose another way.",
  },
  unsupported: {
    fr: "Ce navigateur ne connaît pas les clés d’accès. Essayez avec un autre, ou mettez-le à jour.",
    en: "This browser does not know passkeys. Try another one, or update it.",
  },
} satisfies Record<string, Sentence>;

export type PasskeyForm = {
  /** Where the passkey's answer goes, in the field `credential`. */
  action: string;
  /** Where the script asks for something to sign. */
  challenges: string;
  /** Makes a passkey, or has one sign. */
  does: "create" | "sign";
  button: string;
  secondary?: boolean;
  /** Offers passkeys in the field of the identifier too, where the browser can. */
  autofill?: boolean;
  /** What is read where scripts are off; where it is missing the page has another way and says nothing. */
  otherwise?: Sentence;
  /** Says so where the browser knows no passkey; otherwise the form just stays away. */
  tellsUnsupported?: boolean;
};

/** A form that only a script can fill: it shows where the browser can make or use passkeys, and stays away elsewhere. */
export const passkeyForm = (shell: Shell, params: PasskeyForm, fields: Piece): Html => {
  const { language, assets, nonce } = shell;
  const said = { cancelled: words.cancelled, already: words.already, failed: words.failed };
  return html`
<div data-passkey="${params.does}" data-challenges="${params.challenges}"${present({ "data-autofill": params.autofill })} hidden>
${form(
  shell,
  { action: params.action },
  html`<input type="hidden" name="credential" value="">
${fields}
${button({ text: params.button, ...(params.secondary && { classes: "govuk-button--secondary" }) })}
<p class="govuk-body" role="status" data-passkey-news${present(
    Object.fromEntries(Object.entries(said).map(([name, says]) => [`data-${name}`, says[language]])),
  )}></p>`,
)}
</div>
${params.tellsUnsupported && html`<p class="govuk-body" data-passkey-unsupported hidden>${words.unsupported[language]}</p>`}
${params.otherwise && html`<noscript><p class="govuk-body">${params.otherwise[language]}</p></noscript>`}
<script type="module" src="${assets.passkeys}" nonce="${nonce}"></script>`;
};
