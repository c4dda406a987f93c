import type { AccessDecision } from "../../../../law/access/decide.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import type { SignedInAgent } from "../agent.ts";
import { agentStanding, wrongReason } from "../visit/visit.ts";
import { atTheDesk, noteSettled, ownProposal, propose } from "./approve.ts";
import { type Approval, type ApprovalKind, findApprovalAbout } from "./store.ts";

/** A request from outside that waits, of somebody who has no file here: what it is, its id, its number, whose it is. */
export type WaitingRequest = {
  kind: Extract<ApprovalKind, "issue-access" | "accept-structure">;
  requestId: string;
  personId: string;
  caseNumber: string;
};

/** What the law says of an agent's reading and refusing a request (`look`), and of their taking the next step of accepting it. */
export type ByTwo = { approval: Approval | undefined; look: AccessDecision; may: AccessDecision };

/** Asks the law before anything of the request is opened; its number is the reason of the look (SEC-11, SEC-12). */
export async function askByTwo(world: World, agent: SignedInAgent, asked: WaitingRequest): Promise<ByTwo> {
  const { kind, requestId, personId, caseNumber: reason } = asked;
  const approval = await findApprovalAbout(world.db, kind, requestId);
  const given = { reason, personId };
  const [look, next] = await Promise.all([
    agentStanding(world, atTheDesk(agent), null, given),
    agentStanding(world, atTheDesk(agent), null, { ...given, proposedBy: approval?.proposedBy }),
  ]);
  const act = "decide-request";
  return { approval, look: look.may(act), may: ownProposal(agent, approval) ?? next.may(act) };
}

/**
 * One agent refuses; to accept, one proposes and another confirms, since an account comes of it (SEC-11). `decide` does
 * what was decided, once.
 */
export async function settleByTwo<Done extends object>(
  world: World,
  agent: SignedInAgent,
  asked: WaitingRequest,
  decision: "accept" | "refuse",
  typed: string,
  decide: (reason: string) => Promise<Done | { refused: Sentence }>,
): Promise<{ proposed: true } | Done | { refused: Sentence }> {
  const { approval, look, may } = await askByTwo(world, agent, asked);
  const needed = decision === "accept" ? may : look;
  if (!needed.allowed) return { refused: needed.says };
  const wrong = wrongReason(typed);
  if (wrong) return { refused: wrong };
  const reason = typed.trim();
  const { kind, requestId: about, personId } = asked;
  if (decision === "accept" && !approval) return propose(world, agent, { personId, kind, about, reason });
  const result = await decide(reason);
  if ("refused" in result) return result;
  if (approval) await noteSettled(world, agent, approval, decision === "accept" ? "confirmed" : "withdrawn");
  return result;
}
