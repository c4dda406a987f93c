import type { Sentence } from "../../../../law/language.ts";

/** What is wrong with an answer, and how to mend it. */
export const refusals = {
  age: {
    fr: "Indiquez votre âge en années, en chiffres, par exemple 58.",
    en: "Enter your age in years, in figures, for instance 58.",
  },
  choose: { fr: "Choisissez une réponse.", en: "Choose an answer." },
  years: (most: number): Sentence => ({
    fr: `Indiquez un nombre d’années entre 0 et ${most} pour cette période.`,
    en: `Enter a number of years between 0 and ${most} for this period.`,
  }),
  moreThanLife: {
    fr: "Le total des années dépasse ce que permet votre âge. Vérifiez les trois nombres, ou votre âge.",
    en: "The years add up to more than your age allows. Check the three numbers, or your age.",
  },
  noPay: {
    fr: "Indiquez votre salaire moyen par mois, en francs Djibouti.",
    en: "Enter your average pay a month, in Djibouti francs.",
  },
  strangePay: {
    fr: "Écrivez le montant en chiffres, sans centimes, par exemple 95 000.",
    en: "Write the amount in figures, without cents, for instance 95,000.",
  },
  hugePay: {
    fr: "Vérifiez le montant : il dépasse dix millions de francs par mois.",
    en: "Check the amount: it is over ten million francs a month.",
  },
} as const;
