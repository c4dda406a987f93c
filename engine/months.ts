import type { Shift } from "../law/benefits/expression.ts";
import type { Parameter } from "../law/benefits/parameter.ts";

/** A month as a number that counts up by one: year × 12 + month, January being 0. */
export type MonthNumber = number;

/** "2026-06" as a number; undefined when it is not a month. */
export function monthNumber(text: string): MonthNumber | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : undefined;
}

/** The month as people write it in data: "2026-06". */
export function monthText(month: MonthNumber): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** The year a month is in. */
export const yearOf = (month: MonthNumber): number => Math.floor(month / 12);

/** The month that a rule looks at from the month computed. */
export function shifted(month: MonthNumber, when: Shift): MonthNumber {
  return "monthsBefore" in when ? month - when.monthsBefore : yearOf(month) * 12 + when.monthOfYear - 1;
}

/**
 * The value of a parameter for a month: the one in force on its first day, or on 1 January of the year whose income
 * counts. Throws when the law of that day is not in the table: a number is never guessed.
 */
export function valueFor(parameter: Parameter, of: "month" | "income year", month: MonthNumber): number {
  const day = of === "month" ? `${monthText(month)}-01` : `${yearOf(month) - 2}-01-01`;
  const found = parameter.values.findLast(({ from }) => from <= day);
  if (!found) throw new RangeError(`${parameter.id} has no value on ${day}`);
  return found.value;
}
