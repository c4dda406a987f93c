import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";

type Tables = {
  opening: {
    opening_id: string;
    secret_hash: Buffer;
    sealed: Buffer;
    changed_at: Date;
    ended_at: Date | null;
  };
  opening_code: {
    found_by: Buffer;
    opening_id: string;
    number: number;
    hashed: Buffer;
    sent_at: Date;
    tries: number;
    used_at: Date | null;
    replaced_at: Date | null;
  };
  account: {
    person_id: string;
    opened_at: Date;
    hashed: string;
    password_chosen_at: Date;
    contacts_answered_at: Date;
  };
};

const openings = (db: Db | Tx) => db.withSchema("identity").withTables<Tables>();

export const insertOpening = (db: Db, row: Omit<Tables["opening"], "ended_at">) =>
  openings(db)
    .insertInto("opening")
    .values({ ...row, ended_at: null })
    .execute();

/** The opening that this browser began; `lock` makes two answers at the same moment wait for each other. */
export const findOpening = (db: Db | Tx, openingId: string, secretHash: Buffer, lock = false) => {
  const query = openings(db)
    .selectFrom("opening")
    .select(["sealed", "changed_at as changedAt", "ended_at as endedAt"])
    .where("opening_id", "=", openingId)
    .where("secret_hash", "=", secretHash);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
};

export const changeOpening = (
  tx: Tx,
  openingId: string,
  change: Partial<Pick<Tables["opening"], "sealed" | "changed_at" | "ended_at">>,
) => openings(tx).updateTable("opening").set(change).where("opening_id", "=", openingId).execute();

/** Forgets an opening and its codes. */
export const dropOpening = (tx: Tx, openingId: string) =>
  openings(tx).deleteFrom("opening").where("opening_id", "=", openingId).execute();

/** Forgets the openings nobody came back to, and the codes that no count needs any more. */
export async function dropOldOpenings(db: Db, before: Date): Promise<void> {
  await openings(db).deleteFrom("opening").where("changed_at", "<", before).execute();
  await openings(db).deleteFrom("opening_code").where("sent_at", "<", before).execute();
}

export type OpeningCode = {
  number: number;
  hashed: Buffer;
  sentAt: Date;
  tries: number;
  usedAt: Date | null;
  replacedAt: Date | null;
};

/** The last code this opening had sent to a contact point. */
export const findLastOpeningCode = (
  db: Db | Tx,
  foundBy: Buffer,
  openingId: string,
): Promise<OpeningCode | undefined> =>
  openings(db)
    .selectFrom("opening_code")
    .select(["number", "hashed", "sent_at as sentAt", "tries"])
    .select(["used_at as usedAt", "replaced_at as replacedAt"])
    .where("found_by", "=", foundBy)
    .where("opening_id", "=", openingId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();

/** Sendings and tries since `since`: of the contact point over all openings, and of this opening over all contact points. */
export async function countOpeningCodes(db: Db | Tx, foundBy: Buffer, openingId: string, since: Date) {
  const { rows } = await sql<{
    sendsOfThisContact: number;
    triesOfThisContact: number;
    sendsOfThisOpening: number;
    triesOfThisOpening: number;
  }>`
    select c."sendsOfThisContact", c."triesOfThisContact", o."sendsOfThisOpening", o."triesOfThisOpening" from
      (select count(*) as "sendsOfThisContact", coalesce(sum(tries), 0) as "triesOfThisContact"
        from identity.opening_code where found_by = ${foundBy} and sent_at >= ${since}) c,
      (select count(*) as "sendsOfThisOpening", coalesce(sum(tries), 0) as "triesOfThisOpening"
        from identity.opening_code where opening_id = ${openingId} and sent_at >= ${since}) o`.execute(db);
  return rows[0] as (typeof rows)[number];
}

/** Writes a new code down and voids the earlier ones that this opening had sent there (SEC-03). */
export async function insertOpeningCode(
  tx: Tx,
  row: Pick<Tables["opening_code"], "found_by" | "opening_id" | "number" | "hashed" | "sent_at">,
): Promise<void> {
  await openings(tx)
    .updateTable("opening_code")
    .set({ replaced_at: row.sent_at })
    .where("found_by", "=", row.found_by)
    .where("opening_id", "=", row.opening_id)
    .where("replaced_at", "is", null)
    .execute();
  await openings(tx)
    .insertInto("opening_code")
    .values({ ...row, tries: 0, used_at: null, replaced_at: null })
    .execute();
}

export const changeOpeningCode = (
  tx: Tx,
  foundBy: Buffer,
  openingId: string,
  number: number,
  change: Partial<Pick<Tables["opening_code"], "tries" | "used_at">>,
) =>
  openings(tx)
    .updateTable("opening_code")
    .set(change)
    .where("found_by", "=", foundBy)
    .where("opening_id", "=", openingId)
    .where("number", "=", number)
    .execute();

/** Codes of one contact point are sent and tried one at a time, whichever opening names it. */
export const lockContact = (tx: Tx, foundBy: Buffer) =>
  sql`select pg_advisory_xact_lock(${foundBy.readBigInt64BE(0).toString()}::int8)`.execute(tx);

/** Whether this contact point identifies somebody, or may do so again: it was replaced, and they may still object. */
export async function isTaken(
  db: Db | Tx,
  kind: "mail" | "mobile",
  value: string,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from identity.contact_point
    where kind = ${kind} and lower(value) = lower(${value})
      and ((verified_at is not null and replaced_at is null) or held_until > ${at})`.execute(db);
  return rows.length > 0;
}

/** Opens the account with its password: nothing of the first sign-in is left to do but the terms. */
export const insertAccount = (tx: Tx, personId: string, hashed: string, at: Date) =>
  openings(tx)
    .insertInto("account")
    .values({
      person_id: personId,
      opened_at: at,
      hashed,
      password_chosen_at: at,
      contacts_answered_at: at,
    })
    .execute();

/**
 * Writes an identifier down if nobody has it. Two openings at the same moment wait for each other, and the second is
 * refused.
 */
export async function insertNewIdentifier(
  tx: Tx,
  row: { person_id: string; kind: string; found_by: Buffer; sealed: Buffer },
): Promise<boolean> {
  const { rows } = await sql`
    insert into identity.identifier (person_id, kind, found_by, sealed)
    values (${row.person_id}, ${row.kind}, ${row.found_by}, ${row.sealed})
    on conflict on constraint identifier_stands_once do nothing
    returning person_id`.execute(tx);
  return rows.length > 0;
}

/** Whose identifier it is. */
export async function findByIdentifier(tx: Tx, foundBy: Buffer): Promise<string | undefined> {
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId" from identity.identifier where found_by = ${foundBy}`.execute(tx);
  return rows[0]?.personId;
}
