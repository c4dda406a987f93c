import { readings } from "../law/benefits/fr/readings.ts";
import type { Household } from "./household.ts";

/**
 * Households in columns. The members of household i are those from `firstAdult[i]` to `firstAdult[i + 1]`, and the
 * same for children. Ages are kept as the month from which they count, so that one column serves every month computed.
 * An unknown value is NaN. Columns may lie in shared memory.
 */
export type Population = {
  readonly size: number;
  readonly firstAdult: Uint32Array;
  readonly firstChild: Uint32Array;
  readonly freeHousing: Float64Array;
  readonly pay: Float64Array;
  readonly taxablePay: Float64Array;
  /** Month number from which months of age count, for adults. */
  readonly adultFrom: Float64Array;
  readonly disabled: Float64Array;
  readonly ageFrom: Float64Array;
  readonly limitFrom: Float64Array;
  readonly schoolFrom: Float64Array;
  readonly birthMonth: Float64Array;
  /** yyyymmdd */
  readonly birth: Float64Array;
  readonly aeeh: Float64Array;
};

/** Empty columns for that many households, adults and children; in shared memory when workers will read them. */
export function emptyPopulation(size: number, adults: number, children: number, shared = false): Population {
  const numbers = (length: number) =>
    shared ? new Float64Array(new SharedArrayBuffer(length * 8)) : new Float64Array(length);
  const indexes = (length: number) =>
    shared ? new Uint32Array(new SharedArrayBuffer(length * 4)) : new Uint32Array(length);
  return {
    size,
    firstAdult: indexes(size + 1),
    firstChild: indexes(size + 1),
    freeHousing: numbers(size),
    pay: numbers(adults),
    taxablePay: numbers(adults),
    adultFrom: numbers(adults),
    disabled: numbers(adults),
    ageFrom: numbers(children),
    limitFrom: numbers(children),
    schoolFrom: numbers(children),
    birthMonth: numbers(children),
    birth: numbers(children),
    aeeh: numbers(children),
  };
}

/** Puts checked households into columns. What was not asked is NaN; children not asked count as none. */
export function toPopulation(households: readonly Household[], shared = false): Population {
  const adults = households.reduce((total, household) => total + household.adults.length, 0);
  const children = households.reduce((total, household) => total + (household.children?.length ?? 0), 0);
  const columns = emptyPopulation(households.length, adults, children, shared);
  let adult = 0;
  let child = 0;
  households.forEach((household, at) => {
    columns.firstAdult[at] = adult;
    columns.firstChild[at] = child;
    columns.freeHousing[at] = household.housing === undefined ? Number.NaN : 1;
    for (const { birth, netPay, taxablePay, disabled } of household.adults) {
      columns.pay[adult] = netPay ?? Number.NaN;
      columns.taxablePay[adult] = taxablePay ?? taxableFromNet(netPay ?? Number.NaN);
      columns.adultFrom[adult] = birth === undefined ? Number.NaN : completedFrom(birth);
      columns.disabled[adult] = disabled ? 1 : 0;
      adult += 1;
    }
    for (const { birth, aeeh } of household.children ?? []) {
      putChild(columns, child, birth);
      columns.aeeh[child] = aeeh;
      child += 1;
    }
  });
  columns.firstAdult[households.length] = adult;
  columns.firstChild[households.length] = child;
  return columns;
}

/** Yearly taxable pay from net monthly pay: 1.03 × net × 12, the convention of the cases. */
export const taxableFromNet = (net: number): number => (net * 1236) / 100;

/** Writes the ages of one child into its columns, by the readings of the law in force. */
export function putChild(columns: Population, at: number, birth: string | undefined): void {
  const number = birth === undefined ? Number.NaN : Number(birth.replaceAll("-", ""));
  const month = birth === undefined ? Number.NaN : birthMonthOf(birth);
  const completed = birth === undefined ? Number.NaN : completedFrom(birth);
  const letter = readings.ages.chosen === "letter";
  columns.birth[at] = number;
  columns.birthMonth[at] = month;
  columns.ageFrom[at] = letter ? month + 1 : completed;
  columns.limitFrom[at] = letter ? month : completed;
  columns.schoolFrom[at] = readings.schoolAge.chosen === "whole year" ? month : completed;
}

const birthMonthOf = (birth: string): number =>
  Number(birth.slice(0, 4)) * 12 + Number(birth.slice(5, 7)) - 1;

/** The first month on whose first day the birthday has come: from it, months of age are counted. */
const completedFrom = (birth: string): number => birthMonthOf(birth) + (birth.endsWith("-01") ? 0 : 1);
