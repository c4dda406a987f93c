import { decide } from "../../../../law/access/decide.ts";
import { civilDay, type FileFacts, runs } from "../../../../law/access/relations.ts";
import type { Sentence } from "../../../../law/language.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { isRecent, type Visitor } from "../../identity/index.ts";
import { hasDelegation } from "../standing.ts";
import {
  endDelegations,
  findFileOf,
  type HouseholdFile,
  insertDelegation,
  insertDelegationAnswer,
  lockFile,
} from "../store.ts";

export type OfferAnswer =
  | { done: true }
  | { refused: Sentence; source: string; way: Sentence }
  /** The password must be typed again first (SEC-04). */
  | { confirm: true };

/** Takes the holder's answer to the offer of a delegation to their spouse (CP-15): grants it, or not now. */
export async function answerOffer(world: World, visitor: Visitor, grants: boolean): Promise<OfferAnswer> {
  const { personId } = visitor.person;
  if (grants && !isRecent(world, visitor)) return { confirm: true };
  return inTransaction(world.db, async (tx) => {
    const at = world.clock();
    const file = await findLockedFile(tx, world, personId);
    const decision = decide({
      file: file?.facts ?? noFacts,
      actor: personId,
      act: "grant-delegation",
      on: at,
    });
    if (!decision.allowed) return { refused: decision.says, source: decision.source, way: decision.way };
    const spouse = file && spouseOn(file, at);
    if (!file || !spouse) throw new Error("The law let a holder delegate where there is no spouse");
    await insertDelegationAnswer(tx, {
      file_id: file.fileId,
      person_id: personId,
      answered_at: at,
      granted: grants,
    });
    if (!grants || hasDelegation(file.facts, spouse, at)) return { done: true };
    // One given before a separation may never have been taken back: it no longer counts, and must not stand in the way.
    await endDelegations(tx, file.fileId, at);
    const isNew = await insertDelegation(tx, { fileId: file.fileId, from: personId, to: spouse, at });
    if (isNew) await recordFor(tx, world, [personId, spouse], personId, "granted the delegation", spouse);
    return { done: true };
  });
}

/** The holder takes the delegation back: it ends at this very instant, in the spouse's running sessions too (CP-18). */
export async function endDelegation(world: World, visitor: Visitor): Promise<OfferAnswer> {
  const { personId } = visitor.person;
  if (!isRecent(world, visitor)) return { confirm: true };
  return inTransaction(world.db, async (tx) => {
    const at = world.clock();
    const file = await findLockedFile(tx, world, personId);
    const decision = decide({
      file: file?.facts ?? noFacts,
      actor: personId,
      act: "revoke-delegation",
      on: at,
    });
    if (!decision.allowed) return { refused: decision.says, source: decision.source, way: decision.way };
    const ended = file ? await endDelegations(tx, file.fileId, at) : [];
    for (const spouse of ended)
      await recordFor(tx, world, [personId, spouse], personId, "took the delegation back", spouse);
    return { done: true };
  });
}

/** The file of a person, its facts read once nobody else can change them. */
async function findLockedFile(tx: Tx, world: World, personId: string): Promise<HouseholdFile | undefined> {
  const seen = await findFileOf(tx, personId, world.institution.timeZone);
  if (!seen) return undefined;
  await lockFile(tx, seen.fileId);
  return findFileOf(tx, personId, world.institution.timeZone);
}

const noFacts: FileFacts = { members: [], entitlements: [], delegations: [] };

/** What concerns both spouses stands in the journal of each. */
async function recordFor(tx: Tx, world: World, subjects: string[], actor: string, act: string, to: string) {
  for (const subject of subjects.sort()) {
    await record(tx, world.keys.journal, { subject, actor, act, at: world.clock(), detail: { to } });
  }
}

/** The spouse of the file on that day, if any. */
export function spouseOn(file: HouseholdFile, on: Date): string | undefined {
  const day = civilDay(on, file.facts.timeZone);
  return file.facts.members.find((member) => member.role === "spouse" && runs(member, day))?.personId;
}
