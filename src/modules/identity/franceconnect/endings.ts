import type { Sentence } from "../../../../law/language.ts";

/**
 * What a person can do once a sign-in by FranceConnect has come to nothing. With `another`, and for who was taken for
 * somebody else (`not-me`), it asks anew which account: it would bring back the one that it still has open, without a word.
 */
export type Next = "again" | "another" | "not-me" | "password" | "recovery" | "ways-in" | "desk";

export type Ending = { status: number; title: Sentence; says: Sentence; next: readonly Next[] };

const notSure = {
  fr: "Nous n’avons pas reconnu votre dossier avec certitude",
  en: "We did not recognise your file for certain",
};
const notOpened = { fr: "La connexion n’a pas abouti", en: "The sign-in did not go through" };
const notDone = { fr: "Ce n’est pas fait", en: "This is not done" };

/** Every way in which a sign-in by FranceConnect comes to nothing: what happened, and what to do (CP-22, SEC-14). */
export const endings = {
  denied: {
    status: 403,
    title: notOpened,
    says: {
      fr: "Vous avez arrêté la connexion dans FranceConnect, ou refusé que nous recevions vos nom, prénoms et naissance. Rien n’est changé.",
      en: "You stopped the sign-in in FranceConnect, or did not let us receive your names and birth. Nothing has changed.",
    },
    next: ["again", "password"],
  },
  interrupted: {
    status: 403,
    title: notOpened,
    says: {
      fr: "FranceConnect n’a pas pu vérifier que c’est bien vous. Recommencez, au besoin avec un autre des comptes proposés.",
      en: "FranceConnect could not check that it is you. Start again, with another of the accounts offered if need be.",
    },
    next: ["another", "password"],
  },
  misunderstood: {
    status: 502,
    title: notOpened,
    says: {
      fr: "FranceConnect n’a pas accepté notre demande : c’est un réglage à revoir chez nous, vous n’y êtes pour rien. Connectez-vous avec votre mot de passe, ou réessayez plus tard.",
      en: "FranceConnect did not accept our request: it is a setting that we must mend, and not your doing. Sign in with your password, or try again later.",
    },
    next: ["password", "again"],
  },
  away: {
    status: 503,
    title: { fr: "FranceConnect ne répond pas", en: "FranceConnect does not answer" },
    says: {
      fr: "FranceConnect est arrêté ou trop lent en ce moment. Attendez quelques minutes et recommencez, ou connectez-vous avec votre mot de passe.",
      en: "FranceConnect is stopped or too slow at the moment. Wait a few minutes and start again, or sign in with your password.",
    },
    next: ["again", "password"],
  },
  unknown: {
    status: 400,
    title: notOpened,
    says: {
      fr: "Cette réponse de FranceConnect ne correspond à aucune demande faite depuis ce navigateur. C’est peut-être une vieille page, ou un lien reçu de quelqu’un : ne le suivez pas. Recommencez depuis ici.",
      en: "This answer of FranceConnect matches no request made from this browser. It may be an old page, or a link that someone sent you: do not follow it. Start again from here.",
    },
    next: ["again", "password"],
  },
  used: {
    status: 400,
    title: notOpened,
    says: {
      fr: "Cette connexion a déjà servi une fois, et ne peut pas servir deux. Recommencez.",
      en: "This sign-in has already been used once, and cannot be used twice. Start again.",
    },
    next: ["again", "password"],
  },
  late: {
    status: 400,
    title: notOpened,
    says: {
      fr: "Plus de 10 minutes ont passé depuis le début. Pour votre sécurité, recommencez.",
      en: "More than 10 minutes have passed since the start. For your safety, start again.",
    },
    next: ["again", "password"],
  },
  unverified: {
    status: 502,
    title: notOpened,
    says: {
      fr: "Nous n’avons pas pu vérifier que la réponse vient bien de FranceConnect, et qu’elle est pour vous. Par prudence, rien n’a été ouvert. Recommencez ; si cela se reproduit, appelez-nous.",
      en: "We could not check that the answer comes from FranceConnect, and that it is for you. As a precaution, nothing was opened. Start again; if it happens again, call us.",
    },
    next: ["again", "password", "desk"],
  },
  weak: {
    status: 403,
    title: notOpened,
    says: {
      fr: "Le compte que vous avez choisi dans FranceConnect n’est pas assez sûr pour ouvrir votre espace. Recommencez et choisissez-y un autre compte.",
      en: "The account that you chose in FranceConnect is not safe enough to open your account here. Start again and choose another one there.",
    },
    next: ["another", "password"],
  },
  near: {
    status: 403,
    title: notSure,
    says: {
      fr: "Un dossier ressemble au vôtre, mais quelque chose diffère : l’orthographe d’un nom, le sexe, la date ou le lieu de naissance. Nous ne devinons jamais. Connectez-vous avec votre mot de passe : FranceConnect servira quand votre état civil sera corrigé. Sans mot de passe, appelez-nous ou venez à l’accueil avec une pièce d’identité.",
      en: "A file looks like yours, but something differs: how a name is spelt, the sex, the date or the place of birth. We never guess. Sign in with your password: FranceConnect will work once your civil status is put right. Without a password, call us or come to the reception desk with an identity document.",
    },
    next: ["password", "recovery", "not-me", "desk"],
  },
  several: {
    status: 403,
    title: notSure,
    says: {
      fr: "Plusieurs dossiers portent exactement votre état civil. Nous ne devinons jamais. Connectez-vous avec votre mot de passe, ou appelez-nous : l’accueil mettra de l’ordre dans ces dossiers avec vous.",
      en: "Several files bear exactly your civil status. We never guess. Sign in with your password, or call us: the reception desk will put these files in order with you.",
    },
    next: ["password", "recovery", "not-me", "desk"],
  },
  unread: {
    status: 403,
    title: notSure,
    says: {
      fr: "FranceConnect ne nous a pas donné vos nom, prénoms et date de naissance : sans eux, nous ne pouvons pas trouver votre dossier. Recommencez avec un autre des comptes proposés, ou connectez-vous avec votre mot de passe.",
      en: "FranceConnect did not give us your names and birth date: without them we cannot find your file. Start again with another of the accounts offered, or sign in with your password.",
    },
    next: ["another", "password", "desk"],
  },
  "no-file": {
    status: 403,
    title: notSure,
    says: {
      fr: "Un compte porte votre état civil, mais aucun dossier n’y est rattaché : nous ne pouvons pas encore vérifier qu’il est bien à vous. Connectez-vous avec votre mot de passe ; vous pourrez ensuite ajouter FranceConnect à vos façons de vous connecter.",
      en: "An account bears your civil status, but no file belongs to it yet: we cannot check that it really is yours. Sign in with your password; you can then add FranceConnect to your ways of signing in.",
    },
    next: ["password", "recovery", "not-me", "desk"],
  },
  "other-link": {
    status: 403,
    title: notSure,
    says: {
      fr: "Votre compte s’ouvre déjà par une autre identité FranceConnect. Connectez-vous avec votre mot de passe, retirez l’ancienne et ajoutez celle-ci. Sans mot de passe, appelez-nous ou venez à l’accueil avec une pièce d’identité.",
      en: "Your account already opens by another FranceConnect identity. Sign in with your password, remove the earlier one and add this one. Without a password, call us or come to the reception desk with an identity document.",
    },
    next: ["password", "not-me", "desk"],
  },
  removed: {
    status: 403,
    title: notOpened,
    says: {
      fr: "Vous avez retiré FranceConnect de vos façons de vous connecter. Connectez-vous autrement : vous pourrez l’ajouter de nouveau.",
      en: "You have removed FranceConnect from your ways of signing in. Sign in another way: you can then add it again.",
    },
    next: ["password", "recovery", "not-me"],
  },
  nobody: {
    status: 403,
    title: { fr: "Nous ne vous connaissons pas encore", en: "We do not know you yet" },
    says: {
      fr: "FranceConnect a bien dit qui vous êtes, mais aucun dossier ne porte votre état civil. Appelez-nous, ou venez à l’accueil avec une pièce d’identité : nous ouvrirons votre compte avec vous.",
      en: "FranceConnect did say who you are, but no file bears your civil status. Call us, or come to the reception desk with an identity document: we will open your account with you.",
    },
    next: ["desk"],
  },
  "opened-meanwhile": {
    status: 409,
    title: { fr: "Votre compte est déjà ouvert", en: "Your account is already open" },
    says: {
      fr: "Cette identité FranceConnect ouvre déjà un compte, ouvert entre-temps dans un autre onglet ou sur un autre appareil. Celui-ci n’a pas été créé : une personne a un seul compte. Connectez-vous avec FranceConnect pour le retrouver.",
      en: "This FranceConnect identity already opens an account, made meanwhile in another tab or on another device. This one was not made: a person has one account. Sign in with FranceConnect to find it.",
    },
    next: ["again", "desk"],
  },
  blocked: {
    status: 403,
    title: { fr: "L’accès à ce compte est fermé", en: "Access to this account is closed" },
    says: {
      fr: "L’accès à ce compte est fermé pour le moment. Appelez-nous ou venez à l’accueil avec une pièce d’identité.",
      en: "Access to this account is closed for now. Call us or come to the reception desk with an identity document.",
    },
    next: ["recovery", "not-me", "desk"],
  },
  "session-over": {
    status: 403,
    title: notDone,
    says: {
      fr: "Votre session s’est fermée entre-temps. Connectez-vous de nouveau, et recommencez.",
      en: "Your session closed in the meantime. Sign in again, and start over.",
    },
    next: ["again", "password"],
  },
  "other-person": {
    status: 403,
    title: notDone,
    says: {
      fr: "L’identité choisie dans FranceConnect n’est pas celle qui ouvre votre compte. Recommencez avec la vôtre.",
      en: "The identity chosen in FranceConnect is not the one that opens your account. Start again with yours.",
    },
    next: ["ways-in", "desk"],
  },
  "not-you": {
    status: 403,
    title: notDone,
    says: {
      fr: "L’état civil que FranceConnect nous a donné n’est pas celui que nous connaissons de vous : chacun n’ajoute que sa propre identité. Si c’est bien la vôtre, appelez-nous pour faire corriger votre état civil.",
      en: "The civil status that FranceConnect gave us is not the one we know of you: each person adds their own identity only. If it is yours, call us to have your civil status put right.",
    },
    next: ["ways-in", "desk"],
  },
  taken: {
    status: 403,
    title: notDone,
    says: {
      fr: "Cette identité FranceConnect ouvre déjà un autre compte. Appelez-nous : nous verrons avec vous lequel est le bon.",
      en: "This FranceConnect identity already opens another account. Call us: we will see with you which one is right.",
    },
    next: ["ways-in", "desk"],
  },
} as const satisfies Record<string, Ending>;

/** Why a sign-in by FranceConnect came to nothing. */
export type Because = keyof typeof endings;

/** Something that came to nothing: `why` is for the journal and never shows a thing about the person. */
export type Ended = { because: Because; why?: string; says?: Sentence };
