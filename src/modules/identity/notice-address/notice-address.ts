import { maySendToday, readCode, sendRefusals } from "../../../../law/credentials/codes.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { type Db, inTransaction, type Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { contactRefusals, mailRefusal, readMail } from "../contact/contact.ts";
import { warnedContacts } from "../contact/reach.ts";
import { sendTo } from "../contact/send.ts";
import { countCodes, findContactPoints, findLastCode } from "../contact/store.ts";
import { checkCode } from "../give-contacts/check-code.ts";
import { kindsAfter, nextContact } from "../give-contacts/give-contacts.ts";
import { dayStart, type Sent, sendCode } from "../give-contacts/send-code.ts";
import { type Waiting, waitingAt } from "../give-contacts/waiting.ts";
import { isRecent, type Visitor } from "../session/session.ts";
import { stillIn } from "../session/still-in.ts";
import { noticeText } from "./messages.ts";
import {
  findNoticeAddresses,
  insertNoticeAddress,
  removeNoticeAddresses,
  verifyNoticeAddress,
} from "./store.ts";

export type GivenNotice =
  | { sent: true }
  | { refused: Sentence }
  /** The password must be typed again first (SEC-04). */
  | { confirm: true }
  /** The session was ended meanwhile. */
  | { ended: true };

/**
 * Takes a mail address that is to get the notices about the file and nothing else, and sends it a code of its own. It may be
 * another person's too, a couple's mailbox: it identifies nobody and opens nothing, so nothing is said of whose it is.
 */
export async function giveNoticeAddress(
  world: World,
  visitor: Visitor,
  typed: string,
  language: Language,
): Promise<GivenNotice> {
  const mail = readMail(typed);
  if (!mail) return { refused: contactRefusals[mailRefusal(typed) ?? "mailMissing"] };
  if (!isRecent(world, visitor)) return { confirm: true };
  const { personId } = visitor.person;
  return inTransaction(world.db, async (tx) => {
    if (!(await stillIn(tx, visitor))) return { ended: true };
    const refused = await whyNot(tx, world, personId, mail);
    if (refused) return { refused };
    const at = world.clock();
    const [known] = (await findNoticeAddresses(tx, personId)).filter(({ value }) => value === mail);
    if (!known) {
      await insertNoticeAddress(tx, personId, mail, at);
      const act = "gave an address for notices";
      await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at });
    }
    return sendCode(tx, world, personId, { kind: "notice", value: mail }, language, { onlyFirst: true });
  });
}

/** The address is in use already, or no code may be sent to it today any more. */
async function whyNot(tx: Tx, world: World, personId: string, mail: string): Promise<Sentence | undefined> {
  const isSame = ({ value, verifiedAt }: { value: string; verifiedAt: Date | null }) =>
    verifiedAt !== null && value.toLowerCase() === mail.toLowerCase();
  if ((await findContactPoints(tx, personId)).some(isSame)) return sentences.ownMail;
  if ((await findNoticeAddresses(tx, personId)).some(isSame)) return sentences.same;
  const { sendsToday } = await countCodes(tx, personId, mail, dayStart(world.clock()));
  return maySendToday(sendsToday) || (await findLastCode(tx, personId, "notice", mail))
    ? undefined
    : sendRefusals.day.says;
}

export type EnteredNotice = { next: "mobile" | "done" } | { refused: Sentence } | { ended: true };

/** Takes the code sent to the address; typed right, notices go there from now on, and the contact points are told. */
export async function enterNoticeCode(
  world: World,
  visitor: Visitor,
  typed: string,
  language: Language,
): Promise<EnteredNotice> {
  const read = readCode(typed);
  if ("refused" in read) return { refused: read.refused.says };
  const { personId } = visitor.person;
  return inTransaction(world.db, async (tx) => {
    if (!(await stillIn(tx, visitor))) return { ended: true };
    const value = await pendingNotice(tx, personId);
    if (value !== undefined) {
      const refused = await checkCode(tx, world, personId, { kind: "notice", value }, read.code);
      if (refused) return { refused };
      await verify(tx, world, personId, value, language);
    }
    return { next: await goOn(tx, world, visitor, language) };
  });
}

async function verify(tx: Tx, world: World, personId: string, value: string, language: Language) {
  const at = world.clock();
  await verifyNoticeAddress(tx, personId, value, at);
  const act = "verified an address for notices";
  await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at });
  // Somebody in the account could send its news elsewhere: its owner hears of it.
  for (const to of await warnedContacts(tx, personId, at)) {
    const told = noticeText(world, value, language);
    await sendTo(tx, world, to, { mail: () => told.mail, sms: () => told.sms, language });
  }
}

/** At the first sign-in the address stands for the mail that was refused: the mobile comes next. */
async function goOn(tx: Tx, world: World, visitor: Visitor, language: Language): Promise<"mobile" | "done"> {
  const points = await findContactPoints(tx, visitor.person.personId);
  const next = await nextContact(tx, world, visitor, language, kindsAfter(visitor, points, "mail"));
  return next === "mobile" ? "mobile" : "done";
}

const pendingNotice = async (db: Db | Tx, personId: string): Promise<string | undefined> =>
  (await findNoticeAddresses(db, personId)).find(({ verifiedAt }) => verifiedAt === null)?.value;

/** What the code page shows of the address that waits for its code; undefined when none does. */
export async function noticeWaiting(world: World, visitor: Visitor): Promise<Waiting | undefined> {
  const { personId } = visitor.person;
  const value = await pendingNotice(world.db, personId);
  return value === undefined ? undefined : waitingAt(world.db, world, personId, { kind: "notice", value });
}

/** Sends a new code to the address; `seen` is the number of the last code that the page knew of (CP-08). */
export const askNoticeCode = (
  world: World,
  visitor: Visitor,
  seen: number,
  language: Language,
): Promise<Sent> =>
  inTransaction(world.db, async (tx) => {
    const { personId } = visitor.person;
    if (!(await stillIn(tx, visitor))) return { sent: true };
    const value = await pendingNotice(tx, personId);
    if (value === undefined) return { sent: true };
    const last = await findLastCode(tx, personId, "notice", value, true);
    if ((last?.number ?? 0) !== seen) return { sent: true };
    return sendCode(tx, world, personId, { kind: "notice", value }, language);
  });

/** The person will type this code another day (CP-05). */
export const putOffNotice = (world: World, visitor: Visitor, language: Language) =>
  inTransaction(world.db, async (tx) =>
    (await stillIn(tx, visitor)) ? goOn(tx, world, visitor, language) : "done",
  );

/** Notices go to the person's own mail again. Without a window: nothing that opens the account changes. */
export async function removeNoticeAddress(
  world: World,
  visitor: Visitor,
): Promise<{ removed: true } | { confirm: true }> {
  if (!isRecent(world, visitor)) return { confirm: true };
  const { personId } = visitor.person;
  return inTransaction(world.db, async (tx) => {
    const at = world.clock();
    if ((await stillIn(tx, visitor)) && (await removeNoticeAddresses(tx, personId, at))) {
      const act = "removed the address for notices";
      await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at });
    }
    return { removed: true };
  });
}

const sentences = {
  ownMail: {
    fr: "Cette adresse est déjà celle de votre compte : les messages sur votre dossier y arrivent.",
    en: "This address already is that of your account: messages about your file arrive there.",
  },
  same: {
    fr: "Les messages sur votre dossier arrivent déjà à cette adresse.",
    en: "Messages about your file already arrive at this address.",
  },
} satisfies Record<string, Sentence>;
