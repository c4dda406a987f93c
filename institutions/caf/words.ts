import type { Word } from "../institution.ts";

/** Words that the Caf's pages explain where they first appear (IL-09). */
export const words = [
  {
    id: "allocataire",
    term: { fr: "allocataire", en: "holder" },
    forms: { fr: ["allocataire", "allocataires"], en: ["holder", "holders"] },
    says: {
      fr: "La personne responsable du dossier. On le devient dès qu’on demande une prestation, et on le reste même quand le dossier est fermé.",
      en: "The person in charge of the file. You become one as soon as you claim a benefit, and you stay one even once the file is closed.",
    },
  },
  {
    id: "foyer",
    term: { fr: "foyer", en: "household" },
    forms: { fr: ["foyer", "foyers"], en: ["household", "households"] },
    says: {
      fr: "L’allocataire, son conjoint, leurs enfants et les autres personnes qu’ils ont à charge. Un enfant qui demande lui-même une prestation devient allocataire : seuls ses revenus comptent alors.",
      en: "The holder, their spouse, their children and the other people they support. A child who claims a benefit becomes a holder: only their own income then counts.",
    },
  },
  {
    id: "conjoint",
    term: { fr: "conjoint", en: "spouse" },
    forms: { fr: ["conjoint", "conjoints", "conjointe"], en: ["spouse", "spouses"] },
    says: {
      fr: "La personne avec qui l’allocataire vit en couple, mariée, pacsée ou non.",
      en: "The person with whom the holder lives as a couple, be it in marriage, in a civil partnership or neither.",
    },
  },
  {
    id: "dossier",
    term: { fr: "dossier", en: "file" },
    forms: { fr: ["dossier", "dossiers"], en: ["your file", "household file", "on the file"] },
    says: {
      fr: "Tout ce que la Caf tient sur un foyer : sa situation, ses droits, ses paiements. Il a un seul numéro.",
      en: "All that the Caf holds about one household: its situation, its rights, its payments. It has one number.",
    },
  },
  {
    id: "prestation",
    term: { fr: "prestation", en: "benefit" },
    forms: { fr: ["prestation", "prestations"], en: ["benefit", "benefits"] },
    says: {
      fr: "Une aide que la Caf verse : allocation, prime, complément ou aide au logement.",
      en: "Help that the Caf pays: an allowance, a bonus, a supplement or a housing aid.",
    },
  },
  {
    id: "quotient-familial",
    term: { fr: "quotient familial", en: "family quotient" },
    forms: { fr: ["quotient familial", "quotients familiaux"], en: ["family quotient"] },
    says: {
      fr: "Les ressources du mois divisées par le nombre de parts du foyer. La cantine ou le centre de loisirs s’en servent pour fixer leurs tarifs.",
      en: "The month’s income divided by the household’s shares. School canteens and holiday centres set their prices by it.",
    },
  },
  {
    id: "recouvrement",
    term: { fr: "recouvrement", en: "recovery" },
    forms: { fr: ["recouvrement", "somme à récupérer"], en: ["recovery", "sum to recover"] },
    says: {
      fr: "La Caf récupère une somme versée en trop, en tenant compte de vos moyens.",
      en: "The Caf gets back a sum that was overpaid, with your means in view.",
    },
  },
  {
    id: "recours-contentieux",
    term: { fr: "recours contentieux", en: "contentious appeal" },
    forms: { fr: ["recours contentieux"], en: ["contentious appeal"] },
    says: {
      fr: "Contester une décision devant un juge, quand on n’a pas pu s’entendre avec la Caf.",
      en: "Contesting a decision before a judge, when no agreement was found with the Caf.",
    },
  },
  {
    id: "personne-protegee",
    term: { fr: "personne protégée", en: "protected person" },
    forms: {
      fr: ["personne protégée", "personnes protégées"],
      en: ["protected person", "protected persons"],
    },
    says: {
      fr: "Un adulte qu’une décision place sous la protection d’un autre : tutelle, curatelle, habilitation familiale… Il garde ses propres codes.",
      en: "An adult whom a decision puts under the protection of another. They keep credentials of their own.",
    },
  },
  {
    id: "bailleur",
    term: { fr: "bailleur", en: "landlord" },
    forms: { fr: ["bailleur", "bailleurs"], en: ["landlord", "landlords"] },
    says: {
      fr: "La personne ou l’organisme qui vous loue votre logement.",
      en: "The person or body that lets your home to you.",
    },
  },
  {
    id: "rncps",
    term: { fr: "RNCPS", en: "RNCPS" },
    forms: { fr: ["RNCPS"], en: ["RNCPS"] },
    says: {
      fr: "Répertoire national commun de la protection sociale : il dit quels organismes vous versent quoi, et à quelle adresse. La Cnav le tient.",
      en: "The common national directory of social protection: it says which bodies pay you what, and at which address. The Cnav runs it.",
    },
  },
  {
    id: "france-travail",
    term: { fr: "France Travail", en: "France Travail" },
    forms: { fr: ["France Travail"], en: ["France Travail"] },
    says: {
      fr: "Le service public de l’emploi, qui s’est appelé Pôle emploi et, avant, Assedic et ANPE.",
      en: "The public employment service, formerly Pôle emploi and, before that, Assedic and ANPE.",
    },
  },
  {
    id: "cnil",
    term: { fr: "CNIL", en: "CNIL" },
    forms: { fr: ["CNIL"], en: ["CNIL"] },
    says: {
      fr: "Commission nationale de l’informatique et des libertés : l’autorité qui veille, en France, à la protection des données. On peut s’adresser à elle gratuitement.",
      en: "The French authority that watches over data protection. Anyone may turn to it, free of charge.",
    },
  },
  {
    id: "rgpd",
    term: { fr: "RGPD", en: "GDPR" },
    forms: { fr: ["RGPD"], en: ["GDPR"] },
    says: {
      fr: "Le règlement européen qui protège vos données : il dit ce qu’on peut en faire, et les droits que vous avez.",
      en: "The European regulation that protects your data: it says what may be done with it, and which rights you have.",
    },
  },
  {
    id: "indicateur-de-lecture",
    term: { fr: "indicateur de lecture", en: "reading indicator" },
    forms: { fr: ["indicateur de lecture"], en: ["reading indicator"] },
    says: {
      fr: "Une image cachée dans un message, qui signale qu’il a été ouvert.",
      en: "An image hidden in a message, which tells that it was opened.",
    },
  },
] as const satisfies readonly Word[];
