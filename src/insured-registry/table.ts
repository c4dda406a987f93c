import { nameKey } from "../../law/credentials/names.ts";
import type { InsuredRegistry, Told } from "./insured-registry.ts";

/** A register kept in memory, for development and tests: spellings of one name meet in it, numbers and dates do not bend. */
export const insuredRegistryOf = (rows: readonly Told[]): InsuredRegistry => ({
  check: async (told) => (rows.some((row) => fits(row, told)) ? "match" : "mismatch"),
});

function fits(row: Told, told: Told): boolean {
  if (row.number !== told.number) return false;
  if (row.kind === "employer")
    return told.kind === "employer" && nameKey(row.companyName) === nameKey(told.companyName);
  return (
    told.kind === "insured" &&
    nameKey(row.birthName) === nameKey(told.birthName) &&
    nameKey(firstOf(row.firstNames)) === nameKey(firstOf(told.firstNames)) &&
    row.birthDate === told.birthDate
  );
}

const firstOf = (names: string) => names.split(/[\s-]+/)[0] ?? "";
