import type { Draft } from "./draft.ts";
import { type QuestionName, questions } from "./questions/questions.ts";

/** What a newcomer goes through, in order (CP-10, CP-12): the questions, then what makes an account of the answers. */
export type Step = QuestionName | "check" | "contacts" | "mail-code" | "mobile-code" | "password";

/** The stages people are told of, each with its steps. */
export const stages = [
  ["names", "sex", "birth", "birth-place", "commune", "unlisted-commune", "country", "parents"],
  ["number"],
  ["address"],
  ["check"],
  ["contacts", "mail-code", "mobile-code"],
  ["password"],
] as const satisfies readonly (readonly Step[])[];

const order: readonly Step[] = stages.flat();

/** The first step not done. */
export const stepOf = (draft: Draft): Step =>
  order.find((step) => isAsked(step, draft) && !isDone(step, draft)) ?? "password";

/** Whether a step is open: asked of this person, and nothing before it is left to do. */
export const isOpen = (step: Step, draft: Draft): boolean =>
  isAsked(step, draft) && order.indexOf(step) <= order.indexOf(stepOf(draft));

/** The page before this one. */
export function pathBefore(step: Step, draft: Draft): string {
  const before = order.slice(0, order.indexOf(step)).findLast((one) => isAsked(one, draft) && !isCode(one));
  return before ? pathOf(before) : "/claims/new";
}

export const pathOf = (step: Step): string =>
  isCode(step) ? `${current}/contacts/${step.replace("-code", "")}/code` : `${current}/${step}`;

/** The stage of a step, counted from 1. */
export const stageOf = (step: Step): number =>
  stages.findIndex((steps) => (steps as readonly Step[]).includes(step)) + 1;

const current = "/openings/current";

const isCode = (step: Step) => step === "mail-code" || step === "mobile-code";

const isQuestion = (step: Step): step is QuestionName => step in questions;

function isAsked(step: Step, draft: Draft): boolean {
  if (isQuestion(step)) return questions[step].isAsked(draft);
  if (step === "mail-code") return draft.mail !== undefined;
  if (step === "mobile-code") return draft.mobile !== undefined;
  return true;
}

function isDone(step: Step, draft: Draft): boolean {
  if (isQuestion(step)) return questions[step].isAnswered(draft);
  switch (step) {
    case "check":
      return draft.checked;
    case "contacts":
      return draft.mail !== undefined || draft.mobile !== undefined;
    case "mail-code":
      return draft.mail?.verified === true || draft.mail?.putOff === true;
    case "mobile-code":
      return (
        draft.mobile?.verified === true || (draft.mobile?.putOff === true && draft.mail?.verified === true)
      );
    default:
      return false;
  }
}

/** Whether the code of one may wait: the other one is confirmed, or is about to be (MC-16). */
export const mayPutOff = (draft: Draft, kind: "mail" | "mobile"): boolean =>
  kind === "mail" ? draft.mobile !== undefined : draft.mail?.verified === true;
