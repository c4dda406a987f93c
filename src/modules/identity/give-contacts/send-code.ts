import { type CodePolicy, mayResend, maySendToday, sendRefusals } from "../../../../law/credentials/codes.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { keyedHash } from "../../../platform/crypto.ts";
import type { Tx } from "../../../platform/database.ts";
import { newCode } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import { mailQueue, smsQueue } from "../../../platform/messages.ts";
import type { World } from "../../../world.ts";
import type { CodeKind, CodePoint } from "../contact/contact.ts";
import { countCodes, findLastCode, insertCode } from "../contact/store.ts";
import { codeMail, codeSms } from "./messages.ts";

/** How each kind of contact point is written to. */
export const wayOf = { mail: "mail", mobile: "sms", notice: "mail" } as const satisfies Record<
  CodeKind,
  keyof CodePolicy["minutes"]
>;

export type Sent = { sent: true } | { refused: Sentence };

/**
 * Sends a new code to a contact point, by a job of this same transaction; earlier codes are void (CP-08, SEC-03).
 * With `onlyFirst` nothing is sent where the last code may still be on its way: coming back to the page is not asking.
 */
export async function sendCode(
  tx: Tx,
  world: World,
  personId: string,
  contact: CodePoint,
  language: Language,
  { onlyFirst = false } = {},
): Promise<Sent> {
  const at = world.clock();
  const last = await findLastCode(tx, personId, contact.kind, contact.value, true);
  if (onlyFirst && last && at.getTime() - last.sentAt.getTime() < lifetime(world, contact.kind))
    return { sent: true };
  const counts = await countCodes(tx, personId, contact.value, dayStart(at));
  if (!mayResend(counts.sendsOfThisContact, world.institution.codes))
    return { refused: sendRefusals.resends.says };
  if (!maySendToday(counts.sendsToday)) return { refused: sendRefusals.day.says };
  const code = newCode();
  const number = (last?.number ?? 0) + 1;
  const hashed = hashCode(world, personId, contact, number, code);
  await insertCode(tx, personId, contact, { number, hashed, sentAt: at });
  const detail = { kind: contact.kind };
  await record(tx, world.keys.journal, {
    subject: personId,
    actor: personId,
    act: "was sent a code",
    at,
    detail,
  });
  if (wayOf[contact.kind] === "mail")
    await world.jobs.send(tx, mailQueue, codeMail(world, contact.value, code, language));
  else await world.jobs.send(tx, smsQueue, codeSms(world, contact.value, code, language));
  return { sent: true };
}

const lifetime = (world: World, kind: CodeKind) => world.institution.codes.minutes[wayOf[kind]] * 60_000;

/** A code is bound to the person, the contact point and its sending (SEC-03). */
export const hashCode = (
  world: World,
  personId: string,
  contact: CodePoint,
  number: number,
  code: string,
): Buffer => keyedHash(world.keys.code, personId, contact.kind, contact.value, String(number), code);

/**
 * Counts of "today" start here: midnight UTC, less the longest life of a code, so that one sent before midnight and
 * tried after it counts.
 */
export const dayStart = (now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()) - 15 * 60_000);
