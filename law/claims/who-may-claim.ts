import type { AccessDecision } from "../access/decide.ts";
import type { Relation } from "../access/relations.ts";
import type { Sentence } from "../language.ts";

/** Whether a person may claim, and whether a file opens with the claim. */
export type MayClaim =
  | { allowed: true; opensFile: boolean; says: Sentence; source: string }
  | { allowed: false; says: Sentence; source: string; way: Sentence };

/** The decisions that it rests on, of one person at one instant. */
export type ClaimDecisions = {
  /** On "claim-for-household". */
  forHousehold: AccessDecision;
  /** On "claim-individually". */
  inOwnName: AccessDecision;
  /** What whom the claim is for is to the file without any measure, where a guardian asks (MC-15). */
  place?: Relation;
};

/**
 * Who is part of no household claims for themselves: there is nobody whose claim it would be instead. Who is a guardian in
 * a file before all is part of it no more, or never was.
 */
const partOfNone: readonly Relation[] = ["none", "former-member", "guardian"];

/**
 * Who is part of a household claims as the law lets them act for it; who is part of none claims in their own name, and
 * becomes a holder by it (CP-11, MC-15).
 */
export function mayClaim({
  forHousehold,
  inOwnName,
  place = forHousehold.relation,
}: ClaimDecisions): MayClaim {
  const isPartOfNone = partOfNone.includes(place);
  const opensFile = isPartOfNone && inOwnName.allowed;
  const { says, source, ...decided } =
    opensFile || (isPartOfNone && forHousehold.relation === "guardian") ? inOwnName : forHousehold;
  return decided.allowed
    ? { allowed: true, opensFile, says, source }
    : { allowed: false, says, source, way: decided.way };
}
