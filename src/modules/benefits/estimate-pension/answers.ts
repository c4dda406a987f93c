import { z } from "zod";
import type { Sentence } from "../../../../law/language.ts";
import { refusals } from "./refusals.ts";

/** The career as the person tells it: years of contributions by period, pay in Djibouti francs a month. */
export const careerSchema = z
  .object({
    age: z.number(),
    work: z.enum(["other", "mother", "manual"]),
    until2001: z.number(),
    until2006: z.number(),
    since2007: z.number(),
    pay: z.number(),
  })
  .partial();
export type Career = z.infer<typeof careerSchema>;

/** What is asked, one page each, in this order. */
export const questions = ["age", "work", "career", "pay"] as const;
export type Question = (typeof questions)[number];

export type Typed = Readonly<Record<string, string>>;

/** The career with the answer in it; or what is wrong, by field. */
export type ReadAnswer = { career: Career } | { refused: Readonly<Record<string, Sentence>> };

/** Reads the answer to one question in the year `year`. What cannot be is refused at the field it was typed in. */
export function readAnswer(question: Question, typed: Typed, career: Career, year: number): ReadAnswer {
  switch (question) {
    case "age": {
      const age = readWhole(typed.age, youngestWorker, 110, refusals.age);
      if (typeof age !== "number") return { refused: { age } };
      return yearsTold(career) > age - youngestWorker
        ? { refused: { age: refusals.moreThanLife } }
        : { career: { ...career, age } };
    }
    case "work": {
      const work = careerSchema.shape.work.safeParse(typed.work).data;
      return work ? { career: { ...career, work } } : { refused: { work: refusals.choose } };
    }
    case "career":
      return readYears(typed, career, year);
    case "pay": {
      const pay = readMoney(typed.pay ?? "");
      return typeof pay === "number" ? { career: { ...career, pay } } : { refused: { pay } };
    }
  }
}

/** The general pension scheme for employees began in 1976. */
const schemeBegan = 1976;

/** The periods that the law counts apart, each with the years it can hold by `year`. */
export const periodsUntil = (year: number) =>
  [
    { field: "until2001", most: 2001 - schemeBegan + 1 },
    { field: "until2006", most: 5 },
    { field: "since2007", most: Math.max(0, year - 2007 + 1) },
  ] as const;

/** In years: nobody has contributed before. */
const youngestWorker = 14;

const yearsTold = ({ until2001 = 0, until2006 = 0, since2007 = 0 }: Career): number =>
  until2001 + until2006 + since2007;

function readYears(typed: Typed, career: Career, year: number): ReadAnswer {
  const refused: Record<string, Sentence> = {};
  const told: Partial<Record<"until2001" | "until2006" | "since2007", number>> = {};
  for (const { field, most } of periodsUntil(year)) {
    // An empty box says that nothing was paid then.
    const years = readWhole(typed[field]?.trim() || "0", 0, most, refusals.years(most));
    if (typeof years === "number") told[field] = years;
    else refused[field] = years;
  }
  if (Object.keys(refused).length > 0) return { refused };
  if (career.age !== undefined && yearsTold(told) > career.age - youngestWorker)
    return { refused: { until2001: refusals.moreThanLife } };
  return { career: { ...career, ...told } };
}

function readWhole(
  text: string | undefined,
  least: number,
  most: number,
  wrong: Sentence,
): number | Sentence {
  const plain = text?.trim() ?? "";
  const number = Number(plain);
  return /^\d{1,3}$/.test(plain) && number >= least && number <= most ? number : wrong;
}

/** Francs as people type them: "100 000", "100.000 FDJ", "95 000 francs". Cents, which are not in use, are left out. */
function readMoney(text: string): number | Sentence {
  const amount = text.replace(/fdj|djf|fd|francs?/i, "").replace(/[\s\u00a0\u202f]/g, "");
  if (amount === "") return refusals.noPay;
  const plain = amount.replace(/[.,]\d{1,2}$/, "").replace(/[.,](?=\d{3}(\D|$))/g, "");
  if (!/^\d{1,10}$/.test(plain)) return refusals.strangePay;
  return Number(plain) > 10_000_000 ? refusals.hugePay : Number(plain);
}

/** The first question without an answer. */
export const nextQuestion = (career: Career): Question | undefined =>
  questions.find((question) =>
    question === "career" ? career.since2007 === undefined : career[question] === undefined,
  );

/** The facts of the law that the answers give. */
export const factsOf = (career: Career): Readonly<Record<string, number>> => ({
  ...(career.age !== undefined && { age_in_years: career.age }),
  ...(career.work && { early_pension_work: career.work === "other" ? 0 : 1 }),
  ...(career.until2001 !== undefined && { years_until_2001: career.until2001 }),
  ...(career.until2006 !== undefined && { years_2002_to_2006: career.until2006 }),
  ...(career.since2007 !== undefined && { years_since_2007: career.since2007 }),
  ...(career.pay !== undefined && { average_pay: career.pay, gross_pay: career.pay }),
});
