import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";
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

/** The sealed provisional identifier of a person and where it may go: confirmed contact points, or those of the opening. */
export async function findProvisionalReach(
  tx: Tx,
  personId: string,
): Promise<{ sealed: Buffer; kind: "mail" | "mobile"; value: string }[]> {
  const { rows } = await sql<{ sealed: Buffer; kind: "mail" | "mobile"; value: string }>`
    select i.sealed, c.kind, c.value
    from identity.identifier i
    join identity.contact_point c on c.person_id = i.person_id and c.replaced_at is null
    left join identity.account a on a.person_id = i.person_id
    where i.person_id = ${personId} and i.kind = 'provisional'
      and (c.verified_at is not null or a.opened_at is null or c.given_at <= a.opened_at)
    order by c.kind limit 10`.execute(tx);
  return rows;
}
