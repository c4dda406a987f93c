import type { Parameter } from "../../parameter.ts";

// Prestation d’accueil du jeune enfant: base allowance and birth grant.
export const youngChildAgeLimit: Parameter = {
  id: "paje-age-limit",
  label: { fr: "Âge auquel cesse l’allocation de base", en: "Age at which the base allowance ends" },
  unit: "years",
  source: "CSS, art. L. 531-3 et D. 531-1",
  values: [
    {
      from: "2004-01-01",
      value: 3,
      ref: "Article D531-1 du Code de la sécurité sociale ; Loi 2003-1199 du 18/12/2003, art. 60 II (crée art. L531-3 du CSS) ; Décret 2003-1394 du 31/12/2003, art. 1 (modif art. D531-1 du CSS et crée art. D531-3 du CSS)",
    },
  ],
};

export const fullRate: Parameter = {
  id: "paje-full-rate",
  label: {
    fr: "Part de la BMAF de l’allocation de base à taux plein",
    en: "Share of the base of the full base allowance",
  },
  unit: "ratio",
  source: "CSS, art. D. 531-3",
  values: [
    {
      from: "2018-04-01",
      value: 0.4165,
      ref: "Article D531-3 du Code de la sécurité sociale ; Décret n° 2018-312 du 26 avril 2018, art. 1 (modifie art. D531-3 du CSS)",
    },
  ],
};

export const partRate: Parameter = {
  id: "paje-part-rate",
  label: {
    fr: "Part de la BMAF de l’allocation de base à taux partiel",
    en: "Share of the base of the partial base allowance",
  },
  unit: "ratio",
  source: "CSS, art. D. 531-3",
  values: [
    {
      from: "2018-04-01",
      value: 0.20825,
      ref: "Article D531-3 du Code de la sécurité sociale ; Décret n° 2018-312 du 26 avril 2018, art. 1 (modifie art. D531-3 du CSS)",
    },
  ],
};

export const birthGrantRate: Parameter = {
  id: "paje-birth-rate",
  label: { fr: "Part de la BMAF de la prime à la naissance", en: "Share of the base of the birth grant" },
  unit: "ratio",
  source: "CSS, art. D. 531-2",
  values: [
    {
      from: "2004-01-01",
      value: 2.2975,
      ref: "Article L531-2 du Code de la sécurité sociale ; Article D531-2 du Code de la sécurité sociale ; Loi 2003-1199 du 18/12/2003, art. 60 II (modif art. L531-2 du CSS) ; Décret 2003-1394 du 31/12/2003, art. 1 (crée art. D531-2 du CSS)",
    },
  ],
};

export const fullCeiling: Parameter = {
  id: "paje-full-ceiling",
  label: {
    fr: "Plafond de ressources du taux plein, sans enfant",
    en: "Resource ceiling of the full rate, without children",
  },
  unit: "EUR/year",
  source: "CSS, art. L. 531-3 et R. 531-1",
  values: [
    {
      from: "2022-01-01",
      value: 21775,
      ref: "Instruction no DSS/2B/2021/247 du 14/12/2021 ; Arrêté du 16/12/2021",
    },
    { from: "2023-01-01", value: 22123, ref: "Arrêté du 21/12/2022, art. 1" },
    {
      from: "2024-01-01",
      value: 23296,
      ref: "Article L. 531-3 du code de la sécurité sociale ; Arrêté du 22/12/2023, art. 1",
    },
    {
      from: "2025-01-01",
      value: 24414,
      ref: "Article L. 531-3 du code de la sécurité sociale ; Arrêté du 20/12/2024, art. 1",
    },
    {
      from: "2026-01-01",
      value: 24853,
      ref: "Article L. 531-3 du code de la sécurité sociale ; Arrêté du 18/12/2025, art. 1",
    },
  ],
};

export const fullCeilingRaise: Parameter = {
  id: "paje-full-ceiling-raise",
  label: {
    fr: "Majoration de ce plafond pour deux revenus ou un parent isolé",
    en: "Raise of this ceiling for two incomes or a lone parent",
  },
  unit: "EUR/year",
  source: "CSS, art. L. 531-3 et R. 531-1",
  values: [
    {
      from: "2022-01-01",
      value: 8752,
      ref: "Instruction no DSS/2B/2021/247 du 14/12/2021 ; Arrêté du 16/12/2021",
    },
    { from: "2023-01-01", value: 8892, ref: "Arrêté du 21/12/2022, art. 1" },
    {
      from: "2024-01-01",
      value: 9363,
      ref: "Article L. 531-3 du code de la sécurité sociale ; Arrêté du 22/12/2023, art. 1",
    },
    {
      from: "2025-01-01",
      value: 9812,
      ref: "Article L. 531-3 du code de la sécurité sociale ; Arrêté du 20/12/2024, art. 1",
    },
    {
      from: "2026-01-01",
      value: 9989,
      ref: "Article L. 531-3 du code de la sécurité sociale ; Arrêté du 18/12/2025, art. 1",
    },
  ],
};

