import type { Sentence } from "../language.ts";
import type { Amount, Condition } from "./expression.ts";
import type { Unit } from "./parameter.ts";

/** Why a result is zero: the first reason whose condition holds is the one given. `{name}` in the sentence is one of `values`. */
export type ZeroReason = {
  readonly when: Condition;
  readonly says: Sentence;
  readonly values?: Readonly<Record<string, Amount>>;
};

/** One step of the law: what it computes, from what, by which article. */
export type Rule = {
  readonly id: string;
  readonly label: Sentence;
  /** How the step is computed, in words for the person concerned. */
  readonly says: Sentence;
  readonly article: string;
  readonly unit: Unit;
  /** Whose step it is: a rule of an adult or a child is computed for each of them. */
  readonly of: "household" | "adult" | "child";
  /** The rule is written for months from this day on, and until that day when the law has changed since. */
  readonly from: string;
  readonly until?: string;
  readonly formula: Amount;
  readonly zero?: readonly ZeroReason[];
  /** Present while nobody has confirmed the rule against the law: where it was read. Shown to the person. */
  readonly unverified?: string;
};

/** A fact the rules may ask for. */
export type Fact = {
  readonly name: string;
  readonly of: "household" | "adult" | "child";
  readonly label: Sentence;
  /** The question that gives the fact: facts that the computer derives from one answer share its name. */
  readonly asked: string;
};

/** A country's benefits: all rules and facts, and which rules are results shown to people. */
export type Rulebook = {
  readonly country: "FR" | "DJ";
  readonly currency: "EUR" | "DJF";
  /** The first month computed exactly, as yyyy-mm. */
  readonly since: string;
  /** The last month, as yyyy-mm, for which every value that changes each year is published: later months use the last known. */
  readonly publishedUntil?: string;
  readonly facts: readonly Fact[];
  readonly rules: readonly Rule[];
  readonly results: readonly string[];
};
