import type { Sentence } from "../../../../law/language.ts";
import { fileActs } from "./file-acts.ts";

/** The journal’s acts on an account: sign-ins, what protects it, where its person is written to. */
const accountActs: Readonly<Record<string, Sentence>> = {
  "signed in": { fr: "Connexion à l’espace", en: "Sign-in" },
  "named a colleague": { fr: "Un collègue a été désigné", en: "A colleague was named" },
  "closed a colleague's access": {
    fr: "L’accès d’un collègue a été fermé",
    en: "A colleague’s access was closed",
  },
  "opened a service": { fr: "Un service a été ouvert", en: "A service was opened" },
  "suspended the site": { fr: "Le site a été fermé pour un temps", en: "The site was closed for a time" },
  "resumed the site": { fr: "Le site a été rouvert", en: "The site was opened again" },
  "signed out": { fr: "Déconnexion", en: "Sign-out" },
  "password refused": { fr: "Un mot de passe faux a été essayé", en: "A wrong password was tried" },
  "chose a password": { fr: "Un mot de passe a été choisi", en: "A password was chosen" },
  "changed the password": { fr: "Le mot de passe a été changé", en: "The password was changed" },
  "asked to recover access": {
    fr: "Quelqu’un a demandé un nouveau mot de passe",
    en: "Someone asked for a new password",
  },
  "recovered access": {
    fr: "L’accès a été retrouvé avec un nouveau mot de passe",
    en: "Access was recovered with a new password",
  },
  "ended a session": { fr: "Une session a été fermée", en: "A session was closed" },
  "ended the other sessions": {
    fr: "Toutes les autres sessions ont été fermées",
    en: "All other sessions were closed",
  },
  "gave a contact point": {
    fr: "Une adresse mail ou un mobile a été donné",
    en: "A mail address or a mobile was given",
  },
  "was sent a code": { fr: "Un code a été envoyé", en: "A code was sent" },
  "verified a contact point": {
    fr: "Une adresse mail ou un mobile a été confirmé",
    en: "A mail address or a mobile was confirmed",
  },
  "gave another account's contact point": {
    fr: "Une adresse ou un mobile d’un autre compte a été donné, puis refusé",
    en: "A mail address or mobile of another account was given, then refused",
  },
  "read a protection decision": {
    fr: "Une décision de protection a été lue",
    en: "A protection decision was read",
  },
  "read a file of a protection decision": {
    fr: "Un document d’une décision de protection a été lu",
    en: "A document of a protection decision was read",
  },
  "seconded a protection decision": {
    fr: "Un premier agent a donné son accord à une décision de protection",
    en: "A first agent agreed to a protection decision",
  },
  "validated a protection decision": {
    fr: "Une décision de protection a été validée",
    en: "A protection decision was validated",
  },
  "refused a protection decision": {
    fr: "Une décision de protection n’a pas été acceptée",
    en: "A protection decision was not accepted",
  },
  "raised an alarm": { fr: "Un danger a été signalé", en: "A danger was reported" },
  "closed access": { fr: "L’accès a été fermé", en: "Access was closed" },
  "opened access again": { fr: "L’accès a été rouvert", en: "Access was opened again" },
  "asked for a new password": {
    fr: "Nous vous avons demandé un nouveau mot de passe",
    en: "We asked you for a new password",
  },
  "typed the password again": { fr: "Le mot de passe a été confirmé", en: "The password was typed again" },
  "confirmed by a passkey": {
    fr: "Une clé d’accès a confirmé que c’est vous",
    en: "A passkey confirmed that it is you",
  },
  "opened an account without FranceConnect": {
    fr: "Le compte a été ouvert, sans y relier FranceConnect",
    en: "The account was opened, without linking FranceConnect to it",
  },
  "reissued an access": {
    fr: "Un nouveau mot de passe provisoire a été remis",
    en: "A new temporary password was handed over",
  },
  "added a contact point": {
    fr: "Une adresse mail ou un mobile a été ajouté",
    en: "A mail address or a mobile was added",
  },
  "replaced a contact point": {
    fr: "Une adresse mail ou un mobile en a remplacé un autre",
    en: "A mail address or a mobile replaced another",
  },
  "removed a contact point": {
    fr: "Une adresse mail ou un mobile a été retiré",
    en: "A mail address or a mobile was removed",
  },
  "objected to a change of contact points": {
    fr: "Un changement de coordonnées a été contesté",
    en: "A change of contact details was objected to",
  },
  "gave an address for notices": {
    fr: "Une adresse pour les messages du dossier a été donnée",
    en: "An address for messages about the file was given",
  },
  "verified an address for notices": {
    fr: "L’adresse pour les messages du dossier a été confirmée",
    en: "The address for messages about the file was confirmed",
  },
  "removed the address for notices": {
    fr: "L’adresse pour les messages du dossier a été retirée",
    en: "The address for messages about the file was removed",
  },
  "asked for a forgotten identifier": {
    fr: "Quelqu’un a demandé un identifiant oublié",
    en: "Someone asked for a forgotten identifier",
  },
  "opened an account": { fr: "Le compte a été ouvert", en: "The account was opened" },
  "somebody asked for an account with this number": {
    fr: "Quelqu’un a voulu ouvrir un compte avec votre numéro",
    en: "Someone tried to open an account with your number",
  },
  "was given a provisional identifier": {
    fr: "Un identifiant provisoire a été donné",
    en: "A provisional identifier was given",
  },
  "was sent the provisional identifier again": {
    fr: "L’identifiant provisoire a été envoyé de nouveau",
    en: "The provisional identifier was sent again",
  },
  "linked FranceConnect": { fr: "FranceConnect a été relié au compte", en: "FranceConnect was linked" },
  "removed FranceConnect": { fr: "FranceConnect a été retiré du compte", en: "FranceConnect was removed" },
  "confirmed by FranceConnect": {
    fr: "L’identité a été confirmée par FranceConnect",
    en: "Identity was confirmed by FranceConnect",
  },
  "FranceConnect refused": {
    fr: "Une connexion par FranceConnect a été refusée",
    en: "A sign-in by FranceConnect was refused",
  },
  "added a passkey": { fr: "Une clé d’accès a été ajoutée", en: "A passkey was added" },
  "removed a passkey": { fr: "Une clé d’accès a été retirée", en: "A passkey was removed" },
  "removed every passkey": {
    fr: "Toutes les clés d’accès ont été retirées",
    en: "All passkeys were removed",
  },
  "new passkey refused": {
    fr: "Une nouvelle clé d’accès a été refusée",
    en: "A new passkey was refused",
  },
  "passkey refused": {
    fr: "Une connexion par clé d’accès a été refusée",
    en: "A sign-in by passkey was refused",
  },
  "was sent a code for the second step": {
    fr: "Un code a été envoyé pour la deuxième étape",
    en: "A code was sent for the second step",
  },
  "typed a wrong code for the second step": {
    fr: "Un code faux a été essayé à la deuxième étape",
    en: "A wrong code was tried at the second step",
  },
  "passed the second step": { fr: "La deuxième étape a été passée", en: "The second step was passed" },
  "turned the second step on": {
    fr: "La connexion en deux étapes a été activée",
    en: "Sign-in in two steps was turned on",
  },
  "turned the second step off": {
    fr: "La connexion en deux étapes a été désactivée",
    en: "Sign-in in two steps was turned off",
  },
  "trusted a device": {
    fr: "Un appareil a été reconnu comme sûr",
    en: "A device was marked as trusted",
  },
  "took trust back from a device": {
    fr: "Un appareil n’est plus reconnu comme sûr",
    en: "A device is no longer trusted",
  },
  "started a password campaign": {
    fr: "Une demande de nouveaux mots de passe a été lancée",
    en: "A request for new passwords was started",
  },
  "asked for access": { fr: "Un accès a été demandé", en: "An access was asked for" },
  "read an access request": {
    fr: "Votre demande d’accès a été lue",
    en: "Your request for access was read",
  },
  "issued an access": { fr: "L’accès demandé a été accordé", en: "The access asked for was granted" },
  "refused an access": { fr: "L’accès demandé a été refusé", en: "The access asked for was refused" },
  "was handed a first password": {
    fr: "Un premier mot de passe a été remis",
    en: "A first password was handed over",
  },
  "changed the address": { fr: "L’adresse a été changée", en: "The address was changed" },
  "changed the company data": {
    fr: "Les données de l’entreprise ont été changées",
    en: "The company data were changed",
  },
  "signs in with the social-security number from now on": {
    fr: "L’identifiant du compte est désormais le numéro de sécurité sociale",
    en: "The account’s identifier is now the social-security number",
  },
};

/** What the journal’s acts are called in plain words, for the person on whose data they were done. */
const acts: Readonly<Record<string, Sentence>> = { ...accountActs, ...fileActs };

/** An act that has no words yet is shown all the same: nothing is left out of what the person reads. */
const anotherAct: Sentence = {
  fr: "Autre opération sur votre compte",
  en: "Other operation on your account",
};

export const wordsOfAct = (act: string): Sentence => acts[act] ?? anotherAct;

/** From where an act was done, as far as the journal tells. */
export type Doer = keyof typeof doers;

export const doers = {
  self: { fr: "depuis votre espace", en: "from your account" },
  unknown: { fr: "sans être connecté", en: "without signing in" },
  other: { fr: "par une autre personne ou un agent", en: "by another person or an agent" },
} satisfies Record<string, Sentence>;

export const doerOf = (actor: string, personId: string): Doer =>
  actor === personId ? "self" : actor === "unknown" ? "unknown" : "other";
