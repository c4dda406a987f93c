import * as x from "../../expression.ts";
import type { Rule } from "../../rule.ts";
import * as p from "../parameters.ts";
import { readIn, sources } from "../sources.ts";

const pay = x.fact("gross_pay");
const payCeiling = x.parameter(p.marriagePayCeiling);

/** Family allowances and the marriage allowance (CN-03). */
export const familyRules: readonly Rule[] = [
  readIn(sources.allowances, {
    id: "family_allowances",
    unit: "DJF/month",
    label: { fr: "Allocations familiales", en: "Family allowances" },
    says: {
      fr: "1 400 FDJ par mois et par enfant, pour six enfants au plus, payés par trimestre.",
      en: "1,400 FDJ a month for each child, for six children at most, paid each quarter.",
    },
    formula: x.times(
      x.parameter(p.familyAllowance),
      x.least(x.fact("entitled_children"), x.parameter(p.mostChildren)),
    ),
    zero: [
      {
        when: x.equals(x.fact("entitled_children"), 0),
        says: { fr: "Aucun enfant n’ouvre droit.", en: "No child gives a right." },
      },
    ],
  }),
  readIn(sources.marriagePage, {
    id: "marriage_allowance",
    unit: "DJF/month",
    label: { fr: "Allocation de mariage", en: "Marriage allowance" },
    says: {
      fr: "2 500 FDJ par mois, payés par trimestre, pour un seul mariage, au travailleur marié dont le salaire ne dépasse pas 50 000 FDJ et dont l’épouse ne travaille pas.",
      en: "2,500 FDJ a month, paid each quarter, for one marriage only, to a married worker whose pay is no more than 50,000 FDJ and whose wife does not work.",
    },
    formula: x.given(
      x.all(x.holds(x.fact("married")), x.not(x.holds(x.fact("spouse_works"))), x.isWithin(pay, payCeiling)),
      x.parameter(p.marriageAllowance),
    ),
    zero: [
      {
        when: x.exceeds(pay, payCeiling),
        says: {
          fr: "Votre salaire dépasse le plafond de {excess}.",
          en: "Your pay exceeds the ceiling by {excess}.",
        },
        values: { excess: x.minus(pay, payCeiling) },
      },
      {
        when: x.holds(x.fact("spouse_works")),
        says: {
          fr: "Elle n’est pas due quand l’épouse travaille.",
          en: "It is not due when the wife works.",
        },
      },
      {
        when: x.equals(x.fact("married"), 0),
        says: { fr: "Elle est réservée aux travailleurs mariés.", en: "It is for married workers." },
      },
    ],
  }),
];
