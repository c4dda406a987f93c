import * as x from "../../expression.ts";
import type { Rule } from "../../rule.ts";
import * as p from "../parameters.ts";
import { readIn, sources } from "../sources.ts";

const daysOff = x.fact("days_off");
const firstDays = x.parameter(p.accidentFirstDays);

/** The law of 30 June 2025 changed article 113 of the labour code; its text was not read, so nothing is said from then on. */
const untilReform = { from: "2020-01-01", until: "2025-07-01" };

/** Maternity, and what is paid after a work accident (CN-03). */
export const leaveRules: readonly Rule[] = [
  readIn(sources.maternityNotice, {
    ...untilReform,
    id: "maternity_shared_month",
    unit: "DJF/month",
    label: {
      fr: "Part de la CNSS pendant les 14 premières semaines de maternité",
      en: "Share of the CNSS during the first 14 weeks of maternity",
    },
    says: {
      fr: "La moitié du salaire brut, compté jusqu’à 400 000 FDJ ; l’employeur paie l’autre moitié.",
      en: "Half of gross pay, counted up to 400,000 FDJ; the employer pays the other half.",
    },
    formula: x.times(x.rule("capped_pay"), x.parameter(p.sharedMaternityRate)),
  }),
  readIn(sources.maternityNotice, {
    ...untilReform,
    id: "maternity_full_month",
    unit: "DJF/month",
    label: {
      fr: "Part de la CNSS pendant les 12 dernières semaines de maternité",
      en: "Share of the CNSS during the last 12 weeks of maternity",
    },
    says: { fr: "Tout le salaire net.", en: "All of net pay." },
    formula: x.times(x.fact("net_pay"), x.parameter(p.fullMaternityRate)),
  }),
  readIn(sources.payrollSoftware, {
    id: "accident_indemnity",
    unit: "DJF",
    label: {
      fr: "Indemnités journalières après un accident du travail",
      en: "Daily indemnities after a work accident",
    },
    says: {
      fr: "Pour chaque jour d’arrêt, la moitié du salaire journalier pendant 29 jours, puis les trois quarts.",
      en: "For each day off work, half of daily pay for 29 days, then three quarters.",
    },
    formula: x.times(
      x.fact("daily_pay"),
      x.sum(
        x.times(x.parameter(p.accidentFirstRate), x.least(daysOff, firstDays)),
        x.times(x.parameter(p.accidentLaterRate), x.most(0, x.minus(daysOff, firstDays))),
      ),
    ),
  }),
  readIn(sources.payrollSoftware, {
    id: "incapacity_annuity",
    unit: "DJF/year",
    label: { fr: "Rente d’incapacité permanente", en: "Annuity for permanent incapacity" },
    says: {
      fr: "À partir d’un taux d’incapacité de 11 %, ce taux du salaire de l’année d’avant ; 40 % de plus pour qui est totalement incapable de travailler et a besoin d’aide.",
      en: "From an incapacity of 11% on, that share of the pay of the year before; 40% more for who is wholly incapable of work and needs help.",
    },
    formula: x.given(
      x.reaches(x.fact("incapacity"), x.parameter(p.leastIncapacity)),
      x.times(
        x.divided(x.fact("incapacity"), 100),
        x.fact("yearly_pay"),
        x.given(
          x.all(x.holds(x.fact("needs_assistance")), x.reaches(x.fact("incapacity"), 100)),
          x.sum(1, x.parameter(p.assistanceRaise)),
          1,
        ),
      ),
    ),
    zero: [
      {
        when: x.isUnder(x.fact("incapacity"), x.parameter(p.leastIncapacity)),
        says: {
          fr: "La rente commence à {least} % d’incapacité ; nous ne savons pas ce qui est dû en dessous.",
          en: "The annuity begins at an incapacity of {least}%; we do not know what is due below.",
        },
        values: { least: x.parameter(p.leastIncapacity) },
      },
    ],
  }),
];
