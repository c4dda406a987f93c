import type { Word } from "../institution.ts";

/** Words that the CPAM’s pages explain where they first appear (IL-09). */
export const words = [
  {
    id: "structure-partenaire",
    term: { fr: "structure partenaire", en: "partner structure" },
    forms: {
      fr: ["structure partenaire", "structures partenaires"],
      en: ["partner structure", "partner structures"],
    },
    says: {
      fr: "Une association, un service social, un établissement de santé… qui aide des assurés à obtenir leurs droits.",
      en: "An association, a social service, a health establishment… that helps insured persons obtain their rights.",
    },
  },
  {
    id: "assure",
    term: { fr: "assuré", en: "insured person" },
    forms: { fr: ["assuré", "assurée", "assurés"], en: ["insured person", "insured persons"] },
    says: {
      fr: "La personne dont l’Assurance maladie prend en charge les soins.",
      en: "Someone whose care the health insurance pays for.",
    },
  },
  {
    id: "secret-professionnel",
    term: { fr: "secret professionnel", en: "professional secrecy" },
    forms: { fr: ["secret professionnel"], en: ["professional secrecy"] },
    says: {
      fr: "L’obligation de ne pas révéler ce qu’on apprend sur une personne dans son métier. Y manquer est puni par la loi.",
      en: "The duty not to reveal what one learns about a person at work. Breaking it is punished by law.",
    },
  },
  {
    id: "offre-de-service",
    term: { fr: "offre de service", en: "service offer" },
    forms: { fr: ["offre de service", "offres de service"], en: ["service offer", "service offers"] },
    says: {
      fr: "Ce que l’Assurance maladie propose pour aider : accompagnement, bilans de santé, aides. Une partie est nationale, une autre propre au département.",
      en: "What the health insurance offers by way of help: support, health checks, aid. Part of it is national, part belongs to the department.",
    },
  },
  {
    id: "imprime",
    term: { fr: "imprimé", en: "printed form" },
    forms: { fr: ["imprimé", "imprimés"], en: ["printed form", "printed forms"] },
    says: {
      fr: "Un formulaire officiel à remplir, souvent désigné par son numéro Cerfa.",
      en: "An official form to fill in, often known by its Cerfa number.",
    },
  },
  {
    id: "second-facteur",
    term: { fr: "seconde preuve", en: "second proof" },
    forms: { fr: ["seconde preuve"], en: ["second proof"] },
    says: {
      fr: "En plus du mot de passe : une clé gardée par votre appareil, ou un code qui change toutes les 30 secondes.",
      en: "Besides the password: a key that your device keeps, or a code that changes every 30 seconds.",
    },
  },
] as const satisfies readonly Word[];
