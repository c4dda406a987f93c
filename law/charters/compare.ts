import { type CharterText, type Clause, clausesOf } from "./charter.ts";

/** What became of one clause from a text to a later one. */
export type Change =
  | { readonly kind: "added"; readonly clause: Clause }
  | { readonly kind: "removed"; readonly clause: Clause }
  | { readonly kind: "changed"; readonly from: Clause; readonly to: Clause };

/**
 * What changed between two texts in one language, clause by clause, in the order in which the clauses are read: a removed
 * one stands after the one that it used to follow. A clause that only moved, or that another control keeps, has not
 * changed (CN-08).
 */
export function compare(from: CharterText, to: CharterText): Change[] {
  const before = clausesOf(from);
  const after = clausesOf(to);
  const changes = after.map((clause) => ({ place: clause.id, change: changeOf(before, clause) }));
  for (const [index, clause] of before.entries()) {
    if (after.some(({ id }) => id === clause.id)) continue;
    const follows = before
      .slice(0, index)
      .findLast(({ id }) => changes.some(({ place }) => place === id))?.id;
    const at = changes.findIndex(({ place }) => place === follows) + 1;
    changes.splice(at, 0, { place: clause.id, change: { kind: "removed", clause } });
  }
  return changes.flatMap(({ change }) => (change ? [change] : []));
}

function changeOf(before: readonly Clause[], to: Clause): Change | undefined {
  const from = before.find(({ id }) => id === to.id);
  if (!from) return { kind: "added", clause: to };
  return from.title === to.title && from.text === to.text ? undefined : { kind: "changed", from, to };
}
