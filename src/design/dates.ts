import type { Language } from "../../law/language.ts";

/** Dates as each language writes them here: English as in Europe, day first. */
const locales = { fr: "fr-FR", en: "en-GB" } satisfies Record<Language, string>;

/** "3 novembre 1988" of a civil date "YYYY-MM-DD"; where the register knows no day or month (00), only what it knows. */
export function civilDate(language: Language, date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  if (month === "00") return year;
  const known = new Date(`${year}-${month}-${day === "00" ? "01" : day}`);
  const parts =
    day === "00" ? ({ month: "long", year: "numeric" } as const) : ({ dateStyle: "long" } as const);
  return new Intl.DateTimeFormat(locales[language], { ...parts, timeZone: "UTC" }).format(known);
}

/** "mardi 10 mars 2026 à 10:00": to the minute, in the institution's time, what a person compares with their memory. */
export const moment = (language: Language, at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: "full", timeStyle: "short", timeZone }).format(at);
