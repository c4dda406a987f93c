import type { Sentence } from "../../../../../law/language.ts";

/** What is wrong with an answer, and how to mend it. */
export const refusals = {
  choose: { fr: "Choisissez une réponse.", en: "Choose an answer." },
  nobody: {
    fr: "Cochez au moins une personne. Si aucun droit n’est reconnu, revenez à la question précédente et répondez non.",
    en: "Tick at least one person. If no right is recognised, go back to the question before and answer no.",
  },
  noDate: {
    fr: "Indiquez la date de naissance, par exemple 27 3 2016.",
    en: "Enter the date of birth, for instance 27 3 2016.",
  },
  incompleteDate: {
    fr: "Il faut un jour, un mois et une année en quatre chiffres, par exemple 27 3 2016.",
    en: "It takes a day, a month and a year in four digits, for instance 27 3 2016.",
  },
  noSuchDay: {
    fr: "Ce jour n’existe pas dans ce mois. Vérifiez la date.",
    en: "There is no such day in that month. Check the date.",
  },
  adultYear: {
    fr: "Vérifiez l’année : cette personne aurait moins de 14 ans, ou serait née avant 1900.",
    en: "Check the year: this person would be under 14, or born before 1900.",
  },
  childYear: {
    fr: "Vérifiez l’année : une naissance attendue est dans les neuf mois qui viennent, et aucune n’est avant 1900.",
    en: "Check the year: a birth that is expected comes within nine months, and none is before 1900.",
  },
  noPay: {
    fr: "Indiquez un montant en euros. S’il n’y a pas de salaire, écrivez 0.",
    en: "Enter an amount in euros. If there is no pay, write 0.",
  },
  negativePay: { fr: "Un salaire ne peut pas être négatif.", en: "Pay cannot be negative." },
  strangePay: {
    fr: "Écrivez le montant en chiffres, par exemple 1450 ou 1450,50.",
    en: "Write the amount in figures, for instance 1450 or 1450.50.",
  },
  hugePay: {
    fr: "Vérifiez le montant : il dépasse 100 000 € par mois.",
    en: "Check the amount: it is over €100,000 a month.",
  },
  noCount: {
    fr: "Indiquez le nombre d’enfants. S’il n’y en a pas, écrivez 0.",
    en: "Enter the number of children. If there are none, write 0.",
  },
  strangeCount: {
    fr: "Écrivez le nombre d’enfants en chiffres, par exemple 2.",
    en: "Write the number of children in figures, for instance 2.",
  },
  manyChildren: {
    fr: "Cette page compte jusqu’à 15 enfants. Au-delà, appelez-nous : nous ferons l’estimation avec vous.",
    en: "This page counts up to 15 children. Beyond that, call us: we will make the estimate with you.",
  },
  impossible: {
    fr: "Cette réponse ne va pas avec les autres. Vérifiez-la.",
    en: "This answer does not fit the others. Check it.",
  },
} satisfies Record<string, Sentence>;
