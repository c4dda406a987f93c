import { randomInt, randomUUID } from "node:crypto";

export const newId = (): string => randomUUID();

/** A short number a person can read out on the phone and the log knows, such as "4F7K-29QD". */
export function newSupportNumber(): string {
  const letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  const draw = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return `${draw()}-${draw()}`;
}

/** A code of six digits, each drawn evenly by the system's generator (SEC-03). */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, "0");
