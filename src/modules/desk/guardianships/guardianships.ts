import type { AccessDecision } from "../../../../law/access/decide.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import {
  type DecidedGuardianship,
  decideGuardianship,
  guardianshipSubject,
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
 * A protection decision with what an agent needs to judge it, and whether the law lets this agent take the next step
 * (MC-06): of their office, and not the one who agreed first. Undefined where none waits; refused, before anything of it is
 * read, where it is another office's.
 */
export async function guardianshipFor(
  world: World,
  agent: SignedInAgent,
  depositId: string,
): Promise<GuardianshipForAgent | { refused: AccessDecision } | undefined> {
  const asked = await askedFor(world, agent, depositId);
  if (!asked) return undefined;
  if (!asked.look.allowed) return { refused: asked.look };
  const read = await readGuardianship(world, agent, depositId);
  return read && { read, may: asked.may };
}

/** A document of it, under the same rule. */
export async function guardianshipFile(
  world: World,
  agent: SignedInAgent,
  depositId: string,
  fileId: string,
) {
  const asked = await askedFor(world, agent, depositId);
  return asked?.look.allowed ? readGuardianshipFile(world, agent, depositId, fileId) : undefined;
}

/** The agent's decision: two agree before a measure counts, one may refuse (MC-06); both of the file's office. */
export async function settleGuardianship(
  world: World,
  agent: SignedInAgent,
  depositId: string,
  decision: "validate" | "refuse",
  typed: string,
): Promise<DecidedGuardianship | { refused: Sentence } | undefined> {
  const asked = await askedFor(world, agent, depositId);
  if (!asked) return undefined;
  const needed = decision === "validate" ? asked.may : asked.look;
  if (!needed.allowed) return { refused: needed.says };
  const wrong = wrongReason(typed);
  if (wrong) return { refused: wrong };
  return decideGuardianship(world, agent, depositId, decision, typed.trim());
}

/** What the law says of reading and refusing a decision that waits, and of the next step of validating it. */
async function askedFor(world: World, agent: SignedInAgent, depositId: string) {
  const about = await guardianshipSubject(world, depositId);
  if (!about) return undefined;
  const { personId, caseNumber: reason, secondedBy } = about;
  const fileId = personId ? await fileOf(world, personId) : null;
  const given = { reason, ...(personId && { personId }) };
  const [look, next] = await Promise.all([
    agentStanding(world, atTheDesk(agent), fileId, given),
    agentStanding(world, atTheDesk(agent), fileId, {
      ...given,
      ...(secondedBy && { proposedBy: secondedBy }),
    }),
  ]);
  const act = "validate-measure";
  return { look: look.may(act), may: next.may(act) };
}
