import type { Parameter } from "../../parameter.ts";

// Allocation forfaitaire for a child of twenty.
export const flatRate: Parameter = {
  id: "af-flat-rate",
  label: {
    fr: "Part de la BMAF de l’allocation forfaitaire pour un enfant de vingt ans",
    en: "Share of the base of the flat allowance for a child of twenty",
  },
  unit: "ratio",
  source: "CSS, art. D. 521-2",
  values: [
    {
      from: "2003-07-01",
      value: 0.20234,
      ref: "Article D521-2 du Code de la sécurité sociale ; Loi 2002-1487 du 20/12/2002, art. 58 (modif art. L521-1 du CSS) ; Décret 2003-573 du 27/06/2003, art. 1 (crée art. D521-2 du CSS)",
    },
  ],
};

export const flatChildren: Parameter = {
  id: "af-flat-children",
  label: {
    fr: "Nombre d’enfants, celui de vingt ans compris, qui ouvre l’allocation forfaitaire",
    en: "Number of children, the one of twenty included, that opens the flat allowance",
  },
  unit: "count",
  source: "CSS, art. L. 521-1 et D. 521-2",
  values: [
    {
      from: "2003-07-01",
      value: 3,
      ref: "Loi 2002-1487 du 20/12/2002, art. 58 (modif art. L521-1 du CSS) ; Décret 2003-573 du 27/06/2003, art. 1 (crée art. D521-2 du CSS) ; Article R521-1 du code de la sécurité sociale allocations familiales",
    },
  ],
};

export const flatYears: Parameter = {
  id: "af-flat-years",
  label: { fr: "Durée de l’allocation forfaitaire", en: "Length of the flat allowance" },
  unit: "years",
  source: "CSS, art. D. 521-2",
  values: [
    {
      from: "2003-07-01",
      value: 1,
      ref: "Loi 2002-1487 du 20/12/2002, art. 58 (modif art. L521-1 du CSS) ; Décret 2003-573 du 27/06/2003, art. 1 (crée art. D521-2 du CSS) ; Article L521-1 du Code de la sécurité sociale",
    },
  ],
};
