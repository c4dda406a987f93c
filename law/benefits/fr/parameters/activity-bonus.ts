import type { Parameter } from "../../parameter.ts";

// Prime d’activité.
export const bonusBase: Parameter = {
  id: "ppa-base",
  label: {
    fr: "Montant forfaitaire de la prime d’activité pour une personne seule",
    en: "Flat amount of the activity bonus for one person",
  },
  unit: "EUR/month",
  source: "CSS, art. L. 842-3 et D. 843-1",
  values: [
    { from: "2022-07-01", value: 586.23, ref: "LOI n° 2022-1158 du 16/08/2022, art 9." },
    { from: "2023-04-01", value: 595.25, ref: "Décret n° 2023-343 du 4 mai 2023, article 1" },
    {
      from: "2024-04-01",
      value: 622.63,
      ref: "Décret n° 2024-403 du 1ᵉʳ mai 2024, article 1 ; Article L842-3 du code de la sécurité sociale",
    },
    { from: "2025-04-01", value: 633.21, ref: "Décret n° 2025-294 du 29 mars 2025, art. 1" },
    { from: "2026-04-01", value: 638.28, ref: "Décret n° 2026-222 du 30 mars 2026, art. 2" },
  ],
};

export const earningsShare: Parameter = {
  id: "ppa-earnings-share",
  label: { fr: "Part des revenus d’activité ajoutée", en: "Share of earnings added" },
  unit: "ratio",
  source: "CSS, art. D. 843-3",
  values: [
    {
      from: "2018-08-01",
      value: 0.61,
      ref: "Article D843-3 du code de la sécurité sociale ; Décret 2018-836 du 03/10/2018, art. 2",
    },
    {
      from: "2025-04-01",
      value: 0.5985,
      ref: "Article D843-3 du code de la sécurité sociale ; Décret 2018-836 du 03/10/2018, art. 1",
    },
  ],
};

export const individualFrom: Parameter = {
  id: "ppa-individual-from",
  label: {
    fr: "Revenu d’activité où commence la bonification, en heures de Smic",
    en: "Earnings at which the individual bonus begins, in hours of minimum wage",
  },
  unit: "hours",
  source: "CSS, art. D. 843-2",
  values: [
    {
      from: "2016-01-01",
      value: 59,
      ref: "Article D843-2 du Code de la sécurité sociale ; Décret 2015-1710 du 21/12/2015, art. 2 (crée art. D843-2 du CSS)",
    },
  ],
};

export const individualTo: Parameter = {
  id: "ppa-individual-to",
  label: {
    fr: "Revenu d’activité où la bonification est entière, en heures de Smic",
    en: "Earnings at which the individual bonus is full, in hours of minimum wage",
  },
  unit: "hours",
  source: "CSS, art. D. 843-2",
  values: [
    {
      from: "2018-10-01",
      value: 120,
      ref: "Article D843-2 du Code de la sécurité sociale ; Décret nº2018-1197 du 21/12/2018",
    },
    {
      from: "2026-04-01",
      value: 138,
      ref: "Article D843-2 du Code de la sécurité sociale ; Décret 2026-222 du 30 mars 2026, art. 1",
    },
  ],
};

export const individualShare: Parameter = {
  id: "ppa-individual-share",
  label: {
    fr: "Bonification entière, en part du montant forfaitaire",
    en: "Full individual bonus, as a share of the flat amount",
  },
  unit: "ratio",
  source: "CSS, art. D. 843-2",
  values: [
    {
      from: "2018-10-01",
      value: 0.29101,
      ref: "Article D843-2 du Code de la sécurité sociale ; Décret nº2018-1197 du 21/12/2018",
    },
    {
      from: "2026-04-01",
      value: 0.377,
      ref: "Article D843-2 du Code de la sécurité sociale ; Décret 2026-222 du 30 mars 2026, art. 1",
    },
  ],
};

export const workerAge: Parameter = {
  id: "ppa-age",
  label: { fr: "Âge à partir duquel la prime est ouverte", en: "Age from which the bonus is open" },
  unit: "years",
  source: "CSS, art. L. 842-2",
  values: [
    {
      from: "2015-10-01",
      value: 18,
      ref: "Article L842-2 du Code de la sécurité sociale ; Loi n°2015-994 du 17/08/2015 relative au dialogue social et à l’emploi, article 57",
    },
  ],
};

export const disabilityEarningsFrom: Parameter = {
  id: "ppa-aah-hours",
  label: {
    fr: "Revenu d’activité à partir duquel l’AAH compte comme un revenu d’activité, en heures de Smic",
    en: "Earnings from which the disability allowance counts as earnings, in hours of minimum wage",
  },
  unit: "hours",
  source: "CSS, art. L. 842-8 et D. 843-4",
  values: [
    {
      from: "2015-10-01",
      value: 29,
      ref: "Article D843-4 du code de la sécurité sociale (créé en 2018) ; Article L842-8 du code de la sécurité sociale",
    },
  ],
};

export const bonusMinimum: Parameter = {
  id: "ppa-minimum",
  label: {
    fr: "Montant en dessous duquel la prime n’est pas versée",
    en: "Amount below which the bonus is not paid",
  },
  unit: "EUR/month",
  source: "CSS, art. D. 846-2",
  values: [
    {
      from: "2015-10-01",
      value: 15,
      ref: "Article D843-1 du Code de la sécurité sociale ; Décret 2015-1710 du 21/12/2015, art. 2 ; Article D846-2 du Code de la sécurité sociale",
    },
  ],
};
