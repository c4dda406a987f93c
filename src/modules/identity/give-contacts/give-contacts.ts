import { maySendToday, sendRefusals } from "../../../../law/credentials/codes.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import type { ContactKind, ContactPoint } from "../contact/contact.ts";
import { contactRefusals, mailRefusal, mobileRefusal, readMail, readMobile } from "../contact/contact.ts";
import {
  countCodes,
  findContactPoints,
  findLastCode,
  findSpelling,
  insertContactPoint,
  replaceUnverified,
} from "../contact/store.ts";
import { isRecent, type Visitor } from "../session/session.ts";
import { stillIn } from "../session/still-in.ts";
import { noteContactsAnswered } from "../store.ts";
import { dayStart, sendCode } from "./send-code.ts";

/** A kind that is missing is left as it stands; one left empty is not written to again until it is verified. */
export type GivenContacts = Partial<Record<ContactKind, string>>;

export type ContactsAnswer =
  | { next: ContactKind | "done" }
  | { refused: Partial<Record<ContactKind, Sentence>> }
  /** The password must be typed again first (SEC-04). */
  | { confirm: true }
  /** The session was ended meanwhile. */
  | { ended: true };

/** Takes the contact points the person gives or confirms, and sends a code to the first one not verified (CP-05). */
export async function giveContacts(
  world: World,
  visitor: Visitor,
  given: GivenContacts,
  language: Language,
): Promise<ContactsAnswer> {
  const refused = judge(world, given);
  if (Object.keys(refused).length > 0) return { refused };
  if (!isRecent(world, visitor)) return { confirm: true };
  const { personId } = visitor.person;
  return inTransaction(world.db, async (tx) => {
    if (!(await stillIn(tx, visitor))) return { ended: true };
    const at = world.clock();
    const known = await findContactPoints(tx, personId);
    const read = await asSpelt(tx, personId, asGiven(world, given));
    const [one, ...others] = read;
    if (one && others.length === 0 && isVerified(known, one))
      return { refused: { [one.kind]: same[one.kind] } };
    const unreachable = await whyUnreachable(tx, world, personId, known, read);
    if (unreachable) return { refused: unreachable };
    for (const contact of read) {
      // What was never confirmed and is no longer in the form is not written to again.
      await replaceUnverified(tx, personId, contact.kind, contact.value ?? "", at);
      if (contact.value === undefined) continue;
      if (known.some((one) => one.kind === contact.kind && one.value === contact.value)) continue;
      await insertContactPoint(tx, personId, { kind: contact.kind, value: contact.value }, at);
      const detail = { kind: contact.kind };
      await record(tx, world.keys.journal, {
        subject: personId,
        actor: personId,
        act: "gave a contact point",
        at,
        detail,
      });
    }
    return { next: await nextContact(tx, world, visitor, language, kindsIn(given)) };
  });
}

const kindsIn = (given: GivenContacts) => kinds.filter((kind) => given[kind] !== undefined);

const kinds = ["mail", "mobile"] as const satisfies readonly ContactKind[];

function judge(world: World, given: GivenContacts): Partial<Record<ContactKind, Sentence>> {
  const asked = kindsIn(given);
  const typed = asked.filter((kind) => given[kind]?.trim());
  const [only = "mail"] = asked;
  if (typed.length === 0)
    return { [only]: asked.length === 1 ? contactRefusals[`${only}Missing`] : sentences.none };
  const refused = typed.flatMap((kind) => {
    const text = given[kind] ?? "";
    const why = kind === "mail" ? mailRefusal(text) : mobileRefusal(text, world.institution.country);
    return why ? [[kind, contactRefusals[why]] as const] : [];
  });
  return Object.fromEntries(refused);
}

type ReadContact = { kind: ContactKind; value: string | undefined };

/** `value` undefined where the field was left empty. */
const asGiven = (world: World, given: GivenContacts): ReadContact[] =>
  kindsIn(given).map((kind) => {
    const text = given[kind] ?? "";
    return { kind, value: kind === "mail" ? readMail(text) : readMobile(text, world.institution.country) };
  });

