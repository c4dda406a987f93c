import type { AccessDecision } from "../../../../law/access/decide.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import {
  type AccessRequest,
  accessRequestSubject,
  type DecidedAccess,
  decideAccessRequest,
  type HandingOver,
  openAccessRequests,
  readAccessRequest,
} from "../../contributions/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { askByTwo, type ByTwo, settleByTwo, type WaitingRequest } from "../approvals/by-two.ts";

/** The requests for an access that wait, a page at a time; none where nobody asks for one (CN-04). */
export async function accessRequestsFor(world: World, _agent: SignedInAgent, page: number) {
  if (!isAsked(world)) return { waiting: [], more: false };
  const { requests: waiting, more } = await openAccessRequests(world, page);
  return { waiting, more };
}

/** Whether accesses are asked for here: where accounts are of insured persons and employers. */
const isAsked = ({ institution }: World) => institution.accounts?.home === "insured";

export type AccessRequestForAgent = Pick<ByTwo, "approval" | "may"> & { request: AccessRequest };

/** A request with what an agent needs to decide it. Undefined where none waits; refused where the law does not let them. */
export async function accessRequestFor(
  world: World,
  agent: SignedInAgent,
  requestId: string,
): Promise<AccessRequestForAgent | { refused: AccessDecision } | undefined> {
  const waiting = await waitingFor(world, requestId);
  if (!waiting) return undefined;
  const { approval, look, may } = await askByTwo(world, agent, waiting);
  if (!look.allowed) return { refused: look };
  const request = await readAccessRequest(world, agent, requestId);
  return request && { request, approval, may };
}

/**
 * Refuses a request, or gives the access: one agent proposes, another confirms and says how the first password is handed
 * over (CN-04, SEC-11). Undefined where none waits.
 */
export async function settleAccessRequest(
  world: World,
  agent: SignedInAgent,
  requestId: string,
  decision: "accept" | "refuse",
  typed: string,
  by: HandingOver = "contact",
): Promise<DecidedAccess | { proposed: true } | { refused: Sentence } | undefined> {
  const waiting = await waitingFor(world, requestId);
  if (!waiting) return undefined;
  return settleByTwo(world, agent, waiting, decision, typed, (reason) =>
    decideAccessRequest(world, agent, requestId, decision === "accept" ? "issue" : "refuse", reason, by),
  );
}

async function waitingFor(world: World, requestId: string): Promise<WaitingRequest | undefined> {
  const about = isAsked(world) ? await accessRequestSubject(world, requestId) : undefined;
  return about && { kind: "issue-access", requestId, ...about };
}
