import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { civilDate, moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { onPaper } from "../charter-body.ts";
import { receiptFacts } from "./facts.ts";
import type { Receipt } from "./receipt.ts";

const words = {
  fr: {
    list: "Ce que j’ai accepté",
    lead: "Chaque fois que vous acceptez un texte, nous gardons la preuve de ce que vous avez lu, et vous la donnons.",
    none: "Vous n’avez encore rien accepté ici.",
    versionOf: "Version du",
    at: "Acceptée le",
    see: "Voir le reçu",
    title: "Reçu d’acceptation",
    download: "Télécharger le reçu (PDF)",
    text: "Relire le texte accepté",
    changes: "Voir les autres versions",
    verify: "Qui tient ce reçu peut vérifier qu’il est authentique, avec son numéro et son code.",
    verifyLink: "Vérifier un reçu",
  },
  en: {
    list: "What I accepted",
    lead: "Whenever you accept a text we keep the proof of what you read, and give it to you.",
    none: "You have not accepted anything here yet.",
    versionOf: "Version of",
    at: "Accepted on",
    see: "See the receipt",
    title: "Receipt of acceptance",
    download: "Download the receipt (PDF)",
    text: "Read the accepted text again",
    changes: "See the other versions",
    verify: "Whoever holds this receipt can check that it is genuine, with its number and its code.",
    verifyLink: "Check a receipt",
  },
};

/** All that a person accepted, each with its receipt. */
export function receiptsPage(given: { shell: Shell; receipts: readonly Receipt[]; timeZone: string }): Html {
  const { shell, receipts, timeZone } = given;
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.list, back: "/home" },
    html`<h1 class="govuk-heading-l">${t.list}</h1>
<p class="govuk-body">${t.lead}</p>
${receipts.length === 0 && insetText({ text: t.none })}
${receipts.map(
  ({ title, acceptance }) => html`<section>
<h2 class="govuk-heading-s">${title}</h2>
<p class="govuk-body">${t.versionOf} ${civilDate(language, acceptance.version)}<br>
${t.at} ${moment(language, acceptance.acceptedAt, timeZone)}<br>
<a class="govuk-link" href="/charters/receipts/${acceptance.receipt}">${t.see}<span class="govuk-visually-hidden"> – ${t.versionOf} ${civilDate(language, acceptance.version)}</span></a></p>
</section>`,
)}`,
  );
}

/** One receipt: what it proves, the paper to keep, the text itself. */
export function receiptPage(given: { shell: Shell; receipt: Receipt; name: string; timeZone: string }): Html {
  const { shell, receipt, name, timeZone } = given;
  const { language } = shell;
  const { charter, version, receipt: number } = receipt.acceptance;
  const t = words[language];
  return page(
    shell,
    { title: t.title, back: "/charters/receipts" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
${summaryList({
  rows: receiptFacts(receipt, { language, name, timeZone }).map(([key, value]) => ({
    key: { text: key },
    value: { text: value, classes: "foyer-breaks" },
  })),
})}
${button({ text: t.download, href: `/charters/receipts/${number}/receipt.pdf` })}
<p class="govuk-body"><a class="govuk-link" href="/charters/${charter}/${version}">${t.text}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/charters/${charter}">${t.changes}</a></p>
<p class="govuk-body">${t.verify} <a class="govuk-link" href="/charters/receipts/verify">${t.verifyLink}</a></p>
${onPaper(shell, `/charters/${charter}`)}`,
  );
}
