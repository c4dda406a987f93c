import type { Parameter } from "../../parameter.ts";

// What several benefits share: the base of family benefits, the minimum wage, the social-security ceiling, the deduction for work expenses.
export const familyBase: Parameter = {
  id: "bmaf",
  label: {
    fr: "Base mensuelle des prestations familiales (BMAF)",
    en: "Monthly base of family benefits (BMAF)",
  },
  unit: "EUR/month",
  source: "CSS, art. L. 551-1",
  values: [
    {
      from: "2022-07-01",
      value: 439.17,
      ref: "Article L551-1 du Code de la sécurité sociale ; LOI n° 2022-1158 du 16/08/2022, art. 9",
    },
    {
      from: "2023-04-01",
      value: 445.93,
      ref: "Instruction interministérielle DSS/2B/2023/41 du 24 mars 2023",
    },
    {
      from: "2024-04-01",
      value: 466.44,
      ref: "Instruction interministérielle n° DSS/2B/2024/43 du 20 mars 2024 (p. 84)",
    },
    {
      from: "2025-04-01",
      value: 474.37,
      ref: "Instruction interministérielle N° DSS/2A/2C/2025/32 du 7 mars 2025",
    },
    {
      from: "2026-04-01",
      value: 478.16,
      ref: "Instruction interministérielle n° DSS/2A/2026/36 du 26 mars 2026",
    },
  ],
};

export const hourlyMinimumWage: Parameter = {
  id: "smic-hour",
  label: { fr: "Smic horaire brut", en: "Gross hourly minimum wage" },
  unit: "EUR/hour",
  source: "Code du travail, art. L. 3231-2",
  values: [
    { from: "2022-08-01", value: 11.07, ref: "Arrêté du 29/07/2022" },
    { from: "2023-01-01", value: 11.27, ref: "Décret 2022-1608 du 22/12/2022" },
    { from: "2023-05-01", value: 11.52, ref: "Arrêté du 26/04/2023" },
    { from: "2024-01-01", value: 11.65, ref: "Décret du 20/12/2023" },
    { from: "2024-11-01", value: 11.88, ref: "Décret n° 2024-951 23/10/2024" },
    {
      from: "2026-01-01",
      value: 12.02,
      ref: "Décret n° 2025-1228 du 17/12/2025 portant relèvement du salaire minimum de croissance",
    },
    {
      from: "2026-06-01",
      value: 12.31,
      ref: "Arrêté du 22 mai 2026 relatif au relèvement du salaire minimum de croissance",
    },
  ],
};

export const monthlyMinimumWage: Parameter = {
  id: "smic-month",
  label: { fr: "Smic mensuel brut", en: "Gross monthly minimum wage" },
  unit: "EUR/month",
  source: "Code du travail, art. L. 3232-1",
  values: [
    { from: "2022-08-01", value: 1678.95, ref: "Arrêté du 29/07/2022" },
    { from: "2023-01-01", value: 1709.28, ref: "Décret 2022-1608 du 22/12/2022" },
    { from: "2023-05-01", value: 1747.2, ref: "Arrêté du 26/04/2023" },
    { from: "2024-01-01", value: 1766.92, ref: "Décret du 20/12/2023" },
    { from: "2024-11-01", value: 1801.8, ref: "Décret n° 2024-951 23/10/2024" },
    {
      from: "2026-01-01",
      value: 1823.03,
      ref: "Décret n° 2025-1228 du 17/12/2025 portant relèvement du salaire minimum de croissance",
    },
    {
      from: "2026-06-01",
      value: 1867.02,
      ref: "Arrêté du 22 mai 2026 relatif au relèvement du salaire minimum de croissance",
    },
  ],
};

export const securityCeiling: Parameter = {
  id: "pss-year",
  label: { fr: "Plafond annuel de la sécurité sociale", en: "Yearly social-security ceiling" },
  unit: "EUR/year",
  source: "CSS, art. D. 242-17",
  values: [
    { from: "2021-01-01", value: 41136, ref: "Arrêté du 22/12/2020" },
    { from: "2022-01-01", value: 41136, ref: "Arrêté du 15/12/2021" },
    { from: "2023-01-01", value: 43992, ref: "Arrêté du 09/12/2022" },
    { from: "2024-01-01", value: 46368, ref: "Arrêté du 19/12/2023" },
    { from: "2025-01-01", value: 47100, ref: "Arrêté du 19/12/2024" },
  ],
};

export const secondIncomeShare: Parameter = {
  id: "second-income-share",
  label: {
    fr: "Revenu d’activité à partir duquel un conjoint compte comme second revenu, en part du plafond annuel",
    en: "Earnings from which a partner counts as a second income, as a share of the yearly ceiling",
  },
  unit: "ratio",
  source: "CSS, art. R. 522-2 et R. 531-1",
  values: [{ from: "2011-11-01", value: 0.136, ref: "Circulaire DSS/2B/2011/447 du 01/12/2011" }],
};

export const expenseRate: Parameter = {
  id: "expense-rate",
  label: {
    fr: "Part du salaire déduite pour frais professionnels",
    en: "Share of pay deducted for work expenses",
  },
  unit: "ratio",
  source: "CGI, art. 83, 3°",
  values: [{ from: "2021-01-01", value: 0.1, ref: "CGI, art. 83, 3°" }],
};

export const expenseFloor: Parameter = {
  id: "expense-floor",
  label: { fr: "Déduction minimale pour frais professionnels", en: "Smallest deduction for work expenses" },
  unit: "EUR/year",
  source: "CGI, art. 83, 3°",
  values: [
    { from: "2021-01-01", value: 448, ref: "Revenus de 2021 : loi n° 2021-1900 du 30/12/2021, art. 2" },
    { from: "2022-01-01", value: 472, ref: "Revenus de 2022 : loi n° 2022-1726 du 30/12/2022, art. 2" },
    { from: "2023-01-01", value: 495, ref: "Revenus de 2023 : loi n° 2023-1322 du 29/12/2023, art. 2" },
    { from: "2024-01-01", value: 504, ref: "Revenus de 2024 : loi n° 2025-127 du 14/02/2025, art. 2" },
  ],
};

export const expenseCeiling: Parameter = {
  id: "expense-ceiling",
  label: { fr: "Déduction maximale pour frais professionnels", en: "Largest deduction for work expenses" },
  unit: "EUR/year",
  source: "CGI, art. 83, 3°",
  values: [
    { from: "2021-01-01", value: 12829, ref: "Revenus de 2021 : loi n° 2021-1900 du 30/12/2021, art. 2" },
    { from: "2022-01-01", value: 13522, ref: "Revenus de 2022 : loi n° 2022-1726 du 30/12/2022, art. 2" },
    { from: "2023-01-01", value: 14171, ref: "Revenus de 2023 : loi n° 2023-1322 du 29/12/2023, art. 2" },
    { from: "2024-01-01", value: 14426, ref: "Revenus de 2024 : loi n° 2025-127 du 14/02/2025, art. 2" },
  ],
};
