import type { Sentence } from "../language.ts";

/** What people do on a household file or on their own account, as the page that explains access names it. */
export const acts = {
  "see-own-identity": { fr: "voir son identité", en: "see one’s own identity" },
  "see-own-contacts": { fr: "voir ses coordonnées de contact", en: "see one’s own contact details" },
  "change-own-contacts": { fr: "changer ses coordonnées de contact", en: "change one’s own contact details" },
  "see-own-journal": {
    fr: "lire qui a ouvert ses données et ce qui s’y est fait",
    en: "read who opened one’s data and what was done there",
  },
  "claim-individually": {
    fr: "demander une prestation à son propre nom",
    en: "claim a benefit in one’s own name",
  },
  "deposit-measure": {
    fr: "déposer une décision de protection",
    en: "deposit a protection decision",
  },
  "close-account": { fr: "fermer son compte", en: "close one’s account" },
  "use-others-credentials": {
    fr: "se servir du mot de passe d’une autre personne",
    en: "use another person’s password",
  },
  "see-file-number": { fr: "voir le numéro du dossier", en: "see the file number" },
  "see-identities": {
    fr: "voir l’état civil des personnes du foyer",
    en: "see the household’s civil status",
  },
  "see-household-members": { fr: "voir les membres du foyer", en: "see the members of the household" },
  "see-resources": { fr: "voir les ressources du foyer", en: "see the household’s resources" },
  "see-rights-and-payments": { fr: "voir les droits et les paiements", en: "see rights and payments" },
  "see-documents": { fr: "voir les documents du dossier", en: "see the documents of the file" },
  "see-messages": { fr: "lire les messages du dossier", en: "read the messages of the file" },
  "change-household": { fr: "changer la composition du foyer", en: "change who is in the household" },
  "declare-resources": { fr: "déclarer les ressources du foyer", en: "declare the household’s resources" },
  "change-bank-details": { fr: "changer le compte bancaire", en: "change the bank account" },
  "claim-for-household": { fr: "faire les demandes du foyer", en: "claim for the household" },
  appeal: { fr: "contester une décision", en: "contest a decision" },
  "see-holder-contacts": {
    fr: "voir les coordonnées de contact du titulaire",
    en: "see the holder’s contact details",
  },
  "see-spouse-contacts": {
    fr: "voir les coordonnées de contact du conjoint",
    en: "see the spouse’s contact details",
  },
  "see-others-contacts": {
    fr: "voir les coordonnées de contact des autres adultes",
    en: "see the other adults’ contact details",
  },
  "see-file-journal": { fr: "lire qui a ouvert le dossier", en: "read who opened the file" },
  "see-measure": { fr: "voir la mesure de protection", en: "see the protection measure" },
  "see-delegation": { fr: "voir la délégation de gestion", en: "see the delegation" },
  "grant-delegation": { fr: "donner la délégation de gestion", en: "give the delegation" },
  "revoke-delegation": { fr: "retirer la délégation de gestion", en: "take the delegation back" },
  "decline-delegation": {
    fr: "refuser la délégation de gestion reçue",
    en: "decline the delegation received",
  },
  "declare-separation": { fr: "déclarer une séparation", en: "declare a separation" },
  "validate-measure": { fr: "valider une mesure de protection", en: "validate a protection measure" },
  "settle-merge": { fr: "réunir deux dossiers d’une même personne", en: "merge two records of one person" },
  "decide-request": { fr: "décider d’une demande", en: "decide a request" },
  "unlock-account": { fr: "rouvrir un compte bloqué", en: "open a locked account again" },
  "suspend-account": { fr: "suspendre un compte", en: "suspend an account" },
  "require-new-password": { fr: "faire changer un mot de passe", en: "have a password changed" },
} as const satisfies Record<string, Sentence>;
export type Act = keyof typeof acts;

/** Acts that rows of the table give or refuse together. Each act stands in one of these lists, or in a row by itself. */
export const groups = {
  household: [
    "see-identities",
    "see-household-members",
    "see-resources",
    "see-rights-and-payments",
    "see-documents",
    "see-messages",
    "change-household",
    "declare-resources",
    "change-bank-details",
    "claim-for-household",
  ],
  contactsOfOthers: ["see-holder-contacts", "see-spouse-contacts", "see-others-contacts"],
  delegation: ["see-delegation", "grant-delegation", "revoke-delegation"],
  staff: [
    "validate-measure",
    "settle-merge",
    "decide-request",
    "unlock-account",
    "suspend-account",
    "require-new-password",
  ],
} as const satisfies Record<string, readonly Act[]>;
