import type { AccessDecision } from "../../../../law/access/decide.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import { receivedBy } from "../../households/index.ts";
import {
  decideDeskRequest,
  deskRequestSubject,
  findDeskRequests,
  readDeskFile,
  readDeskRequest,
} from "../../identity/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { askByTwo, type ByTwo, settleByTwo, type WaitingRequest } from "../approvals/by-two.ts";

/** The requests that wait and that this agent's office may decide, a page at a time. */
export async function requestsFor(world: World, agent: SignedInAgent, page: number) {
  const { requests: waiting, more } = await findDeskRequests(world, page, receivedBy(agent));
  return { waiting, more };
}

export type RequestForAgent = Pick<ByTwo, "approval" | "may"> & {
  request: NonNullable<Awaited<ReturnType<typeof readDeskRequest>>>;
};

/**
 * A request with what an agent needs to decide it. Undefined where none waits; refused where it is another office's.
 */
export async function requestFor(
  world: World,
  agent: SignedInAgent,
  requestId: string,
): Promise<RequestForAgent | { refused: AccessDecision } | undefined> {
  const waiting = await waitingFor(world, requestId);
  if (!waiting) return undefined;
  const { approval, look, may } = await askByTwo(world, agent, waiting);
  if (!look.allowed) return { refused: look };
  const request = await readDeskRequest(world, agent, requestId);
  return request && { request, approval, may };
}

/** A document of a request, under the same rule; undefined where there is none for this agent. */
export async function requestFile(world: World, agent: SignedInAgent, requestId: string, fileId: string) {
  const waiting = await waitingFor(world, requestId);
  const asked = waiting && (await askByTwo(world, agent, waiting));
  return asked?.look.allowed ? readDeskFile(world, agent, requestId, fileId) : undefined;
}

/**
 * Refuses a request: one agent does, nothing changes for the person. Accepts it: one agent proposes, another confirms,
 * since it decides who can come into the account (SEC-11). Undefined where none waits.
 */
export async function settleRequest(
  world: World,
  agent: SignedInAgent,
  requestId: string,
  decision: "accept" | "refuse",
  typed: string,
): Promise<{ proposed: true } | { done: true } | { refused: Sentence } | undefined> {
  const waiting = await waitingFor(world, requestId);
  if (!waiting) return undefined;
  return settleByTwo(world, agent, waiting, decision, typed, (reason) =>
    decideDeskRequest(world, agent, requestId, decision, reason),
  );
}

async function waitingFor(world: World, requestId: string): Promise<WaitingRequest | undefined> {
  const about = await deskRequestSubject(world, requestId);
  if (about?.state !== "open") return undefined;
  const { caseNumber, personId } = about;
  return { kind: "accept-request", requestId, caseNumber, personId: personId ?? undefined };
}
