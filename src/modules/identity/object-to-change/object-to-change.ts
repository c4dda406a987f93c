import {
  objectionLimits,
  objectionRefusals,
  objectionState,
  readObjectionCode,
  undoneByObjection,
} from "../../../../law/credentials/objection.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { sameBytes } from "../../../platform/crypto.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { placeBlock } from "../block/block.ts";
import { hashObjection } from "../change-contacts/note-change.ts";
import {
  endChange,
  findCase,
  findOpenChanges,
  noteWrongObjection,
  type StoredCase,
  type StoredChange,
} from "../change-contacts/store.ts";
import { vouchingContacts } from "../contact/reach.ts";
import { sendTo } from "../contact/send.ts";
import { refreshHolds, replaceUnverified, revertContact } from "../contact/store.ts";
import { removeNoticesGivenSince } from "../notice-address/store.ts";
import { lockAccount } from "../store.ts";
import { restoredText, voidedText } from "./messages.ts";

export type Objected = { done: true } | { refused: Sentence };

/**
 * Takes the objection of an old contact point to its change (SEC-04), by the code that was sent to it alone. The contact
 * points are again what they were, every session ends, and access stays closed until the person comes back in by those they
 * had. A case nobody has, a wrong code and one tried too often are answered alike.
 */
export async function objectToChange(world: World, typed: string, language: Language): Promise<Objected> {
  const read = readObjectionCode(typed);
  if ("refused" in read) return { refused: read.refused.says };
  const { caseNumber, secret } = read.code;
  return inTransaction(world.db, async (tx) => {
    const found = await findCase(tx, caseNumber);
    if (!found) return { refused: objectionRefusals.wrong.says };
    // First the account, as every act of the person does: what is on its way in their session waits, or was there before.
    await lockAccount(tx, found.personId);
    const change = await findCase(tx, caseNumber);
    return change ? judge(tx, world, change, secret, language) : { refused: objectionRefusals.wrong.says };
  });
}

async function judge(
  tx: Tx,
  world: World,
  change: StoredCase,
  secret: string,
  language: Language,
): Promise<Objected> {
  const state = objectionState(change, world.clock());
  if (state === "spent") return { refused: objectionRefusals.wrong.says };
  if (!sameBytes(change.hashed, hashObjection(world, change, secret))) {
    await noteWrongObjection(tx, change);
    return { refused: objectionRefusals.wrong.says };
  }
  if (state !== "open") return { refused: objectionRefusals[state].says };
  await undo(tx, world, change, language);
  return { done: true };
}

async function undo(tx: Tx, world: World, change: StoredChange, language: Language): Promise<void> {
  const { personId, kind } = change;
  const at = world.clock();
  const undone = undoneByObjection(await findOpenChanges(tx, personId, at), at);
  // The latest first: what came and went between the two ends up where it was before.
  for (const one of undone) {
    await revertContact(tx, personId, one, at);
    await endChange(tx, one, at);
  }
  await refreshHolds(tx, personId, at);
  await forgetGiven(tx, personId, at);
  await record(tx, world.keys.journal, {
    subject: personId,
    actor: "unknown",
    act: "objected to a change of contact points",
    at,
    detail: { kind, changes: undone.length },
  });
  const { passkeys } = await placeBlock(tx, world, {
    personId,
    kind: "alarm",
    reason: "A contact point objected to its change",
    placedBy: personId,
  });
  await tell(tx, world, { personId, undone, passkeys: passkeys > 0 }, language);
}

/** What was given in the same hours, and waits for a code or gets the news of the file, goes too. */
async function forgetGiven(tx: Tx, personId: string, at: Date): Promise<void> {
  const since = new Date(at.getTime() - objectionLimits.hours.value * 3_600_000);
  for (const kind of ["mail", "mobile"] as const) await replaceUnverified(tx, personId, kind, "", at);
  await removeNoticesGivenSince(tx, personId, since, at);
}

/** Who vouches for the person reads how to come back in; who no longer does, that it was so decided. */
async function tell(
  tx: Tx,
  world: World,
  { personId, undone, passkeys }: { personId: string; undone: readonly StoredChange[]; passkeys: boolean },
  language: Language,
): Promise<void> {
  const back = await vouchingContacts(tx, personId, world.clock());
  const gone = undone
    .flatMap(({ kind, to }) => (to === null ? [] : [{ kind, value: to }]))
    .filter((point, n, all) => all.findIndex(({ value }) => value === point.value) === n)
    .filter((point) => !back.some(({ value }) => value === point.value));
  const restored = restoredText(world, passkeys, language);
  const voided = voidedText(world, language);
  for (const to of back) await sendTo(tx, world, to, { ...restored, language });
  for (const to of gone) await sendTo(tx, world, to, { ...voided, language });
}
