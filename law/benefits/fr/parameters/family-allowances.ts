import type { Parameter } from "../../parameter.ts";

// Allocations familiales.
export const childAgeLimit: Parameter = {
  id: "child-age-limit",
  label: {
    fr: "Âge auquel un enfant cesse d’être à charge",
    en: "Age at which a child is no longer dependent",
  },
  unit: "years",
  source: "CSS, art. L. 512-3 et R. 512-2",
  values: [{ from: "2001-01-01", value: 20, ref: "Article R512-2 du Code de la sécurité sociale" }],
};

export const firstChildren: Parameter = {
  id: "af-children",
  label: {
    fr: "Nombre d’enfants qui ouvre les allocations familiales",
    en: "Number of children that opens family allowances",
  },
  unit: "count",
  source: "CSS, art. L. 521-1",
  values: [
    {
      from: "1946-09-01",
      value: 2,
      ref: "Loi du 22 aout 1946 ; Décret 46-2880 du 10/12/1946 ; Article L521-1 du code de la sécurité sociale",
    },
  ],
};

export const rateForTwo: Parameter = {
  id: "af-rate-two",
  label: { fr: "Part de la BMAF pour deux enfants", en: "Share of the base for two children" },
  unit: "ratio",
  source: "CSS, art. D. 521-1, I",
  values: [
    {
      from: "1982-02-01",
      value: 0.32,
      ref: "Décret 2015-611 du 03/06/2015 ; Article D521-1 1) du Code de la sécurité sociale",
    },
  ],
};

export const rateForEachMore: Parameter = {
  id: "af-rate-more",
  label: {
    fr: "Part de la BMAF pour chaque enfant à partir du troisième",
    en: "Share of the base for each child from the third",
  },
  unit: "ratio",
  source: "CSS, art. D. 521-1, I",
  values: [{ from: "1986-01-01", value: 0.41, ref: "Article D521-1, b) du Code de la sécurité sociale" }],
};

export const firstBandCeiling: Parameter = {
  id: "af-ceiling-1",
  label: {
    fr: "Plafond de la première tranche de ressources, sans enfant",
    en: "Ceiling of the first band of resources, without children",
  },
  unit: "EUR/year",
  source: "CSS, art. D. 521-3",
  values: [
    {
      from: "2022-01-01",
      value: 58396,
      ref: "Arrêté du 16 décembre 2021 relatif aux plafonds de ressources de certaines prestations familiales",
    },
    {
      from: "2023-01-01",
      value: 59330,
      ref: "Arrêté du 21 décembre 2022 relatif aux plafonds de ressources de certaines prestations familialess",
    },
    {
      from: "2024-01-01",
      value: 62474,
      ref: "Instruction interministerielle DSS/2B/2023/205 du 21/12/2023 ; Bulletin officiel Santé - Protection sociale - Solidarité n°2023/24 29/12/2023 p.75",
    },
    {
      from: "2025-01-01",
      value: 65473,
      ref: "Bulletin officiel Santé - Protection sociale - Solidarité n° 2024/34 du 31/12/2024 ; instruction interministérielle n° DSS/2B/2024/181 20/12/2024",
    },
    {
      from: "2026-01-01",
      value: 66652,
      ref: "Instruction interministérielle n° DSS/2B/2025/177 du 18/12/2025",
    },
  ],
};

export const secondBandCeiling: Parameter = {
  id: "af-ceiling-2",
  label: {
    fr: "Plafond de la deuxième tranche de ressources, sans enfant",
    en: "Ceiling of the second band of resources, without children",
  },
  unit: "EUR/year",
  source: "CSS, art. D. 521-3",
  values: [
    {
      from: "2022-01-01",
      value: 81721,
      ref: "Arrêté du 16 décembre 2021 relatif aux plafonds de ressources de certaines prestations familiales",
    },
    {
      from: "2023-01-01",
      value: 83029,
      ref: "Arrêté du 21 décembre 2022 relatif aux plafonds de ressources de certaines prestations familiales",
    },
    {
      from: "2024-01-01",
      value: 87430,
      ref: "Instruction interministerielle DSS/2B/2023/205 du 21/12/2023 ; Bulletin officiel Santé - Protection sociale - Solidarité n°2023/24 29/12/2023 p.75",
    },
    {
      from: "2025-01-01",
      value: 91627,
      ref: "Bulletin officiel Santé - Protection sociale - Solidarité n° 2024/34 du 31/12/2024 ; instruction interministérielle n° DSS/2B/2024/181 20/12/2024",
    },
    {
      from: "2026-01-01",
      value: 93276,
      ref: "Instruction interministérielle n° DSS/2B/2025/177 du 18/12/2025",
    },
  ],
};

