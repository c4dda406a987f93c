import type { FileFacts, MeasureKind } from "../relations.ts";
import {
  contents,
  couple,
  delegated,
  holderOfCouple,
  type May,
  nobody,
  ownData,
  procedures,
  type Scene,
  spouse,
} from "./lives.ts";

const measured = (personId: string, kind: MeasureKind, file = couple): FileFacts => ({
  ...file,
  measures: [{ personId, kind, from: "2024-01-01" }],
});
const guarded = (protectedPerson: string, kind: MeasureKind, file = couple): FileFacts => ({
  ...file,
  guardianships: [
    {
      guardian: "remi",
      protectedPerson,
      kind,
      from: "2025-01-01",
      validatedAt: new Date("2025-02-01T09:00:00Z"),
    },
  ],
});
const protectedOwn: May = {
  "MC-07": `${ownData} change-own-contacts`,
  "SEC-12": "see-own-journal",
  "MC-09": "deposit-measure",
  "MC-15": "claim-individually",
};
const protectedHolder = `${contents} see-holder-contacts see-file-journal see-measure see-delegation revoke-delegation appeal declare-separation`;
const guardianOwn: May = {
  "MC-10": `${ownData} change-own-contacts`,
  "SEC-12": "see-own-journal",
  "MC-19": "close-account",
};

