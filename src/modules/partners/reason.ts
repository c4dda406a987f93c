import type { Sentence } from "../../../law/language.ts";

const longestReason = 500;

/** What is wrong with the reason of something that the institution does to an access: it is kept, and told where it is a refusal. */
export const wrongReason = (reason: string): Sentence | undefined =>
  reason.trim() === "" ? sentences.none : reason.length > longestReason ? sentences.long : undefined;

const sentences = {
  none: { fr: "Dites pourquoi.", en: "Say why." },
  long: {
    fr: `Résumez la raison en ${longestReason} caractères au plus.`,
    en: `Sum the reason up in at most ${longestReason} characters.`,
  },
} satisfies Record<string, Sentence>;
