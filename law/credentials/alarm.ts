import type { Sentence } from "../language.ts";

/** What people report of their credentials (CN-05, CN-09, SP-09, SP-10). */
export const alarmKinds = {
  "not-me": {
    says: {
      fr: "Quelqu’un est entré dans mon compte",
      en: "Someone has been in my account",
    },
    source: "CN-09",
  },
  "phone-stolen": {
    says: {
      fr: "On m’a volé mon téléphone, ou je l’ai perdu",
      en: "My phone was stolen, or I lost it",
    },
    source: "SP-10",
  },
  "password-asked": {
    says: {
      fr: "On m’a demandé mon mot de passe ou un code",
      en: "Someone asked for my password or a code",
    },
    source: "CN-05",
  },
} as const satisfies Record<string, { says: Sentence; source: string }>;

export type AlarmKind = keyof typeof alarmKinds;

/** How a password or a code is asked for by who has no right to it (CN-05, SP-09). */
export const alarmChannels = {
  phone: { fr: "Par téléphone", en: "By phone" },
  mail: { fr: "Par mail", en: "By mail" },
  sms: { fr: "Par SMS", en: "By text message" },
  social: { fr: "Sur un réseau social ou une messagerie", en: "On a social network or messenger" },
  "in-person": { fr: "En face à face", en: "Face to face" },
  other: { fr: "Autrement", en: "In another way" },
} as const satisfies Record<string, Sentence>;

export type AlarmChannel = keyof typeof alarmChannels;

/**
 * What shows that the report is the person's: their own open session; the number and the birth date that go together,
 * which relatives know too; or nothing.
 */
export type AlarmProof = "session" | "birth date" | null;

/** What holds of reports that come without signing in. All are ours: the documents only ask that access be closed. */
export const alarmLimits = {
  /** Reports about one number that are looked at in one UTC day: beyond, they are noted and nothing else happens. */
  reportsPerDay: 5,
  /** Times that a number and a birth date close an access in 30 days: beyond, the reception desk does. */
  unprovenBlocks: 2,
  unprovenBlockDays: 30,
  /** Days back that are shown where the person does not say when it happened. */
  shownDays: 30,
} as const;

export type AlarmFacts = {
  kind: AlarmKind;
  gavePassword: boolean;
  proof: AlarmProof;
  /** The account may be opened again by its person alone: a password of theirs, a verified contact point. */
  recoverable: boolean;
  /** How often a number and a birth date closed this access in the last 30 days. */
  unprovenBlocks: number;
};

/**
 * Whether a report closes the access at once (CN-09). A person who is signed in is believed: it is their account. Who is
 * not must give number and birth date. That is weak, since a former spouse knows both; but waiting for better proof would
 * leave a thief inside. So such a report closes only what the person opens again alone in two minutes, by "forgotten
 * password", and only twice a month: closing somebody's account out of spite gains little and soon gains nothing. A
 * request for a password that was not given away leaves the account open: nothing was lost.
 */
export function closesAccess({
  kind,
  gavePassword,
  proof,
  recoverable,
  unprovenBlocks,
}: AlarmFacts): boolean {
  if (kind === "password-asked" && !gavePassword) return false;
  if (proof === "session") return true;
  return proof === "birth date" && recoverable && unprovenBlocks < alarmLimits.unprovenBlocks;
}
