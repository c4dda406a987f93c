import type { Fact } from "../rule.ts";

/** All a rule may ask about a French household. Ages are in whole months; births are numbers yyyymmdd. */
export const facts: readonly Fact[] = [
  {
    name: "adults",
    of: "household",
    asked: "adults",
    label: { fr: "Nombre d’adultes du couple ou parent seul", en: "One adult, or two in a couple" },
  },
  {
    name: "free_housing",
    of: "household",
    asked: "housing",
    label: { fr: "Logé sans loyer ni mensualité", en: "Housed without rent" },
  },
  {
    name: "adult_age",
    of: "adult",
    asked: "birth",
    label: { fr: "Âge de l’adulte", en: "Age of the adult" },
  },
  { name: "pay", of: "adult", asked: "net_pay", label: { fr: "Salaire net mensuel", en: "Net monthly pay" } },
  {
    name: "taxable_pay",
    of: "adult",
    asked: "net_pay",
    label: { fr: "Salaire imposable d’il y a deux ans", en: "Taxable pay two years ago" },
  },
  {
    name: "disabled",
    of: "adult",
    asked: "disability",
    label: { fr: "Droit à l’AAH reconnu", en: "Recognised as disabled" },
  },
  { name: "birth", of: "child", asked: "birth", label: { fr: "Date de naissance", en: "Date of birth" } },
  { name: "age", of: "child", asked: "birth", label: { fr: "Âge atteint", en: "Age reached" } },
  {
    name: "limit_age",
    of: "child",
    asked: "birth",
    label: { fr: "Âge comparé à une limite", en: "Age compared with a limit" },
  },
  {
    name: "school_age",
    of: "child",
    asked: "birth",
    label: { fr: "Âge à la rentrée scolaire", en: "Age for the school year" },
  },
  {
    name: "months_since_birth",
    of: "child",
    asked: "birth",
    label: { fr: "Mois écoulés depuis celui de la naissance", en: "Months since the month of birth" },
  },
  {
    name: "birth_rank",
    of: "child",
    asked: "birth",
    label: {
      fr: "Rang parmi les enfants nés le même jour (1 sauf naissance multiple)",
      en: "Rank among the children born on the same day (1 but for a multiple birth)",
    },
  },
  {
    name: "aeeh_category",
    of: "child",
    asked: "aeeh",
    label: {
      fr: "Catégorie d’AEEH reconnue (0 sans complément, −1 sans AEEH)",
      en: "Recognised disability category (0 without complement, −1 for none)",
    },
  },
];
