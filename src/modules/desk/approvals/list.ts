import type { World } from "../../../world.ts";
import { callName, findPersons } from "../../identity/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { ofTheirOffice } from "../office.ts";
import { findAgentNames } from "../store.ts";
import { type Approval, findOpenApprovals } from "./store.ts";

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
  const open = await findOpenApprovals(world.db, longestList);
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
