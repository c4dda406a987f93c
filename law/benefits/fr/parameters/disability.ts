import type { Parameter } from "../../parameter.ts";

// Allocation d’éducation de l’enfant handicapé and allocation aux adultes handicapés.
export const childAllowanceRate: Parameter = {
  id: "aeeh-rate",
  label: { fr: "Part de la BMAF de l’allocation de base", en: "Share of the base of the basic allowance" },
  unit: "ratio",
  source: "CSS, art. D. 541-1",
  values: [
    {
      from: "2006-01-01",
      value: 0.32,
      ref: "Article D541-1 du Code de la sécurité sociale ; Loi 2005-102 du 11/02/2005, art. 68 (modif. Art. L541 du CSS) ; Décret 2005-1761 du 29/12/2005, art. 12",
    },
  ],
};

export const childAllowanceAge: Parameter = {
  id: "aeeh-age-limit",
  label: { fr: "Âge auquel cesse l’AEEH", en: "Age at which the allowance ends" },
  unit: "years",
  source: "CSS, art. L. 541-1 et R. 512-2",
  values: [
    {
      from: "2006-01-01",
      value: 20,
      ref: "Loi 2005-102 du 11/02/2005, art. 68 (modif. Art. L541 du CSS) ; Article L511-1 du Code de la sécurité sociale ; Article R512-2 du Code de la sécurité sociale",
    },
  ],
};

export const complement1: Parameter = {
  id: "aeeh-complement-1",
  label: { fr: "Complément de 1re catégorie", en: "Complement of category 1" },
  unit: "ratio",
  source: "CSS, art. D. 541-2",
  values: [
    {
      from: "2006-01-01",
      value: 0.24,
      ref: "Article D541-2 du Code de la sécurité sociale ; Loi 2005-102 du 11/02/2005, art. 68 (modif. Art. L541 du CSS) ; Décret 2005-1761 du 29/12/2005, art. 12",
    },
  ],
};

export const complement2: Parameter = {
  id: "aeeh-complement-2",
  label: { fr: "Complément de 2e catégorie", en: "Complement of category 2" },
  unit: "ratio",
  source: "CSS, art. D. 541-2",
  values: [
    {
      from: "2006-01-01",
      value: 0.65,
      ref: "Article D541-2 du Code de la sécurité sociale ; Loi 2005-102 du 11/02/2005, art. 68 (modif. Art. L541 du CSS) ; Décret 2005-1761 du 29/12/2005, art. 12",
    },
  ],
};

export const complement3: Parameter = {
  id: "aeeh-complement-3",
  label: { fr: "Complément de 3e catégorie", en: "Complement of category 3" },
  unit: "ratio",
  source: "CSS, art. D. 541-2",
  values: [
    {
      from: "2006-01-01",
      value: 0.92,
      ref: "Article D541-2 du Code de la sécurité sociale ; Loi 2005-102 du 11/02/2005, art. 68 (modif. Art. L541 du CSS) ; Décret 2005-1761 du 29/12/2005, art. 12",
    },
  ],
};

export const complement4: Parameter = {
  id: "aeeh-complement-4",
  label: { fr: "Complément de 4e catégorie", en: "Complement of category 4" },
  unit: "ratio",
  source: "CSS, art. D. 541-2",
  values: [
    {
      from: "2006-01-01",
      value: 1.4257,
      ref: "Article D541-2 du Code de la sécurité sociale ; Loi 2005-102 du 11/02/2005, art. 68 (modif. Art. L541 du CSS) ; Décret 2005-1761 du 29/12/2005, art. 12",
    },
  ],
};

export const complement5: Parameter = {
  id: "aeeh-complement-5",
  label: { fr: "Complément de 5e catégorie", en: "Complement of category 5" },
  unit: "ratio",
  source: "CSS, art. D. 541-2",
  values: [
    {
      from: "2006-01-01",
      value: 1.8221,
      ref: "Article D541-2 du Code de la sécurité sociale ; Loi 2005-102 du 11/02/2005, art. 68 (modif. Art. L541 du CSS) ; Décret 2005-1761 du 29/12/2005, art. 12",
    },
  ],
};

