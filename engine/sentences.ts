import type { Rulebook } from "../law/benefits/rule.ts";
import type { Language, Sentence } from "../law/language.ts";
import { type MonthNumber, monthText } from "./months.ts";
import { type Because, inputsOf, type Step } from "./trace.ts";

const locales: Record<Language, string> = { fr: "fr-FR", en: "en-GB" };

/** An amount of money as people read it: "312,50 €", "€312.50"; the franc of Djibouti is FDJ in French. */
export function moneyText(amount: number, language: Language, currency: "EUR" | "DJF" = "EUR"): string {
  const text = new Intl.NumberFormat(locales[language], {
    style: "currency",
    currency,
    maximumFractionDigits: currency === "DJF" ? 0 : 2,
  }).format(amount);
  return language === "fr" ? text.replace("DJF", "FDJ") : text;
}

/** Why a result is zero, with its numbers, in one language (MC-27). */
export function becauseText({ says, values }: Because, language: Language, currency?: "EUR" | "DJF"): string {
  return Object.entries(values).reduce(
    (text, [name, { value, money }]) =>
      text.replaceAll(`{${name}}`, money ? moneyText(value, language, currency) : String(value)),
    says[language],
  );
}

/** What to say beside amounts of a month whose law is not all published yet; undefined for any other month (MC-27). */
export function unpublishedText(book: Rulebook, month: MonthNumber): Sentence | undefined {
  const last = book.publishedUntil;
  if (last === undefined || monthText(month) <= last) return undefined;
  return {
    fr: `Les montants de la loi sont connus jusqu’au mois ${last} : après, ce sont les derniers connus qui servent.`,
    en: `The amounts of the law are known until ${last}: after that, the last known ones are used.`,
  };
}

/** A step as plain data for an answer or a file: what, how much, by which article, from what. Amounts are in the unit of the rule. */
export type StepText = {
  readonly rule: string;
  readonly label: Sentence;
  readonly says: Sentence;
  readonly article: string;
  readonly month: string;
  readonly unit: string;
  readonly member?: number;
  readonly amount: number | null;
  readonly unverified?: string;
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  readonly parameters: readonly { readonly id: string; readonly value: number; readonly source: string }[];
  /** Rules used: whole the first time they appear in the tree, by their name and month after that. */
  readonly uses: readonly (StepText | string)[];
};

/** The tree of steps under a result, as plain data. A step used in several places is written once. */
export function stepText(step: Step, written: Set<Step> = new Set()): StepText {
  written.add(step);
  return {
    rule: step.rule.id,
    label: step.rule.label,
    says: step.rule.says,
    article: step.rule.article,
    month: step.month,
    unit: step.rule.unit,
    ...(step.member === undefined ? {} : { member: step.member }),
    amount: Number.isNaN(step.amount) ? null : step.amount,
    ...(step.rule.unverified ? { unverified: step.rule.unverified } : {}),
    inputs: Object.fromEntries(inputsOf(step).map(({ fact, values }) => [fact, values])),
    parameters: step.parameters.map(({ parameter, value }) => ({
      id: parameter.id,
      value,
      source: parameter.source,
    })),
    uses: step.uses.map((used) =>
      written.has(used) ? `${used.rule.id} ${used.month}` : stepText(used, written),
    ),
  };
}
