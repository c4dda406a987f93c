import type { Amount } from "../law/benefits/expression.ts";
import type { Rule } from "../law/benefits/rule.ts";

/** Amounts are never finer than this: two that differ by less are the same decimal number. */
export const same = 1e-6;

/** To the nearest cent; half a cent counts for one, also when the binary number lies a hair under it. */
const toCent = (amount: number): number => Math.floor(amount * 100 + 0.5 + 1e-5) / 100;

/** To the nearest euro; half a euro to the even one. */
export function toEuroHalfEven(amount: number): number {
  const low = Math.floor(amount);
  const rest = amount - low;
  if (Math.abs(rest - 0.5) < same) return low % 2 === 0 ? low : low + 1;
  return rest < 0.5 ? low : low + 1;
}

/** What each way of rounding does. */
export const roundings = { cent: toCent, "euro, half to even": toEuroHalfEven };

const money = new Set(["pay", "taxable_pay"]);
const wholeUnits = new Set(["count", "yes-no", "years"]);

/** The amount is a whole number by nature (an age, a count), so that comparing it needs no tolerance. */
export function isWhole(amount: Amount, rules: ReadonlyMap<string, Rule>): boolean {
  switch (amount.op) {
    case "number":
      return Number.isInteger(amount.value);
    case "parameter":
      return wholeUnits.has(amount.parameter.unit);
    case "fact":
      return !money.has(amount.fact);
    case "rule":
    case "in month":
      return wholeUnits.has(rules.get(amount.rule)?.unit ?? "");
    case "sum":
    case "product":
    case "least":
    case "most":
      return amount.terms.every((term) => isWhole(term, rules));
    case "minus":
      return isWhole(amount.left, rules) && isWhole(amount.right, rules);
    case "if":
      return isWhole(amount.yes, rules) && isWhole(amount.no, rules);
    case "over":
      return isWhole(amount.each, rules);
    case "date":
      return true;
    case "divided":
    case "rounded":
      return false;
  }
}
