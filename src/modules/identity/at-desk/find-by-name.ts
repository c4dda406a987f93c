import { nameKey } from "../../../../law/credentials/names.ts";
import type { Db } from "../../../platform/database.ts";
import type { Person } from "../person.ts";
import { findPersonsBornOn } from "./store.ts";

/**
 * Who bears this name, at birth or in use, and was born that day ("YYYY-MM-DD"), at most `most` of them. Spellings do not
 * matter; where the register knows only the month or the year of a birth, that is enough.
 */
export async function findByNameAndBirth(
  db: Db,
  { name, birthDate }: { name: string; birthDate: string },
  most: number,
): Promise<Person[]> {
  const key = nameKey(name);
  if (key === "") return [];
  const days = [birthDate, `${birthDate.slice(0, 7)}-00`, `${birthDate.slice(0, 4)}-00-00`];
  const born = await findPersonsBornOn(db, days);
  return born
    .filter((one) => [one.birthName, one.usedName ?? one.birthName].some((known) => nameKey(known) === key))
    .slice(0, most);
}
