import type { Reason } from "./reason.ts";

/** Every reason for a yes to the people of a household, and to anyone for what is their own. */
export const familyGrounds = {
  holder: {
    says: {
      fr: "Le titulaire du dossier voit tout ce qui s’y trouve et fait les démarches pour le foyer.",
      en: "The holder of the file sees all that is in it and acts for the household.",
    },
    source: "CP-16",
  },
  holderInCouple: {
    says: {
      fr: "Le titulaire qui vit en couple peut confier la gestion du dossier à son conjoint.",
      en: "A holder who lives in a couple may entrust the file to their spouse.",
    },
    source: "CP-15",
  },
  seesDelegation: {
    says: {
      fr: "Le titulaire voit la délégation qu’il a donnée et ce qu’elle est devenue.",
      en: "The holder sees the delegation they gave and what became of it.",
    },
    source: "CP-15",
  },
  takeBack: {
    says: {
      fr: "Le titulaire, qui seul donne la délégation, peut la retirer à tout moment.",
      en: "The holder, who alone gives the delegation, may take it back at any time.",
    },
    source: "CP-15",
  },
  decline: {
    says: {
      fr: "Nul n’est obligé de gérer un dossier : qui a reçu la délégation peut la refuser à tout moment.",
      en: "Nobody has to run a file: who has the delegation may decline it at any time.",
    },
    source: "CP-18",
  },
  ownRight: {
    says: {
      fr: "Le conjoint qui perçoit lui-même l’AJPA, le BAFA, l’AAH ou le PALA fait toutes les démarches dans son espace, comme un titulaire.",
      en: "A spouse who receives AJPA, BAFA, AAH or PALA in their own name carries out every procedure in their own space, as a holder does.",
    },
    source: "CP-17",
  },
  delegated: {
    says: {
      fr: "Le titulaire a confié la gestion du dossier à son conjoint, qui peut tout y faire comme lui tant que la délégation dure.",
      en: "The holder has entrusted the file to their spouse, who may do all that the holder does for as long as the delegation lasts.",
    },
    source: "CP-18",
  },
  spouseOwn: {
    says: {
      fr: "Le conjoint accède à ses propres données, change ses coordonnées de contact et peut déclarer une séparation.",
      en: "A spouse reaches their own data, changes their contact details and may declare a separation.",
    },
    source: "CP-19",
  },
  memberOwn: {
    says: {
      fr: "Chaque membre du foyer accède à ses propres données.",
      en: "Every member of the household reaches their own data.",
    },
    source: "CP-20",
  },
  personOwn: {
    says: {
      fr: "Chacun a un compte à lui, où il voit ce qui le concerne lui-même.",
      en: "Everyone has an account of their own, where they see what is about themselves.",
    },
    source: "CP-01",
  },
  fileNumber: {
    says: {
      fr: "Le dossier garde son numéro, le même pour tout le foyer : chacun de ses membres peut le donner quand il nous écrit ou nous appelle.",
      en: "The file keeps its one number for the whole household: each member may give it when writing to us or calling.",
    },
    source: "CP-01",
  },
  ownContacts: {
    says: {
      fr: "Chacun tient à jour l’adresse mail et le numéro de mobile de son compte.",
      en: "Everyone keeps the mail address and mobile number of their account up to date.",
    },
    source: "MC-17",
  },
  ownJournal: {
    says: {
      fr: "Chacun peut lire qui a ouvert ses données, quand, et pourquoi.",
      en: "Everyone may read who opened their data, when and why.",
    },
    source: "SEC-12",
  },
  fileJournal: {
    says: {
      fr: "Le titulaire peut lire qui a ouvert son dossier, quand, et pourquoi.",
      en: "The holder may read who opened their file, when and why.",
    },
    source: "SEC-12",
  },
  ownClaim: {
    says: {
      fr: "Chacun peut demander à son nom une prestation qui lui est propre, et devient par là titulaire.",
      en: "Everyone may claim in their own name a benefit that is their own, and thereby becomes a holder.",
    },
    source: "MC-15",
  },
  childClaim: {
    says: {
      fr: "Un enfant qui vit chez ses parents et demande une prestation devient titulaire de son propre dossier. Seuls ses revenus comptent alors.",
      en: "A child who lives with their parents and claims a benefit becomes the holder of a file of their own. Only their own income then counts.",
    },
    source: "IL-19",
  },
  deposit: {
    says: {
      fr: "Qui protège une autre personne crée d’abord son propre compte, puis y dépose la décision de protection.",
      en: "Who protects another person first creates an account of their own, then deposits the protection decision there.",
    },
    source: "MC-09",
  },
  closeOwn: {
    says: {
      fr: "Chacun peut fermer son compte. Celui d’un allocataire se ferme quand plus rien n’est en cours.",
      en: "Everyone may close their account. A holder’s closes once nothing is running any more.",
    },
    source: "MC-19",
  },
} as const satisfies Record<string, Reason>;
