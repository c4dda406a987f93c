import * as x from "../../expression.ts";
import type { Rule } from "../../rule.ts";
import * as p from "../parameters.ts";
import { readIn, sources } from "../sources.ts";

const pension = x.fact("deceased_pension");
const spouses = x.fact("surviving_spouses");
const orphans = x.fact("orphans");

/** What goes to the family of a pensioner who dies (CN-03). */
export const survivorRules: readonly Rule[] = [
  readIn(sources.reversion, {
    id: "survivor_pension",
    unit: "DJF/year",
    label: { fr: "Pension de réversion, pour chaque conjoint", en: "Survivor’s pension, for each spouse" },
    says: {
      fr: "La moitié de la pension, en parts égales entre les conjoints ; chaque part est réduite de moitié pour qui a sa propre pension. Elle prend fin au remariage. La durée de mariage qu’il faut n’est pas vérifiée ici.",
      en: "Half of the pension, in equal parts among the spouses; a part is halved for who has a pension of their own. It ends on remarriage. How long one must have been married is not checked here.",
    },
    formula: x.given(
      x.holds(spouses),
      x.times(
        x.divided(x.times(pension, x.parameter(p.reversionRate)), x.most(1, spouses)),
        x.given(x.holds(x.fact("own_pension")), x.parameter(p.ownPensionShare), 1),
      ),
    ),
    zero: [
      {
        when: x.equals(spouses, 0),
        says: { fr: "Il n’y a pas de conjoint survivant.", en: "There is no surviving spouse." },
      },
    ],
  }),
  readIn(sources.payrollSoftware, {
    id: "orphans_pension",
    unit: "DJF/year",
    label: { fr: "Pension d’orphelins, pour tous ensemble", en: "Orphans’ pension, for all together" },
    says: {
      fr: "10 % de la pension pour chaque orphelin, 30 % au plus pour tous, en parts égales.",
      en: "10% of the pension for each orphan, 30% at most for all, in equal parts.",
    },
    formula: x.times(
      pension,
      x.least(x.parameter(p.orphansShare), x.times(x.parameter(p.orphanShare), orphans)),
    ),
    zero: [
      {
        when: x.equals(orphans, 0),
        says: { fr: "Aucun orphelin n’ouvre droit.", en: "No orphan gives a right." },
      },
    ],
  }),
];
