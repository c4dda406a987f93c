import { nameKey } from "../../../../law/credentials/names.ts";

/** A place name folded so that its spellings meet: "St-Étienne", "SAINT ETIENNE" and "saint étienne" are one. */
export const placeKey = (name: string): string =>
  nameKey(name.replace(/['’ʼ]/g, " "))
    .replace(/\bST\b/g, "SAINT")
    .replace(/\bSTE\b/g, "SAINTE");
