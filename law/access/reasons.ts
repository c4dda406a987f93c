import type { Sentence } from "../language.ts";

/** The statement that a rule comes from. */
export type Source = "CP-01" | "CP-15" | "CP-16" | "CP-17" | "CP-18" | "CP-19" | "CP-20" | "MC-17" | "SEC-11";

/** Why, in words that suit the person, the agent at the desk (CP-21) and the page that explains the rules. */
export type Reason = { readonly says: Sentence; readonly source: Source };

/** Why not, and the way that stays open to the person. */
export type Refused = { readonly allowed: false; readonly because: Reason; readonly way: Sentence };

/** Every reason for a yes. */
export const grounds = {
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
  takeBack: {
    says: {
      fr: "Le titulaire, qui seul donne la délégation, peut la retirer à tout moment.",
      en: "The holder, who alone gives the delegation, may take it back at any time.",
    },
    source: "CP-15",
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
  fileNumber: {
    says: {
      fr: "Le dossier garde son numéro, le même pour tout le foyer : chacun de ses membres peut le donner quand il nous écrit ou nous appelle.",
      en: "The file keeps its one number for the whole household: each member may give it when writing to us or calling.",
    },
    source: "CP-01",
  },
  memberContacts: {
    says: {
      fr: "Chacun tient à jour l’adresse mail et le numéro de mobile de son compte.",
      en: "Everyone keeps the mail address and mobile number of their account up to date.",
    },
    source: "MC-17",
  },
} as const satisfies Record<string, Reason>;

const askTheHolder: Sentence = {
  fr: "Demandez au titulaire du dossier de faire cette démarche, ou de vous confier la gestion du dossier depuis son espace.",
  en: "Ask the holder of the file to do this, or to entrust the file to you from their own space.",
};
const holderOnly: Sentence = {
  fr: "Demandez au titulaire du dossier de le faire depuis son espace.",
  en: "Ask the holder of the file to do it from their own space.",
};

/** Every reason for a no, with the way that stays open. */
export const refusals = {
  spouse: {
    allowed: false,
    because: {
      says: {
        fr: "Seul le titulaire du dossier agit pour le foyer et en voit les données. Son conjoint ne le peut pas sans sa délégation, ou sans percevoir lui-même l’AJPA, le BAFA, l’AAH ou le PALA.",
        en: "Only the holder of the file acts for the household and sees its data. Their spouse may not without the holder’s delegation, or without receiving AJPA, BAFA, AAH or PALA in their own name.",
      },
      source: "CP-16",
    },
    way: askTheHolder,
  },
  member: {
    allowed: false,
    because: {
      says: {
        fr: "Seul le titulaire du dossier agit pour le foyer et en voit les données. Les autres membres accèdent à leurs propres données.",
        en: "Only the holder of the file acts for the household and sees its data. Other members reach their own data.",
      },
      source: "CP-20",
    },
    way: holderOnly,
  },
  memberSeparation: {
    allowed: false,
    because: {
      says: {
        fr: "Une séparation se déclare entre les deux personnes du couple.",
        en: "A separation is for the two people of the couple to declare.",
      },
      source: "CP-20",
    },
    way: {
      fr: "Le titulaire du dossier ou son conjoint peut la déclarer depuis son propre espace.",
      en: "The holder of the file or their spouse can declare it from their own space.",
    },
  },
  delegationIsTheHolders: {
    allowed: false,
    because: {
      says: {
        fr: "Seul le titulaire du dossier peut donner la délégation de gestion, la voir et la retirer.",
        en: "Only the holder of the file may give the delegation, see it and take it back.",
      },
      source: "CP-15",
    },
    way: holderOnly,
  },
  noCouple: {
    allowed: false,
    because: {
      says: {
        fr: "La délégation de gestion se donne à son conjoint. Aucun conjoint n’est inscrit sur ce dossier aujourd’hui.",
        en: "The delegation is given to one’s spouse. No spouse is on this file today.",
      },
      source: "CP-15",
    },
    way: {
      fr: "Si vous vivez en couple, déclarez-le d’abord : la délégation vous sera alors proposée.",
      en: "If you live in a couple, declare it first: the delegation will then be offered to you.",
    },
  },
  nobodyToLeave: {
    allowed: false,
    because: {
      says: {
        fr: "Aucun conjoint n’est inscrit sur ce dossier aujourd’hui : il n’y a pas de séparation à déclarer.",
        en: "No spouse is on this file today: there is no separation to declare.",
      },
      source: "CP-16",
    },
    way: {
      fr: "Si cela ne correspond pas à votre situation, appelez-nous ou venez à l’accueil : nous corrigerons le dossier avec vous.",
      en: "If this is not your situation, call us or come to the reception desk: we will correct the file with you.",
    },
  },
  stranger: {
    allowed: false,
    because: {
      says: {
        fr: "Un dossier n’est ouvert qu’aux personnes qui en font partie aujourd’hui.",
        en: "A file is open only to the people who are part of it today.",
      },
      source: "SEC-11",
    },
    way: {
      fr: "Si vous devriez en faire partie, appelez-nous ou venez à l’accueil avec une pièce d’identité.",
      en: "If you should be part of it, call us or come to the reception desk with an identity document.",
    },
  },
} as const satisfies Record<string, Refused>;
