import type { Draft } from "./draft.ts";

/** What is asked of who wants an access, in this order. */
export const steps = ["who", "charter", "contact", "code", "check"] as const;
export type Step = (typeof steps)[number];

/** The first step not done; at the last, all there is to do is to send. */
export function stepOf({ told, signed, contact }: Draft): Step {
  if (!told) return "who";
  if (!signed) return "charter";
  if (!contact) return "contact";
  return contact.verified ? "check" : "code";
}

/** A step opens once all before it is done; one that was answered may be answered again. */
export const isOpen = (step: Step, draft: Draft): boolean =>
  steps.indexOf(step) <= steps.indexOf(stepOf(draft)) && !(step === "code" && draft.contact?.verified);

/** Where the browser's request stands, and each of its steps. */
export const current = "/access-requests/current";
export const pathOf = (step: Step): string => `${current}/${step}`;
