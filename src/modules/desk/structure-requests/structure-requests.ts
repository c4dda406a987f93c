import type { AccessDecision } from "../../../../law/access/decide.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import {
  decideStructureRequest,
  openStructureRequests,
  readStructureRequest,
  type StructureRequest,
  structureRequestSubject,
} from "../../partners/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { askByTwo, type ByTwo, settleByTwo, type WaitingRequest } from "../approvals/by-two.ts";

/** The structures' requests that wait, a page at a time; none where accounts are not of partners (SP-02). */
export async function structureRequestsFor(world: World, _agent: SignedInAgent, page: number) {
  if (!isAsked(world)) return { waiting: [], more: false };
  const { requests: waiting, more } = await openStructureRequests(world, page);
  return { waiting, more };
}

const isAsked = ({ institution }: World) => institution.accounts?.home === "partners";

export type StructureRequestForAgent = Pick<ByTwo, "approval" | "may"> & { request: StructureRequest };

/** A request with what an agent needs to decide it. Undefined where none waits; refused where the law does not let them. */
export async function structureRequestFor(
  world: World,
  agent: SignedInAgent,
  requestId: string,
): Promise<StructureRequestForAgent | { refused: AccessDecision } | undefined> {
  const waiting = await waitingFor(world, requestId);
  if (!waiting) return undefined;
  const { approval, look, may } = await askByTwo(world, agent, waiting);
  if (!look.allowed) return { refused: look };
  const request = await readStructureRequest(world, agent, requestId);
  return request && { request, approval, may };
}

/** Refuses a request, or opens its accesses: one agent proposes, another confirms (SP-02, SP-03, SEC-11). Undefined where none waits. */
export async function settleStructureRequest(
  world: World,
  agent: SignedInAgent,
  requestId: string,
  decision: "accept" | "refuse",
  typed: string,
): Promise<{ done: true } | { proposed: true } | { refused: Sentence } | undefined> {
  const waiting = await waitingFor(world, requestId);
  if (!waiting) return undefined;
  return settleByTwo(world, agent, waiting, decision, typed, (reason) =>
    decideStructureRequest(world, agent, requestId, decision, reason),
  );
}

async function waitingFor(world: World, requestId: string): Promise<WaitingRequest | undefined> {
  const about = isAsked(world) ? await structureRequestSubject(world, requestId) : undefined;
  return about && { kind: "accept-structure", requestId, ...about };
}
