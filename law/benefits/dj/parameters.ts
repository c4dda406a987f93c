import type { Parameter } from "../parameter.ts";
import { sinceAtLeast, sources } from "./sources.ts";

export const contributionPayCeiling: Parameter = {
  id: "dj-pay-ceiling",
  label: {
    fr: "Salaire le plus haut qui compte pour les branches autres que la retraite",
    en: "Highest pay that counts for the branches other than pensions",
  },
  unit: "DJF/month",
  source: sources.payCeiling,
  values: [{ from: "2015-09-01", value: 400_000, ref: sources.payCeiling }],
};
export const familyAllowance: Parameter = {
  id: "dj-family-allowance",
  label: { fr: "Allocation familiale par enfant", en: "Family allowance for each child" },
  unit: "DJF/month",
  source: sources.allowances,
  values: [{ from: "1983-01-01", value: 1400, ref: sources.allowances }],
};
export const mostChildren: Parameter = {
  id: "dj-most-children",
  label: { fr: "Nombre d’enfants le plus haut qui compte", en: "Highest number of children that counts" },
  unit: "count",
  source: sources.payrollSoftware,
  values: [{ from: sinceAtLeast, value: 6, ref: sources.payrollSoftware }],
};
export const marriageAllowance: Parameter = {
  id: "dj-marriage",
  label: { fr: "Allocation de mariage", en: "Marriage allowance" },
  unit: "DJF/month",
  source: sources.allowances,
  values: [{ from: "1983-01-01", value: 2500, ref: sources.allowances }],
};
export const marriagePayCeiling: Parameter = {
  id: "dj-marriage-ceiling",
  label: { fr: "Salaire au-delà duquel elle n’est pas due", en: "Pay beyond which it is not due" },
  unit: "DJF/month",
  source: sources.marriagePage,
  values: [{ from: sinceAtLeast, value: 50_000, ref: sources.marriagePage }],
};
export const sharedMaternityRate: Parameter = {
  id: "dj-maternity-shared",
  label: {
    fr: "Part de la CNSS pendant les 14 premières semaines",
    en: "Share of the CNSS during the first 14 weeks",
  },
  unit: "ratio",
  source: sources.maternityNotice,
  values: [{ from: "2019-07-04", value: 0.5, ref: sources.maternityNotice }],
};
export const fullMaternityRate: Parameter = {
  id: "dj-maternity-full",
  label: {
    fr: "Part de la CNSS pendant les 12 dernières semaines",
    en: "Share of the CNSS during the last 12 weeks",
  },
  unit: "ratio",
  source: sources.maternityNotice,
  values: [{ from: "2019-07-04", value: 1, ref: sources.maternityNotice }],
};
export const accidentFirstDays: Parameter = {
  id: "dj-accident-days",
  label: { fr: "Premiers jours d’arrêt", en: "First days off work" },
  unit: "days",
  source: sources.payrollSoftware,
  values: [{ from: sinceAtLeast, value: 29, ref: sources.payrollSoftware }],
};
export const accidentFirstRate: Parameter = {
  id: "dj-accident-first",
  label: { fr: "Part du salaire pendant ces premiers jours", en: "Share of pay during these first days" },
  unit: "ratio",
  source: sources.payrollSoftware,
  values: [{ from: sinceAtLeast, value: 0.5, ref: sources.payrollSoftware }],
};
export const accidentLaterRate: Parameter = {
  id: "dj-accident-later",
  label: { fr: "Part du salaire ensuite", en: "Share of pay afterwards" },
  unit: "ratio",
  source: sources.payrollSoftware,
  values: [{ from: sinceAtLeast, value: 0.75, ref: sources.payrollSoftware }],
};
export const leastIncapacity: Parameter = {
  id: "dj-incapacity-least",
  label: {
    fr: "Taux d’incapacité à partir duquel une rente est due, en %",
    en: "Incapacity from which an annuity is due, in %",
  },
  unit: "count",
  source: sources.payrollSoftware,
  values: [{ from: sinceAtLeast, value: 11, ref: sources.payrollSoftware }],
};
export const assistanceRaise: Parameter = {
  id: "dj-incapacity-raise",
  label: { fr: "Majoration pour l’aide d’une autre personne", en: "Raise for another person’s help" },
  unit: "ratio",
  source: sources.payrollSoftware,
  values: [{ from: sinceAtLeast, value: 0.4, ref: sources.payrollSoftware }],
};
export const pensionAge: Parameter = {
  id: "dj-pension-age",
  label: { fr: "Âge de la retraite", en: "Pension age" },
  unit: "years",
  source: sources.survey,
  values: [{ from: sinceAtLeast, value: 60, ref: sources.survey }],
};
export const pensionYears: Parameter = {
  id: "dj-pension-years",
  label: { fr: "Années de cotisation nécessaires", en: "Years of contributions needed" },
  unit: "years",
  source: sources.survey,
  values: [{ from: sinceAtLeast, value: 25, ref: sources.survey }],
};
export const earlyPensionAge: Parameter = {
  id: "dj-pension-age-early",
  label: {
    fr: "Âge de la retraite des mères, des travailleurs manuels et des dockers",
    en: "Pension age of mothers, manual workers and dockers",
  },
  unit: "years",
  source: sources.survey,
  values: [{ from: sinceAtLeast, value: 55, ref: sources.survey }],
};
export const earlyPensionYears: Parameter = {
  id: "dj-pension-years-early",
  label: { fr: "Années de cotisation qu’il leur faut", en: "Years of contributions they need" },
  unit: "years",
  source: sources.survey,
  values: [{ from: sinceAtLeast, value: 20, ref: sources.survey }],
};
export const voluntaryContribution: Parameter = {
  id: "dj-voluntary",
  label: {
    fr: "Cotisation volontaire de qui n’a plus d’emploi",
    en: "Voluntary contribution of who has no job any more",
  },
  unit: "ratio",
  source: sources.survey,
  values: [{ from: sinceAtLeast, value: 0.08, ref: sources.survey }],
};
export const voluntaryPayCeiling: Parameter = {
  id: "dj-voluntary-ceiling",
  label: { fr: "Salaire le plus haut qui compte pour elle", en: "Highest pay that counts for it" },
  unit: "DJF/month",
  source: sources.survey,
  values: [{ from: sinceAtLeast, value: 300_000, ref: sources.survey }],
};
export const rateUntil2001: Parameter = {
  id: "dj-pension-rate-2001",
  label: { fr: "Taux par année jusqu’en 2001", en: "Rate for each year until 2001" },
  unit: "ratio",
  source: sources.survey,
  values: [{ from: sinceAtLeast, value: 0.02, ref: sources.survey }],
};
export const rateUntil2006: Parameter = {
  id: "dj-pension-rate-2006",
  label: { fr: "Taux par année de 2002 à 2006", en: "Rate for each year from 2002 to 2006" },
  unit: "ratio",
  source: sources.survey,
  values: [{ from: sinceAtLeast, value: 0.018, ref: sources.survey }],
};
export const rateSince2007: Parameter = {
  id: "dj-pension-rate",
  label: { fr: "Taux par année depuis 2007", en: "Rate for each year since 2007" },
  unit: "ratio",
  source: sources.survey,
  values: [{ from: sinceAtLeast, value: 0.015, ref: sources.survey }],
};
export const highestPension: Parameter = {
  id: "dj-pension-highest",
  label: {
    fr: "Pension la plus haute, en part du salaire moyen",
    en: "Highest pension, as a share of average pay",
  },
  unit: "ratio",
  source: sources.survey,
  values: [{ from: sinceAtLeast, value: 0.81, ref: sources.survey }],
};
export const lowestPension: Parameter = {
  id: "dj-pension-lowest",
  label: { fr: "Pension la plus basse", en: "Lowest pension" },
  unit: "DJF/year",
  source: sources.survey,
  values: [{ from: sinceAtLeast, value: 170_000, ref: sources.survey }],
};
export const unfitPensionAge: Parameter = {
  id: "dj-unfit-age",
  label: { fr: "Âge de la pension pour inaptitude", en: "Age of the pension for unfitness" },
  unit: "years",
  source: sources.survey,
  values: [{ from: sinceAtLeast, value: 50, ref: sources.survey }],
};
export const unfitLastAge: Parameter = {
  id: "dj-unfit-last-age",
  label: { fr: "Âge à partir duquel elle est entière", en: "Age from which it is whole" },
  unit: "years",
  source: sources.payrollSoftware,
  values: [{ from: sinceAtLeast, value: 55, ref: sources.payrollSoftware }],
};
export const unfitYears: Parameter = {
  id: "dj-unfit-years",
  label: { fr: "Années de cotisation qu’il faut à 50 ans", en: "Years of contributions needed at 50" },
  unit: "years",
  source: sources.payrollSoftware,
  values: [{ from: sinceAtLeast, value: 20, ref: sources.payrollSoftware }],
};
export const unfitShare: Parameter = {
  id: "dj-unfit-share",
  label: { fr: "Part de la pension servie à 50 ans", en: "Share of the pension paid at 50" },
  unit: "ratio",
  source: sources.payrollSoftware,
  values: [{ from: sinceAtLeast, value: 0.5, ref: sources.payrollSoftware }],
};
export const unfitShareByYear: Parameter = {
  id: "dj-unfit-share-year",
  label: { fr: "Part de plus par année après 50 ans", en: "Further share for each year after 50" },
  unit: "ratio",
  source: sources.payrollSoftware,
  values: [{ from: sinceAtLeast, value: 0.1, ref: sources.payrollSoftware }],
};
export const reversionRate: Parameter = {
  id: "dj-reversion",
  label: {
    fr: "Part de la pension qui va aux conjoints survivants",
    en: "Share of the pension that goes to the surviving spouses",
  },
  unit: "ratio",
  source: sources.reversion,
  values: [{ from: "2002-01-31", value: 0.5, ref: sources.reversion }],
};
export const ownPensionShare: Parameter = {
  id: "dj-reversion-own-pension",
  label: {
    fr: "Ce qui en reste à qui a sa propre pension",
    en: "What is left of it to who has a pension of their own",
  },
  unit: "ratio",
  source: sources.reversion,
  values: [{ from: "2002-01-31", value: 0.5, ref: sources.reversion }],
};
export const orphanShare: Parameter = {
  id: "dj-orphan",
  label: { fr: "Part de la pension pour un orphelin", en: "Share of the pension for an orphan" },
  unit: "ratio",
  source: sources.payrollSoftware,
  values: [{ from: sinceAtLeast, value: 0.1, ref: sources.payrollSoftware }],
};
export const orphansShare: Parameter = {
  id: "dj-orphans",
  label: { fr: "Part la plus haute pour tous les orphelins", en: "Highest share for all orphans" },
  unit: "ratio",
  source: sources.payrollSoftware,
  values: [{ from: sinceAtLeast, value: 0.3, ref: sources.payrollSoftware }],
};
