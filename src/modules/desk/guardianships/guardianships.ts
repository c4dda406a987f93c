import type { AccessDecision } from "../../../../law/access/decide.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import {
  type DecidedGuardianship,
  decideGuardianship,
  guardianshipSubject,
  openGuardianships,
  type ReadGuardianship,
  readGuardianship,
  readGuardianshipFile,
  receivedBy,
} from "../../households/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { stepsOf } from "../approvals/by-two.ts";
import { wrongReason } from "../visit/visit.ts";

/**
 * The protection decisions that wait and that this agent's office may read, a page at a time: a guardian's name is no other
 * office's (CP-21).
 */
export async function guardianshipsFor(world: World, agent: SignedInAgent, page: number) {
  const { guardianships: waiting, more } = await openGuardianships(world, page, receivedBy(agent));
  return { waiting, more };
}

export type GuardianshipForAgent = { request: ReadGuardianship; may: AccessDecision; isSeconded: boolean };

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
  const request = await readGuardianship(world, agent, depositId);
  return request && { request, may: asked.may, isSeconded: request.secondedBy !== null };
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
  return stepsOf(world, agent, "validate-measure", { ...about, proposedBy: about.secondedBy ?? undefined });
}
