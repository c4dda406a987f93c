import { compileFromAnswers } from "../../../../engine/explain.ts";
import { load } from "../../../../engine/load.ts";
import type { MonthNumber } from "../../../../engine/months.ts";
import type { Result } from "../../../../engine/trace.ts";
import { djiboutianBenefits } from "../../../../law/benefits/dj/index.ts";
import { type Career, factsOf } from "./answers.ts";

/** What a career gives. Amounts are in Djibouti francs. */
export type PensionEstimate = {
  now: Result;
  /** The same career continued at the same pay until the pension's age; undefined once that age is reached. */
  later: { result: Result; atAge: number } | undefined;
};

export type PensionRules = (career: Career, month: MonthNumber) => PensionEstimate;

/** Loads the rules of Djibouti once (CN-03). Throws an Error named BrokenRules when they cannot be computed. */
export function openPensionRules(): PensionRules {
  const loaded = load(djiboutianBenefits);
  return (career, month) => {
    const explained = compileFromAnswers(loaded, month, ["old_age_pension", "pension_age_due"]);
    const [now, due] = explained(factsOf(career)) as [Result, Result];
    const age = career.age ?? 0;
    const wait = (due.amount ?? 0) - age;
    if (wait <= 0) return { now, later: undefined };
    const longer = { ...career, age: age + wait, since2007: (career.since2007 ?? 0) + wait };
    const [result] = explained(factsOf(longer)) as [Result];
    return { now, later: { result, atAge: age + wait } };
  };
}
