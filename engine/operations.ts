import { roundings } from "./arithmetic.ts";

/** What can be computed. Conditions are 1, 0, or NaN when an unknown fact decides. `addIf` is a + c where b holds. */
export const codes = {
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

/** The numbers of one step: what to do, the cell it goes to, and the cells `a`, `b` and `c` that it is done with. */
export const stepLength = 5;

/** The steps of a program, those that do the same side by side in runs of three numbers: what they do, from where, to where. */
export type Steps = { readonly numbers: Int32Array; readonly runs: Int32Array };

/** Computes all steps, each after those it reads. */
export function compute({ numbers, runs }: Steps, cells: Float64Array): void {
  for (let run = 0; run < runs.length; run += 3)
    computeAlike(runs[run] as number, numbers, runs[run + 1] as number, runs[run + 2] as number, cells);
}

const one = Int32Array.of(codes.none, 3, 0, 1, 2);

/** What one operation gives; `c` is the tolerance of a comparison. */
export function perform(code: number, a: number, b: number, c: number): number {
  const cells = Float64Array.of(a, b, c, Number.NaN);
  computeAlike(code, one, 0, stepLength, cells);
  return cells[3] as number;
}

/**
 * Steps that do the same, one loop for each operation: what to do is looked up once for many steps, and no more is read
 * than it takes. This is where an explained evaluation spends its time. Literal numbers of `codes`: the switch becomes a jump.
 */
function computeAlike(code: number, steps: Int32Array, from: number, to: number, cells: Float64Array): void {
  switch (code) {
    case 1:
      for (let at = from; at < to; at += stepLength)
        cells[steps[at + 1] as number] =
          (cells[steps[at + 2] as number] as number) + (cells[steps[at + 3] as number] as number);
      return;
    case 2:
      for (let at = from; at < to; at += stepLength)
        cells[steps[at + 1] as number] =
          (cells[steps[at + 2] as number] as number) - (cells[steps[at + 3] as number] as number);
      return;
    case 3:
      for (let at = from; at < to; at += stepLength)
        cells[steps[at + 1] as number] =
          (cells[steps[at + 2] as number] as number) * (cells[steps[at + 3] as number] as number);
      return;
    case 4:
      for (let at = from; at < to; at += stepLength)
        cells[steps[at + 1] as number] =
          (cells[steps[at + 2] as number] as number) / (cells[steps[at + 3] as number] as number);
      return;
    case 5:
      for (let at = from; at < to; at += stepLength)
        cells[steps[at + 1] as number] = Math.min(
          cells[steps[at + 2] as number] as number,
          cells[steps[at + 3] as number] as number,
        );
      return;
    case 6:
      for (let at = from; at < to; at += stepLength)
        cells[steps[at + 1] as number] = Math.max(
          cells[steps[at + 2] as number] as number,
          cells[steps[at + 3] as number] as number,
        );
      return;
    case 7:
      for (let at = from; at < to; at += stepLength)
        cells[steps[at + 1] as number] = roundings.cent(cells[steps[at + 2] as number] as number);
      return;
    case 8:
      for (let at = from; at < to; at += stepLength)
        cells[steps[at + 1] as number] = roundings["euro, half to even"](
          cells[steps[at + 2] as number] as number,
        );
      return;
    case 9:
      for (let at = from; at < to; at += stepLength) {
        const held = cells[steps[at + 2] as number] as number;
        cells[steps[at + 1] as number] =
          held === 1
            ? (cells[steps[at + 3] as number] as number)
            : held === 0
              ? (cells[steps[at + 4] as number] as number)
              : Number.NaN;
      }
      return;
    case 10:
      for (let at = from; at < to; at += stepLength) {
        const a = cells[steps[at + 2] as number] as number;
        const b = cells[steps[at + 3] as number] as number;
        cells[steps[at + 1] as number] = a === 0 || b === 0 ? 0 : a * b;
      }
      return;
    case 11:
      for (let at = from; at < to; at += stepLength) {
        const a = cells[steps[at + 2] as number] as number;
        const b = cells[steps[at + 3] as number] as number;
        cells[steps[at + 1] as number] = a === 1 || b === 1 ? 1 : a + b;
      }
      return;
    case 12:
      for (let at = from; at < to; at += stepLength) {
        const more = (cells[steps[at + 2] as number] as number) - (cells[steps[at + 3] as number] as number);
        const slack = cells[steps[at + 4] as number] as number;
        cells[steps[at + 1] as number] = more > slack ? 1 : more <= slack ? 0 : Number.NaN;
      }
      return;
    case 13:
      for (let at = from; at < to; at += stepLength) {
        const more = (cells[steps[at + 2] as number] as number) - (cells[steps[at + 3] as number] as number);
        const slack = cells[steps[at + 4] as number] as number;
        cells[steps[at + 1] as number] = more >= -slack ? 1 : more < -slack ? 0 : Number.NaN;
      }
      return;
    case 14:
      for (let at = from; at < to; at += stepLength) {
        const apart = Math.abs(
          (cells[steps[at + 2] as number] as number) - (cells[steps[at + 3] as number] as number),
        );
        const slack = cells[steps[at + 4] as number] as number;
        cells[steps[at + 1] as number] = apart <= slack ? 1 : apart > slack ? 0 : Number.NaN;
      }
      return;
    case 15:
      for (let at = from; at < to; at += stepLength) {
        const a = cells[steps[at + 2] as number] as number;
        const held = cells[steps[at + 3] as number] as number;
        cells[steps[at + 1] as number] =
          held === 1 ? a + (cells[steps[at + 4] as number] as number) : held === 0 ? a : Number.NaN;
      }
      return;
  }
}
