import { sql } from "kysely";
import type { AlarmProof } from "../../../../law/credentials/alarm.ts";
import type { Db, Tx } from "../../../platform/database.ts";
import { type Reach, vouchingContacts } from "../contact/reach.ts";

type Tables = {
  recovery: {
    found_by: Buffer;
    recovery_id: string;
    secret_hash: Buffer;
    person_id: string | null;
    asked_at: Date;
    hashed: Buffer;
    tries: number;
    code_used_at: Date | null;
    asks_birth: boolean;
    birth_tries: number;
    birth_told_at: Date | null;
    replaced_at: Date | null;
    ended_at: Date | null;
  };
};

const recoveries = (db: Db | Tx) => db.withSchema("identity").withTables<Tables>();

/**
 * Who may be recovered by an identifier: nobody, or a person and the contact points that vouch for them. They have an
 * account, or were handed a first password that they lost or let go by (CN-04).
 */
export type Recoverable = { personId: string | null; contacts: Reach[]; birthDate: string };

/** What proved the report of a stolen phone that keeps the access closed; null where there is none (SP-10). */
const phoneStolen = sql`(
  select r.proven_by from identity.alarm r
  join identity.block b on b.person_id = r.person_id and b.block_id = r.block_id and b.lifted_at is null
  where r.person_id = i.person_id and r.kind = 'phone-stolen' limit 1)`;

export async function findRecoverable(tx: Tx, foundBy: Buffer, at: Date): Promise<Recoverable> {
  const { rows } = await sql<{ personId: string; birthDate: string; phoneStolen: AlarmProof }>`
    select i.person_id as "personId", p.birth_date as "birthDate", ${phoneStolen} as "phoneStolen"
    from identity.identifier i
    join identity.person p on p.person_id = i.person_id
    where i.found_by = ${foundBy}
      and (exists (select from identity.account a where a.person_id = i.person_id)
        or exists (select from identity.old_password o where o.person_id = i.person_id and o.until_at is not null))`.execute(
    tx,
  );
  const [found] = rows;
  if (!found) return { personId: null, contacts: [], birthDate: "" };
  const vouching = await vouchingContacts(tx, found.personId, at);
  const mails = vouching.filter(({ kind }) => kind === "mail");
  // No code goes to a stolen phone. Where it is all there is, a report by who was not signed in must not close for good.
  const spared = found.phoneStolen === "session" || (found.phoneStolen !== null && mails.length > 0);
  const contacts = spared ? mails : vouching;
  const { personId, birthDate } = found;
  return { personId: contacts.length > 0 ? personId : null, contacts, birthDate };
}

/** Askings about one identifier, somebody's or not, wait for each other: those of one moment are counted one by one. */
export const holdRecoveries = (tx: Tx, foundBy: Buffer) =>
  sql`select pg_advisory_xact_lock(${foundBy.readBigInt64BE(0).toString()}::int8)`.execute(tx);

/** How many ways back were asked for since `dayStart`, and how many codes tried. */
export async function countRecoveries(tx: Tx, foundBy: Buffer, dayStart: Date) {
  const { rows } = await sql<{ asked: number; tries: number }>`
    select count(*) as asked, coalesce(sum(tries), 0) as tries from identity.recovery
    where found_by = ${foundBy} and asked_at >= ${dayStart}`.execute(tx);
  return rows[0] as { asked: number; tries: number };
}

export type StoredRecovery = Omit<Tables["recovery"], "secret_hash">;

/**
 * Writes a new way back down, nobody's yet. It voids those before it (SEC-04), unless it gets no code itself: whoever knows
 * a number must not void its owner's code by asking without end.
 */
export async function insertRecovery(
  tx: Tx,
  voids: boolean,
  row: Pick<Tables["recovery"], "found_by" | "recovery_id" | "secret_hash" | "asked_at" | "hashed">,
): Promise<void> {
  await recoveries(tx)
    .updateTable("recovery")
    .set({ replaced_at: row.asked_at })
    .where("found_by", "=", row.found_by)
    .where("replaced_at", "is", null)
    .where(sql<boolean>`${voids}::bool`)
    .execute();
  await recoveries(tx)
    .insertInto("recovery")
    .values({
      ...row,
      person_id: null,
      asks_birth: false,
      tries: 0,
      code_used_at: null,
      birth_tries: 0,
      birth_told_at: null,
      replaced_at: null,
      ended_at: null,
    })
    .execute();
}

/** Says whose way back it is; false where that was said already, or a newer way replaced it. */
export async function nameRecovered(
  tx: Tx,
  named: Pick<Tables["recovery"], "found_by" | "recovery_id" | "asks_birth"> & { person_id: string },
): Promise<boolean> {
  const { found_by, recovery_id, ...whose } = named;
  const result = await recoveries(tx)
    .updateTable("recovery")
    .set(whose)
    .where("found_by", "=", found_by)
    .where("recovery_id", "=", recovery_id)
    .where("person_id", "is", null)
    .where("replaced_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The way back that this browser asked for; locked, so that two tries at the same moment are counted one by one. */
export const findRecovery = (tx: Tx, foundBy: Buffer, recoveryId: string, secretHash: Buffer) =>
  recoveries(tx)
    .selectFrom("recovery")
    .select(["found_by", "recovery_id", "person_id", "asked_at", "hashed", "tries", "code_used_at"])
    .select(["asks_birth", "birth_tries", "birth_told_at", "replaced_at", "ended_at"])
    .where("found_by", "=", foundBy)
    .where("recovery_id", "=", recoveryId)
    .where("secret_hash", "=", secretHash)
    .forUpdate()
    .executeTakeFirst();

type Change = Partial<
  Pick<Tables["recovery"], "tries" | "code_used_at" | "birth_tries" | "birth_told_at" | "ended_at">
>;

export const changeRecovery = (tx: Tx, { found_by, recovery_id }: StoredRecovery, change: Change) =>
  recoveries(tx)
    .updateTable("recovery")
    .set(change)
    .where("found_by", "=", found_by)
    .where("recovery_id", "=", recovery_id)
    .execute();

/** The account of who was handed a first password and never signed in: it opens by a password of their own instead. */
export const openUnused = (tx: Tx, personId: string, at: Date) =>
  sql`insert into identity.account (person_id, opened_at) values (${personId}, ${at})
      on conflict on constraint account_key do nothing`.execute(tx);

/** Removes ways back that have led nowhere for long. */
export const dropOldRecoveries = (db: Db, before: Date) =>
  recoveries(db).deleteFrom("recovery").where("asked_at", "<", before).execute();
