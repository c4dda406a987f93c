import type { Sentence } from "../language.ts";

/** What a person is to a household file. The order goes from the widest reach to none; staff stands apart. */
export const relations = {
  holder: {
    says: { fr: "Le titulaire du dossier", en: "The holder of the file" },
    who: {
      fr: "La personne responsable du dossier. On le devient dès qu’on demande une prestation.",
      en: "The person in charge of the file. One becomes it as soon as one claims a benefit.",
    },
    source: "MC-15",
  },
  "spouse-holder": {
    says: { fr: "Le conjoint allocataire", en: "The spouse-holder" },
    who: {
      fr: "Le conjoint qui perçoit lui-même l’AJPA, le BAFA, l’AAH ou le PALA, tant qu’il le perçoit.",
      en: "The spouse who receives AJPA, BAFA, AAH or PALA in their own name, for as long as it runs.",
    },
    source: "CP-17",
  },
  "delegated-spouse": {
    says: { fr: "Le conjoint qui a la délégation", en: "The spouse with the delegation" },
    who: {
      fr: "Le conjoint à qui le titulaire a confié la gestion du dossier. La délégation cesse quand l’un des deux la retire ou la refuse, et d’elle-même à la séparation, au décès ou au début d’une mesure de protection de l’un d’eux.",
      en: "The spouse to whom the holder has entrusted the file. The delegation ends when one of the two takes it back or declines it, and by itself at the separation, at the death or at the start of a protection measure of either.",
    },
    source: "CP-18",
  },
  spouse: {
    says: { fr: "Le conjoint", en: "The spouse" },
    who: {
      fr: "L’autre adulte du couple, sans délégation ni droit à son nom.",
      en: "The other adult of the couple, without a delegation or a right of their own.",
    },
    source: "CP-19",
  },
  "surviving-spouse": {
    says: { fr: "Le conjoint dont le titulaire est décédé", en: "The spouse whose holder has died" },
    who: {
      fr: "Le conjoint, depuis le décès du titulaire du dossier.",
      en: "The spouse, since the death of the holder of the file.",
    },
    source: "CP-16",
  },
  "other-member": {
    says: { fr: "Un autre membre du foyer", en: "Another member of the household" },
    who: {
      fr: "Un enfant ou une autre personne du foyer. Un compte s’ouvre à partir de 15 ans.",
      en: "A child or another person of the household. Accounts open from the age of 15.",
    },
    source: "CP-20",
  },
  "child-holder": {
    says: {
      fr: "L’enfant devenu allocataire, sur le dossier de ses parents",
      en: "The child who has become a holder, on their parents’ file",
    },
    who: {
      fr: "Un membre du foyer qui a demandé une prestation à son nom. Il est titulaire de son propre dossier, où seuls ses revenus comptent.",
      en: "A member of the household who has claimed a benefit in their own name. They hold a file of their own, in which only their income counts.",
    },
    source: "IL-19",
  },
  "protected-person": {
    says: { fr: "La personne protégée", en: "The protected person" },
    who: {
      fr: "Un membre du foyer qu’une mesure protège. Ce qu’il peut faire part de sa place dans le foyer ; la mesure en retire ce qu’elle confie à un autre.",
      en: "A member of the household whom a measure protects. What they may do starts from their place in the household; the measure takes away what it entrusts to another.",
    },
    source: "MC-06",
  },
  guardian: {
    says: { fr: "La personne qui protège (tuteur)", en: "The guardian" },
    who: {
      fr: "La personne physique que la décision de protection désigne, une fois la décision vérifiée par un agent. Elle agit à la place de la personne protégée, jamais au-delà.",
      en: "The natural person whom the protection decision names, once an agent has checked it. They act in the place of the protected person, never beyond it.",
    },
    source: "MC-08",
  },
  "former-member": {
    says: { fr: "Un ancien membre du foyer", en: "A former member of the household" },
    who: {
      fr: "Une personne qui a quitté le foyer : le conjoint depuis la séparation, un enfant parti.",
      en: "A person who has left the household: the spouse since the separation, a child who has moved out.",
    },
    source: "SEC-11",
  },
  "desk-agent": {
    says: { fr: "L’agent d’accueil", en: "The desk agent" },
    who: {
      fr: "Un agent affecté à un accueil, qui reçoit les personnes. Jamais sur un dossier dont il fait ou a fait partie.",
      en: "An agent assigned to a reception desk, who receives people. Never on a file they are or were part of.",
    },
    source: "CP-21",
  },
  support: {
    says: { fr: "Le support technique", en: "Technical support" },
    who: {
      fr: "Les personnes qui font fonctionner le site. Elles ne voient aucune donnée d’un dossier.",
      en: "The people who keep the site running. They see no data of any file.",
    },
    source: "SEC-11",
  },
  "data-protection-officer": {
    says: { fr: "Le délégué à la protection des données", en: "The data-protection officer" },
    who: {
      fr: "La personne qui répond aux demandes sur les données et vérifie qui a ouvert les dossiers.",
      en: "The person who answers requests about data and checks who opened the files.",
    },
    source: "IL-04",
  },
  administrator: {
    says: { fr: "L’administrateur", en: "The administrator" },
    who: {
      fr: "La personne qui veille sur la sécurité des accès, sans voir les dossiers.",
      en: "The person who looks after the security of access, without seeing the files.",
    },
    source: "MC-14",
  },
  none: {
    says: { fr: "Toute autre personne", en: "Anyone else" },
    who: {
      fr: "Une personne qui n’est rien pour ce dossier. Elle peut avoir un compte à elle.",
      en: "A person who is nothing to this file. They may have an account of their own.",
    },
    source: "SEC-11",
  },
  deceased: {
    says: { fr: "Une personne décédée", en: "A person who has died" },
    who: {
      fr: "À partir du décès, plus personne n’agit sous ce nom.",
      en: "From the death on, nobody acts under this name.",
    },
    source: "SEC-11",
  },
} as const satisfies Record<string, { says: Sentence; who: Sentence; source: string }>;
export type Relation = keyof typeof relations;

