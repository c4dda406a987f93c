import * as x from "../expression.ts";
import type { Fact, Rule, Rulebook } from "../rule.ts";
import * as p from "./parameters.ts";

const from = "2020-01-01";
const survey = "Social Security Programs Throughout the World: Africa, 2015";
const cnss = "cnss.dj, « allocation de mariage »";
const press = "La Nation, « réforme du congé de maternité »";
const ask = (name: string, fr: string, en: string): Fact => ({
  name,
  of: "household",
  asked: name,
  label: { fr, en },
});
const average = x.fact("average_pay");
const earned = x.rule("pension_earned");

const rules: readonly Rule[] = [
  {
    id: "pension_contribution_worker",
    of: "household",
    unit: "DJF/month",
    from,
    article: survey,
    unverified: survey,
    label: { fr: "Cotisation du salarié pour la retraite", en: "Worker’s contribution for the pension" },
    says: { fr: "4 % du salaire.", en: "4% of pay." },
    formula: x.times(x.fact("gross_pay"), x.parameter(p.pensionContributionWorker)),
  },
  {
    id: "pension_contribution_employer",
    of: "household",
    unit: "DJF/month",
    from,
    article: survey,
    unverified: survey,
    label: {
      fr: "Cotisation de l’employeur pour la retraite",
      en: "Employer’s contribution for the pension",
    },
    says: { fr: "4 % du salaire.", en: "4% of pay." },
    formula: x.times(x.fact("gross_pay"), x.parameter(p.pensionContributionEmployer)),
  },
  {
    id: "marriage_allowance",
    of: "household",
    unit: "DJF/month",
    from,
    article: cnss,
    unverified: cnss,
    label: { fr: "Allocation de mariage", en: "Marriage allowance" },
    says: {
      fr: "2 500 FDJ par mois, payés par trimestre, au travailleur marié dont le salaire ne dépasse pas 50 000 FDJ et dont l’épouse ne travaille pas.",
      en: "DJF 2,500 a month, paid each quarter, to a married worker whose pay is no more than DJF 50,000 and whose wife does not work.",
    },
    formula: x.given(
      x.all(
        x.holds(x.fact("married")),
        x.not(x.holds(x.fact("spouse_works"))),
        x.isWithin(x.fact("gross_pay"), x.parameter(p.marriagePayCeiling)),
      ),
      x.parameter(p.marriageAllowance),
    ),
    zero: [
      {
        when: x.exceeds(x.fact("gross_pay"), x.parameter(p.marriagePayCeiling)),
        says: {
          fr: "Votre salaire dépasse le plafond de {excess}.",
          en: "Your pay exceeds the ceiling by {excess}.",
        },
        values: { excess: x.minus(x.fact("gross_pay"), x.parameter(p.marriagePayCeiling)) },
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
  },
  {
    id: "maternity_shared_month",
    of: "household",
    unit: "DJF/month",
    from,
    article: press,
    unverified: press,
    label: {
      fr: "Part de la CNSS pendant les 14 premières semaines de maternité",
      en: "Share of the CNSS during the first 14 weeks of maternity",
    },
    says: {
      fr: "La moitié du salaire brut ; l’employeur paie l’autre moitié.",
      en: "Half of gross pay; the employer pays the other half.",
    },
    formula: x.times(x.fact("gross_pay"), x.parameter(p.sharedMaternityRate)),
  },
  {
    id: "pension_earned",
    of: "household",
    unit: "DJF/year",
    from,
    article: survey,
    unverified: survey,
    label: { fr: "Pension acquise par les cotisations", en: "Pension earned by contributions" },
    says: {
      fr: "Du salaire moyen des dix dernières années : 2 % par année jusqu’en 2001, 1,8 % jusqu’en 2006, 1,5 % depuis.",
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
  },
  {
    id: "old_age_pension",
    of: "household",
    unit: "DJF/year",
    from,
    article: survey,
    unverified: survey,
    label: { fr: "Pension de vieillesse", en: "Old-age pension" },
    says: {
      fr: "À 60 ans avec 25 années de cotisation, ou à 55 ans avec 20 années pour une mère, un travailleur manuel ou un docker : la pension acquise, entre 170 000 FDJ par an et 81 % du salaire moyen.",
      en: "At 60 with 25 years of contributions, or at 55 with 20 years for a mother, a manual worker or a docker: the pension earned, between DJF 170,000 a year and 81% of average pay.",
    },
    formula: x.given(
      x.all(
        x.reaches(x.fact("age_in_years"), x.rule("pension_age_due")),
        x.reaches(x.rule("pension_years"), x.rule("pension_years_due")),
      ),
      x.most(
        x.parameter(p.lowestPension),
        x.least(earned, x.times(12, average, x.parameter(p.highestPension))),
      ),
    ),
    zero: [
      {
        when: x.isUnder(x.rule("pension_years"), x.rule("pension_years_due")),
        says: {
          fr: "Il faut {due} années de cotisation ; vous en avez {years}.",
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
  },
  {
    id: "pension_years",
    of: "household",
    unit: "count",
    from,
    article: survey,
    unverified: survey,
    label: { fr: "Années de cotisation", en: "Years of contributions" },
    says: { fr: "La somme des trois périodes.", en: "The sum of the three periods." },
    formula: x.sum(x.fact("years_until_2001"), x.fact("years_2002_to_2006"), x.fact("years_since_2007")),
  },
  {
    id: "pension_age_due",
    of: "household",
    unit: "years",
    from,
    article: survey,
    unverified: survey,
    label: { fr: "Âge auquel la pension commence", en: "Age at which the pension begins" },
    says: {
      fr: "60 ans ; 55 ans pour une mère, un travailleur manuel ou un docker.",
      en: "60; 55 for a mother, a manual worker or a docker.",
    },
    formula: x.given(
      x.holds(x.fact("early_pension_work")),
      x.parameter(p.earlyPensionAge),
      x.parameter(p.pensionAge),
    ),
  },
  {
    id: "pension_years_due",
    of: "household",
    unit: "years",
    from,
    article: survey,
    unverified: survey,
    label: { fr: "Années de cotisation qu’il faut", en: "Years of contributions needed" },
    says: {
      fr: "25 années ; 20 années pour une mère, un travailleur manuel ou un docker.",
      en: "25 years; 20 for a mother, a manual worker or a docker.",
    },
    formula: x.given(
      x.holds(x.fact("early_pension_work")),
      x.parameter(p.earlyPensionYears),
      x.parameter(p.pensionYears),
    ),
  },
  {
    id: "voluntary_contribution",
    of: "household",
    unit: "DJF/month",
    from,
    article: survey,
    unverified: survey,
    label: { fr: "Cotisation volontaire", en: "Voluntary contribution" },
    says: {
      fr: "Qui a perdu son emploi peut continuer à cotiser : 8 % de son dernier salaire, compté jusqu’à 300 000 FDJ par mois.",
      en: "Who lost their job may go on contributing: 8% of their last pay, counted up to DJF 300,000 a month.",
    },
    formula: x.times(
      x.parameter(p.voluntaryContribution),
      x.least(x.fact("gross_pay"), x.parameter(p.voluntaryPayCeiling)),
    ),
  },
];

/**
 * What published facts say of the CNSS of Djibouti; nobody has confirmed any of it, and each rule says where it was
 * read (CN-03). Left out for want of a source with amounts: contributions of the other branches, family allowances,
 * daily indemnities, the early pension for health (its reduction), invalidity, survivors’ and orphans’ pensions, what
 * pensioners contribute, the last 12 weeks of maternity.
 */
export const djiboutianBenefits: Rulebook = {
  country: "DJ",
  currency: "DJF",
  since: "2020-01",
  facts: [
    ask("gross_pay", "Salaire brut mensuel", "Gross monthly pay"),
    ask("married", "Marié", "Married"),
    ask("spouse_works", "Épouse qui travaille", "Wife who works"),
    ask(
      "average_pay",
      "Salaire mensuel moyen des dix dernières années",
      "Average monthly pay of the last ten years",
    ),
    ask("age_in_years", "Âge", "Age"),
    ask("early_pension_work", "Mère, travailleur manuel ou docker", "Mother, manual worker or docker"),
    ask("years_until_2001", "Années cotisées jusqu’en 2001", "Years of contributions until 2001"),
    ask("years_2002_to_2006", "Années cotisées de 2002 à 2006", "Years of contributions from 2002 to 2006"),
    ask("years_since_2007", "Années cotisées depuis 2007", "Years of contributions since 2007"),
  ],
  rules,
  results: [
    "pension_contribution_worker",
    "pension_contribution_employer",
    "marriage_allowance",
    "maternity_shared_month",
    "old_age_pension",
    "voluntary_contribution",
  ],
};
