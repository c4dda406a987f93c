import type { Reason, Refused } from "./reason.ts";

/** Every reason for a yes to those who work for the institution. */
export const staffGrounds = {
  reception: {
    says: {
      fr: "L’agent d’accueil ouvre les dossiers de son accueil pour la personne qu’il reçoit, en disant pourquoi. Il ne dit à chacun que ce que son espace lui montre.",
      en: "A desk agent opens the files of their office for the person they receive, saying why. They tell each person only what that person’s own account shows.",
    },
    source: "CP-21",
  },
  registers: {
    says: {
      fr: "L’agent d’accueil inscrit au dossier ce que la personne en droit de le dire déclare devant lui.",
      en: "A desk agent writes into the file what a person entitled to say so declares before them.",
    },
    source: "CP-21",
  },
  checksMeasure: {
    says: {
      fr: "Un agent vérifie la décision de protection avant qu’elle compte. Un autre agent confirme.",
      en: "An agent checks the protection decision before it counts. Another agent confirms.",
    },
    source: "MC-09",
  },
  twoAgents: {
    says: {
      fr: "Là où de l’argent ou une identité est en jeu, un agent propose et un autre confirme.",
      en: "Where money or an identity is at stake, one agent proposes and another confirms.",
    },
    source: "SEC-11",
  },
  unlocks: {
    says: {
      fr: "Un agent d’accueil rouvre un compte bloqué une fois l’identité vérifiée devant lui.",
      en: "A desk agent opens a locked account again once they have checked the person’s identity.",
    },
    source: "MC-14",
  },
  protects: {
    says: {
      fr: "L’institution peut suspendre un compte par précaution, puis le rétablir.",
      en: "The institution may suspend an account as a precaution, and restore it.",
    },
    source: "MC-14",
  },
  asksPassword: {
    says: {
      fr: "L’institution peut demander à une personne, ou à toutes, de changer de mot de passe.",
      en: "The institution may ask one person, or all, to change their password.",
    },
    source: "MC-13",
  },
  watches: {
    says: {
      fr: "Le délégué à la protection des données répond aux demandes sur les données et vérifie qui a ouvert un dossier, en disant pourquoi.",
      en: "The data-protection officer answers requests about data and checks who opened a file, saying why.",
    },
    source: "IL-04",
  },
} as const satisfies Record<string, Reason>;

/** Every reason for a no to staff, or to others for what belongs to staff. */
export const staffRefusals = {
  notStaff: {
    allowed: false,
    because: {
      says: {
        fr: "Ces décisions appartiennent aux agents de l’institution, jamais sur un dossier dont ils font partie.",
        en: "These decisions belong to the institution’s agents, never on a file they are part of.",
      },
      source: "SEC-11",
    },
    way: {
      fr: "Demandez-les-nous par téléphone ou à l’accueil.",
      en: "Ask us for them by phone or at the reception desk.",
    },
  },
  notYourTask: {
    allowed: false,
    because: {
      says: {
        fr: "Cela n’entre pas dans votre tâche : chacun n’ouvre que ce qu’il lui faut.",
        en: "This is not part of your task: everyone opens only what they need.",
      },
      source: "SEC-11",
    },
    way: {
      fr: "Passez le dossier à la personne qui en est chargée.",
      en: "Hand the file to the person in charge of it.",
    },
  },
  notInTheirPlace: {
    allowed: false,
    because: {
      says: {
        fr: "Un agent n’agit pas à la place d’une personne : elle déclare, demande et signe elle-même.",
        en: "An agent does not act in a person’s place: they declare, claim and sign themselves.",
      },
      source: "CP-11",
    },
    way: {
      fr: "Aidez la personne à le faire depuis son espace, ou sur papier.",
      en: "Help the person do it from their own account, or on paper.",
    },
  },
  noSecondFactor: {
    allowed: false,
    because: {
      says: {
        fr: "Les dossiers ne s’ouvrent au personnel qu’après un second facteur.",
        en: "Files open to staff only after a second factor.",
      },
      source: "SEC-08",
    },
    way: {
      fr: "Connectez-vous avec votre clé d’accès ou votre code à usage unique.",
      en: "Sign in with your passkey or your one-time code.",
    },
  },
  noReason: {
    allowed: false,
    because: {
      says: {
        fr: "Un dossier ne s’ouvre pas sans raison : elle s’inscrit dans le journal, que la personne peut lire.",
        en: "A file does not open without a reason: it goes into the journal, which the person may read.",
      },
      source: "SEC-12",
    },
    way: {
      fr: "Dites en quelques mots pourquoi vous ouvrez ce dossier.",
      en: "Say in a few words why you open this file.",
    },
  },
  otherOffice: {
    allowed: false,
    because: {
      says: {
        fr: "Ce dossier dépend d’un autre accueil que le vôtre.",
        en: "This file belongs to another office than yours.",
      },
      source: "CP-21",
    },
    way: {
      fr: "Orientez la personne vers son accueil, ou demandez à y être affecté.",
      en: "Direct the person to their office, or ask to be assigned there.",
    },
  },
  sameEyes: {
    allowed: false,
    because: {
      says: {
        fr: "Qui propose ne confirme pas : il faut les yeux d’un autre agent.",
        en: "Who proposes does not confirm: it takes another agent’s eyes.",
      },
      source: "SEC-11",
    },
    way: {
      fr: "Demandez à un autre agent de vérifier et de confirmer.",
      en: "Ask another agent to check and confirm.",
    },
  },
} as const satisfies Record<string, Refused>;
