import type { Act } from "../../../../law/access/acts.ts";
import type { AccessDecision } from "../../../../law/access/decide.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import type { SignedInAgent } from "../agent.ts";
import { agentStanding, wrongReason } from "../visit/visit.ts";
import { atTheDesk, fileOf, noteSettled, ownProposal, propose } from "./approve.ts";
import { type Approval, type ApprovalKind, findApprovalAbout } from "./store.ts";

/** What the law says of an agent's reading and refusing what waits (`look`), and of their taking the next step of accepting it. */
export type Steps = { look: AccessDecision; may: AccessDecision };

/**
 * Asks the law before anything of what waits is opened; its number is the reason of the look (SEC-11, SEC-12). The person
 * may be unknown, or have no file here: it then belongs to whichever desk reads it.
 */
export async function stepsOf(
  world: World,
  agent: SignedInAgent,
  act: Act,
  about: { personId?: string | undefined; caseNumber: string; proposedBy?: string | undefined },
): Promise<Steps> {
  const { personId, caseNumber: reason, proposedBy } = about;
  const fileId = personId ? await fileOf(world, personId) : null;
  const given = { reason, ...(personId && { personId }) };
  const [look, next] = await Promise.all([
    agentStanding(world, atTheDesk(agent), fileId, given),
    agentStanding(world, atTheDesk(agent), fileId, { ...given, proposedBy }),
  ]);
  const own = ownProposal(agent, proposedBy === undefined ? undefined : { proposedBy });
  return { look: look.may(act), may: own ?? next.may(act) };
}

/** A request from outside that waits: what it is, its id, its number, whose it is, if they are known. */
export type WaitingRequest = {
  kind: Exclude<ApprovalKind, "give-nir">;
  requestId: string;
  personId: string | undefined;
  caseNumber: string;
};

export type ByTwo = Steps & { approval: Approval | undefined };

/** What the law says of a request that two agents accept, and what one of them proposed. */
export async function askByTwo(world: World, agent: SignedInAgent, asked: WaitingRequest): Promise<ByTwo> {
  const approval = await findApprovalAbout(world.db, asked.kind, asked.requestId);
  const about = { ...asked, proposedBy: approval?.proposedBy };
  return { approval, ...(await stepsOf(world, agent, "decide-request", about)) };
}

/**
 * One agent refuses; to accept, one proposes and another confirms, since it decides who can come into an account (SEC-11).
 * `decide` does what was decided, once.
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
  const wrong = wrongReason(typed, noReason);
  if (wrong) return { refused: wrong };
  const reason = typed.trim();
  const { kind, requestId: about, personId } = asked;
  if (decision === "accept" && !approval && personId)
    return propose(world, agent, { personId, kind, about, reason });
  const result = await decide(reason);
  if ("refused" in result) return result;
  if (approval) await noteSettled(world, agent, approval, decision === "accept" ? "confirmed" : "withdrawn");
  return result;
}

const noReason: Sentence = {
  fr: "Écrivez en quelques mots pourquoi vous décidez ainsi.",
  en: "Write in a few words why you decide so.",
};