export const bandRaisePerChild: Parameter = {
  id: "af-ceiling-raise",
  label: {
    fr: "Majoration de ces plafonds par enfant à charge",
    en: "Raise of these ceilings for each dependent child",
  },
  unit: "EUR/year",
  source: "CSS, art. D. 521-3",
  values: [
    {
      from: "2022-01-01",
      value: 5839,
      ref: "Instruction no DSS/2B/2021/247 du 14/12/2021 ; Arrêté du 16/12/2021",
    },
    {
      from: "2023-01-01",
      value: 5932,
      ref: "Arrêté du 21 décembre 2022 relatif aux plafonds de ressources de certaines prestations familiales",
    },
    {
      from: "2024-01-01",
      value: 6246,
      ref: "Instruction interministerielle DSS/2B/2023/205 du 21/12/2023 ; Bulletin officiel Santé - Protection sociale - Solidarité n°2023/24 29/12/2023 p.75",
    },
    {
      from: "2025-01-01",
      value: 6546,
      ref: "Bulletin officiel Santé - Protection sociale - Solidarité n° 2024/34 du 31/12/2024 ; instruction interministérielle n° DSS/2B/2024/181 20/12/2024",
    },
    {
      from: "2026-01-01",
      value: 6664,
      ref: "Instruction interministérielle n° DSS/2B/2025/177 du 18/12/2025",
    },
  ],
};

export const secondBandShare: Parameter = {
  id: "af-share-2",
  label: { fr: "Part servie dans la deuxième tranche", en: "Share paid in the second band" },
  unit: "ratio",
  source: "CSS, art. D. 521-1, I",
  values: [
    {
      from: "2015-07-01",
      value: 0.5,
      ref: "Article D521-1 1) du Code de la sécurité sociale ; Décret 2015-611 du 03/06/2015 ; Circulaire DSS/SD2B/2016/77 du 15/03/2016 ; Article L531-3 du code de la sécurité sociale",
    },
  ],
};

export const thirdBandShare: Parameter = {
  id: "af-share-3",
  label: { fr: "Part servie dans la troisième tranche", en: "Share paid in the third band" },
  unit: "ratio",
  source: "CSS, art. D. 521-1, I",
  values: [
    {
      from: "2015-07-01",
      value: 0.25,
      ref: "Article D521-1 1) du Code de la sécurité sociale ; Décret 2015-611 du 03/06/2015 ; Circulaire DSS/SD2B/2016/77 du 15/03/2016 ; Article L531-3 du code de la sécurité sociale",
    },
  ],
};

export const supplementRate: Parameter = {
  id: "af-supplement-rate",
  label: { fr: "Part de la BMAF de la majoration pour âge", en: "Share of the base of the age supplement" },
  unit: "ratio",
  source: "CSS, art. D. 521-1, I",
  values: [
    {
      from: "2008-05-01",
      value: 0.16,
      ref: "Décret 2008-410 du 28/04/2008 ; Article D521-1 du Code de la sécurité sociale",
    },
  ],
};

export const supplementAge: Parameter = {
  id: "af-supplement-age",
  label: { fr: "Âge de la majoration pour âge", en: "Age of the age supplement" },
  unit: "years",
  source: "CSS, art. L. 521-3 et R. 521-1",
  values: [
    {
      from: "2008-05-01",
      value: 14,
      ref: "Décret 2008-409 du 28/04/2008 ; Article R521-1 du Code de la sécurité sociale",
    },
    {
      from: "2026-03-01",
      value: 18,
      ref: "Décret n° 2026-138 du 27 février 2026 portant à dix-huit ans l’âge de la majoration des allocations familiales",
    },
  ],
};

export const supplementFormerAge: Parameter = {
  id: "af-supplement-former-age",
  label: {
    fr: "Âge de la majoration pour les enfants nés avant le 1ᵉʳ mars 2012",
    en: "Age of the supplement for children born before 1 March 2012",
  },
  unit: "years",
  source: "Décret n° 2026-138 du 27/02/2026, art. 2",
  values: [{ from: "2008-05-01", value: 14, ref: "Décret n° 2008-409 du 28/04/2008" }],
};

export const eldestCountsFrom: Parameter = {
  id: "af-eldest-from",
  label: {
    fr: "Nombre d’enfants à partir duquel l’aîné ouvre aussi droit à la majoration",
    en: "Number of children from which the eldest also gives the supplement",
  },
  unit: "count",
  source: "CSS, art. L. 521-3 et R. 521-1",
  values: [
    {
      from: "1986-01-01",
      value: 3,
      ref: "Décret 86-150 du 30/01/1986, art. 2 (modif art. D521-1 du CSS) ; Décret 85-1353 du 17/12/1985, art. 1 (crée art. R521-1 du CSS)",
    },
  ],
};
