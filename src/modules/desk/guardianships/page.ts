import type { Language, Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { radios } from "../../../design/components/radios.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { civilDate, moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form, longText, refusal, success } from "../../../design/patterns.ts";
import type { ListedGuardianship, ReadGuardianship } from "../../households/index.ts";
import { callName } from "../../identity/index.ts";
import { longestReason } from "../visit/visit.ts";
import type { GuardianshipForAgent } from "./guardianships.ts";

const words = {
  fr: {
    title: "Mesures de protection",
    lead: "Ces personnes disent protéger quelqu’un, et déposent la décision qui les nomme.",
    none: "Aucune mesure n’attend.",
    received: "reçue le",
    older: "Mesures suivantes",
    heading: "Mesure",
    guardian: "Protecteur",
    person: "Personne protégée, selon le dépôt",
    registered: "Connue ici",
    nobody: "Personne ici n’a ce numéro, ce nom et cette date : la mesure ne peut qu’être refusée.",
    kind: "Mesure",
    from: "Depuis le",
    until: "Jusqu’au",
    endless: "sans fin connue",
    bank: "Compte des prestations",
    contacts: "Coordonnées du protecteur",
    decision: "Décision qui nomme le protecteur",
    proof: "Preuve du compte",
    download: "Télécharger",
    seconded: "Un agent est d’accord. Un autre agent doit confirmer.",
    choice: "Votre décision",
    validate: "Valider : la mesure compte dès qu’un second agent est d’accord",
    confirm: "Confirmer : la mesure compte tout de suite",
    refuse: "Refuser : rien ne change, le protecteur est prévenu",
    reason: "Pourquoi",
    reasonHint: "En cas de refus, le protecteur lit cette raison.",
    submit: "Enregistrer la décision",
    done: {
      seconded: "Votre accord est noté. Un autre agent doit maintenant confirmer.",
      done: "La décision est prise. Les deux personnes sont prévenues.",
    },
    kinds: { assistance: "assistance", representation: "représentation", accounts: "gestion des comptes" },
  },
  en: {
    title: "Protection measures",
    lead: "These people say that they protect somebody, and deposit the decision that names them.",
    none: "No measure waits.",
    received: "received on",
    older: "Next measures",
    heading: "Measure",
    guardian: "Guardian",
    person: "Protected person, as deposited",
    registered: "Known here",
    nobody: "Nobody here has this number, name and date: the measure can only be refused.",
    kind: "Measure",
    from: "Since",
    until: "Until",
    endless: "no known end",
    bank: "Account of the benefits",
    contacts: "The guardian’s contact details",
    decision: "Decision that names the guardian",
    proof: "Proof of the account",
    download: "Download",
    seconded: "One agent agrees. Another agent must confirm.",
    choice: "Your decision",
    validate: "Validate: the measure counts once a second agent agrees",
    confirm: "Confirm: the measure counts at once",
    refuse: "Refuse: nothing changes, the guardian is told",
    reason: "Why",
    reasonHint: "If you refuse, the guardian reads this reason.",
    submit: "Save the decision",
    done: {
      seconded: "Your agreement is noted. Another agent must now confirm.",
      done: "The decision is made. Both persons are told.",
    },
    kinds: { assistance: "assistance", representation: "representation", accounts: "running the accounts" },
  },
};

export type GuardianshipDone = keyof (typeof words)["fr"]["done"];

/** The protection decisions that wait, the oldest first. */
export function guardianshipsPage(given: {
  shell: Shell;
  list: { guardianships: readonly ListedGuardianship[]; more: boolean };
  current: number;
  timeZone: string;
  done?: GuardianshipDone;
}): Html {
  const { shell, list, current, timeZone, done } = given;
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title, back: "/desk" },
    html`${done && success(language, { text: t.done[done] })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
${list.guardianships.length === 0 && insetText({ text: t.none })}
<ul class="govuk-list govuk-list--spaced">${list.guardianships.map(
      ({ depositId, caseNumber, guardian, depositedAt }) =>
        html`<li><a class="govuk-link" href="/desk/guardianships/${depositId}">${caseNumber} – ${callName(guardian)}</a><br>
${t.received} ${moment(language, depositedAt, timeZone)}</li>`,
    )}</ul>
${list.more && html`<p class="govuk-body"><a class="govuk-link" href="/desk/guardianships?page=${current + 1}">${t.older}</a></p>`}`,
  );
}

/** One protection decision: who, what, the documents, and what the agent decides. */
export function guardianshipPage(given: {
  shell: Shell;
  found: GuardianshipForAgent;
  typed?: { decision?: string | undefined; reason: string };
  error?: Sentence;
}): Html {
  const { shell, found, typed, error } = given;
  const { language } = shell;
  const t = words[language];
  const { read, may } = found;
  const said = error?.[language];
  const path = `/desk/guardianships/${read.depositId}`;
  const files = (all: ReadGuardianship["decision"]) =>
    html`<ul class="govuk-list">${all.map(
      ({ fileId, name }) =>
        html`<li><a class="govuk-link" href="${path}/files/${fileId}" download>${t.download} ${name}</a></li>`,
    )}</ul>`;
  return page(
    shell,
    {
      title: `${t.heading} ${read.caseNumber}`,
      back: "/desk/guardianships",
      errors: said !== undefined,
    },
    html`${errorSummaryFrom(language, { reason: said })}
<h1 class="govuk-heading-l">${t.heading} ${read.caseNumber}</h1>
${summaryList({ rows: rowsOf(language, read) })}
<h2 class="govuk-heading-m">${t.decision}</h2>
${files(read.decision)}
<h2 class="govuk-heading-m">${t.proof}</h2>
${files(read.proof)}
${!read.registered && insetText({ text: t.nobody })}
${read.secondedBy && insetText({ text: t.seconded })}
${!may.allowed && refusal(language, may)}
${form(
  shell,
  { action: path },
  html`${radios({
    idPrefix: "decision",
    name: "decision",
    value: typed?.decision ?? "",
    fieldset: { legend: { text: t.choice, classes: "govuk-fieldset__legend--m" } },
    items: [
      read.registered && may.allowed && { value: "validate", text: read.secondedBy ? t.confirm : t.validate },
      { value: "refuse", text: t.refuse },
    ],
  })}
${longText(language, {
  id: "reason",
  name: "reason",
  label: { text: t.reason, classes: "govuk-label--s" },
  hint: { text: t.reasonHint },
  rows: 2,
  maxlength: longestReason,
  value: typed?.reason ?? "",
  errorMessage: errorFor(language, said),
})}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}`,
  );
}

function rowsOf(language: Language, read: ReadGuardianship) {
  const t = words[language];
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  const { guardian, told, registered } = read;
  return [
    row(t.guardian, callName(guardian)),
    row(t.contacts, read.contacts.join(", ") || "–"),
    row(t.person, `${told.birthName}, ${civilDate(language, told.birthDate)}`),
    row(t.registered, registered ? callName(registered) : "–"),
    row(t.kind, t.kinds[read.kind]),
    row(t.from, civilDate(language, read.from)),
    row(t.until, read.until ? civilDate(language, read.until) : t.endless),
    row(t.bank, read.bank ?? "–"),
  ];
}
