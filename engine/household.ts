import type { Sentence } from "../law/language.ts";
import { type MonthNumber, monthText } from "./months.ts";

/** An adult as asked. Dates are yyyy-mm-dd, money in euros. What is undefined was not asked yet. */
export type Adult = {
  readonly birth?: string;
  /** Net monthly pay, the same every month of the last five years. */
  readonly netPay?: number;
  /** Taxable pay of the year two years ago, when known from the tax notice; else 1.03 × net pay × 12. */
  readonly taxablePay?: number;
  /** The right to AAH is recognised. */
  readonly disabled?: boolean;
};

/** A child as asked. A birth after the month is one that is expected. */
export type Child = {
  readonly birth?: string;
  /** Category recognised for AEEH: 0 without complement, 1 to 6, −1 for none. */
  readonly aeeh?: number;
};

/** A household as asked, checked: no impossible value is left in it. */
export type Household = {
  readonly adults: readonly Adult[];
  /** Undefined until asked. */
  readonly children?: readonly Child[];
  readonly housing?: Housing;
};

/** Whether housing costs a rent or a loan. Tenants need housing benefit, which is not computed here. */
export type Housing = "owner" | "housed-free";
const housings: readonly string[] = ["owner", "housed-free"] satisfies Housing[];

/** Why an input cannot be, and which field to mend. */
export type Refusal = { readonly field: string; readonly says: Sentence };

/** A parent may be a minor; younger than this, a person is a child of the household. */
const leastAdultAge = 14;

type Found = { readonly household: Household } | { readonly refusals: readonly Refusal[] };
type Fields = Record<string, unknown>;

/**
 * Reads one household as it comes from outside. `whole` refuses what is missing; a questionnaire under way reads
 * without it, and what is missing stays unknown. In a whole household, a disability that is not named is none. Never throws: what cannot be is refused with the name of its field.
 */
export function readHousehold(input: unknown, month: MonthNumber, whole = true): Found {
  const refusals: Refusal[] = [];
  const refuse = (field: string, says: Sentence): undefined => {
    refusals.push({ field, says });
    return undefined;
  };
  const fields = asFields(input);
  if (!fields) return { refusals: [{ field: "case", says: words.notAnObject }] };
  const lastDay = `${monthText(month)}-31`;
  const youngestAdult = `${monthText(month - 12 * leastAdultAge)}-31`;

  const list = (name: string, value: unknown): readonly unknown[] | undefined => {
    if (Array.isArray(value)) return value;
    return value === undefined && !whole ? undefined : refuse(name, words.notAList);
  };
  const date = (field: string, value: unknown, latest: string): string | undefined => {
    if (value === undefined && !whole) return undefined;
    if (typeof value !== "string" || !isDate(value)) return refuse(field, words.notADate);
    if (value > latest) return refuse(field, words.afterMonth);
    return value < "1900-01-01" ? refuse(field, words.tooLong) : value;
  };
  const money = (field: string, value: unknown): number | undefined => {
    if (typeof value !== "number" || !Number.isFinite(value)) return refuse(field, words.notANumber);
    if (value < 0) return refuse(field, words.negative);
    return value > 10_000_000 ? refuse(field, words.tooMuch) : value;
  };

  const adults = (list("adults", fields.adults) ?? []).map((each, at): Adult => {
    const adult = asFields(each) ?? refuse(`adults[${at}]`, words.notAnObject) ?? {};
    const birth = date(`adults[${at}].birth`, adult.birth, lastDay);
    if (birth && birth > youngestAdult) refuse(`adults[${at}].birth`, words.tooYoung);
    const netPay =
      adult.net_pay === undefined && !whole ? undefined : money(`adults[${at}].net_pay`, adult.net_pay);
    const taxablePay =
      adult.taxable_pay === undefined ? undefined : money(`adults[${at}].taxable_pay`, adult.taxable_pay);
    if (adult.disabled !== undefined && typeof adult.disabled !== "boolean")
      refuse(`adults[${at}].disabled`, words.notYesNo);
    return {
      ...(birth === undefined ? {} : { birth }),
      ...(netPay === undefined ? {} : { netPay }),
      ...(taxablePay === undefined ? {} : { taxablePay }),
      ...(adult.disabled === undefined && !whole ? {} : { disabled: adult.disabled === true }),
    };
  });
  if (Array.isArray(fields.adults) && (adults.length < 1 || adults.length > 2))
    refuse("adults", words.oneOrTwo);

  const eldestAdult = adults.map(({ birth }) => birth ?? "").reduce((a, b) => (a && a < b ? a : b), "");
  const readChild = (field: string, each: unknown, latest: string): Child => {
    const child = asFields(each) ?? refuse(field, words.notAnObject) ?? {};
    const birth = date(`${field}.birth`, child.birth, latest);
    if (birth && eldestAdult && birth <= eldestAdult) refuse(`${field}.birth`, words.olderThanParents);
    const aeeh = child.aeeh ?? (whole ? -1 : undefined);
    if (aeeh === undefined) return birth === undefined ? {} : { birth };
    if (typeof aeeh !== "number" || !Number.isInteger(aeeh) || aeeh < -1 || aeeh > 6)
      refuse(`${field}.aeeh`, words.notACategory);
    return { ...(birth === undefined ? {} : { birth }), aeeh: Number(aeeh) };
  };
  const born = list("children", fields.children)?.map((each, at) =>
    readChild(`children[${at}]`, each, lastDay),
  );
  const due = fields.expected === undefined ? [] : (list("expected", fields.expected) ?? []);
  const expected = due.map((each, at) => readChild(`expected[${at}]`, each, `${monthText(month + 9)}-31`));
  expected.forEach(({ birth }, at) => {
    if (birth && birth <= lastDay) refuse(`expected[${at}].birth`, words.notExpected);
  });

  const housing = fields.housing;
  const knownHousing = typeof housing === "string" && housings.includes(housing);
  if (!knownHousing && (whole || housing !== undefined)) refuse("housing", words.notAHousing);
  if (refusals.length > 0) return { refusals };
  return {
    household: {
      adults,
      ...(born ? { children: [...born, ...expected] } : {}),
      ...(knownHousing ? { housing: housing as Housing } : {}),
    },
  };
}

