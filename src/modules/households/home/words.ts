import type { Sentence } from "../../../../law/language.ts";
import type { Home, ShownMember } from "./home.ts";

/** What the home page says, in each language. */
export const words = {
  fr: {
    title: "Mon espace",
    hello: (name: string) => `Bonjour ${name}`,
    signedIn: "Vous êtes connecté(e) en tant que",
    quality: "Votre rôle dans le dossier",
    fileNumber: "Numéro de dossier",
    previous: "Connexion précédente",
    firstTime: "C’est votre première connexion.",
    notMe: "Ce n’était pas moi",
    notMeText:
      "Changez tout de suite votre mot de passe : les autres sessions seront fermées. Quelqu’un a pu agir à votre place ? Fermez plutôt l’accès : nous vous montrerons ce qui a été fait.",
    change: "Changer mon mot de passe",
    close: "Fermer l’accès à mon compte",
    alarm: (at: string) => `L’accès à votre compte a été fermé le ${at}, sur un signalement.`,
    alarmActs: "Voir ce qui a été fait avant",
    sessions: "Voir où je suis connecté(e)",
    receipts: "Voir ce que j’ai accepté, et les reçus",
    waysIn: "Mes façons de me connecter",
    twoSteps: "Vérification en deux étapes",
    passkeys: "Mes clés d’accès",
    household: "Votre foyer",
    you: "vous",
    born: "naissance :",
    contacts: "Vos coordonnées de contact",
    none: "Vous n’avez pas encore donné de coordonnées. Sans elles, vous ne pourrez pas retrouver votre accès par vous-même.",
    mail: "Mail :",
    mobile: "Mobile :",
    verified: "confirmé",
    toConfirm: "à confirmer",
    give: "Donner ou changer mes coordonnées",
    delegation: "Gestion du dossier",
    granted: (name: string) => `Vous avez confié la gestion du dossier à ${name}.`,
    notGranted: (name: string) => `${name} ne gère pas le dossier avec vous.`,
    grant: "Confier la gestion à mon conjoint",
    takeBack: "Retirer cette délégation",
    history: "Voir les délégations données",
    entrusted: "La personne titulaire du dossier vous en a confié la gestion.",
    decline: "Ne plus gérer ce dossier",
    situation: "Votre situation a changé ?",
    separation: "Déclarer une séparation",
    ownFile: "a son propre dossier",
    journal: "Voir qui a ouvert mes données",
    protection: "Votre protection",
    protects: "Je protège quelqu’un",
    deposit: "Déposer une décision de protection",
    spaces: "Les espaces qui me sont ouverts",
    safety: "Garder mon compte en sécurité",
    claim: "Faire une demande",
    claimText: "Demander une prestation, ou nous signaler un changement.",
    estimate: "Estimer mes droits",
    estimateText:
      "Ce que vous pourriez recevoir chaque mois, et pourquoi. C’est une estimation, pas une décision.",
  },
  en: {
    title: "My account",
    hello: (name: string) => `Hello ${name}`,
    signedIn: "You are signed in as",
    quality: "Your role on the file",
    fileNumber: "File number",
    previous: "Previous sign-in",
    firstTime: "This is your first sign-in.",
    notMe: "This was not me",
    notMeText:
      "Change your password at once: the other sessions will be closed. Someone may have acted in your place? Close access instead: we will show you what was done.",
    change: "Change my password",
    close: "Close access to my account",
    alarm: (at: string) => `Access to your account was closed on ${at}, on a report.`,
    alarmActs: "See what was done before",
    sessions: "See where I am signed in",
    receipts: "See what I accepted, and the receipts",
    waysIn: "My ways of signing in",
    twoSteps: "Two-step verification",
    passkeys: "My passkeys",
    household: "Your household",
    you: "you",
    born: "born",
    contacts: "Your contact details",
    none: "You have not given any contact details yet. Without them you will not be able to get back in by yourself.",
    mail: "Mail:",
    mobile: "Mobile:",
    verified: "confirmed",
    toConfirm: "to confirm",
    give: "Give or change my contact details",
    delegation: "Running the file",
    granted: (name: string) => `You have entrusted the file to ${name}.`,
    notGranted: (name: string) => `${name} does not run the file with you.`,
    grant: "Entrust the file to my spouse",
    takeBack: "Take this delegation back",
    history: "See the delegations given",
    entrusted: "The holder of the file has entrusted it to you.",
    decline: "Stop running this file",
    situation: "Has your situation changed?",
    separation: "Declare a separation",
    ownFile: "has a file of their own",
    journal: "See who opened my data",
    protection: "Your protection",
    protects: "I protect somebody",
    deposit: "Deposit a protection decision",
    spaces: "The spaces open to me",
    safety: "Keep my account safe",
    claim: "Make a claim",
    claimText: "Claim a benefit, or tell us of a change.",
    estimate: "Estimate my rights",
    estimateText: "What you could receive each month, and why. It is an estimate, not a decision.",
  },
};

/** Why parts of the page stand there that are about nobody in particular. */
export const forEveryone = {
  estimate: {
    says: {
      fr: "Chacun peut estimer ses droits, avec ou sans dossier.",
      en: "Everyone may estimate their rights, with or without a file.",
    },
    source: "MC-01",
  },
  protects: {
    says: {
      fr: "Qui protège une autre personne dépose la décision depuis son propre compte, puis choisit son espace.",
      en: "Who protects another person deposits the decision from their own account, then chooses that person’s space.",
    },
    source: "MC-09",
  },
  safety: {
    says: {
      fr: "Ces conseils sont montrés à toutes les personnes qui ont un compte.",
      en: "This advice is shown to everyone who has an account.",
    },
    source: "MC-28",
  },
} satisfies Record<string, { says: Sentence; source: string }>;

export const roles = {
  holder: { fr: "allocataire", en: "holder" },
  spouse: { fr: "conjoint", en: "spouse" },
  child: { fr: "enfant", en: "child" },
  other: { fr: "autre membre", en: "other member" },
} satisfies Record<ShownMember["role"], Sentence>;

export const measures = {
  assistance: {
    fr: "Une personne vous aide dans vos démarches depuis le",
    en: "Someone has assisted you in your procedures since",
  },
  representation: {
    fr: "Une personne vous représente dans vos démarches depuis le",
    en: "Someone has represented you in your procedures since",
  },
  accounts: {
    fr: "Une personne gère vos comptes depuis le",
    en: "Someone has managed your accounts since",
  },
} satisfies Record<NonNullable<Home["protection"]>["kind"], Sentence>;

export const itsOwnWay = {
  fr: "Vous avez chacun votre propre accès. Gardez votre mot de passe pour vous.",
  en: "Each of you has their own access. Keep your password to yourself.",
};
