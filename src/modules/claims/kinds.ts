import type { ClaimKindName } from "../../../institutions/institution.ts";
import type { ClaimKind } from "./kind.ts";
import { movedIn } from "./moved-in/moved-in.ts";

/** Every claim there is; which of them an institution takes, and in which order it shows them, is its data. */
export const claimKinds: Record<ClaimKindName, ClaimKind> = {
  "moved-in": movedIn,
};
