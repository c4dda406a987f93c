import type { Parameter } from "../../parameter.ts";

// Revenu de solidarité active, and the family scale it shares with the activity bonus.
export const rsaBase: Parameter = {
  id: "rsa-base",
  label: {
    fr: "Montant forfaitaire du RSA pour une personne seule",
    en: "Flat amount of RSA for one person",
  },
  unit: "EUR/month",
  source: "CASF, art. L. 262-2",
  values: [
    { from: "2022-07-01", value: 598.54, ref: "LOI n° 2022-1158 du 16/08/2022, art. 9" },
    { from: "2023-04-01", value: 607.75, ref: "Décret n° 2023-340 du 4 mai 2023, article 1" },
    { from: "2024-04-01", value: 635.71, ref: "Décret n° 2024-396 du 29/04/2024, article 1" },
    { from: "2025-04-01", value: 646.52, ref: "Décret n° 2025-293 du 29 mars 2025, art. 1" },
    { from: "2026-04-01", value: 651.69, ref: "Décret n° 2026-220 du 30 mars 2026, art. 1" },
  ],
};

export const adultAge: Parameter = {
  id: "rsa-adult-age",
  label: {
    fr: "Âge à partir duquel le RSA est ouvert sans enfant",
    en: "Age from which RSA is open without children",
  },
  unit: "years",
  source: "CASF, art. L. 262-4, 1°",
  values: [
    {
      from: "2009-06-01",
      value: 25,
      ref: "Loi 2008-1249 du 01/12/2008, art. 3 (modif art. L262-4 du CASF) ; Décret 2009-404 du 15/04/2009, art. 2 (modif art. R262-2 du CASF) ; Article L262-4 1. du Code de l’action sociale et des familles",
    },
  ],
};

export const rsaChildAgeLimit: Parameter = {
  id: "rsa-child-age",
  label: {
    fr: "Âge auquel un enfant cesse de compter pour le RSA",
    en: "Age at which a child no longer counts for RSA",
  },
  unit: "years",
  source: "CASF, art. R. 262-3",
  values: [{ from: "1977-10-01", value: 25, ref: "Art. R262-3 du Code de l’action sociale et des familles" }],
};

export const secondPersonShare: Parameter = {
  id: "rsa-second",
  label: {
    fr: "Hausse pour la deuxième personne du foyer",
    en: "Rise for the second person of the household",
  },
  unit: "ratio",
  source: "CASF, art. R. 262-1",
  values: [
    {
      from: "2009-06-01",
      value: 0.5,
      ref: "Décret 2009-404 du 15/04/2009, art. 2 (modif art. R262-1 du CASF) ; Article D843-1 du Code de la sécurité sociale",
    },
  ],
};

export const nextPersonShare: Parameter = {
  id: "rsa-next",
  label: { fr: "Hausse pour chaque personne suivante", en: "Rise for each next person" },
  unit: "ratio",
  source: "CASF, art. R. 262-1",
  values: [
    {
      from: "2009-06-01",
      value: 0.3,
      ref: "Décret 2009-404 du 15/04/2009, art. 2 (modif art. R262-1 du CASF) ; Article D843-1 du Code de la sécurité sociale",
    },
  ],
};

export const thirdChildShare: Parameter = {
  id: "rsa-third-child",
  label: { fr: "Hausse pour chaque enfant à partir du troisième", en: "Rise for each child from the third" },
  unit: "ratio",
  source: "CASF, art. R. 262-1",
  values: [
    {
      from: "2009-06-01",
      value: 0.4,
      ref: "Décret 2009-404 du 15/04/2009, art. 2 (modif art. R262-1 du CASF) ; Article D843-1 du Code de la sécurité sociale",
    },
  ],
};

