/** The languages every page, message and sentence of law exists in. French is the one that counts in law. */
export const languages = ["fr", "en"] as const;
export type Language = (typeof languages)[number];

/** One text in every language: a missing one does not compile. */
export type Sentence = Record<Language, string>;
