import type { Parameter } from "../law/benefits/parameter.ts";
import type { Rule } from "../law/benefits/rule.ts";
import type { Population } from "./population.ts";

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
  /** Where the facts it read are, and how to read them: inputsOf gives them. */
  readonly readers: readonly Reader[];
  readonly facts: FactSource;
  readonly parameters: readonly UsedParameter[];
};

/** The facts of one evaluation: columns of one household, and plain answers by name. */
export type FactSource = {
  readonly columns: Population;
  readonly answers: Readonly<Record<string, number>>;
};

/** How a step finds one of its facts, for its own member or for all. */
export type Reader = {
  readonly fact: string;
  readonly read: (facts: FactSource, member: number | undefined) => readonly number[];
};

/** The facts that a step read, with their values (MC-27). */
export const inputsOf = ({ readers, facts, member }: Step): readonly Input[] =>
  readers.map(({ fact, read }) => ({ fact, values: read(facts, member) }));

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