export const loneShare: Parameter = {
  id: "rsa-lone",
  label: {
    fr: "Part du montant forfaitaire d’un parent isolé",
    en: "Share of the flat amount for a lone parent",
  },
  unit: "ratio",
  source: "CASF, art. L. 262-9 ; CSS, art. D. 843-1",
  values: [
    {
      from: "2016-01-01",
      value: 1.28412,
      ref: "Décret 2015-1710 du 21/12/2015, art. 2 (crée art. D843-1 du CSS) ; Article D843-1 du Code de la sécurité sociale",
    },
  ],
};

export const loneShareChild: Parameter = {
  id: "rsa-lone-child",
  label: { fr: "Hausse par enfant d’un parent isolé", en: "Rise for each child of a lone parent" },
  unit: "ratio",
  source: "CASF, art. L. 262-9 ; CSS, art. D. 843-1",
  values: [
    {
      from: "2016-01-01",
      value: 0.42804,
      ref: "Décret 2015-1710 du 21/12/2015, art. 2 (crée art. D843-1 du CSS) ; Article D843-1 du Code de la sécurité sociale",
    },
  ],
};

export const loneChildAge: Parameter = {
  id: "rsa-lone-child-age",
  label: {
    fr: "Âge du plus jeune enfant auquel cesse la majoration pour isolement",
    en: "Age of the youngest child at which the raise for lone parents ends",
  },
  unit: "years",
  source: "CASF, art. R. 262-2",
  values: [
    { from: "2009-06-01", value: 3, ref: "Article R262-2 du Code de l’action sociale et des familles" },
  ],
};

export const housingOne: Parameter = {
  id: "rsa-housing-1",
  label: {
    fr: "Forfait logement d’une personne, en part du montant forfaitaire d’une personne",
    en: "Housing lump sum of one person, as a share of the flat amount of one",
  },
  unit: "ratio",
  source: "CASF, art. R. 262-9 ; CSS, art. R. 844-3",
  values: [
    {
      from: "2009-06-01",
      value: 0.12,
      ref: "Article R262-9 1. du Code de l’action sociale et des familles ; Décret 2009-404 du 15/04/2009, art. 2 (modif art. R262-9 et R262-10 du CASF)",
    },
  ],
};

export const housingTwo: Parameter = {
  id: "rsa-housing-2",
  label: {
    fr: "Forfait logement de deux personnes, en part du montant forfaitaire de deux",
    en: "Housing lump sum of two people, as a share of the flat amount of two",
  },
  unit: "ratio",
  source: "CASF, art. R. 262-9 ; CSS, art. R. 844-3",
  values: [
    {
      from: "2009-06-01",
      value: 0.16,
      ref: "Article R262-9 2. du Code de l’action sociale et des familles ; Décret 2009-404 du 15/04/2009, art. 2 (modif art. R262-9 et R262-10 du CASF)",
    },
  ],
};

export const housingThree: Parameter = {
  id: "rsa-housing-3",
  label: {
    fr: "Forfait logement de trois personnes et plus, en part du montant forfaitaire de trois",
    en: "Housing lump sum of three people or more, as a share of the flat amount of three",
  },
  unit: "ratio",
  source: "CASF, art. R. 262-9 ; CSS, art. R. 844-3",
  values: [
    {
      from: "2009-06-01",
      value: 0.165,
      ref: "Article R262-9 3. du Code de l’action sociale et des familles ; Décret 2009-404 du 15/04/2009, art. 2 (modif art. R262-9 et R262-10 du CASF)",
    },
  ],
};

export const rsaMinimum: Parameter = {
  id: "rsa-minimum",
  label: { fr: "Montant en dessous duquel le RSA n’est pas versé", en: "Amount below which RSA is not paid" },
  unit: "EUR/month",
  source: "CASF, art. R. 262-39",
  values: [
    {
      from: "2009-06-01",
      value: 6,
      ref: "Décret 2009-404 du 15/04/2009, art. 2 (modif art. R262-1 du CASF) ; Article R262-39 du Code de l’action sociale et des familles",
    },
  ],
};
