import { type Refusal, refusals } from "../credentials/refusal.ts";

export type MoveDateRefusal = keyof typeof moveDateRefusals;

/** One row for each thing that can be wrong with the day somebody moved in; readMoveDate gives the first that applies. */
export const moveDateRefusals = refusals({
  empty: {
    fr: "Indiquez la date de votre emménagement : le jour, le mois et l’année.",
    en: "Enter the date you moved in: day, month and year.",
  },
  wrong: {
    fr: "Cette date n’existe pas. Écrivez-la en chiffres, par exemple 1 3 2026.",
    en: "There is no such date. Write it in digits, for example 1 3 2026.",
  },
  future: {
    fr: "Cette date n’est pas encore arrivée. Revenez nous le dire à partir du jour où vous aurez emménagé.",
    en: "This date is yet to come. Come back and tell us from the day you have moved in.",
  },
  old: {
    fr: "Cette date remonte à plus de 10 ans. Vérifiez l’année ; si elle est juste, appelez-nous.",
    en: "This date is more than 10 years ago. Check the year; if it is right, call us.",
  },
});

const longestYears = 10;

/** The civil day somebody moved in, "YYYY-MM-DD", from three boxes. `today` is "YYYY-MM-DD". */
export function readMoveDate(
  typed: { day: string; month: string; year: string },
  today: string,
): { date: string } | { refused: Refusal<MoveDateRefusal> } {
  const [day, month, year] = [typed.day, typed.month, typed.year].map((part) => part.trim()) as [
    string,
    string,
    string,
  ];
  if (day === "" && month === "" && year === "") return { refused: moveDateRefusals.empty };
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year))
    return { refused: moveDateRefusals.wrong };
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!isDay(date)) return { refused: moveDateRefusals.wrong };
  if (date > today) return { refused: moveDateRefusals.future };
  const oldest = `${Number(today.slice(0, 4)) - longestYears}${today.slice(4)}`;
  return date < oldest ? { refused: moveDateRefusals.old } : { date };
}

/** A day the calendar has: the 31st of February would come out as another one. */
const isDay = (date: string): boolean => {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
};
