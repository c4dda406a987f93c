import * as x from "../../expression.ts";
import type { Rule } from "../../rule.ts";
import { isDependent } from "./general.ts";

const from = "2023-09-01";

/** The quotient familial of the family branch, which prices canteens and holiday centres. */
export const familyQuotientRules: readonly Rule[] = [
  {
    id: "qf_parts",
    of: "household",
    unit: "count",
    from,
    article: "Cnaf, suivi législatif : quotient familial",
    unverified: "Cnaf, mode de calcul publié du quotient familial",
    label: { fr: "Parts du foyer", en: "Shares of the household" },
    says: {
      fr: "Deux parts pour le couple ou le parent seul, une demie pour chaque enfant et une demie de plus pour le troisième ; une demie de plus pour chaque enfant qui ouvre droit à l’AEEH.",
      en: "Two shares for the couple or lone parent, a half for each child and a half more for the third; a half more for each child with a right to AEEH.",
    },
    formula: x.sum(
      2,
      x.times(0.5, x.rule("af_children")),
      x.given(x.reaches(x.rule("af_children"), 3), 0.5),
      x.times(0.5, x.count("children", x.all(isDependent, x.reaches(x.fact("aeeh_category"), 0)))),
    ),
  },
  {
    id: "quotient_familial",
    of: "household",
    unit: "EUR/month",
    from,
    article: "Cnaf, suivi législatif : quotient familial",
    unverified: "Cnaf, mode de calcul publié du quotient familial",
    label: { fr: "Quotient familial", en: "Family quotient" },
    says: {
      fr: "Le douzième des revenus imposables d’il y a deux ans avant déduction, plus les prestations du mois, divisé par les parts.",
      en: "One twelfth of taxable income two years ago before the deduction, plus the month’s benefits, divided by the shares.",
    },
    formula: x.rounded(
      x.divided(
        x.sum(
          x.divided(x.sumOver("adults", x.fact("taxable_pay")), 12),
          x.rule("af"),
          x.rule("cf"),
          x.rule("asf"),
          x.rule("paje_base"),
          x.rule("aeeh"),
          x.rule("rsa"),
          x.rule("ppa"),
          x.rule("aah"),
        ),
        x.rule("qf_parts"),
      ),
      "cent",
    ),
  },
];
