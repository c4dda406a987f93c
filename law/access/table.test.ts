import assert from "node:assert/strict";
import { test } from "node:test";
import { decide, verdictOf } from "./decide.ts";
import { refusals } from "./reasons.ts";
import { type FileFacts, type Relation, relations, relationTo } from "./relations.ts";
import { type Act, accessTable, acts, conditions, type Verdict } from "./table.ts";

/**
 * The statements CP-15 to CP-20, MC-17 and SEC-11 read afresh, one line an act:
 * "yes", "no", or "couple" for yes in a couple only, and the statement that says so.
 */
const read = `
act                   | holder       | spouse-holder | delegated-spouse | spouse    | other-member | none
see-own-identity      | yes CP-16    | yes CP-19     | yes CP-19        | yes CP-19 | yes CP-20    | no SEC-11
see-own-contacts      | yes CP-16    | yes CP-19     | yes CP-19        | yes CP-19 | yes CP-20    | no SEC-11
change-own-contacts   | yes CP-16    | yes CP-19     | yes CP-19        | yes CP-19 | yes MC-17    | no SEC-11
see-file-number       | yes CP-16    | yes CP-17     | yes CP-18        | yes CP-01 | yes CP-01    | no SEC-11
see-household-members | yes CP-16    | yes CP-17     | yes CP-18        | no CP-16  | no CP-20     | no SEC-11
see-delegation        | couple CP-15 | no CP-15      | no CP-15         | no CP-15  | no CP-15     | no SEC-11
grant-delegation      | couple CP-15 | no CP-15      | no CP-15         | no CP-15  | no CP-15     | no SEC-11
revoke-delegation     | yes CP-15    | no CP-15      | no CP-15         | no CP-15  | no CP-15     | no SEC-11
declare-separation    | couple CP-16 | yes CP-19     | yes CP-19        | yes CP-19 | no CP-20     | no SEC-11
act-for-household     | yes CP-16    | yes CP-17     | yes CP-18        | no CP-16  | no CP-20     | no SEC-11
`;

const [head = [], ...lines] = read
  .trim()
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()));

const on = new Date("2026-03-02T12:00:00Z");

/** One file for each relation, in which "me" has it and the others make up the rest. */
const files: Record<Relation, FileFacts> = {
  holder: couple("me", "you"),
  "spouse-holder": {
    ...couple("you", "me"),
    entitlements: [{ personId: "me", benefit: "AAH", from: "2025-01-01" }],
  },
  "delegated-spouse": {
    ...couple("you", "me"),
    delegations: [{ to: "me", from: new Date("2025-06-01T08:00:00Z") }],
  },
  spouse: couple("you", "me"),
  "other-member": {
    ...couple("you", "they"),
    members: [...couple("you", "they").members, { personId: "me", role: "child", from: "2010-01-01" }],
  },
  none: couple("you", "they"),
};

function couple(holder: string, spouse: string): FileFacts {
  return {
    members: [
      { personId: holder, role: "holder", from: "2020-01-01" },
      { personId: spouse, role: "spouse", from: "2020-01-01" },
    ],
    entitlements: [],
    delegations: [],
  };
}

test("SEC-11 the second reading names every relation and every act, once", () => {
  assert.deepEqual(head.slice(1), [...relations]);
  assert.deepEqual(
    lines.map(([act]) => act),
    Object.keys(acts),
  );
  for (const relation of relations) assert.equal(relationTo(files[relation], "me", on), relation);
});

for (const [act = "", ...cells] of lines) {
  for (const [column, cell] of cells.entries()) {
    const relation = head[column + 1] as Relation;
    const [expected = "", source = ""] = cell.split(" ");
    test(`${source} SEC-11 ${relation}, ${act}: ${expected}`, () => {
      const decision = decide({ file: files[relation], actor: "me", act: act as Act, on });
      assert.equal(decision.relation, relation);
      assert.equal(decision.allowed, expected !== "no");
      assert.equal(decision.source, source);
      assert.ok(decision.says.fr && decision.says.en);
      assert.equal("way" in decision, expected === "no");
      const verdict = verdictOf(relation, act);
      assert.equal(
        "when" in verdict ? verdict.when : undefined,
        expected === "couple" ? "couple" : undefined,
      );
    });
  }
}

test("CP-15 a holder who lives alone is not offered the delegation, and is told what to do", () => {
  const alone = { ...files.holder, members: files.holder.members.filter((m) => m.role === "holder") };
  for (const act of ["see-delegation", "grant-delegation"] as const) {
    const decision = decide({ file: alone, actor: "me", act, on });
    assert.deepEqual(decision, {
      allowed: false,
      relation: "holder",
      ...refusals.noCouple.because,
      way: refusals.noCouple.way,
    });
    assert.equal(decision.source, "CP-15");
  }
  const separation = decide({ file: alone, actor: "me", act: "declare-separation", on });
  assert.ok(!separation.allowed);
  assert.deepEqual(separation.way, refusals.nobodyToLeave.way);
  assert.equal(decide({ file: alone, actor: "me", act: "revoke-delegation", on }).allowed, true);
});

test("SEC-11 what the table does not know is refused", () => {
  for (const [relation, act] of [
    ["neighbour", "see-own-identity"],
    ["holder", "close-the-file"],
    ["constructor", "name"],
    ["holder", "toString"],
    ["__proto__", "toString"],
  ] as const) {
    assert.equal(verdictOf(relation, act), refusals.stranger, `${relation} ${act}`);
  }
  const decision = decide({ file: files.holder, actor: "me", act: "close-the-file" as Act, on });
  assert.equal(decision.allowed, false);
});

test("a lawyer reads the table: each condition has its words, each refusal its reason and an open way", () => {
  assert.match(conditions.couple.says.fr, /vit en couple/);
  for (const row of Object.values<Record<Act, Verdict>>(accessTable)) {
    for (const verdict of Object.values(row)) {
      const no = !verdict.allowed ? verdict : "otherwise" in verdict ? verdict.otherwise : undefined;
      if (no) assert.ok(no.because.says.fr && no.way.fr && no.way.en);
    }
  }
});
