import { type Refusal, refusals } from "../credentials/refusal.ts";

/** A birth date as typed, part by part; some registers give no day, or neither day nor month. */
export type TypedBirthDate = {
  day: string;
  month: string;
  year: string;
  dayUnknown: boolean;
  monthUnknown: boolean;
};

export type BirthDatePart = "day" | "month" | "year";

export type BirthDateRefusal = keyof typeof birthDateRefusals;

/** One row for each thing that can be wrong; readBirthDate gives the first that applies. */
export const birthDateRefusals = refusals({
  empty: {
    fr: "Indiquez la date de naissance : le jour, le mois et l’année.",
    en: "Enter the date of birth: day, month and year.",
  },
  year: {
    fr: "Indiquez l’année de naissance en 4 chiffres, par exemple 1988.",
    en: "Enter the year of birth in 4 digits, for example 1988.",
  },
  month: {
    fr: "Indiquez le mois de naissance, de 1 à 12. S’il n’est pas sur l’acte de naissance, cochez la case prévue.",
    en: "Enter the month of birth, from 1 to 12. If it is not on the birth certificate, tick the box for it.",
  },
  day: {
    fr: "Indiquez le jour de naissance, de 1 à 31. S’il n’est pas sur l’acte de naissance, cochez la case prévue.",
    en: "Enter the day of birth, from 1 to 31. If it is not on the birth certificate, tick the box for it.",
  },
  "day-and-box": {
    fr: "Vous avez écrit un jour et coché qu’il n’est pas connu. Gardez l’un des deux.",
    en: "You typed a day and ticked that it is not known. Keep one of the two.",
  },
  "month-and-box": {
    fr: "Vous avez écrit un mois et coché qu’il n’est pas connu. Gardez l’un des deux.",
    en: "You typed a month and ticked that it is not known. Keep one of the two.",
  },
  "no-such-day": {
    fr: "Ce jour n’existe pas dans ce mois. Vérifiez le jour et le mois.",
    en: "There is no such day in that month. Check the day and the month.",
  },
  future: {
    fr: "Cette date n’est pas encore arrivée. Vérifiez l’année.",
    en: "This date is yet to come. Check the year.",
  },
  "too-old": {
    fr: "Cette date remonte à plus de 125 ans. Vérifiez l’année.",
    en: "This date is more than 125 years ago. Check the year.",
  },
});

/** Which boxes to mark for each refusal. */
const wrongParts = {
  empty: ["day", "month", "year"],
  year: ["year"],
  month: ["month"],
  day: ["day"],
  "day-and-box": ["day"],
  "month-and-box": ["month"],
  "no-such-day": ["day"],
  future: ["year"],
  "too-old": ["year"],
} as const satisfies Record<BirthDateRefusal, readonly BirthDatePart[]>;

const longestLife = 125;

/**
 * The birth date "YYYY-MM-DD", 00 where the register knows no day or month; a month not known leaves the day unknown
 * too. 00 typed in a box says the same as ticking. `today` is "YYYY-MM-DD".
 */
export function readBirthDate(
  typed: TypedBirthDate,
  today: string,
):
  | { date: string }
  | { refused: Refusal<BirthDateRefusal>; wrong: readonly [BirthDatePart, ...BirthDatePart[]] } {
  const date = withZeros(typed);
  const wrong = whatIsWrong(typed, date, today);
  return wrong ? { refused: birthDateRefusals[wrong], wrong: wrongParts[wrong] } : { date: date.join("-") };
}

function withZeros({ day, month, year, dayUnknown, monthUnknown }: TypedBirthDate): [string, string, string] {
  const two = (text: string, unknown: boolean) => (unknown && text.trim() === "" ? "00" : padded(text));
  const readMonth = two(month, monthUnknown);
  return [year.trim(), readMonth, two(day, dayUnknown || readMonth === "00")];
}

const padded = (text: string) =>
  text
    .trim()
    .padStart(2, "0")
    .replace(/^0+(?=\d\d)/, "");

function whatIsWrong(
  typed: TypedBirthDate,
  [year, month, day]: [string, string, string],
  today: string,
): BirthDateRefusal | undefined {
  const nothing = [typed.day, typed.month, typed.year].every((part) => part.trim() === "");
  if (nothing && !typed.dayUnknown && !typed.monthUnknown) return "empty";
  if (!/^\d{4}$/.test(year)) return "year";
  if (typed.monthUnknown && month !== "00") return "month-and-box";
  if (!isIn(month, 12) || (month === "00" && typed.month.trim() === "" && !typed.monthUnknown))
    return "month";
  if ((typed.dayUnknown || month === "00") && day !== "00") return "day-and-box";
  if (!isIn(day, 31) || (day === "00" && typed.day.trim() === "" && !typed.dayUnknown && month !== "00"))
    return "day";
  if (day !== "00" && Number(day) > daysIn(year, month)) return "no-such-day";
  if (`${year}-${month}-${day}` > today) return "future";
  return Number(today.slice(0, 4)) - Number(year) > longestLife ? "too-old" : undefined;
}

/** Two digits from 00 to `last`. */
const isIn = (part: string, last: number) => /^\d\d$/.test(part) && Number(part) <= last;

/** The last day of a month: the one before the first of the next. */
const daysIn = (year: string, month: string) =>
  new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
