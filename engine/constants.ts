import type { Amount, Condition } from "../law/benefits/expression.ts";
import { roundings, same } from "./arithmetic.ts";
import { type MonthNumber, monthText, valueFor, yearOf } from "./months.ts";

/** The value of an amount that rests on parameters alone, for a month; undefined when it needs facts or rules. */
export function constantOf(amount: Amount, month: MonthNumber): number | undefined {
  switch (amount.op) {
    case "number":
      return amount.value;
    case "parameter":
      return valueFor(amount.parameter, amount.of, month);
    case "date": {
      const years = constantOf(amount.yearsBefore, month);
      return years === undefined
        ? undefined
        : (yearOf(month) - years) * 10000 + amount.month * 100 + amount.day;
    }
    case "sum":
    case "product":
    case "least":
    case "most": {
      const terms = amount.terms.map((term) => constantOf(term, month));
      if (terms.some((term) => term === undefined)) return undefined;
      return together[amount.op](terms as number[]);
    }
    case "minus":
    case "divided": {
      const left = constantOf(amount.left, month);
      const right = constantOf(amount.right, month);
      if (left === undefined || right === undefined) return undefined;
      return amount.op === "minus" ? left - right : left / right;
    }
    case "rounded": {
      const inner = constantOf(amount.amount, month);
      return inner === undefined ? undefined : roundings[amount.to](inner);
    }
    case "if": {
      const held = heldBy(amount.when, month);
      return held === undefined ? undefined : constantOf(held ? amount.yes : amount.no, month);
    }
    default:
      return undefined;
  }
}

/** Whether a condition that rests on parameters and dates alone holds; undefined when it needs facts or rules. */
export function heldBy(condition: Condition, month: MonthNumber): boolean | undefined {
  switch (condition.op) {
    case "in force":
      return `${monthText(month)}-01` >= condition.from;
    case "not": {
      const inner = heldBy(condition.condition, month);
      return inner === undefined ? undefined : !inner;
    }
    case "all":
    case "any": {
      const held = condition.conditions.map((each) => heldBy(each, month));
      if (held.some((each) => each === undefined)) return undefined;
      return condition.op === "all" ? held.every(Boolean) : held.some(Boolean);
    }
    case "compare": {
      const left = constantOf(condition.left, month);
      const right = constantOf(condition.right, month);
      if (left === undefined || right === undefined) return undefined;
      return comparisons[condition.is](left - right);
    }
  }
}

const comparisons = {
  ">": (difference: number) => difference > same,
  ">=": (difference: number) => difference >= -same,
  "<": (difference: number) => difference < -same,
  "<=": (difference: number) => difference <= same,
  "=": (difference: number) => Math.abs(difference) <= same,
};

const together = {
  sum: (terms: readonly number[]) => terms.reduce((a, b) => a + b, 0),
  product: (terms: readonly number[]) => terms.reduce((a, b) => a * b, 1),
  least: (terms: readonly number[]) => Math.min(...terms),
  most: (terms: readonly number[]) => Math.max(...terms),
};
