import { nameKey } from "../../law/credentials/names.ts";
import type { Nia } from "../../law/credentials/nia.ts";
import type { Nir } from "../../law/credentials/nir.ts";
import type { CivilRegistry, Registered } from "./civil-registry.ts";
import { isSamePlace } from "./place.ts";

/** A row of the register: a person and the number they were given. */
export type Row = Registered & { number: Nir | Nia };

/** A register kept in memory, for development and tests: it answers as the national one does. */
export function registryOf(rows: readonly Row[]): CivilRegistry {
  const byNumber = new Map(rows.map((row) => [row.number as string, row]));
  return {
    check: async (number, person) => {
      const row = byNumber.get(number);
      return row && isSame(row, person) ? "match" : "mismatch";
    },
  };
}

const isSame = (row: Registered, told: Registered): boolean =>
  row.sex === told.sex &&
  nameKey(row.birthName) === nameKey(told.birthName) &&
  areFirstNames(told.firstNames, row.firstNames) &&
  isSameDate(row.birthDate, told.birthDate) &&
  isSamePlace(row.birthCode, told.birthCode);

/** The first of several first names is enough; "Jean-Pierre", "Jean Pierre" and "JEAN PIERRE MARIE" go together. */
function areFirstNames(told: string, registered: string): boolean {
  const [few, many] = [told, registered].map(wordsOf).sort((a, b) => a.length - b.length) as [
    string[],
    string[],
  ];
  if (few.length === 0) return many.length === 0;
  return few.every((word, index) => word === many[index]);
}

const wordsOf = (names: string) => nameKey(names).split(" ").filter(Boolean);

/** A day or month that one of the two does not know is not compared. */
function isSameDate(one: string, other: string): boolean {
  const parts = other.split("-");
  return one.split("-").every((part, at) => part === parts[at] || part === "00" || parts[at] === "00");
}
