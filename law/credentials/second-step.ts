import type { Sentence } from "../language.ts";

/** How a person came in. */
export type Way = "password" | "old password" | "passkey" | "franceconnect";

/** Whether a population is asked for a second step: never, when the person asks for it, always (SEC-08). */
export type SecondStepPolicy = "off" | "optional" | "required";

/** What a second step can be done with: a code sent there, or a passkey. */
export type SecondStepMeans = "mail" | "mobile" | "passkey";

/** What is asked of a group of accounts, and what counts as their second proof (SEC-08). */
export type SecondStepAsked = { policy: SecondStepPolicy; means: readonly SecondStepMeans[] };

/** What counts where nothing stricter is said. */
export const anyMeans = ["mail", "mobile", "passkey"] as const satisfies readonly SecondStepMeans[];

/** What holds for every institution. */
export const secondStepLimits = {
  trustedDays: {
    value: 30,
    source: "Foyer",
    says: {
      fr: "Sur un appareil de confiance, nous ne redemandons pas la deuxième étape pendant 30 jours.",
      en: "On a trusted device, we do not ask for the second step again for 30 days.",
    },
  },
  trustedDevices: {
    value: 10,
    source: "Foyer",
    says: {
      fr: "Une personne a au plus 10 appareils de confiance ; le plus ancien laisse sa place.",
      en: "A person has at most 10 trusted devices; the oldest makes room.",
    },
  },
  /** Beyond, whoever comes back is told of a sign-in from a new device. */
  knownDays: {
    value: 180,
    source: "Foyer",
    says: {
      fr: "Un navigateur se souvient de vos connexions 180 jours au plus après la dernière.",
      en: "A browser remembers your sign-ins for at most 180 days after the last one.",
    },
  },
  /** A couple, a family, the computer of a library: the longest unseen makes room. */
  personsPerBrowser: {
    value: 5,
    source: "Foyer",
    says: {
      fr: "Un navigateur se souvient de 5 personnes au plus.",
      en: "A browser remembers at most 5 persons.",
    },
  },
  newDeviceNotices: {
    value: 6,
    source: "Foyer",
    says: {
      fr: "Nous annonçons au plus 6 connexions depuis un nouvel appareil par jour.",
      en: "We announce at most 6 sign-ins from a new device a day.",
    },
  },
  challengeMinutes: {
    value: 5,
    source: "Foyer",
    says: {
      fr: "Une clé d’accès répond dans les 5 minutes.",
      en: "A passkey answers within 5 minutes.",
    },
  },
  passkeys: {
    value: 10,
    source: "Foyer",
    says: {
      fr: "Une personne a au plus 10 clés d’accès.",
      en: "A person has at most 10 passkeys.",
    },
  },
} as const satisfies Record<string, { value: number; source: string; says: Sentence }>;

/** What is true of one sign-in. */
export type SecondStepFacts = {
  policy: SecondStepPolicy;
  way: Way;
  /** The person asked for a second step. */
  turnedOn: boolean;
  /** The person trusts the device they come from, and it is still theirs. */
  trusted: boolean;
  /** There is something to do the second step with, of what counts: a verified contact point, a passkey. */
  hasMeans: boolean;
  /** There are verified contact points, but none that counts: only the mailbox that passwords come to. */
  mailboxOnly: boolean;
  /** The person has been through the step of the first sign-in that asks for contact points. */
  contactsAnswered: boolean;
};

type Rule = { due: boolean; says: Sentence; holds: (facts: SecondStepFacts) => boolean; source: string };

/** What a person reads of whom the second step is asked. */
export const askedFor = {
  due: true,
  says: {
    fr: "Vous venez avec un mot de passe, sur un appareil auquel vous n’avez pas dit faire confiance.",
    en: "You come with a password, on a device that you have not said you trust.",
  },
  holds: () => true,
  source: "SEC-08",
} as const satisfies Rule;

