import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";

export type Named = { personId: string; firstNames: string };

/** More people of one birth name and one day are nobody's to choose from. */
const mostNamed = 50;

/** The persons of one birth name, folded, born on one of these dates. */
export async function findNamed(tx: Tx, nameKey: string, birthDates: readonly string[]): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select person_id as "personId", first_names as "firstNames" from identity.person
    where birth_date = any(${birthDates}) and name_key = ${nameKey} limit ${mostNamed}`.execute(tx);
  return rows;
}

/** Counts one more asking of the day, unless there were `most` already; asked at the same moment, they wait for each other. */
export async function countAsking(tx: Tx, foundBy: Buffer, day: string, most: number): Promise<boolean> {
  const { rows } = await sql`
    insert into identity.identifier_reminder as r (found_by, day, times) values (${foundBy}, ${day}, 1)
    on conflict on constraint identifier_reminder_key do update set times = r.times + 1 where r.times < ${most}
    returning times`.execute(tx);
  return rows.length === 1;
}

/** Forgets the counts of days that are over. */
export const dropOldAskings = (db: Db, before: Date) =>
  sql`delete from identity.identifier_reminder where day < ${before.toISOString().slice(0, 10)}`.execute(db);
