import { type RawBuilder, sql } from "kysely";
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

/**
 * For the lists of the desk: of whom they speak, as a condition on the column of a person's id. Who knows the offices
 * makes it; null in that column stands for somebody whom nobody knows here.
 */
export type PersonFilter = (person: RawBuilder<unknown>) => RawBuilder<boolean>;

export const everybody: PersonFilter = () => sql`true`;
