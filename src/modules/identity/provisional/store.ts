import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";
import type { Reach } from "../contact/reach.ts";

/** A provisional identifier, and a contact point that it may go to. */
export type ProvisionalReach = Reach & { sealed: Buffer; verified: boolean };

/**
 * The sealed provisional identifier of a person, with each contact point that it may go to: confirmed, or given when the
 * account opened (CP-13).
 */
export async function findProvisionalReach(tx: Tx, personId: string): Promise<ProvisionalReach[]> {
  const { rows } = await sql<ProvisionalReach>`
    select i.sealed, c.kind, c.value, c.verified_at is not null as verified
    from identity.identifier i
    join identity.contact_point c on c.person_id = i.person_id and c.replaced_at is null
    left join identity.account a on a.person_id = i.person_id
    where i.person_id = ${personId} and i.kind = 'provisional'
      and (c.verified_at is not null or a.opened_at is null or c.given_at <= a.opened_at)
    order by c.kind limit 10`.execute(tx);
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
