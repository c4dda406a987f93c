import type { Sentence } from "../../language.ts";
import type { Refused } from "./reason.ts";

const askTheHolder: Sentence = {
  fr: "Demandez au titulaire du dossier de faire cette démarche, ou de vous confier la gestion du dossier depuis son espace.",
  en: "Ask the holder of the file to do this, or to entrust the file to you from their own space.",
};
const holderOnly: Sentence = {
  fr: "Demandez au titulaire du dossier de le faire depuis son espace.",
  en: "Ask the holder of the file to do it from their own space.",
};
const talkToUs: Sentence = {
  fr: "Si cela ne correspond pas à votre situation, appelez-nous ou venez à l’accueil : nous regarderons avec vous.",
  en: "If this is not your situation, call us or come to the reception desk: we will look at it with you.",
};

/** Every reason for a no to the people of a household, with the way that stays open. */
export const familyRefusals = {
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
  appealIsTheHolders: {
    allowed: false,
    because: {
      says: {
        fr: "Les décisions d’un dossier se contestent ici par son titulaire, ou par qui agit comme lui.",
        en: "The decisions of a file are contested here by its holder, or by who acts as the holder does.",
      },
      source: "CP-16",
    },
    way: {
      fr: "Une décision vous est adressée à vous ? Vous pouvez toujours la contester par courrier ou à l’accueil.",
      en: "Was a decision sent to you yourself? You can always contest it by letter or at the reception desk.",
    },
  },
  survivor: {
    allowed: false,
    because: {
      says: {
        fr: "Seul le titulaire du dossier agissait pour le foyer et en voyait les données. Depuis son décès, ce dossier n’a plus de titulaire.",
        en: "Only the holder of the file acted for the household and saw its data. Since their death this file has no holder.",
      },
      source: "CP-16",
    },
    way: {
      fr: "Faites une demande à votre nom : un dossier s’ouvre pour vous. Ou appelez-nous, ou venez à l’accueil : nous ferons le point ensemble.",
      en: "Claim in your own name: a file opens for you. Or call us, or come to the reception desk: we will go through everything together.",
    },
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
  childHolder: {
    allowed: false,
    because: {
      says: {
        fr: "Un enfant devenu titulaire a son propre dossier. Celui de ses parents reste à leur titulaire.",
        en: "A child who has become a holder has a file of their own. Their parents’ file stays with its holder.",
      },
      source: "IL-19",
    },
    way: {
      fr: "Faites vos démarches dans votre propre dossier. Pour celui de vos parents, demandez à son titulaire.",
      en: "Do what you need in your own file. For your parents’ file, ask its holder.",
    },
  },
  left: {
    allowed: false,
    because: {
      says: {
        fr: "Qui a quitté le foyer n’en voit plus les données. Après une séparation, chacun ne voit plus que ce qui le concerne.",
        en: "Who has left the household no longer sees its data. After a separation, each sees only what is about themselves.",
      },
      source: "SEC-11",
    },
    way: {
      fr: "Faites une demande à votre nom : un dossier s’ouvre pour vous.",
      en: "Claim in your own name: a file opens for you.",
    },
  },
  notTheCouple: {
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
  nothingToDecline: {
    allowed: false,
    because: {
      says: {
        fr: "Seul le conjoint qui a reçu la délégation de gestion peut la refuser. Il n’y en a pas à votre nom aujourd’hui.",
        en: "Only the spouse who has the delegation may decline it. There is none in your name today.",
      },
      source: "CP-18",
    },
    way: talkToUs,
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
        fr: "Aucun couple n’est inscrit sur ce dossier aujourd’hui : il n’y a pas de séparation à déclarer.",
        en: "No couple is on this file today: there is no separation to declare.",
      },
      source: "CP-16",
    },
    way: talkToUs,
  },
  theirContacts: {
    allowed: false,
    because: {
      says: {
        fr: "L’adresse mail et le mobile d’un adulte sont à lui : ils protègent son compte. Personne du foyer ne les voit, avec ou sans délégation.",
        en: "An adult’s mail address and mobile number are their own: they protect their account. Nobody in the household sees them, with or without a delegation.",
      },
      source: "CP-01",
    },
    way: {
      fr: "Demandez-les à cette personne.",
      en: "Ask that person for them.",
    },
  },
  holdersJournal: {
    allowed: false,
    because: {
      says: {
        fr: "Qui a ouvert le dossier, seul le titulaire le lit. Chacun lit ce qui s’est fait sur ses propres données.",
        en: "Who opened the file is for the holder alone to read. Everyone reads what was done on their own data.",
      },
      source: "SEC-12",
    },
    way: {
      fr: "Ouvrez votre propre journal depuis votre espace.",
      en: "Open your own journal from your account.",
    },
  },
  secret: {
    allowed: false,
    because: {
      says: {
        fr: "Un mot de passe ne se partage pas, même en famille. Chacun se connecte avec le sien.",
        en: "A password is not shared, not even within a family. Everyone signs in with their own.",
      },
      source: "MC-05",
    },
    way: {
      fr: "Connectez-vous avec vos propres identifiants. Si vous les avez perdus, choisissez « J’ai oublié mon mot de passe ».",
      en: "Sign in with your own credentials. If you have lost them, choose “I have forgotten my password”.",
    },
  },
  somethingStands: {
    allowed: false,
    because: {
      says: {
        fr: "Un compte ne se ferme pas tant que des droits sont en cours, qu’une dette reste sur le dossier ou qu’un recours est ouvert.",
        en: "An account does not close while rights are running, a debt is left on the file or an appeal is open.",
      },
      source: "MC-19",
    },
    way: {
      fr: "Attendez que tout soit réglé, ou appelez-nous pour savoir ce qui reste.",
      en: "Wait until everything is settled, or call us to learn what is left.",
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
  deceased: {
    allowed: false,
    because: {
      says: {
        fr: "Cette personne est décédée : plus personne n’agit sous son nom.",
        en: "This person has died: nobody acts under their name any more.",
      },
      source: "SEC-11",
    },
    way: {
      fr: "Si c’est une erreur, appelez-nous ou venez à l’accueil. Les proches font une demande à leur propre nom.",
      en: "If this is a mistake, call us or come to the reception desk. Relatives claim in their own names.",
    },
  },
} as const satisfies Record<string, Refused>;
