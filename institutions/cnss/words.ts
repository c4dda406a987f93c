import type { Word } from "../institution.ts";

/** Words that the CNSS’s pages explain where they first appear (IL-09). */
export const words = [
  {
    id: "assure",
    term: { fr: "assuré", en: "insured person" },
    forms: { fr: ["assuré", "assurée", "assurés"], en: ["insured person", "insured persons"] },
    says: {
      fr: "La personne que la CNSS couvre : salarié, travailleur indépendant ou retraité.",
      en: "Whom the CNSS covers: an employee, a self-employed person or a pensioner.",
    },
  },
  {
    id: "affilie",
    term: { fr: "affilié", en: "affiliate" },
    forms: { fr: ["affilié", "affiliée", "affiliés"], en: ["affiliate", "affiliates"] },
    says: {
      fr: "La personne qu’un employeur a déclarée à la CNSS.",
      en: "Someone whom an employer has declared to the CNSS.",
    },
  },
  {
    id: "cotisation",
    term: { fr: "cotisation", en: "contribution" },
    forms: { fr: ["cotisation", "cotisations"], en: ["contribution", "contributions"] },
    says: {
      fr: "La part du salaire versée à la CNSS, par l’employeur et par l’assuré. Elle ouvre les droits.",
      en: "The part of a wage paid to the CNSS by the employer and by the insured person. It opens rights.",
    },
  },
  {
    id: "prestation",
    term: { fr: "prestation", en: "benefit" },
    forms: { fr: ["prestation", "prestations"], en: ["benefit", "benefits"] },
    says: {
      fr: "Ce que la CNSS verse ou prend en charge : allocation, indemnité, pension ou soins.",
      en: "What the CNSS pays or covers: an allowance, an indemnity, a pension or care.",
    },
  },
  {
    id: "indemnite-journaliere",
    term: { fr: "indemnité journalière", en: "daily indemnity" },
    forms: {
      fr: ["indemnité journalière", "indemnités journalières"],
      en: ["daily indemnity", "daily indemnities"],
    },
    says: {
      fr: "Une somme versée pour chaque jour où l’on ne peut pas travailler, par exemple après un accident ou une naissance.",
      en: "A sum for each day on which one cannot work, for instance after an accident or a birth.",
    },
  },
  {
    id: "pension-d-invalidite",
    term: { fr: "pension d’invalidité", en: "invalidity pension" },
    forms: { fr: ["pension d’invalidité"], en: ["invalidity pension"] },
    says: {
      fr: "Une pension pour qui ne peut plus travailler comme avant, à cause de sa santé.",
      en: "A pension for who can no longer work as before because of their health.",
    },
  },
  {
    id: "pension-de-reversion",
    term: { fr: "pension de réversion", en: "survivor’s pension" },
    forms: { fr: ["pension de réversion"], en: ["survivor’s pension"] },
    says: {
      fr: "La part de la pension d’une personne décédée qui revient à sa famille.",
      en: "The part of a deceased person’s pension that goes to their family.",
    },
  },
  {
    id: "reseau-social",
    term: { fr: "réseau social", en: "social network" },
    forms: { fr: ["réseau social", "réseaux sociaux"], en: ["social network", "social networks"] },
    says: {
      fr: "Un service où l’on publie et où l’on s’écrit, comme Facebook ou WhatsApp. La CNSS n’y demande jamais vos codes.",
      en: "A service where people post and write to each other, such as Facebook or WhatsApp. The CNSS never asks for your credentials there.",
    },
  },
] as const satisfies readonly Word[];
