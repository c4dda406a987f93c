import type { Amount, Condition } from "../law/benefits/expression.ts";
import type { Rule, Rulebook } from "../law/benefits/rule.ts";

/** Rules that were checked: every name is known, and none needs itself. */
export type LoadedRules = {
  readonly book: Rulebook;
  readonly rules: ReadonlyMap<string, Rule>;
};

/** A rulebook that cannot be computed: a fault of whoever wrote it, found when it is loaded. */
export const brokenRules = (message: string): Error =>
  Object.assign(new Error(message), { name: "BrokenRules" });

/**
 * Checks a rulebook once, before anything is computed: rules are unique, the rules and facts they name exist, dated
 * values are in order, and no rule needs itself, directly or in another month. Throws an Error named BrokenRules.
 */
export function load(book: Rulebook): LoadedRules {
  const rules = new Map<string, Rule>();
  for (const rule of book.rules) {
    if (rules.has(rule.id)) throw brokenRules(`The rule ${rule.id} is written twice`);
    rules.set(rule.id, rule);
  }
  const facts = new Set(book.facts.map(({ name }) => name));
  for (const rule of book.rules) {
    for (const part of allParts(rule)) {
      if ((part.op === "rule" || part.op === "in month") && !rules.has(part.rule))
        throw brokenRules(`${rule.id} needs the rule ${part.rule}, which does not exist`);
      if (part.op === "fact" && !facts.has(part.fact))
        throw brokenRules(`${rule.id} asks for the fact ${part.fact}, which does not exist`);
      if (part.op === "parameter") checkOrder(part.parameter.id, part.parameter.values);
    }
  }
  for (const result of book.results)
    if (!rules.has(result)) throw brokenRules(`The result ${result} has no rule`);
  refuseCircles(rules);
  return { book, rules };
}

function checkOrder(id: string, values: readonly { from: string }[]): void {
  values.forEach(({ from }, at) => {
    const before = values[at - 1];
    if (before && before.from >= from) throw brokenRules(`The values of ${id} are not in order of date`);
  });
}

/** Follows what a rule rests on, and what the reasons for its zero look at: both are computed with it. */
function refuseCircles(rules: ReadonlyMap<string, Rule>): void {
  const done = new Set<string>();
  const walk = (id: string, path: readonly string[]): void => {
    if (path.includes(id))
      throw brokenRules(
        `Rules need each other in a circle: ${[...path.slice(path.indexOf(id)), id].join(" → ")}`,
      );
    if (done.has(id)) return;
    for (const part of allParts(rules.get(id) as Rule))
      if (part.op === "rule" || part.op === "in month") walk(part.rule, [...path, id]);
    done.add(id);
  };
  for (const id of rules.keys()) walk(id, []);
}

function allParts({ formula, zero = [] }: Rule): readonly Amount[] {
  const found: Amount[] = [];
  collect(formula, found);
  for (const { when, values } of zero) {
    collectIn(when, found);
    for (const value of Object.values(values ?? {})) collect(value, found);
  }
  return found;
}

/** An amount and every amount in it. */
export function parts(amount: Amount): readonly Amount[] {
  const found: Amount[] = [];
  collect(amount, found);
  return found;
}

/** One list that is added to: loading walks every formula several times, and each copy of a part would cost. */
function collect(amount: Amount, found: Amount[]): void {
  found.push(amount);
  switch (amount.op) {
    case "sum":
    case "product":
    case "least":
    case "most":
      for (const term of amount.terms) collect(term, found);
      return;
    case "minus":
    case "divided":
      collect(amount.left, found);
      collect(amount.right, found);
      return;
    case "rounded":
      collect(amount.amount, found);
      return;
    case "date":
      collect(amount.yearsBefore, found);
      return;
    case "if":
      collectIn(amount.when, found);
      collect(amount.yes, found);
      collect(amount.no, found);
      return;
    case "over":
      collectIn(amount.where, found);
      collect(amount.each, found);
      return;
  }
}

function collectIn(condition: Condition, found: Amount[]): void {
  switch (condition.op) {
    case "compare":
      collect(condition.left, found);
      collect(condition.right, found);
      return;
    case "all":
    case "any":
      for (const each of condition.conditions) collectIn(each, found);
      return;
    case "not":
      collectIn(condition.condition, found);
      return;
  }
}
