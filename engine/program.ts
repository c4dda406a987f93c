import { codes, type Operation, perform } from "./operations.ts";

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

const conditions = new Set([codes.all, codes.any, codes.exceeds, codes.reaches, codes.equals]);

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
