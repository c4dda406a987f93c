import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Act, acts, groups } from "./acts.ts";
import { decide, verdictOf, whatMayBeTold } from "./decide.ts";
import { type Happening, happenings, live, noonOf, type Told } from "./histories.ts";
import { parts } from "./parts.ts";
import { refusals } from "./reasons.ts";
import { type FileFacts, noFacts } from "./relations.ts";

const everyAct = Object.keys(acts) as Act[];
const people = ["awa", "paul", "lina", "remi", "nobody"];
const histories = fc.array(fc.constantFrom(...happenings), { minLength: 1, maxLength: 25 });

type Can = (actor: string, act: Act) => boolean;

/** Asks at every step of many histories, an instant after it. */
function always(check: (told: Told, can: Can, file: FileFacts, on: Date) => void, numRuns = 200) {
  fc.assert(
    fc.property(histories, (history) => {
      const { file, told } = live(history);
      for (const [day, at] of told.entries()) {
        const on = new Date(noonOf(day).getTime() + 1);
        check(at, (actor, act) => decide({ file, actor, act, on }).allowed, file, on);
      }
    }),
    { numRuns },
  );
}

/** As the onlooker sees it: who lives together, and who is left. */
const isSpouse = (told: Told) => told.together && told.spouseLives;

test("CP-16 CP-17 CP-18 whatever the history, a spouse sees the household’s data only by delegation, own right or as guardian", () => {
  always((told, can) => {
    const sees = isSpouse(told) && (told.ownRight || (told.delegated && told.holderLives));
    for (const act of ["see-household-members", "see-messages", "see-documents"] as const)
      assert.equal(can("paul", act), sees, act);
  });
});

test("CP-18 whatever the history, nobody but a spouse has a delegation’s reach, and it never revives", () => {
  always((told, can) => {
    assert.equal(
      can("paul", "decline-delegation"),
      isSpouse(told) && told.holderLives && told.delegated,
      JSON.stringify(told),
    );
    for (const actor of ["lina", "remi", "nobody"]) {
      assert.equal(can(actor, "decline-delegation"), false, actor);
      assert.equal(can(actor, "grant-delegation"), false, actor);
    }
  });
});

const represents = (told: Told) => told.holderLives && told.guarded === "representation";

test("CP-19 whatever the history, everyone alive keeps their own data, contacts and journal", () => {
  always((told, can) => {
    const lives: Record<string, boolean> = { awa: told.holderLives, paul: told.spouseLives };
    for (const actor of people)
      for (const act of [
        "see-own-identity",
        "see-own-contacts",
        "change-own-contacts",
        "see-own-journal",
      ] as const)
        assert.equal(can(actor, act), lives[actor] ?? true, `${actor} ${act}`);
  });
});

test("CP-19 a separation may be declared by the two of the couple while there is one, and by nobody else", () => {
  always((told, can) => {
    const couple = isSpouse(told) && told.holderLives;
    for (const actor of people)
      assert.equal(can(actor, "declare-separation"), couple && (actor === "awa" || actor === "paul"), actor);
  });
});

test("CP-15 whatever the history, the delegation is the holder’s alone to give, in a couple", () => {
  always((told, can) => {
    const couple = isSpouse(told) && told.holderLives;
    const decides = couple && told.measured !== "representation" && told.guarded !== "representation";
    assert.equal(can("awa", "grant-delegation"), decides);
    assert.equal(can("awa", "see-delegation"), told.holderLives);
    for (const actor of ["paul", "lina", "nobody"])
      for (const act of groups.delegation) assert.equal(can(actor, act), false, `${actor} ${act}`);
  });
});

test("CP-16 CP-20 whatever the history, the household stays closed to a child and to strangers", () => {
  always((_, can) => {
    for (const actor of ["lina", "nobody"])
      for (const act of groups.household) assert.equal(can(actor, act), false, `${actor} ${act}`);
  });
});

test("MC-06 whatever the history, a guardian reaches the file while a validated measure runs, and as far as it goes", () => {
  always((told, can) => {
    const guards = told.holderLives && told.guarded !== undefined;
    assert.equal(can("remi", "see-rights-and-payments"), guards);
    assert.equal(can("remi", "see-household-members"), guards && told.guarded !== "accounts");
    assert.equal(can("remi", "declare-resources"), represents(told));
    assert.equal(can("remi", "see-messages"), represents(told));
  });
});

test("MC-06 a measure never lets the protected person do more, and never hides from them what they saw", () => {
  always((_, can, file, on) => {
    const free = { ...file, measures: [], guardianships: [] };
    for (const act of everyAct) {
      const without = decide({ file: free, actor: "awa", act, on }).allowed;
      if (act !== "see-measure" && can("awa", act)) assert.ok(without, act);
      if (act.startsWith("see-") && without) assert.ok(can("awa", act), act);
    }
  });
});

test("MC-05 MC-07 whatever the history, nobody uses another’s password: guardian and protected person share none", () => {
  always((_, can) => {
    for (const actor of people) assert.equal(can(actor, "use-others-credentials"), false, actor);
  });
});

