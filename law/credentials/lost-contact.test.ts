import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { CodeFacts } from "./codes.ts";
import {
  agreement,
  deskRefusals,
  lostContactLimits,
  lostContactRefusals,
  lostContactStage,
  sameFirstName,
} from "./lost-contact.ts";

const startedAt = new Date("2026-03-10T09:00:00Z");
const after = (minutes: number, milliseconds = 0) =>
  new Date(startedAt.getTime() + minutes * 60_000 + milliseconds);
const code = (more: Partial<CodeFacts> = {}): CodeFacts => ({
  sentAt: after(1),
  way: "sms",
  policy: { minutes: { sms: 10, mail: 15 }, resends: 3 },
  tries: 0,
  triesToday: 0,
  ...more,
});

test("SEC-04 the way goes from the contact point to its code, to the documents, to the desk", () => {
  const at = (way: Partial<Parameters<typeof lostContactStage>[0]>, now = after(5)) =>
    lostContactStage({ startedAt, sent: false, ...way }, now).at;
  assert.equal(at({}), "contact");
  assert.equal(at({ code: code() }), "code");
  assert.equal(at({ code: code({ tries: 5 }) }), "code", "a code tried too often is asked for again there");
  assert.equal(at({ code: code({ sentAt: after(-20) }) }), "code");
  assert.equal(at({ code: code({ usedAt: after(2) }) }), "documents");
  assert.equal(at({ code: code({ usedAt: after(2) }) }, after(59)), "documents", "a right code stays right");
  assert.equal(at({ code: code({ usedAt: after(2) }), sent: true }), "sent");
});

test("SEC-04 the way is open for one hour, to the millisecond; what was sent stays sent", () => {
  const way = { startedAt, code: code({ usedAt: after(2) }), sent: false };
  assert.equal(lostContactStage(way, after(60, -1)).at, "documents");
  assert.deepEqual(lostContactStage(way, after(60)), { at: "over", says: lostContactRefusals.late });
  assert.equal(lostContactStage({ ...way, sent: true }, after(6000)).at, "sent");
});

const awa = { firstNames: "Awa Marie", birthName: "N’Guessan", usedName: "Diallo", birthDate: "1988-11-03" };

test("what is told is compared with the register, spellings aside", () => {
  const told = (more: object) => agreement({ ...awa, ...more }, awa);
  const all = { firstNames: true, name: true, birthDate: true };
  assert.deepEqual(told({}), all);
  assert.deepEqual(told({ firstNames: "AWA", birthName: "nguessan" }), all);
  assert.deepEqual(told({ birthName: "Diallo" }), all);
  assert.deepEqual(told({ firstNames: "Marie" }), { ...all, firstNames: false });
  assert.deepEqual(told({ birthName: "Diall" }), { ...all, name: false });
  assert.deepEqual(told({ birthDate: "1988-11-30" }), { ...all, birthDate: false });
  assert.deepEqual(
    agreement(awa, { ...awa, birthDate: "1988-11-00" }),
    all,
    "a day the register does not know is not compared",
  );
});

test("first names start alike, word by word, and who has none agrees with none alone", () => {
  for (const [one, other, same] of [
    ["Awa", "Awa Marie", true],
    ["Awa Marie", "Awa", true],
    ["Aw", "Awa", false],
    ["", "", true],
    ["", "Awa", false],
    ["Anne-Marie", "Anne", true],
    ["Élodie", "elodie", true],
  ] as const)
    assert.equal(sameFirstName(one, other), same, `${one} / ${other}`);
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => sameFirstName(a, b) === sameFirstName(b, a)));
});

test("every sentence exists in both languages, and French follows its typography", () => {
  const said = [lostContactRefusals, deskRefusals].flatMap((table) => Object.values(table));
  for (const { fr, en } of [...said, ...Object.values(lostContactLimits).map(({ says }) => says)]) {
    assert.notEqual(fr, en);
    for (const text of [fr, en]) assert.doesNotMatch(text, /['"]| {2}/, text);
    assert.doesNotMatch(fr, /[^\u202f][;:!?»]/u, fr);
  }
});
