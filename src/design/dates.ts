import type { Language } from "../../law/language.ts";

/** Dates as each language writes them here: English as in Europe, day first. */
const locales = { fr: "fr-FR", en: "en-GB" } satisfies Record<Language, string>;

/** "3 novembre 1988" of a civil date "YYYY-MM-DD"; where the register knows no day or month (00), only what it knows. */
export function civilDate(language: Language, date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  if (month === "00") return year;
  const known = new Date(`${year}-${month}-${day === "00" ? "01" : day}`);
  const written = calendarOf(language, day === "00" ? "month" : "day", "UTC").format(known);
  // On a narrow page the day stays with its month.
  return spoken(language, written).replaceAll(" ", "\u00a0");
}

/** "mardi 10 mars 2026 à 10:00": to the minute, in the institution's time, what a person compares with their memory. */
export const moment = (language: Language, at: Date, timeZone: string): string =>
  spoken(language, calendarOf(language, "moment", timeZone).format(at));

/** In French the first day of a month is "1er", which no calendar says. */
const spoken = (language: Language, written: string) =>
  language === "fr" ? written.replace(/(?<=^|^\p{L}+ )1 /u, "1er ") : written;

const styles = {
  month: { month: "long", year: "numeric" },
  day: { dateStyle: "long" },
  moment: { dateStyle: "full", timeStyle: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making a calendar takes a thousand times longer than asking one. */
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(language: Language, style: keyof typeof styles, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${style} ${timeZone}`;
  let calendar = calendars.get(key);
  if (!calendar) {
    calendar = new Intl.DateTimeFormat(locales[language], { ...styles[style], timeZone });
    calendars.set(key, calendar);
  }
  return calendar;
}