test("CP-21 whatever the history, the agent’s answer is what the person’s own account shows", () => {
  always((_, can, file, on) => {
    for (const person of people) {
      const told = whatMayBeTold({ file, person, on });
      for (const [part, { seenBy }] of Object.entries(parts))
        assert.equal(told[part as keyof typeof parts].allowed, can(person, seenBy), `${person} ${part}`);
    }
  }, 60);
});

test("SEC-11 a separation ends everything but one’s own, for good, whatever is written after it", () => {
  const afterwards = fc.array(fc.constantFrom<Happening>("revoke", "measure", "end-measure", "end-aah"));
  fc.assert(
    fc.property(histories, afterwards, (before, after) => {
      const { file, told } = live([...before, "join", "separate", ...after]);
      const parted = before.length + 1;
      fc.pre(told[parted - 1]?.together === true && told[parted]?.together === false);
      fc.pre(told[parted]?.spouseLives === true);
      // A delegation that somebody writes later opens nothing either.
      const later = { by: "awa", to: "paul", from: new Date(noonOf(parted).getTime() + 1) };
      const written = { ...file, delegations: [...file.delegations, later] };
      for (let day = parted; day < told.length; day++) {
        const on = new Date(noonOf(day).getTime() + 1);
        const can = (act: Act) => decide({ file: written, actor: "paul", act, on }).allowed;
        for (const act of [...groups.household, ...groups.contactsOfOthers, "see-file-number"] as const)
          assert.equal(can(act), false, act);
        assert.ok(can("see-own-identity") && can("claim-individually"));
      }
    }),
    { numRuns: 200 },
  );
});

test("SEC-11 time travel: a decision depends only on facts dated no later than it", () => {
  fc.assert(
    fc.property(histories, fc.nat(24), fc.constantFrom(...people), (history, at, actor) => {
      const on = noonOf(Math.min(at, history.length - 1));
      const { file } = live(history);
      const known = knownAt(file, on);
      for (const act of everyAct)
        assert.deepEqual(decide({ file, actor, act, on }), decide({ file: known, actor, act, on }), act);
    }),
    { numRuns: 300 },
  );
});

/** The facts as they stood at an instant: nothing begun after it, no end yet that came after it. */
function knownAt(file: FileFacts, on: Date): FileFacts {
  const day = on.toISOString().slice(0, 10);
  const civil = <T extends { from: string; until?: string | undefined }>(facts: readonly T[]): T[] =>
    facts
      .filter(({ from }) => from <= day)
      .map((one) => (one.until !== undefined && one.until > day ? { ...one, until: undefined } : one));
  return {
    ...file,
    members: civil(file.members),
    entitlements: civil(file.entitlements),
    measures: civil(file.measures),
    guardianships: civil(file.guardianships).filter(({ validatedAt }) => validatedAt <= on),
    ownFiles: civil(file.ownFiles),
    separations: file.separations.filter((one) => one.on <= day),
    deaths: file.deaths.filter((one) => one.on <= day),
    delegations: file.delegations
      .filter(({ from }) => from <= on)
      .map((one) => (one.until && one.until > on ? { ...one, until: undefined, declined: undefined } : one)),
  };
}

test("SEC-11 nothing of the household holds once every fact has ended, for any history", () => {
  fc.assert(
    fc.property(histories, fc.nat(24), fc.nat(3000), (history, cut, daysAfter) => {
      const { file } = live(history);
      const day = noonOf(cut).toISOString().slice(0, 10);
      const end = <T extends { until?: string | undefined }>(facts: readonly T[]): T[] =>
        facts.map((one) => ({ ...one, until: one.until && one.until < day ? one.until : day }));
      const over = { ...file, members: end(file.members), guardianships: end(file.guardianships) };
      const on = new Date(noonOf(cut).getTime() + daysAfter * 86_400_000);
      for (const actor of people)
        for (const act of [...groups.household, ...groups.delegation, ...groups.staff] as const)
          assert.equal(decide({ file: over, actor, act, on }).allowed, false, `${actor} ${act}`);
    }),
    { numRuns: 200 },
  );
});

test("CP-18 a delegation taken back stops at that very instant", () => {
  const { file } = live(["join", "grant", "revoke"]);
  const at = (ms: number) =>
    decide({ file, actor: "paul", act: "claim-for-household", on: new Date(noonOf(2).getTime() + ms) });
  const before = at(-1);
  assert.equal(before.allowed, true);
  assert.equal(before.source, "CP-18");
  const after = at(0);
  assert.ok(!after.allowed);
  assert.equal(after.relation, "spouse");
  assert.match(after.way.fr, /Demandez au titulaire/);
});

test("SEC-11 what the table does not know is refused, to any relation and for any act", () => {
  for (const [relation, act] of [
    ["neighbour", "see-own-identity"],
    ["holder", "close-the-file"],
    ["constructor", "name"],
    ["holder", "toString"],
    ["__proto__", "toString"],
  ] as const)
    assert.equal(verdictOf(relation, act), refusals.stranger, `${relation} ${act}`);
  fc.assert(
    fc.property(fc.string(), fc.string(), (relation, act) => {
      assert.equal(verdictOf(relation, act).allowed, false);
      const decision = decide({ file: noFacts, actor: "awa", act: act as Act, on: noonOf(0) });
      assert.equal(decision.allowed, Object.hasOwn(acts, act) && decision.allowed);
    }),
  );
});
