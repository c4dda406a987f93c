import * as x from "../../expression.ts";
import type { Rule } from "../../rule.ts";
import { childAgeLimit } from "../parameters/family-allowances.ts";
import * as p from "../parameters/general.ts";

/** The child has reached the age that a parameter gives in years. */
export const hasReached = (age: Parameters<typeof x.parameter>[0]): x.Condition =>
  x.reaches(x.fact("age"), x.times(12, x.parameter(age)));

/** The child has not yet come to the age at which a right ends. */
export const isYoungerThan = (age: Parameters<typeof x.parameter>[0]): x.Condition =>
  x.isUnder(x.fact("limit_age"), x.times(12, x.parameter(age)));

/** A right that begins with the month after the birth has begun. */
export const isBorn: x.Condition = x.reaches(x.fact("age"), 0);

/** The child is dependent for family benefits. */
export const isDependent: x.Condition = x.all(isBorn, isYoungerThan(childAgeLimit));

const from = "2023-09-01";

/** What several benefits look at: the year's resources, and who lives alone or on two incomes. */
export const generalRules: readonly Rule[] = [
  {
    id: "deduction",
    of: "adult",
    unit: "EUR/year",
    from,
    article: "CGI, art. 83, 3°",
    label: { fr: "Déduction pour frais professionnels", en: "Deduction for work expenses" },
    says: {
      fr: "10 % du salaire imposable, arrondis à l’euro, avec un minimum et un maximum.",
      en: "10% of taxable pay, rounded to the euro, with a floor and a ceiling.",
    },
    formula: x.least(
      x.fact("taxable_pay"),
      x.parameter(p.expenseCeiling, "income year"),
      x.most(
        x.parameter(p.expenseFloor, "income year"),
        x.rounded(
          x.times(x.fact("taxable_pay"), x.parameter(p.expenseRate, "income year")),
          "euro, half to even",
        ),
      ),
    ),
  },
  {
    id: "income",
    of: "adult",
    unit: "EUR/year",
    from,
    article: "CSS, art. R. 532-3",
    label: { fr: "Revenu net catégoriel d’il y a deux ans", en: "Net income two years ago" },
    says: {
      fr: "Le salaire imposable d’il y a deux ans, moins la déduction pour frais.",
      en: "Taxable pay two years ago, less the deduction for expenses.",
    },
    formula: x.minus(x.fact("taxable_pay"), x.rule("deduction")),
  },
  {
    id: "resources",
    of: "household",
    unit: "EUR/year",
    from,
    article: "CSS, art. R. 532-3 et D. 521-4",
    label: {
      fr: "Ressources de l’année de référence",
      en: "Resources of the year of reference",
    },
    says: {
      fr: "Les revenus nets des adultes du foyer, il y a deux ans.",
      en: "The net incomes of the adults of the household, two years ago.",
    },
    formula: x.sumOver("adults", x.rule("income")),
  },
  {
    id: "lone_adult",
    of: "household",
    unit: "yes-no",
    from,
    article: "CSS, art. R. 522-2",
    label: { fr: "Personne isolée", en: "Alone" },
    says: { fr: "Un seul adulte au foyer.", en: "One adult in the household." },
    formula: x.yesNo(x.equals(x.fact("adults"), 1)),
  },
  {
    id: "two_incomes",
    of: "household",
    unit: "yes-no",
    from,
    article: "CSS, art. R. 522-2",
    label: { fr: "Couple à deux revenus", en: "Couple with two incomes" },
    says: {
      fr: "Chacun des deux conjoints a gagné au moins 13,6 % du plafond annuel de la sécurité sociale.",
      en: "Each partner earned at least 13.6% of the yearly social-security ceiling.",
    },
    formula: x.yesNo(
      x.equals(
        x.count(
          "adults",
          x.reaches(
            x.rule("income"),
            x.times(x.parameter(p.secondIncomeShare), x.parameter(p.securityCeiling, "income year")),
          ),
        ),
        2,
      ),
    ),
  },
  {
    id: "raised_ceilings",
    of: "household",
    unit: "yes-no",
    from,
    article: "CSS, art. R. 522-2 et R. 531-1",
    label: { fr: "Plafonds majorés", en: "Raised ceilings" },
    says: {
      fr: "Les plafonds sont plus hauts pour un parent isolé ou un couple à deux revenus.",
      en: "Ceilings are higher for a lone parent or a couple with two incomes.",
    },
    formula: x.yesNo(x.any(x.holds(x.rule("lone_adult")), x.holds(x.rule("two_incomes")))),
  },
  {
    id: "af_children",
    of: "household",
    unit: "count",
    from,
    article: "CSS, art. L. 512-3 et R. 512-2",
    label: { fr: "Enfants à charge de moins de 20 ans", en: "Dependent children under 20" },
    says: {
      fr: "On compte les enfants nés qui n’ont pas 20 ans.",
      en: "Children who are born and not yet 20 are counted.",
    },
    formula: x.count("children", isDependent),
  },
];
