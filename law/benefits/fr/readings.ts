import type { Sentence } from "../../language.ts";

/**
 * Where a text can be read two ways, or where the engine of reference reads it otherwise than its letter: what we do,
 * what the other reading would do, and the article that decides. One line changes the reading for all rules; each is
 * listed in known-gaps.md.
 */
export const readings = {
  /** "first day": the age completed on the first day of the month. "letter": a right begins the month after the birthday and ends with the month before it. */
  ages: {
    chosen: "first day" as "first day" | "letter",
    article: "CSS, art. L. 552-1",
    says: {
      fr: "L’âge est celui atteint le premier jour du mois.",
      en: "The age is the one reached on the first day of the month.",
    },
  },
  /** "1 December": the age completed on that day. "whole year": the age reached in the calendar year. */
  schoolAge: {
    chosen: "1 December" as "1 December" | "whole year",
    article: "CSS, art. R. 543-3",
    says: {
      fr: "Pour l’allocation de rentrée, l’âge est celui atteint le 1ᵉʳ décembre de l’année.",
      en: "For the back-to-school allowance, the age is the one reached on 1 December.",
    },
  },
  /** Which months before the month asked for make the average of the activity bonus. */
  bonusMonths: {
    chosen: [1, 2, 3] as readonly [number, number, number],
    article: "CSS, art. R. 843-1, I",
    says: {
      fr: "La prime d’activité est la moyenne des trois mois précédents.",
      en: "The activity bonus is the average of the three months before.",
    },
  },
} satisfies Record<string, { chosen: unknown; article: string; says: Sentence }>;
