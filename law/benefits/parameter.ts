import type { Sentence } from "../language.ts";

/** What an amount counts in. */
export type Unit =
  | "EUR/month"
  | "EUR/year"
  | "EUR"
  | "EUR/hour"
  | "DJF/month"
  | "DJF/year"
  | "DJF"
  | "ratio"
  | "years"
  | "days"
  | "count"
  | "hours"
  | "yes-no";

/** One dated value of a parameter and the text that sets it. */
export type DatedValue = { readonly from: string; readonly value: number; readonly ref: string };

/** A number that a text sets and changes. Values are in order of date; each holds until the next. */
export type Parameter = {
  readonly id: string;
  readonly label: Sentence;
  readonly unit: Unit;
  /** The article that calls for the number. */
  readonly source: string;
  readonly values: readonly DatedValue[];
};
