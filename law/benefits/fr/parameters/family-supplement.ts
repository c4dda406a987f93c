import type { Parameter } from "../../parameter.ts";

// Complément familial.
export const supplementChildren: Parameter = {
  id: "cf-children",
  label: {
    fr: "Nombre d’enfants de trois ans et plus qui ouvre le complément familial",
    en: "Number of children of three or over that opens the family supplement",
  },
  unit: "count",
  source: "CSS, art. L. 522-1",
  values: [
    {
      from: "1986-07-01",
      value: 3,
      ref: "Décret 85-1353 du 17/12/1985, art. 1 (crée art. L522-1 et R522-1 du CSS) ; Décret 89-600 du 28/08/1989, art. 4 (modif art. D522-1)",
    },
  ],
};

export const supplementAgeFrom: Parameter = {
  id: "cf-age-from",
  label: {
    fr: "Âge à partir duquel un enfant compte pour le complément familial",
    en: "Age from which a child counts for the family supplement",
  },
  unit: "years",
  source: "CSS, art. L. 522-1",
  values: [
    {
      from: "1986-07-01",
      value: 3,
      ref: "Décret 85-1353 du 17/12/1985, art. 1 (crée art. L522-1 et R522-1 du CSS) ; Décret 89-600 du 28/08/1989, art. 4 (modif art. D522-1)",
    },
  ],
};

export const supplementAgeLimit: Parameter = {
  id: "cf-age-limit",
  label: {
    fr: "Âge auquel un enfant cesse de compter pour le complément familial",
    en: "Age at which a child no longer counts for the family supplement",
  },
  unit: "years",
  source: "CSS, art. R. 522-1",
  values: [
    {
      from: "2000-02-01",
      value: 21,
      ref: "Article R522-1 du Code de la sécurité sociale ; Décret 2000-71 du 28/01/2000, art. 3 (modif art. R522-1 du CSS)",
    },
  ],
};

export const supplementRate: Parameter = {
  id: "cf-rate",
  label: { fr: "Part de la BMAF du complément familial", en: "Share of the base of the family supplement" },
  unit: "ratio",
  source: "CSS, art. D. 522-1",
  values: [{ from: "1983-01-01", value: 0.4165, ref: "Article D522-1 du Code de la sécurité sociale" }],
};

export const raisedSupplementRate: Parameter = {
  id: "cf-raised-rate",
  label: {
    fr: "Part de la BMAF du complément familial majoré",
    en: "Share of the base of the raised family supplement",
  },
  unit: "ratio",
  source: "CSS, art. D. 522-2",
  values: [
    {
      from: "2018-04-01",
      value: 0.6248,
      ref: "Article D522-2 du Code de la sécurité sociale ; Circulaire DSS/SD2B/2018/81 du 22/03/2018, III.",
    },
  ],
};

export const supplementCeiling: Parameter = {
  id: "cf-ceiling",
  label: {
    fr: "Plafond de ressources du complément familial, sans enfant",
    en: "Resource ceiling of the family supplement, without children",
  },
  unit: "EUR/year",
  source: "CSS, art. R. 522-2",
  values: [
    {
      from: "2022-01-01",
      value: 21776,
      ref: "Instruction no DSS/2B/2021/247 du 14/12/2021 ; Arrêté du 16/12/2021, art. 1",
    },
    {
      from: "2023-01-01",
      value: 22123,
      ref: "Arrêté du 21 décembre 2022 relatif aux plafonds de ressources de certaines prestations familiales",
    },
    { from: "2024-01-01", value: 23296, ref: "Arrêté du 22/12/2023, art. 1" },
    {
      from: "2025-01-01",
      value: 24414,
      ref: "Bulletin officiel Santé - Protection sociale - Solidarité n° 2024/34 du 31/12/2024 ; instruction interministérielle n° DSS/2B/2024/181 20/12/2024",
    },
    {
      from: "2026-01-01",
      value: 24853,
      ref: "Instruction interministérielle n° DSS/2B/2025/177 du 18/12/2025",
    },
  ],
};

