import type { Language } from "../../../../law/language.ts";
import { structureKinds } from "../../../../law/partners/structure.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { moment } from "../../../design/dates.ts";
import { html } from "../../../design/html.ts";
import type { ListedStructureRequest, StructureRequest } from "../../partners/index.ts";
import type { DecisionPages } from "../work-list/work-list.ts";
import type { StructureRequestForAgent } from "./structure-requests.ts";

const words = {
  fr: {
    title: "Demandes des structures",
    lead: "Ces structures demandent des accès pour leur personnel. Chacune a accepté la charte.",
    none: "Aucune demande n’attend.",
    asked: "reçue le",
    older: "Demandes suivantes",
    heading: "Demande",
    structure: "Structure",
    kind: "Genre",
    numbers: { siret: "Numéro Siret", rna: "Numéro RNA" },
    address: "Adresse",
    asker: "Qui demande",
    mail: "Adresse mail (confirmée)",
    services: "Services",
    manager: "responsable :",
    people: (n: number) => (n > 1 ? `${n} personnes` : `${n} personne`),
    existing: (name: string) =>
      `La structure ${name} a déjà des accès sous ce numéro : les nouveaux services s’y ajoutent.`,
    accept: "Ouvrir ces accès : un autre agent confirmera",
    confirm: "Confirmer : les accès s’ouvrent",
    refuse: "Refuser : la personne lit pourquoi",
    done: {
      proposed: "C’est proposé. Un autre agent doit maintenant confirmer.",
      accepted: "Les accès sont ouverts. Les responsables reçoivent les leurs par mail.",
      refused: "La demande est refusée. La personne qui a demandé est prévenue.",
    },
  },
  en: {
    title: "Structures’ requests",
    lead: "These structures ask for accesses for their staff. Each has accepted the charter.",
    none: "No request waits.",
    asked: "received on",
    older: "Next requests",
    heading: "Request",
    structure: "Structure",
    kind: "Kind",
    numbers: { siret: "Siret number", rna: "RNA number" },
    address: "Address",
    asker: "Who asks",
    mail: "Mail address (confirmed)",
    services: "Services",
    manager: "manager:",
    people: (n: number) => (n > 1 ? `${n} people` : `${n} person`),
    existing: (name: string) =>
      `The structure ${name} has accesses under this number already: the new services are added to it.`,
    accept: "Open these accesses: another agent will confirm",
    confirm: "Confirm: the accesses open",
    refuse: "Refuse: the person reads why",
    done: {
      proposed: "It is proposed. Another agent must now confirm.",
      accepted: "The accesses are open. Managers receive theirs by mail.",
      refused: "The request is refused. Who asked is told.",
    },
  },
};

/** The structure, who asks, the services with their managers. */
export const structureRequestPages = {
  words,
  line: (language, { requestId: id, caseNumber, structure: name, kind, town, askedAt }, timeZone) => {
    const asked = `${words[language].asked} ${moment(language, askedAt, timeZone)}`;
    return { id, caseNumber, name, about: html`${structureKinds[kind][language]}, ${town}<br>${asked}` };
  },
  facts: (language, { request }) => {
    const t = words[language];
    return html`${summaryList({ rows: rowsOf(language, request) })}
${request.existing && insetText({ text: t.existing(request.existing.name) })}
<h2 class="govuk-heading-m">${t.services}</h2>
<ul class="govuk-list govuk-list--spaced">${request.services.map(
      ({ name, firstNames, lastName, mail, people }) =>
        html`<li><strong>${name}</strong>, ${t.people(people)}<br>${t.manager} ${firstNames} ${lastName}, ${mail}</li>`,
    )}</ul>`;
  },
} satisfies DecisionPages<ListedStructureRequest, StructureRequestForAgent>;

function rowsOf(language: Language, request: StructureRequest) {
  const t = words[language];
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  const { structure, kind, numberKind, number, street, extra, postcode, town } = request;
  const { firstNames, lastName, duty, mail } = request;
  const lines = [street, extra, `${postcode} ${town}`].filter((line) => line);
  return [
    row(t.structure, structure),
    row(t.kind, structureKinds[kind][language]),
    row(t.numbers[numberKind], number),
    row(t.address, lines.join(", ")),
    row(t.asker, `${firstNames} ${lastName}, ${duty}`),
    row(t.mail, mail),
  ];
}
