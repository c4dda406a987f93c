import { type MonthNumber, monthText } from "../../../../../engine/months.ts";
import type { Sentence } from "../../../../../law/language.ts";
import {
  type Answers,
  aeehOf,
  childOf,
  isExpected,
  isRecognised,
  mostChildren,
  type Question,
  settled,
  toHousehold,
  withChild,
  withoutRights,
} from "../answers.ts";
import { refusals } from "./refusals.ts";

/** The fields of a form, as typed. */
export type Typed = Readonly<Record<string, string>>;

/** The answers with this one in them; or what is wrong, at which field, and which boxes of a date to mark. */
export type ReadAnswer =
  | { answers: Answers }
  | { field: string; refused: Sentence; wrong?: readonly DatePart[] };
type DatePart = "day" | "month" | "year";
type Wrong = Extract<ReadAnswer, { refused: Sentence }>;

/** Youngest age of an adult here, in years: under it the year was surely mistyped. */
const youngestAdult = 14;

/** Reads the answer to one question. What cannot be is refused with words, at the field it was typed in; nothing is lost. */
export function readAnswer(
  question: Question,
  typed: Typed,
  answers: Answers,
  month: MonthNumber,
): ReadAnswer {
  const read = reading(question, typed, answers, month);
  if ("refused" in read) return read;
  const found = toHousehold(read.answers, month);
  if ("household" in found) return { answers: settled(read.answers) };
  const [first] = found.refusals;
  return { field: fieldOf(question), refused: first?.says ?? refusals.impossible };
}

/** The field that the error of a question leads to: for a date, its first box. */
const fieldOf = (question: Question): string => {
  if (question === "birth" || question === "partner-birth" || childOf(question) !== undefined)
    return "birth-day";
  if (question === "pay" || question === "partner-pay") return "pay";
  if (aeehOf(question) !== undefined) return "complement";
  return question;
};

function reading(question: Question, typed: Typed, answers: Answers, month: MonthNumber): ReadAnswer {
  const [self, partner] = answers.adults;
  const child = childOf(question);
  if (child !== undefined) {
    const birth = readDate(typed, "1900-01-01", `${monthText(month + 9)}-31`, refusals.childYear);
    if ("refused" in birth) return birth;
    return { answers: withBirth(answers, child, birth.date, month) };
  }
  const withAeeh = aeehOf(question);
  if (withAeeh !== undefined) {
    const { complement = "" } = typed;
    if (!/^[0-6]$/.test(complement)) return { field: "complement", refused: refusals.choose };
    return { answers: withChild(answers, withAeeh, { aeeh: Number(complement) }) };
  }
  switch (question) {
    case "birth":
    case "partner-birth": {
      const latest = `${monthText(month - 12 * youngestAdult)}-31`;
      const birth = readDate(typed, "1900-01-01", latest, refusals.adultYear);
      if ("refused" in birth) return birth;
      const adults: Answers["adults"] =
        question === "birth"
          ? [{ ...self, birth: birth.date }, partner]
          : [self, { ...partner, birth: birth.date }];
      return { answers: { ...answers, adults } };
    }
    case "pay":
    case "partner-pay": {
      const pay = readMoney(typed.pay ?? "");
      if (typeof pay !== "number") return { field: "pay", refused: pay };
      const adults: Answers["adults"] =
        question === "pay" ? [{ ...self, pay }, partner] : [self, { ...partner, pay }];
      return { answers: { ...answers, adults } };
    }
    case "children": {
      const count = readCount(typed.children ?? "");
      if (typeof count !== "number") return { field: "children", refused: count };
      return { answers: withChildren(answers, count) };
    }
    case "disability": {
      const { disability } = typed;
      if (disability !== "yes" && disability !== "no")
        return { field: "disability", refused: refusals.choose };
      const isYes = disability === "yes";
      return { answers: { ...(isYes ? answers : withoutRights(answers)), disability: isYes } };
    }
    case "disability-who": {
      const told = withRights(answers, typed, month);
      const [first, second] = told.adults;
      if (!first.disabled && !second.disabled && !told.children?.some(isRecognised))
        return { field: "disability-who", refused: refusals.nobody };
      return { answers: told };
    }
    case "housing": {
      const { housing } = typed;
      if (housing !== "owner" && housing !== "housed-free" && housing !== "rent")
        return { field: "housing", refused: refusals.choose };
      return { answers: { ...answers, housing } };
    }
    default: {
      const { household } = typed;
      if (household !== "alone" && household !== "couple")
        return { field: "household", refused: refusals.choose };
      return { answers: { ...answers, couple: household === "couple" } };
    }
  }
}

