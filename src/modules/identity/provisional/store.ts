import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";

/** Somebody with a provisional identifier, and one contact point of theirs that it may go out to. */
export type Holder = {
  personId: string;
  sealed: Buffer;
  kind: "mail" | "mobile";
  value: string;
};

/**
 * The persons of that name and birth date who sign in with a provisional identifier, one row for each contact point that
 * is confirmed, or was given when the account opened. No more rows than two persons could have: beyond one, nobody is told.
 */
export async function findHolders(tx: Tx, nameKey: string, birthDate: string): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select p.person_id as "personId", i.sealed, c.kind, c.value
    from identity.person p
    join identity.identifier i on i.person_id = p.person_id and i.kind = 'provisional'
    join identity.contact_point c on c.person_id = p.person_id and c.replaced_at is null
    left join identity.account a on a.person_id = p.person_id
    where p.birth_date = ${birthDate} and p.name_key = ${nameKey}
      and (c.verified_at is not null or a.opened_at is null or c.given_at <= a.opened_at)
    order by p.person_id, c.kind limit 20`.execute(tx);
  return rows;
}

/** The sealed provisional identifier of a person, if they have one. */
export async function findProvisional(db: Db, personId: string): Promise<Buffer | undefined> {
  const { rows } = await sql<{ sealed: Buffer }>`
    select sealed from identity.identifier where person_id = ${personId} and kind = 'provisional'`.execute(
    db,
  );
  return rows[0]?.sealed;
}
