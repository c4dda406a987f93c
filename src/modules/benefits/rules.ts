import { compileExplained, type Explained } from "../../../engine/explain.ts";
import { load } from "../../../engine/load.ts";
import { type MonthNumber, monthNumber } from "../../../engine/months.ts";
import { frenchBenefits } from "../../../law/benefits/fr/index.ts";
import type { Sentence } from "../../../law/language.ts";

/** How each result of the law reaches people. */
export const paid = {
  af: "month",
  cf: "month",
  asf: "month",
  paje_base: "month",
  aeeh: "month",
  aah: "month",
  rsa: "month",
  ppa: "month",
  ars_year: "year",
  paje_naissance: "once",
  quotient_familial: "measure",
} as const;
export type Benefit = keyof typeof paid;

export const shownBenefits = Object.keys(paid) as Benefit[];
export const monthlyBenefits = shownBenefits.filter((id) => paid[id] === "month");

/** The last month whose law is all published: later months are told with the last known amounts (MC-27). */
export const publishedUntil: MonthNumber | undefined = monthNumber(frenchBenefits.publishedUntil ?? "");

/** The French rules, ready for any month. */
export type BenefitRules = { at: (month: MonthNumber) => Explained };

/** Preparing a month takes a hundred times longer than asking it: a simulation looks at thirteen, and all look at the same. */
const monthsKept = 32;

/** Loads the French benefits once. Throws an Error named BrokenRules when they cannot be computed (MC-27). */
export function openRules(): BenefitRules {
  const loaded = load(frenchBenefits);
  const months = new Map<MonthNumber, Explained>();
  return {
    at: (month) => {
      const known = months.get(month);
      if (known) return known;
      const explained = compileExplained(loaded, month, shownBenefits);
      const [oldest] = months.keys();
      if (months.size >= monthsKept && oldest !== undefined) months.delete(oldest);
      months.set(month, explained);
      return explained;
    },
  };
}

const rulesById = new Map(frenchBenefits.rules.map((rule) => [rule.id, rule]));

/** What people call a benefit. */
export const labelOf = (id: string): Sentence => rulesById.get(id)?.label ?? { fr: id, en: id };
