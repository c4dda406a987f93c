import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { CharterText, Clause } from "./charter.ts";
import { type Change, compare } from "./compare.ts";

const clause = (id: string, text = `What ${id} says`, title = id): Clause => ({
  id,
  title,
  text,
  statements: [],
  controls: [],
});
const textOf = (...clauses: Clause[]): CharterText => ({
  title: "",
  summary: [],
  changes: "",
  body: "",
  sha256: "",
  sections: clauses.map((one) => ({ title: "", clauses: [one] })),
});
const told = (changes: readonly Change[]) =>
  changes.map((change) => `${change.kind} ${change.kind === "changed" ? change.to.id : change.clause.id}`);

test("CN-08 added, removed and changed clauses are told, with both texts of a changed one", () => {
  const from = textOf(clause("a"), clause("b"), clause("c"));
  const to = textOf(clause("a"), clause("c", "Something else"), clause("d"));
  const changes = compare(from, to);
  assert.deepEqual(told(changes), ["removed b", "changed c", "added d"]);
  assert.deepEqual(changes[1], { kind: "changed", from: clause("c"), to: clause("c", "Something else") });
});

test("CN-08 another title is a change; another place, another section or another control is none", () => {
  assert.deepEqual(told(compare(textOf(clause("a")), textOf(clause("a", "What a says", "A")))), [
    "changed a",
  ]);
  const moved = compare(textOf(clause("a"), clause("b")), textOf(clause("b"), clause("a")));
  assert.deepEqual(moved, []);
  assert.deepEqual(compare(textOf(clause("a")), textOf({ ...clause("a"), controls: ["advice"] })), []);
});

test("CN-08 removed clauses stand where they were read", () => {
  const from = textOf(...["a", "b", "c", "d"].map((id) => clause(id)));
  assert.deepEqual(told(compare(from, textOf(clause("c")))), ["removed a", "removed b", "removed d"]);
  assert.deepEqual(told(compare(from, textOf())), ["removed a", "removed b", "removed c", "removed d"]);
});

const anyText = fc
  .uniqueArray(fc.tuple(fc.constantFrom(..."abcdef"), fc.constantFrom("one", "two")), {
    selector: ([id]) => id,
  })
  .map((clauses) => textOf(...clauses.map(([id, text]) => clause(id, text))));

test("CN-08 a text has not changed from itself; what one way adds, the other removes", () => {
  fc.assert(
    fc.property(anyText, anyText, (one, other) => {
      assert.deepEqual(compare(one, one), []);
      const there = told(compare(one, other));
      const back = told(compare(other, one)).map((said) =>
        said.replace(/^(added|removed)/, (kind) => (kind === "added" ? "removed" : "added")),
      );
      assert.deepEqual(there.toSorted(), back.toSorted());
    }),
  );
});