function asFields(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (monthLengths[month - 1] ?? 0) + (leap ? 1 : 0);
}

const words = {
  notAnObject: { fr: "Un objet est attendu.", en: "An object is expected." },
  notAList: { fr: "Une liste est attendue.", en: "A list is expected." },
  notADate: {
    fr: "Une date du calendrier est attendue, comme 2016-03-10.",
    en: "A calendar date is expected, such as 2016-03-10.",
  },
  afterMonth: {
    fr: "La naissance est après le mois demandé. Une naissance attendue se met dans « expected ».",
    en: "The birth is after the month asked for. A birth that is expected goes in “expected”.",
  },
  notExpected: {
    fr: "Cette naissance n’est plus attendue : l’enfant se met dans « children ».",
    en: "This birth is no longer expected: the child goes in “children”.",
  },
  tooYoung: {
    fr: `Un adulte du foyer a ${leastAdultAge} ans au moins. Un enfant se met dans « children ».`,
    en: `An adult of the household is at least ${leastAdultAge}. A child goes in “children”.`,
  },
  tooLong: { fr: "La date est avant 1900.", en: "The date is before 1900." },
  olderThanParents: {
    fr: "L’enfant est né avant les adultes du foyer, ou en même temps.",
    en: "The child was born before the adults of the household, or with them.",
  },
  notANumber: { fr: "Un montant en euros est attendu.", en: "An amount in euros is expected." },
  negative: { fr: "Un salaire ne peut pas être négatif.", en: "Pay cannot be negative." },
  tooMuch: { fr: "Ce montant est trop grand pour un mois.", en: "This amount is too large for a month." },
  notYesNo: { fr: "Répondez true ou false.", en: "Answer true or false." },
  notACategory: {
    fr: "La catégorie d’AEEH va de 0 à 6 (−1 s’il n’y en a pas).",
    en: "The AEEH category goes from 0 to 6 (−1 for none).",
  },
  oneOrTwo: { fr: "Un foyer a un ou deux adultes.", en: "A household has one or two adults." },
  notAHousing: {
    fr: "Le logement est « owner » ou « housed-free ».",
    en: "Housing is “owner” or “housed-free”.",
  },
} satisfies Record<string, Sentence>;
