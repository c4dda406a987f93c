import { z } from "zod";
import type { Explained } from "../../../../engine/explain.ts";
import { type Household, type Refusal, readHousehold } from "../../../../engine/household.ts";
import { type MonthNumber, monthNumber, monthText } from "../../../../engine/months.ts";
import { civilDay } from "../../../../law/access/relations.ts";
import type { World } from "../../../world.ts";

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const adult = z.object({
  birth: date.optional(),
  pay: z.number().optional(),
  /** The right to AAH is recognised. */
  disabled: z.boolean().optional(),
});
const childTold = z.object({
  birth: date.optional(),
  /** Category of AEEH: 0 without complement, 1 to 6, −1 for no right; or a right whose category is still to tell. */
  aeeh: z.union([z.literal("to-tell"), z.number().int().min(-1).max(6)]).optional(),
});

/** What a person has answered so far. The first adult is the person; the second counts only in a couple. */
export const answersSchema = z.object({
  couple: z.boolean().optional(),
  adults: z.tuple([adult, adult]),
  /** In the order given. */
  children: z.array(childTold).max(15).optional(),
  /** Whether a right to AAH or AEEH is recognised for anybody of the household. */
  disability: z.boolean().optional(),
  housing: z.enum(["owner", "housed-free", "rent"]).optional(),
});
export type Answers = z.infer<typeof answersSchema>;
type ChildTold = z.infer<typeof childTold>;

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
  | "disability"
  | "disability-who"
  | "housing";

/** A question, by the name its page has in addresses. */
export type Question = SingleQuestion | `child-${number}` | `aeeh-${number}`;

/** Which child's birth a question is about, from 0; undefined for any other question. */
export const childOf = (question: Question): number | undefined => numbered("child", question);

/** Which child's category of AEEH a question is about, from 0; undefined for any other question. */
export const aeehOf = (question: Question): number | undefined => numbered("aeeh", question);

const numbered = (kind: "child" | "aeeh", question: Question): number | undefined => {
  const [name, number = ""] = question.split("-");
  return name === kind && /^[1-9]\d?$/.test(number) ? Number(number) - 1 : undefined;
};

const childQuestion = (index: number): Question => `child-${index + 1}`;
const aeehQuestion = (index: number): Question => `aeeh-${index + 1}`;

/** Every question that these answers may lead to, in the order of the pages. */
const possibleQuestions = ({ couple, children = [], disability }: Answers): Question[] => [
  "household",
  "birth",
  "pay",
  ...(couple ? (["partner-birth", "partner-pay"] as const) : []),
  "children",
  ...children.map((_, index) => childQuestion(index)),
  "disability",
  ...(disability ? ["disability-who" as const] : []),
  ...children.flatMap((child, index) => (disability && isRecognised(child) ? [aeehQuestion(index)] : [])),
  "housing",
];

export function isAnswered(answers: Answers, question: Question): boolean {
  const [self, partner] = answers.adults;
  const child = childOf(question);
  if (child !== undefined) return answers.children?.[child]?.birth !== undefined;
  const withAeeh = aeehOf(question);
  if (withAeeh !== undefined) return typeof answers.children?.[withAeeh]?.aeeh === "number";
  const given: Record<SingleQuestion, unknown> = {
    household: answers.couple,
    birth: self.birth,
    pay: self.pay,
    "partner-birth": partner.birth,
    "partner-pay": partner.pay,
    children: answers.children,
    disability: answers.disability,
    "disability-who": isWhoTold(answers) ? true : undefined,
    housing: answers.housing,
  };
  return given[question as SingleQuestion] !== undefined;
}

/** Whether a right to AEEH is recognised for a child. */
export const isRecognised = ({ aeeh }: ChildTold): boolean => aeeh !== undefined && aeeh !== -1;

/** Of each adult who counts and each child: whether a right is recognised; undefined where it was not told. */
const rightsTold = ({ couple, adults, children = [] }: Answers): readonly (boolean | undefined)[] => [
  ...adults.slice(0, couple ? 2 : 1).map(({ disabled }) => disabled),
  ...children.map((one) => (one.aeeh === undefined ? undefined : isRecognised(one))),
];

const isWhoTold = (answers: Answers): boolean => {
  const told = rightsTold(answers);
  return told.includes(true) && !told.includes(undefined);
};

/**
 * The answers once somebody may have left the household: no right stays told of a partner who is not there, and a yes
 * that is left without anybody is asked anew.
 */
export function settled(answers: Answers): Answers {
  const [self, partner] = answers.adults;
  const here: Answers = answers.couple ? answers : { ...answers, adults: [self, withoutRight(partner)] };
  const told = rightsTold(here);
  return here.disability && told.every((right) => right === false) ? withoutRights(here) : here;
}

