import { z } from "zod";
import type { Explained } from "../../../../engine/explain.ts";
import { type Household, type Refusal, readHousehold } from "../../../../engine/household.ts";
import { type MonthNumber, monthNumber, monthText } from "../../../../engine/months.ts";
import { civilDay } from "../../../../law/access/relations.ts";
import type { World } from "../../../world.ts";

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const adult = z.object({ birth: date.optional(), pay: z.number().optional() });

/** What a person has answered so far. The first adult is the person; the second counts only in a couple. */
export const answersSchema = z.object({
  couple: z.boolean().optional(),
  adults: z.tuple([adult, adult]),
  /** Births in the order given; null for a child whose birth was not told yet. */
  children: z.array(date.nullable()).max(15).optional(),
  housing: z.enum(["owner", "housed-free", "rent"]).optional(),
});
export type Answers = z.infer<typeof answersSchema>;

export const noAnswers: Answers = { adults: [{}, {}] };

/** The civil month the institution is in: what a simulation is computed for. */
export const civilMonth = ({ clock, institution }: Pick<World, "clock" | "institution">): MonthNumber =>
  monthNumber(civilDay(clock(), institution.timeZone).slice(0, 7)) as MonthNumber;

/** As many children as one simulation takes. */
export const mostChildren = 15;

/** The questions that every simulation may have once. */
export type SingleQuestion =
  | "household"
  | "birth"
  | "pay"
  | "partner-birth"
  | "partner-pay"
  | "children"
  | "housing";

/** A question, by the name its page has in addresses. */
export type Question = SingleQuestion | `child-${number}`;

/** Which child a question is about, from 0; undefined for any other question. */
export const childOf = (question: Question): number | undefined => {
  const number = /^child-([1-9]\d?)$/.exec(question)?.[1];
  return number === undefined ? undefined : Number(number) - 1;
};

const childQuestion = (index: number): Question => `child-${index + 1}`;

/** Every question that these answers may lead to, in the order of the pages. */
const possibleQuestions = ({ couple, children }: Answers): Question[] => [
  "household",
  "birth",
  "pay",
  ...(couple ? (["partner-birth", "partner-pay"] as const) : []),
  "children",
  ...(children ?? []).map((_, index) => childQuestion(index)),
  "housing",
];

export function isAnswered(answers: Answers, question: Question): boolean {
  const [self, partner] = answers.adults;
  const child = childOf(question);
  if (child !== undefined) return typeof answers.children?.[child] === "string";
  const given: Record<SingleQuestion, unknown> = {
    household: answers.couple,
    birth: self.birth,
    pay: self.pay,
    "partner-birth": partner.birth,
    "partner-pay": partner.pay,
    children: answers.children,
    housing: answers.housing,
  };
  return given[question as SingleQuestion] !== undefined;
}

/** What the rules call the answer to a question. */
const namedByRules = (question: Question): string => {
  if (childOf(question) !== undefined) return "children.birth";
  return {
    household: "adults",
    birth: "adults.birth",
    pay: "adults.net_pay",
    "partner-birth": "adults.birth",
    "partner-pay": "adults.net_pay",
    children: "children",
    housing: "housing",
  }[question as SingleQuestion];
};

/** The questions of this simulation: those answered, and those whose answer the rules still need (MC-01). */
export function questionsFor(explained: Explained, answers: Answers, month: MonthNumber): Question[] {
  const needed = neededBy(explained, answers, month);
  return possibleQuestions(answers).filter(
    (question) =>
      question === "household" || isAnswered(answers, question) || needed.has(namedByRules(question)),
  );
}

/** The question to ask now; undefined when the rules have all they need. */
export const nextQuestion = (
  explained: Explained,
  answers: Answers,
  month: MonthNumber,
): Question | undefined =>
  questionsFor(explained, answers, month).find((question) => !isAnswered(answers, question));

/** The results that cannot be told without the answer to a question: why it is asked. */
export function needing(
  explained: Explained,
  answers: Answers,
  month: MonthNumber,
  question: Question,
): string[] {
  const read = toHousehold(withoutAnswer(inFull(answers), question), month);
  if (!("household" in read)) return [];
  const name = namedByRules(question);
  return explained(read.household)
    .filter(({ missing }) => missing.includes(name))
    .map(({ id }) => id);
}

/** Any answers in place of those to come, so that only the question looked at is open. They never reach a result. */
function inFull({ couple = false, adults, children, housing }: Answers): Answers {
  const [self, partner] = adults.map(({ birth = "1990-01-01", pay = 1000 }) => ({ birth, pay })) as [
    Required<Answers["adults"][0]>,
    Required<Answers["adults"][1]>,
  ];
  return {
    couple,
    adults: [self, partner],
    children: children?.map((birth) => birth ?? "2020-01-01") ?? [],
    housing: housing ?? "owner",
  };
}

function neededBy(explained: Explained, answers: Answers, month: MonthNumber): Set<string> {
  const read = toHousehold(answers, month);
  if (!("household" in read)) return new Set();
  const { household } = read;
  // The page of the result also shows other pays than the one told: what they need is asked too.
  const [first, ...others] = household.adults;
  const earning = { ...household, adults: first ? [{ ...first, netPay: 1500 }, ...others] : [] };
  const asked = first?.netPay === undefined ? [household] : [household, earning];
  return new Set(asked.flatMap((one) => explained(one).flatMap(({ missing }) => missing)));
}

function withoutAnswer(answers: Answers, question: Question): Answers {
  const [self, partner] = answers.adults;
  const child = childOf(question);
  if (child !== undefined)
    return {
      ...answers,
      children: answers.children?.map((birth, index) => (index === child ? null : birth)),
    };
  switch (question) {
    case "birth":
      return { ...answers, adults: [{ pay: self.pay }, partner] };
    case "pay":
      return { ...answers, adults: [{ birth: self.birth }, partner] };
    case "partner-birth":
      return { ...answers, adults: [self, { pay: partner.pay }] };
    case "partner-pay":
      return { ...answers, adults: [self, { birth: partner.birth }] };
    case "children":
      return { ...answers, children: undefined };
    case "housing":
      return { ...answers, housing: undefined };
    default:
      return answers;
  }
}

/**
 * The household that the rules look at, or what cannot be in it. What was not answered stays unknown; a rent does too,
 * because housing benefit is not computed. A child born after the month is one that is expected.
 */
export function toHousehold(
  { couple, adults, children, housing }: Answers,
  month: MonthNumber,
): { household: Household } | { refusals: readonly Refusal[] } {
  const lastDay = `${monthText(month)}-31`;
  const born = children?.filter((birth) => birth === null || birth <= lastDay);
  const expected = children?.filter((birth) => birth !== null && birth > lastDay);
  return readHousehold(
    {
      adults: adults.slice(0, couple ? 2 : 1).map(({ birth, pay }) => ({ birth, net_pay: pay })),
      children: born?.map((birth) => ({ birth: birth ?? undefined })),
      expected: expected?.map((birth) => ({ birth })),
      housing: housing === "rent" ? undefined : housing,
    },
    month,
    false,
  );
}
