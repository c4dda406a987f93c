import type { Amount } from "../law/benefits/expression.ts";
import type { Rule } from "../law/benefits/rule.ts";
import { compileAmount, compileCondition, type Get, type Run } from "./closures.ts";
import { factTable } from "./fact-table.ts";
import type { Household } from "./household.ts";
import { type LoadedRules, parts } from "./load.ts";
import { type MonthNumber, monthText, shifted, valueFor, yearOf } from "./months.ts";
import { type Population, toPopulation } from "./population.ts";
import { type Because, inputsOf, type Reader, type Result, type Step, type UsedParameter } from "./trace.ts";

/** Computes and explains the results asked for, for one household. */
export type Explained = (household: Household) => readonly Result[];

/** A rule in a month, ready to be computed. */
type Node = {
  readonly rule: Rule;
  readonly month: string;
  readonly slot: number;
  readonly parameters: readonly UsedParameter[];
  readonly readers: readonly Reader[];
  get: Get;
  zero: readonly CompiledReason[];
};
type CompiledReason = { holds: Get; says: Rule["says"]; values: readonly [string, Get, boolean][] };

/**
 * Prepares the explained evaluation of some results for one month: dated values are looked up once. Throws a
 * RangeError when the month is before the rulebook begins (MC-27).
 */
export function compileExplained(
  loaded: LoadedRules,
  month: MonthNumber,
  results: readonly string[] = loaded.book.results,
): Explained {
  const { evaluate, size } = prepare(loaded, month, results);
  return (household) => evaluate(startRun(household, {}, size));
}

/** The same for a rulebook whose facts are plain answers, by name: an estimate from a few numbers, without a household. */
export function compileFromAnswers(
  loaded: LoadedRules,
  month: MonthNumber,
  results: readonly string[] = loaded.book.results,
): (answers: Readonly<Record<string, number>>) => readonly Result[] {
  const { evaluate, size } = prepare(loaded, month, results);
  return (answers) => evaluate(startRun({ adults: [], children: [] }, answers, size));
}

function prepare(
  { book, rules }: LoadedRules,
  month: MonthNumber,
  results: readonly string[],
): { evaluate: (run: Run) => readonly Result[]; size: number } {
  if (monthText(month) < book.since) throw new RangeError(`The rules are known from ${book.since} on`);
  const nodes = new Map<string, Node>();
  const nodeFor = (id: string, at: MonthNumber): Node => {
    const known = nodes.get(`${id} ${at}`);
    if (known) return known;
    const rule = rules.get(id) as Rule;
    if (`${monthText(at)}-01` < rule.from || (rule.until && `${monthText(at)}-01` >= rule.until))
      throw new RangeError(`The rule ${id} is not written for ${monthText(at)}`);
    const inside = [...parts(rule.formula)];
    const node: Node = {
      rule,
      month: monthText(at),
      slot: nodes.size,
      parameters: usedParameters(inside, at),
      readers: [...new Set(inside.flatMap((part) => (part.op === "fact" ? [part.fact] : [])))].map((fact) =>
        readerOf(fact, at),
      ),
      get: () => Number.NaN,
      zero: [],
    };
    nodes.set(`${id} ${at}`, node);
    const context = {
      month: at,
      rules,
      getRule: (ruleId: string) => stepGetter(nodeFor(ruleId, at)),
      getInMonth: (part: Amount & { op: "in month" }) =>
        stepGetter(nodeFor(part.rule, shifted(at, part.when))),
    };
    node.get = compileAmount(rule.formula, context);
    node.zero = (rule.zero ?? []).map(({ when, says, values }) => ({
      holds: compileCondition(when, context),
      says,
      values: Object.entries(values ?? {}).map(([name, value]) => [
        name,
        compileAmount(value, context),
        isMoney(value, rules),
      ]),
    }));
    return node;
  };
  const tops = results.map((id) => nodeFor(id, month));
  const bySlot = [...nodes.values()];

  const evaluate = (run: Run) =>
    tops.map((node) => {
      run.missing.clear();
      const step = stepOf(run, node);
      const missing = Number.isNaN(step.amount) ? missingUnder(run, step) : [];
      return {
        id: node.rule.id,
        amount: Number.isNaN(step.amount) ? undefined : step.amount,
        step,
        missing,
        because: step.amount === 0 ? because(run, step, bySlot) : undefined,
      };
    });
  return { evaluate, size: nodes.size };
}

