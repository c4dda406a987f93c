import { nirKey } from "./nir.ts";
import { type Refusal, refusals, withoutSeparators } from "./refusal.ts";

/**
 * A waiting number (numéro d’attente): given while a person's registration is checked, and replaced by the
 * social-security number. 15 characters, the first 7 or 8, the same key as the number's (CP-02).
 */
export type Nia = string & { readonly brand: "Nia" };

export type NiaRefusal = keyof typeof niaRefusals;

/** One row for each thing that can be wrong, from the coarsest to the finest; readNia gives the first that applies. */
export const niaRefusals = refusals({
  "nia-character": {
    fr: "Un numéro d’attente, qui commence par 7 ou 8, s’écrit avec des chiffres. Vérifiez par exemple que vous avez tapé le chiffre 0 et non la lettre O.",
    en: "A waiting number, which starts with 7 or 8, is written with digits. Check for instance that you typed the digit 0 and not the letter O.",
  },
  "nia-length": {
    fr: "Un numéro d’attente, qui commence par 7 ou 8, compte 15 chiffres, ou 13 sans la clé. Reprenez-le en entier sur le courrier qui vous l’a donné.",
    en: "A waiting number, which starts with 7 or 8, has 15 digits, or 13 without its key. Copy all of it from the letter that gave it to you.",
  },
  "nia-key": {
    fr: "Les 2 derniers chiffres de ce numéro d’attente, la clé, ne vont pas avec les 13 premiers. Relisez-le sur le courrier qui vous l’a donné.",
    en: "The last 2 digits of this waiting number, the key, do not match the first 13. Read it again on the letter that gave it to you.",
  },
});

/**
 * Whether what was typed starts as a waiting number does and is longer than a file number, whose own words say more: the
 * refusals of waiting numbers then say most.
 */
export const startsAsNia = (typed: string): boolean => /^[78].{8}/.test(withoutSeparators(typed));

/**
 * Reads a waiting number as people type it: spaces, dots and hyphens do not matter; with 13 digits the key is computed,
 * with 15 it is checked. Its other digits are not judged: the number is there because the civil status is not sure yet.
 */
export function readNia(typed: string): { nia: Nia } | { refused: Refusal<NiaRefusal> } {
  const run = withoutSeparators(typed);
  if (!/^[78]\d*$/.test(run)) return { refused: niaRefusals["nia-character"] };
  if (run.length !== 13 && run.length !== 15) return { refused: niaRefusals["nia-length"] };
  const first13 = run.slice(0, 13);
  const key = nirKey(first13);
  if (run.length === 15 && run.slice(13) !== key) return { refused: niaRefusals["nia-key"] };
  return { nia: (first13 + key) as Nia };
}
