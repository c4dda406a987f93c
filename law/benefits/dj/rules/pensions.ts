import * as x from "../../expression.ts";
import type { Rule } from "../../rule.ts";
import * as p from "../parameters.ts";
import { readIn, sources } from "../sources.ts";

const average = x.fact("average_pay");
const age = x.fact("age_in_years");
/** Years after 50, for who is found unfit for work: none before, five at most. */
const yearsAfterFifty = x.most(
  0,
  x.minus(x.least(age, x.parameter(p.unfitLastAge)), x.parameter(p.unfitPensionAge)),
);

/** The old-age pension, and the pension before its age of who can no longer work (CN-03). */
export const pensionRules: readonly Rule[] = [
  readIn(sources.survey, {
    id: "pension_earned",
    unit: "DJF/year",
    label: { fr: "Pension acquise par les cotisations", en: "Pension earned by contributions" },
    says: {
      fr: "Du salaire moyen des dix dernières années : 2 % par année jusqu’en 2001, 1,8 % jusqu’en 2006, 1,5 % depuis.",
      en: "Of the average pay of the last ten years: 2% for each year until 2001, 1.8% until 2006, 1.5% since.",
    },
    formula: x.times(
      12,
      average,
      x.sum(
        x.times(x.parameter(p.rateUntil2001), x.fact("years_until_2001")),
        x.times(x.parameter(p.rateUntil2006), x.fact("years_2002_to_2006")),
        x.times(x.parameter(p.rateSince2007), x.fact("years_since_2007")),
      ),
    ),
  }),
  readIn(sources.survey, {
    id: "capped_pension",
    unit: "DJF/year",
    label: { fr: "Pension acquise, sous plafond", en: "Pension earned, under the ceiling" },
    says: { fr: "Au plus 81 % du salaire moyen.", en: "At most 81% of average pay." },
    formula: x.least(x.rule("pension_earned"), x.times(12, average, x.parameter(p.highestPension))),
  }),
  readIn(sources.survey, {
    id: "old_age_pension",
    unit: "DJF/year",
    label: { fr: "Pension de vieillesse", en: "Old-age pension" },
    says: {
      fr: "À 60 ans avec 25 années de cotisation, ou à 55 ans avec 20 années pour une mère, un travailleur manuel ou un docker : la pension acquise, entre 170 000 FDJ par an et 81 % du salaire moyen.",
      en: "At 60 with 25 years of contributions, or at 55 with 20 years for a mother, a manual worker or a docker: the pension earned, between 170,000 FDJ a year and 81% of average pay.",
    },
    formula: x.given(
      x.all(
        x.reaches(x.fact("age_in_years"), x.rule("pension_age_due")),
        x.reaches(x.rule("pension_years"), x.rule("pension_years_due")),
      ),
      x.most(x.parameter(p.lowestPension), x.rule("capped_pension")),
    ),
    zero: [
      {
        when: x.isUnder(x.rule("pension_years"), x.rule("pension_years_due")),
        says: {
          fr: "Il faut {due} années de cotisation ; vous en avez {years}.",
          en: "It takes {due} years of contributions; you have {years}.",
        },
        values: { due: x.rule("pension_years_due"), years: x.rule("pension_years") },
      },
      {
        when: x.isUnder(x.fact("age_in_years"), x.rule("pension_age_due")),
        says: { fr: "La pension commence à {age} ans.", en: "The pension begins at {age}." },
        values: { age: x.rule("pension_age_due") },
      },
    ],
  }),
  readIn(sources.survey, {
    id: "pension_years",
    unit: "count",
    label: { fr: "Années de cotisation", en: "Years of contributions" },
    says: { fr: "La somme des trois périodes.", en: "The sum of the three periods." },
    formula: x.sum(x.fact("years_until_2001"), x.fact("years_2002_to_2006"), x.fact("years_since_2007")),
  }),
  readIn(sources.survey, {
    id: "pension_age_due",
    unit: "years",
    label: { fr: "Âge auquel la pension commence", en: "Age at which the pension begins" },
    says: {
      fr: "60 ans ; 55 ans pour une mère, un travailleur manuel ou un docker.",
      en: "60; 55 for a mother, a manual worker or a docker.",
    },
    formula: x.given(
      x.holds(x.fact("early_pension_work")),
      x.parameter(p.earlyPensionAge),
      x.parameter(p.pensionAge),
    ),
  }),
  readIn(sources.survey, {
    id: "pension_years_due",
    unit: "years",
    label: { fr: "Années de cotisation qu’il faut", en: "Years of contributions needed" },
    says: {
      fr: "25 années ; 20 années pour une mère, un travailleur manuel ou un docker.",
      en: "25 years; 20 for a mother, a manual worker or a docker.",
    },
    formula: x.given(
      x.holds(x.fact("early_pension_work")),
      x.parameter(p.earlyPensionYears),
      x.parameter(p.pensionYears),
    ),
  }),
  readIn(sources.payrollSoftware, {
    id: "unfit_pension",
    unit: "DJF/year",
    label: { fr: "Pension pour inaptitude (invalidité)", en: "Pension for unfitness (invalidity)" },
    says: {
      fr: "De 50 ans à l’âge de la retraite, pour qui est reconnu inapte au travail : une part de la pension acquise, la moitié à 50 ans et toute à 55 ans, sans descendre sous 170 000 FDJ par an.",
      en: "From 50 to the pension age, for who is found unfit for work: a share of the pension earned, half of it at 50 and all of it at 55, and no less than 170,000 FDJ a year.",
    },
    formula: x.given(
      x.all(
        x.holds(x.fact("unfit_for_work")),
        x.reaches(age, x.parameter(p.unfitPensionAge)),
        x.isUnder(age, x.rule("pension_age_due")),
        x.reaches(x.rule("pension_years"), x.rule("unfit_years_due")),
      ),
      x.most(
        x.parameter(p.lowestPension),
        x.times(
          x.rule("capped_pension"),
          x.sum(x.parameter(p.unfitShare), x.times(x.parameter(p.unfitShareByYear), yearsAfterFifty)),
        ),
      ),
    ),
    zero: [
      {
        when: x.equals(x.fact("unfit_for_work"), 0),
        says: {
          fr: "Elle est réservée à qui est reconnu inapte au travail.",
          en: "It is for who is found unfit for work.",
        },
      },
      {
        when: x.isUnder(age, x.parameter(p.unfitPensionAge)),
        says: {
          fr: "Elle commence à {age} ans ; nous ne savons pas ce qui est dû avant.",
          en: "It begins at {age}; we do not know what is due before.",
        },
        values: { age: x.parameter(p.unfitPensionAge) },
      },
      {
        when: x.reaches(age, x.rule("pension_age_due")),
        says: {
          fr: "À cet âge, c’est la pension de vieillesse.",
          en: "At this age, it is the old-age pension.",
        },
      },
      {
        when: x.isUnder(x.rule("pension_years"), x.rule("unfit_years_due")),
        says: {
          fr: "Il faut {due} années de cotisation ; vous en avez {years}.",
          en: "It takes {due} years of contributions; you have {years}.",
        },
        values: { due: x.rule("unfit_years_due"), years: x.rule("pension_years") },
      },
    ],
  }),
  readIn(sources.payrollSoftware, {
    id: "unfit_years_due",
    unit: "years",
    label: {
      fr: "Années de cotisation qu’il faut en cas d’inaptitude",
      en: "Years of contributions needed when unfit for work",
    },
    says: {
      fr: "20 années à 50 ans, une de plus par année d’âge, 25 au plus.",
      en: "20 years at 50, one more for each year of age, 25 at most.",
    },
    formula: x.sum(x.parameter(p.unfitYears), yearsAfterFifty),
  }),
];
