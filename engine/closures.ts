import type { Amount, Comparison, Condition } from "../law/benefits/expression.ts";
import type { Rule } from "../law/benefits/rule.ts";
import { isWhole, roundings, same } from "./arithmetic.ts";
import { constantOf, heldBy } from "./constants.ts";
import { factTable } from "./fact-table.ts";
import { type MonthNumber, yearOf } from "./months.ts";
import type { Population } from "./population.ts";
import type { Step } from "./trace.ts";

/** One evaluation under way: the household, the member a sum is at, and the steps computed so far. */
export type Run = {
  readonly columns: Population;
  /** Facts that are not in columns: plain answers, by name. */
  readonly answers: Readonly<Record<string, number>>;
  readonly adults: number;
  /** NaN while the children were not asked. */
  readonly children: number;
  adult: number;
  child: number;
  readonly missing: Set<string>;
  readonly steps: (Step | undefined)[];
  readonly memberSteps: (Step[] | undefined)[];
  step: Step | undefined;
};

/** A number or, for a condition, 1 or 0; NaN when it rests on a fact that is not known. */
export type Get = (run: Run) => number;

/** What an expression is compiled for. */
export type Context = {
  readonly month: MonthNumber;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly getRule: (id: string) => Get;
  readonly getInMonth: (part: Amount & { op: "in month" }) => Get;
};

/** Compiles an amount to a closure for one month. */
export function compileAmount(amount: Amount, context: Context): Get {
  const constant = constantOf(amount, context.month);
  if (constant !== undefined) return () => constant;
  const of = (part: Amount): Get => compileAmount(part, context);
  switch (amount.op) {
    case "fact":
      return compileFact(amount.fact, context.month);
    case "rule":
      return context.getRule(amount.rule);
    case "in month":
      return context.getInMonth(amount);
    case "sum":
      return addAll(amount.terms.map(of));
    case "product":
      return fold(amount.terms.map(of), (a, b) => a * b);
    case "least":
      return fold(amount.terms.map(of), Math.min);
    case "most":
      return fold(amount.terms.map(of), Math.max);
    case "minus":
      return subtract(of(amount.left), of(amount.right));
    case "divided":
      return fold([of(amount.left), of(amount.right)], (a, b) => a / b);
    case "rounded": {
      const inner = of(amount.amount);
      const round = roundings[amount.to];
      return (run) => round(inner(run));
    }
    case "if": {
      const when = compileCondition(amount.when, context);
      const yes = of(amount.yes);
      const no = of(amount.no);
      return (run) => {
        const held = when(run);
        return held === 1 ? yes(run) : held === 0 ? no(run) : Number.NaN;
      };
    }
    case "over":
      return compileOver(amount, context);
    default:
      return () => Number.NaN;
  }
}

function addAll(terms: readonly Get[]): Get {
  const [first, second, ...more] = terms;
  if (!first || !second || more.length > 0) return fold(terms, (a, b) => a + b);
  return (run) => first(run) + second(run);
}

const subtract =
  (left: Get, right: Get): Get =>
  (run) =>
    left(run) - right(run);

function fold(terms: readonly Get[], join: (a: number, b: number) => number): Get {
  const [first, second, ...more] = terms;
  if (!first) return () => Number.NaN;
  if (!second) return first;
  if (more.length === 0) return (run) => join(first(run), second(run));
  return (run) => {
    let result = join(first(run), second(run));
    for (const term of more) result = join(result, term(run));
    return result;
  };
}

function compileFact(name: string, month: MonthNumber): Get {
  const known = factTable[name];
  if (!known) return (run) => run.answers[name] ?? Number.NaN;
  if (known.counts === "members") return (run) => run.adults;
  const column = known.column as "pay";
  const now = known.counts === "months until December" ? yearOf(month) * 12 + 11 : month;
  if (known.of === "household") return (run) => run.columns[column][0] as number;
  const at: (run: Run) => number = known.of === "adult" ? (run) => run.adult : (run) => run.child;
  if (known.counts === "as it is") return (run) => run.columns[column][at(run)] as number;
  return (run) => now - (run.columns[column][at(run)] as number);
}

function compileOver(amount: Amount & { op: "over" }, context: Context): Get {
  const where = compileCondition(amount.where, context);
  const each = compileAmount(amount.each, context);
  const member = amount.members === "adults" ? "adult" : "child";
  return (run) => {
    const count = run[amount.members];
    if (Number.isNaN(count)) {
      run.missing.add(amount.members);
      return Number.NaN;
    }
    const before = run[member];
    let result = 0;
    for (let at = 0; at < count; at += 1) {
      run[member] = at;
      const held = where(run);
      if (held === 0) continue;
      result += held === 1 ? each(run) : Number.NaN;
    }
    run[member] = before;
    return result;
  };
}

/** Compiles a condition: 1, 0, or NaN when an unknown fact decides. */
export function compileCondition(condition: Condition, context: Context): Get {
  const constant = heldBy(condition, context.month);
  if (constant !== undefined) return () => (constant ? 1 : 0);
  switch (condition.op) {
    case "in force":
      return () => Number.NaN;
    case "not": {
      const inner = compileCondition(condition.condition, context);
      return (run) => 1 - inner(run);
    }
    case "all":
    case "any": {
      const settles = condition.op === "all" ? 0 : 1;
      const conditions: Get[] = condition.conditions.map((each) => compileCondition(each, context));
      return conditions.reduceRight((rest, each) => both(each, rest, settles));
    }
    case "compare":
      return compileComparison(condition, context);
  }
}

function compileComparison(condition: Condition & { op: "compare" }, context: Context): Get {
  const left = compileAmount(condition.left, context);
  const right = compileAmount(condition.right, context);
  const whole = isWhole(condition.left, context.rules) && isWhole(condition.right, context.rules);
  const slack = whole ? 0 : same;
  const holds = comparisonOf(condition.is, slack);
  return (run) => {
    const difference = left(run) - right(run);
    return Number.isNaN(difference) ? Number.NaN : holds(difference) ? 1 : 0;
  };
}

function comparisonOf(is: Comparison, slack: number): (difference: number) => boolean {
  switch (is) {
    case ">":
      return (difference) => difference > slack;
    case ">=":
      return (difference) => difference >= -slack;
    case "<":
      return (difference) => difference < -slack;
    case "<=":
      return (difference) => difference <= slack;
    case "=":
      return (difference) => Math.abs(difference) <= slack;
  }
}

/** Two conditions together: one that settles decides, also when the other is unknown. */
function both(first: Get, second: Get, settles: 0 | 1): Get {
  return (run) => {
    const held = first(run);
    if (held === settles) return settles;
    const rest = second(run);
    return rest === settles || !Number.isNaN(held) ? rest : Number.NaN;
  };
}
