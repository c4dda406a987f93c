import { type FileFacts, noFacts, type Relation } from "../relations.ts";

/**
 * The statements read a second time, without the table: scenes from people's lives and, for each, all that the person may
 * do, by the statement that lets them. Whatever a scene does not name is refused there.
 */
export type May = Record<string, string>;
export type Scene = {
  who: string;
  is: Relation;
  file: FileFacts;
  may: May;
  /** Said by staff when they open the file. */
  reason?: string;
  secondFactor?: boolean;
  /** Takes two agents. */
  byTwo?: string;
};

export const on = new Date("2026-03-02T12:00:00Z");
export const alone: FileFacts = {
  ...noFacts,
  members: [{ personId: "awa", role: "holder", from: "2020-01-01" }],
};
export const couple: FileFacts = {
  ...alone,
  members: [
    ...alone.members,
    { personId: "paul", role: "spouse", from: "2020-01-01" },
    { personId: "lina", role: "child", from: "2010-01-01" },
  ],
};
export const given = { by: "awa", to: "paul", from: new Date("2025-06-01T08:00:00Z") };
export const delegated: FileFacts = { ...couple, delegations: [given] };
export const disabled: FileFacts = {
  ...couple,
  entitlements: [{ personId: "paul", benefit: "AAH", from: "2025-01-01" }],
};
export const apart: FileFacts = {
  ...delegated,
  separations: [{ spouse: "paul", on: "2026-02-01", declaredAt: new Date("2026-02-03T10:00:00Z") }],
};
// What the statements name together.
export const contents =
  "see-file-number see-identities see-household-members see-resources see-rights-and-payments see-documents see-messages";
export const procedures = "change-household declare-resources change-bank-details claim-for-household appeal";
export const ownData = "see-own-identity see-own-contacts";
export const anyone: May = {
  "SEC-12": "see-own-journal",
  "MC-15": "claim-individually",
  "MC-09": "deposit-measure",
  "MC-19": "close-account",
};
export const holder: May = {
  ...anyone,
  "CP-16": `${ownData} change-own-contacts see-holder-contacts ${contents} ${procedures}`,
  "CP-15": "see-delegation revoke-delegation",
  "SEC-12": "see-own-journal see-file-journal",
};
export const holderOfCouple: May = {
  ...holder,
  "CP-16": `${holder["CP-16"]} declare-separation`,
  "CP-15": "see-delegation grant-delegation revoke-delegation",
};
export const spouse: May = {
  ...anyone,
  "CP-19": `${ownData} change-own-contacts see-spouse-contacts declare-separation`,
  "CP-01": "see-file-number",
};
export const nobody: May = { ...anyone, "CP-01": ownData, "MC-17": "change-own-contacts" };
