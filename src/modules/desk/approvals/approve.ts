import type { AccessDecision } from "../../../../law/access/decide.ts";
import { refusals } from "../../../../law/access/reasons.ts";
import type { Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { filesAtDesk } from "../../households/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { agentStanding } from "../visit/visit.ts";
import {
  type Approval,
  type ApprovalKind,
  closeApproval,
  findOpenApproval,
  insertApproval,
} from "./store.ts";

/** Proposes something that another agent must confirm (SEC-11); the law was asked before. */
export async function propose(
  world: World,
  agent: SignedInAgent,
  asked: { personId: string; kind: ApprovalKind; about: string; reason: string; fingerprint?: Buffer },
): Promise<{ proposed: true } | { refused: Sentence }> {
  const at = world.clock();
  const { personId, kind, about, reason, fingerprint = null } = asked;
  return inTransaction(world.db, async (tx) => {
    const approval = { approvalId: newId(), personId, kind, about, fingerprint, reason };
    const isNew = await insertApproval(tx, { ...approval, proposedBy: agent.agentId, proposedAt: at });
    if (!isNew) return { refused: waits };
    const act = "proposed at the desk what another agent confirms";
    await record(tx, world.keys.journal, {
      subject: personId,
      actor: agent.agentId,
      act,
      at,
      detail: { kind, why: reason },
    });
    return { proposed: true };
  });
}

/**
 * What the law says of this agent's confirming it now: only in their office, and never who proposed, whatever other task
 * they have.
 */
export async function mayConfirm(
  world: World,
  agent: SignedInAgent,
  approval: Approval,
): Promise<AccessDecision> {
  const own = ownProposal(agent, approval);
  if (own) return own;
  const { personId, reason, proposedBy } = approval;
  const fileId = await fileOf(world, personId);
  const given = { reason, proposedBy, personId };
  const { may } = await agentStanding(world, atTheDesk(agent), fileId, given);
  return may(approval.kind === "give-nir" ? "settle-merge" : "decide-request");
}

/** The agent as a desk agent alone: what another task of theirs lets them decide is not decided by two (SEC-11). */
export const atTheDesk = (agent: SignedInAgent): SignedInAgent => ({
  ...agent,
  roles: agent.roles.filter(({ role }) => role === "desk-agent"),
});

/** The no to whoever would confirm what they proposed. */
export function ownProposal(
  { agentId }: Pick<SignedInAgent, "agentId">,
  approval: Pick<Approval, "proposedBy"> | undefined,
): (AccessDecision & { allowed: false }) | undefined {
  if (approval?.proposedBy !== agentId) return undefined;
  const { because, way } = refusals.sameEyes;
  return { allowed: false, relation: "desk-agent", ...because, way };
}

/** The file a person is received about where nothing else says: their own. */
export const fileOf = async (world: World, personId: string): Promise<string | null> =>
  (await filesAtDesk(world.db, [personId]))[0]?.fileId ?? null;

/** Marks a proposal once what it proposed is done, or was decided otherwise. */
export const noteSettled = (
  world: World,
  agent: SignedInAgent,
  approval: Approval,
  state: "confirmed" | "withdrawn",
): Promise<boolean> =>
  inTransaction(world.db, (tx) => closeApproval(tx, approval, state, agent.agentId, world.clock()));

/** Takes a proposal back: whoever may confirm it, or who made it. */
export async function withdraw(
  world: World,
  agent: SignedInAgent,
  approvalId: string,
): Promise<{ done: true } | { refused: Sentence }> {
  const approval = await readApproval(world, approvalId);
  if (!approval) return { refused: gone };
  const decision = await mayConfirm(world, agent, approval);
  if (!decision.allowed && approval.proposedBy !== agent.agentId) return { refused: decision.says };
  const at = world.clock();
  const closed = await inTransaction(world.db, (tx) =>
    closeApproval(tx, approval, "withdrawn", agent.agentId, at),
  );
  return closed ? { done: true } : { refused: gone };
}

/** One that waits, by an id that came from elsewhere. */
export const readApproval = async (world: World, approvalId: string): Promise<Approval | undefined> =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(approvalId)
    ? findOpenApproval(world.db, approvalId)
    : undefined;

export const gone: Sentence = {
  fr: "Cette proposition n’attend plus. Rechargez la liste.",
  en: "This proposal no longer waits. Reload the list.",
};

const waits: Sentence = {
  fr: "Un agent l’a déjà proposé : un collègue doit confirmer, dans « À confirmer ».",
  en: "An agent has proposed it already: a colleague must confirm, in “To confirm”.",
};
