import type { Sentence } from "../language.ts";
import { type CodeFacts, codeState } from "./codes.ts";
import { nameKey } from "./names.ts";
import { isBirthDate } from "./recovery.ts";

/** What holds for a person who lost the contact points they verified, or never gave any (SEC-02, SEC-04). */
export const lostContactLimits = {
  minutes: {
    value: 60,
    source: "SEC-04",
    says: {
      fr: "Une demande se fait en une heure au plus, du début à l’envoi.",
      en: "A request is made within one hour, from its start to its sending.",
    },
  },
  openRequests: {
    value: 3,
    // Ours: not one, for then a stranger's false request would stand in the way of the person's own.
    source: "Foyer",
    says: {
      fr: "Au plus 3 demandes attendent à la fois pour un même numéro.",
      en: "At most 3 requests wait at a time for one number.",
    },
  },
} as const satisfies Record<string, { value: number; source: string; says: Sentence }>;

/** One way to a request, as far as it has gone. */
export type LostContactWay = {
  startedAt: Date;
  /** The last code sent to the new contact point; absent until one is given. */
  code?: CodeFacts | undefined;
  sent: boolean;
};

export type LostContactStage =
  | { at: "contact" | "code" | "documents" | "sent" }
  /** It leads nowhere any more: what to do instead. */
  | { at: "over"; says: Sentence };

/** Where a person stands: a new contact point, its code, the identity document, then the request waits for the desk. */
export function lostContactStage(way: LostContactWay, now: Date): LostContactStage {
  if (way.sent) return { at: "sent" };
  if (now.getTime() - way.startedAt.getTime() >= lostContactLimits.minutes.value * 60_000)
    return { at: "over", says: lostContactRefusals.late };
  if (!way.code) return { at: "contact" };
  return { at: codeState(way.code, now) === "used" ? "documents" : "code" };
}

/** Who somebody says they are. */
export type ToldPerson = { firstNames: string; birthName: string; birthDate: string };

type RegisteredPerson = ToldPerson & { usedName: string | null };

/**
 * What is told and what the register knows, compared for the agent who decides: spellings do not matter, the first of the
 * first names is enough, and the name in use is as good as the birth name.
 */
export function agreement(
  told: ToldPerson,
  registered: RegisteredPerson,
): { firstNames: boolean; name: boolean; birthDate: boolean } {
  return {
    firstNames: sameFirstName(told.firstNames, registered.firstNames),
    name: [registered.birthName, registered.usedName ?? registered.birthName].some((name) =>
      sameName(told.birthName, name),
    ),
    birthDate: isBirthDate(told.birthDate, registered.birthDate),
  };
}

const sameName = (one: string, other: string) => nameKey(one) === nameKey(other);

/** Whether two lists of first names start alike: "Awa" is "Awa Marie", and a single name has none. */
export function sameFirstName(one: string, other: string): boolean {
  const [a, b] = [nameKey(one), nameKey(other)];
  return a === b || (a !== "" && b.startsWith(`${a} `)) || (b !== "" && a.startsWith(`${b} `));
}

export const lostContactRefusals = {
  late: {
    fr: "Plus d’une heure est passée depuis le début. Pour votre sécurité, recommencez : vos fichiers et vos réponses n’ont pas été gardés.",
    en: "More than an hour has passed since you started. For your safety, start again: your files and answers were not kept.",
  },
  waiting: {
    fr: "Plusieurs demandes attendent déjà pour ce numéro. Nous les examinons d’abord. Si ce n’étaient pas les vôtres, ou si c’est urgent, appelez-nous ou venez à l’accueil avec une pièce d’identité.",
    en: "Several requests already wait for this number. We look at those first. If they were not yours, or if it cannot wait, call us or come to the reception desk with an identity document.",
  },
  contactTaken: {
    fr: "Cette adresse ou ce numéro sert déjà à un autre compte. Chacun doit avoir le sien, pour pouvoir retrouver son accès : indiquez-en un autre.",
    en: "This address or number is already used by another account. Each person needs their own, to be able to get back in: give another one.",
  },
} as const satisfies Record<string, Sentence>;

/** Why an agent cannot decide as they ask. */
export const deskRefusals = {
  gone: {
    fr: "Cette demande n’existe pas, ou n’existe plus. Revenez à la liste.",
    en: "This request does not exist, or no longer does. Go back to the list.",
  },
  decided: {
    fr: "Cette demande a déjà reçu une réponse. Rechargez la liste pour voir laquelle.",
    en: "This request has already been answered. Reload the list to see how.",
  },
  noReason: {
    fr: "Dites pourquoi, en quelques mots : 300 caractères au plus.",
    en: "Say why, in a few words: 300 characters at most.",
  },
  nobody: {
    fr: "Personne n’a le numéro donné dans cette demande : elle ne peut qu’être refusée, en disant à la personne comment nous joindre.",
    en: "Nobody has the number given in this request: it can only be refused, telling the person how to reach us.",
  },
  contactTaken: {
    fr: "Depuis cette demande, sa nouvelle coordonnée est devenue celle d’un autre compte. Refusez-la, en disant à la personne d’en donner une autre.",
    en: "Since this request, its new contact point has become another account’s. Refuse it, telling the person to give another one.",
  },
} as const satisfies Record<string, Sentence>;