/** What is the person's already, but for its capitals, stays as it was written. */
const asSpelt = (tx: Tx, personId: string, read: readonly ReadContact[]): Promise<ReadContact[]> =>
  Promise.all(
    read.map(async ({ kind, value }) => ({
      kind,
      value: value && ((await findSpelling(tx, personId, kind, value)) ?? value),
    })),
  );

const isVerified = (known: readonly ContactPoint[], { kind, value }: ReadContact) =>
  known.some((one) => one.kind === kind && one.value === value && one.verifiedAt !== null);

/** The contact points that no code was sent to yet, and that none may be sent to today any more (CP-07). */
async function whyUnreachable(
  tx: Tx,
  world: World,
  personId: string,
  known: readonly ContactPoint[],
  read: readonly ReadContact[],
): Promise<Partial<Record<ContactKind, Sentence>> | undefined> {
  const { sendsToday } = await countCodes(tx, personId, "", dayStart(world.clock()));
  if (maySendToday(sendsToday)) return undefined;
  const refused: Partial<Record<ContactKind, Sentence>> = {};
  for (const { kind, value } of read) {
    if (value === undefined) continue;
    if (!isVerified(known, { kind, value }) && !(await findLastCode(tx, personId, kind, value)))
      refused[kind] = sendRefusals.day.says;
  }
  return Object.keys(refused).length > 0 ? refused : undefined;
}

/**
 * Goes to the next contact point of these kinds whose code is to be typed, and sends it where none was yet. When none is
 * left the step is done.
 */
export async function nextContact(
  tx: Tx,
  world: World,
  visitor: Visitor,
  language: Language,
  among: readonly ContactKind[],
): Promise<ContactKind | "done"> {
  const { personId } = visitor.person;
  const points = await findContactPoints(tx, personId);
  const pending = among.map((kind) => pendingPoint(points, kind)).find((point) => point !== undefined);
  if (!pending) {
    await noteContactsAnswered(tx, personId, world.clock());
    return "done";
  }
  await sendCode(tx, world, personId, pending, language, { onlyFirst: true });
  return pending.kind;
}

/** At the first sign-in the mobile comes after the mail; later each contact point is seen to by itself. */
export const kindsAfter = (
  visitor: Visitor,
  points: readonly ContactPoint[],
  kind: ContactKind,
): readonly ContactKind[] => (kind === "mail" && !hasOverview(visitor, points) ? ["mobile"] : []);

/** Who has a verified contact point sees them all on one page; who has none yet is asked for them. */
export const hasOverview = ({ contactsAnswered }: Visitor, points: readonly ContactPoint[]): boolean =>
  contactsAnswered && points.some(({ verifiedAt }) => verifiedAt !== null);

/** The contact point of that kind whose code is still to be typed. */
export const pendingPoint = (points: readonly ContactPoint[], kind: ContactKind): ContactPoint | undefined =>
  points.find((point) => point.kind === kind && point.verifiedAt === null);

/** The person will give contact points another day (CP-05). */
export const skipContacts = (world: World, visitor: Visitor): Promise<void> =>
  inTransaction(world.db, async (tx) => {
    await noteContactsAnswered(tx, visitor.person.personId, world.clock());
  });

const same = {
  mail: {
    fr: "C’est déjà votre adresse confirmée. Donnez-en une autre, ou revenez à vos coordonnées.",
    en: "This already is your confirmed address. Give another one, or go back to your contact details.",
  },
  mobile: {
    fr: "C’est déjà votre numéro confirmé. Donnez-en un autre, ou revenez à vos coordonnées.",
    en: "This already is your confirmed number. Give another one, or go back to your contact details.",
  },
} satisfies Record<ContactKind, Sentence>;

const sentences = {
  none: {
    fr: "Indiquez une adresse mail ou un numéro de mobile, ou choisissez « Plus tard ».",
    en: "Give a mail address or a mobile number, or choose “Later”.",
  },
} satisfies Record<string, Sentence>;
