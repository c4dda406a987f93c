import type { AccessDecision } from "../../../../law/access/decide.ts";
import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { radios } from "../../../design/components/radios.ts";
import { type Html, html } from "../../../design/html.ts";
import type { Shell } from "../../../design/page.ts";
import { errorFor, form, longText, refusal } from "../../../design/patterns.ts";
import { longestReason } from "../visit/visit.ts";
import type { Approval } from "./store.ts";

const words = {
  fr: {
    proposed: (name: string) =>
      name
        ? `Un agent propose d’accepter cette demande (${name}). Un autre agent confirme.`
        : "Un agent propose d’accepter cette demande. Un autre agent confirme.",
    why: "Sa raison :",
    decision: "Votre décision",
    reason: "Pourquoi",
    reasonHint: "En cas de refus, la personne lit cette raison.",
    submit: "Enregistrer la décision",
  },
  en: {
    proposed: (name: string) =>
      name
        ? `An agent proposes to accept this request (${name}). Another agent confirms.`
        : "An agent proposes to accept this request. Another agent confirms.",
    why: "Their reason:",
    decision: "Your decision",
    reason: "Why",
    reasonHint: "If you refuse, the person reads this reason.",
    submit: "Save the decision",
  },
};

/** What an agent chose and typed, and what is wrong with it. */
export type TypedDecision = { decision?: string | undefined; reason: string; by?: string | undefined };

/** A choice of the form; without it the law or the facts leave it out. */
type Choice = { value: string; text: Sentence } | false | undefined;

/** The form by which one agent refuses, proposes to accept, or confirms what another proposed (SEC-11). */
export function decisionForm(given: {
  shell: Shell;
  action: string;
  approval: Approval | undefined;
  proposer: string;
  may: AccessDecision;
  choices: readonly Choice[];
  typed: TypedDecision | undefined;
  error: Sentence | undefined;
  /** Asked besides, between the decision and the reason. */
  more?: Html | undefined;
}): Html {
  const { shell, action, approval, proposer, may, choices, typed, error, more } = given;
  const { language } = shell;
  const t = words[language];
  return html`${approval && insetText({ html: html`${t.proposed(proposer)}<br>${t.why} ${approval.reason}` })}
${!may.allowed && refusal(language, may)}
${form(
  shell,
  { action },
  html`${radios({
    idPrefix: "decision",
    name: "decision",
    value: typed?.decision ?? "",
    fieldset: { legend: { text: t.decision, classes: "govuk-fieldset__legend--m" } },
    items: choices.map((one) => one && { value: one.value, text: one.text[language] }),
  })}
${more}
${longText(language, {
  id: "reason",
  name: "reason",
  label: { text: t.reason, classes: "govuk-label--s" },
  hint: { text: t.reasonHint },
  rows: 2,
  maxlength: longestReason,
  value: typed?.reason ?? "",
  errorMessage: errorFor(language, error?.[language]),
})}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}`;
}
