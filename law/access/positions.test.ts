import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { endOfDelegation } from "./delegation.ts";
import { livesInCouple } from "./household-life.ts";
import { positionsOf, relationTo } from "./positions.ts";
import { civilDay, type FileFacts, noFacts, ownRightBenefits, type Relation } from "./relations.ts";

const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const base: FileFacts = {
  ...noFacts,
  members: [
    { personId: "awa", role: "holder", from: "2020-01-01" },
    { personId: "paul", role: "spouse", from: "2022-05-01" },
    { personId: "lina", role: "child", from: "2023-02-10" },
    { personId: "rose", role: "other", from: "2024-01-01", until: "2025-01-01" },
  ],
};
const given = { by: "awa", to: "paul" };

function is(file: FileFacts, personId: string, on: Date, relation: Relation) {
  assert.equal(relationTo(file, personId, on), relation);
}

test("CP-16 CP-19 CP-20 the holder, the spouse, the other members and strangers are told apart", () => {
  is(base, "awa", noon("2024-06-01"), "holder");
  is(base, "paul", noon("2024-06-01"), "spouse");
  is(base, "lina", noon("2024-06-01"), "other-member");
  is(base, "rose", noon("2024-06-01"), "other-member");
  is(base, "nobody", noon("2024-06-01"), "none");
});

test("CP-20 a member is one from the first day, and on the day of `until` has left", () => {
  is(base, "rose", noon("2023-12-31"), "none");
  is(base, "rose", noon("2024-01-01"), "other-member");
  is(base, "rose", noon("2024-12-31"), "other-member");
  is(base, "rose", noon("2025-01-01"), "former-member");
});

test("civil days start at midnight in the institution's country, in winter and in summer", () => {
  is(base, "rose", new Date("2023-12-31T22:59:59Z"), "none");
  is(base, "rose", new Date("2023-12-31T23:00:00Z"), "other-member");
  is(base, "paul", new Date("2022-04-30T21:59:59Z"), "none");
  is(base, "paul", new Date("2022-04-30T22:00:00Z"), "spouse");
  const djibouti = { ...base, timeZone: "Africa/Djibouti" };
  is(djibouti, "rose", new Date("2023-12-31T20:59:59Z"), "none");
  is(djibouti, "rose", new Date("2023-12-31T21:00:00Z"), "other-member");
  is(base, "rose", new Date("2023-12-31T22:30:00Z"), "none");
  assert.equal(civilDay(new Date("2026-02-28T23:30:00Z")), "2026-03-01");
  assert.throws(() => relationTo(base, "awa", new Date("never")));
});

