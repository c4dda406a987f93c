import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  type ContactChange,
  mayBeObjected,
  type ObjectionState,
  objectionEndsAt,
  objectionLimits,
  objectionRefusals,
  objectionState,
  readObjectionCode,
  undoneByObjection,
  vouching,
} from "./objection.ts";

const start = new Date("2026-03-10T09:00:00Z");
const hours = (count: number, ms = 0) => new Date(start.getTime() + count * 3_600_000 + ms);

/** A change made so many hours after the start. */
const change = (
  number: number,
  kind: "mail" | "mobile",
  from: string | null,
  to: string | null,
  at = 0,
): ContactChange => ({ number, kind, from, to, until: objectionEndsAt(hours(at)), endedAt: null });

const mail = (value: string) => ({ kind: "mail" as const, value });
const mobile = (value: string) => ({ kind: "mobile" as const, value });

test("SEC-04 the old contact point may object for 72 hours, to the millisecond", () => {
  assert.equal(objectionLimits.hours.value, 72);
  const one = change(1, "mail", "a", "b");
  assert.equal(mayBeObjected(one, hours(72, -1)), true);
  assert.equal(mayBeObjected(one, hours(72)), false);
  assert.equal(mayBeObjected({ ...one, endedAt: hours(1) }, hours(2)), false);
});

const states: [tries: number, ended: boolean, at: number, state: ObjectionState][] = [
  [0, false, 0, "open"],
  [4, false, 71, "open"],
  [5, false, 1, "spent"],
  [5, true, 1, "spent"],
  [5, false, 80, "spent"],
  [0, true, 1, "done"],
  [0, true, 80, "done"],
  [0, false, 72, "late"],
];

for (const [tries, ended, at, state] of states) {
  test(`SEC-04 an objection code tried ${tries} times, ${ended ? "used" : "unused"}, is ${state} after ${at} hours`, () => {
    const code = { ...change(1, "mail", "a", "b"), endedAt: ended ? hours(1) : null, tries };
    assert.equal(objectionState(code, hours(at)), state);
  });
}

test("SEC-04 an objection undoes every change that may still be objected to, the latest first", () => {
  const [first, phone, second] = [
    change(1, "mail", "a", "b"),
    change(2, "mobile", "m", "n", 10),
    change(3, "mail", "b", "c", 20),
  ] as const;
  const all = [phone, first, second];
  assert.deepEqual(undoneByObjection(all, hours(72, -1)), [second, phone, first]);
  assert.deepEqual(undoneByObjection(all, hours(72)), [second, phone]);
  assert.deepEqual(undoneByObjection([first, { ...phone, endedAt: hours(11) }], hours(12)), [first]);
});

test("SEC-04 during the window the old contact point vouches for the person, and the new one does not", () => {
  const changes = [change(1, "mail", "a", "b")];
  const verified = [mail("b"), mobile("m")];
  assert.deepEqual(vouching(verified, changes, hours(72, -1)), [mobile("m"), mail("a")]);
  assert.deepEqual(vouching(verified, changes, hours(72)), verified);
  assert.deepEqual(vouching(verified, [], hours(0)), verified);
});

test("SEC-04 who vouches, over chains of changes", () => {
  const table: [
    verified: ReturnType<typeof mail | typeof mobile>[],
    changes: ContactChange[],
    who: string,
  ][] = [
    [[mail("c")], [change(1, "mail", "a", "b"), change(2, "mail", "b", "c")], "a"],
    [[mail("a")], [change(1, "mail", "a", "b"), change(2, "mail", "b", "a")], "a"],
    [
      [mail("b")],
      [change(1, "mail", "a", "b"), change(2, "mail", "b", "a"), change(3, "mail", "a", "b")],
      "a",
    ],
    [[mail("a"), mobile("n")], [change(1, "mobile", null, "n")], "a"],
    [[mobile("n")], [change(1, "mobile", null, "n"), change(2, "mail", "a", null)], "a"],
    [[mail("b")], [change(1, "mail", "a", null), change(2, "mail", null, "b")], "a"],
    [[mail("b")], [{ ...change(1, "mail", "a", "b"), endedAt: hours(0) }], "b"],
    [[mail("x"), mobile("x")], [change(1, "mobile", "m", "x")], "x m"],
  ];
  for (const [verified, changes, who] of table) {
    const said = vouching(verified, changes, hours(1)).map(({ value }) => value);
    assert.equal(said.join(" "), who);
  }
  const chain = [change(1, "mail", "a", "b"), change(2, "mail", "b", "c", 48)];
  assert.deepEqual(vouching([mail("c")], chain, hours(73)), [mail("b")], "the first window closed");
});

