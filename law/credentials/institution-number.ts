import type { Sentence } from "../language.ts";
import { type Refusal, withoutSeparators } from "./refusal.ts";

/** Whose number it is: an insured person's, an employer's (CN-01, CN-13), or a partner's (SP-02). */
export type NumberKind = "insurance" | "employer" | "partner";

/** The shape of a number that an institution gives its own users: digits alone, as many for every holder of that kind. */
export type NumberShape = {
  readonly kind: NumberKind;
  readonly digits: number;
  /** What it is called, without an article: "numéro d’assuré". */
  readonly name: Sentence;
  /** No source gives this shape: what people read must not state it as known. */
  readonly unverified?: true;
};

/** What people sign in with where the institution numbers them itself: its shapes, told apart by their digits (CN-04). */
export type OwnNumbers = {
  readonly shapes: readonly NumberShape[];
  /** Above the field in which any of them is welcome, and under it. */
  readonly label: Sentence;
  readonly hint: Sentence;
};

export type OwnNumberRefusal = "number-empty" | "number-character" | "number-length";

/** Reads a number of one of these shapes as people type it: spaces, dots and hyphens do not matter (CN-13). */
export function readOwnNumber(
  typed: string,
  shapes: readonly NumberShape[],
): { kind: NumberKind; value: string } | { refused: Refusal<OwnNumberRefusal> } {
  const run = withoutSeparators(typed);
  if (run === "") return { refused: { id: "number-empty", says: emptySays(shapes) } };
  if (!/^\d+$/.test(run)) return { refused: { id: "number-character", says: characterSays } };
  const shape = shapes.find(({ digits }) => digits === run.length);
  if (!shape) return { refused: { id: "number-length", says: lengthSays(shapes) } };
  return { kind: shape.kind, value: run };
}

const emptySays = (shapes: readonly NumberShape[]): Sentence => ({
  fr: `Saisissez votre ${shapes.map(({ name }) => name.fr).join(" ou votre ")}.`,
  en: `Enter your ${shapes.map(({ name }) => name.en).join(" or your ")}.`,
});

const characterSays: Sentence = {
  fr: "Ce numéro s’écrit avec des chiffres seulement. Vérifiez par exemple que vous avez tapé le chiffre 0 et non la lettre O.",
  en: "This number is written with digits alone. Check for instance that you typed the digit 0 and not the letter O.",
};

/** How many digits are asked for is told only where all of them are known for sure. */
const lengthSays = (shapes: readonly NumberShape[]): Sentence =>
  shapes.some(({ unverified }) => unverified) ? unlikeOurs : countedSays(shapes);

const unlikeOurs: Sentence = {
  fr: "Ce numéro n’a pas la longueur de ceux que nous connaissons. Recopiez-le en entier, tel que nous vous l’avons donné. S’il est juste, appelez-nous.",
  en: "This number is not as long as those we know. Copy all of it, as we gave it to you. If it is right, call us.",
};

const countedSays = (shapes: readonly NumberShape[]): Sentence => ({
  fr: `Il manque un chiffre, ou il y en a un de trop : ${shapes.map(({ name, digits }) => `un ${name.fr} en compte ${digits}`).join(", ")}.`,
  en: `A digit is missing, or there is one too many: ${shapes.map(({ name, digits }) => `an ${name.en} has ${digits}`).join(", ")}.`,
});
