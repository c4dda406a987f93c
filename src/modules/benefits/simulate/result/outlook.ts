import type { Household } from "../../../../../engine/household.ts";
import { type MonthNumber, monthText, shifted } from "../../../../../engine/months.ts";
import { taxableFromNet } from "../../../../../engine/population.ts";
import type { Result, Step } from "../../../../../engine/trace.ts";
import { type BenefitRules, monthlyBenefits } from "../../rules.ts";

/** Euros by benefit; a benefit that the rules could not tell is not in it. */
export type Amounts = Readonly<Partial<Record<string, number>>>;

/** What one month brings. `once` is what comes in that month alone. */
export type MonthAhead = { month: MonthNumber; amounts: Amounts; total: number };

/** A benefit before and after. */
export type Change = { benefit: string; before: number; after: number };

/** The month from which a child's age changes what the household receives. */
export type AgeStep = { month: MonthNumber; birth: string; age: number; changes: readonly Change[] };

/** What the household receives each month, and why; with what would change it (MC-01, MC-27). */
export type Outlook = {
  month: MonthNumber;
  household: Household;
  results: readonly Result[];
  /**
   * Results that can only be told at their lowest, for a household that pays a rent or a loan: housing benefit counts in
   * their resources up to an amount that the law sets, and that much is counted here (CASF, art. R. 262-10).
   */
  atLeast: readonly string[];
  /** Euros a month, of the benefits that could be told. */
  total: number;
  months: readonly MonthAhead[];
  /** The first coming month in which some amount differs from this month's. */
  firstChange: { month: MonthNumber; changes: readonly Change[]; byLaw: boolean } | undefined;
  ageSteps: readonly AgeStep[];
  oneMoreChild: number;
  morePay: number;
  scale: readonly ScalePoint[];
};

/** What a household receives in all at some pay of its first adult, the same for years. */
export type ScalePoint = { pay: number; family: number; disability: number; rsa: number; bonus: number };

/** The months told ahead, this one included. */
const monthsTold = 12;
/** The raise shown, in euros a month. */
export const raise = 100;
/** The chart, in euros of net monthly pay. */
export const chart = { most: 4000, step: 100 };

/** Computes all that the page of the result shows. A household whose housing is unknown pays a rent or a loan. */
export function lookAhead(rules: BenefitRules, asked: Household, month: MonthNumber): Outlook {
  // Housed free of charge, as much counts as housing benefit ever does.
  const household: Household = asked.housing ? asked : { ...asked, housing: "housed-free" };
  const results = rules.at(month)(household);
  const atLeast = asked.housing ? [] : untold(rules.at(month)(asked));
  const months = Array.from({ length: monthsTold }, (_, ahead) =>
    monthAhead(rules, household, month + ahead),
  );
  const total = (one: Household) => totalOf(amountsOf(rules, one, month));
  const now = total(household);
  return {
    month,
    household,
    results,
    atLeast,
    total: now,
    months,
    firstChange: firstChange(rules, household, months),
    ageSteps: ageSteps(rules, household, month),
    oneMoreChild: cents(total(withChildOfMonths(household, month)) - now),
    morePay: cents(total(withMorePay(household)) - now),
    scale: Array.from({ length: chart.most / chart.step + 1 }, (_, at) =>
      scalePoint(rules, household, month, at * chart.step),
    ),
  };
}

const untold = (results: readonly Result[]): string[] =>
  results.filter(({ amount }) => amount === undefined).map(({ id }) => id);

function monthAhead(rules: BenefitRules, household: Household, month: MonthNumber): MonthAhead {
  const results = rules.at(month)(household);
  const isAugust = shifted(month, { monthOfYear: 8 }) === month;
  const due = [...monthlyBenefits, "paje_naissance", ...(isAugust ? ["ars_year"] : [])];
  const amounts = amountsIn(results, due);
  return { month, amounts, total: totalOf(amounts) };
}

const amountsOf = (rules: BenefitRules, household: Household, month: MonthNumber): Amounts =>
  amountsIn(rules.at(month)(household), monthlyBenefits);

const amountsIn = (results: readonly Result[], wanted: readonly string[]): Amounts =>
  Object.fromEntries(
    results.flatMap(({ id, amount }) =>
      wanted.includes(id) && amount !== undefined ? [[id, cents(amount)]] : [],
    ),
  );

const totalOf = (amounts: Amounts): number =>
  cents(Object.values(amounts).reduce<number>((sum, amount) => sum + (amount ?? 0), 0));

const cents = (amount: number): number => Math.round(amount * 100) / 100;

