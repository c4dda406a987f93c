import assert from "node:assert/strict";
import { test } from "node:test";
import { acts, groups } from "./acts.ts";
import { conditions } from "./conditions.ts";
import { delegationEnds } from "./delegation.ts";
import { duties } from "./duties.ts";
import { owners, parts } from "./parts.ts";
import { grounds, refusals } from "./reasons.ts";
import { relations } from "./relations.ts";
import { accessTable } from "./table.ts";

const verdicts = Object.values(accessTable).flatMap((row) => Object.values(row));

test("SEC-11 the table has a cell for every relation and every act, and no other", () => {
  assert.deepEqual(Object.keys(accessTable).toSorted(), Object.keys(relations).toSorted());
  for (const [relation, row] of Object.entries(accessTable))
    assert.deepEqual(Object.keys(row).toSorted(), Object.keys(acts).toSorted(), relation);
});

test("SEC-11 a lawyer reads the table: each refusal has its reason, its source and an open way", () => {
  for (const verdict of verdicts) {
    const refused = verdict.allowed ? (verdict.when ?? []).map(({ otherwise }) => otherwise) : [verdict];
    for (const { because, way } of refused) {
      assert.match(because.source, /^(CP|MC|IL|SEC)-\d\d$/);
      assert.ok(because.says.fr && because.says.en && way.fr && way.en);
    }
    if (verdict.allowed) assert.match(verdict.because.source, /^(CP|MC|IL|SEC)-\d\d$/);
  }
});

test("every reason and every condition is used by some cell", () => {
  const said = new Set<unknown>(verdicts.flatMap((one) => [one.because, ...(one.allowed ? [] : [one])]));
  const provisos = verdicts.flatMap((one) => (one.allowed ? (one.when ?? []) : []));
  for (const { otherwise } of provisos) said.add(otherwise);
  for (const [name, ground] of Object.entries(grounds)) assert.ok(said.has(ground), name);
  for (const [name, refusal] of Object.entries(refusals)) assert.ok(said.has(refusal), name);
  for (const name of Object.keys(conditions))
    assert.ok(
      provisos.some((one) => one.if === name),
      name,
    );
});

test("each group names acts once, and each part an act that shows it", () => {
  const grouped = Object.values(groups).flat();
  assert.equal(new Set(grouped).size, grouped.length);
  for (const { seenBy, whose } of Object.values(parts)) assert.ok(seenBy in acts && whose in owners);
  const shown = new Set<string>(Object.values(parts).map(({ seenBy }) => seenBy));
  for (const act of Object.keys(acts)) if (act.startsWith("see-")) assert.ok(shown.has(act), act);
});

test("both languages say it all, and French follows its typography", () => {
  const sentences = [
    ...Object.values(acts),
    ...Object.values(relations).flatMap(({ says, who }) => [says, who]),
    ...Object.values(conditions).map(({ says }) => says),
    ...Object.values(duties).map(({ says }) => says),
    ...Object.values(delegationEnds),
    ...Object.values(owners),
    ...Object.values(parts).map(({ says }) => says),
    ...Object.values(grounds).map(({ says }) => says),
    ...Object.values(refusals).flatMap(({ because, way }) => [because.says, way]),
  ];
  for (const { fr, en } of sentences) {
    assert.doesNotMatch(fr, /[^\u202f][;:!?»]|«[^\u202f]|'/u, fr);
    assert.doesNotMatch(en, /\u202f|'/u, en);
    assert.notEqual(fr, en);
  }
});