export const complement6: Parameter = {
  id: "aeeh-complement-6",
  label: { fr: "Complément de 6e catégorie", en: "Complement of category 6" },
  unit: "EUR/month",
  source: "CSS, art. D. 541-2",
  values: [
    { from: "2022-07-01", value: 1192.55, ref: "​Circulaire Cnav 2022/20 du 19/08/2022" },
    {
      from: "2023-04-01",
      value: 1210.9,
      ref: "Article D541-2 du Code de la sécurité sociale ; Circulaire Cnav 2023/8 du 11/04/2023",
    },
    {
      from: "2024-04-01",
      value: 1266.6,
      ref: "Article D541-2 du Code de la sécurité sociale ; Circulaire Cnav 2024/14 du 04/04/2024",
    },
    {
      from: "2025-04-01",
      value: 1288.13,
      ref: "Circulaire Cnav 2025/12 du 03/04/2025 ; Article D541-2 du Code de la sécurité sociale",
    },
  ],
};

export const loneRaise2: Parameter = {
  id: "aeeh-lone-2",
  label: { fr: "Majoration pour parent isolé, 2e catégorie", en: "Raise for a lone parent, category 2" },
  unit: "ratio",
  source: "CSS, art. D. 541-4",
  values: [
    {
      from: "2006-01-01",
      value: 0.13,
      ref: "Article D541-4 du Code de la sécurité sociale ; Loi 2005-102 du 11/02/2005, art. 68 (modif. Art. L541 du CSS) ; Décret 2005-1761 du 29/12/2005, art. 12",
    },
  ],
};

export const loneRaise3: Parameter = {
  id: "aeeh-lone-3",
  label: { fr: "Majoration pour parent isolé, 3e catégorie", en: "Raise for a lone parent, category 3" },
  unit: "ratio",
  source: "CSS, art. D. 541-4",
  values: [
    {
      from: "2006-01-01",
      value: 0.18,
      ref: "Article D541-4 du Code de la sécurité sociale ; Loi 2005-102 du 11/02/2005, art. 68 (modif. Art. L541 du CSS) ; Décret 2005-1761 du 29/12/2005, art. 12",
    },
  ],
};

export const loneRaise4: Parameter = {
  id: "aeeh-lone-4",
  label: { fr: "Majoration pour parent isolé, 4e catégorie", en: "Raise for a lone parent, category 4" },
  unit: "ratio",
  source: "CSS, art. D. 541-4",
  values: [
    {
      from: "2006-01-01",
      value: 0.57,
      ref: "Article D541-4 du Code de la sécurité sociale ; Loi 2005-102 du 11/02/2005, art. 68 (modif. Art. L541 du CSS) ; Décret 2005-1761 du 29/12/2005, art. 12",
    },
  ],
};

export const loneRaise5: Parameter = {
  id: "aeeh-lone-5",
  label: { fr: "Majoration pour parent isolé, 5e catégorie", en: "Raise for a lone parent, category 5" },
  unit: "ratio",
  source: "CSS, art. D. 541-4",
  values: [
    {
      from: "2006-01-01",
      value: 0.73,
      ref: "Article D541-4 du Code de la sécurité sociale ; Loi 2005-102 du 11/02/2005, art. 68 (modif. Art. L541 du CSS) ; Décret 2005-1761 du 29/12/2005, art. 12",
    },
  ],
};

