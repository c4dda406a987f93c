import {
  type CodeState,
  codeState,
  codeStates,
  mayResend,
  maySendToday,
  sendRefusals,
  triesLeft,
  wrongCode,
} from "../../../../law/credentials/codes.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { keyedHash, sameBytes } from "../../../platform/crypto.ts";
import type { Db, Tx } from "../../../platform/database.ts";
import { newCode } from "../../../platform/ids.ts";
import { mailQueue, smsQueue } from "../../../platform/messages.ts";
import type { World } from "../../../world.ts";
import type { ContactKind } from "../contact/contact.ts";
import { codeMail, codeSms } from "../give-contacts/messages.ts";
import { dayStart, wayOf } from "../give-contacts/send-code.ts";
import type { Waiting } from "../give-contacts/waiting.ts";
import {
  changeOpeningCode,
  countOpeningCodes,
  findLastOpeningCode,
  insertOpeningCode,
  lockContact,
  type OpeningCode,
} from "./store.ts";

/** A contact point of somebody who is nobody yet, and the opening that names it. */
export type Point = { openingId: string; kind: ContactKind; value: string };

export type Sent = { sent: true } | { refused: Sentence };

/**
 * Sends a new code there, by a job of this same transaction; those this opening sent before are void (CP-08, SEC-03).
 * With `onlyFirst` nothing is sent where the last one may still be on its way. The contact point gets no more than one
 * account would send it, however many openings name it.
 */
export async function sendOpeningCode(
  tx: Tx,
  world: World,
  point: Point,
  language: Language,
  { onlyFirst = false } = {},
): Promise<Sent> {
  const at = world.clock();
  const foundBy = indexOf(world, point);
  await lockContact(tx, foundBy);
  const last = await findLastOpeningCode(tx, foundBy, point.openingId);
  if (onlyFirst && last && at.getTime() - last.sentAt.getTime() < lifetime(world, point.kind))
    return { sent: true };
  const counts = await countOpeningCodes(tx, foundBy, point.openingId, dayStart(at));
  if (!mayResend(counts.sendsOfThisContact, world.institution.codes))
    return { refused: sendRefusals.resends.says };
  if (!maySendToday(counts.sendsOfThisOpening)) return { refused: sendRefusals.day.says };
  const code = newCode();
  const number = (last?.number ?? 0) + 1;
  await insertOpeningCode(tx, {
    found_by: foundBy,
    opening_id: point.openingId,
    number,
    hashed: hashCode(world, point, number, code),
    sent_at: at,
  });
  if (point.kind === "mail")
    await world.jobs.send(tx, mailQueue, codeMail(world, point.value, code, language));
  else await world.jobs.send(tx, smsQueue, codeSms(world, point.value, code, language));
  return { sent: true };
}

/** Tries the code typed; undefined where it was the right one, which is used up by it. */
export async function tryOpeningCode(
  tx: Tx,
  world: World,
  point: Point,
  typed: string,
): Promise<Sentence | undefined> {
  const foundBy = indexOf(world, point);
  await lockContact(tx, foundBy);
  const code = await findLastOpeningCode(tx, foundBy, point.openingId);
  if (!code) return codeStates.late;
  const triesToday = await triesOf(tx, world, point);
  const state = stateOf(world, point, code, triesToday);
  if (state !== "open") return codeStates[state];
  if (sameBytes(code.hashed, hashCode(world, point, code.number, typed))) {
    await changeOpeningCode(tx, foundBy, point.openingId, code.number, { used_at: world.clock() });
    return undefined;
  }
  await changeOpeningCode(tx, foundBy, point.openingId, code.number, { tries: code.tries + 1 });
  const left = triesLeft({ tries: code.tries + 1, triesToday: triesToday + 1 });
  const spent = stateOf(world, point, { ...code, tries: code.tries + 1 }, triesToday + 1);
  return left > 0 ? wrongCode(left) : codeStates[spent];
}

/** What the code page shows; undefined where no code was sent there. */
export async function openingWaiting(db: Db | Tx, world: World, point: Point): Promise<Waiting | undefined> {
  const foundBy = indexOf(world, point);
  const code = await findLastOpeningCode(db, foundBy, point.openingId);
  if (!code) return undefined;
  const counts = await countOpeningCodes(db, foundBy, point.openingId, dayStart(world.clock()));
  return {
    point: { kind: point.kind, value: point.value },
    sends: code.number,
    state: stateOf(world, point, code, await triesOf(db, world, point)),
    mayAsk:
      mayResend(counts.sendsOfThisContact, world.institution.codes) &&
      maySendToday(counts.sendsOfThisOpening),
  };
}

/** Wrong tries of the day: of the contact point or of the opening, whichever are more. */
async function triesOf(db: Db | Tx, world: World, point: Point): Promise<number> {
  const since = dayStart(world.clock());
  const counts = await countOpeningCodes(db, indexOf(world, point), point.openingId, since);
  return Math.max(counts.triesOfThisContact, counts.triesOfThisOpening);
}

const stateOf = (world: World, { kind }: Point, code: OpeningCode, triesToday: number): CodeState =>
  codeState({ ...code, way: wayOf[kind], policy: world.institution.codes, triesToday }, world.clock());

const lifetime = (world: World, kind: ContactKind) => world.institution.codes.minutes[wayOf[kind]] * 60_000;

/** What finds a contact point's codes without telling whose it is. */
const indexOf = (world: World, { kind, value }: Point): Buffer =>
  keyedHash(world.keys.index, "contact of an opening", kind, value.toLowerCase());

/** A code is bound to the opening, the contact point and its sending (SEC-03). */
const hashCode = (world: World, { openingId, kind, value }: Point, number: number, code: string): Buffer =>
  keyedHash(world.keys.code, "opening", openingId, kind, value, String(number), code);