export const partCeiling: Parameter = {
  id: "paje-part-ceiling",
  label: {
    fr: "Plafond de ressources du taux partiel, sans enfant",
    en: "Resource ceiling of the partial rate, without children",
  },
  unit: "EUR/year",
  source: "CSS, art. L. 531-2 et R. 531-1",
  values: [
    {
      from: "2022-01-01",
      value: 26016,
      ref: "Instruction no DSS/2B/2021/247 du 14/12/2021 ; Arrêté du 16/12/2021",
    },
    { from: "2023-01-01", value: 26432, ref: "Arrêté du 21/12/2022, art. 1" },
    {
      from: "2024-01-01",
      value: 27833,
      ref: "Article L. 531-2 du code de la sécurité sociale, dernier alinéa ; Arrêté du 22/12/2023, art. 1",
    },
    {
      from: "2025-01-01",
      value: 29169,
      ref: "Article L. 531-2 du code de la sécurité sociale, dernier alinéa ; Arrêté du 20/12/2024, art. 1",
    },
    {
      from: "2026-01-01",
      value: 29694,
      ref: "Article L. 531-2 du code de la sécurité sociale, dernier alinéa ; Arrêté du 18/12/2025, art. 1",
    },
  ],
};

export const partCeilingRaise: Parameter = {
  id: "paje-part-ceiling-raise",
  label: {
    fr: "Majoration de ce plafond pour deux revenus ou un parent isolé",
    en: "Raise of this ceiling for two incomes or a lone parent",
  },
  unit: "EUR/year",
  source: "CSS, art. L. 531-2 et R. 531-1",
  values: [
    {
      from: "2022-01-01",
      value: 10458,
      ref: "Instruction no DSS/2B/2021/247 du 14/12/2021 ; Arrêté du 16/12/2021",
    },
    { from: "2023-01-01", value: 10625, ref: "Arrêté du 21/12/2022, art. 1" },
    {
      from: "2024-01-01",
      value: 11188,
      ref: "Article L. 531-2 du code de la sécurité sociale, dernier alinéa ; Arrêté du 22/12/2023, art. 1",
    },
    {
      from: "2025-01-01",
      value: 11725,
      ref: "Article L. 531-2 du code de la sécurité sociale, dernier alinéa ; Arrêté du 20/12/2024, art. 1",
    },
    {
      from: "2026-01-01",
      value: 11936,
      ref: "Article L. 531-2 du code de la sécurité sociale, dernier alinéa ; Arrêté du 18/12/2025, art. 1",
    },
  ],
};

export const ceilingPerFirstTwo: Parameter = {
  id: "paje-ceiling-first-two",
  label: {
    fr: "Hausse du plafond pour chacun des deux premiers enfants",
    en: "Rise of the ceiling for each of the first two children",
  },
  unit: "ratio",
  source: "CSS, art. R. 531-1",
  values: [
    {
      from: "2018-04-01",
      value: 0.25,
      ref: "Article R522-2 du Code de la sécurité sociale ; Décret 2018-312 du 26 avril 2018, art. 2 ; Décret 2018-331 du 3 mai 2018 - art. 1 (modifie art. R531-1 du CSS) ; Loi 2017-1836 du 30/12/2017, art. 37 (modifie art. L531-3 du CSS)",
    },
  ],
};

export const ceilingPerThird: Parameter = {
  id: "paje-ceiling-third",
  label: {
    fr: "Hausse du plafond pour chaque enfant à partir du troisième",
    en: "Rise of the ceiling for each child from the third",
  },
  unit: "ratio",
  source: "CSS, art. R. 531-1",
  values: [
    {
      from: "2018-04-01",
      value: 0.3,
      ref: "Article R522-2 du Code de la sécurité sociale ; Décret 2018-312 du 26 avril 2018, art. 2 ; Décret 2018-331 du 3 mai 2018 - art. 1 (modifie art. R531-1 du CSS) ; Loi 2017-1836 du 30/12/2017, art. 37 (modifie art. L531-3 du CSS)",
    },
  ],
};
