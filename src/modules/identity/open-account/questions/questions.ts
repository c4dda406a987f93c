import { address } from "./address.ts";
import { birth } from "./birth.ts";
import { birthPlace } from "./birth-place.ts";
import { commune } from "./commune.ts";
import { country } from "./country.ts";
import { names } from "./names.ts";
import { number } from "./number.ts";
import { parents } from "./parents.ts";
import type { Question } from "./question.ts";
import { sex } from "./sex.ts";
import { unlistedCommune } from "./unlisted-commune.ts";

/** Every question about a newcomer. */
export const questions = {
  names,
  sex,
  birth,
  "birth-place": birthPlace,
  commune,
  "unlisted-commune": unlistedCommune,
  country,
  parents,
  number,
  address,
} as const satisfies Record<string, Question>;

export type QuestionName = keyof typeof questions;

export const isQuestionName = (name: string): name is QuestionName => Object.hasOwn(questions, name);
