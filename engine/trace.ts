import type { Parameter } from "../law/benefits/parameter.ts";
import type { Rule } from "../law/benefits/rule.ts";
import type { Guard } from "./formula.ts";
import type { Layout } from "./layout.ts";
import type { Frame, Register } from "./program.ts";

/** One step of a result: a rule, what it gave, and all that it used. */
export type Step = {
  readonly rule: Rule;
  /** The month whose law, ages and benefits were used, as yyyy-mm. */
  readonly month: string;
  /** Which adult or child, for a rule of a member. */
  readonly member: number | undefined;
  /** NaN when a fact is missing. */
  readonly amount: number;
  readonly parameters: readonly UsedParameter[];
  /** The steps it used, in the branches that were taken. */
  readonly uses: readonly Step[];
  readonly placed: PlacedNode;
  readonly trace: Trace;
};

/** A fact that a step read: one value for the household, or one for each member. */
export type Input = { readonly fact: string; readonly values: readonly number[] };

/** A parameter as it stood for the month of the step. */
export type UsedParameter = { readonly parameter: Parameter; readonly value: number };

/** A result with its trace: the amount, undefined while facts are missing, which ones, and why a zero is a zero. */
export type Result = {
  readonly id: string;
  readonly amount: number | undefined;
  readonly step: Step;
  /** What to ask next, by name of field; nothing is guessed. */
  readonly missing: readonly string[];
  readonly because: Because | undefined;
};

/** The sentence that says why a result is zero, with the numbers to put in it. */
export type Because = {
  readonly says: Rule["says"];
  readonly values: Readonly<Record<string, { readonly value: number; readonly money: boolean }>>;
};

/** A rule in a month: what of its step is the same for every household, and the registers of the rest. */
export type Node = {
  readonly rule: Rule;
  readonly month: string;
  readonly slot: number;
  readonly parameters: readonly UsedParameter[];
  readonly register: Register;
  readonly facts: readonly { readonly fact: string; readonly register: Register; readonly of: Frame }[];
  readonly uses: readonly Use[];
  /** Sums over children, unknown while nobody said how many there are. */
  readonly childSums: readonly { readonly guards: readonly Guard[] }[];
  readonly zero: readonly Reason[];
};

/** A rule used by another: where its guards hold, for each member that the sum around it takes. */
export type Use = {
  readonly node: Node;
  readonly guards: readonly Guard[];
  readonly over: "adult" | "child" | undefined;
};

/** Why a rule gives nothing, if it does: the register of the condition, and those of the numbers in the sentence. */
export type Reason = {
  readonly holds: Register;
  readonly says: Rule["says"];
  readonly values: readonly { readonly name: string; readonly register: Register; readonly money: boolean }[];
};

/** A node for households of one shape, and one member where it has one: the cells that its step is read from. */
export type PlacedNode = {
  readonly node: Node;
  readonly member: number | undefined;
  /** Its number among the placed nodes. */
  readonly at: number;
  readonly cell: number;
  readonly facts: readonly { readonly fact: string; readonly cells: readonly number[] }[];
  readonly uses: readonly PlacedUse[];
};

/** A node used in one place or several of a formula, each with its guards: it was used when one of the places was reached. */
type PlacedUse = { readonly placed: PlacedNode; readonly places: (readonly PlacedGuard[])[] };
type PlacedGuard = { readonly cell: number; readonly is: 0 | 1; readonly orUnknown: boolean };

/** All that one evaluation computed, kept as numbers: the steps are read from it, and nothing is computed again. */
export type Trace = {
  readonly layout: Layout;
  readonly cells: readonly number[];
  /** The same for every household of this shape: each node is placed the first time that it is looked at. */
  readonly placed: Map<number, PlacedNode>;
  /** The steps made so far, by the number of their node. */
  readonly steps: Step[];
};

function place(trace: Trace, node: Node, member: number | undefined): PlacedNode {
  const { layout, placed } = trace;
  const own = node.rule.of === "household" ? undefined : (member ?? 0);
  const key = node.slot + (own ?? 0) * 10_000;
  const known = placed.get(key);
  if (known) return known;
  const all = (of: Frame): readonly number[] => Array.from({ length: layout.counts[of] }, (_, at) => at);
  const uses = new Map<PlacedNode, PlacedUse>();
  for (const { node: used, guards, over } of node.uses)
    for (const at of over ? all(over) : [own]) {
      const use = { placed: place(trace, used, at), places: [] };
      const { places } = uses.get(use.placed) ?? use;
      places.push(
        guards.map(({ register, is, orUnknown }) => ({ cell: layout.cellOf(register, at), is, orUnknown })),
      );
      uses.set(use.placed, { placed: use.placed, places });
    }
  const made: PlacedNode = {
    node,
    member: own,
    at: placed.size,
    cell: layout.cellOf(node.register, own),
    facts: node.facts.map(({ fact, register, of }) => ({
      fact,
      cells: (own === undefined || of === "household" ? all(of) : [own]).map((at) =>
        layout.cellOf(register, at),
      ),
    })),
    uses: [...uses.values()],
  };
  placed.set(key, made);
  return made;
}

/** The steps under a result are made when they are asked for, from what the run kept. */
const found = {
  get uses(): readonly Step[] {
    const { trace, placed } = this as unknown as Step;
    return usesOf(trace, placed);
  },
};

/** The step of a node of the household. */
export function topStep(trace: Trace, node: Node): Step {
  const placed = place(trace, node, undefined);
  const step: { -readonly [Key in keyof Step]: Step[Key] } = Object.create(found);
  step.rule = node.rule;
  step.month = node.month;
  step.member = placed.member;
  step.amount = trace.cells[placed.cell] ?? Number.NaN;
  step.parameters = node.parameters;
  step.placed = placed;
  step.trace = trace;
  trace.steps[placed.at] = step;
  return step;
}

function usesOf(trace: Trace, { uses }: PlacedNode): readonly Step[] {
  const steps: Step[] = [];
  for (const { placed, places } of uses)
    if (isReached(trace.cells, places)) steps.push(trace.steps[placed.at] ?? stepOf(trace, placed));
  return steps;
}

const isReached = (cells: readonly number[], places: PlacedUse["places"]): boolean => {
  for (const guards of places) if (areOpen(cells, guards)) return true;
  return false;
};

function stepOf(trace: Trace, placed: PlacedNode): Step {
  const { rule, month, parameters } = placed.node;
  const { member } = placed;
  const amount = trace.cells[placed.cell] as number;
  const step = { rule, month, member, amount, parameters, uses: usesOf(trace, placed), placed, trace };
  trace.steps[placed.at] = step;
  return step;
}

const areOpen = (cells: readonly number[], guards: readonly PlacedGuard[]): boolean => {
  for (const guard of guards) if (!isOpen(guard, cells[guard.cell] as number)) return false;
  return true;
};

/** Whether a condition that held so lets a formula go on. */
export const isOpen = ({ is, orUnknown }: Pick<Guard, "is" | "orUnknown">, held: number): boolean =>
  held === is || (orUnknown && Number.isNaN(held));

/** The facts that a step read, with their values (MC-27). */
export const inputsOf = ({ trace, placed }: Step): readonly Input[] =>
  placed.facts.map(({ fact, cells }) => ({ fact, values: cells.map((cell) => trace.cells[cell] as number) }));

/** What a register held for a step. */
export const valueIn = ({ trace, member }: Step, register: Register): number =>
  trace.cells[trace.layout.cellOf(register, member)] ?? Number.NaN;