test("a civil day is that of the calendar at every instant, whatever was asked before", () => {
  const zones = ["Europe/Paris", "Africa/Djibouti", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia"];
  const [first, last] = [Date.UTC(1972, 6, 1), Date.UTC(2060, 0, 1)];
  fc.assert(
    fc.property(fc.integer({ min: first, max: last }), fc.constantFrom(...zones), (at, timeZone) => {
      const near = [at, at - 1, at + 1, Math.floor(at / 900_000) * 900_000, at + 899_999];
      for (const one of near) {
        const expected = new Intl.DateTimeFormat("sv-SE", { timeZone }).format(one);
        assert.equal(civilDay(new Date(one), timeZone), expected);
      }
    }),
    { numRuns: 60 },
  );
});

for (const benefit of ["AJPA", "BAFA", "AAH", "PALA"]) {
  test(`CP-17 a spouse with a running ${benefit} of their own is a spouse-holder, for as long as it runs`, () => {
    const file = {
      ...base,
      entitlements: [{ personId: "paul", benefit, from: "2024-03-01", until: "2024-09-01" }],
    };
    is(file, "paul", noon("2024-02-29"), "spouse");
    is(file, "paul", noon("2024-03-01"), "spouse-holder");
    is(file, "paul", noon("2024-08-31"), "spouse-holder");
    is(file, "paul", noon("2024-09-01"), "spouse");
  });
}

test("CP-17 another benefit, or somebody else's, gives the spouse nothing", () => {
  assert.equal(ownRightBenefits.length, 4);
  const rsa = { ...base, entitlements: [{ personId: "paul", benefit: "RSA", from: "2024-03-01" }] };
  is(rsa, "paul", noon("2024-06-01"), "spouse");
  const hers = { ...base, entitlements: [{ personId: "awa", benefit: "AAH", from: "2024-03-01" }] };
  is(hers, "paul", noon("2024-06-01"), "spouse");
});

test("CP-17 the benefit makes no holder of a child or of someone who has left", () => {
  const entitlements = ["lina", "rose"].map((personId) => ({ personId, benefit: "AAH", from: "2024-01-01" }));
  is({ ...base, entitlements }, "lina", noon("2024-06-01"), "other-member");
  is({ ...base, entitlements }, "rose", noon("2025-06-01"), "former-member");
});

test("CP-18 a delegation starts and stops at the instant, and gives way to the spouse's own right", () => {
  const [from, until] = [new Date("2024-03-01T10:00:00Z"), new Date("2024-03-01T15:30:00Z")];
  const file: FileFacts = { ...base, delegations: [{ ...given, from, until }] };
  is(file, "paul", new Date(from.getTime() - 1), "spouse");
  is(file, "paul", from, "delegated-spouse");
  is(file, "paul", new Date(until.getTime() - 1), "delegated-spouse");
  is(file, "paul", until, "spouse");
  const both = { ...file, entitlements: [{ personId: "paul", benefit: "AAH", from: "2024-01-01" }] };
  is(both, "paul", from, "spouse-holder");
});

test("CP-18 a delegation serves the spouse alone, never a child or a stranger", () => {
  const delegations = ["lina", "nobody"].map((to) => ({ by: "awa", to, from: noon("2024-01-02") }));
  is({ ...base, delegations }, "lina", noon("2024-06-01"), "other-member");
  is({ ...base, delegations }, "nobody", noon("2024-06-01"), "none");
  is({ ...base, delegations }, "paul", noon("2024-06-01"), "spouse");
});

test("CP-18 a delegation does not come back with a spouse who left and returned", () => {
  const file: FileFacts = {
    ...base,
    members: [
      { personId: "awa", role: "holder", from: "2020-01-01" },
      { personId: "paul", role: "spouse", from: "2022-05-01", until: "2024-04-01" },
      { personId: "paul", role: "spouse", from: "2024-10-01" },
    ],
    delegations: [{ ...given, from: noon("2024-01-01") }],
  };
  is(file, "paul", noon("2024-03-01"), "delegated-spouse");
  is(file, "paul", noon("2024-06-01"), "former-member");
  is(file, "paul", noon("2024-11-01"), "spouse");
});

test("CP-18 a delegation goes on when the same life together is written in two rows", () => {
  const file: FileFacts = {
    ...base,
    members: [
      { personId: "awa", role: "holder", from: "2020-01-01", until: "2024-02-01" },
      { personId: "awa", role: "holder", from: "2024-02-01" },
      { personId: "paul", role: "spouse", from: "2022-05-01", until: "2024-04-01" },
      { personId: "paul", role: "spouse", from: "2024-04-01" },
    ],
    delegations: [{ ...given, from: noon("2024-01-01") }],
  };
  is(file, "paul", noon("2024-06-01"), "delegated-spouse");
});

test("CP-18 a delegation ends with the holder who gave it", () => {
  const file: FileFacts = {
    ...base,
    members: [
      { personId: "awa", role: "holder", from: "2020-01-01", until: "2024-02-01" },
      { personId: "zoe", role: "holder", from: "2024-02-01", until: "2024-08-01" },
      { personId: "paul", role: "spouse", from: "2022-05-01" },
    ],
    delegations: [{ ...given, from: noon("2024-01-01") }],
  };
  is(file, "paul", noon("2024-01-31"), "delegated-spouse");
  is(file, "paul", noon("2024-02-01"), "spouse");
  is(file, "paul", noon("2024-08-01"), "spouse");
});

test("CP-16 who holds several places on the file has the widest one", () => {
  const members = [
    { personId: "paul", role: "child", from: "2020-01-01" },
    { personId: "paul", role: "spouse", from: "2020-01-01" },
    { personId: "paul", role: "holder", from: "2024-01-01" },
  ] as const;
  is({ ...base, members }, "paul", noon("2023-06-01"), "spouse");
  is({ ...base, members }, "paul", noon("2024-06-01"), "holder");
});

test("CP-15 the holder lives in a couple while a holder and a spouse are both there", () => {
  assert.equal(livesInCouple(base, noon("2022-04-30")), false);
  assert.equal(livesInCouple(base, noon("2022-05-01")), true);
  const [awa, paul] = base.members;
  assert.ok(awa && paul);
  const parted = { ...base, members: [awa, { ...paul, until: "2024-04-01" }] };
  assert.equal(livesInCouple(parted, noon("2024-03-31")), true);
  assert.equal(livesInCouple(parted, noon("2024-04-01")), false);
  assert.equal(livesInCouple({ ...base, members: [paul] }, noon("2024-01-01")), false);
});

test("CP-18 a delegation that two people ended tells which of them did, and life before either", () => {
  const from = noon("2024-01-01");
  const until = noon("2024-03-05");
  const on = noon("2024-06-01");
  const ended = (facts: Partial<FileFacts>, one: { until?: Date; declined?: true } = {}) => {
    const delegation = { ...given, from, ...one };
    return endOfDelegation({ ...base, delegations: [delegation], ...facts }, delegation, on);
  };
  assert.equal(ended({}), undefined);
  assert.deepEqual(ended({}, { until }), { because: "taken-back", day: "2024-03-05" });
  assert.deepEqual(ended({}, { until, declined: true }), { because: "declined", day: "2024-03-05" });
  assert.equal(ended({}, { until: noon("2024-06-02") }), undefined);
  const separations = [{ spouse: "paul", on: "2024-03-01", declaredAt: until }];
  assert.deepEqual(ended({ separations }, { until }), { because: "separation", day: "2024-03-01" });
  const earlier = [{ spouse: "paul", on: "2023-11-01", declaredAt: until }];
  assert.deepEqual(ended({ separations: earlier }, { until }), { because: "separation", day: "2024-01-01" });
  for (const personId of ["awa", "paul"]) {
    const deaths = [{ personId, on: "2024-02-01" }];
    assert.deepEqual(ended({ deaths }, { until }), { because: "death", day: "2024-02-01" });
    const measures = [{ personId, kind: "accounts", from: "2024-02-02", until: "2024-02-03" } as const];
    assert.deepEqual(ended({ measures }), { because: "measure", day: "2024-02-02" });
    const running = [{ personId, kind: "accounts", from: "2023-02-02" } as const];
    assert.equal(ended({ measures: running }), undefined);
    const named = {
      guardian: "remi",
      protectedPerson: personId,
      kind: "assistance",
      from: "2023-02-02",
    } as const;
    const guardianships = [{ ...named, validatedAt: noon("2024-04-04") }];
    assert.deepEqual(ended({ guardianships }), { because: "measure", day: "2024-04-04" });
  }
  const [awa, paul, ...others] = base.members;
  assert.ok(awa && paul);
  const left = [awa, { ...paul, until: "2024-05-01" }, ...others];
  assert.deepEqual(ended({ members: left }), { because: "departure", day: "2024-05-01" });
});

test("MC-08 IL-19 a person may be the guardian of two members, and hold a file of their own", () => {
  const [from, validatedAt] = ["2024-01-01", noon("2024-01-02")];
  const guard = (protectedPerson: string, kind: "assistance" | "accounts") =>
    ({ guardian: "remi", protectedPerson, kind, from, validatedAt }) as const;
  const file: FileFacts = {
    ...base,
    guardianships: [guard("awa", "assistance"), guard("awa", "accounts"), guard("lina", "accounts")],
    ownFiles: [{ personId: "lina", from: "2024-05-01" }],
  };
  assert.deepEqual(
    positionsOf(file, "remi", noon("2024-06-01")).map(({ measure }) => measure),
    [
      { person: "awa", without: "holder", kinds: ["assistance", "accounts"] },
      { person: "lina", without: "child-holder", kinds: ["accounts"] },
    ],
  );
});
