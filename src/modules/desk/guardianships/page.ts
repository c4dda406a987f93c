import type { Language } from "../../../../law/language.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { civilDate, moment } from "../../../design/dates.ts";
import { html } from "../../../design/html.ts";
import type { ListedGuardianship, ReadGuardianship } from "../../households/index.ts";
import { callName } from "../../identity/index.ts";
import { fileLinks } from "../work-list/decision-page.ts";
import type { DecisionPages } from "../work-list/work-list.ts";
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
    nobody: "Personne ici n’a ce numéro, ce nom et cette date : la mesure ne peut qu’être refusée.",
    kind: "Mesure",
    from: "Depuis le",
    until: "Jusqu’au",
    endless: "sans fin connue",
    bank: "Compte des prestations",
    contacts: "Coordonnées du protecteur",
    decision: "Décision qui nomme le protecteur",
    proof: "Preuve du compte",
    seconded: "Un agent est d’accord. Un autre agent doit confirmer.",
    reasonHint: "Toujours, en quelques mots. En cas de refus, le protecteur la lit.",
    accept: "Valider : la mesure compte dès qu’un second agent est d’accord",
    confirm: "Confirmer : la mesure compte tout de suite",
    refuse: "Refuser : rien ne change, le protecteur est prévenu",
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
    seconded: "One agent agrees. Another agent must confirm.",
    reasonHint: "Always, in a few words. If you refuse, the guardian reads it.",
    accept: "Validate: the measure counts once a second agent agrees",
    confirm: "Confirm: the measure counts at once",
    refuse: "Refuse: nothing changes, the guardian is told",
    done: {
      seconded: "Your agreement is noted. Another agent must now confirm.",
      done: "The decision is made. Both persons are told.",
    },
    kinds: { assistance: "assistance", representation: "representation", accounts: "running the accounts" },
  },
};

/** Who, what, the documents, and whether it can be validated. */
export const guardianshipPages = {
  words,
  line: (language, { depositId: id, caseNumber, guardian, depositedAt }, timeZone) => {
    const about = html`${words[language].received} ${moment(language, depositedAt, timeZone)}`;
    return { id, caseNumber, name: callName(guardian), about };
  },
  facts: (language, { request }, path) => {
    const t = words[language];
    return html`${summaryList({ rows: rowsOf(language, request) })}
<h2 class="govuk-heading-m">${t.decision}</h2>
${fileLinks({ language, path }, request.decision)}
<h2 class="govuk-heading-m">${t.proof}</h2>
${fileLinks({ language, path }, request.proof)}
${!request.registered && insetText({ text: t.nobody })}
${request.secondedBy && insetText({ text: t.seconded })}`;
  },
  accepts: ({ request }) => request.registered !== undefined,
} satisfies DecisionPages<ListedGuardianship, GuardianshipForAgent>;

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
