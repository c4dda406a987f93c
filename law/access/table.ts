import type { Act } from "./acts.ts";
import type { Relation } from "./relations.ts";
import { familyRows } from "./rows/family.ts";
import { protectionRows } from "./rows/protection.ts";
import { staffRows } from "./rows/staff.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Who may do what on a household file, and why: the one table, printed at /law/access. Adding a relation or an act does
 * not compile until every cell is decided; only staff and the dead are refused what no cell names.
 */
export const accessTable: Record<Relation, Record<Act, Verdict>> = {
  ...familyRows,
  ...protectionRows,
  ...staffRows,
} satisfies Record<Relation, Record<Act, Verdict>>;
