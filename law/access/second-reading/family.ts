import { type FileFacts, noFacts } from "../relations.ts";
import {
  alone,
  apart,
  contents,
  couple,
  delegated,
  disabled,
  given,
  holder,
  holderOfCouple,
  type May,
  nobody,
  ownData,
  procedures,
  type Scene,
  spouse,
} from "./lives.ts";

const died = (personId: string): FileFacts => ({ ...delegated, deaths: [{ personId, on: "2026-02-10" }] });
const notClosing = ({ "MC-19": _, ...may }: May): May => may;
const spouseOwnOnly: May = { ...spouse, "CP-19": `${ownData} change-own-contacts see-spouse-contacts` };
const withDelegation: May = {
  ...notNumber(spouse),
  "CP-18": `${contents} ${procedures} decline-delegation`,
};
export const spouseHolder: May = notClosing({ ...notNumber(spouse), "CP-17": `${contents} ${procedures}` });
const member: May = {
  "SEC-12": "see-own-journal",
  "MC-09": "deposit-measure",
  "MC-19": "close-account",
  "CP-20": ownData,
  "MC-17": "change-own-contacts",
  "CP-01": "see-file-number",
  "IL-19": "claim-individually",
};
function notNumber({ "CP-01": _, ...may }: May): May {
  return may;
}

/** CP-15 to CP-20, MC-15, MC-17, MC-19, IL-19: the people of a household. */
export const familyScenes: Record<string, Scene> = {
  "a holder who lives alone": { who: "awa", is: "holder", file: alone, may: holder },
  "a holder in a couple": { who: "awa", is: "holder", file: couple, may: holderOfCouple },
  "a holder whose rights are running": {
    who: "awa",
    is: "holder",
    file: disabled,
    may: notClosing(holderOfCouple),
  },
  "a holder with a debt": {
    who: "awa",
    is: "holder",
    file: { ...alone, ties: [{ kind: "debt", from: "2025-05-01" }] },
    may: notClosing(holder),
  },
  "a holder whose appeal is over": {
    who: "awa",
    is: "holder",
    file: { ...alone, ties: [{ kind: "appeal", from: "2025-05-01", until: "2026-01-01" }] },
    may: holder,
  },
  "a holder who is separated": { who: "awa", is: "holder", file: apart, may: holder },
  "a holder whose spouse has died": { who: "awa", is: "holder", file: died("paul"), may: holder },
  "a spouse": { who: "paul", is: "spouse", file: couple, may: spouse },
  "a spouse with the delegation": {
    who: "paul",
    is: "delegated-spouse",
    file: delegated,
    may: withDelegation,
  },
  "a spouse whose delegation was taken back": {
    who: "paul",
    is: "spouse",
    file: { ...couple, delegations: [{ ...given, until: new Date("2026-03-02T11:59:59Z") }] },
    may: spouse,
  },
  "a spouse who declined the delegation": {
    who: "paul",
    is: "spouse",
    file: { ...couple, delegations: [{ ...given, until: new Date("2026-03-02T12:00:00Z"), declined: true }] },
    may: spouse,
  },
  "a spouse with AAH": { who: "paul", is: "spouse-holder", file: disabled, may: spouseHolder },
  "a spouse with AAH and the delegation": {
    who: "paul",
    is: "spouse-holder",
    file: { ...disabled, delegations: [given] },
    may: { ...spouseHolder, "CP-18": "decline-delegation" },
  },
  "a spouse with AAH whose holder has died": {
    who: "paul",
    is: "spouse-holder",
    file: { ...disabled, deaths: [{ personId: "awa", on: "2026-02-10" }] },
    may: { ...spouseHolder, "CP-19": spouseOwnOnly["CP-19"] ?? "" },
  },
  "a spouse whose AAH has ended": {
    who: "paul",
    is: "spouse",
    file: {
      ...couple,
      entitlements: [{ personId: "paul", benefit: "AAH", from: "2025-01-01", until: "2026-03-02" }],
    },
    may: spouse,
  },
  "a spouse with RSA": {
    who: "paul",
    is: "spouse",
    file: { ...couple, entitlements: [{ personId: "paul", benefit: "RSA", from: "2025-01-01" }] },
    may: spouse,
  },
  "a spouse after the separation": { who: "paul", is: "former-member", file: apart, may: nobody },
  "a spouse who came back": {
    who: "paul",
    is: "spouse",
    file: {
      ...apart,
      members: [...couple.members, { personId: "paul", role: "spouse", from: "2026-02-20" }],
    },
    may: spouse,
  },
  "a spouse who came back and was given the delegation anew": {
    who: "paul",
    is: "delegated-spouse",
    file: {
      ...apart,
      members: [...couple.members, { personId: "paul", role: "spouse", from: "2026-02-20" }],
      delegations: [given, { ...given, from: new Date("2026-02-21T09:00:00Z") }],
    },
    may: withDelegation,
  },
  "a spouse whose holder has left the file": {
    who: "paul",
    is: "spouse",
    file: {
      ...couple,
      members: couple.members.map((one) => (one.role === "holder" ? { ...one, until: "2026-01-01" } : one)),
    },
    may: spouseOwnOnly,
  },
  "a spouse whose holder has died": {
    who: "paul",
    is: "surviving-spouse",
    file: died("awa"),
    may: spouseOwnOnly,
  },
  "a person who has died": { who: "awa", is: "deceased", file: died("awa"), may: {} },
  "a child of 16": { who: "lina", is: "other-member", file: couple, may: member },
  "a child who has claimed": {
    who: "lina",
    is: "child-holder",
    file: { ...couple, ownFiles: [{ personId: "lina", from: "2026-01-15" }] },
    may: notClosing(member),
  },
  "a child who has moved out": {
    who: "lina",
    is: "former-member",
    file: {
      ...alone,
      members: [{ personId: "lina", role: "child", from: "2010-01-01", until: "2026-03-02" }],
    },
    may: nobody,
  },
  "a stranger": { who: "zoe", is: "none", file: couple, may: nobody },
  "somebody without any file": { who: "zoe", is: "none", file: noFacts, may: nobody },
};
