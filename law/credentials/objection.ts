import type { Sentence } from "../language.ts";
import { type Refusal, refusals, withoutSeparators } from "./refusal.ts";

/** What holds when a contact point that identifies a person is replaced, added or removed (SEC-04). */
export const objectionLimits = {
  hours: {
    value: 72,
    // Ours: a weekend without looking at one's mail must not cost an account.
    source: "Foyer",
    says: {
      fr: "Pendant 72 heures, l’ancienne coordonnée peut s’opposer au changement.",
      en: "For 72 hours, the old contact point may object to the change.",
    },
  },
  triesPerCode: {
    value: 5,
    source: "SEC-03",
    says: {
      fr: "Un code d’opposition peut être essayé 5 fois.",
      en: "An objection code may be tried 5 times.",
    },
  },
} as const satisfies Record<string, { value: number; source: string; says: Sentence }>;

/** What the link is called that leads to the objection: messages name it, for they carry no link themselves (CP-14). */
export const objectionLinkWords = {
  fr: "Coordonnées changées sans moi",
  en: "Contact details changed without me",
} satisfies Sentence;

type Point = { kind: "mail" | "mobile"; value: string };

/** One change of what identifies a person. */
export type ContactChange = {
  /** Orders the changes of one person. */
  number: number;
  kind: Point["kind"];
  /** What went out of use; null where one was added. */
  from: string | null;
  /** What came into use; null where one was removed. */
  to: string | null;
  until: Date;
  /** When an objection undid it. */
  endedAt: Date | null;
};

/** The instant from which a change made at `at` stands for good. */
export const objectionEndsAt = (at: Date): Date =>
  new Date(at.getTime() + objectionLimits.hours.value * 3_600_000);

/** Whether the old contact point may still object. The window closes by itself, at the very instant `until`. */
export const mayBeObjected = ({ until, endedAt }: Pick<ContactChange, "until" | "endedAt">, now: Date) =>
  endedAt === null && now.getTime() < until.getTime();

/**
 * What an objection undoes, the latest first: every change that may still be objected to, of either kind and whoever's code
 * it was. Who sits in an account changes several, in whatever order, and who objects cannot know which ones: all goes back to
 * what it was before the first of them.
 */
export const undoneByObjection = <C extends ContactChange>(changes: readonly C[], now: Date): C[] =>
  changes.filter((one) => mayBeObjected(one, now)).toSorted((a, b) => b.number - a.number);

/**
 * The contact points that vouch for a person who asks for their access back. While a change may be objected to, the old one
 * does and the new one does not: somebody who sits in an open session can add and replace contact points, but gains no way
 * back in, and takes none from its owner. Who has just changed theirs knows the password, and waits for at most 72 hours.
 * Never empty where something is verified: the first contact point of all has nobody to object to it.
 */
export function vouching<P extends Point>(
  verified: readonly P[],
  changes: readonly ContactChange[],
  now: Date,
): (P | Point)[] {
  const open = changes.filter((one) => mayBeObjected(one, now)).toSorted((a, b) => a.number - b.number);
  const firstAbout = ({ kind, value }: Point) =>
    open.find((one) => one.kind === kind && (one.from === value || one.to === value));
  const isNew = (point: Point) => firstAbout(point)?.to === point.value;
  const held = open.flatMap(({ kind, from }) => (from === null ? [] : [{ kind, value: from }]));
  return [...verified, ...held].filter(
    (point, n, all) => all.findIndex(isSame(point)) === n && !isNew(point),
  );
}

const isSame = (point: Point) => (one: Point) => one.kind === point.kind && one.value === point.value;

/** What is remembered of one objection code. */
export type ObjectionFacts = Pick<ContactChange, "until" | "endedAt"> & {
  /** Wrong tries of this code. */
  tries: number;
};

export type ObjectionState = "open" | "spent" | "done" | "late";

/** Whether an objection code may still be typed. A code tried too often says nothing more, even typed right. */
export function objectionState(code: ObjectionFacts, now: Date): ObjectionState {
  if (code.tries >= objectionLimits.triesPerCode.value) return "spent";
  if (code.endedAt !== null) return "done";
  return mayBeObjected(code, now) ? "open" : "late";
}

export const objectionRefusals = refusals({
  empty: {
    fr: "Saisissez le code d’opposition du message que vous avez reçu, par exemple 7K2M-Q4ZB-0XHC.",
    en: "Enter the objection code of the message you received, for example 7K2M-Q4ZB-0XHC.",
  },
  shape: {
    fr: "Ce code compte 12 chiffres et lettres, par exemple 7K2M-Q4ZB-0XHC. Reprenez-le en entier dans le message reçu.",
    en: "This code has 12 digits and letters, for example 7K2M-Q4ZB-0XHC. Copy all of it from the message you received.",
  },
  wrong: {
    fr: "Nous ne reconnaissons pas ce code. Relisez-le dans le message, caractère par caractère. Après 5 essais faux, il ne sert plus : appelez-nous alors, ou venez à l’accueil avec une pièce d’identité.",
    en: "We do not know this code. Read it again in the message, character by character. After 5 wrong tries it no longer works: then call us, or come to the reception desk with an identity document.",
  },
  done: {
    fr: "C’est déjà fait : vos coordonnées sont revenues comme avant, et l’accès est fermé. Pour le rouvrir, choisissez « J’ai oublié mon mot de passe » sur la page de connexion.",
    en: "This is already done: your contact details are as they were, and access is closed. To open it again, choose “I have forgotten my password” on the sign-in page.",
  },
  late: {
    fr: "Ce changement a plus de 72 heures : ce code ne peut plus l’annuler. Appelez-nous vite, ou venez à l’accueil avec une pièce d’identité.",
    en: "This change is more than 72 hours old: this code can no longer undo it. Call us at once, or come to the reception desk with an identity document.",
  },
});

/** The two halves of a code: one finds the case, the other proves that the message was read. */
export type ObjectionCode = { caseNumber: string; secret: string };

/**
 * Reads an objection code as people copy it: case, spaces and dashes do not matter, and the letters that no code has are
 * taken for the digits they look like.
 */
export function readObjectionCode(
  typed: string,
): { code: ObjectionCode } | { refused: Refusal<keyof typeof objectionRefusals> } {
  const run = withoutSeparators(typed).replaceAll("O", "0").replace(/[IL]/g, "1");
  if (run === "") return { refused: objectionRefusals.empty };
  if (!/^[0-9A-HJKMNP-TV-Z]{12}$/.test(run)) return { refused: objectionRefusals.shape };
  return { code: { caseNumber: run.slice(0, 6), secret: run.slice(6) } };
}
