import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorSummaryFrom, form } from "../../../design/patterns.ts";
import { signatureBox, swornReminder } from "../../../site/sworn.ts";
import type { Draft } from "./draft.ts";

const words = {
  fr: {
    title: "Relire et signer",
    day: "Séparés depuis le",
    address: "Votre adresse",
    stays: "Vous restez dans le même logement",
    change: "Modifier",
    next: "Dès que vous aurez signé",
    nextList: [
      "chacun ne verra plus que ce qui le concerne ;",
      "si la gestion du dossier avait été confiée à l’un de vous, cela prendra fin ;",
      "l’autre personne sera prévenue de la date, jamais de votre adresse ;",
      "un agent reprendra le dossier avec chacun de vous, séparément.",
    ],
    sign: "Signer et envoyer",
  },
  en: {
    title: "Read again and sign",
    day: "Separated since",
    address: "Your address",
    stays: "You stay in the same home",
    change: "Change",
    next: "As soon as you have signed",
    nextList: [
      "each of you will see only what is about themselves;",
      "if the file had been entrusted to one of you, that will end;",
      "the other person will be told the date, never your address;",
      "an agent will take up the file with each of you, separately.",
    ],
    sign: "Sign and send",
  },
};

export type StatementPage = {
  shell: Shell;
  /** "YYYY-MM-DD". */
  on: string;
  /** Line by line; none for who stays. */
  address: readonly string[];
  /** All that was typed, which goes with the signature: what is signed is what was read. */
  draft: Draft;
  refused?: Sentence;
};

/** What is declared, what follows from it, and the sworn statement to read before signing (MC-05, MC-11). */
export function statementPage({ shell, on, address, draft, refused }: StatementPage): Html {
  const { language } = shell;
  const t = words[language];
  const error = refused?.[language];
  const change = (href: string, what: string) => ({
    items: [{ href, text: t.change, visuallyHiddenText: what }],
  });
  const where =
    address.length > 0
      ? { html: html`${address.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}` }
      : { text: t.stays };
  return page(
    shell,
    {
      title: t.title,
      back: address.length > 0 ? "/separations/new/address" : "/separations/new",
      errors: error !== undefined,
    },
    html`${errorSummaryFrom(language, { signed: error })}
<h1 class="govuk-heading-l">${t.title}</h1>
${summaryList({
  rows: [
    {
      key: { text: t.day },
      value: { text: civilDate(language, on) },
      actions: change("/separations/new", t.day),
    },
    { key: { text: t.address }, value: where, actions: change("/separations/new", t.address) },
  ],
})}
<h2 class="govuk-heading-m">${t.next}</h2>
<ul class="govuk-list govuk-list--bullet">${t.nextList.map((line) => html`<li>${line}</li>`)}</ul>
${swornReminder(language)}
${form(
  shell,
  { action: "/separations" },
  html`${Object.entries(draft).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${signatureBox(language, error)}
${button({ text: t.sign, preventDoubleClick: true })}`,
)}`,
  );
}
