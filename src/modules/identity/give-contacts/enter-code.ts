import {
  type CodeState,
  codeState,
  codeStates,
  readCode,
  triesLeft,
  wrongCode,
} from "../../../../law/credentials/codes.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { sameBytes } from "../../../platform/crypto.ts";
import { brokeConstraint, inTransaction, type Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import { mailQueue, smsQueue } from "../../../platform/messages.ts";
import type { World } from "../../../world.ts";
import type { ContactKind, ContactPoint } from "../contact/contact.ts";
import {
  countCodes,
  findContactPoints,
  findLastCode,
  identifiesOne,
  noteUsed,
  noteWrongTry,
  replaceUnverified,
  type StoredCode,
  verifyContactPoint,
} from "../contact/store.ts";
import type { Visitor } from "../session/session.ts";
import { lockAccount } from "../store.ts";
import { nextContact, pendingPoint } from "./give-contacts.ts";
import { replacedText } from "./messages.ts";
import { dayStart, hashCode, type Sent, sendCode, wayOf } from "./send-code.ts";

export type EnteredCode =
  | { next: ContactKind | "done" }
  /** `taken`: the contact point identifies another account; the way on is to give another one. */
  | { refused: Sentence; taken?: true };

/** Takes the code sent to the person's contact point of that kind; typed right, the contact point is verified (CP-05). */
export async function enterCode(
  world: World,
  visitor: Visitor,
  kind: ContactKind,
  typed: string,
  language: Language,
): Promise<EnteredCode> {
  const read = readCode(typed);
  if ("refused" in read) return { refused: read.refused.says };
  try {
    return await inTransaction(world.db, (tx) => tryCode(tx, world, visitor, kind, read.code, language));
  } catch (error) {
    if (!brokeConstraint(error, identifiesOne)) throw error;
    await setAside(world, visitor, kind);
    return { refused: sentences.taken, taken: true };
  }
}

async function tryCode(
  tx: Tx,
  world: World,
  visitor: Visitor,
  kind: ContactKind,
  typed: string,
  language: Language,
): Promise<EnteredCode> {
  const { personId } = visitor.person;
  await lockAccount(tx, personId);
  const at = world.clock();
  const point = pendingPoint(await findContactPoints(tx, personId), kind);
  if (!point) return { next: await nextContact(tx, world, visitor, language, kind) };
  const code = await findLastCode(tx, personId, kind, point.value, true);
  if (!code) return { refused: codeStates.late };
  const { triesToday } = await countCodes(tx, personId, point.value, dayStart(at));
  const state = stateOf(world, kind, code, triesToday);
  if (state !== "open") return { refused: codeStates[state] };
  if (!sameBytes(code.hashed, hashCode(world, personId, point, code.number, typed))) {
    await noteWrongTry(tx, personId, kind, code);
    const left = triesLeft({ tries: code.tries + 1, triesToday: triesToday + 1 });
    const spent = stateOf(world, kind, { ...code, tries: code.tries + 1 }, triesToday + 1);
    return { refused: left > 0 ? wrongCode(left) : codeStates[spent] };
  }
  await noteUsed(tx, personId, kind, code, at);
  const replaced = await verifyContactPoint(tx, personId, kind, point.value, at);
  for (const old of replaced) await tellReplaced(tx, world, kind, old, language);
  const detail = { kind };
  await record(tx, world.keys.journal, {
    subject: personId,
    actor: personId,
    act: "verified a contact point",
    at,
    detail,
  });
  return { next: await nextContact(tx, world, visitor, language, kind) };
}

const stateOf = (world: World, kind: ContactKind, code: StoredCode, triesToday: number): CodeState =>
  codeState({ ...code, way: wayOf[kind], policy: world.institution.codes, triesToday }, world.clock());

async function tellReplaced(tx: Tx, world: World, kind: ContactKind, old: string, language: Language) {
  const told = replacedText(world, kind, language);
  if (kind === "mail") await world.jobs.send(tx, mailQueue, { to: old, language, ...told });
  else await world.jobs.send(tx, smsQueue, { to: old, text: told.text });
}

/** The contact point is another account's: it is no longer proposed here. */
const setAside = (world: World, visitor: Visitor, kind: ContactKind) =>
  inTransaction(world.db, async (tx) => {
    const at = world.clock();
    const { personId } = visitor.person;
    await replaceUnverified(tx, personId, kind, "", at);
    const detail = { kind };
    await record(tx, world.keys.journal, {
      subject: personId,
      actor: personId,
      act: "gave another account's contact point",
      at,
      detail,
    });
  });

/** What the code page shows of the contact point that waits for its code; undefined when none does. */
export type Waiting = { point: ContactPoint; sends: number; state: CodeState; mayAsk: boolean };

export async function waitingFor(
  world: World,
  visitor: Visitor,
  kind: ContactKind,
): Promise<Waiting | undefined> {
  const { personId } = visitor.person;
  const point = pendingPoint(await findContactPoints(world.db, personId), kind);
  const code = point && (await findLastCode(world.db, personId, kind, point.value));
  if (!code) return undefined;
  const counts = await countCodes(world.db, personId, point.value, dayStart(world.clock()));
  const state = stateOf(world, kind, code, counts.triesToday);
  return {
    point,
    sends: code.number,
    state,
    mayAsk: counts.sendsOfThisContact <= world.institution.codes.resends,
  };
}

/**
 * Sends a new code to the contact point that waits for one (CP-08). `seen` is the number of the last code the page
 * knew of: a double click, or a second tab, asks for the same one and nothing more is sent.
 */
export const askNewCode = (
  world: World,
  visitor: Visitor,
  kind: ContactKind,
  seen: number,
  language: Language,
): Promise<Sent> =>
  inTransaction(world.db, async (tx) => {
    const { personId } = visitor.person;
    await lockAccount(tx, personId);
    const point = pendingPoint(await findContactPoints(tx, personId), kind);
    if (!point) return { sent: true };
    const last = await findLastCode(tx, personId, kind, point.value, true);
    if ((last?.number ?? 0) !== seen) return { sent: true };
    return sendCode(tx, world, personId, point, language);
  });

/** The person will type this code another day; the next contact point is asked for, if any (CP-05). */
export const putOff = (world: World, visitor: Visitor, kind: ContactKind, language: Language) =>
  inTransaction(world.db, async (tx) => {
    await lockAccount(tx, visitor.person.personId);
    return nextContact(tx, world, visitor, language, kind);
  });

const sentences = {
  taken: {
    fr: "Cette adresse ou ce numéro sert déjà à un autre compte. Chacun doit avoir le sien, pour pouvoir retrouver son accès : indiquez-en un autre.",
    en: "This address or number is already used by another account. Each person needs their own, to be able to get back in: give another one.",
  },
} satisfies Record<string, Sentence>;
