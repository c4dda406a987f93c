import type { Sentence } from "../language.ts";
import type { MeasureKind } from "./relations.ts";

/** The three kinds of measure as who deposits a decision reads them, each with what it opens (MC-06). */
export const measureKinds = {
  assistance: {
    says: { fr: "Aider la personne à décider", en: "Help the person decide" },
    opens: {
      fr: "Par exemple une curatelle. La personne décide, et fait elle-même ses démarches. Vous voyez son dossier pour l’aider.",
      en: "For example a curatelle. The person decides, and does things themselves. You see their file, to help them.",
    },
  },
  representation: {
    says: { fr: "Décider à la place de la personne", en: "Decide in the person’s place" },
    opens: {
      fr: "Par exemple une tutelle ou une habilitation familiale. Vous voyez son dossier et faites ses démarches. Elle continue de tout voir.",
      en: "For example a tutelle or a family authorisation. You see their file and carry out their procedures. They go on seeing everything.",
    },
  },
  accounts: {
    says: { fr: "Tenir ses comptes seulement", en: "Keep their accounts only" },
    opens: {
      fr: "Par exemple un accompagnement qui ne porte que sur l’argent. Vous voyez ses droits et ses paiements, et pouvez changer le compte bancaire.",
      en: "For example support that concerns money alone. You see their rights and payments, and may change the bank account.",
    },
  },
} as const satisfies Record<MeasureKind, { says: Sentence; opens: Sentence }>;

export const isMeasureKind = (text: string): text is MeasureKind => Object.hasOwn(measureKinds, text);

type TypedDay = { readonly day: string; readonly month: string; readonly year: string };

/** The days of a measure: the first, and the one from which it no longer runs, "YYYY-MM-DD". */
export type MeasureDays = { from: string; until?: string };

/**
 * Reads the first and the last day of a measure as a decision writes them; without a last day it runs until another
 * decision. `today` is "YYYY-MM-DD".
 */
export function readMeasureDays(
  first: TypedDay,
  last: TypedDay,
  today: string,
): MeasureDays | { refused: { first?: Sentence; last?: Sentence } } {
  const from = readDay(first);
  const to = isEmpty(last) ? "none" : readDay(last);
  const wrongFirst = isEmpty(first) ? measureDates.missing : firstRefusal(from, today);
  if (wrongFirst || !from || !to)
    return {
      refused: { ...(wrongFirst && { first: wrongFirst }), ...(!to && { last: measureDates.unreadable }) },
    };
  if (to === "none") return { from };
  if (to < from) return { refused: { last: measureDates.order } };
  if (to < today) return { refused: { last: measureDates.over } };
  return { from, until: dayAfter(to) };
}

function firstRefusal(from: string | undefined, today: string): Sentence | undefined {
  if (!from || Number(today.slice(0, 4)) - Number(from.slice(0, 4)) > 125) return measureDates.unreadable;
  return from > today ? measureDates.future : undefined;
}

const isEmpty = ({ day, month, year }: TypedDay) => [day, month, year].every((part) => part.trim() === "");

function readDay(typed: TypedDay): string | undefined {
  const [day, month, year] = [typed.day.trim(), typed.month.trim(), typed.year.trim()];
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : undefined;
}

/** The last day on which a measure runs, from the one on which it no longer does. */
export const lastDayBefore = (until: string): string => dayBeside(until, -1);

const dayAfter = (day: string): string => dayBeside(day, 1);

const dayBeside = (day: string, days: 1 | -1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** What is wrong with the days of a measure, and what to do. */
export const measureDates = {
  missing: {
    fr: "Indiquez le jour où la mesure commence : il est écrit dans la décision.",
    en: "Give the day on which the measure begins: it is written in the decision.",
  },
  unreadable: {
    fr: "Cette date n’existe pas. Écrivez le jour, le mois et l’année en chiffres, par exemple 7 3 2026.",
    en: "This date does not exist. Write day, month and year in digits, such as 7 3 2026.",
  },
  future: {
    fr: "La mesure n’a pas encore commencé. Revenez déposer la décision à partir de ce jour.",
    en: "The measure has not begun yet. Come back and deposit the decision from that day on.",
  },
  order: {
    fr: "Le dernier jour vient avant le premier. Vérifiez les deux dates dans la décision.",
    en: "The last day comes before the first. Check both dates in the decision.",
  },
  over: {
    fr: "Cette mesure a déjà pris fin. Si elle a été prolongée, déposez la décision qui la prolonge.",
    en: "This measure is over already. If it was extended, deposit the decision that extends it.",
  },
} as const satisfies Record<string, Sentence>;

/** Decisions of one guardian that may wait at a time: more are no family’s. */
export const waitingDeposits = 10;

/** Why a deposit, or a decision about one, is refused, and what to do. */
export const guardianshipRefusals = {
  ownNumber: {
    fr: "C’est votre propre numéro. Indiquez celui de la personne que vous protégez.",
    en: "This is your own number. Give that of the person you protect.",
  },
  sharedContact: {
    fr: "Votre adresse mail ou votre mobile est aussi celui de la personne protégée. Chacun doit avoir le sien : changez le vôtre dans « Vos coordonnées de contact », puis revenez ici.",
    en: "Your mail address or your mobile is also the protected person’s. Each must have their own: change yours under “Your contact details”, then come back here.",
  },
  waiting: {
    fr: "Vous avez déjà déposé cette décision : elle attend la vérification d’un agent. Vous serez prévenu(e) de la réponse.",
    en: "You have already deposited this decision: it waits for an agent to check it. You will be told the answer.",
  },
  tooMany: {
    fr: "Plusieurs de vos décisions attendent déjà. Nous les examinons d’abord. Si c’est urgent, appelez-nous.",
    en: "Several of your decisions are waiting already. We look at those first. If it is urgent, call us.",
  },
  gone: {
    fr: "Cette décision n’existe pas, ou n’existe plus. Revenez à la liste.",
    en: "This decision does not exist, or no longer does. Go back to the list.",
  },
  decided: {
    fr: "Cette décision a déjà reçu une réponse. Rechargez la liste pour voir laquelle.",
    en: "This decision has already been answered. Reload the list to see how.",
  },
  noReason: {
    fr: "Dites pourquoi, en quelques mots : 300 caractères au plus.",
    en: "Say why, in a few words: 300 characters at most.",
  },
  nobody: {
    fr: "Personne ici n’a à la fois ce numéro, ce nom et cette date de naissance. La décision ne peut qu’être refusée, en disant à la personne comment nous joindre.",
    en: "Nobody here has this number, this name and this birth date together. The decision can only be refused, telling the person how to reach us.",
  },
  contactsMeet: {
    fr: "Les deux personnes ont la même adresse ou le même mobile. Chacune doit avoir les siens avant la validation : refusez en le disant, ou appelez-les.",
    en: "Both persons have the same address or mobile. Each must have their own before validation: refuse saying so, or call them.",
  },
  measureOver: {
    fr: "La mesure a pris fin depuis le dépôt : elle ne peut qu’être refusée.",
    en: "The measure has ended since the deposit: it can only be refused.",
  },
  otherEyes: {
    fr: "Vous avez déjà donné votre accord. Une autre personne de l’accueil doit confirmer.",
    en: "You have already agreed. Another agent must confirm.",
  },
  ownAffair: {
    fr: "Cette décision vous concerne, ou touche un dossier dont vous faites partie. Laissez-la à un collègue.",
    en: "This decision concerns you, or touches a file you are part of. Leave it to a colleague.",
  },
} as const satisfies Record<string, Sentence>;
