import type { ToldPerson } from "../../../../law/credentials/lost-contact.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { radios } from "../../../design/components/radios.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { civilDate, moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form, longText, refusal, success } from "../../../design/patterns.ts";
import { longestReason } from "../visit/visit.ts";
import type { RequestForAgent, requestsFor } from "./requests.ts";

const words = {
  fr: {
    title: "Coordonnées perdues",
    lead: "Ces personnes demandent de nouvelles coordonnées, avec une pièce d’identité.",
    none: "Aucune demande n’attend.",
    elsewhere: (n: number) => `${n} demande(s) de cette page reviennent à un autre accueil.`,
    asked: "reçue le",
    unknown: "numéro inconnu ici",
    older: "Demandes suivantes",
    heading: "Demande",
    told: "Ce que dit la personne",
    registered: "Ce que nous connaissons",
    nobody: "Personne ici n’a le numéro donné : la demande ne peut qu’être refusée.",
    names: "Prénoms et nom",
    birth: "Date de naissance",
    contact: "Nouvelles coordonnées",
    oldContacts: "Coordonnées connues",
    agrees: "concorde",
    differs: "ne concorde pas",
    files: "Pièces jointes",
    download: "Télécharger",
    proposed: (name: string) =>
      `Un agent propose d’accepter cette demande (${name}). Un autre agent confirme.`,
    why: "Sa raison :",
    decision: "Votre décision",
    accept: "Accepter : ces coordonnées remplaceront les anciennes",
    confirm: "Confirmer : ces coordonnées remplaceront les anciennes",
    refuse: "Refuser : rien ne change pour la personne, qui est prévenue",
    reason: "Pourquoi",
    reasonHint: "En cas de refus, la personne lit cette raison.",
    submit: "Enregistrer la décision",
    done: {
      refused: "La demande est refusée. La personne est prévenue.",
      proposed: "C’est proposé. Un autre agent doit maintenant confirmer.",
      accepted: "La demande est acceptée. La personne est prévenue.",
    },
  },
  en: {
    title: "Lost contact details",
    lead: "These people ask for new contact details, with an identity document.",
    none: "No request waits.",
    elsewhere: (n: number) => `${n} request(s) of this page belong to another office.`,
    asked: "received on",
    unknown: "number unknown here",
    older: "Next requests",
    heading: "Request",
    told: "What the person says",
    registered: "What we know",
    nobody: "Nobody here has the number given: the request can only be refused.",
    names: "First names and name",
    birth: "Date of birth",
    contact: "New contact details",
    oldContacts: "Contact details known",
    agrees: "agrees",
    differs: "does not agree",
    files: "Documents sent",
    download: "Download",
    proposed: (name: string) => `An agent proposes to accept this request (${name}). Another agent confirms.`,
    why: "Their reason:",
    decision: "Your decision",
    accept: "Accept: these contact details will replace the old ones",
    confirm: "Confirm: these contact details will replace the old ones",
    refuse: "Refuse: nothing changes for the person, who is told",
    reason: "Why",
    reasonHint: "If you refuse, the person reads this reason.",
    submit: "Save the decision",
    done: {
      refused: "The request is refused. The person is told.",
      proposed: "It is proposed. Another agent must now confirm.",
      accepted: "The request is accepted. The person is told.",
    },
  },
};

export type RequestDone = keyof (typeof words)["fr"]["done"];

/** The requests that wait, the oldest first. */
export function requestsPage(given: {
  shell: Shell;
  list: Awaited<ReturnType<typeof requestsFor>>;
  current: number;
  timeZone: string;
  done?: RequestDone;
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
${list.requests.length === 0 && list.elsewhere === 0 && insetText({ text: t.none })}
<ul class="govuk-list govuk-list--spaced">${list.requests.map(
      ({ requestId, caseNumber, askedAt, who, known }) =>
        html`<li><a class="govuk-link" href="/desk/requests/${requestId}">${caseNumber} – ${nameOf(who)}</a><br>
${t.asked} ${moment(language, askedAt, timeZone)}${!known && ` (${t.unknown})`}</li>`,
    )}</ul>
${list.elsewhere > 0 && html`<p class="govuk-body">${t.elsewhere(list.elsewhere)}</p>`}
${list.more && html`<p class="govuk-body"><a class="govuk-link" href="/desk/requests?page=${current + 1}">${t.older}</a></p>`}`,
  );
}

const nameOf = ({ firstNames, birthName }: ToldPerson) => `${firstNames} ${birthName}`.trim();

/** One request: what is told beside what is known, the documents, and the decision. */
export function requestPage(given: {
  shell: Shell;
  read: RequestForAgent;
  proposer: string;
  typed?: { decision?: string; reason: string };
  error?: Sentence;
}): Html {
  const { shell, read, proposer, typed, error } = given;
  const { language } = shell;
  const t = words[language];
  const { request, approval, may } = read;
  const said = error?.[language];
  return page(
    shell,
    { title: `${t.heading} ${request.caseNumber}`, back: "/desk/requests", errors: said !== undefined },
    html`${errorSummaryFrom(language, { reason: said })}
<h1 class="govuk-heading-l">${t.heading} ${request.caseNumber}</h1>
${facts(language, request)}
<h2 class="govuk-heading-m">${t.files}</h2>
<ul class="govuk-list">${request.files.map(
      ({ fileId, name }) =>
        html`<li><a class="govuk-link" href="/desk/requests/${request.requestId}/files/${fileId}" download>${t.download} ${name}</a></li>`,
    )}</ul>
${approval && insetText({ html: html`${t.proposed(proposer)}<br>${t.why} ${approval.reason}` })}
${approval && !may.allowed && refusal(language, may)}
${form(
  shell,
  { action: `/desk/requests/${request.requestId}` },
  html`${radios({
    idPrefix: "decision",
    name: "decision",
    value: typed?.decision ?? "",
    fieldset: { legend: { text: t.decision, classes: "govuk-fieldset__legend--m" } },
    items: [
      request.registered && may.allowed && { value: "accept", text: approval ? t.confirm : t.accept },
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

function facts(language: Language, { who, contact, registered }: RequestForAgent["request"]): Html {
  const t = words[language];
  const agrees = (yes: boolean) => (yes ? t.agrees : t.differs);
  return html`<h2 class="govuk-heading-m">${t.told}</h2>
${summaryList({
  rows: [
    { key: { text: t.names }, value: { text: nameOf(who) } },
    { key: { text: t.birth }, value: { text: civilDate(language, who.birthDate) } },
    { key: { text: t.contact }, value: { text: contact.value } },
  ],
})}
<h2 class="govuk-heading-m">${t.registered}</h2>
${
  registered
    ? summaryList({
        rows: [
          {
            key: { text: t.names },
            value: {
              text: `${nameOf(registered)} (${agrees(registered.agrees.firstNames && registered.agrees.name)})`,
            },
          },
          {
            key: { text: t.birth },
            value: {
              text: `${civilDate(language, registered.birthDate)} (${agrees(registered.agrees.birthDate)})`,
            },
          },
          { key: { text: t.oldContacts }, value: { text: registered.contacts.join(", ") || "–" } },
        ],
      })
    : insetText({ text: t.nobody })
}`;
}