/** A child now expected has no right; of one no longer expected, it was not told yet. */
function withBirth(answers: Answers, child: number, birth: string, month: MonthNumber): Answers {
  if (isExpected(birth, month)) return withChild(answers, child, { birth, aeeh: -1 });
  const wasExpected = isExpected(answers.children?.[child]?.birth, month);
  return withChild(answers, child, { birth, ...(wasExpected && { aeeh: undefined }) });
}

/** Whoever is ticked has a right; of a child ticked before, the category told stays. */
const withRights = (answers: Answers, typed: Typed, month: MonthNumber): Answers => {
  const [self, partner] = answers.adults;
  return {
    ...answers,
    adults: [
      { ...self, disabled: typed.self === "yes" },
      answers.couple ? { ...partner, disabled: typed.partner === "yes" } : partner,
    ],
    children: answers.children?.map((one, index) => {
      const isTicked = typed[`child-${index + 1}`] === "yes" && !isExpected(one.birth, month);
      return { ...one, aeeh: !isTicked ? -1 : isRecognised(one) ? one.aeeh : "to-tell" };
    }),
  };
};

/** The first children told stay; new ones are still to tell. */
export const withChildren = (answers: Answers, count: number): Answers =>
  settled({
    ...answers,
    children: Array.from({ length: count }, (_, index) => answers.children?.[index] ?? {}),
  });

export const withoutChild = (answers: Answers, child: number): Answers =>
  settled({ ...answers, children: answers.children?.filter((_, index) => index !== child) });

function readDate(
  typed: Typed,
  earliest: string,
  latest: string,
  outside: Sentence,
): { date: string } | Wrong {
  const [day, month, year] = (["day", "month", "year"] as const).map((part) =>
    (typed[`birth-${part}`] ?? "").trim(),
  ) as [string, string, string];
  const refuse = (refused: Sentence, ...wrong: DatePart[]): Wrong => ({
    field: `birth-${wrong[0] ?? "day"}`,
    refused,
    wrong: wrong.length > 0 ? wrong : ["day", "month", "year"],
  });
  if (!day && !month && !year) return refuse(refusals.noDate);
  const strange = [
    ...(isWhole(day, 1, 31) ? [] : ["day" as const]),
    ...(isWhole(month, 1, 12) ? [] : ["month" as const]),
    ...(/^\d{4}$/.test(year) ? [] : ["year" as const]),
  ];
  if (strange.length > 0) return refuse(refusals.incompleteDate, ...strange);
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (Number(day) > daysIn(Number(year), Number(month))) return refuse(refusals.noSuchDay, "day");
  return date < earliest || date > latest ? refuse(outside, "year") : { date };
}

const isWhole = (text: string, least: number, most: number) =>
  /^\d{1,2}$/.test(text) && Number(text) >= least && Number(text) <= most;

const daysIn = (year: number, month: number): number => {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Euros and cents as people type them: "1 234,50 €", "1.234,50", "1,234.50", "1234.5 euros". */
function readMoney(text: string): number | Sentence {
  const plain = withPoint(text.replace(/[\s\u00a0\u202f€'’]|euros?$|eur$/gi, "").replace("−", "-"));
  if (plain === "") return refusals.noPay;
  if (plain.startsWith("-")) return refusals.negativePay;
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(plain)) return refusals.strangePay;
  return Number(plain) > 100_000 ? refusals.hugePay : Number(plain);
}

/** With a point before the cents and nothing else: three figures after a mark are thousands, for nobody pays a tenth of a cent. */
const withPoint = (text: string): string =>
  (/^[1-9]\d{0,2}([.,]\d{3})+([.,]\d{1,2})?$/.test(text) ? text.replace(/[.,](?=\d{3})/g, "") : text).replace(
    ",",
    ".",
  );

function readCount(text: string): number | Sentence {
  const plain = text.trim();
  if (plain === "") return refusals.noCount;
  if (!/^\d{1,3}$/.test(plain)) return refusals.strangeCount;
  return Number(plain) > mostChildren ? refusals.manyChildren : Number(plain);
}