export const supplementCeilingRaise: Parameter = {
  id: "cf-ceiling-raise",
  label: {
    fr: "Majoration de ce plafond pour deux revenus ou un parent isolé",
    en: "Raise of this ceiling for two incomes or a lone parent",
  },
  unit: "EUR/year",
  source: "CSS, art. R. 522-2",
  values: [
    {
      from: "2022-01-01",
      value: 8752,
      ref: "Article R522-2 du Code de la sécurité sociale ; Article L522-2 du Code de la sécurité sociale ; Arrêté du 16/12/2021, art. 1",
    },
    {
      from: "2023-01-01",
      value: 8892,
      ref: "Arrêté du 21 décembre 2022 relatif aux plafonds de ressources de certaines prestations familiales",
    },
    { from: "2024-01-01", value: 9363, ref: "Arrêté du 22/12/2023, art. 1" },
    {
      from: "2025-01-01",
      value: 9812,
      ref: "Bulletin officiel Santé - Protection sociale - Solidarité n° 2024/34 du 31/12/2024 ; instruction interministérielle n° DSS/2B/2024/181 20/12/2024",
    },
    {
      from: "2026-01-01",
      value: 9989,
      ref: "Instruction interministérielle n° DSS/2B/2025/177 du 18/12/2025",
    },
  ],
};

export const raisedSupplementCeiling: Parameter = {
  id: "cf-raised-ceiling",
  label: {
    fr: "Plafond de ressources du complément familial majoré, sans enfant",
    en: "Resource ceiling of the raised family supplement, without children",
  },
  unit: "EUR/year",
  source: "CSS, art. L. 522-3 et R. 522-4",
  values: [
    {
      from: "2022-01-01",
      value: 10890,
      ref: "Instruction no DSS/2B/2021/247 du 14/12/2021 ; Arrêté du 16/12/2021",
    },
    {
      from: "2023-01-01",
      value: 11060,
      ref: "Arrêté du 21/12/2022 relatif aux plafonds de ressources de certaines prestations familiales",
    },
    { from: "2024-01-01", value: 11650, ref: "Arrêté du 22/12/2023, art. 1" },
    {
      from: "2025-01-01",
      value: 12209,
      ref: "Bulletin officiel Santé - Protection sociale - Solidarité n° 2024/34 du 31/12/2024 ; instruction interministérielle n° DSS/2B/2024/181 20/12/2024",
    },
    {
      from: "2026-01-01",
      value: 12429,
      ref: "Instruction interministérielle n° DSS/2B/2025/177 du 18/12/2025",
    },
  ],
};

export const raisedSupplementCeilingRaise: Parameter = {
  id: "cf-raised-ceiling-raise",
  label: {
    fr: "Majoration de ce plafond pour deux revenus ou un parent isolé",
    en: "Raise of this ceiling for two incomes or a lone parent",
  },
  unit: "EUR/year",
  source: "CSS, art. L. 522-3 et R. 522-4",
  values: [
    {
      from: "2022-01-01",
      value: 4380,
      ref: "Instruction no DSS/2B/2021/247 du 14/12/2021 ; Arrêté du 16/12/2021",
    },
    {
      from: "2023-01-01",
      value: 4450,
      ref: "Arrêté du 21/12/2022 relatif aux plafonds de ressources de certaines prestations familiales",
    },
    { from: "2024-01-01", value: 4680, ref: "Arrêté du 22/12/2023, art. 1" },
    {
      from: "2025-01-01",
      value: 4907,
      ref: "Bulletin officiel Santé - Protection sociale - Solidarité n° 2024/34 du 31/12/2024 ; instruction interministérielle n° DSS/2B/2024/181 20/12/2024",
    },
    {
      from: "2026-01-01",
      value: 4995,
      ref: "Instruction interministérielle n° DSS/2B/2025/177 du 18/12/2025",
    },
  ],
};

export const ceilingPerFirstTwo: Parameter = {
  id: "cf-ceiling-first-two",
  label: {
    fr: "Hausse du plafond pour chacun des deux premiers enfants",
    en: "Rise of the ceiling for each of the first two children",
  },
  unit: "ratio",
  source: "CSS, art. R. 522-2",
  values: [
    {
      from: "1986-01-01",
      value: 0.25,
      ref: "Article R522-2 du Code de la sécurité sociale ; Décret 85-1353 du 17/12/1985, art. 1 (crée art.R522-2 du CSS)",
    },
  ],
};

export const ceilingPerThird: Parameter = {
  id: "cf-ceiling-third",
  label: {
    fr: "Hausse du plafond pour chaque enfant à partir du troisième",
    en: "Rise of the ceiling for each child from the third",
  },
  unit: "ratio",
  source: "CSS, art. R. 522-2",
  values: [
    {
      from: "2010-01-01",
      value: 0.3,
      ref: "Article R522-2 du Code de la sécurité sociale ; Article L522-2 du Code de la sécurité sociale ; Arrêté du 29/12/2009",
    },
  ],
};
