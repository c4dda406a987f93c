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
};

/** Who is part of no household claims for themselves: there is nobody whose claim it would be instead. */
const partOfNone: readonly Relation[] = ["none", "former-member"];

/**
 * Who is part of a household claims as the law lets them act for it; who is part of none claims in their own name, and
 * becomes a holder by it (CP-11, MC-15).
 */
export function mayClaim({ forHousehold, inOwnName }: ClaimDecisions): MayClaim {
  const opensFile = partOfNone.includes(forHousehold.relation) && inOwnName.allowed;
  const { says, source, ...decided } = opensFile ? inOwnName : forHousehold;
  return decided.allowed
    ? { allowed: true, opensFile, says, source }
    : { allowed: false, says, source, way: decided.way };
}
