import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { radios } from "../../../design/components/radios.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form, longText, refusal } from "../../../design/patterns.ts";
import { longestReason } from "../visit/visit.ts";
import type { DecisionPages, ToDecide, TypedDecision } from "./work-list.ts";

const words = {
  fr: {
    proposed: (name: string) =>
      name
        ? `Un agent propose d’accepter cette demande (${name}). Un autre agent confirme.`
        : "Un agent propose d’accepter cette demande. Un autre agent confirme.",
    why: "Sa raison :",
    decision: "Votre décision",
    reason: "Pourquoi",
    reasonHint: "Toujours, en quelques mots. En cas de refus, la personne la lit.",
    submit: "Enregistrer la décision",
    download: "Télécharger",
  },
  en: {
    proposed: (name: string) =>
      name
        ? `An agent proposes to accept this request (${name}). Another agent confirms.`
        : "An agent proposes to accept this request. Another agent confirms.",
    why: "Their reason:",
    decision: "Your decision",
    reason: "Why",
    reasonHint: "Always, in a few words. If you refuse, the person reads it.",
    submit: "Save the decision",
    download: "Download",
  },
};

type Given<Found> = {
  shell: Shell;
  /** Of the list; and of this one's own page. */
  list: string;
  path: string;
  /** What an acceptance is called. */
  accept: string;
  pages: Omit<DecisionPages<never, Found>, "line">;
  found: Found;
  /** The name of who proposed to accept it, if anybody did. */
  proposer: string;
  typed?: TypedDecision;
  error?: Sentence;
};

/** One thing to decide: what an agent needs to know of it, then the form. */
export function decisionPage<Found extends ToDecide>(given: Given<Found>): Html {
  const { shell, list, path, pages, found, error } = given;
  const { language } = shell;
  const title = `${pages.words[language].heading} ${found.request.caseNumber}`;
  return page(
    shell,
    { title, back: list, errors: error !== undefined },
    html`${errorSummaryFrom(language, { reason: error?.[language] })}
<h1 class="govuk-heading-l">${title}</h1>
${pages.facts(language, found, path)}
${decisionForm(given)}`,
  );
}

/** The form by which one agent refuses, proposes to accept, or confirms what another proposed (SEC-11). */
function decisionForm<Found extends ToDecide>(given: Given<Found>): Html {
  const { shell, path, accept, pages, found, proposer, typed, error } = given;
  const { language } = shell;
  const t = words[language];
  const own = pages.words[language];
  const { approval, isSeconded, may } = found;
  const accepts = may.allowed && (pages.accepts?.(found) ?? true);
  const confirms = approval !== undefined || isSeconded === true;
  return html`${approval && insetText({ html: html`${t.proposed(proposer)}<br>${t.why} ${approval.reason}` })}
${!may.allowed && refusal(language, may)}
${form(
  shell,
  { action: path },
  html`${radios({
    idPrefix: "decision",
    name: "decision",
    value: typed?.decision ?? "",
    fieldset: { legend: { text: t.decision, classes: "govuk-fieldset__legend--m" } },
    items: [
      accepts && { value: accept, text: confirms ? own.confirm : own.accept },
      { value: "refuse", text: own.refuse },
    ],
  })}
${accepts && confirms && pages.askedToConfirm?.(language, typed?.by)}
${longText(language, {
  id: "reason",
  name: "reason",
  label: { text: t.reason, classes: "govuk-label--s" },
  hint: { text: own.reasonHint ?? t.reasonHint },
  rows: 2,
  maxlength: longestReason,
  value: typed?.reason ?? "",
  errorMessage: errorFor(language, error?.[language]),
})}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}`;
}

/** The documents sent with one, each to be saved. */
export const fileLinks = (
  { language, path }: { language: Shell["language"]; path: string },
  files: readonly { fileId: string; name: string }[],
): Html =>
  html`<ul class="govuk-list">${files.map(
    ({ fileId, name }) =>
      html`<li><a class="govuk-link" href="${path}/files/${fileId}" download>${words[language].download} ${name}</a></li>`,
  )}</ul>`;
