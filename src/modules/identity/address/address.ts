import type { Sentence } from "../../../../law/language.ts";

/** Where a person lives, in the parts its country writes. `country` is ISO 3166. */
export type Address = {
  street: string;
  /** Building, floor, who has the letter box. */
  extra: string | null;
  postcode: string | null;
  town: string;
  country: Country;
};

/** The countries whose institutions ship. */
export type Country = "FR" | "DJ";

export type AddressField = "street" | "extra" | "postcode" | "town";

type Rule = { optional?: true; isRight?: (text: string) => boolean; empty: Sentence; wrong: Sentence };

const tooLong = {
  fr: "C’est trop long : 100 caractères au plus. Répartissez l’adresse sur les autres lignes.",
  en: "This is too long: at most 100 characters. Use the other lines of the address too.",
};
const noTown = {
  fr: "Indiquez votre commune.",
  en: "Enter your town.",
};
const digitsInTown = {
  fr: "Une commune s’écrit avec des lettres. Le code postal a sa propre case.",
  en: "A town is written with letters. The postcode has a box of its own.",
};

/** No name of a commune is without letters, and a postcode typed there is in the wrong box. */
const isTown = (text: string) => /\p{L}/u.test(text) && !/\d{4}/.test(text);

const extra: Rule = { optional: true, empty: tooLong, wrong: tooLong };

/** What an address is made of in each country, in the order of the page; a country that ships has its row. */
export const addressShapes = {
  FR: {
    street: {
      empty: {
        fr: "Indiquez le numéro et la rue, ou le lieu-dit.",
        en: "Enter the number and street, or the name of the place.",
      },
      wrong: tooLong,
    },
    extra,
    postcode: {
      empty: {
        fr: "Indiquez votre code postal, par exemple 54000.",
        en: "Enter your postcode, for example 54000.",
      },
      // Every department, overseas included; 96 and 99 are nobody's, 00 is the army's.
      isRight: (text) => /^(0[1-9]|[1-8]\d|9[0-578])\d{3}$/.test(text),
      wrong: {
        fr: "Un code postal a 5 chiffres, par exemple 54000. Vérifiez le vôtre.",
        en: "A postcode has 5 digits, for example 54000. Check yours.",
      },
    },
    town: { empty: noTown, isRight: isTown, wrong: digitsInTown },
  },
  DJ: {
    street: {
      empty: {
        fr: "Indiquez le quartier et la rue ou le lot.",
        en: "Enter the district and the street or plot.",
      },
      wrong: tooLong,
    },
    extra,
    town: { empty: noTown, isRight: isTown, wrong: digitsInTown },
  },
} as const satisfies Record<Country, Partial<Record<AddressField, Rule>>>;

/** The parts of an address in that country, in order. */
export const fieldsIn = (country: Country): readonly AddressField[] =>
  Object.keys(addressShapes[country]) as AddressField[];

export type TypedAddress = Partial<Record<AddressField, string>>;
export type AddressErrors = Partial<Record<AddressField, Sentence>>;

const longest = 100;

/** The address as typed, tidied; or what is wrong with it, field by field. */
export function readAddress(
  typed: TypedAddress,
  country: Country,
): { address: Address } | { refused: AddressErrors } {
  const shape: Partial<Record<AddressField, Rule>> = addressShapes[country];
  const tidy = (field: AddressField) =>
    shape[field] ? tidied(typed[field] ?? "", field === "postcode" ? "" : " ") : "";
  const refused: AddressErrors = {};
  for (const field of fieldsIn(country)) {
    const rule = shape[field] as Rule;
    const text = tidy(field);
    if (text === "" && !rule.optional) refused[field] = rule.empty;
    else if (text.length > longest) refused[field] = tooLong;
    else if (text !== "" && rule.isRight && !rule.isRight(text)) refused[field] = rule.wrong;
  }
  if (Object.keys(refused).length > 0) return { refused };
  const given = (field: AddressField) => tidy(field) || null;
  return {
    address: {
      street: tidy("street"),
      extra: given("extra"),
      postcode: given("postcode"),
      town: tidy("town"),
      country,
    },
  };
}

/** Without what cannot be printed on an envelope; each run of spaces becomes `space`. */
const tidied = (text: string, space: string) =>
  text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim()
    .replaceAll(" ", space);

/** The address as one writes it on an envelope, line by line. */
export const linesOf = ({ street, extra: more, postcode, town }: Address): string[] => [
  ...(more ? [more] : []),
  street,
  [postcode, town].filter(Boolean).join(" "),
];
