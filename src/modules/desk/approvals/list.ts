import type { World } from "../../../world.ts";
import { waitingAccessRequests } from "../../contributions/index.ts";
import { receivedBy } from "../../households/index.ts";
import { callName, findPersons, thoseAwaitingNir, waitingDeskRequests } from "../../identity/index.ts";
import { waitingStructureRequests } from "../../partners/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { findAgentNames } from "../store.ts";
import type { Waiting } from "../work-list/work-list.ts";
import { type Approval, type ApprovalKind, dropApprovals, findOpenApprovals } from "./store.ts";

/** A proposal as the list shows it. */
export type ShownApproval = Approval & {
  /** Of whom it speaks, and who proposed it. */
  name: string;
  by: string;
  own: boolean;
};

/** Proposals on one page of the list. */
const onePage = 20;

/** What waits for a second agent, and that this agent’s office is to confirm, the oldest first; pages start at 1. */
export async function approvalsFor(
  world: World,
  agent: SignedInAgent,
  page = 1,
): Promise<Waiting<ShownApproval>> {
  const found = await openApprovals(world, agent, (Math.max(1, page) - 1) * onePage);
  const open = found.slice(0, onePage);
  const [persons, agents] = await Promise.all([
    findPersons(
      world.db,
      open.map(({ personId }) => personId),
    ),
    findAgentNames(
      world.db,
      open.map(({ proposedBy }) => proposedBy),
    ),
  ]);
  const names = new Map(persons.map((person) => [person.personId, callName(person)]));
  const waiting = open.map((one) => ({
    ...one,
    name: names.get(one.personId) ?? "",
    by: agents.get(one.proposedBy) ?? "",
    own: one.proposedBy === agent.agentId,
  }));
  return { waiting, more: found.length > onePage };
}

/**
 * A page of the oldest proposals, and one more. Those whose matter was settled elsewhere, by command or by the person, are
 * dropped on the way, and younger ones take their place.
 */
async function openApprovals(world: World, agent: SignedInAgent, skipped: number): Promise<Approval[]> {
  for (;;) {
    const open = await findOpenApprovals(world.db, receivedBy(agent), skipped, onePage + 1);
    const settled = await settledAmong(world, open);
    if (settled.length === 0) return open;
    await dropApprovals(world.db, settled);
  }
}

/** The proposals of which nothing is left to decide: one query a kind. */
async function settledAmong(world: World, proposals: readonly Approval[]): Promise<Approval[]> {
  const kinds = [...new Set(proposals.map(({ kind }) => kind))];
  const settled = await Promise.all(
    kinds.map(async (kind) => {
      const ofKind = proposals.filter((one) => one.kind === kind);
      const waiting = await waitingAmong[kind](
        world,
        ofKind.map(({ about }) => about),
      );
      return ofKind.filter(({ about }) => !waiting.has(about));
    }),
  );
  return settled.flat();
}

/** Which of the ids that proposals of a kind are about are still to be decided. */
const waitingAmong: Record<ApprovalKind, (world: World, ids: readonly string[]) => Promise<Set<string>>> = {
  "accept-request": waitingDeskRequests,
  "issue-access": waitingAccessRequests,
  "accept-structure": waitingStructureRequests,
  "give-nir": thoseAwaitingNir,
};
