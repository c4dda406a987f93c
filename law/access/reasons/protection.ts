import type { Sentence } from "../../language.ts";
import type { Reason, Refused } from "./reason.ts";

/** Every reason for a yes under a protection measure. */
export const protectionGrounds = {
  leftByTheMeasure: {
    says: {
      fr: "La mesure de protection laisse à la personne protégée ce que la décision ne confie pas à un autre.",
      en: "The protection measure leaves the protected person what the decision does not entrust to another.",
    },
    source: "MC-06",
  },
  strictlyPersonal: {
    says: {
      fr: "Ce choix est strictement personnel : aucune mesure de protection ne le retire.",
      en: "This choice is strictly personal: no protection measure takes it away.",
    },
    source: "MC-06",
  },
  protectedClaim: {
    says: {
      fr: "Une personne protégée devient titulaire par sa propre demande comme par celle de la personne qui la protège.",
      en: "A protected person becomes a holder by their own claim as by that of their guardian.",
    },
    source: "MC-15",
  },
  protectedOwn: {
    says: {
      fr: "La personne protégée garde un compte à elle, avec ses identifiants et ses coordonnées, distincts de ceux de la personne qui la protège.",
      en: "The protected person keeps an account of their own, with credentials and contact details distinct from their guardian’s.",
    },
    source: "MC-07",
  },
  decision: {
    says: {
      fr: "La décision de protection ouvre l’espace de la personne protégée à qui elle désigne, dans les limites qu’elle fixe.",
      en: "The protection decision opens the protected person’s space to whom it names, within the limits it sets.",
    },
    source: "MC-06",
  },
  guardianClaim: {
    says: {
      fr: "La personne qui protège peut faire une demande au nom de la personne protégée, qui devient alors titulaire.",
      en: "A guardian may claim in the name of the protected person, who then becomes a holder.",
    },
    source: "MC-15",
  },
  guardianBank: {
    says: {
      fr: "La personne qui protège donne le compte sur lequel verser les prestations, avec la décision.",
      en: "The guardian gives the account on which benefits are to be paid, along with the decision.",
    },
    source: "MC-09",
  },
  guardianOwn: {
    says: {
      fr: "La personne qui protège a un compte à elle, avec ses propres coordonnées, distinct de celui de la personne protégée.",
      en: "A guardian has an account of their own, with their own contact details, distinct from the protected person’s.",
    },
    source: "MC-10",
  },
} as const satisfies Record<string, Reason>;

const throughTheDecision: Sentence = {
  fr: "Voyez avec la personne que la décision désigne. Si la décision dit autre chose, montrez-la-nous à l’accueil.",
  en: "See it with the person whom the decision names. If the decision says otherwise, show it to us at the reception desk.",
};

/** Every reason for a no under a protection measure, with the way that stays open. */
export const protectionRefusals = {
  represented: {
    allowed: false,
    because: {
      says: {
        fr: "La décision de protection confie cette démarche à la personne qui vous représente. Vous en voyez tout.",
        en: "The protection decision entrusts this to the person who represents you. You see all of it.",
      },
      source: "MC-06",
    },
    way: throughTheDecision,
  },
  accountsEntrusted: {
    allowed: false,
    because: {
      says: {
        fr: "La décision de protection confie les comptes bancaires à la personne qui vous protège.",
        en: "The protection decision entrusts bank accounts to your guardian.",
      },
      source: "MC-06",
    },
    way: throughTheDecision,
  },
  beyondTheDecision: {
    allowed: false,
    because: {
      says: {
        fr: "La décision de protection ne va pas jusque-là : la personne protégée le fait elle-même.",
        en: "The protection decision does not go that far: the protected person does it themselves.",
      },
      source: "MC-06",
    },
    way: {
      fr: "Aidez la personne à le faire depuis son propre espace. Si la décision dit autre chose, montrez-la-nous à l’accueil.",
      en: "Help the person do it from their own account. If the decision says otherwise, show it to us at the reception desk.",
    },
  },
  herOwnChoice: {
    allowed: false,
    because: {
      says: {
        fr: "Ce choix est strictement personnel : personne ne le fait à la place de la personne protégée.",
        en: "This choice is strictly personal: nobody makes it in the place of the protected person.",
      },
      source: "MC-06",
    },
    way: {
      fr: "La personne protégée peut le faire depuis son espace, ou venir à l’accueil avec vous.",
      en: "The protected person may do it from their own account, or come to the reception desk with you.",
    },
  },
  distinctContacts: {
    allowed: false,
    because: {
      says: {
        fr: "La personne protégée et celle qui la protège ont chacune leurs coordonnées, et n’utilisent que les leurs.",
        en: "The protected person and their guardian each have their own contact details, and use only those.",
      },
      source: "MC-10",
    },
    way: {
      fr: "Donnez vos propres coordonnées : nous vous écrirons pour la personne que vous protégez.",
      en: "Give your own contact details: we will write to you about the person you protect.",
    },
  },
  distinctCredentials: {
    allowed: false,
    because: {
      says: {
        fr: "La personne protégée et celle qui la protège ont chacune leur mot de passe. Aucune ne se connecte avec celui de l’autre.",
        en: "The protected person and their guardian each have their own password. Neither signs in with the other’s.",
      },
      source: "MC-07",
    },
    way: {
      fr: "Connectez-vous avec vos propres identifiants : ce que vous faites est alors à votre nom.",
      en: "Sign in with your own credentials: what you do is then in your name.",
    },
  },
  measureIsTheirs: {
    allowed: false,
    because: {
      says: {
        fr: "Une mesure de protection ne regarde que la personne protégée et celle qui la protège.",
        en: "A protection measure concerns only the protected person and their guardian.",
      },
      source: "MC-06",
    },
    way: {
      fr: "Demandez à la personne protégée. Si une décision vous désigne, déposez-la depuis votre compte.",
      en: "Ask the protected person. If a decision names you, deposit it from your account.",
    },
  },
} as const satisfies Record<string, Refused>;
