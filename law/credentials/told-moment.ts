import type { Sentence } from "../language.ts";

/** A moment as a person tells it: a day in three boxes, and an hour if they know it. */
export type ToldMoment = { day: string; month: string; year: string; time: string };

export type ReadMoment =
  | { at: Date | undefined }
  /** `part` is the field to mend. */
  | { refused: Sentence; part: "day" | "time" };

/**
 * Reads when something happened, in the institution's time zone. Nothing told: undefined. A day alone is its first
 * instant, so that nothing of that day is left out. Refuses a day that does not exist and a moment yet to come.
 */
export function readToldMoment(told: ToldMoment, now: Date, timeZone: string): ReadMoment {
  const [day, month, year] = [told.day.trim(), told.month.trim(), told.year.trim()];
  const time = readTime(told.time);
  if (!time) return { refused: toldRefusals.time, part: "time" };
  if (!day && !month && !year)
    return time.told ? { refused: toldRefusals.dayMissing, part: "day" } : { at: undefined };
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year))
    return { refused: toldRefusals.day, part: "day" };
  const civil = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (civil.getUTCMonth() !== Number(month) - 1 || Number(year) < earliestYear)
    return { refused: toldRefusals.day, part: "day" };
  const at = instantOf(civil.getTime() + time.minutes * 60_000, timeZone);
  return at.getTime() > now.getTime() ? { refused: toldRefusals.future, part: "day" } : { at };
}

/** Online accounts are younger than this. */
const earliestYear = 2000;

/** "14:30", "14h30", "14 h", "9", "2:30 pm"; minutes after midnight. Undefined where it is none of these. */
function readTime(typed: string): { minutes: number; told: boolean } | undefined {
  if (typed.trim() === "") return { minutes: 0, told: false };
  const [, hour = "", minute = "0", half] =
    /^(\d{1,2})\s*(?:[:.h]\s*(\d{2})?)?\s*([ap])?\.?(?:m\.?)?$/i.exec(typed.trim()) ?? [];
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0) : Number(hour);
  const fits = hour !== "" && hours < 24 && Number(minute) < 60 && (!half || Number(hour) <= 12);
  return fits ? { minutes: hours * 60 + Number(minute), told: true } : undefined;
}

/** The first instant after a civil day, "YYYY-MM-DD", in that zone: what lasts "until the 31st" ends there. */
export function afterDay(day: string, timeZone: string): Date {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return instantOf(Date.UTC(year, month - 1, date + 1), timeZone);
}

/** The instant at which clocks of the zone show that wall time, given as if it were UTC. */
function instantOf(wall: number, timeZone: string): Date {
  let guess = wall;
  // The offset is that of the instant sought: the second look settles the hours around a change of clocks.
  for (let look = 0; look < 2; look++) guess = wall - offset(new Date(guess), timeZone);
  return new Date(guess);
}

/** Milliseconds that clocks of the zone are ahead of UTC at that instant. */
function offset(at: Date, timeZone: string): number {
  const shown = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(at);
  return Date.parse(`${shown.replace(" ", "T")}Z`) - Math.floor(at.getTime() / 1000) * 1000;
}

export const toldRefusals = {
  day: {
    fr: "Cette date n’existe pas. Écrivez le jour, le mois et l’année en chiffres, par exemple 7 3 2026, ou laissez vide.",
    en: "This date does not exist. Write day, month and year in digits, such as 7 3 2026, or leave it empty.",
  },
  dayMissing: {
    fr: "Indiquez aussi le jour, ou laissez l’heure vide.",
    en: "Give the day too, or leave the time empty.",
  },
  time: {
    fr: "Nous ne comprenons pas cette heure. Écrivez-la comme 14:30, ou laissez vide.",
    en: "We do not understand this time. Write it like 14:30, or leave it empty.",
  },
  future: {
    fr: "Ce moment n’est pas encore arrivé. Vérifiez le jour, le mois et l’heure.",
    en: "This moment has not come yet. Check the day, the month and the time.",
  },
} as const satisfies Record<string, Sentence>;
