import type { Sentence } from "../../../../law/language.ts";

/** The journal’s acts on a file, its people and its desk, in plain words. */
export const fileActs: Readonly<Record<string, Sentence>> = {
  "accepted the terms": { fr: "Les règles d’usage ont été acceptées", en: "The terms were accepted" },
  "refused the terms": { fr: "Les règles d’usage ont été refusées", en: "The terms were refused" },
  "granted the delegation": {
    fr: "La gestion du dossier a été confiée au conjoint",
    en: "The file was entrusted to the spouse",
  },
  "took the delegation back": {
    fr: "La délégation au conjoint a été retirée",
    en: "The delegation to the spouse was taken back",
  },
  "declined the delegation": {
    fr: "La délégation a été refusée par la personne qui l’avait reçue",
    en: "The delegation was declined by the person who had it",
  },
  "declared the separation": { fr: "Une séparation a été déclarée", en: "A separation was declared" },
  "deposited a protection decision": {
    fr: "Une décision de protection a été déposée",
    en: "A protection decision was deposited",
  },
  "entered the space": {
    fr: "La personne qui protège est entrée dans l’espace",
    en: "The guardian entered the space",
  },
  "left the space": {
    fr: "La personne qui protège a quitté l’espace",
    en: "The guardian left the space",
  },
  "looked at the household": { fr: "Le foyer a été consulté", en: "The household was looked at" },
  "began a simulation from the household": {
    fr: "Une estimation de droits a été commencée avec les données du foyer",
    en: "An estimate of rights was begun with the data of the household",
  },
  "asked the desk for a new contact point": {
    fr: "De nouvelles coordonnées ont été demandées à l’accueil",
    en: "New contact details were asked of the reception desk",
  },
  "read a desk request": {
    fr: "Votre demande à l’accueil a été lue",
    en: "Your request to the desk was read",
  },
  "read a file of a desk request": {
    fr: "Un document joint à votre demande a été ouvert",
    en: "A document sent with your request was opened",
  },
  "accepted a desk request": {
    fr: "Votre demande à l’accueil a été acceptée",
    en: "Your request to the desk was accepted",
  },
  "refused a desk request": {
    fr: "Votre demande à l’accueil a été refusée",
    en: "Your request to the desk was refused",
  },
  "saw what changes in the terms": {
    fr: "Ce qui change dans les règles a été montré",
    en: "What changes in the terms was shown",
  },
  "let a site know them": {
    fr: "Un autre site a été autorisé à vous reconnaître",
    en: "Another site was allowed to know you",
  },
  "stopped a site from knowing them": {
    fr: "Un autre site n’est plus autorisé à vous reconnaître",
    en: "Another site is no longer allowed to know you",
  },
  "refused a site": {
    fr: "Un autre site a présenté un accès qui ne valait plus : il a été refusé",
    en: "Another site brought an access that no longer held: it was refused",
  },
  "became a holder by claiming": {
    fr: "Un dossier a été ouvert à votre nom",
    en: "A file was opened in your name",
  },
  "signed and sent a claim": {
    fr: "Une demande a été signée et envoyée",
    en: "A claim was signed and sent",
  },
  "read a report of danger": {
    fr: "Votre signalement a été lu",
    en: "Your report was read",
  },
  "was found at the desk": {
    fr: "Un agent vous a cherché à l’accueil",
    en: "An agent looked you up at the desk",
  },
  "looked at the file at the desk": {
    fr: "Un agent a ouvert le dossier à l’accueil",
    en: "An agent opened the file at the desk",
  },
  "proposed at the desk what another agent confirms": {
    fr: "Un agent a proposé une opération qu’un autre agent doit confirmer",
    en: "An agent proposed something that another agent must confirm",
  },
  "settled a desk task": {
    fr: "L’accueil a traité ce que vous aviez déclaré",
    en: "The desk dealt with what you declared",
  },
  "typed a desk password": {
    fr: "Le mot de passe d’agent a été saisi",
    en: "The agent’s password was typed",
  },
  "signed in at the desk": { fr: "Connexion à l’accueil", en: "Sign-in at the desk" },
  "signed out of the desk": { fr: "Déconnexion de l’accueil", en: "Sign-out of the desk" },
  "enrolled a second factor at the desk": {
    fr: "Un second facteur d’agent a été ajouté",
    en: "An agent’s second factor was added",
  },
  "chose a desk password": {
    fr: "Un mot de passe d’agent a été choisi",
    en: "An agent’s password was chosen",
  },
  "was issued an identifier": { fr: "Un identifiant a été donné", en: "An identifier was issued" },
  "had their identifier changed": { fr: "L’identifiant a été changé", en: "The identifier was changed" },
  "had their access ended": { fr: "L’accès a été supprimé", en: "Access was ended" },
  "asked for accesses for a structure": {
    fr: "Des accès ont été demandés pour une structure",
    en: "Accesses were asked for a structure",
  },
};
