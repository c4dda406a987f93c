import type { Sentence } from "../language.ts";
import type { Act } from "./acts.ts";

/** Whose the data of a part is: it says who has a word in it, whoever may look. */
export const owners = {
  own: { fr: "à chacun, pour soi", en: "each person’s own" },
  holder: { fr: "au titulaire", en: "the holder’s" },
  spouse: { fr: "au conjoint", en: "the spouse’s" },
  household: { fr: "au foyer", en: "the household’s" },
  "another adult": { fr: "à un autre adulte", en: "another adult’s" },
  "protected person": { fr: "à la personne protégée", en: "the protected person’s" },
} as const satisfies Record<string, Sentence>;

type Part = { readonly says: Sentence; readonly whose: keyof typeof owners; readonly seenBy: Act };

/** The parts of a file and of the accounts around it: whose data each is, and the act that shows it. */
export const parts = {
  identity: { says: { fr: "l’identité", en: "identity" }, whose: "own", seenBy: "see-own-identity" },
  contacts: {
    says: { fr: "les coordonnées de contact", en: "contact details" },
    whose: "own",
    seenBy: "see-own-contacts",
  },
  journal: {
    says: { fr: "le journal de ses données", en: "the journal of one’s data" },
    whose: "own",
    seenBy: "see-own-journal",
  },
  "file-number": {
    says: { fr: "le numéro du dossier", en: "the file number" },
    whose: "household",
    seenBy: "see-file-number",
  },
  "civil-status": {
    says: { fr: "l’état civil des personnes du foyer", en: "the household’s civil status" },
    whose: "household",
    seenBy: "see-identities",
  },
  members: {
    says: { fr: "les membres du foyer", en: "the members of the household" },
    whose: "household",
    seenBy: "see-household-members",
  },
  resources: {
    says: { fr: "les ressources du foyer", en: "the household’s resources" },
    whose: "household",
    seenBy: "see-resources",
  },
  payments: {
    says: { fr: "les droits et les paiements", en: "rights and payments" },
    whose: "household",
    seenBy: "see-rights-and-payments",
  },
  documents: {
    says: { fr: "les documents du dossier", en: "the documents of the file" },
    whose: "household",
    seenBy: "see-documents",
  },
  messages: {
    says: { fr: "les messages du dossier", en: "the messages of the file" },
    whose: "household",
    seenBy: "see-messages",
  },
  "holder-contacts": {
    says: { fr: "les coordonnées de contact du titulaire", en: "the holder’s contact details" },
    whose: "holder",
    seenBy: "see-holder-contacts",
  },
  "file-journal": {
    says: { fr: "qui a ouvert le dossier", en: "who opened the file" },
    whose: "holder",
    seenBy: "see-file-journal",
  },
  delegation: {
    says: { fr: "la délégation de gestion", en: "the delegation" },
    whose: "holder",
    seenBy: "see-delegation",
  },
  "spouse-contacts": {
    says: { fr: "les coordonnées de contact du conjoint", en: "the spouse’s contact details" },
    whose: "spouse",
    seenBy: "see-spouse-contacts",
  },
  "others-contacts": {
    says: { fr: "les coordonnées de contact des autres adultes", en: "the other adults’ contact details" },
    whose: "another adult",
    seenBy: "see-others-contacts",
  },
  // Nobody is ever shown a password: it is not kept in a form that could be.
  credentials: {
    says: { fr: "le mot de passe d’une autre personne", en: "another person’s password" },
    whose: "another adult",
    seenBy: "use-others-credentials",
  },
  measure: {
    says: { fr: "la mesure de protection", en: "the protection measure" },
    whose: "protected person",
    seenBy: "see-measure",
  },
} as const satisfies Record<string, Part>;
export type PartName = keyof typeof parts;
