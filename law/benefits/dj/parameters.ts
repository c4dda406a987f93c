import type { Parameter } from "../parameter.ts";

const survey = "Social Security Programs Throughout the World: Africa, 2015, « Djibouti »";
const marriagePage = "cnss.dj, page « allocation de mariage »";
const maternityReform = "La Nation, article sur la réforme du congé de maternité de juillet 2019";

export const pensionContributionWorker: Parameter = {
  id: "dj-pension-worker",
  label: { fr: "Part du salarié pour la retraite", en: "Worker’s share for the pension" },
  unit: "ratio",
  source: survey,
  values: [{ from: "2010-01-01", value: 0.04, ref: survey }],
};
export const pensionContributionEmployer: Parameter = {
  id: "dj-pension-employer",
  label: { fr: "Part de l’employeur pour la retraite", en: "Employer’s share for the pension" },
  unit: "ratio",
  source: survey,
  values: [{ from: "2010-01-01", value: 0.04, ref: survey }],
};
export const marriageAllowance: Parameter = {
  id: "dj-marriage",
  label: { fr: "Allocation de mariage", en: "Marriage allowance" },
  unit: "DJF/month",
  source: marriagePage,
  values: [{ from: "2010-01-01", value: 2500, ref: marriagePage }],
};
export const marriagePayCeiling: Parameter = {
  id: "dj-marriage-ceiling",
  label: { fr: "Salaire au-delà duquel elle n’est pas due", en: "Pay beyond which it is not due" },
  unit: "DJF/month",
  source: marriagePage,
  values: [{ from: "2010-01-01", value: 50_000, ref: marriagePage }],
};
export const sharedMaternityRate: Parameter = {
  id: "dj-maternity-rate",
  label: { fr: "Part de la CNSS pendant ces semaines", en: "Share of the CNSS during these weeks" },
  unit: "ratio",
  source: maternityReform,
  values: [{ from: "2019-07-01", value: 0.5, ref: maternityReform }],
};
export const pensionAge: Parameter = {
  id: "dj-pension-age",
  label: { fr: "Âge de la retraite", en: "Pension age" },
  unit: "years",
  source: survey,
  values: [{ from: "2010-01-01", value: 60, ref: survey }],
};
export const pensionYears: Parameter = {
  id: "dj-pension-years",
  label: { fr: "Années de cotisation nécessaires", en: "Years of contributions needed" },
  unit: "years",
  source: survey,
  values: [{ from: "2010-01-01", value: 25, ref: survey }],
};
export const earlyPensionAge: Parameter = {
  id: "dj-pension-age-early",
  label: {
    fr: "Âge de la retraite des mères, des travailleurs manuels et des dockers",
    en: "Pension age of mothers, manual workers and dockers",
  },
  unit: "years",
  source: survey,
  values: [{ from: "2010-01-01", value: 55, ref: survey }],
};
export const earlyPensionYears: Parameter = {
  id: "dj-pension-years-early",
  label: { fr: "Années de cotisation qu’il leur faut", en: "Years of contributions they need" },
  unit: "years",
  source: survey,
  values: [{ from: "2010-01-01", value: 20, ref: survey }],
};
export const voluntaryContribution: Parameter = {
  id: "dj-voluntary",
  label: {
    fr: "Cotisation volontaire de qui n’a plus d’emploi",
    en: "Voluntary contribution of who has no job any more",
  },
  unit: "ratio",
  source: survey,
  values: [{ from: "2010-01-01", value: 0.08, ref: survey }],
};
export const voluntaryPayCeiling: Parameter = {
  id: "dj-voluntary-ceiling",
  label: { fr: "Salaire le plus haut qui compte pour elle", en: "Highest pay that counts for it" },
  unit: "DJF/month",
  source: survey,
  values: [{ from: "2010-01-01", value: 300_000, ref: survey }],
};
export const rateUntil2001: Parameter = {
  id: "dj-pension-rate-2001",
  label: { fr: "Taux par année jusqu’en 2001", en: "Rate for each year until 2001" },
  unit: "ratio",
  source: survey,
  values: [{ from: "2010-01-01", value: 0.02, ref: survey }],
};
export const rateUntil2006: Parameter = {
  id: "dj-pension-rate-2006",
  label: { fr: "Taux par année de 2002 à 2006", en: "Rate for each year from 2002 to 2006" },
  unit: "ratio",
  source: survey,
  values: [{ from: "2010-01-01", value: 0.018, ref: survey }],
};
export const rateSince2007: Parameter = {
  id: "dj-pension-rate",
  label: { fr: "Taux par année depuis 2007", en: "Rate for each year since 2007" },
  unit: "ratio",
  source: survey,
  values: [{ from: "2010-01-01", value: 0.015, ref: survey }],
};
export const highestPension: Parameter = {
  id: "dj-pension-highest",
  label: {
    fr: "Pension la plus haute, en part du salaire moyen",
    en: "Highest pension, as a share of average pay",
  },
  unit: "ratio",
  source: survey,
  values: [{ from: "2010-01-01", value: 0.81, ref: survey }],
};
export const lowestPension: Parameter = {
  id: "dj-pension-lowest",
  label: { fr: "Pension la plus basse", en: "Lowest pension" },
  unit: "DJF/year",
  source: survey,
  values: [{ from: "2010-01-01", value: 170_000, ref: survey }],
};
