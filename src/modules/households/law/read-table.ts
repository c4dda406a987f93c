import { type Act, acts } from "../../../../law/access/acts.ts";
import type { Condition } from "../../../../law/access/conditions.ts";
import type { Reason } from "../../../../law/access/reasons/reason.ts";
import type { Relation } from "../../../../law/access/relations.ts";
import { accessTable } from "../../../../law/access/table.ts";
import type { Verdict } from "../../../../law/access/verdict.ts";
import type { Sentence } from "../../../../law/language.ts";

/** Acts that one reason allows on the same conditions. */
export type AllowedGroup = {
  acts: Act[];
  because: Reason;
  conditions: Condition[];
  within: boolean;
  fourEyes: boolean;
};
/** Acts that one reason refuses, and the way that stays open. */
export type RefusedGroup = { acts: Act[]; because: Reason; way: Sentence };

/** A row of the table of access as one reads it aloud: acts with the same answer together. */
export function readRow(relation: Relation): { may: AllowedGroup[]; mayNot: RefusedGroup[] } {
  const may = new Map<string, AllowedGroup>();
  const mayNot = new Map<string, RefusedGroup>();
  for (const act of Object.keys(acts) as Act[]) {
    const verdict: Verdict = accessTable[relation][act];
    if (verdict.allowed) {
      const { because, within = false, fourEyes = false } = verdict;
      const conditions = (verdict.when ?? []).map((one) => one.if);
      const key = JSON.stringify([because, conditions, within, fourEyes]);
      const group = may.get(key) ?? { acts: [], because, conditions, within, fourEyes };
      group.acts.push(act);
      may.set(key, group);
    } else {
      const { because, way } = verdict;
      const key = JSON.stringify([because, way]);
      const group = mayNot.get(key) ?? { acts: [], because, way };
      group.acts.push(act);
      mayNot.set(key, group);
    }
  }
  return { may: [...may.values()], mayNot: [...mayNot.values()] };
}

/** What stands under one set of conditions, which is said once for all of it. */
export type ConditionedGroups = Pick<AllowedGroup, "conditions" | "within" | "fourEyes"> & {
  groups: AllowedGroup[];
};

/** What is allowed, by what it takes; what takes nothing first. */
export function byConditions(may: readonly AllowedGroup[]): ConditionedGroups[] {
  const found = new Map<string, ConditionedGroups>();
  for (const group of may) {
    const { conditions, within, fourEyes } = group;
    const key = JSON.stringify([conditions, within, fourEyes]);
    const same = found.get(key) ?? { conditions, within, fourEyes, groups: [] };
    same.groups.push(group);
    found.set(key, same);
  }
  const all = [...found.values()];
  const isFree = ({ conditions, within, fourEyes }: ConditionedGroups) =>
    conditions.length === 0 && !within && !fourEyes;
  return [...all.filter(isFree), ...all.filter((one) => !isFree(one))];
}
