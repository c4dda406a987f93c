import type { AccessDecision } from "../../../../law/access/decide.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import {
  decideDeskRequest,
  deskRequestSubject,
  findDeskRequests,
  readDeskFile,
  readDeskRequest,
} from "../../identity/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { atTheDesk, fileOf, noteSettled, ownProposal, propose } from "../approvals/approve.ts";
import { type Approval, findApprovalAbout } from "../approvals/store.ts";
import { ofTheirOffice } from "../office.ts";
import { agentStanding, wrongReason } from "../visit/visit.ts";

/** The requests that wait and that this agent's office may decide; the others are counted. */
export async function requestsFor(world: World, agent: SignedInAgent, page: number) {
  const { requests, more } = await findDeskRequests(world, page);
  const known = requests.flatMap(({ personId }) => (personId ? [personId] : []));
  const theirs = await ofTheirOffice(world, agent, known);
  const shown = requests.filter(({ personId }) => personId === null || theirs.has(personId));
  return { requests: shown, elsewhere: requests.length - shown.length, more };
}

export type RequestForAgent = {
  request: NonNullable<Awaited<ReturnType<typeof readDeskRequest>>>;
  approval: Approval | undefined;
  /** Whether this agent may take the next step of accepting it. */
  may: AccessDecision;
};

/**
 * A request with what an agent needs to decide it; its case number is the reason of the look. Undefined where there is
 * none; refused where it is another office's.
 */
export async function requestFor(
  world: World,
  agent: SignedInAgent,
  requestId: string,
): Promise<RequestForAgent | { refused: AccessDecision } | undefined> {
  const asked = await askedFor(world, agent, requestId);
  if (!asked) return undefined;
  if (!asked.look.allowed) return { refused: asked.look };
  const request = await readDeskRequest(world, agent, requestId);
  return request && { request, approval: asked.approval, may: asked.may };
}

/** A document of a request, under the same rule; undefined where there is none for this agent. */
export async function requestFile(world: World, agent: SignedInAgent, requestId: string, fileId: string) {
  const asked = await askedFor(world, agent, requestId);
  return asked?.look.allowed ? readDeskFile(world, agent, requestId, fileId) : undefined;
}

/** What the law says of reading and of deciding a request that waits, before anything of it is opened. */
async function askedFor(world: World, agent: SignedInAgent, requestId: string) {
  if (!uuid.test(requestId)) return undefined;
  const about = await deskRequestSubject(world, requestId);
  if (about?.state !== "open") return undefined;
  const approval = await findApprovalAbout(world.db, "accept-request", requestId);
  const personId = about.personId ?? undefined;
  const fileId = personId ? await fileOf(world, personId) : null;
  const given = { reason: about.caseNumber, ...(personId && { personId }) };
  const [look, next] = await Promise.all([
    agentStanding(world, atTheDesk(agent), fileId, given),
    agentStanding(world, atTheDesk(agent), fileId, { ...given, proposedBy: approval?.proposedBy }),
  ]);
  const act = "decide-request";
  return { approval, personId, look: look.may(act), may: ownProposal(agent, approval) ?? next.may(act) };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type SettledRequest = { done: "refused" | "proposed" | "accepted" } | { refused: Sentence };

/**
 * Refuses a request: one agent does, nothing changes for the person. Accepts it: one agent proposes, another confirms,
 * since it decides who can come into the account (SEC-11).
 */
export async function settleRequest(
  world: World,
  agent: SignedInAgent,
  requestId: string,
  decision: "accept" | "refuse",
  typed: string,
): Promise<SettledRequest | undefined> {
  const asked = await askedFor(world, agent, requestId);
  if (!asked) return undefined;
  const { approval, personId, look, may } = asked;
  const needed = decision === "accept" ? may : look;
  if (!needed.allowed) return { refused: needed.says };
  const wrong = wrongReason(typed);
  if (wrong) return { refused: wrong };
  const reason = typed.trim();
  if (decision === "accept" && !approval && personId) {
    const proposal = { personId, kind: "accept-request", about: requestId, reason } as const;
    const result = await propose(world, agent, proposal);
    return "refused" in result ? result : { done: "proposed" };
  }
  const result = await decideDeskRequest(world, agent, requestId, decision, reason);
  if ("refused" in result) return result;
  if (approval) await noteSettled(world, agent, approval, decision === "accept" ? "confirmed" : "withdrawn");
  return { done: decision === "accept" ? "accepted" : "refused" };
}
