import type { Language, Sentence } from "../../../../law/language.ts";
import { structureKinds } from "../../../../law/partners/structure.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorSummaryFrom, success } from "../../../design/patterns.ts";
import type { ListedStructureRequest, StructureRequest } from "../../partners/index.ts";
import { decisionForm, type TypedDecision } from "../approvals/decision-form.ts";
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
    done: {
      proposed: "It is proposed. Another agent must now confirm.",
      accepted: "The accesses are open. Managers receive theirs by mail.",
      refused: "The request is refused. Who asked is told.",
    },
  },
};

const choices = {
  accept: {
    value: "accept",
    text: {
      fr: "Ouvrir ces accès : un autre agent confirmera",
      en: "Open these accesses: another agent will confirm",
    },
  },
  confirm: {
    value: "accept",
    text: { fr: "Confirmer : les accès s’ouvrent", en: "Confirm: the accesses open" },
  },
  refuse: {
    value: "refuse",
    text: { fr: "Refuser : la personne lit pourquoi", en: "Refuse: the person reads why" },
  },
} satisfies Record<string, { value: string; text: Sentence }>;

export type StructureRequestDone = keyof (typeof words)["fr"]["done"];

/** The structures' requests that wait, the oldest first. */
export function structureRequestsPage(given: {
  shell: Shell;
  list: { requests: readonly ListedStructureRequest[]; more: boolean };
  current: number;
  timeZone: string;
  done?: StructureRequestDone | undefined;
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
${list.requests.length === 0 && insetText({ text: t.none })}
<ul class="govuk-list govuk-list--spaced">${list.requests.map(
      ({ requestId, caseNumber, structure, kind, town, askedAt }) =>
        html`<li><a class="govuk-link" href="/desk/structure-requests/${requestId}">${caseNumber} – ${structure}</a><br>
${structureKinds[kind][language]}, ${town}<br>${t.asked} ${moment(language, askedAt, timeZone)}</li>`,
    )}</ul>
${list.more && html`<p class="govuk-body"><a class="govuk-link" href="/desk/structure-requests?page=${current + 1}">${t.older}</a></p>`}`,
  );
}

/** One request: the structure, who asks, the services with their managers, and the decision. */
export function structureRequestPage(given: {
  shell: Shell;
  found: StructureRequestForAgent;
  proposer: string;
  typed?: TypedDecision;
  error?: Sentence;
}): Html {
  const { shell, found, proposer, typed, error } = given;
  const { language } = shell;
  const t = words[language];
  const { request, approval, may } = found;
  const title = `${t.heading} ${request.caseNumber}`;
  return page(
    shell,
    { title, back: "/desk/structure-requests", errors: error !== undefined },
    html`${errorSummaryFrom(language, { reason: error?.[language] })}
<h1 class="govuk-heading-l">${title}</h1>
${summaryList({ rows: rowsOf(language, request) })}
${request.existing && insetText({ text: t.existing(request.existing.name) })}
<h2 class="govuk-heading-m">${t.services}</h2>
<ul class="govuk-list govuk-list--spaced">${request.services.map(
      ({ name, firstNames, lastName, mail, people }) =>
        html`<li><strong>${name}</strong>, ${t.people(people)}<br>${t.manager} ${firstNames} ${lastName}, ${mail}</li>`,
    )}</ul>
${decisionForm({
  shell,
  action: `/desk/structure-requests/${request.requestId}`,
  approval,
  proposer,
  may,
  choices: [may.allowed && (approval ? choices.confirm : choices.accept), choices.refuse],
  typed,
  error,
})}`,
  );
}

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