/** Whether something that came from elsewhere names a relation. */
export const isRelation = (asked: unknown): asked is Relation =>
  typeof asked === "string" && Object.hasOwn(relations, asked);

/** The benefits that make a spouse a holder in their own right (CP-17). */
export const ownRightBenefits: readonly string[] = ["AJPA", "BAFA", "AAH", "PALA"];

/**
 * The dated facts from which access is derived, at each request, and never from a session (SEC-11).
 *
 * Every fact holds from `from`, included, until `until`, excluded; without `until` it still runs.
 * Facts of civil life have civil days, "YYYY-MM-DD", of the institution's country, so that a separation counts from
 * midnight there, whatever the server's clock shows. Acts done here (a delegation, the checking of a measure) start and
 * stop at the very instant, as a holder who takes a delegation back expects.
 */
export type FileFacts = {
  readonly members: readonly Member[];
  readonly entitlements: readonly Entitlement[];
  readonly delegations: readonly Delegation[];
  readonly separations: readonly Separation[];
  /** Of members, of those who delegate and of their guardians. */
  readonly deaths: readonly Death[];
  /** Protection measures of members, known to the institution whoever the guardian is. */
  readonly measures: readonly Measure[];
  /** Guardians of members, each validated by an agent. */
  readonly guardianships: readonly Guardianship[];
  /** Members of this file while they hold another one (IL-19). */
  readonly ownFiles: readonly OwnFile[];
  /** What the people who ask are to the institution, where they work for it. */
  readonly assignments: readonly Assignment[];
  /** Debts and appeals on the file (MC-19). */
  readonly ties: readonly Tie[];
  /** The office that follows the file; undefined where the institution has a single one. */
  readonly office?: string | undefined;
  /** IANA name of the zone whose midnight starts a civil day. Paris when not said. */
  readonly timeZone?: string | undefined;
};

/** A file of which nothing is known: nobody is part of it. */
export const noFacts: FileFacts = {
  members: [],
  entitlements: [],
  delegations: [],
  separations: [],
  deaths: [],
  measures: [],
  guardianships: [],
  ownFiles: [],
  assignments: [],
  ties: [],
};

/** Civil days; the last one excluded. */
type Days = { readonly from: string; readonly until?: string | undefined };

export type MemberRole = "holder" | "spouse" | "child" | "other";
export type Member = { readonly personId: string; readonly role: MemberRole } & Days;

/** A benefit that runs for one person; `benefit` is its usual short name, in capitals: "AAH". */
export type Entitlement = { readonly personId: string; readonly benefit: string } & Days;

/** The holder's permission to their spouse to run the file. */
export type Delegation = {
  /** The holder who gave it. */
  readonly by: string;
  readonly to: string;
  readonly from: Date;
  readonly until?: Date | undefined;
  /** It was the spouse who ended it. */
  readonly declined?: boolean | undefined;
};

/** The end of the life together of the holder and this spouse, on a civil day, told at an instant. */
export type Separation = { readonly spouse: string; readonly on: string; readonly declaredAt: Date };

export type Death = { readonly personId: string; readonly on: string };

/** How far a measure goes: helping the person decide, deciding in their place, or keeping their accounts. */
export type MeasureKind = "assistance" | "representation" | "accounts";
export type Measure = { readonly personId: string; readonly kind: MeasureKind } & Days;

/** A decision names this guardian for this member; it counts here once an agent has validated it (MC-06, MC-09). */
export type Guardianship = {
  readonly guardian: string;
  readonly protectedPerson: string;
  readonly kind: MeasureKind;
  readonly validatedAt: Date;
} & Days;

/** A member is the holder of a file of their own. */
export type OwnFile = { readonly personId: string } & Days;

/** A task that the institution gives somebody; a desk agent has an office. */
export type Assignment = {
  readonly personId: string;
  readonly role: "desk-agent" | "support" | "data-protection-officer" | "administrator";
  readonly office?: string | undefined;
} & Days;

/** What keeps a file from being left behind. */
export type Tie = { readonly kind: "debt" | "appeal" } & Days;

/** The civil day, "YYYY-MM-DD", that an instant falls on in a time zone. Throws on an invalid date or zone. */
export function civilDay(instant: Date, timeZone = "Europe/Paris"): string {
  const calendar = calendars.get(timeZone) ?? openCalendar(timeZone);
  const quarter = Math.floor(instant.getTime() / 900_000);
  if (calendar.quarter !== quarter) {
    calendar.day = calendar.format.format(instant);
    calendar.quarter = quarter;
  }
  return calendar.day;
}

/**
 * Making a calendar takes a thousand times longer than asking one; it depends on its zone alone. The last answer is kept
 * for its quarter of an hour, in which no zone has changed day since 1972.
 */
type Calendar = { format: Intl.DateTimeFormat; quarter: number; day: string };
const calendars = new Map<string, Calendar>();

function openCalendar(timeZone: string): Calendar {
  // Sweden writes its dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const calendar = { format, quarter: Number.NaN, day: "" };
  calendars.set(timeZone, calendar);
  return calendar;
}

/** Whether a fact of civil life holds on a civil day, "YYYY-MM-DD". */
export function runs(fact: Days, day: string): boolean {
  return fact.from <= day && (fact.until === undefined || day < fact.until);
}
