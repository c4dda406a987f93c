import { sql } from "kysely";
import type { Db } from "../../../platform/database.ts";

/** Whose these identifiers are, in no order; those that nobody has are left out. */
export async function findPersonIds(db: Db, foundBys: readonly Buffer[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId" from identity.identifier where found_by = any(${foundBys}::bytea[])`.execute(
    db,
  );
  return rows.map(({ personId }) => personId);
}