/**
 * Who read a mailbox would have the password that comes there, first or forgotten, and the code as well: where a mail does
 * not count, its owner gets in and manages nothing until there is another way (SEC-08).
 */
export const onlyMailbox = {
  fr: "Vos mots de passe arrivent à votre adresse mail : un code envoyé au même endroit ne prouverait rien de plus. Pour gérer les accès, ajoutez d’abord un numéro de mobile ou une clé d’accès.",
  en: "Your passwords come to your mail address: a code sent to the same place would prove nothing more. To manage accesses, first add a mobile number or a passkey.",
} as const satisfies Sentence;

/** Whether the second step is asked for: the first rule that holds decides. */
export const secondStepRules = [
  {
    due: false,
    says: {
      fr: "Vous venez avec une clé d’accès : elle vaut les deux étapes, car il faut l’avoir et savoir l’ouvrir.",
      en: "You come with a passkey: it counts as both steps, for one must have it and be able to unlock it.",
    },
    holds: ({ way }) => way === "passkey",
    source: "SEC-08",
  },
  {
    due: false,
    says: {
      fr: "Vous venez par FranceConnect : c’est le compte que vous y avez choisi qui vérifie que c’est vous.",
      en: "You come through FranceConnect: the account that you picked there checks that it is you.",
    },
    holds: ({ way }) => way === "franceconnect",
    source: "CP-22",
  },
  {
    due: false,
    says: {
      fr: "Ici, la deuxième étape n’est demandée à personne.",
      en: "Here nobody is asked for a second step.",
    },
    holds: ({ policy }) => policy === "off",
    source: "Foyer",
  },
  {
    due: false,
    says: {
      fr: "Vous n’avez pas demandé de deuxième étape.",
      en: "You have not asked for a second step.",
    },
    holds: ({ policy, turnedOn }) => policy === "optional" && !turnedOn,
    source: "Foyer",
  },
  {
    due: false,
    says: {
      fr: "Vous faites confiance à l’appareil que vous utilisez.",
      en: "You trust the device that you are using.",
    },
    holds: ({ trusted }) => trusted,
    source: "Foyer",
  },
  {
    due: false,
    says: {
      fr: "C’est votre première connexion : vous allez d’abord donner vos coordonnées de contact.",
      en: "This is your first sign-in: you will give your contact details first.",
    },
    holds: ({ hasMeans, contactsAnswered }) => !hasMeans && !contactsAnswered,
    source: "CP-03",
  },
  {
    due: false,
    says: onlyMailbox,
    holds: ({ hasMeans, mailboxOnly }) => !hasMeans && mailboxOnly,
    source: "SEC-08",
  },
  askedFor,
] as const satisfies readonly Rule[];

/** Whether this sign-in must be followed by a second step before anything opens (SEC-08). */
export const secondStepIsDue = (facts: SecondStepFacts): boolean =>
  secondStepRules.find(({ holds }) => holds(facts))?.due ?? true;

/** Why a change to what protects the account is refused, and which way is open. */
export const secondStepRefusals = {
  onlyMailbox,
  noMeans: {
    fr: "Confirmez d’abord une adresse mail ou un numéro de mobile, ou créez une clé d’accès : sans eux, vous ne pourriez plus entrer.",
    en: "First confirm a mail address or a mobile number, or create a passkey: without them you could no longer get in.",
  },
  required: {
    fr: "Ici, la deuxième étape vous est toujours demandée : elle ne peut pas être arrêtée. Vous pouvez faire confiance à un appareil pour qu’elle le soit moins souvent.",
    en: "Here you are always asked for the second step: it cannot be turned off. You can trust a device to be asked less often.",
  },
  lastMeans: {
    fr: "C’est votre seul moyen de passer la deuxième étape. Confirmez d’abord une adresse mail ou un numéro de mobile, ou arrêtez la vérification en deux étapes.",
    en: "This is your only means for the second step. First confirm a mail address or a mobile number, or turn two-step verification off.",
  },
} as const satisfies Record<string, Sentence>;
