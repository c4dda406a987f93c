import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form } from "../../../design/patterns.ts";

const words = {
  fr: {
    title: "Adresse pour les messages du dossier",
    lead: "Les messages sur votre dossier peuvent arriver à une autre adresse que celle de votre compte : par exemple la boîte mail que vous partagez à deux.",
    limits:
      "Cette adresse ne sert à rien d’autre. Les codes et les alertes de sécurité continuent d’arriver à vos coordonnées confirmées, qui seules vous rendent votre accès.",
    mail: "Adresse mail pour les messages",
    hint: "Nous y enverrons un code, pour vérifier que les messages arrivent.",
    submit: "Recevoir un code",
    now: (mail: string) => `Aujourd’hui, les messages arrivent à ${mail}.`,
    stop: "Les recevoir à mes coordonnées confirmées",
  },
  en: {
    title: "Address for messages about your file",
    lead: "Messages about your file can arrive at another address than that of your account: for example the mailbox that the two of you share.",
    limits:
      "This address is used for nothing else. Codes and security alerts still arrive at your confirmed contact details, which alone let you back in.",
    mail: "Mail address for messages",
    hint: "We will send a code there, to check that messages arrive.",
    submit: "Receive a code",
    now: (mail: string) => `Today, messages arrive at ${mail}.`,
    stop: "Receive them at my confirmed contact details",
  },
};

export type NoticePage = {
  shell: Shell;
  typed: string;
  /** The address in use. */
  inUse: string | undefined;
  refused?: Sentence;
};

export function noticePage({ shell, typed, inUse, refused }: NoticePage): Html {
  const { language } = shell;
  const t = words[language];
  const error = refused?.[language];
  return page(
    shell,
    { title: t.title, errors: error !== undefined, back: "/contacts" },
    html`${errorSummaryFrom(language, { mail: error })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
<p class="govuk-body">${t.limits}</p>
${form(
  shell,
  { action: "/contacts/notices" },
  html`${input({
    id: "mail",
    name: "mail",
    label: { text: t.mail, classes: "govuk-label--s" },
    hint: { text: t.hint },
    value: typed,
    type: "email",
    autocomplete: "email",
    spellcheck: false,
    errorMessage: errorFor(language, error),
  })}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}
${
  inUse !== undefined &&
  html`<p class="govuk-body">${t.now(inUse)}</p>
${form(shell, { action: "/contacts/notices/removal" }, button({ text: t.stop, classes: "govuk-button--secondary", preventDoubleClick: true }))}`
}`,
  );
}