function firstChange(rules: BenefitRules, household: Household, months: readonly MonthAhead[]) {
  const [now] = months;
  for (const { month, amounts } of months.slice(1)) {
    const changes = changesBetween(now?.amounts ?? {}, amounts, monthlyBenefits);
    if (changes.length > 0) return { month, changes, byLaw: lawChanges(rules.at(month)(household), month) };
  }
  return undefined;
}

const changesBetween = (before: Amounts, after: Amounts, wanted: readonly string[]): Change[] =>
  wanted.flatMap((benefit) => {
    const [was, is] = [before[benefit], after[benefit]];
    return was === undefined || is === undefined || was === is ? [] : [{ benefit, before: was, after: is }];
  });

/** Whether a number set by law, used somewhere under these results, takes a new value in that month. */
function lawChanges(results: readonly Result[], month: MonthNumber): boolean {
  const day = `${monthText(month)}-01`;
  const seen = new Set<Step>();
  const changes = (step: Step): boolean => {
    if (seen.has(step)) return false;
    seen.add(step);
    return (
      step.parameters.some(({ parameter }) => parameter.values.some(({ from }) => from === day)) ||
      step.uses.some(changes)
    );
  };
  return results.some(({ step }) => changes(step));
}

/**
 * The coming birthdays that change a monthly benefit: in the first month that counts the new age, or three months later
 * for what is the average of three months. Each is told by comparing with the same household whose child is a little
 * younger, so that neither the law of that month nor another child is taken for the cause.
 */
function ageSteps(rules: BenefitRules, household: Household, month: MonthNumber): AgeStep[] {
  const steps: AgeStep[] = [];
  for (let ahead = 1; ahead < monthsTold; ahead += 1) {
    const at = month + ahead;
    const births = (household.children ?? []).flatMap(({ birth }) => (birth ? [birth] : []));
    for (const birth of new Set(births)) {
      const age = yearsOn(birth, at);
      if (age < 0 || age === yearsOn(birth, at - 1)) continue;
      const younger = withBirth(household, birth, later(birth, 5));
      const changes = [at, at + 3].flatMap((then) => {
        const real = amountsOf(rules, household, then);
        const moved = changesBetween(amountsOf(rules, household, at - 1), real, monthlyBenefits);
        return changesBetween(amountsOf(rules, younger, then), real, monthlyBenefits).filter(({ benefit }) =>
          moved.some((one) => one.benefit === benefit),
        );
      });
      const first = changes.filter(
        ({ benefit }, index) => changes.findIndex((one) => one.benefit === benefit) === index,
      );
      if (first.length > 0) steps.push({ month: at, birth, age, changes: first });
    }
  }
  return steps;
}

/** Years completed on the first day of a month, as the rules count them; negative before the birth. */
export function yearsOn(birth: string, month: MonthNumber): number {
  const [year, born, day] = birth.split("-").map(Number) as [number, number, number];
  return Math.floor((month - (year * 12 + born - 1) - (day === 1 ? 0 : 1)) / 12);
}

/** The same day some months later; the 28th where the month may be too short. */
function later(birth: string, months: number): string {
  const [year, month, day] = birth.split("-").map(Number) as [number, number, number];
  return `${monthText(year * 12 + month - 1 + months)}-${String(Math.min(day, 28)).padStart(2, "0")}`;
}

const withBirth = (household: Household, birth: string, other: string): Household => ({
  ...household,
  children: (household.children ?? []).map((child) =>
    child.birth === birth ? { ...child, birth: other } : child,
  ),
});

/** With a child a few months old: for a younger one the averages of three months would not be complete. */
const withChildOfMonths = (household: Household, month: MonthNumber): Household => ({
  ...household,
  children: [...(household.children ?? []), { birth: `${monthText(month - 3)}-01`, aeeh: -1 }],
});

/** With a higher pay from now on: the income of two years ago, which family benefits look at, stays what it was. */
function withMorePay(household: Household): Household {
  const [first, ...others] = household.adults;
  if (first?.netPay === undefined) return household;
  const { netPay, taxablePay = taxableFromNet(netPay) } = first;
  return { ...household, adults: [{ ...first, netPay: netPay + raise, taxablePay }, ...others] };
}

function scalePoint(rules: BenefitRules, household: Household, month: MonthNumber, pay: number): ScalePoint {
  const [first, ...others] = household.adults;
  const {
    aah = 0,
    rsa = 0,
    ppa = 0,
    ...family
  } = amountsOf(rules, { ...household, adults: first ? [{ ...first, netPay: pay }, ...others] : [] }, month);
  return { pay, family: totalOf(family), disability: aah, rsa, bonus: ppa };
}
