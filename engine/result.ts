import { factTable } from "./fact-table.ts";
import {
  type Because,
  inputsOf,
  isOpen,
  type Node,
  type Result,
  type Step,
  type Trace,
  topStep,
  valueIn,
} from "./trace.ts";

/** Reads a result from a trace: its step, and why it is unknown or zero. */
export function resultOf(trace: Trace, node: Node): Result {
  const step = topStep(trace, node);
  const unknown = Number.isNaN(step.amount);
  return {
    id: node.rule.id,
    amount: unknown ? undefined : step.amount,
    step,
    missing: unknown ? missingUnder(step) : [],
    because: step.amount === 0 ? because(step) : undefined,
  };
}

function missingUnder(top: Step): readonly string[] {
  const missing = new Set<string>();
  const walked = new Set<Step>();
  const walk = (step: Step): void => {
    if (walked.has(step) || !Number.isNaN(step.amount)) return;
    walked.add(step);
    const {
      trace,
      placed: { node },
    } = step;
    for (const { fact, values } of inputsOf(step))
      if (values.some(Number.isNaN)) missing.add(factTable[fact]?.asked ?? fact);
    if (
      trace.layout.childrenUnknown &&
      node.childSums.some(({ guards }) =>
        guards.every((guard) => isOpen(guard, valueIn(step, guard.register))),
      )
    )
      missing.add("children");
    step.uses.forEach(walk);
  };
  walk(top);
  return [...missing];
}

/** The first reason that holds; a rule without reasons that rests on one other step is zero for the reasons of that step. */
function because(step: Step): Because | undefined {
  const { node } = step.placed;
  const reason = node.zero.find(({ holds }) => valueIn(step, holds) === 1);
  if (reason)
    return {
      says: reason.says,
      values: Object.fromEntries(
        reason.values.map(({ name, register, money }) => [name, { value: valueIn(step, register), money }]),
      ),
    };
  const [only, ...more] = step.uses;
  return only && more.length === 0 && only.amount === 0 ? because(only) : undefined;
}
