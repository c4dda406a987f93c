import type { Amount, Condition, Shift } from "../law/benefits/expression.ts";
import { constantOf } from "./constants.ts";
import type { LoadedRules } from "./load.ts";
import { type MonthNumber, monthText, shifted } from "./months.ts";
import { neededRules } from "./plan.ts";

/**
 * The numbers that do not change from one household to the next, each in a numbered slot, once for each month that the
 * results look at. Generated code reads slots; what goes into them is computed when a batch starts.
 */
export type ConstantSlots = {
  readonly constants: readonly (Amount | string)[];
  readonly frames: readonly (Shift | undefined)[];
  /** Calls of another month: "rule frame". */
  readonly inMonth: ReadonlyMap<string, number>;
  readonly slotOf: (amount: Amount) => number | undefined;
  readonly slotOfDate: (from: string) => number;
  readonly frameOf: (amount: Amount & { op: "in month" }) => number;
  /** Changes whenever the slots do: generated code that was written for other rules is refused. */
  readonly fingerprint: string;
};

/** Finds every constant part of the rules that some results need. */
export function constantSlots(loaded: LoadedRules, results: readonly string[]): ConstantSlots {
  const slots = new Map<string, number>();
  const constants: (Amount | string)[] = [];
  const frames: (Shift | undefined)[] = [undefined];
  const frameKeys = new Map<string, number>();
  const inMonth = new Map<string, number>();
  const slotFor = (key: string, content: Amount | string): void => {
    if (slots.has(key)) return;
    slots.set(key, constants.length);
    constants.push(content);
  };
  const walk = (amount: Amount): void => {
    if (amount.op === "number") return;
    if (isConstant(amount)) {
      slotFor(keyOf(amount), amount);
      return;
    }
    if (amount.op === "in month") {
      const key = JSON.stringify(amount.when);
      if (!frameKeys.has(key)) {
        frameKeys.set(key, frames.length);
        frames.push(amount.when);
      }
      inMonth.set(`${amount.rule} ${frameKeys.get(key)}`, frameKeys.get(key) as number);
    }
    for (const part of childrenOf(amount)) {
      if (typeof part === "string") slotFor(part, part);
      else walk(part);
    }
  };
  for (const rule of neededRules(loaded, results, true)) walk(rule.formula);
  return {
    constants,
    frames,
    inMonth,
    slotOf: (amount) => (isConstant(amount) ? slots.get(keyOf(amount)) : undefined),
    slotOfDate: (from) => slots.get(from) as number,
    frameOf: (amount) => frameKeys.get(JSON.stringify(amount.when)) as number,
    fingerprint: fingerprint([...slots.keys(), ...frameKeys.keys()]),
  };
}

/** Fills the slots for a month: all constants for the month itself, then for each other month looked at. */
export function fillSlots(
  slots: ConstantSlots,
  month: MonthNumber,
): { values: Float64Array; months: Float64Array } {
  const months = slots.frames.map((frame) => (frame ? shifted(month, frame) : month));
  const values = months.flatMap((at) =>
    slots.constants.map((constant) =>
      typeof constant === "string"
        ? Number(`${monthText(at)}-01` >= constant)
        : (constantOf(constant, at) ?? Number.NaN),
    ),
  );
  return { values: Float64Array.from(values), months: Float64Array.from(months) };
}

/** A month after all dated values: whether an amount is constant does not depend on which month asks. */
const anyMonth = 2100 * 12;
const isConstant = (amount: Amount): boolean =>
  amount.op !== "number" && constantOf(amount, anyMonth) !== undefined;

const keyOf = (amount: Amount): string =>
  JSON.stringify(amount, (name, value) => (name === "parameter" ? value.id : value));

function* childrenOf(amount: Amount): Generator<Amount | string> {
  switch (amount.op) {
    case "sum":
    case "product":
    case "least":
    case "most":
      yield* amount.terms;
      return;
    case "minus":
    case "divided":
      yield amount.left;
      yield amount.right;
      return;
    case "rounded":
      yield amount.amount;
      return;
    case "if":
      yield* conditionChildren(amount.when);
      yield amount.yes;
      yield amount.no;
      return;
    case "over":
      yield* conditionChildren(amount.where);
      yield amount.each;
      return;
  }
}

function* conditionChildren(condition: Condition): Generator<Amount | string> {
  switch (condition.op) {
    case "in force":
      yield condition.from;
      return;
    case "compare":
      yield condition.left;
      yield condition.right;
      return;
    case "not":
      yield* conditionChildren(condition.condition);
      return;
    case "all":
    case "any":
      for (const each of condition.conditions) yield* conditionChildren(each);
      return;
  }
}

/** A short number for a list of texts (FNV-1a): not a secret, only to see that two lists differ. */
function fingerprint(texts: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const letter of texts.join("\n"))
    hash = Math.imul(hash ^ (letter.codePointAt(0) as number), 0x01000193);
  return `${texts.length}-${(hash >>> 0).toString(16)}`;
}
