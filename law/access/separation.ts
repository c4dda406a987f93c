import type { Sentence } from "../language.ts";

/** A civil day as typed in three boxes. */
export type TypedDay = { readonly day: string; readonly month: string; readonly year: string };

/**
 * Reads the day a couple parted, between the day they are known to live together and today, both included ("YYYY-MM-DD");
 * or says what is wrong with it.
 */
export function readSeparationDay(
  typed: TypedDay,
  { together, today }: { together: string; today: string },
): { on: string } | { refused: Sentence } {
  const [day, month, year] = [typed.day.trim(), typed.month.trim(), typed.year.trim()];
  if (day === "" && month === "" && year === "") return { refused: separationDates.missing };
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year))
    return { refused: separationDates.unreadable };
  const on = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const civil = new Date(`${on}T00:00:00Z`);
  if (Number.isNaN(civil.getTime()) || civil.toISOString().slice(0, 10) !== on)
    return { refused: separationDates.unreadable };
  if (on > today) return { refused: separationDates.future };
  return on < together ? { refused: separationDates.beforeTheCouple } : { on };
}

/** What is wrong with the day of a separation, and what to do. */
export const separationDates = {
  missing: {
    fr: "Indiquez le jour où vous vous êtes séparés. Si vous ne le savez plus exactement, donnez le plus proche.",
    en: "Give the day you separated. If you no longer know it exactly, give the nearest.",
  },
  unreadable: {
    fr: "Cette date n’existe pas. Écrivez le jour, le mois et l’année en chiffres, par exemple 7 3 2026.",
    en: "This date does not exist. Write day, month and year in digits, such as 7 3 2026.",
  },
  future: {
    fr: "Cette date n’est pas encore passée. Revenez le jour de la séparation, ou appelez-nous pour la préparer.",
    en: "This date has not come yet. Come back on the day of the separation, or call us to prepare it.",
  },
  beforeTheCouple: {
    fr: "Cette date est antérieure à votre vie de couple dans ce dossier. Vérifiez l’année, ou appelez-nous.",
    en: "This date is earlier than your life as a couple in this file. Check the year, or call us.",
  },
} as const satisfies Record<string, Sentence>;
