import { sql } from "kysely";
import type { AlarmProof } from "../../../../law/credentials/alarm.ts";
import type { Db, Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
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

/** Who may be recovered by an identifier: nobody, or a person with an account and the contact points that vouch for them. */
export type Recoverable = { personId: string | null; contacts: Reach[] };

/** What proved the report of a stolen phone that keeps the access closed; null where there is none (SP-10). */
const phoneStolen = sql`(
  select r.proven_by from identity.alarm r
  join identity.block b on b.person_id = r.person_id and b.block_id = r.block_id and b.lifted_at is null
  where r.person_id = i.person_id and r.kind = 'phone-stolen' limit 1)`;

export async function findRecoverable(tx: Tx, foundBy: Buffer, at: Date): Promise<Recoverable> {
  const { rows } = await sql<{ personId: string; phoneStolen: AlarmProof }>`
    select a.person_id as "personId", ${phoneStolen} as "phoneStolen"
    from identity.identifier i
    join identity.account a on a.person_id = i.person_id
    where i.found_by = ${foundBy}`.execute(tx);
  const [found] = rows;
  // Asked of nobody too: the time of an answer tells nothing (SEC-02).
  const vouching = await vouchingContacts(tx, found?.personId ?? newId(), at);
  if (!found) return { personId: null, contacts: [] };
  const mails = vouching.filter(({ kind }) => kind === "mail");
  // No code goes to a stolen phone. Where it is all there is, a report by who was not signed in must not close for good.
  const spared = found.phoneStolen === "session" || (found.phoneStolen !== null && mails.length > 0);
  const contacts = spared ? mails : vouching;
  return { personId: contacts.length > 0 ? found.personId : null, contacts };
}

/** How many ways back were asked for since `dayStart`, and how many codes tried. */
export async function countRecoveries(tx: Tx, foundBy: Buffer, dayStart: Date) {
  const { rows } = await sql<{ asked: number; tries: number }>`
    select count(*) as asked, coalesce(sum(tries), 0) as tries from identity.recovery
    where found_by = ${foundBy} and asked_at >= ${dayStart}`.execute(tx);
  return rows[0] as { asked: number; tries: number };
}

export type StoredRecovery = Omit<Tables["recovery"], "secret_hash">;

/** Writes a new way back down; it voids those before it (SEC-04). */
export async function insertRecovery(
  tx: Tx,
  row: Pick<
    Tables["recovery"],
    "found_by" | "recovery_id" | "secret_hash" | "person_id" | "asked_at" | "hashed" | "asks_birth"
  >,
): Promise<void> {
  await recoveries(tx)
    .updateTable("recovery")
    .set({ replaced_at: row.asked_at })
    .where("found_by", "=", row.found_by)
    .where("replaced_at", "is", null)
    .execute();
  await recoveries(tx)
    .insertInto("recovery")
    .values({
      ...row,
      tries: 0,
      code_used_at: null,
      birth_tries: 0,
      birth_told_at: null,
      replaced_at: null,
      ended_at: null,
    })
    .execute();
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

/** Removes ways back that have led nowhere for long. */
export const dropOldRecoveries = (db: Db, before: Date) =>
  recoveries(db).deleteFrom("recovery").where("asked_at", "<", before).execute();
