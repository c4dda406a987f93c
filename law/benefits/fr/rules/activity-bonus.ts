import * as x from "../../expression.ts";
import type { Rule } from "../../rule.ts";
import * as p from "../parameters/activity-bonus.ts";
import { hourlyMinimumWage } from "../parameters/general.ts";
import { readings } from "../readings.ts";
import { flatAmount, housingLumpSum } from "./rsa.ts";

const from = "2023-09-01";
const hours = (of: typeof p.individualFrom) => x.times(x.parameter(of), x.parameter(hourlyMinimumWage));
const whole = x.rounded(x.times(x.parameter(p.individualShare), x.parameter(p.bonusBase)), "cent");
const earnings = x.sumOver("adults", x.rule("earnings"));
const flat = x.rule("ppa_flat");
const netResources = x.sum(x.rule("rsa_base_ressources"), housingLumpSum(p.bonusBase));
const [first, second, third] = readings.bonusMonths.chosen;
const average = x.divided(
  x.sum(
    x.inMonth({ monthsBefore: first }, "ppa_month"),
    x.inMonth({ monthsBefore: second }, "ppa_month"),
    x.inMonth({ monthsBefore: third }, "ppa_month"),
  ),
  3,
);

/** Prime d’activité, before CRDS. */
export const activityBonusRules: readonly Rule[] = [
  {
    id: "earnings",
    of: "adult",
    unit: "EUR/month",
    from,
    article: "CSS, art. L. 842-4 et L. 842-8",
    label: { fr: "Revenus d’activité", en: "Earnings" },
    says: {
      fr: "Le salaire net ; l’AAH s’y ajoute à partir de 29 heures de Smic.",
      en: "Net pay; the disability allowance is added from 29 hours of minimum wage.",
    },
    formula: x.sum(
      x.fact("pay"),
      x.given(x.reaches(x.fact("pay"), hours(p.disabilityEarningsFrom)), x.rule("aah_adult")),
    ),
  },
  {
    id: "individual_bonus",
    of: "adult",
    unit: "EUR/month",
    from,
    article: "CSS, art. L. 842-3 et D. 843-2",
    label: { fr: "Bonification individuelle", en: "Individual bonus" },
    says: {
      fr: "Elle commence à 59 heures de Smic, croît avec les revenus d’activité puis s’arrête à son maximum.",
      en: "It begins at 59 hours of minimum wage, grows with earnings, then stays at its highest.",
    },
    formula: x.least(
      whole,
      x.most(
        0,
        x.divided(
          x.times(whole, x.minus(x.rule("earnings"), hours(p.individualFrom))),
          x.minus(hours(p.individualTo), hours(p.individualFrom)),
        ),
      ),
    ),
  },
  {
    id: "ppa_flat",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. L. 842-3 et D. 843-1",
    label: { fr: "Montant forfaitaire du foyer", en: "Flat amount of the household" },
    says: {
      fr: "Le montant d’une personne, selon le barème de la famille.",
      en: "The amount of one person, by the family scale.",
    },
    formula: flatAmount(p.bonusBase),
  },
  {
    id: "ppa_month",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. L. 842-3, D. 843-2 et D. 843-3",
    label: { fr: "Prime calculée pour ce mois", en: "Bonus computed for that month" },
    says: {
      fr: "Le montant forfaitaire, une part des revenus d’activité et les bonifications, moins le plus haut des ressources et du montant forfaitaire.",
      en: "The flat amount, a share of earnings and the individual bonuses, less the higher of resources and the flat amount.",
    },
    formula: x.given(
      x.reaches(x.count("adults", x.reaches(x.fact("adult_age"), x.times(12, x.parameter(p.workerAge)))), 1),
      x.most(
        0,
        x.minus(
          x.sum(
            flat,
            x.times(x.parameter(p.earningsShare), earnings),
            x.sumOver("adults", x.rule("individual_bonus")),
          ),
          x.most(netResources, flat),
        ),
      ),
    ),
  },
  {
    id: "ppa_average",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. R. 843-1",
    label: { fr: "Moyenne des trois mois", en: "Average of the three months" },
    says: {
      fr: "Pour qui travaille : chaque mois compte avec la loi, les âges et les prestations de ce mois.",
      en: "For those who earn: each month counts with the law, the ages and the benefits of that month.",
    },
    formula: x.given(x.exceeds(earnings, 0), average),
  },
  {
    id: "ppa",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. L. 842-1, R. 843-1 et D. 846-2",
    label: { fr: "Prime d’activité", en: "Activity bonus" },
    says: {
      fr: "La moyenne des trois mois ; rien en dessous de 15 €.",
      en: "The average of the three months; nothing under €15.",
    },
    formula: x.given(
      x.reaches(x.rule("ppa_average"), x.parameter(p.bonusMinimum)),
      x.rounded(x.rule("ppa_average"), "cent"),
    ),
    zero: [
      {
        when: x.equals(earnings, 0),
        says: {
          fr: "La prime d’activité complète un revenu d’activité : il n’y en a pas dans les réponses.",
          en: "The activity bonus tops up earnings: there are none in the answers.",
        },
      },
      {
        when: x.equals(x.rule("ppa_average"), 0),
        says: {
          fr: "Les revenus du foyer dépassent ceux que la prime complète.",
          en: "The household’s income is above what the bonus tops up.",
        },
      },
      {
        when: x.isUnder(x.rule("ppa_average"), x.parameter(p.bonusMinimum)),
        says: {
          fr: "Il resterait {rest} : moins de 15 € ne sont pas versés.",
          en: "{rest} would remain: less than €15 is not paid.",
        },
        values: { rest: x.rule("ppa_average") },
      },
    ],
  },
];
