import * as x from "../../expression.ts";
import type { Parameter } from "../../parameter.ts";
import type { Rule } from "../../rule.ts";
import * as asf from "../parameters/family-support.ts";
import { familyBase } from "../parameters/general.ts";

const from = "2023-09-01";
const base = x.parameter(familyBase);

const supported = x.rule("af_children");
const support = (rate: Parameter) =>
  x.given(x.holds(x.rule("lone_adult")), x.times(base, x.parameter(rate), supported));

/** Allocation de soutien familial for a parent alone who receives no maintenance. */
export const familySupportRules: readonly Rule[] = [
  {
    id: "asf",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. L. 523-1 et D. 523-1",
    label: { fr: "Allocation de soutien familial", en: "Family support allowance" },
    says: {
      fr: "42,2 % de la base mensuelle par enfant, pour un parent seul qui ne reçoit pas de pension.",
      en: "42.2% of the monthly base for each child, for a parent alone who receives no maintenance.",
    },
    formula: x.rounded(support(asf.supportRate), "cent"),
    zero: [
      {
        when: x.equals(x.rule("lone_adult"), 0),
        says: {
          fr: "Elle est réservée à un parent qui vit seul.",
          en: "It is for a parent who lives alone.",
        },
      },
      {
        when: x.equals(supported, 0),
        says: { fr: "Aucun enfant de moins de 20 ans à charge.", en: "No dependent child under 20." },
      },
    ],
  },
  {
    id: "asf_counted",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CASF, art. R. 262-10-1 ; CSS, art. R. 844-4",
    label: { fr: "Part comptée de l’ASF", en: "Part of the support allowance that counts" },
    says: {
      fr: "Le RSA et la prime d’activité n’en comptent que 22,5 % de la base mensuelle par enfant.",
      en: "RSA and the activity bonus count only 22.5% of the monthly base for each child.",
    },
    formula: support(asf.supportRateCounted),
  },
];
