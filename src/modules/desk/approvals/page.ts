import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form, success } from "../../../design/patterns.ts";
import type { Waiting } from "../work-list/work-list.ts";
import type { ShownApproval } from "./list.ts";

const words = {
  fr: {
    title: "À confirmer",
    lead: "Ce qui touche à une identité se fait à deux : qui propose ne confirme pas.",
    none: "Rien n’attend.",
    older: "Propositions suivantes",
    kinds: {
      "accept-request": "Nouvelles coordonnées pour",
      "give-nir": "Numéro de sécurité sociale pour",
      "issue-access": "Accès à un compte",
      "accept-structure": "Accès d’une structure",
    },
    by: "Proposé par",
    why: "Raison :",
    open: "Ouvrir",
    number: "Recopiez le numéro depuis le document",
    confirm: "Confirmer ce numéro",
    withdraw: "Retirer la proposition",
    done: {
      given: "C’est inscrit. La personne se connecte désormais avec ce numéro.",
      merge: "Ce numéro est déjà celui d’une autre fiche : une réunion des deux est proposée.",
      withdrawn: "La proposition est retirée.",
    },
  },
  en: {
    title: "To confirm",
    lead: "What touches an identity is done by two: who proposes does not confirm.",
    none: "Nothing waits.",
    older: "Next proposals",
    kinds: {
      "accept-request": "New contact details for",
      "give-nir": "Social-security number for",
      "issue-access": "Access to an account",
      "accept-structure": "Accesses of a structure",
    },
    by: "Proposed by",
    why: "Reason:",
    open: "Open",
    number: "Copy the number from the document",
    confirm: "Confirm this number",
    withdraw: "Withdraw the proposal",
    done: {
      given: "It is written down. The person signs in with this number from now on.",
      merge: "This number is another record’s already: merging the two is proposed.",
      withdrawn: "The proposal is withdrawn.",
    },
  },
};

export type ApprovalDone = keyof (typeof words)["fr"]["done"];

/** What waits for a second agent. */
export function approvalsPage(given: {
  shell: Shell;
  list: Waiting<ShownApproval>;
  current: number;
  timeZone: string;
  done?: ApprovalDone;
  error?: { approvalId: string; says: Sentence };
}): Html {
  const { shell, list, current, timeZone, done, error } = given;
  const { waiting: shown, more } = list;
  const { language } = shell;
  const t = words[language];
  const known = shown.some(({ approvalId }) => approvalId === error?.approvalId);
  const id = known ? `number-${error?.approvalId}` : "waiting";
  return page(
    shell,
    { title: t.title, back: "/desk", errors: error !== undefined },
    html`${error && errorSummaryFrom(language, { [id]: error.says[language] })}
${done && success(language, { text: t.done[done] })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
${shown.length === 0 && insetText({ text: t.none })}
<ul class="govuk-list govuk-list--spaced" id="waiting" tabindex="-1">${shown.map(
      (one) => html`<li><p class="govuk-body"><strong>${t.kinds[one.kind]} ${one.name}</strong><br>
${t.by} ${one.by}, ${moment(language, one.proposedAt, timeZone)}<br>
${t.why} ${one.reason}</p>
${one.kind === "give-nir" ? confirming(shell, one, current, error?.approvalId === one.approvalId ? error.says : undefined) : html`<p class="govuk-body"><a class="govuk-link" href="/desk/${lists[one.kind]}/${one.about}">${t.open}<span class="govuk-visually-hidden"> ${t.kinds[one.kind]} ${one.name}</span></a></p>`}
${form(
  shell,
  { action: `/desk/approvals/${one.approvalId}/end?page=${current}` },
  button({
    html: html`${t.withdraw}<span class="govuk-visually-hidden"> ${t.kinds[one.kind]} ${one.name}</span>`,
    classes: "govuk-button--secondary",
    preventDoubleClick: true,
  }),
)}</li>`,
    )}</ul>
${more && html`<p class="govuk-body"><a class="govuk-link" href="/desk/approvals?page=${current + 1}">${t.older}</a></p>`}`,
  );
}

/** Where what waits is read and decided. */
const lists = {
  "accept-request": "requests",
  "issue-access": "access-requests",
  "accept-structure": "structure-requests",
} as const;

/** Who proposed does not confirm: they are not asked for the number. */
function confirming(shell: Shell, one: ShownApproval, current: number, error: Sentence | undefined): Html {
  const { language } = shell;
  const t = words[language];
  if (one.own) return html``;
  return form(
    shell,
    { action: `/desk/approvals/${one.approvalId}/numbers?page=${current}` },
    html`${input({
      id: `number-${one.approvalId}`,
      name: "number",
      label: { text: t.number },
      classes: "govuk-input--width-20",
      autocomplete: "off",
      spellcheck: false,
      errorMessage: errorFor(language, error?.[language]),
    })}
${button({ text: t.confirm, preventDoubleClick: true })}`,
  );
}
