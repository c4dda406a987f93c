import type { Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import { receivedBy } from "../../households/index.ts";
import {
  decideMerge,
  dismissDuplicate,
  isPossibleDuplicate,
  mergeSubject,
  mergesOf,
  possibleDuplicates,
  proposeMergeOf,
  undoMerge,
} from "../../identity/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { fileOf } from "../approvals/approve.ts";
import { agentStanding, wrongReason } from "../visit/visit.ts";

/** Records that are or may be one person's, as far as this agent's office follows them. */
export async function recordsFor(world: World, agent: SignedInAgent) {
  const whose = receivedBy(agent);
  const [merges, pairs] = await Promise.all([mergesOf(world, whose), possibleDuplicates(world, whose)]);
  return { ...merges, pairs };
}

export type SettledRecords = { done: true } | { waits: Sentence } | { refused: Sentence };

/** Agrees to a merge, refuses it or undoes it: the law is asked on the kept record's file, and takes two agents (SEC-11). */
export async function settleMerge(
  world: World,
  agent: SignedInAgent,
  mergeId: string,
  decision: "agree" | "refuse" | "undo",
  reason: string,
): Promise<SettledRecords> {
  const merge = await mergeSubject(world, mergeId);
  if (!merge) return { refused: sentences.gone };
  const wrong = wrongReason(reason);
  if (wrong) return { refused: wrong };
  const refused = await refusedOn(world, agent, [merge.keptPerson], reason);
  if (refused) return { refused };
  return decision === "undo"
    ? undoMerge(world, agent, mergeId)
    : decideMerge(world, agent, mergeId, decision, reason);
}

/** Says that two records are one person's, keeping the first, or two people's. */
export async function settlePair(
  world: World,
  agent: SignedInAgent,
  pair: { personId: string; otherPerson: string },
  decision: "keep-first" | "keep-second" | "two-people",
): Promise<SettledRecords> {
  if (!(await isPossibleDuplicate(world, pair))) return { refused: sentences.gone };
  const { personId, otherPerson } = pair;
  const refused = await refusedOn(world, agent, [personId, otherPerson], "possible duplicate");
  if (refused) return { refused };
  if (decision !== "two-people") {
    const [kept, merged] = decision === "keep-first" ? [personId, otherPerson] : [otherPerson, personId];
    const result = await proposeMergeOf(world, agent, kept, merged);
    if ("refused" in result) return result;
  }
  return (await dismissDuplicate(world, agent, pair)) ? { done: true } : { refused: sentences.gone };
}

/** The first no of the law to settling these persons' records. */
async function refusedOn(
  world: World,
  agent: SignedInAgent,
  personIds: readonly string[],
  reason: string,
): Promise<Sentence | undefined> {
  for (const personId of personIds) {
    const { may } = await agentStanding(world, agent, await fileOf(world, personId), { reason, personId });
    const decision = may("settle-merge");
    if (!decision.allowed) return decision.says;
  }
  return undefined;
}

const sentences = {
  gone: {
    fr: "Ces fiches n’attendent plus de décision. Rechargez la liste.",
    en: "These records no longer wait for a decision. Reload the list.",
  },
} satisfies Record<string, Sentence>;
