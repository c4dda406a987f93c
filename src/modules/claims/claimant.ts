import type { ClaimKindName } from "../../../institutions/institution.ts";
import { civilDay } from "../../../law/access/relations.ts";
import type { Language } from "../../../law/language.ts";
import type { Db, Tx } from "../../platform/database.ts";
import type { World } from "../../world.ts";
import type { ActedFor } from "../households/index.ts";
import { findAddress } from "../identity/index.ts";
import { answersOf } from "./answer/draft.ts";
import type { Answers, ClaimKind, Given, Question } from "./kind.ts";

/** What the questions of a claim are shown and read with, for this person now, whoever answers (CP-11, MC-07). */
export async function givenOf(
  world: World,
  db: Db | Tx,
  claimant: ActedFor,
  kind: ClaimKindName,
  language: Language,
): Promise<Given> {
  const [answers, address] = await Promise.all([
    answersOf(world, db, claimant, kind),
    findAddress(db, claimant.personId),
  ]);
  const { country, timeZone } = world.institution;
  return { language, answers, known: { address }, country, today: civilDay(world.clock(), timeZone) };
}

/** The first question not answered yet. */
export const nextQuestion = ({ questions }: ClaimKind, answers: Answers): Question | undefined =>
  questions.find((question) => !question.isAnswered(answers));
