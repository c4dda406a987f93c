import type { Sentence } from "../language.ts";
import { type Refusal, refusals, withoutSeparators } from "./refusal.ts";

/** How an institution sends the codes that verify a contact point. */
export type CodePolicy = {
  /** Minutes a code lives, by the way it was sent (CP-09). */
  minutes: { sms: number; mail: number };
  /** How many times a new code may be asked for, for each contact point (CP-08). */
  resends: number;
};

export type CodeWay = keyof CodePolicy["minutes"];

/** What holds for every institution. A day is a UTC day; counts are per account unless said otherwise. */
export const codeLimits = {
  digits: { value: 6, source: "CP-06", says: { fr: "Un code a 6 chiffres.", en: "A code has 6 digits." } },
  triesPerCode: {
    value: 5,
    source: "SEC-03",
    says: { fr: "Un code peut être essayé 5 fois.", en: "A code may be tried 5 times." },
  },
  triesPerDay: {
    value: 20,
    source: "SEC-03",
    says: {
      fr: "Dans une même journée, on peut essayer 20 codes, tous envois confondus.",
      en: "In one day, 20 tries may be made, over all the codes sent.",
    },
  },
  sendsPerDay: {
    value: 12,
    // Ours: fraudsters earn money by having a service send SMS to numbers that charge for them.
    source: "Foyer",
    says: { fr: "Nous envoyons au plus 12 codes par jour.", en: "We send at most 12 codes a day." },
  },
} as const satisfies Record<string, { value: number; source: string; says: Sentence }>;

/** One code as it was sent, and what has been tried since. */
export type CodeFacts = {
  sentAt: Date;
  way: CodeWay;
  policy: CodePolicy;
  /** Wrong tries of this code. */
  tries: number;
  /** When it was typed right: a code serves once. */
  usedAt?: Date | null | undefined;
  /** When a newer code made it void. */
  replacedAt?: Date | null | undefined;
  /** Wrong tries of any code of this account, this UTC day. */
  triesToday: number;
};

export type CodeState = keyof typeof codeStates;

/** What the code screen says of a code, and which step is open next (CP-07). */
export const codeStates = {
  open: {
    fr: "Saisissez le code à 6 chiffres que vous venez de recevoir.",
    en: "Enter the 6-digit code that you have just received.",
  },
  late: {
    fr: "Ce code est trop ancien. Demandez-en un nouveau et saisissez-le dès que vous le recevez.",
    en: "This code is too old. Ask for a new one and enter it as soon as you receive it.",
  },
  used: {
    fr: "Ce code a déjà servi : il n’y a plus rien à saisir. Vous pouvez continuer.",
    en: "This code has already been used: nothing more to enter. You can go on.",
  },
  replaced: {
    fr: "Un code plus récent vous a été envoyé. Saisissez le dernier reçu : il a remplacé les précédents.",
    en: "A newer code was sent to you. Enter the last one received: it replaced the earlier ones.",
  },
  exhausted: {
    fr: "Ce code a été essayé trop de fois : il ne peut plus servir. Demandez-en un nouveau.",
    en: "This code has been tried too many times and can no longer be used. Ask for a new one.",
  },
  "day-exhausted": {
    fr: "Trop de codes ont été essayés aujourd’hui. Pour protéger votre compte, reprenez demain. Si c’est urgent, appelez-nous ou venez à l’accueil avec une pièce d’identité.",
    en: "Too many codes have been tried today. To protect your account, please come back tomorrow. If it cannot wait, call us or come to the reception desk with an identity document.",
  },
} as const satisfies Record<string, Sentence>;

/**
 * Whether a code may still be typed (CP-09, SEC-03). Where several things are wrong with it, the answer is the one
 * that settles what the person can do: asking for a new code is of no use on a day whose tries are spent.
 * A code is late from the very instant its minutes are over.
 */
export function codeState(code: CodeFacts, now: Date): CodeState {
  if (code.usedAt) return "used";
  if (code.triesToday >= codeLimits.triesPerDay.value) return "day-exhausted";
  if (code.replacedAt) return "replaced";
  if (code.tries >= codeLimits.triesPerCode.value) return "exhausted";
  if (now.getTime() >= codeEndsAt(code).getTime()) return "late";
  return "open";
}

/** The instant from which a code is late (CP-09). */
export function codeEndsAt({ sentAt, way, policy }: Pick<CodeFacts, "sentAt" | "way" | "policy">): Date {
  return new Date(sentAt.getTime() + policy.minutes[way] * 60_000);
}

/** How many more times this code may be typed, once the account's day is counted in (SEC-03). */
export function triesLeft({ tries, triesToday }: Pick<CodeFacts, "tries" | "triesToday">): number {
  const left = Math.min(codeLimits.triesPerCode.value - tries, codeLimits.triesPerDay.value - triesToday);
  return Math.max(0, left);
}

/** What is said of a wrong code which may be tried again `left` times, at least once. */
export function wrongCode(left: number): Sentence {
  return {
    fr: `Ce n’est pas le bon code. Relisez le dernier message reçu : il vous reste ${left} ${left === 1 ? "essai" : "essais"}.`,
    en: `This is not the right code. Read the last message you received again: ${left} ${left === 1 ? "try" : "tries"} left.`,
  };
}

export const codeRefusals = refusals({
  empty: {
    fr: "Saisissez le code à 6 chiffres que nous vous avons envoyé.",
    en: "Enter the 6-digit code that we sent you.",
  },
  shape: {
    fr: "Le code est fait de 6 chiffres. Reprenez-le dans le dernier message reçu.",
    en: "The code is made of 6 digits. Copy it from the last message you received.",
  },
});

/** Reads a code as people type or paste it (CP-06): spaces do not matter. */
export function readCode(typed: string): { code: string } | { refused: Refusal<keyof typeof codeRefusals> } {
  const code = withoutSeparators(typed);
  if (code === "") return { refused: codeRefusals.empty };
  if (!new RegExp(`^\\d{${codeLimits.digits.value}}$`).test(code)) return { refused: codeRefusals.shape };
  return { code };
}

/** Why no further code is sent, and which step is open instead (CP-07). */
export const sendRefusals = refusals({
  resends: {
    fr: "Nous avons envoyé à cette adresse ou à ce numéro tous les codes possibles. Regardez dans les messages indésirables, ou changez vos coordonnées de contact.",
    en: "We have sent all the codes we may to this address or number. Look in your junk folder, or change your contact details.",
  },
  day: {
    fr: "Beaucoup de codes ont été demandés aujourd’hui. Pour protéger votre compte, reprenez demain. Si c’est urgent, appelez-nous ou venez à l’accueil avec une pièce d’identité.",
    en: "Many codes have been asked for today. To protect your account, please come back tomorrow. If it cannot wait, call us or come to the reception desk with an identity document.",
  },
});

/**
 * Whether a new code may be sent to a contact point (CP-08). `sendsOfThisContact` counts every code already sent to it
 * for the same verification, the first one included; the first one is always due.
 */
export function mayResend(sendsOfThisContact: number, policy: Pick<CodePolicy, "resends">): boolean {
  return sendsOfThisContact <= policy.resends;
}

/** Whether the account may be sent one more code this UTC day, whatever the contact point. */
export function maySendToday(sendsToday: number): boolean {
  return sendsToday < codeLimits.sendsPerDay.value;
}
