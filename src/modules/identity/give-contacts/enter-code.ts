import { readCode } from "../../../../law/credentials/codes.ts";
import { objectionEndsAt } from "../../../../law/credentials/objection.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { brokeConstraint, inTransaction, type Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { noteChange } from "../change-contacts/note-change.ts";
import type { ContactKind, ContactPoint } from "../contact/contact.ts";
import {
  findContactPoints,
  findLastCode,
  identifiesOne,
  replaceUnverified,
  verifyContactPoint,
} from "../contact/store.ts";
import type { Visitor } from "../session/session.ts";
import { stillIn } from "../session/still-in.ts";
import { checkCode } from "./check-code.ts";
import { kindsAfter, nextContact, pendingPoint } from "./give-contacts.ts";
import { type Sent, sendCode } from "./send-code.ts";
import { type Waiting, waitingAt } from "./waiting.ts";

export type EnteredCode =
  | { next: ContactKind | "done" }
  /** `taken`: what was given identifies another account; the way on is another one, or a mail for notices only. */
  | { refused: Sentence; taken?: string }
  /** The session was ended meanwhile. */
  | { ended: true };

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
  const pending = pendingPoint(await findContactPoints(world.db, visitor.person.personId), kind);
  try {
    return await inTransaction(world.db, (tx) => tryCode(tx, world, visitor, kind, read.code, language));
  } catch (error) {
    if (!brokeConstraint(error, identifiesOne)) throw error;
    await setAside(world, visitor, kind);
    return { refused: sentences.taken, taken: pending?.value ?? "" };
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
  if (!(await stillIn(tx, visitor))) return { ended: true };
  const points = await findContactPoints(tx, personId);
  const point = pendingPoint(points, kind);
  const next = kindsAfter(visitor, points, kind);
  if (!point) return { next: await nextContact(tx, world, visitor, language, next) };
  const refused = await checkCode(tx, world, personId, point, typed);
  if (refused) return { refused };
  await verify(tx, world, visitor, point, points, language);
  return { next: await nextContact(tx, world, visitor, language, next) };
}

/** The contact point is verified. What it changes for those that were may be objected to. */
async function verify(
  tx: Tx,
  world: World,
  visitor: Visitor,
  { kind, value }: ContactPoint,
  points: readonly ContactPoint[],
  language: Language,
): Promise<void> {
  const { personId } = visitor.person;
  const at = world.clock();
  const replaced = await verifyContactPoint(tx, personId, { kind, value }, at, objectionEndsAt(at));
  const detail = { kind };
  const act = "verified a contact point";
  await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at, detail });
  for (const from of replaced) await noteChange(tx, world, personId, { kind, from, to: value }, language);
  if (replaced.length === 0 && !areOfThisSitting(visitor, points))
    await noteChange(tx, world, personId, { kind, from: null, to: value }, language);
}

/**
 * Whether all that is verified was verified since the password was last typed in this session: the same hands gave it, and
 * nobody is there to object. So it is at the first sign-in.
 */
const areOfThisSitting = ({ authenticatedAt }: Visitor, points: readonly ContactPoint[]) =>
  points.every(({ verifiedAt }) => verifiedAt === null || verifiedAt >= authenticatedAt);

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
export async function waitingFor(
  world: World,
  visitor: Visitor,
  kind: ContactKind,
): Promise<Waiting | undefined> {
  const { personId } = visitor.person;
  const point = pendingPoint(await findContactPoints(world.db, personId), kind);
  return point && waitingAt(world.db, world, personId, point);
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
    if (!(await stillIn(tx, visitor))) return { sent: true };
    const point = pendingPoint(await findContactPoints(tx, personId), kind);
    if (!point) return { sent: true };
    const last = await findLastCode(tx, personId, kind, point.value, true);
    if ((last?.number ?? 0) !== seen) return { sent: true };
    return sendCode(tx, world, personId, point, language);
  });

/** The person will type this code another day; the next contact point is asked for, if any (CP-05). */
export const putOff = (world: World, visitor: Visitor, kind: ContactKind, language: Language) =>
  inTransaction(world.db, async (tx) => {
    if (!(await stillIn(tx, visitor))) return "done";
    const points = await findContactPoints(tx, visitor.person.personId);
    return nextContact(tx, world, visitor, language, kindsAfter(visitor, points, kind));
  });

const sentences = {
  taken: {
    fr: "Cette adresse ou ce numéro sert déjà à un autre compte. Chacun doit avoir le sien, pour pouvoir retrouver son accès : indiquez-en un autre.",
    en: "This address or number is already used by another account. Each person needs their own, to be able to get back in: give another one.",
  },
} satisfies Record<string, Sentence>;
