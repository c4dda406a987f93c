import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decide } from "./decide.ts";
import type { Delegation, Entitlement, FileFacts, Member } from "./relations.ts";
import { type Act, acts } from "./table.ts";

/**
 * Histories of one file. Awa holds it; Paul is or is not her spouse; each step takes place at noon of its own day and
 * writes the facts as an office would. Beside the facts, `told` keeps what an onlooker knows to be true after the step,
 * without any date: the decision must agree with the onlooker at every instant of the history.
 */
type Step = "join" | "leave" | "grant" | "revoke" | "start-aah" | "end-aah" | "start-rsa";
type Told = { spouse: boolean; delegated: boolean; ownRight: boolean };

const steps: Step[] = ["join", "leave", "grant", "revoke", "start-aah", "end-aah", "start-rsa"];
const firstDay = Date.UTC(2024, 0, 1, 12);
const noonOf = (day: number) => new Date(firstDay + day * 86_400_000);
const civil = (day: number) => noonOf(day).toISOString().slice(0, 10);

/** A running fact of this kind, which a step may end. */
type Open<T> = { -readonly [K in keyof T]: T[K] };

function live(history: readonly Step[]): { file: FileFacts; told: Told[] } {
  const members: Open<Member>[] = [
    { personId: "awa", role: "holder", from: "2020-01-01" },
    { personId: "lina", role: "child", from: "2020-01-01" },
  ];
  const entitlements: Open<Entitlement>[] = [];
  const delegations: Open<Delegation>[] = [];
  const now: Told = { spouse: false, delegated: false, ownRight: false };
  const told = history.map((step, day) => {
    const spouse = members.find((m) => m.role === "spouse" && m.until === undefined);
    const delegation = delegations.find((d) => d.until === undefined);
    const aah = entitlements.find((e) => e.benefit === "AAH" && e.until === undefined);
    if (step === "join" && !spouse) {
      members.push({ personId: "paul", role: "spouse", from: civil(day) });
      now.spouse = true;
    }
    if (step === "leave" && spouse) {
      spouse.until = civil(day);
      // Nobody thinks of revoking: the facts keep the delegation open.
      now.spouse = now.delegated = false;
    }
    if (step === "grant" && spouse) {
      delegations.push({ to: "paul", from: noonOf(day) });
      now.delegated = true;
    }
    if (step === "revoke" && delegation) {
      for (const open of delegations) open.until ??= noonOf(day);
      now.delegated = false;
    }
    if (step === "start-aah" && !aah) {
      entitlements.push({ personId: "paul", benefit: "AAH", from: civil(day) });
      now.ownRight = true;
    }
    if (step === "end-aah" && aah) {
      aah.until = civil(day);
      now.ownRight = false;
    }
    if (step === "start-rsa") entitlements.push({ personId: "paul", benefit: "RSA", from: civil(day) });
    return { ...now };
  });
  return { file: { members, entitlements, delegations }, told };
}

const histories = fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 25 });
const householdActs = ["see-household-members", "act-for-household"] as const;
const everyAct = Object.keys(acts) as Act[];

/** Asks at every step of the history, an instant after it. */
function always(check: (told: Told, can: (actor: string, act: Act) => boolean, day: number) => void) {
  fc.assert(
    fc.property(histories, (history) => {
      const { file, told } = live(history);
      for (const [day, at] of told.entries()) {
        const on = new Date(noonOf(day).getTime() + 1);
        check(at, (actor, act) => decide({ file, actor, act, on }).allowed, day);
      }
    }),
    { numRuns: 300 },
  );
}

test("CP-16 CP-17 CP-18 whatever the history, a spouse sees the household's data only by delegation or own right", () => {
  always((told, can) => {
    for (const act of householdActs) {
      assert.equal(can("paul", act), told.spouse && (told.delegated || told.ownRight), act);
    }
  });
});

test("CP-19 whatever the history, a spouse keeps their own data, contacts and separation while in the household", () => {
  always((told, can) => {
    for (const act of [
      "see-own-identity",
      "see-own-contacts",
      "change-own-contacts",
      "declare-separation",
    ] as const) {
      assert.equal(can("paul", act), told.spouse, act);
    }
  });
});

test("CP-15 whatever the history, the delegation is offered to the holder in a couple, and never to another", () => {
  always((told, can) => {
    for (const act of ["see-delegation", "grant-delegation"] as const) {
      assert.equal(can("awa", act), told.spouse, act);
    }
    for (const actor of ["paul", "lina", "nobody"]) {
      for (const act of ["see-delegation", "grant-delegation", "revoke-delegation"] as const) {
        assert.equal(can(actor, act), false, `${actor} ${act}`);
      }
    }
  });
});

test("CP-16 CP-20 whatever the history, the holder acts, the child sees only their own data, a stranger nothing", () => {
  always((_, can) => {
    for (const act of householdActs) {
      assert.equal(can("awa", act), true, act);
      assert.equal(can("lina", act), false, act);
    }
    assert.equal(can("lina", "see-own-identity"), true);
    assert.deepEqual(
      everyAct.filter((act) => can("nobody", act)),
      [],
    );
  });
});

test("SEC-11 nothing holds from the instant of `until` on, for any fact and any history", () => {
  fc.assert(
    fc.property(histories, fc.nat(24), fc.nat(3_000), (history, cut, daysAfter) => {
      const { file } = live(history);
      const [day, instant] = [civil(cut), noonOf(cut)];
      const closed: FileFacts = {
        members: file.members.map((m) => ({ ...m, until: m.until && m.until < day ? m.until : day })),
        entitlements: file.entitlements.map((e) => ({
          ...e,
          until: e.until && e.until < day ? e.until : day,
        })),
        delegations: file.delegations.map((d) => ({
          ...d,
          until: d.until && d.until < instant ? d.until : instant,
        })),
      };
      const on = new Date(instant.getTime() + daysAfter * 86_400_000);
      for (const actor of ["awa", "paul", "lina"]) {
        for (const act of everyAct) {
          assert.equal(decide({ file: closed, actor, act, on }).allowed, false, `${actor} ${act}`);
        }
      }
      const undelegated = { ...file, entitlements: closed.entitlements, delegations: closed.delegations };
      for (const act of householdActs) {
        assert.equal(decide({ file: undelegated, actor: "paul", act, on }).allowed, false, act);
      }
    }),
  );
});

test("CP-18 a delegation taken back stops at that very instant", () => {
  const { file } = live(["join", "grant", "revoke"]);
  const at = (ms: number) =>
    decide({ file, actor: "paul", act: "act-for-household", on: new Date(noonOf(2).getTime() + ms) });
  const before = at(-1);
  assert.equal(before.allowed, true);
  assert.equal(before.source, "CP-18");
  const after = at(0);
  assert.ok(!after.allowed);
  assert.equal(after.relation, "spouse");
  assert.match(after.way.fr, /Demandez au titulaire/);
});
