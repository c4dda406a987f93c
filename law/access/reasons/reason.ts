import type { Sentence } from "../../language.ts";

/** The statement that a rule comes from. */
export type Source =
  | "CP-01"
  | "CP-11"
  | "CP-15"
  | "CP-16"
  | "CP-17"
  | "CP-18"
  | "CP-19"
  | "CP-20"
  | "CP-21"
  | "MC-05"
  | "MC-06"
  | "MC-07"
  | "MC-09"
  | "MC-10"
  | "MC-13"
  | "MC-14"
  | "MC-15"
  | "MC-17"
  | "MC-19"
  | "IL-04"
  | "IL-19"
  | "SEC-08"
  | "SEC-11"
  | "SEC-12";

/** Why, in words that suit the person, the agent at the desk (CP-21) and the page that explains the rules. */
export type Reason = { readonly says: Sentence; readonly source: Source };

/** Why not, and the way that stays open to the person. */
export type Refused = { readonly allowed: false; readonly because: Reason; readonly way: Sentence };
