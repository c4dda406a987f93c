import type { Sentence } from "../language.ts";

export type CharacterClass = "digit" | "lowercase" | "uppercase" | "special";

/** The statements that say how a password is composed. */
export type PasswordSource = "CP-04" | "CN-06";

/** What an institution asks of a password (CP-04, CN-06). Lengths are in characters as people count them. */
export type PasswordPolicy = {
  min: number;
  max: number;
  require: readonly CharacterClass[];
  /** Where the institution's rule is written; CP-04 when it does not say. */
  source?: PasswordSource;
};

/** One line of the list that the page ticks while the person types, and that the server judges by. */
export type PasswordRule = {
  readonly id: `min:${number}` | `max:${number}` | CharacterClass;
  readonly says: Sentence;
  readonly holds: (password: string) => boolean;
  readonly source: PasswordSource;
};

const classes = {
  digit: { fr: "au moins 1 chiffre", en: "at least 1 digit", pattern: /\p{Nd}/u },
  lowercase: {
    fr: "au moins 1 lettre minuscule",
    en: "at least 1 lowercase letter",
    pattern: /\p{Lowercase}/u,
  },
  uppercase: {
    fr: "au moins 1 lettre majuscule",
    en: "at least 1 uppercase letter",
    pattern: /\p{Uppercase}/u,
  },
  special: {
    fr: "au moins 1 caractère qui n’est ni une lettre, ni un chiffre, ni un espace, par exemple ! ou ?",
    en: "at least 1 character that is not a letter, a digit or a space, for example ! or ?",
    // An accent typed apart from its letter (a "mark") belongs to the letter.
    pattern: /[^\p{L}\p{M}\p{N}\p{White_Space}]/u,
  },
} satisfies Record<CharacterClass, Sentence & { pattern: RegExp }>;

/**
 * A password in the form in which it is judged and hashed: keyboards do not agree on whether "é" is one sign or two,
 * and the same password must work on all of them.
 */
export function composedPassword(password: string): string {
  return password.normalize("NFC");
}

/** Length in Unicode code points, of the composed form. */
export function passwordLength(password: string): number {
  return [...composedPassword(password)].length;
}

/** The rules of an institution's policy, in the order in which the page lists them (CP-04, CN-06). */
export function passwordRules(policy: PasswordPolicy): PasswordRule[] {
  const { min, max, require, source = "CP-04" } = policy;
  return [
    {
      id: `min:${min}`,
      says: { fr: `au moins ${min} caractères`, en: `at least ${min} characters` },
      holds: (password) => passwordLength(password) >= min,
      source,
    },
    {
      id: `max:${max}`,
      says: { fr: `au plus ${max} caractères`, en: `at most ${max} characters` },
      holds: (password) => passwordLength(password) <= max,
      source,
    },
    ...require.map((id): PasswordRule => {
      const { fr, en, pattern } = classes[id];
      return { id, says: { fr, en }, holds: (password) => pattern.test(composedPassword(password)), source };
    }),
  ];
}

/** The rules that a password breaks, in the order of the list; none when the policy takes it. */
export function brokenRules(policy: PasswordPolicy, password: string): PasswordRule[] {
  return passwordRules(policy).filter((rule) => !rule.holds(password));
}
