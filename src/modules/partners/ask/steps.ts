import type { Draft } from "./draft.ts";

/** What a person who asks for a structure goes through, in order; each is one page (SP-02). */
export const steps = ["structure", "address", "asker", "code", "services", "check", "charter"] as const;

export type Step = (typeof steps)[number];

const isDone: Record<Step, (draft: Draft) => boolean> = {
  structure: ({ structure }) => structure !== undefined,
  address: ({ address }) => address !== undefined,
  asker: ({ asker }) => asker !== undefined,
  code: ({ asker, confirmedMail }) => asker !== undefined && asker.mail === confirmedMail,
  services: ({ services, servicesDone }) => services.length > 0 && servicesDone,
  check: ({ checked }) => checked,
  charter: () => false,
};

/** The first step not done. */
export const stepOf = (draft: Draft): Step => steps.find((step) => !isDone[step](draft)) ?? "charter";

/** Whether a step is open: nothing before it is left to do. */
export const isOpen = (step: Step, draft: Draft): boolean =>
  steps.indexOf(step) <= steps.indexOf(stepOf(draft));

export const base = "/structures/requests/current";

export const pathOf = (step: Step): string => (step === "code" ? `${base}/mail/code` : `${base}/${step}`);

/** The page before this one; a code already typed is not asked again. */
export function pathBefore(step: Step): string {
  const before = steps.filter((one) => one !== "code" || step === "code");
  const previous = before[before.indexOf(step) - 1];
  return previous ? pathOf(previous) : "/structures/new";
}
