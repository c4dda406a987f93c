import { type MonthNumber, monthNumber, monthText } from "../../../../engine/months.ts";
import { moneyText } from "../../../../engine/sentences.ts";
import { djiboutianBenefits } from "../../../../law/benefits/dj/index.ts";
import { schemes } from "../../../../law/benefits/dj/schemes.ts";
import { frenchBenefits } from "../../../../law/benefits/fr/index.ts";
import type { Unit } from "../../../../law/benefits/parameter.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { civilDate } from "../../../design/dates.ts";

const locales = { fr: "fr-FR", en: "en-GB" } satisfies Record<Language, string>;

/** "mars 2026" of a month. */
export const monthName = (language: Language, month: MonthNumber): string =>
  civilDate(language, `${monthText(month)}-00`);

/** The same of a month as data, "2026-03". */
export const monthNameOf = (language: Language, month: string): string =>
  monthName(language, monthNumber(month) ?? 0);

const number = (language: Language, value: number, digits = 4): string =>
  new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits }).format(value);

/** A whole number, for the marks of a chart. */
export const whole = (language: Language, value: number): string => number(language, value, 0);

/** Whole euros, for the lines of its table. */
export const wholeEuros = (language: Language, amount: number): string =>
  new Intl.NumberFormat(locales[language], {
    style: "currency",
    currency: "EUR",
    maximumFractionDigits: 0,
  }).format(amount);

/** Francs of Djibouti, without cents, as people write them there in both languages: "95 000 FDJ", "95,000 FDJ" (CN-03). */
export const francs = (language: Language, amount: number): string =>
  `${number(language, amount, 0)}\u00a0FDJ`;

/** An amount with what it counts in, as people read it. */
export function quantity(language: Language, value: number, unit: Unit): string {
  if (unit === "yes-no") return (value === 0 ? words.no : words.yes)[language];
  const [currency, rhythm = ""] = unit.split("/");
  if (currency === "EUR" || currency === "DJF") {
    const per = { month: words.perMonth, year: words.perYear, hour: words.perHour }[rhythm];
    const amount = currency === "DJF" ? francs(language, value) : moneyText(value, language);
    return `${amount}${per ? ` ${per[language]}` : ""}`;
  }
  const counted = { years: words.years, days: words.days, hours: words.hours }[unit as string];
  return `${number(language, value)}${counted ? ` ${counted[language]}` : ""}`;
}

/** A number that a text sets: shares under one are read as percentages. */
export const parameterValue = (language: Language, value: number, unit: Unit): string =>
  unit === "ratio" && Math.abs(value) < 1
    ? new Intl.NumberFormat(locales[language], { style: "percent", maximumFractionDigits: 2 }).format(value)
    : quantity(language, value, unit);

const factLabels = new Map(
  [...frenchBenefits.facts, ...djiboutianBenefits.facts].map(({ name, label }) => [name, label]),
);

/** What a rule read of the household, by the name people give it. */
export const factLabel = (language: Language, fact: string): string =>
  factLabels.get(fact)?.[language] ?? fact;

/** A value of a fact as people say it: an age in years and months, a date, a sum. */
export function factValue(language: Language, fact: string, value: number): string {
  if (Number.isNaN(value)) return words.unknown[language];
  const say = sayings[fact];
  return say ? say(language, value) : number(language, value);
}

/** Before a name in French: "de Lucien Faure", "d’Awa Diallo". */
export const of = (name: string): string =>
  /^[aeiouyàâéèêëîïôöûü]/i.test(name) ? `d’${name}` : `de ${name}`;

const age = (language: Language, months: number): string => {
  if (months < 0) return words.unborn[language];
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const parts = [
    ...(years > 0 ? [`${years} ${(years > 1 ? words.years : words.year)[language]}`] : []),
    ...(rest > 0 || years === 0 ? [`${rest} ${(rest > 1 ? words.months : words.month)[language]}`] : []),
  ];
  return parts.join(words.and[language]);
};
const money = (language: Language, value: number) => moneyText(value, language);
const yesNo = (language: Language, value: number) => (value === 0 ? words.no : words.yes)[language];
/** What no question asked: taken for granted, and said so. */
const assumed = (language: Language, said: string) => `${said} (${words.assumed[language]})`;
const day = (language: Language, value: number) => {
  const digits = String(value);
  return civilDate(language, `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
};

const sayings: Readonly<Record<string, (language: Language, value: number) => string>> = {
  adult_age: age,
  age,
  limit_age: age,
  school_age: age,
  months_since_birth: age,
  birth: day,
  pay: money,
  average_pay: francs,
  gross_pay: francs,
  deceased_pension: francs,
  scheme: (language, value) =>
    assumed(
      language,
      Object.values(schemes).find(({ number }) => number === value)?.label[language] ?? String(value),
    ),
  surviving_spouses: (language, value) => assumed(language, String(value)),
  orphans: (language, value) => assumed(language, String(value)),
  early_pension_work: yesNo,
  unfit_for_work: (language, value) => assumed(language, yesNo(language, value)),
  own_pension: (language, value) => assumed(language, yesNo(language, value)),
  taxable_pay: money,
  free_housing: yesNo,
  disabled: yesNo,
  aeeh_category: (language, value) =>
    value < 0 ? words.none[language] : value === 0 ? words.noComplement[language] : String(value),
};

const words = {
  yes: { fr: "oui", en: "yes" },
  no: { fr: "non", en: "no" },
  perMonth: { fr: "par mois", en: "a month" },
  perYear: { fr: "par an", en: "a year" },
  perHour: { fr: "par heure", en: "an hour" },
  year: { fr: "an", en: "year" },
  years: { fr: "ans", en: "years" },
  month: { fr: "mois", en: "month" },
  months: { fr: "mois", en: "months" },
  days: { fr: "jours", en: "days" },
  hours: { fr: "heures", en: "hours" },
  and: { fr: " et ", en: " and " },
  unborn: { fr: "pas encore né(e)", en: "not born yet" },
  unknown: { fr: "pas demandé", en: "not asked" },
  none: { fr: "aucune", en: "none" },
  noComplement: { fr: "droit reconnu, sans complément", en: "right recognised, without complement" },
  assumed: { fr: "nous ne l’avons pas demandé", en: "we did not ask" },
} satisfies Record<string, Sentence>;
