import type { Parameter } from "./parameter.ts";

/** Which members of a household a sum or a count walks over. */
export type Members = "adults" | "children";

/** A number computed from facts, parameters and other rules: plain data, so that the page, the engine and a lawyer read the same. */
export type Amount =
  | { readonly op: "number"; readonly value: number }
  | { readonly op: "parameter"; readonly parameter: Parameter; readonly of: "month" | "income year" }
  | { readonly op: "fact"; readonly fact: string }
  | { readonly op: "rule"; readonly rule: string }
  | { readonly op: "in month"; readonly rule: string; readonly when: Shift }
  | { readonly op: "sum" | "product" | "least" | "most"; readonly terms: readonly Amount[] }
  | { readonly op: "minus" | "divided"; readonly left: Amount; readonly right: Amount }
  | { readonly op: "rounded"; readonly amount: Amount; readonly to: Rounding }
  | { readonly op: "if"; readonly when: Condition; readonly yes: Amount; readonly no: Amount }
  | {
      readonly op: "over";
      readonly members: Members;
      readonly where: Condition;
      readonly each: Amount;
    }
  | { readonly op: "date"; readonly yearsBefore: Amount; readonly month: number; readonly day: number };

/** Something that holds or does not. */
export type Condition =
  | { readonly op: "compare"; readonly is: Comparison; readonly left: Amount; readonly right: Amount }
  | { readonly op: "all" | "any"; readonly conditions: readonly Condition[] }
  | { readonly op: "not"; readonly condition: Condition }
  | { readonly op: "in force"; readonly from: string };

/** "before" and "after" are strict; "from" and "up to" include the limit itself. */
export type Comparison = ">" | ">=" | "<" | "<=" | "=";

/** Another month than the one asked for: so many months before, or that month of the same year. */
export type Shift = { readonly monthsBefore: number } | { readonly monthOfYear: number };

/**
 * How the text rounds. "cent": to the nearest cent, half a cent counts for one. "euro, half to even": to the nearest
 * euro, half a euro to the even one (see fr/known-gaps.md, « arrondi de la déduction »).
 */
export type Rounding = "cent" | "euro, half to even";

type Term = Amount | number;
const amount = (term: Term): Amount => (typeof term === "number" ? { op: "number", value: term } : term);

/** The value in force on the first day of the month computed; for "income year", on 1 January of the year whose income counts (two years before). */
export const parameter = (given: Parameter, of: "month" | "income year" = "month"): Amount => ({
  op: "parameter",
  parameter: given,
  of,
});

/** A fact about the household, or about the member that the sum around it walks over. */
export const fact = (name: string): Amount => ({ op: "fact", fact: name });

/** The result of another rule, by its id. */
export const rule = (id: string): Amount => ({ op: "rule", rule: id });

/** The result of a rule in another month, with the law and the ages of that month. */
export const inMonth = (when: Shift, id: string): Amount => ({ op: "in month", rule: id, when });

/** a + b + … */
export const sum = (...terms: Term[]): Amount => ({ op: "sum", terms: terms.map(amount) });
/** a × b × … */
export const times = (...terms: Term[]): Amount => ({ op: "product", terms: terms.map(amount) });
/** The smallest. */
export const least = (...terms: Term[]): Amount => ({ op: "least", terms: terms.map(amount) });
/** The greatest. */
export const most = (...terms: Term[]): Amount => ({ op: "most", terms: terms.map(amount) });
/** a − b. */
export const minus = (left: Term, right: Term): Amount => ({
  op: "minus",
  left: amount(left),
  right: amount(right),
});
/** a ÷ b. */
export const divided = (left: Term, right: Term): Amount => ({
  op: "divided",
  left: amount(left),
  right: amount(right),
});
/** Rounded as the text says. */
export const rounded = (term: Term, to: Rounding): Amount => ({ op: "rounded", amount: amount(term), to });
/** One amount when the condition holds, another otherwise (nothing by default). */
export const given = (when: Condition, yes: Term, no: Term = 0): Amount => ({
  op: "if",
  when,
  yes: amount(yes),
  no: amount(no),
});
/** 1 when the condition holds, else 0: how a rule says yes or no. */
export const yesNo = (when: Condition): Amount => given(when, 1, 0);

const always: Condition = { op: "all", conditions: [] };
/** The sum of an amount over the members for whom the condition holds. */
export const sumOver = (members: Members, each: Term, where: Condition = always): Amount => ({
  op: "over",
  members,
  where,
  each: amount(each),
});
/** How many members meet the condition. */
export const count = (members: Members, where: Condition): Amount => sumOver(members, 1, where);
/** A calendar date as the number yyyymmdd, so many years before the year computed: comparable with a birth. */
export const dateInYear = (yearsBefore: Term, month: number, day: number): Amount => ({
  op: "date",
  yearsBefore: amount(yearsBefore),
  month,
  day,
});

const compare = (left: Term, is: Comparison, right: Term): Condition => ({
  op: "compare",
  is,
  left: amount(left),
  right: amount(right),
});
/** a > b */
export const exceeds = (left: Term, right: Term): Condition => compare(left, ">", right);
/** a ≥ b */
export const reaches = (left: Term, right: Term): Condition => compare(left, ">=", right);
/** a < b */
export const isUnder = (left: Term, right: Term): Condition => compare(left, "<", right);
/** a ≤ b */
export const isWithin = (left: Term, right: Term): Condition => compare(left, "<=", right);
/** a = b */
export const equals = (left: Term, right: Term): Condition => compare(left, "=", right);
/** A yes-no rule or fact says yes. */
export const holds = (term: Amount): Condition => exceeds(term, 0);
/** Every condition holds. */
export const all = (...conditions: Condition[]): Condition => ({ op: "all", conditions });
/** One of the conditions holds. */
export const any = (...conditions: Condition[]): Condition => ({ op: "any", conditions });
/** The condition does not hold. */
export const not = (condition: Condition): Condition => ({ op: "not", condition });
/** The month computed begins on that day or later: how a reform enters a formula. */
export const inForce = (from: string): Condition => ({ op: "in force", from });
