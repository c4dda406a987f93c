import type { FileFacts } from "../relations.ts";
import { alone, apart, contents, couple, holder, type May, nobody, ownData, type Scene } from "./lives.ts";

const staff = (role: FileFacts["assignments"][number]["role"], office = "nancy"): FileFacts => ({
  ...couple,
  office: "nancy",
  assignments: [{ personId: "zoe", role, office, from: "2025-01-01" }],
});
const opens = { who: "zoe", reason: "La personne est à l’accueil", secondFactor: true };

const staffOwn: May = { "CP-01": ownData, "MC-17": "change-own-contacts", "SEC-12": "see-own-journal" };

/** CP-21, MC-09, MC-13, MC-14, IL-04, SEC-08: those who work for the institution. */
export const staffScenes: Record<string, Scene> = {
  "a desk agent": {
    ...opens,
    is: "desk-agent",
    file: staff("desk-agent"),
    may: {
      ...staffOwn,
      "CP-21": `${contents} see-holder-contacts see-spouse-contacts see-others-contacts see-delegation see-measure change-household`,
      "MC-09": "validate-measure",
      "SEC-11": "settle-merge decide-request",
      "MC-14": "unlock-account suspend-account",
      "MC-13": "require-new-password",
    },
    byTwo: "change-household validate-measure settle-merge decide-request",
  },
  "a desk agent who says no reason": {
    ...opens,
    reason: "  ",
    is: "desk-agent",
    file: staff("desk-agent"),
    may: staffOwn,
  },
  "a desk agent without a second factor": {
    ...opens,
    secondFactor: false,
    is: "desk-agent",
    file: staff("desk-agent"),
    may: staffOwn,
  },
  "a desk agent of another office": {
    ...opens,
    is: "desk-agent",
    file: staff("desk-agent", "metz"),
    may: staffOwn,
  },
  "a desk agent whose assignment has ended": {
    ...opens,
    is: "none",
    file: {
      ...couple,
      assignments: [{ personId: "zoe", role: "desk-agent", from: "2025-01-01", until: "2026-03-02" }],
    },
    may: nobody,
  },
  "a desk agent whose own file it is": {
    ...opens,
    who: "awa",
    is: "holder",
    file: { ...alone, assignments: [{ personId: "awa", role: "desk-agent", from: "2025-01-01" }] },
    may: holder,
  },
  "a desk agent who has left the household": {
    ...opens,
    who: "paul",
    is: "former-member",
    file: { ...apart, assignments: [{ personId: "paul", role: "desk-agent", from: "2025-01-01" }] },
    may: nobody,
  },
  "technical support": { ...opens, is: "support", file: staff("support"), may: staffOwn },
  "the data-protection officer": {
    ...opens,
    is: "data-protection-officer",
    file: staff("data-protection-officer"),
    may: { ...staffOwn, "IL-04": "see-file-number see-identities see-file-journal decide-request" },
  },
  "the data-protection officer who says no reason": {
    ...opens,
    reason: "",
    is: "data-protection-officer",
    file: staff("data-protection-officer"),
    may: staffOwn,
  },
  "an administrator who says no reason": {
    ...opens,
    reason: "",
    is: "administrator",
    file: staff("administrator"),
    may: staffOwn,
  },
  "an administrator without a second factor": {
    ...opens,
    secondFactor: false,
    is: "administrator",
    file: staff("administrator"),
    may: staffOwn,
  },
  "an administrator": {
    ...opens,
    is: "administrator",
    file: staff("administrator"),
    may: { ...staffOwn, "MC-14": "suspend-account", "MC-13": "require-new-password" },
  },
};
