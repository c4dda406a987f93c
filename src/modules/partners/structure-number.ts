import { validate } from "stdnum/lib/cjs/fr/siret.js";
import { type Refusal, refusals, withoutSeparators } from "../../../law/credentials/refusal.ts";

/** What names a structure among all: the number of its establishment, or an association's in the national register. */
export type StructureNumber = { kind: "siret" | "rna"; value: string };

export const numberRefusals = refusals({
  empty: {
    fr: "Indiquez le numéro Siret de votre structure (14 chiffres) ou, pour une association, son numéro RNA (W et 9 chiffres).",
    en: "Enter the Siret number of your structure (14 digits) or, for an association, its RNA number (W and 9 digits).",
  },
  shape: {
    fr: "Un numéro Siret a 14 chiffres, un numéro RNA commence par W et a 9 chiffres. Vérifiez qu’il n’en manque pas.",
    en: "A Siret number has 14 digits, an RNA number starts with W and has 9 digits. Check that none is missing.",
  },
  key: {
    fr: "Ce numéro Siret n’existe pas : un chiffre est sans doute mal tapé, ou deux sont inversés. Relisez-le sur l’avis de situation de votre structure.",
    en: "This Siret number does not exist: one digit is probably mistyped, or two are swapped. Read it again on your structure’s registration notice.",
  },
});

/** Of Corsica, the department is written 2A or 2B. */
const rna = /^W\d[\dAB]\d{7}$/;

/** Reads a Siret, checked by its key, or the number of an association, which has none. */
export function readStructureNumber(
  typed: string,
): { number: StructureNumber } | { refused: Refusal<keyof typeof numberRefusals> } {
  const run = withoutSeparators(typed);
  if (run === "") return { refused: numberRefusals.empty };
  if (rna.test(run)) return { number: { kind: "rna", value: run } };
  if (!/^\d{14}$/.test(run)) return { refused: numberRefusals.shape };
  if (!validate(run).isValid) return { refused: numberRefusals.key };
  return { number: { kind: "siret", value: run } };
}

/** As it is read: 732 829 320 00074. */
export const writtenNumber = ({ kind, value }: StructureNumber): string =>
  kind === "siret" ? value.replace(/^(...)(...)(...)/, "$1 $2 $3 ") : value;
