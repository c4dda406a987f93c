import type { ToldPerson } from "../../../../law/credentials/lost-contact.ts";
import type { Language } from "../../../../law/language.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { civilDate, moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { fileLinks } from "../work-list/decision-page.ts";
import type { DecisionPages } from "../work-list/work-list.ts";
import type { RequestForAgent, requestsFor } from "./requests.ts";

const words = {
  fr: {
    title: "Coordonnées perdues",
    lead: "Ces personnes demandent de nouvelles coordonnées, avec une pièce d’identité.",
    none: "Aucune demande n’attend.",
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
    accept: "Accepter : ces coordonnées remplaceront les anciennes",
    confirm: "Confirmer : ces coordonnées remplaceront les anciennes",
    refuse: "Refuser : rien ne change pour la personne, qui est prévenue",
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
    accept: "Accept: these contact details will replace the old ones",
    confirm: "Confirm: these contact details will replace the old ones",
    refuse: "Refuse: nothing changes for the person, who is told",
    done: {
      refused: "The request is refused. The person is told.",
      proposed: "It is proposed. Another agent must now confirm.",
      accepted: "The request is accepted. The person is told.",
    },
  },
};

type Listed = Awaited<ReturnType<typeof requestsFor>>["waiting"][number];

/** What is told beside what is known, the documents, and whether it can be accepted. */
export const requestPages = {
  words,
  line: (language, { requestId: id, caseNumber, askedAt, who, known }, timeZone) => {
    const t = words[language];
    const about = html`${t.asked} ${moment(language, askedAt, timeZone)}${!known && ` (${t.unknown})`}`;
    return { id, caseNumber, name: nameOf(who), about };
  },
  facts: (language, { request }, path) => html`${toldAndKnown(language, request)}
<h2 class="govuk-heading-m">${words[language].files}</h2>
${fileLinks({ language, path }, request.files)}`,
  accepts: ({ request }) => request.registered !== undefined,
} satisfies DecisionPages<Listed, RequestForAgent>;

const nameOf = ({ firstNames, birthName }: ToldPerson) => `${firstNames} ${birthName}`.trim();

function toldAndKnown(language: Language, { who, contact, registered }: RequestForAgent["request"]): Html {
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
