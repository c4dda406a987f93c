import { electronicFormatIBAN, isSEPACountry, ValidationErrorsIBAN, validateIBAN } from "ibantools";
import type { Sentence } from "../../../../law/language.ts";

/** Reads an account number as people type it, with or without spaces; in France it must be of the SEPA area (MC-09). */
export function readIban(typed: string, country: "FR" | "DJ"): { iban: string } | { refused: Sentence } {
  const iban = electronicFormatIBAN(typed.replace(/^\s*IBAN\s*:?/i, ""));
  if (!iban) return { refused: ibanRefusals.empty };
  const { valid, errorCodes } = validateIBAN(iban);
  if (!valid) return { refused: because(errorCodes) };
  if (country === "FR" && !isSEPACountry(iban.slice(0, 2))) return { refused: ibanRefusals.abroad };
  return { iban };
}

function because(errors: readonly ValidationErrorsIBAN[]): Sentence {
  if (errors.includes(ValidationErrorsIBAN.NoIBANCountry)) return ibanRefusals.country;
  if (errors.includes(ValidationErrorsIBAN.WrongBBANLength)) return ibanRefusals.length;
  return ibanRefusals.key;
}

/** As it is shown: its country and key, and the last four characters, "FR14 •••• 2606". */
export const maskIban = (iban: string): string => `${iban.slice(0, 4)} •••• ${iban.slice(-4)}`;

/** What is wrong with an account number, and what to do. */
export const ibanRefusals = {
  empty: {
    fr: "Indiquez l’IBAN : il figure en haut du relevé d’identité bancaire.",
    en: "Give the IBAN: it is at the top of the bank’s account statement.",
  },
  country: {
    fr: "Un IBAN commence par deux lettres, comme FR, puis deux chiffres. Recopiez-le depuis le début.",
    en: "An IBAN starts with two letters, such as FR, then two digits. Copy it from its beginning.",
  },
  length: {
    fr: "Il manque ou il y a en trop un caractère. Un IBAN français en compte 27 : recopiez-le en entier.",
    en: "A character is missing or in excess. A French IBAN has 27: copy the whole of it.",
  },
  key: {
    fr: "Cet IBAN contient une faute de frappe : relisez-le caractère par caractère.",
    en: "There is a typing mistake in this IBAN: read it again character by character.",
  },
  abroad: {
    fr: "Nous ne pouvons pas verser sur un compte de ce pays. Donnez un compte en France ou dans la zone SEPA, ou appelez-nous.",
    en: "We cannot pay to an account in this country. Give an account in France or in the SEPA area, or call us.",
  },
} as const satisfies Record<string, Sentence>;
