import type { Sentence } from "../language.ts";
import { type CodeFacts, codeState, codeStates } from "./codes.ts";

/** What holds of getting back into an account (SEC-04). */
export const recoveryLimits = {
  /** Minutes from asking to choosing the new password. */
  minutes: 60,
  /** Wrong birth dates before the desk must help. */
  birthTries: 3,
} as const;

/** One way back, as far as it has gone. Its code is sent once; a new one is a new way back, which replaces this one. */
export type Recovery = {
  askedAt: Date;
  code: Omit<CodeFacts, "sentAt" | "replacedAt">;
  asksBirth: boolean;
  birthTries: number;
  birthToldAt: Date | null;
  replacedAt: Date | null;
  endedAt: Date | null;
};

export type RecoveryStage =
  | { at: "code" | "identity" | "password" }
  /** It leads nowhere any more: what to do instead. */
  | { at: "over"; says: Sentence };

/** Where a person stands on their way back: the code, then their birth date where it is asked, then a new password. */
export function recoveryStage(recovery: Recovery, now: Date): RecoveryStage {
  if (recovery.endedAt) return { at: "over", says: recoveryRefusals.used };
  if (recovery.replacedAt) return { at: "over", says: recoveryRefusals.replaced };
  if (now.getTime() - recovery.askedAt.getTime() >= recoveryLimits.minutes * 60_000) {
    return { at: "over", says: recoveryRefusals.late };
  }
  if (recovery.birthTries >= recoveryLimits.birthTries) return { at: "over", says: recoveryRefusals.birth };
  const code = codeState({ ...recovery.code, sentAt: recovery.askedAt }, now);
  if (code !== "used") return code === "open" ? { at: "code" } : { at: "over", says: codeStates[code] };
  return { at: recovery.asksBirth && !recovery.birthToldAt ? "identity" : "password" };
}

/** Whether the birth date told is the register's; a day or month that the register does not know (00) is not compared. */
export function isBirthDate(told: string, registered: string): boolean {
  const parts = registered.split("-");
  return told.split("-").every((part, index) => parts[index] === "00" || part === parts[index]);
}

/** Whether the register knows a birth date at all: the institution asks partners' staff for none (SP-04). */
const knowsBirth = (registered: string): boolean => !/^0+(-00)*$/.test(registered);

/**
 * Whether the birth date is asked for after the code: where one contact point alone vouches for the person, and there is
 * something to compare with. A question that nobody can answer would close the way back for good.
 */
export const asksBirth = (vouching: number, registered: string): boolean =>
  vouching === 1 && knowsBirth(registered);

export const recoveryRefusals = {
  used: {
    fr: "Vous avez déjà choisi un nouveau mot de passe. Connectez-vous avec lui.",
    en: "You have already chosen a new password. Sign in with it.",
  },
  replaced: {
    fr: "Vous avez recommencé depuis. Utilisez le dernier code reçu, sur la dernière page ouverte.",
    en: "You have started again since. Use the last code received, on the last page opened.",
  },
  late: {
    fr: "Plus d’une heure est passée. Pour votre sécurité, recommencez depuis le début.",
    en: "More than an hour has passed. For your safety, start again from the beginning.",
  },
  birth: {
    fr: "La date de naissance ne correspond pas à celle que nous connaissons. Appelez-nous ou venez à l’accueil avec une pièce d’identité : nous vous rendrons votre accès.",
    en: "The date of birth is not the one we know. Call us or come to the reception desk with an identity document: we will give you your access back.",
  },
} as const satisfies Record<string, Sentence>;
