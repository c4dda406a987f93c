import { sql } from "kysely";
import type { Population } from "../../../../institutions/institution.ts";
import type { NumberKind } from "../../../../law/credentials/institution-number.ts";
import type { Tx } from "../../../platform/database.ts";

/** Writes down the account of a person to be, in its group, before anybody signed in to it. */
export const openIssued = (tx: Tx, personId: string, population: Population | null, at: Date) =>
  sql`insert into identity.account as a (person_id, opened_at, contacts_answered_at, population)
      values (${personId}, ${at}, ${at}, ${population})
      on conflict on constraint account_key do update set population = excluded.population`.execute(tx);

/** The person no longer signs in with the number they had of that kind; false where they had none. */
export async function dropNumber(tx: Tx, personId: string, kind: NumberKind): Promise<boolean> {
  const { rows } = await sql`
    delete from identity.identifier where person_id = ${personId} and kind = ${kind} returning person_id`.execute(
    tx,
  );
  return rows.length > 0;
}

/**
 * Nothing opens the account any more: its password, its passkeys, its devices and what identified its person go. That there
 * was one stays, and shuts out a sign-in begun a moment before.
 */
export async function dropWaysIn(tx: Tx, personId: string, at: Date): Promise<void> {
  await sql`delete from identity.identifier where person_id = ${personId}`.execute(tx);
  await sql`delete from identity.passkey where person_id = ${personId}`.execute(tx);
  await sql`delete from identity.trusted_device where person_id = ${personId}`.execute(tx);
  await sql`delete from identity.old_password where person_id = ${personId}`.execute(tx);
  await sql`update identity.contact_point set replaced_at = ${at}, held_until = null
      where person_id = ${personId} and replaced_at is null`.execute(tx);
  await sql`update identity.account set hashed = null, second_step_since = null, population = null, blocked_until = 'infinity'
      where person_id = ${personId}`.execute(tx);
}