/** MC-06 to MC-10, MC-15: who is protected, and who protects. */
export const protectionScenes: Record<string, Scene> = {
  "a holder under assistance": {
    who: "awa",
    is: "protected-person",
    file: measured("awa", "assistance"),
    may: {
      ...protectedOwn,
      "MC-06": `${protectedHolder} ${procedures} grant-delegation close-account`,
    },
  },
  "a holder under representation": {
    who: "awa",
    is: "protected-person",
    file: measured("awa", "representation"),
    may: { ...protectedOwn, "MC-06": protectedHolder },
  },
  "a holder whose accounts are entrusted": {
    who: "awa",
    is: "protected-person",
    file: measured("awa", "accounts"),
    may: {
      ...protectedOwn,
      "MC-06": `${protectedHolder} change-household declare-resources claim-for-household grant-delegation close-account`,
    },
  },
  "a holder whose guardian came to us first": {
    who: "awa",
    is: "protected-person",
    file: guarded("awa", "representation"),
    may: { ...protectedOwn, "MC-06": protectedHolder },
  },
  "a holder whose measure is over": {
    who: "awa",
    is: "holder",
    file: {
      ...couple,
      measures: [{ personId: "awa", kind: "representation", from: "2024-01-01", until: "2026-03-02" }],
    },
    may: holderOfCouple,
  },
  "a holder under assistance who has a debt": {
    who: "awa",
    is: "protected-person",
    file: measured("awa", "assistance", { ...couple, ties: [{ kind: "debt", from: "2025-05-01" }] }),
    may: { ...protectedOwn, "MC-06": `${protectedHolder} ${procedures} grant-delegation` },
  },
  "a child under assistance": {
    who: "lina",
    is: "protected-person",
    file: measured("lina", "assistance"),
    may: { ...protectedOwn, "MC-06": "see-file-number see-measure close-account" },
  },
  "a spouse under assistance": {
    who: "paul",
    is: "protected-person",
    file: measured("paul", "assistance"),
    may: {
      ...protectedOwn,
      "MC-06": "see-file-number see-spouse-contacts see-measure declare-separation close-account",
    },
  },
  "a spouse under representation who was given the delegation since": {
    who: "paul",
    is: "protected-person",
    file: { ...measured("paul", "representation"), delegations: delegated.delegations },
    may: {
      ...protectedOwn,
      "MC-06": `${contents} see-spouse-contacts see-measure declare-separation decline-delegation appeal`,
    },
  },
  "a guardian who represents a spouse with the delegation": {
    who: "remi",
    is: "guardian",
    file: { ...guarded("paul", "representation"), delegations: delegated.delegations },
    may: {
      ...guardianOwn,
      "MC-06": `${contents} see-measure change-household declare-resources appeal decline-delegation`,
      "MC-09": "deposit-measure change-bank-details",
      "MC-15": "claim-for-household claim-individually",
    },
  },
  "a guardian who assists a spouse with the delegation": {
    who: "remi",
    is: "guardian",
    file: { ...guarded("paul", "assistance"), delegations: delegated.delegations },
    may: {
      ...guardianOwn,
      "MC-06":
        "see-file-number see-identities see-household-members see-resources see-rights-and-payments see-documents see-measure",
      "MC-09": "deposit-measure",
    },
  },
  "a spouse under representation": {
    who: "paul",
    is: "protected-person",
    file: measured("paul", "representation"),
    may: { ...protectedOwn, "MC-06": "see-file-number see-spouse-contacts see-measure declare-separation" },
  },
  "a spouse whose delegation met a measure of the holder": {
    who: "paul",
    is: "spouse",
    file: {
      ...delegated,
      measures: [{ personId: "awa", kind: "assistance", from: "2025-06-02", until: "2025-12-31" }],
    },
    may: spouse,
  },
  "a spouse whose delegation met a measure of their own": {
    who: "paul",
    is: "protected-person",
    file: { ...delegated, measures: [{ personId: "paul", kind: "accounts", from: "2025-07-01" }] },
    may: {
      ...protectedOwn,
      "MC-06": "see-file-number see-spouse-contacts see-measure declare-separation close-account",
    },
  },
  "a guardian who assists the holder": {
    who: "remi",
    is: "guardian",
    file: guarded("awa", "assistance"),
    may: {
      ...guardianOwn,
      "MC-06":
        "see-file-number see-identities see-household-members see-resources see-rights-and-payments see-documents see-measure",
      "MC-09": "deposit-measure",
    },
  },
  "a guardian who represents the holder": {
    who: "remi",
    is: "guardian",
    file: guarded("awa", "representation"),
    may: {
      ...guardianOwn,
      "MC-06": `${contents} see-file-journal see-measure see-delegation revoke-delegation change-household declare-resources appeal`,
      "MC-09": "deposit-measure change-bank-details",
      "MC-15": "claim-for-household claim-individually",
    },
  },
  "a guardian who keeps the holder’s accounts": {
    who: "remi",
    is: "guardian",
    file: guarded("awa", "accounts"),
    may: {
      ...guardianOwn,
      "MC-06": "see-file-number see-resources see-rights-and-payments see-measure",
      "MC-09": "deposit-measure change-bank-details",
    },
  },
  "a guardian who represents a spouse without the delegation": {
    who: "remi",
    is: "guardian",
    file: guarded("paul", "representation"),
    may: {
      ...guardianOwn,
      "MC-06": "see-file-number see-measure",
      "MC-09": "deposit-measure",
      "MC-15": "claim-individually",
    },
  },
  "a spouse who is the guardian of the holder": {
    who: "paul",
    is: "spouse",
    file: {
      ...couple,
      guardianships: [
        {
          guardian: "paul",
          protectedPerson: "awa",
          kind: "accounts",
          from: "2025-01-01",
          validatedAt: new Date("2025-02-01T09:00:00Z"),
        },
      ],
    },
    may: {
      ...spouse,
      "MC-06": "see-resources see-rights-and-payments see-measure",
      "MC-09": "deposit-measure change-bank-details",
    },
  },
  "a guardian whose decision no agent has checked yet": {
    who: "remi",
    is: "none",
    file: {
      ...couple,
      guardianships: guarded("awa", "representation").guardianships.map((one) => ({
        ...one,
        validatedAt: new Date("2026-03-02T12:00:01Z"),
      })),
    },
    may: nobody,
  },
  "a guardian whose measure is over": {
    who: "remi",
    is: "none",
    file: {
      ...couple,
      guardianships: guarded("awa", "representation").guardianships.map((one) => ({
        ...one,
        until: "2026-03-02",
      })),
    },
    may: nobody,
  },
  "a guardian whose protected person has died": {
    who: "remi",
    is: "none",
    file: { ...guarded("awa", "representation"), deaths: [{ personId: "awa", on: "2026-03-02" }] },
    may: nobody,
  },
  "a guardian who has died": {
    who: "remi",
    is: "deceased",
    file: { ...guarded("awa", "representation"), deaths: [{ personId: "remi", on: "2026-03-02" }] },
    may: {},
  },
};