function startRun(household: Household, answers: Readonly<Record<string, number>>, slots: number): Run {
  return {
    columns: toPopulation([household]),
    answers,
    adults: household.adults.length,
    children: household.children?.length ?? Number.NaN,
    adult: 0,
    child: 0,
    missing: new Set(),
    steps: new Array(slots),
    memberSteps: new Array(slots),
    step: undefined,
  };
}

function stepGetter(node: Node): Get {
  return (run) => {
    const step = stepOf(run as Run, node);
    const uses = run.step?.uses;
    if (uses && !uses.includes(step)) uses.push(step);
    return step.amount;
  };
}

function stepOf(run: Run, node: Node): Step {
  const of = node.rule.of;
  if (of === "household") {
    const known = run.steps[node.slot];
    if (known) return known;
    const step = compute(run, node, undefined);
    run.steps[node.slot] = step;
    return step;
  }
  const member = of === "adult" ? run.adult : run.child;
  let members = run.memberSteps[node.slot];
  if (!members) {
    members = [];
    run.memberSteps[node.slot] = members;
  }
  const known = members[member];
  if (known) return known;
  const step = compute(run, node, member);
  members[member] = step;
  return step;
}

function compute(run: Run, node: Node, member: number | undefined): Step {
  const step: Step = {
    rule: node.rule,
    month: node.month,
    slot: node.slot,
    member,
    amount: 0,
    uses: [],
    parameters: node.parameters,
    readers: node.readers,
    facts: run,
  };
  const before = run.step;
  run.step = step;
  step.amount = node.get(run);
  run.step = before;
  return step;
}

function readerOf(fact: string, month: MonthNumber): Reader {
  const known = factTable[fact];
  if (!known) return { fact, read: ({ answers }) => [answers[fact] ?? Number.NaN] };
  if (known.counts === "members") return { fact, read: ({ columns }) => [columns.firstAdult[1] as number] };
  const column = known.column as "pay";
  const december = yearOf(month) * 12 + 11;
  const now = known.counts === "months until December" ? december : month;
  const value = (columns: Population, at: number): number =>
    known.counts === "as it is" ? (columns[column][at] as number) : now - (columns[column][at] as number);
  if (known.of === "household") return { fact, read: ({ columns }) => [value(columns, 0)] };
  return {
    fact,
    read: ({ columns }, member) => {
      if (member !== undefined) return [value(columns, member)];
      const values: number[] = [];
      for (let at = 0; at < columns[column].length; at += 1) values.push(value(columns, at));
      return values;
    },
  };
}

function missingUnder(run: Run, top: Step): readonly string[] {
  const missing = new Set<string>(run.missing);
  const walk = (step: Step): void => {
    if (!Number.isNaN(step.amount)) return;
    for (const { fact, values } of inputsOf(step))
      if (values.some(Number.isNaN)) missing.add(factTable[fact]?.asked ?? fact);
    step.uses.forEach(walk);
  };
  walk(top);
  if (missing.size === 0 && Number.isNaN(run.children)) missing.add("children");
  return [...missing];
}

/** The first reason that holds; a rule without reasons that rests on one other step is zero for the reasons of that step. */
function because(run: Run, step: Step, nodes: readonly Node[]): Because | undefined {
  const node = nodes[step.slot];
  if (!node) return undefined;
  run.step = undefined;
  const reason = node.zero.find(({ holds }) => holds(run) === 1);
  if (reason)
    return {
      says: reason.says,
      values: Object.fromEntries(
        reason.values.map(([name, get, money]) => [name, { value: get(run), money }]),
      ),
    };
  const [only, ...more] = step.uses;
  return only && more.length === 0 && only.amount === 0 ? because(run, only, nodes) : undefined;
}

function isMoney(amount: Amount, rules: ReadonlyMap<string, Rule>): boolean {
  if (amount.op === "over") return false;
  if (amount.op === "rule") return (rules.get(amount.rule)?.unit ?? "").includes("/");
  return true;
}

function usedParameters(inside: readonly Amount[], month: MonthNumber): readonly UsedParameter[] {
  const used = new Map<string, UsedParameter>();
  for (const part of inside)
    if (part.op === "parameter")
      used.set(part.parameter.id, {
        parameter: part.parameter,
        value: valueFor(part.parameter, part.of, month),
      });
  return [...used.values()];
}
