import type { Amount } from "../law/benefits/expression.ts";
import type { Rule } from "../law/benefits/rule.ts";
import { factTable } from "./fact-table.ts";
import { amountRegister, conditionRegister, factRegister, type Place } from "./formula.ts";
import type { Household } from "./household.ts";
import { type Layout, layOut, run } from "./layout.ts";
import { type LoadedRules, parts } from "./load.ts";
import { type MonthNumber, monthText, valueFor } from "./months.ts";
import { birthRankOf, columnReaders } from "./population.ts";
import { type Frame, type Program, type Register, startProgram } from "./program.ts";
import { resultOf } from "./result.ts";
import type { Node, Result, Trace, UsedParameter } from "./trace.ts";

/** Computes and explains the results asked for, for one household. */
export type Explained = (household: Household) => readonly Result[];
type Answers = Readonly<Record<string, number>>;

/**
 * Prepares the explained evaluation of some results for one month: dated values are looked up once. Throws a
 * RangeError when the month is before the rulebook begins (MC-27).
 */
export function compileExplained(
  loaded: LoadedRules,
  month: MonthNumber,
  results: readonly string[] = loaded.book.results,
): Explained {
  const evaluate = prepare(loaded, month, results);
  return (household) => evaluate(household, noAnswers);
}

/** The same for a rulebook whose facts are plain answers, by name: an estimate from a few numbers, without a household. */
export function compileFromAnswers(
  loaded: LoadedRules,
  month: MonthNumber,
  results: readonly string[] = loaded.book.results,
): (answers: Answers) => readonly Result[] {
  const evaluate = prepare(loaded, month, results);
  return (answers) => evaluate(nobody, answers);
}

const noAnswers: Answers = {};
const nobody: Household = { adults: [], children: [] };

function prepare(
  loaded: LoadedRules,
  month: MonthNumber,
  results: readonly string[],
): (household: Household, answers: Answers) => readonly Result[] {
  if (monthText(month) < loaded.book.since)
    throw new RangeError(`The rules are known from ${loaded.book.since} on`);
  const program = startProgram();
  const nodes = new Map<string, Node>();
  const tops = results.map((id) => nodeFor(loaded.rules, program, nodes, id, month));
  const traced = new Set([...nodes.values()].flatMap(registersOf));
  const layouts = new Map<number, ReadyLayout>();

  return (household, answers) => {
    const layout = layoutFor(program, traced, layouts, household);
    for (const read of layout.readers) read(layout.cells, household, answers);
    const trace: Trace = { layout, cells: run(layout), placed: layout.placed, steps: [] };
    return tops.map((node) => resultOf(trace, node));
  };
}

/** Adds a rule in a month to the program, after all it rests on. */
function nodeFor(
  rules: LoadedRules["rules"],
  program: Program,
  nodes: Map<string, Node>,
  id: string,
  month: MonthNumber,
): Node {
  const known = nodes.get(`${id} ${month}`);
  if (known) return known;
  const rule = rules.get(id) as Rule;
  const day = `${monthText(month)}-01`;
  if (day < rule.from || (rule.until && day >= rule.until))
    throw new RangeError(`The rule ${id} is not written for ${monthText(month)}`);
  const uses: Node["uses"][number][] = [];
  const childSums: Node["childSums"][number][] = [];
  const place: Place = {
    program,
    month,
    rules,
    over: undefined,
    guards: [],
    use: (used, at, { guards, over }) => {
      const node = nodeFor(rules, program, nodes, used, at);
      uses.push({ node, guards, over });
      return node.register;
    },
    sumsChildren: ({ guards }) => childSums.push({ guards }),
  };
  const register = amountRegister(rule.formula, place);
  if (rule.of === "household" && program.lines[register]?.frame !== "household")
    throw new Error(`The rule ${id} reads a member outside of a sum`);
  const outside: Place = {
    ...place,
    use: (used, at) => nodeFor(rules, program, nodes, used, at).register,
    sumsChildren: () => {},
  };
  const inside = parts(rule.formula);
  const node: Node = {
    rule,
    month: monthText(month),
    slot: nodes.size,
    register,
    uses,
    childSums,
    parameters: usedParameters(inside, month),
    facts: [...new Set(inside.flatMap((part) => (part.op === "fact" ? [part.fact] : [])))].map((fact) => ({
      fact,
      register: factRegister(fact, place),
      of: factTable[fact]?.of ?? "household",
    })),
    zero: (rule.zero ?? []).map(({ when, says, values }) => ({
      holds: conditionRegister(when, outside),
      says,
      values: Object.entries(values ?? {}).map(([name, value]) => ({
        name,
        register: amountRegister(value, outside),
        money: isMoney(value, rules),
      })),
    })),
  };
  nodes.set(`${id} ${month}`, node);
  return node;
}

