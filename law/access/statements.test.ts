import assert from "node:assert/strict";
import { test } from "node:test";
import { type Act, acts } from "./acts.ts";
import { decide, whatMayBeTold } from "./decide.ts";
import { parts } from "./parts.ts";
import { type Relation, relations } from "./relations.ts";
import { familyScenes } from "./second-reading/family.ts";
import { type May, on, type Scene } from "./second-reading/lives.ts";
import { protectionScenes } from "./second-reading/protection.ts";
import { staffScenes } from "./second-reading/staff.ts";

const scenes = { ...familyScenes, ...protectionScenes, ...staffScenes };

const sourcesOf = (may: May): Map<string, string> =>
  new Map(
    Object.entries(may).flatMap(([source, said]) => said.split(" ").map((act) => [act, source] as const)),
  );

test("SEC-11 the second reading names only acts there are, and shows every relation", () => {
  for (const { may, byTwo = "" } of Object.values(scenes))
    for (const act of [...sourcesOf(may).keys(), ...byTwo.split(" ").filter(Boolean)])
      assert.ok(act in acts, act);
  assert.deepEqual(
    new Set(Object.values(scenes).map(({ is }) => is)),
    new Set(Object.keys(relations) as Relation[]),
  );
});

for (const [name, { who, is, file, may, byTwo = "", ...said }] of Object.entries(scenes)) {
  const expected = sourcesOf(may);
  const statements = [...new Set(expected.values())].join(" ");
  test(`SEC-11 ${statements} ${name}: may this and nothing else`, () => {
    for (const act of Object.keys(acts) as Act[]) {
      const decision = decide({ file, actor: who, act, on, ...said });
      const source = expected.get(act);
      assert.equal(decision.allowed, source !== undefined, `${act}: ${decision.source} ${decision.says.en}`);
      if (source) assert.equal(decision.source, source, act);
      assert.ok(decision.says.fr && decision.says.en, act);
      if (!decision.allowed) assert.ok(decision.way.fr && decision.way.en, act);
      const twice = decision.allowed && decision.fourEyes === true;
      assert.equal(twice, byTwo.split(" ").includes(act), act);
    }
    assert.equal(decide({ file, actor: who, act: "see-own-identity", on, ...said }).relation, is);
  });
}

test("CP-21 in every scene, what the agent may tell the person is what the person’s own account shows", () => {
  for (const [name, { who, file, may }] of Object.entries(scenes)) {
    const told = whatMayBeTold({ file, person: who, on });
    const isStaff = file.assignments.some(({ personId }) => personId === who);
    const expected = sourcesOf(may);
    for (const [part, { seenBy }] of Object.entries(parts)) {
      const decision = told[part as keyof typeof parts];
      assert.deepEqual(decision, decide({ file, actor: who, act: seenBy, on }), `${name}: ${part}`);
      if (!isStaff) assert.equal(decision.allowed, expected.has(seenBy), `${name}: ${part}`);
    }
  }
});

test("SEC-11 who proposed does not confirm; another agent does", () => {
  const { who, file, reason, secondFactor } = scenes["a desk agent"] as Scene;
  const asked = { file, actor: who, on, reason, secondFactor, act: "validate-measure" } as const;
  const own = decide({ ...asked, proposedBy: "zoe" });
  assert.ok(!own.allowed);
  assert.match(own.way.en, /another agent/);
  assert.equal(decide({ ...asked, proposedBy: "omar" }).allowed, true);
});
