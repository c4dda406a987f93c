import type { Sentence } from "../../../../law/language.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import type { Agent } from "../agent.ts";
import { everybody, type PersonFilter } from "../at-desk/store.ts";
import type { Person } from "../person.ts";
import { closeSessions } from "../session/session.ts";
import { findPersons } from "../store.ts";
import {
  changeMerge,
  findDoneMerges,
  findMerge,
  findOpenMerges,
  insertMerge,
  movePerson,
  movePersonBack,
  type StoredMerge,
} from "./store.ts";

/** Days during which a merge can be undone. */
export const undoDays = 30;

export type Settled = { done: true } | { waits: Sentence } | { refused: Sentence };

/** Proposes that two records are one person's: the kept one is the one with the social-security number. */
export async function proposeMerge(
  tx: Tx,
  world: World,
  merge: { keptPerson: string; mergedPerson: string; proposedBy: string },
): Promise<void> {
  const at = world.clock();
  if (!(await insertMerge(tx, { ...merge, mergeId: newId(), at }))) return;
  const { keptPerson, mergedPerson, proposedBy: actor } = merge;
  await recordFor(tx, world, [keptPerson, mergedPerson], actor, "proposed to merge two records");
}

/** An agent proposes it, of two records they found alike. */
export async function proposeMergeOf(
  world: World,
  agent: Agent,
  keptPerson: string,
  mergedPerson: string,
): Promise<Settled> {
  const found = await findPersons(world.db, [keptPerson, mergedPerson]);
  if (keptPerson === mergedPerson || found.length < 2) return { refused: sentences.gone };
  await inTransaction(world.db, (tx) =>
    proposeMerge(tx, world, { keptPerson, mergedPerson, proposedBy: agent.agentId }),
  );
  return { done: true };
}

/**
 * An agent agrees to a merge, or refuses it. It is done when a second agent agrees: all that speaks of the merged record
 * moves to the kept one in this transaction, both are signed out everywhere, and the merged one's identifiers open nothing
 * any more. It can be undone for 30 days.
 */
export const decideMerge = (
  world: World,
  agent: Agent,
  mergeId: string,
  decision: "agree" | "refuse",
  reason: string,
): Promise<Settled> =>
  inTransaction(world.db, async (tx) => {
    const merge = uuid.test(mergeId) ? await findMerge(tx, mergeId) : undefined;
    if (merge?.state !== "proposed") return { refused: sentences.gone };
    if (reason.trim() === "") return { refused: sentences.noReason };
    const at = world.clock();
    const { agentId } = agent;
    const decided = { decided_by: agentId, decided_at: at, reason: reason.trim().slice(0, 500) };
    const both = [merge.keptPerson, merge.mergedPerson];
    if (decision === "refuse") {
      await changeMerge(tx, merge, { state: "refused", ...decided });
      await recordFor(tx, world, both, agentId, "refused to merge two records");
      return { done: true };
    }
    if (merge.secondedBy === agentId || merge.proposedBy === agentId) return { refused: sentences.another };
    // Who proposed as an agent counts as the first of the two.
    if (!merge.secondedBy && !isAgent(world, merge)) {
      await changeMerge(tx, merge, { seconded_by: agentId });
      return { waits: sentences.second };
    }
    await movePerson(tx, merge);
    await signOutBoth(tx, world, merge);
    await changeMerge(tx, merge, { state: "merged", ...decided });
    await recordFor(tx, world, both, agentId, "merged two records");
    return { done: true };
  });

/** A merge that the person's own number brought about names that person as its proposer; any other, an agent. */
const isAgent = (_world: World, merge: StoredMerge): boolean => merge.proposedBy !== merge.mergedPerson;

/** Undoes a merge within 30 days: what it moved goes back, what was set aside stands again. */
export const undoMerge = (world: World, agent: Agent, mergeId: string): Promise<Settled> =>
  inTransaction(world.db, async (tx) => {
    const merge = uuid.test(mergeId) ? await findMerge(tx, mergeId) : undefined;
    const at = world.clock();
    if (merge?.state !== "merged" || !merge.decidedAt) return { refused: sentences.gone };
    if (at.getTime() - merge.decidedAt.getTime() > undoDays * 86_400_000)
      return { refused: sentences.tooLate };
    await movePersonBack(tx, merge);
    await signOutBoth(tx, world, merge);
    await changeMerge(tx, merge, { state: "undone", undone_by: agent.agentId, undone_at: at });
    const both = [merge.keptPerson, merge.mergedPerson];
    await recordFor(tx, world, both, agent.agentId, "undid the merging of two records");
    return { done: true };
  });

async function signOutBoth(tx: Tx, world: World, { keptPerson, mergedPerson }: StoredMerge) {
  for (const personId of [keptPerson, mergedPerson]) {
    await closeSessions(tx, world, personId);
  }
}

async function recordFor(tx: Tx, world: World, subjects: readonly string[], actor: string, act: string) {
  for (const subject of subjects.toSorted())
    await record(tx, world.keys.journal, { subject, actor, act, at: world.clock() });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type ShownMerge = StoredMerge & { kept: Person; merged: Person };

/** Whose record a merge keeps: what an agent needs to be asked of the law before deciding it. Undefined where there is none. */
export const mergeSubject = (world: World, mergeId: string): Promise<{ keptPerson: string } | undefined> =>
  inTransaction(world.db, async (tx) => (uuid.test(mergeId) ? findMerge(tx, mergeId) : undefined));

/**
 * The proposals that wait, and the merges that can still be undone, of these persons, at most `limit` of each. Whoever
 * asks must be an agent.
 */
export async function mergesOf(
  world: World,
  whose: PersonFilter = everybody,
  limit = 50,
): Promise<{ open: ShownMerge[]; done: ShownMerge[] }> {
  const since = new Date(world.clock().getTime() - undoDays * 86_400_000);
  const [open, done] = await Promise.all([
    findOpenMerges(world.db, whose, limit),
    findDoneMerges(world.db, whose, since, limit),
  ]);
  const ids = [...open, ...done].flatMap(({ keptPerson, mergedPerson }) => [keptPerson, mergedPerson]);
  const byId = new Map((await findPersons(world.db, ids)).map((person) => [person.personId, person]));
  const shown = (merges: readonly StoredMerge[]): ShownMerge[] =>
    merges.flatMap((merge) => {
      const [kept, merged] = [byId.get(merge.keptPerson), byId.get(merge.mergedPerson)];
      return kept && merged ? [{ ...merge, kept, merged }] : [];
    });
  return { open: shown(open), done: shown(done) };
}

const sentences = {
  gone: {
    fr: "Cette proposition n’est plus à décider. Rechargez la liste.",
    en: "This proposal is no longer to be decided. Reload the list.",
  },
  noReason: { fr: "Dites pourquoi, en quelques mots.", en: "Say why, in a few words." },
  another: {
    fr: "Une fusion demande deux agents différents : un collègue doit la confirmer.",
    en: "A merge takes two different agents: a colleague must confirm it.",
  },
  second: {
    fr: "Votre accord est noté. Un second agent doit maintenant confirmer.",
    en: "Your agreement is noted. A second agent must now confirm.",
  },
  tooLate: {
    fr: "Cette fusion a plus de 30 jours : elle ne peut plus être défaite ici.",
    en: "This merge is more than 30 days old: it can no longer be undone here.",
  },
} satisfies Record<string, Sentence>;
