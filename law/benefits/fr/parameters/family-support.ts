import type { Parameter } from "../../parameter.ts";

// Allocation de soutien familial.
export const supportRate: Parameter = {
  id: "asf-rate",
  label: {
    fr: "Part de la BMAF de l’allocation de soutien familial, par enfant privé de l’aide d’un parent",
    en: "Share of the base of the family support allowance, for a child without the help of one parent",
  },
  unit: "ratio",
  source: "CSS, art. D. 523-1",
  values: [
    {
      from: "2022-11-01",
      value: 0.422,
      ref: "Article R523-7 du Code de la sécurité sociale ; Article 1 du Décret n° 2022-1370 du 27/10/2022",
    },
  ],
};

export const supportRateCounted: Parameter = {
  id: "asf-rate-counted",
  label: {
    fr: "Part de la BMAF retenue pour le RSA et la prime d’activité",
    en: "Share of the base counted for RSA and the activity bonus",
  },
  unit: "ratio",
  source: "CASF, art. R. 262-10-1 ; CSS, art. R. 844-4",
  values: [
    {
      from: "2014-04-01",
      value: 0.225,
      ref: "Décret n°2014-554 du 27 mai 2014 - art. 1 ; Article R262-10-1 du code de l’action sociale et des familles",
    },
  ],
};