const withoutRight = ({ disabled: _, ...adult }: Answers["adults"][0]) => adult;

/** The answers without any on disability. */
export const withoutRights = (answers: Answers): Answers => ({
  ...answers,
  disability: undefined,
  adults: [withoutRight(answers.adults[0]), withoutRight(answers.adults[1])],
  children: answers.children?.map(({ aeeh: _, ...child }) => child),
});

/** What the rules call the answer to a question. */
const namedByRules = (question: Question): readonly string[] => {
  if (childOf(question) !== undefined) return ["children.birth"];
  if (aeehOf(question) !== undefined) return ["children.aeeh"];
  return {
    household: ["adults"],
    birth: ["adults.birth"],
    pay: ["adults.net_pay"],
    "partner-birth": ["adults.birth"],
    "partner-pay": ["adults.net_pay"],
    children: ["children"],
    disability: ["adults.disabled", "children.aeeh"],
    "disability-who": ["adults.disabled", "children.aeeh"],
    housing: ["housing"],
  }[question as SingleQuestion];
};

/** The questions of this simulation: those answered, and those whose answer the rules still need (MC-01). */
export function questionsFor(explained: Explained, answers: Answers, month: MonthNumber): Question[] {
  const needed = neededBy(explained, answers, month);
  return possibleQuestions(answers).filter(
    (question) =>
      question === "household" ||
      isAnswered(answers, question) ||
      namedByRules(question).some((name) => needed.has(name)),
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
  const names = namedByRules(question);
  return explained(read.household)
    .filter(({ missing }) => names.some((name) => missing.includes(name)))
    .map(({ id }) => id);
}

/** Any answers in place of those to come, so that only the question looked at is open. They never reach a result. */
function inFull({ couple = false, adults, children = [], disability = false, housing }: Answers): Answers {
  return {
    couple,
    adults: adults.map(({ birth = "1990-01-01", pay = 1000, disabled = false }) => ({
      birth,
      pay,
      disabled,
    })) as Answers["adults"],
    children: children.map(({ birth = "2020-01-01", aeeh = -1 }) => ({
      birth,
      aeeh: aeeh === "to-tell" ? 0 : aeeh,
    })),
    disability,
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
  if (child !== undefined) return withChild(answers, child, { birth: undefined });
  const withAeeh = aeehOf(question);
  if (withAeeh !== undefined) return withChild(answers, withAeeh, { aeeh: "to-tell" });
  switch (question) {
    case "birth":
      return { ...answers, adults: [{ ...self, birth: undefined }, partner] };
    case "pay":
      return { ...answers, adults: [{ ...self, pay: undefined }, partner] };
    case "partner-birth":
      return { ...answers, adults: [self, { ...partner, birth: undefined }] };
    case "partner-pay":
      return { ...answers, adults: [self, { ...partner, pay: undefined }] };
    case "disability":
    case "disability-who":
      return { ...answers, disability: undefined };
    case "children":
      return { ...answers, children: undefined };
    case "housing":
      return { ...answers, housing: undefined };
    default:
      return answers;
  }
}

/** The answers with something else told of one child. */
export const withChild = (answers: Answers, child: number, told: ChildTold): Answers => ({
  ...answers,
  children: answers.children?.map((before, index) => (index === child ? { ...before, ...told } : before)),
});

/** Whether a birth comes after the month: the child is expected. */
export const isExpected = (birth: string | undefined, month: MonthNumber): boolean =>
  birth !== undefined && birth > `${monthText(month)}-31`;

/**
 * The household that the rules look at, or what cannot be in it. What was not answered stays unknown; a rent does too,
 * because housing benefit is not computed. A child born after the month is one that is expected, and no right to AEEH
 * can be recognised for it.
 */
export function toHousehold(
  { couple, adults, children, disability, housing }: Answers,
  month: MonthNumber,
): { household: Household } | { refusals: readonly Refusal[] } {
  const category = (aeeh: ChildTold["aeeh"]) => (typeof aeeh === "number" ? aeeh : undefined);
  return readHousehold(
    {
      adults: adults.slice(0, couple ? 2 : 1).map(({ birth, pay, disabled }) => ({
        birth,
        net_pay: pay,
        disabled: disability ? disabled : disability,
      })),
      children: children
        ?.filter(({ birth }) => !isExpected(birth, month))
        .map(({ birth, aeeh }) => ({
          birth,
          aeeh: disability === false ? -1 : disability ? category(aeeh) : undefined,
        })),
      expected: children
        ?.filter(({ birth }) => isExpected(birth, month))
        .map(({ birth }) => ({ birth, aeeh: -1 })),
      housing: housing === "rent" ? undefined : housing,
    },
    month,
    false,
  );
}
