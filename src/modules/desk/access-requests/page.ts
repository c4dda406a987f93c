import type { Language } from "../../../../law/language.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { radios } from "../../../design/components/radios.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { tag } from "../../../design/components/tag.ts";
import { civilDate, moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import type { AccessRequest, ListedAccessRequest } from "../../contributions/index.ts";
import type { DecisionPages } from "../work-list/work-list.ts";
import type { AccessRequestForAgent } from "./access-requests.ts";

const words = {
  fr: {
    title: "Demandes d’accès",
    lead: "Ces personnes demandent leur compte. Chacune a signé la charte et confirmé où lui écrire.",
    none: "Aucune demande n’attend.",
    asked: "reçue le",
    older: "Demandes suivantes",
    heading: "Demande d’accès",
    kinds: { insured: "assuré", employer: "employeur" },
    kind: "Compte",
    number: "Numéro donné",
    names: "Prénoms et nom",
    birth: "Date de naissance",
    company: "Entreprise",
    quality: "Ce qu’y est la personne",
    contact: "Où lui écrire (confirmé)",
    register: "Registre",
    fits: {
      match: "concorde avec le registre",
      mismatch: "ne concorde pas avec le registre",
      unknown: "le registre n’a pas répondu",
    },
    noWord: "Le registre ne confirme pas cette demande : dites sur quelle pièce vous vous appuyez.",
    hasAccount: "Un compte a déjà ce numéro : la demande ne peut qu’être refusée.",
    by: "Comment remettre le premier mot de passe",
    contactWay: "Par un message, là où la personne a confirmé qu’on peut lui écrire",
    letterWay: "Par une lettre à imprimer et à lui donner en main propre",
    letterHint:
      "La lettre s’enregistre sur cet ordinateur, une seule fois. Imprimez-la, remettez-la, puis effacez le fichier.",
    accept: "Donner l’accès : un autre agent confirmera",
    confirm: "Confirmer : l’accès est donné",
    refuse: "Refuser : la personne lit pourquoi",
    done: {
      proposed: "C’est proposé. Un autre agent doit maintenant confirmer.",
      issued: "L’accès est donné. La personne reçoit son premier mot de passe.",
      refused: "La demande est refusée. La personne est prévenue.",
    },
  },
  en: {
    title: "Requests for access",
    lead: "These people ask for their account. Each has signed the charter and confirmed where to write to them.",
    none: "No request waits.",
    asked: "received on",
    older: "Next requests",
    heading: "Request for access",
    kinds: { insured: "insured person", employer: "employer" },
    kind: "Account",
    number: "Number given",
    names: "First names and name",
    birth: "Date of birth",
    company: "Company",
    quality: "What the person is there",
    contact: "Where to write (confirmed)",
    register: "Register",
    fits: {
      match: "agrees with the register",
      mismatch: "does not agree with the register",
      unknown: "the register did not answer",
    },
    noWord: "The register does not confirm this request: say which document you rest on.",
    hasAccount: "An account has this number already: the request can only be refused.",
    by: "How to hand over the first password",
    contactWay: "By a message, where the person confirmed that they can be written to",
    letterWay: "By a letter to print and give to them in person",
    letterHint:
      "The letter is saved on this computer, once only. Print it, hand it over, then delete the file.",
    accept: "Give the access: another agent will confirm",
    confirm: "Confirm: the access is given",
    refuse: "Refuse: the person reads why",
    done: {
      proposed: "It is proposed. Another agent must now confirm.",
      issued: "The access is given. The person receives their first password.",
      refused: "The request is refused. The person is told.",
    },
  },
};

/** What was told, what the register says of it, and whether it can be accepted. */
export const accessRequestPages = {
  words,
  line: (language, { requestId: id, caseNumber, kind, name, sentAt, fits }, timeZone) => {
    const t = words[language];
    const colour = fits === "match" ? "govuk-tag--green" : "govuk-tag--yellow";
    const about = html`${t.kinds[kind]}, ${t.asked} ${moment(language, sentAt, timeZone)}<br>${tag({ text: t.fits[fits], classes: colour })}`;
    return { id, caseNumber, name, about };
  },
  facts: (language, { request }) => html`${summaryList({ rows: rowsOf(language, request) })}
${request.fits !== "match" && insetText({ text: words[language].noWord })}
${request.hasAccount && insetText({ text: words[language].hasAccount })}`,
  accepts: ({ request }) => !request.hasAccount,
  askedToConfirm: handingOver,
} satisfies DecisionPages<ListedAccessRequest, AccessRequestForAgent>;

/** Asked of who confirms: the first password is drawn and handed over then. */
function handingOver(language: Language, by = "contact"): Html {
  const t = words[language];
  return radios({
    idPrefix: "by",
    name: "by",
    value: by,
    fieldset: { legend: { text: t.by, classes: "govuk-fieldset__legend--s" } },
    items: [
      { value: "contact", text: t.contactWay },
      { value: "letter", text: t.letterWay, hint: { text: t.letterHint } },
    ],
  });
}

function rowsOf(language: Language, { kind, told, contact, fits }: AccessRequest) {
  const t = words[language];
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  return [
    row(t.kind, t.kinds[kind]),
    row(t.number, told.number),
    row(t.names, `${told.firstNames} ${told.birthName}`),
    row(t.birth, civilDate(language, told.birthDate)),
    ...(told.company ? [row(t.company, told.company), row(t.quality, told.quality)] : []),
    row(t.contact, contact.value),
    row(t.register, t.fits[fits]),
  ];
}
