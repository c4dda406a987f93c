import { readings } from "../law/benefits/fr/readings.ts";
import type { Adult, Child, Household } from "./household.ts";

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
  /** 1, then 2 and more for the next children born on the same day. */
  readonly birthRank: Float64Array;
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
    birthRank: numbers(children),
    aeeh: numbers(children),
  };
}

/** What each column holds of a household, an adult or a child. What was not asked is NaN. */
export const columnReaders = {
  household: { freeHousing: ({ housing }: Household) => (housing === undefined ? Number.NaN : 1) },
  adult: {
    pay: ({ netPay = Number.NaN }: Adult) => netPay,
    taxablePay: ({ netPay = Number.NaN, taxablePay }: Adult) => taxablePay ?? taxableFromNet(netPay),
    adultFrom: ({ birth }: Adult) => completedFrom(birth),
    disabled: ({ disabled }: Adult) => (disabled === undefined ? Number.NaN : disabled ? 1 : 0),
  },
  child: {
    birth: ({ birth }: Child) =>
      digits(birth, 0, 4) * 10_000 + digits(birth, 5, 7) * 100 + digits(birth, 8, 10),
    birthMonth: ({ birth }: Child) => birthMonthOf(birth),
    ageFrom: ({ birth }: Child) =>
      readings.ages.chosen === "letter" ? birthMonthOf(birth) + 1 : completedFrom(birth),
    limitFrom: ({ birth }: Child) =>
      readings.ages.chosen === "letter" ? birthMonthOf(birth) : completedFrom(birth),
    schoolFrom: ({ birth }: Child) =>
      readings.schoolAge.chosen === "whole year" ? birthMonthOf(birth) : completedFrom(birth),
    aeeh: ({ aeeh = Number.NaN }: Child) => aeeh,
  },
};

/** Which of the children born on the same day the one at `at` is, counted from 1; NaN while the birth is unknown. */
export function birthRankOf(children: readonly Child[], at: number): number {
  const { birth } = children[at] as Child;
  if (birth === undefined) return Number.NaN;
  let rank = 1;
  for (let before = 0; before < at; before += 1) if (children[before]?.birth === birth) rank += 1;
  return rank;
}

/** Puts checked households into columns. What was not asked is NaN; children not asked count as none. */
export function toPopulation(households: readonly Household[], shared = false): Population {
  const adults = households.flatMap((household) => household.adults);
  const children = households.flatMap((household) => household.children ?? []);
  const columns = emptyPopulation(households.length, adults.length, children.length, shared);
  fill(columns, columnReaders.household, households);
  fill(columns, columnReaders.adult, adults);
  fill(columns, columnReaders.child, children);
  households.forEach(({ adults, children = [] }, at) => {
    const firstChild = columns.firstChild[at] as number;
    columns.firstAdult[at + 1] = (columns.firstAdult[at] as number) + adults.length;
    columns.firstChild[at + 1] = firstChild + children.length;
    for (let child = 0; child < children.length; child += 1)
      columns.birthRank[firstChild + child] = birthRankOf(children, child);
  });
  return columns;
}

function fill<One>(
  columns: Population,
  readers: Readonly<Record<string, (one: One) => number>>,
  all: readonly One[],
): void {
  for (const [name, read] of Object.entries(readers)) {
    const column = columns[name as "pay"];
    for (let at = 0; at < all.length; at += 1) column[at] = read(all[at] as One);
  }
}

/** Yearly taxable pay from net monthly pay: 1.03 × net × 12, the convention of the cases. */
export const taxableFromNet = (net: number): number => (net * 1236) / 100;

/** The digits of a date as a number, without cutting the text: this runs for every child of a country. */
function digits(date: string | undefined, from: number, to: number): number {
  if (date === undefined) return Number.NaN;
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 10 + date.charCodeAt(at) - 48;
  return number;
}

const birthMonthOf = (birth: string | undefined): number =>
  digits(birth, 0, 4) * 12 + digits(birth, 5, 7) - 1;

/** The first month on whose first day the birthday has come: from it, months of age are counted. */
const completedFrom = (birth: string | undefined): number =>
  birthMonthOf(birth) + (digits(birth, 8, 10) === 1 ? 0 : 1);