/** Somebody in the account for three days, who starts from a verified mail and mobile and keeps one of the two. */
const intruder = fc.array(
  fc.record({
    kind: fc.constantFrom("mail" as const, "mobile" as const),
    to: fc.constantFrom(null, "x", "y", "z", "own"),
  }),
  { maxLength: 12 },
);

function play(acts: { kind: "mail" | "mobile"; to: string | null }[]) {
  const now: Record<"mail" | "mobile", string | null> = { mail: "own", mobile: "own" };
  const changes: ContactChange[] = [];
  for (const { kind, to } of acts) {
    const other = kind === "mail" ? now.mobile : now.mail;
    if (now[kind] === to || (to === null && other === null)) continue;
    changes.push(change(changes.length + 1, kind, now[kind], to, changes.length));
    now[kind] = to;
  }
  const verified = (["mail", "mobile"] as const).flatMap((kind) =>
    now[kind] === null ? [] : [{ kind, value: now[kind] }],
  );
  return { changes, verified };
}

test("SEC-04 whatever somebody in the account changes within 72 hours, its owner's own contact points vouch, and nothing else", () => {
  fc.assert(
    fc.property(intruder, (acts) => {
      const { changes, verified } = play(acts);
      const said = vouching(verified, changes, hours(24)).map(({ kind, value }) => `${kind} ${value}`);
      assert.deepEqual(said.toSorted(), ["mail own", "mobile own"]);
    }),
  );
});

test("SEC-04 whatever was changed within 72 hours, undoing it ends where it began", () => {
  fc.assert(
    fc.property(intruder, (acts) => {
      const { changes, verified } = play(acts);
      const now = new Map<string, string | null>(verified.map(({ kind, value }) => [kind, value]));
      for (const { kind, from, to } of undoneByObjection(changes, hours(24))) {
        assert.equal(now.get(kind) ?? null, to);
        now.set(kind, from);
      }
      assert.deepEqual([now.get("mail"), now.get("mobile")], ["own", "own"]);
    }),
  );
});

test("SEC-04 an objection code is read however it is copied", () => {
  const code = { caseNumber: "7K2MQ4", secret: "ZB0XH1" };
  for (const typed of ["7K2M-Q4ZB-0XH1", " 7k2m q4zb oxhl ", "7k2mq4zb0xhi", "7K2M–Q4ZB–0XH1"])
    assert.deepEqual(readObjectionCode(typed), { code }, typed);
  assert.deepEqual(readObjectionCode(" - "), { refused: objectionRefusals.empty });
  for (const typed of ["7K2M-Q4ZB-0XH", "7K2M-Q4ZB-0XH11", "UK2M-Q4ZB-0XH1", "' or 1=1 --", "é".repeat(9000)])
    assert.deepEqual(readObjectionCode(typed), { refused: objectionRefusals.shape }, typed.slice(0, 20));
});

test("SEC-04 every sentence exists in both languages, and French follows its typography", () => {
  for (const { says } of [...Object.values(objectionRefusals), ...Object.values(objectionLimits)]) {
    assert.notEqual(says.fr, says.en);
    assert.doesNotMatch(says.fr, /[^\u202f][;:!?»]|«[^\u202f]|'/u);
    assert.doesNotMatch(says.en, /\u202f|'/);
  }
});
