import type { Parameter, Rule } from "../law/benefits/rule.ts";

/** One step of a result: a rule, what it gave, and all that it used. Undefined where a fact is not known yet. */
export type Step = {
  readonly rule: Rule;
  /** The month whose law, ages and benefits were used, as yyyy-mm. */
  readonly month: string;
  /** Its place in the prepared evaluation: the same rule in the same month has the same place. */
  readonly slot: number;
  /** Which adult or child, for a rule of a member. */
  readonly member: number | undefined;
  /** NaN when a fact is missing. */
  amount: number;
  readonly uses: Step[];
  readonly inputs: readonly Input[];
  readonly parameters: readonly UsedParameter[];
};

/** A fact that a step read: one value for the household, or one for each member. */
export type Input = { readonly fact: string; readonly values: readonly number[] };

/** A parameter as it stood for the month of the step. */
export type UsedParameter = { readonly parameter: Parameter; readonly value: number };

/** A result with its trace: the amount, undefined while facts are missing, which ones, and why a zero is a zero. */
export type Result = {
  readonly id: string;
  readonly amount: number | undefined;
  readonly step: Step;
  /** What to ask next, by name of field; nothing is guessed. */
  readonly missing: readonly string[];
  readonly because: Because | undefined;
};

/** The sentence that says why a result is zero, with the numbers to put in it. */
export type Because = {
  readonly says: Rule["says"];
  readonly values: Readonly<Record<string, { readonly value: number; readonly money: boolean }>>;
};
