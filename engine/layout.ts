import { codes, compute, type Steps, stepLength } from "./operations.ts";
import type { Frame, Line, Program, Register } from "./program.ts";

/** A program laid out for households of one shape: a cell for each number, of each member where it has one. */
export type Layout = {
  readonly counts: Readonly<Record<Frame, number>>;
  readonly childrenUnknown: boolean;
  readonly cellOf: (register: Register, member?: number) => number;
  readonly inputs: readonly { readonly name: string; readonly frame: Frame; readonly cell: number }[];
  readonly steps: Steps;
  /** Where every run computes: inputs go in before. The cells that a trace keeps come first. */
  readonly cells: Float64Array;
  readonly kept: readonly number[];
};

/**
 * Lays a program out for so many adults and children; without a number of children, sums over them are unknown. Only
 * what leads to the registers asked for is computed, and only these are kept from a run.
 */
export function layOut(
  { lines }: Program,
  asked: ReadonlySet<Register>,
  adults: number,
  children: number | undefined,
): Layout {
  const childrenUnknown = children === undefined;
  const counts = { household: 1, adult: adults, child: children ?? 0 };
  const needed = new Set(asked);
  for (let register = lines.length - 1; register >= 0; register -= 1) {
    const { a, b, c } = lines[register] as Line;
    if (needed.has(register)) needed.add(a).add(b).add(c);
  }

  const first = new Int32Array(lines.length);
  const strides = Int32Array.from(lines, ({ frame }) => (frame === "household" ? 0 : 1));
  const cellOf = (register: Register, member = 0): number =>
    (first[register] as number) + (strides[register] as number) * member;
  const start: number[] = [];
  const place = (register: Register): void => {
    const { frame, known, members } = lines[register] as Line;
    first[register] = start.length;
    const before = members && !(members === "child" && childrenUnknown) ? 0 : Number.NaN;
    for (let member = 0; member < counts[frame]; member += 1) start.push(known ?? before);
  };
  for (const register of asked) place(register);
  const kept = [...start];
  for (const register of needed) if (!asked.has(register)) place(register);
  const zero = start.push(0) - 1;

  const steps: number[] = [];
  const inputs: Layout["inputs"][number][] = [];
  lines.forEach(({ frame, code, a, b, c, input, members }, register) => {
    if (!needed.has(register)) return;
    const cell = cellOf(register);
    if (input === "firstAdult") start[cell] = adults;
    else if (input !== undefined) inputs.push({ name: input, frame, cell });
    if (members)
      for (let member = 0; member < counts[members]; member += 1)
        steps.push(codes.addIf, cell, member === 0 ? zero : cell, cellOf(b, member), cellOf(a, member));
    else if (code !== codes.none)
      for (let member = 0; member < counts[frame]; member += 1)
        steps.push(code, cell + member, cellOf(a, member), cellOf(b, member), cellOf(c, member));
  });
  const cells = Float64Array.from(start);
  return { counts, childrenUnknown, cellOf, inputs, steps: stepsLeft(steps, cells), cells, kept };
}

/**
 * Computes what the shape of a household settles, and gives the steps that are left: a number that is there before any
 * input is read stays what it is, since an unknown one is NaN and only what it cannot change is known without it.
 */
function stepsLeft(numbers: readonly number[], cells: Float64Array): Steps {
  const all = Int32Array.from(numbers);
  const starts = Array.from({ length: all.length / stepLength }, (_, at) => at * stepLength);
  compute({ numbers: all, runs: Int32Array.from(runsOf(all)) }, cells);
  const left = starts.filter((at) => Number.isNaN(cells[all[at + 1] as number]));
  const ordered = alikeTogether(all, left, cells.length);
  return { numbers: ordered, runs: Int32Array.from(runsOf(ordered)) };
}

/** The steps ordered by how many others each waits for, then by what they do: those between which nothing waits may change places. */
function alikeTogether(steps: Int32Array, starts: readonly number[], cells: number): Int32Array {
  const waits = new Int32Array(cells);
  const rank = new Int32Array(steps.length);
  for (const at of starts) {
    let most = 0;
    for (let from = at + 2; from < at + stepLength; from += 1)
      most = Math.max(most, waits[steps[from] as number] as number);
    waits[steps[at + 1] as number] = most + 1;
    rank[at] = most * 100 + (steps[at] as number);
  }
  const ordered = starts.toSorted((a, b) => (rank[a] as number) - (rank[b] as number));
  return Int32Array.from(ordered.flatMap((at) => [...steps.subarray(at, at + stepLength)]));
}

function* runsOf(steps: Int32Array): Generator<number> {
  for (let from = 0; from < steps.length; ) {
    const code = steps[from] as number;
    let to = from + stepLength;
    while (steps[to] === code && to < steps.length) to += stepLength;
    yield code;
    yield from;
    yield to;
    from = to;
  }
}

/** Computes all cells in their order, and gives a copy of those that a trace keeps. */
export function run({ steps, cells, kept }: Layout): readonly number[] {
  compute(steps, cells);
  const copy = kept.slice();
  for (let at = 0; at < copy.length; at += 1) copy[at] = cells[at] as number;
  return copy;
}