export const loneRaise6: Parameter = {
  id: "aeeh-lone-6",
  label: { fr: "Majoration pour parent isolé, 6e catégorie", en: "Raise for a lone parent, category 6" },
  unit: "ratio",
  source: "CSS, art. D. 541-4",
  values: [
    {
      from: "2006-01-01",
      value: 1.07,
      ref: "Article D541-4 du Code de la sécurité sociale ; Loi 2005-102 du 11/02/2005, art. 68 (modif. Art. L541 du CSS) ; Décret 2005-1761 du 29/12/2005, art. 12",
    },
  ],
};

export const adultAllowance: Parameter = {
  id: "aah-full",
  label: { fr: "Montant maximal de l’AAH", en: "Full disability allowance" },
  unit: "EUR/month",
  source: "CSS, art. L. 821-3-1 et D. 821-3",
  values: [
    {
      from: "2022-07-01",
      value: 956.65,
      ref: "Article L821-3-1 du Code de la sécurité sociale ; LOI n° 2022-1158 du 16/08/2022, art. 9, I",
    },
    { from: "2023-04-01", value: 971.37, ref: "Décret n° 2023-328 du 29 avril 2023" },
    { from: "2024-04-01", value: 1016.05, ref: "Décret n° 2024-397 du 29 avril 2024" },
    { from: "2025-04-01", value: 1033.32, ref: "Décret n° 2025-297 du 29 mars 2025, art. 1" },
    { from: "2026-04-01", value: 1041.59, ref: "Décret n° 2026-229 du 30 mars 2026, art. 1" },
  ],
};

export const adultAllowanceAge: Parameter = {
  id: "aah-age",
  label: {
    fr: "Âge à partir duquel l’AAH est ouverte",
    en: "Age from which the disability allowance is open",
  },
  unit: "years",
  source: "CSS, art. R. 821-1",
  values: [
    {
      from: "1986-01-01",
      value: 20,
      ref: "Décret 85-1353 du 17 décembre 1985, art. 1 (crée art R821-1 du CSS) ; Article R821-1 du Code de la sécurité sociale",
    },
  ],
};

export const adultCeilingChild: Parameter = {
  id: "aah-ceiling-child",
  label: { fr: "Hausse du plafond par enfant à charge", en: "Rise of the ceiling for each dependent child" },
  unit: "ratio",
  source: "CSS, art. D. 821-2",
  values: [{ from: "2000-01-01", value: 0.5, ref: "Article D821-2 du Code de la sécurité sociale" }],
};

export const lowEarningsShare: Parameter = {
  id: "aah-low-abatement",
  label: { fr: "Abattement sur les premiers revenus d’activité", en: "Share of the first earnings left out" },
  unit: "ratio",
  source: "CSS, art. D. 821-9",
  values: [
    {
      from: "2011-01-01",
      value: 0.8,
      ref: "Décret n° 2010-1403 du 12/11/2010, art. 1 (modifie art. D821-9 du CSS) ; Code de la sécurité sociale - Article D821-9",
    },
  ],
};

export const highEarningsShare: Parameter = {
  id: "aah-high-abatement",
  label: { fr: "Abattement sur les revenus d’activité suivants", en: "Share of further earnings left out" },
  unit: "ratio",
  source: "CSS, art. D. 821-9",
  values: [
    {
      from: "2011-01-01",
      value: 0.4,
      ref: "Décret n° 2010-1403 du 12/11/2010, art. 1 (modifie art. D821-9 du CSS) ; Code de la sécurité sociale - Article D821-9",
    },
  ],
};

export const lowEarningsLimit: Parameter = {
  id: "aah-low-limit",
  label: {
    fr: "Fin des premiers revenus d’activité, en part du Smic mensuel brut",
    en: "End of the first earnings, as a share of the gross monthly minimum wage",
  },
  unit: "ratio",
  source: "CSS, art. D. 821-9",
  values: [
    {
      from: "2011-01-01",
      value: 0.3,
      ref: "Article D821-9 du CSS ; Décret n° 2010-1403 du 12/11/2010, art. 1 (modifie art. D821-9 du CSS)",
    },
  ],
};
