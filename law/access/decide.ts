import type { Sentence } from "../language.ts";
import type { Act } from "./acts.ts";
import { type Circumstances, conditions } from "./conditions.ts";
import { type PartName, parts } from "./parts.ts";
import { type Position, positionsInSpace, positionsOf } from "./positions.ts";
import type { Refused, Source } from "./reasons/reason.ts";
import { refusals } from "./reasons.ts";
import type { Relation } from "./relations.ts";
import { accessTable } from "./table.ts";
import type { Verdict } from "./verdict.ts";

/** A question of access: may this person do this act on this file at this instant? */
export type AccessQuestion = Omit<Circumstances, "position"> & {
  /** The person who signed in, by their own id. */
  readonly actor: string;
  readonly act: Act;
};

/** The answer, its reason, and what the actor was to the file: enough for the page, the desk and the journal. */
export type AccessDecision = {
  readonly relation: Relation;
  readonly says: Sentence;
  readonly source: Source;
} & (
  | {
      readonly allowed: true;
      /** It takes effect only once another agent has confirmed it. */
      readonly fourEyes?: true;
    }
  | { readonly allowed: false; readonly way: Sentence }
);

/**
 * The one decision on access to a file, derived from its dated facts at each question (SEC-11). Who is several things to
 * a file may what any of them may; denies what no cell allows.
 */
export const decide = (asked: AccessQuestion): AccessDecision =>
  decideFrom(positionsOf(asked.file, asked.actor, asked.on), asked);

/** The same for somebody whose positions at that instant were derived already: a page asks many questions at once. */
export function decideFrom(positions: ReturnType<typeof positionsOf>, asked: AccessQuestion): AccessDecision {
  const [principal, ...others] = positions;
  const first = judge(principal, asked);
  if (first.allowed) return first;
  for (const position of others) {
    const decision = judge(position, asked);
    if (decision.allowed) return decision;
  }
  return first;
}

/**
 * The same in the space of a person whom the actor protects: only what the decision gives for that very person counts, and
 * whom none names now may nothing there, their own affairs included (MC-06).
 */
export function decideInSpace(protectedPerson: string, asked: AccessQuestion): AccessDecision {
  const [position] = positionsInSpace(asked.file, asked.actor, protectedPerson, asked.on);
  return position ? judge(position, asked) : refusal("none", refusals.stranger);
}

/**
 * What may be told to a person who stands at the reception desk, part by part (CP-21): the very decisions by which their
 * own account shows or refuses it.
 */
export function whatMayBeTold(
  asked: Pick<AccessQuestion, "file" | "on"> & { readonly person: string },
): Record<PartName, AccessDecision> {
  const { file, person, on } = asked;
  const positions = positionsOf(file, person, on);
  return Object.fromEntries(
    Object.entries(parts).map(([name, { seenBy }]) => [
      name,
      decideFrom(positions, { file, actor: person, act: seenBy, on }),
    ]),
  ) as Record<PartName, AccessDecision>;
}

/** The cell of the table. A relation or an act that came from elsewhere than this code is refused as a stranger's is. */
export function verdictOf(relation: string, act: string): Verdict {
  const table: Record<string, Record<string, Verdict>> = accessTable;
  const row = Object.hasOwn(table, relation) ? table[relation] : undefined;
  const cell = row && Object.hasOwn(row, act) ? row[act] : undefined;
  return cell ?? refusals.stranger;
}

function judge(position: Position, asked: AccessQuestion): AccessDecision {
  const { relation, measure } = position;
  const verdict = verdictOf(relation, asked.act);
  if (!verdict.allowed) return refusal(relation, verdict);
  if (verdict.within) {
    if (!measure) return refusal(relation, refusals.stranger);
    const unprotected = judge({ relation: measure.without }, { ...asked, actor: measure.person });
    if (!unprotected.allowed) return { ...unprotected, relation };
  }
  const unmet = verdict.when?.find((one) => !conditions[one.if].holds({ ...asked, position }));
  if (unmet) return refusal(relation, unmet.otherwise);
  return { allowed: true, relation, ...verdict.because, ...(verdict.fourEyes && { fourEyes: true }) };
}

function refusal(relation: Relation, { because, way }: Refused): AccessDecision {
  return { allowed: false, relation, ...because, way };
}
