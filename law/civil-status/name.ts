import { type Refusal, refusals } from "../credentials/refusal.ts";

/** Longer than any name a register holds; beyond, something was pasted by mistake. */
const longest = 100;

export type NameRefusal = keyof typeof nameRefusals;

/** What can be wrong with a name, whichever it is. That it is missing is said by its field. */
export const nameRefusals = refusals({
  long: {
    fr: "Ce nom est trop long : 100 caractères au plus. Vérifiez que vous n’avez pas collé autre chose.",
    en: "This name is too long: at most 100 characters. Check that you did not paste something else.",
  },
  script: {
    fr: "Écrivez ce nom en lettres latines, comme sur votre titre de séjour ou votre passeport.",
    en: "Write this name in Latin letters, as on your residence permit or your passport.",
  },
  character: {
    fr: "Un nom s’écrit avec des lettres, des espaces, des traits d’union et des apostrophes. Retirez les chiffres et les autres signes.",
    en: "A name is written with letters, spaces, hyphens and apostrophes. Remove digits and other signs.",
  },
});

/** Latin letters with whatever accent, and what stands between two of them or shortens one. */
const written = /^[\p{Script=Latin}\p{M}'’ʼ.\s-]*$/u;

/**
 * A name as its person typed it: accents and capitals kept, spaces made single, long dashes made hyphens. Empty where
 * nothing was typed: whether that may be is for the caller to say.
 */
export function readName(typed: string): { name: string } | { refused: Refusal<NameRefusal> } {
  const name = typed
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\p{Dash}/gu, "-")
    .replace(/\s+/g, " ")
    .trim();
  if (name.length > longest) return { refused: nameRefusals.long };
  if (/\p{L}/u.test(name.replace(/\p{Script=Latin}/gu, ""))) return { refused: nameRefusals.script };
  if (!written.test(name) || (name !== "" && !/\p{L}/u.test(name)))
    return { refused: nameRefusals.character };
  return { name };
}
