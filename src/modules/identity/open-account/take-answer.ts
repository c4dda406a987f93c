import type { BirthDatePart } from "../../../../law/civil-status/birth-date.ts";
import type { World } from "../../../world.ts";
import type { Draft } from "./draft.ts";
import { type OpeningCookie, onOpening } from "./opening.ts";
import type { Errors, Typed } from "./questions/question.ts";
import { type QuestionName, questions } from "./questions/questions.ts";
import { isOpen } from "./steps.ts";

export type Taken =
  /** `stay`: the same page comes again, with more on it. */
  | { kept: Draft; stay: boolean }
  | { draft: Draft; errors: Errors; wrong?: readonly BirthDatePart[] }
  | { over: true };

/** Keeps the answer to one question; what was read again and checked before is to be checked again. */
export const takeAnswer = (
  world: World,
  cookie: OpeningCookie | undefined,
  question: QuestionName,
  typed: Typed,
  today: string,
): Promise<Taken> =>
  onOpening<Taken>(world, cookie, async (_tx, { draft }, keep) => {
    if (!isOpen(question, draft)) return { over: true };
    const { country } = world.institution;
    const read = await questions[question].read(typed, { draft, today, country });
    if ("refused" in read) return { draft, errors: read.refused, ...(read.wrong && { wrong: read.wrong }) };
    const kept = await keep({ ...read.draft, registry: undefined, checked: false });
    return { kept, stay: read.stay === true };
  });
