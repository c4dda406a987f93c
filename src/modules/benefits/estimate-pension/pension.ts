import { compileFromAnswers } from "../../../../engine/explain.ts";
import { load } from "../../../../engine/load.ts";
import type { MonthNumber } from "../../../../engine/months.ts";
import type { Result } from "../../../../engine/trace.ts";
import { djiboutianBenefits } from "../../../../law/benefits/dj/index.ts";
import { schemes } from "../../../../law/benefits/dj/schemes.ts";
import { type Career, factsOf } from "./answers.ts";

/** What a career gives. Amounts are in Djibouti francs. */
export type PensionEstimate = {
  now: Result;
  /** The same career continued at the same pay until the pension's age; undefined once that age is reached. */
  later: { result: Result; atAge: number } | undefined;
  /** Before the pension's age, for who is found unfit for work. */
  unfit: Result;
  /** Of the pension of today, or else of the later one: for one spouse and for one child; undefined without a pension. */
  family: { spouse: Result; child: Result } | undefined;
  /** Each month on the pay told, in the general scheme. */
  contributions: { worker: Result; employer: Result };
};

export type PensionRules = (career: Career, month: MonthNumber) => PensionEstimate;

const asked = [
  "old_age_pension",
  "pension_age_due",
  "unfit_pension",
  "worker_contributions",
  "employer_contributions",
] as const;
const assumed = { unfit_for_work: 1, scheme: schemes.general.number };

/** Loads the rules of Djibouti once (CN-03). Throws an Error named BrokenRules when they cannot be computed. */
export function openPensionRules(): PensionRules {
  const loaded = load(djiboutianBenefits);
  return (career, month) => {
    const explained = compileFromAnswers(loaded, month, asked);
    const results = (one: Career) =>
      explained({ ...factsOf(one), ...assumed }) as [Result, Result, Result, Result, Result];
    const [now, due, unfit, worker, employer] = results(career);
    const age = career.age ?? 0;
    const wait = (due.amount ?? 0) - age;
    const longer = { ...career, age: age + wait, since2007: (career.since2007 ?? 0) + wait };
    const later = wait > 0 ? { result: results(longer)[0], atAge: age + wait } : undefined;
    const pension = now.amount || later?.result.amount;
    return {
      now,
      later,
      unfit,
      family: pension ? family(pension) : undefined,
      contributions: { worker, employer },
    };

    function family(deceased_pension: number) {
      const left = { deceased_pension, surviving_spouses: 1, own_pension: 0, orphans: 1 };
      const shares = compileFromAnswers(loaded, month, ["survivor_pension", "orphans_pension"]);
      const [spouse, child] = shares(left) as [Result, Result];
      return { spouse, child };
    }
  };
}
