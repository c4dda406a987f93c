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
  insertContactPoint,
  replaceUnverified,
} from "../contact/store.ts";
import { isRecent, type Visitor } from "../session/session.ts";
import { lockAccount, noteContactsAnswered } from "../store.ts";
import { dayStart, sendCode } from "./send-code.ts";

export type GivenContacts = Record<ContactKind, string>;

export type ContactsAnswer =
  | { next: ContactKind | "done" }
  | { refused: Partial<Record<ContactKind, Sentence>> }
  /** The password must be typed again first (SEC-04). */
  | { confirm: true };

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
    await lockAccount(tx, personId);
    const at = world.clock();
    const known = await findContactPoints(tx, personId);
    const unreachable = await whyUnreachable(tx, world, personId, known, given);
    if (unreachable) return { refused: unreachable };
    for (const contact of asGiven(world, given)) {
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
    return { next: await nextContact(tx, world, visitor, language) };
  });
}

function judge(world: World, given: GivenContacts): Partial<Record<ContactKind, Sentence>> {
  if (given.mail.trim() === "" && given.mobile.trim() === "") return { mail: sentences.none };
  const mail = given.mail.trim() === "" ? undefined : mailRefusal(given.mail);
  const mobile =
    given.mobile.trim() === "" ? undefined : mobileRefusal(given.mobile, world.institution.country);
  return {
    ...(mail && { mail: contactRefusals[mail] }),
    ...(mobile && { mobile: contactRefusals[mobile] }),
  };
}

/** One of each kind, `value` undefined where the field was left empty. */
const asGiven = (world: World, given: GivenContacts) => [
  { kind: "mail" as const, value: readMail(given.mail) },
  { kind: "mobile" as const, value: readMobile(given.mobile, world.institution.country) },
];

/** The contact points that no code was sent to yet, and that none may be sent to today any more (CP-07). */
async function whyUnreachable(
  tx: Tx,
  world: World,
  personId: string,
  known: readonly ContactPoint[],
  given: GivenContacts,
): Promise<Partial<Record<ContactKind, Sentence>> | undefined> {
  const { sendsToday } = await countCodes(tx, personId, "", dayStart(world.clock()));
  if (maySendToday(sendsToday)) return undefined;
  const refused: Partial<Record<ContactKind, Sentence>> = {};
  for (const { kind, value } of asGiven(world, given)) {
    if (value === undefined) continue;
    const isVerified = known.some((one) => one.kind === kind && one.value === value && one.verifiedAt);
    if (!isVerified && !(await findLastCode(tx, personId, kind, value)))
      refused[kind] = sendRefusals.day.says;
  }
  return Object.keys(refused).length > 0 ? refused : undefined;
}

/**
 * Goes to the next contact point whose code is to be typed, and sends it where none was yet; `after` is the one just
 * verified or put off. When none is left the step is done.
 */
export async function nextContact(
  tx: Tx,
  world: World,
  visitor: Visitor,
  language: Language,
  after?: ContactKind,
): Promise<ContactKind | "done"> {
  const { personId } = visitor.person;
  const points = await findContactPoints(tx, personId);
  const kinds: ContactKind[] = after === "mail" ? ["mobile"] : after === "mobile" ? [] : ["mail", "mobile"];
  const pending = kinds.map((kind) => pendingPoint(points, kind)).find((point) => point !== undefined);
  if (!pending) {
    await noteContactsAnswered(tx, personId, world.clock());
    return "done";
  }
  await sendCode(tx, world, personId, pending, language, { onlyFirst: true });
  return pending.kind;
}

/** The contact point of that kind whose code is still to be typed. */
export const pendingPoint = (points: readonly ContactPoint[], kind: ContactKind): ContactPoint | undefined =>
  points.find((point) => point.kind === kind && point.verifiedAt === null);

/** The person will give contact points another day (CP-05). */
export const skipContacts = (world: World, visitor: Visitor): Promise<void> =>
  inTransaction(world.db, async (tx) => {
    await noteContactsAnswered(tx, visitor.person.personId, world.clock());
  });

const sentences = {
  none: {
    fr: "Indiquez une adresse mail ou un numéro de mobile, ou choisissez « Plus tard ».",
    en: "Give a mail address or a mobile number, or choose “Later”.",
  },
} satisfies Record<string, Sentence>;