/** All that a trace tells of a rule: its amount, its facts, the conditions that decided, the reasons for a zero. */
const registersOf = ({ register, facts, uses, childSums, zero }: Node): readonly Register[] => [
  register,
  ...facts.map((fact) => fact.register),
  ...[...uses, ...childSums].flatMap(({ guards }) => guards.map((guard) => guard.register)),
  ...zero.flatMap(({ holds, values }) => [holds, ...values.map((value) => value.register)]),
];

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

function isMoney(amount: Amount, rules: ReadonlyMap<string, Rule>): boolean {
  if (amount.op === "over") return false;
  if (amount.op === "rule") return isMoneyUnit(rules.get(amount.rule)?.unit);
  if (amount.op === "parameter") return isMoneyUnit(amount.parameter.unit);
  return true;
}

const isMoneyUnit = (unit: Rule["unit"] | undefined): boolean => /^(EUR|DJF)/.test(unit ?? "");

/** A layout with what reads each of its inputs. */
type ReadyLayout = Layout &
  Pick<Trace, "placed"> & {
    readonly readers: readonly ((cells: Float64Array, household: Household, answers: Answers) => void)[];
  };

/** Households of the same shape share a layout; one of uncommon size gets its own, so that what is kept stays small. */
const kept = 64;
function layoutFor(
  program: Program,
  traced: ReadonlySet<Register>,
  layouts: Map<number, ReadyLayout>,
  { adults, children }: Household,
): ReadyLayout {
  const shape = adults.length * kept + (children?.length ?? -1) + 1;
  const known = layouts.get(shape);
  if (known) return known;
  const layout = layOut(program, traced, adults.length, children?.length);
  const ready = {
    ...layout,
    placed: new Map(),
    readers: layout.inputs.map(({ name, frame, cell }) => readerOf(name, frame, cell)),
  };
  if (layouts.size < kept && (children?.length ?? 0) < kept - 1) layouts.set(shape, ready);
  return ready;
}

function readerOf(name: string, frame: Frame, cell: number): ReadyLayout["readers"][number] {
  if (frame === "adult") {
    const read = columnReaders.adult[name as "pay"];
    return (cells, { adults }) => {
      for (let at = 0; at < adults.length; at += 1) cells[cell + at] = read(adults[at] as (typeof adults)[0]);
    };
  }
  if (name === "birthRank")
    return (cells, { children = [] }) => {
      for (let at = 0; at < children.length; at += 1) cells[cell + at] = birthRankOf(children, at);
    };
  if (frame === "child") {
    const read = columnReaders.child[name as "birth"];
    return (cells, { children = [] }) => {
      for (let at = 0; at < children.length; at += 1)
        cells[cell + at] = read(children[at] as (typeof children)[0]);
    };
  }
  const read = columnReaders.household[name as "freeHousing"];
  return read
    ? (cells, household) => {
        cells[cell] = read(household);
      }
    : (cells, _, answers) => {
        cells[cell] = answers[name] ?? Number.NaN;
      };
}
