import { sql } from "kysely";
import type { Db } from "../../../platform/database.ts";
import type { Person } from "../person.ts";
import { personColumns } from "../store.ts";

/** Everybody born on one of these days: few, for a day has a date of birth. */
export async function findPersonsBornOn(db: Db, birthDates: readonly string[]): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select ${personColumns} from identity.person p where p.birth_date = any(${birthDates}) limit 5000`.execute(
    db,
  );
  return rows;
}
