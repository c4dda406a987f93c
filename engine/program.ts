import { roundings } from "./arithmetic.ts";

/** Whose number it is: one for the household, or one for each of its adults or children. */
export type Frame = "household" | "adult" | "child";

/** The place of a number in a program, given once and never written over: what it held can be read after the run. */
export type Register = number;

/** One number: known beforehand, read from the household, or computed from up to three numbers before it. */
export type Line = {
  readonly frame: Frame;
  readonly code: number;
  readonly a: Register;
  readonly b: Register;
  readonly c: Register;
  /** The number, when it does not depend on the household. */
  readonly known?: number;
  /** The column or the answer to read. */
  readonly input?: string;
  /** The members to add up: `a` for those where `b` holds. */
  readonly members?: "adult" | "child";
};

/** What can be computed. Conditions are 1, 0, or NaN when an unknown fact decides. `addIf` is a + c where b holds. */
const codes = {
  none: 0,
  add: 1,
  subtract: 2,
  multiply: 3,
  divide: 4,
  least: 5,
  most: 6,
  toCent: 7,
  toEuro: 8,
  choose: 9,
  all: 10,
  any: 11,
  exceeds: 12,
  reaches: 13,
  equals: 14,
  addIf: 15,
};
export type Operation = keyof typeof codes;
const conditions = new Set([codes.all, codes.any, codes.exceeds, codes.reaches, codes.equals]);

/** What an operation gives; `c` is the tolerance of a comparison. Literal numbers of `codes`: the switch becomes a jump. */
function perform(code: number, a: number, b: number, c: number): number {
  switch (code) {
    case 1:
      return a + b;
    case 2:
      return a - b;
    case 3:
      return a * b;
    case 4:
      return a / b;
    case 5:
      return Math.min(a, b);
    case 6:
      return Math.max(a, b);
    case 7:
      return roundings.cent(a);
    case 8:
      return roundings["euro, half to even"](a);
    case 9:
      return a === 1 ? b : a === 0 ? c : Number.NaN;
    case 10:
      return a === 0 || b === 0 ? 0 : a * b;
    case 11:
      return a === 1 || b === 1 ? 1 : a + b;
    case 12:
      return a - b > c ? 1 : a - b <= c ? 0 : Number.NaN;
    case 13:
      return a - b >= -c ? 1 : a - b < -c ? 0 : Number.NaN;
    case 14:
      return Math.abs(a - b) <= c ? 1 : Math.abs(a - b) > c ? 0 : Number.NaN;
    case 15:
      return b === 1 ? a + c : b === 0 ? a : Number.NaN;
    default:
      return Number.NaN;
  }
}

/** A program under construction: numbers are added to it, and equal ones are the same register. */
export type Program = {
  readonly lines: readonly Line[];
  readonly constant: (value: number) => Register;
  readonly input: (name: string, frame: Frame) => Register;
  readonly apply: (operation: Operation, a: Register, b?: Register, c?: Register) => Register;
  readonly over: (members: "adult" | "child", each: Register, where: Register) => Register;
};

/** An empty program. What two months or two rules compute alike is computed once. */
export function startProgram(): Program {
  const lines: Line[] = [];
  const registers = new Map<string, Register>();
  const put = (key: string, line: Line): Register => {
    const found = registers.get(key);
    if (found !== undefined) return found;
    registers.set(key, lines.length);
    return lines.push(line) - 1;
  };
  const bare = { frame: "household", code: codes.none, a: 0, b: 0, c: 0 } as const;
  const constant = (value: number): Register => put(`${value}`, { ...bare, known: value });
  const apply = (operation: Operation, a: Register, b = a, c = a): Register => {
    const code = codes[operation];
    const [first, second, third] = [lines[a], lines[b], lines[c]] as [Line, Line, Line];
    if (first.known !== undefined && second.known !== undefined && third.known !== undefined)
      return constant(perform(code, first.known, second.known, third.known));
    if (operation === "choose" && first.known !== undefined) return first.known === 1 ? b : c;
    if (operation === "choose" && second.known === 1 && third.known === 0) return a;
    if (operation === "exceeds" && second.known === 0 && third.known === 0 && conditions.has(first.code))
      return a;
    if (operation === "all" && first.known === 1) return b;
    if (operation === "any" && first.known === 0) return b;
    const frames = new Set([first.frame, second.frame, third.frame]);
    frames.delete("household");
    const [frame = "household", other] = frames;
    if (other) throw new Error("An amount cannot mix facts of an adult and of a child");
    return put(`${code} ${a} ${b} ${c}`, { frame, code, a, b, c });
  };
  return {
    lines,
    constant,
    input: (name, frame) => put(`input ${name}`, { ...bare, frame, input: name }),
    apply,
    over: (members, each, where) =>
      put(`over ${members} ${each} ${where}`, { ...bare, a: each, b: where, members }),
  };
}

/** A program laid out for households of one shape: a cell for each number, of each member where it has one. */
export type Layout = {
  readonly counts: Readonly<Record<Frame, number>>;
  readonly childrenUnknown: boolean;
  readonly cellOf: (register: Register, member?: number) => number;
  readonly inputs: readonly { readonly name: string; readonly frame: Frame; readonly cell: number }[];
  /** Five numbers each: what to do, the cell it goes to, the cells it is done with. */
  readonly steps: Int32Array;
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
    if (input !== undefined) inputs.push({ name: input, frame, cell });
    if (members)
      for (let member = 0; member < counts[members]; member += 1)
        steps.push(codes.addIf, cell, member === 0 ? zero : cell, cellOf(b, member), cellOf(a, member));
    else if (code !== codes.none)
      for (let member = 0; member < counts[frame]; member += 1)
        steps.push(code, cell + member, cellOf(a, member), cellOf(b, member), cellOf(c, member));
  });
  const cells = Float64Array.from(start);
  return { counts, childrenUnknown, cellOf, inputs, steps: Int32Array.from(steps), cells, kept };
}

/** Computes all cells in their order, and gives a copy of those that a trace keeps. */
export function run({ steps, cells, kept }: Layout): readonly number[] {
  for (let at = 0; at < steps.length; at += 5)
    cells[steps[at + 1] as number] = perform(
      steps[at] as number,
      cells[steps[at + 2] as number] as number,
      cells[steps[at + 3] as number] as number,
      cells[steps[at + 4] as number] as number,
    );
  const copy = kept.slice();
  for (let at = 0; at < copy.length; at += 1) copy[at] = cells[at] as number;
  return copy;
}
