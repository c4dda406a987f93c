import type { Amount, Condition } from "../law/benefits/expression.ts";
import type { Rule, Rulebook } from "../law/benefits/rule.ts";

/** Rules that were checked: every name is known, and none needs itself. */
export type LoadedRules = {
  readonly book: Rulebook;
  readonly rules: ReadonlyMap<string, Rule>;
};

/** A rulebook that cannot be computed: a fault of whoever wrote it, found when it is loaded. */
const brokenRules = (message: string): Error => Object.assign(new Error(message), { name: "BrokenRules" });

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

function refuseCircles(rules: ReadonlyMap<string, Rule>): void {
  const done = new Set<string>();
  const walk = (id: string, path: readonly string[]): void => {
    if (path.includes(id))
      throw brokenRules(
        `Rules need each other in a circle: ${[...path.slice(path.indexOf(id)), id].join(" → ")}`,
      );
    if (done.has(id)) return;
    const rule = rules.get(id);
    if (rule)
      for (const part of parts(rule.formula))
        if (part.op === "rule" || part.op === "in month") walk(part.rule, [...path, id]);
    done.add(id);
  };
  for (const id of rules.keys()) walk(id, []);
}

function* allParts(rule: Rule): Generator<Amount> {
  yield* parts(rule.formula);
  for (const { when, values } of rule.zero ?? []) {
    yield* conditionParts(when);
    for (const value of Object.values(values ?? {})) yield* parts(value);
  }
}

/** An amount and every amount in it. */
export function* parts(amount: Amount): Generator<Amount> {
  yield amount;
  switch (amount.op) {
    case "sum":
    case "product":
    case "least":
    case "most":
      for (const term of amount.terms) yield* parts(term);
      return;
    case "minus":
    case "divided":
      yield* parts(amount.left);
      yield* parts(amount.right);
      return;
    case "rounded":
      yield* parts(amount.amount);
      return;
    case "date":
      yield* parts(amount.yearsBefore);
      return;
    case "if":
      yield* conditionParts(amount.when);
      yield* parts(amount.yes);
      yield* parts(amount.no);
      return;
    case "over":
      yield* conditionParts(amount.where);
      yield* parts(amount.each);
      return;
  }
}

function* conditionParts(condition: Condition): Generator<Amount> {
  switch (condition.op) {
    case "compare":
      yield* parts(condition.left);
      yield* parts(condition.right);
      return;
    case "all":
    case "any":
      for (const each of condition.conditions) yield* conditionParts(each);
      return;
    case "not":
      yield* conditionParts(condition.condition);
      return;
  }
}
