import type { World } from "../../../world.ts";
import { accessRequestSubject } from "../../contributions/index.ts";
import { awaitsNir, callName, deskRequestSubject, findPersons } from "../../identity/index.ts";
import { structureRequestSubject } from "../../partners/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { ofTheirOffice } from "../office.ts";
import { findAgentNames } from "../store.ts";
import { type Approval, type ApprovalKind, dropApprovals, findOpenApprovals } from "./store.ts";

/** A proposal as the list shows it. */
export type ShownApproval = Approval & {
  /** Of whom it speaks, and who proposed it. */
  name: string;
  by: string;
  own: boolean;
};

/** Proposals on the list: the oldest, those of this agent's office. */
const longestList = 50;

/** What waits for a second agent, and that this agent’s office is to confirm. */
export async function approvalsFor(world: World, agent: SignedInAgent): Promise<ShownApproval[]> {
  const open = await openApprovals(world);
  const ids = open.map(({ personId }) => personId);
  const [theirs, persons, agents] = await Promise.all([
    ofTheirOffice(world, agent, ids),
    findPersons(world.db, ids),
    findAgentNames(
      world.db,
      open.map(({ proposedBy }) => proposedBy),
    ),
  ]);
  const names = new Map(persons.map((person) => [person.personId, callName(person)]));
  return open
    .filter(({ personId }) => theirs.has(personId))
    .map((one) => ({
      ...one,
      name: names.get(one.personId) ?? "",
      by: agents.get(one.proposedBy) ?? "",
      own: one.proposedBy === agent.agentId,
    }));
}

/** The oldest proposals. Those whose matter was settled elsewhere, by command or by the person, are dropped on the way. */
async function openApprovals(world: World): Promise<Approval[]> {
  const open = await findOpenApprovals(world.db, longestList);
  const waits = await Promise.all(open.map(({ kind, about }) => stillWaits[kind](world, about)));
  const settled = open.filter((_, index) => !waits[index]);
  if (settled.length > 0) await dropApprovals(world.db, settled);
  return open.filter((_, index) => waits[index]);
}

/** Whether what was proposed is still to be decided. */
const stillWaits: Record<ApprovalKind, (world: World, about: string) => Promise<boolean>> = {
  "accept-request": async (world, id) => (await deskRequestSubject(world, id))?.state === "open",
  "issue-access": async (world, id) => (await accessRequestSubject(world, id)) !== undefined,
  "accept-structure": async (world, id) => (await structureRequestSubject(world, id)) !== undefined,
  "give-nir": awaitsNir,
};
