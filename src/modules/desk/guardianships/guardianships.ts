import type { AccessDecision } from "../../../../law/access/decide.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import {
  type DecidedGuardianship,
  decideGuardianship,
  type ListedGuardianship,
  openGuardianships,
  type ReadGuardianship,
  readGuardianship,
  readGuardianshipFile,
} from "../../households/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { atTheDesk, fileOf } from "../approvals/approve.ts";
import { agentStanding, wrongReason } from "../visit/visit.ts";

/** The protection decisions that wait, a page at a time. */
export const guardianshipsFor = (
  world: World,
  page: number,
): Promise<{ guardianships: ListedGuardianship[]; more: boolean }> => openGuardianships(world, page);

export type GuardianshipForAgent = { read: ReadGuardianship; may: AccessDecision };

/**
 * A protection decision with what an agent needs to judge it, and whether the law lets this agent (MC-06): of their
 * office, and not the one who agreed first. Undefined where none waits.
 */
export async function guardianshipFor(
  world: World,
  agent: SignedInAgent,
  depositId: string,
): Promise<GuardianshipForAgent | undefined> {
  const read = await readGuardianship(world, agent, depositId);
  if (read?.state !== "waiting") return undefined;
  const personId = read.registered?.personId;
  const fileId = personId ? await fileOf(world, personId) : null;
  const standing = await agentStanding(world, atTheDesk(agent), fileId, {
    reason: read.caseNumber,
    ...(personId && { personId }),
    ...(read.secondedBy && { proposedBy: read.secondedBy }),
  });
  return { read, may: standing.may("validate-measure") };
}

/** A document of it, under the same rule. */
export async function guardianshipFile(
  world: World,
  agent: SignedInAgent,
  depositId: string,
  fileId: string,
) {
  const found = await guardianshipFor(world, agent, depositId);
  return found?.may.allowed || found?.read.secondedBy
    ? readGuardianshipFile(world, agent, depositId, fileId)
    : undefined;
}

/** The agent's decision: two agree before a measure counts, one may refuse (MC-06). */
export async function settleGuardianship(
  world: World,
  agent: SignedInAgent,
  depositId: string,
  decision: "validate" | "refuse",
  typed: string,
): Promise<DecidedGuardianship | { refused: Sentence } | undefined> {
  const found = await guardianshipFor(world, agent, depositId);
  if (!found) return undefined;
  if (decision === "validate" && !found.may.allowed) return { refused: found.may.says };
  const wrong = wrongReason(typed);
  if (wrong) return { refused: wrong };
  return decideGuardianship(world, agent, depositId, decision, typed.trim());
}
