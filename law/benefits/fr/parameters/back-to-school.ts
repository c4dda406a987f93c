import type { Parameter } from "../../parameter.ts";

// Allocation de rentrée scolaire.
export const primaryAge: Parameter = {
  id: "ars-primary-age",
  label: { fr: "Âge d’entrée à l’école primaire", en: "Age of entry to primary school" },
  unit: "years",
  source: "CSS, art. R. 543-2",
  values: [
    {
      from: "1974-08-14",
      value: 6,
      ref: "Décret 74-706 du 13/08/1974, art. 2 ; Article R543-2 du Code de la sécurité sociale",
    },
  ],
};

export const middleAge: Parameter = {
  id: "ars-middle-age",
  label: { fr: "Âge d’entrée au collège", en: "Age of entry to middle school" },
  unit: "years",
  source: "CSS, art. R. 543-3",
  values: [
    {
      from: "2002-01-01",
      value: 11,
      ref: "Article D543-1 du Code de la sécurité sociale ; Décret 2008-767 du 30/07/2008, art. 1 (modifie D543-1 du CSS)",
    },
  ],
};

export const highAge: Parameter = {
  id: "ars-high-age",
  label: { fr: "Âge d’entrée au lycée", en: "Age of entry to high school" },
  unit: "years",
  source: "CSS, art. R. 543-3",
  values: [
    {
      from: "2002-01-01",
      value: 15,
      ref: "Article D543-1 du Code de la sécurité sociale ; Décret 2008-767 du 30/07/2008, art. 1 (modifie D543-1 du CSS)",
    },
  ],
};

export const schoolAgeLimit: Parameter = {
  id: "ars-age-limit",
  label: { fr: "Âge auquel l’allocation n’est plus due", en: "Age at which the allowance is no longer due" },
  unit: "years",
  source: "CSS, art. R. 543-2",
  values: [
    {
      from: "1990-09-05",
      value: 18,
      ref: "Article R543-2 du Code de la sécurité sociale ; Décret 90-776 du 03/09/1990, art. 1 (modifie R543-2 du CSS)",
    },
  ],
};

export const primaryRate: Parameter = {
  id: "ars-primary-rate",
  label: { fr: "Part de la BMAF de 6 à 10 ans", en: "Share of the base from 6 to 10" },
  unit: "ratio",
  source: "CSS, art. D. 543-1",
  values: [
    {
      from: "2012-08-01",
      value: 0.8972,
      ref: "Article D543-1 du Code de la sécurité sociale ; Décret 2012-830 du 27/06/2012",
    },
  ],
};

export const middleRate: Parameter = {
  id: "ars-middle-rate",
  label: { fr: "Part de la BMAF de 11 à 14 ans", en: "Share of the base from 11 to 14" },
  unit: "ratio",
  source: "CSS, art. D. 543-1",
  values: [
    {
      from: "2012-08-01",
      value: 0.9467,
      ref: "Article D543-1 du Code de la sécurité sociale ; Décret 2012-830 du 27/06/2012",
    },
  ],
};

export const highRate: Parameter = {
  id: "ars-high-rate",
  label: { fr: "Part de la BMAF à partir de 15 ans", en: "Share of the base from 15" },
  unit: "ratio",
  source: "CSS, art. D. 543-1",
  values: [
    {
      from: "2012-08-01",
      value: 0.9795,
      ref: "Article D543-1 du Code de la sécurité sociale ; Décret 2012-830 du 27/06/2012",
    },
  ],
};

export const schoolCeiling: Parameter = {
  id: "ars-ceiling",
  label: { fr: "Plafond de ressources, sans enfant", en: "Resource ceiling, without children" },
  unit: "EUR/year",
  source: "CSS, art. R. 543-5",
  values: [
    { from: "2022-01-01", value: 19515, ref: "Arrêté du 16/12/2021, art. 4" },
    {
      from: "2023-01-01",
      value: 19827,
      ref: "Article L543-1 du Code de la sécurité sociale ; Arrêté du 21/12/2022, art. 3",
    },
    {
      from: "2024-01-01",
      value: 20878,
      ref: "Article L543-1 du Code de la sécurité sociale ; Arrêté du 22/12/2023, art. 3",
    },
    {
      from: "2025-01-01",
      value: 21880,
      ref: "Article L543-1 du Code de la sécurité sociale ; Arrêté du 20/12/2024, art. 3",
    },
    {
      from: "2026-01-01",
      value: 22274,
      ref: "Instruction interministérielle n° DSS/2B/2025/177 du 18/12/2025",
    },
  ],
};

export const schoolCeilingPerChild: Parameter = {
  id: "ars-ceiling-child",
  label: { fr: "Hausse du plafond par enfant à charge", en: "Rise of the ceiling for each dependent child" },
  unit: "ratio",
  source: "CSS, art. R. 543-5",
  values: [{ from: "1986-07-01", value: 0.3, ref: "Création Décret 85-1353 1985-12-17, art. 1" }],
};

export const schoolMinimum: Parameter = {
  id: "ars-minimum",
  label: { fr: "Montant en dessous duquel rien n’est versé", en: "Amount below which nothing is paid" },
  unit: "EUR",
  source: "CSS, art. D. 543-2",
  values: [
    {
      from: "2002-08-09",
      value: 15,
      ref: "Article D543-2 du Code de la sécurité sociale ; Décret 2002-1060 du 07/08/2002, art. 2 (crée art. D543-2 du CSS)",
    },
  ],
};
