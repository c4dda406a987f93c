import { randomInt, randomUUID } from "node:crypto";

export const newId = (): string => randomUUID();

/** A short number a person can read out on the phone and the log knows, such as "4F7K-29QD". */
export function newSupportNumber(): string {
  const letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  const draw = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return `${draw()}-${draw()}`;
}

/**
 * A number to write on a paper and type again: twelve letters and digits that are not mistaken for one another, such as
 * "7K2M-Q4ZB-0XHC". Among a billion of them, two are the same with about even odds.
 */
export const newReference = (): string =>
  grouped(Array.from({ length: 12 }, () => plainSigns[randomInt(plainSigns.length)]).join(""));

/** Digits and capital letters without I, L, O and U: thirty-two signs, five bits each. */
export const plainSigns = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** In groups of four, as people copy it. */
export const grouped = (signs: string): string => signs.match(/.{1,4}/g)?.join("-") ?? "";

/** A code of six digits, each drawn evenly by the system's generator (SEC-03). */
export const newCode = (): string => newDigits(6);

/** So many digits, at most 14, each drawn evenly by the system's generator. */
export const newDigits = (count: number): string => String(randomInt(10 ** count)).padStart(count, "0");
