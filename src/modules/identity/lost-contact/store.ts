import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";
import type { ContactKind } from "../contact/contact.ts";

type Tables = {
  lost_contact: {
    found_by: Buffer;
    lost_contact_id: string;
    secret_hash: Buffer;
    sealed: Buffer;
    asked_at: Date;
    request_id: string | null;
  };
  lost_contact_code: {
    found_by: Buffer;
    lost_contact_id: string;
    number: number;
    kind: ContactKind;
    contact_key: Buffer;
    sealed: Buffer;
    hashed: Buffer;
    sent_at: Date;
    tries: number;
    used_at: Date | null;
  };
};

const ways = (db: Db | Tx) => db.withSchema("identity").withTables<Tables>();

export const insertWay = (db: Db, row: Omit<Tables["lost_contact"], "request_id">) =>
  ways(db)
    .insertInto("lost_contact")
    .values({ ...row, request_id: null })
    .execute();

export type StoredWay = {
  foundBy: Buffer;
  wayId: string;
  sealed: Buffer;
  startedAt: Date;
  requestId: string | null;
};

/** The way that this browser is on; locked, so that two tries at the same moment are counted one by one. */
export const findWay = (
  tx: Tx,
  foundBy: Buffer,
  wayId: string,
  secretHash: Buffer,
): Promise<StoredWay | undefined> =>
  ways(tx)
    .selectFrom("lost_contact")
    .select(["found_by as foundBy", "lost_contact_id as wayId", "sealed", "asked_at as startedAt"])
    .select("request_id as requestId")
    .where("found_by", "=", foundBy)
    .where("lost_contact_id", "=", wayId)
    .where("secret_hash", "=", secretHash)
    .forUpdate()
    .executeTakeFirst();

type Way = Pick<StoredWay, "foundBy" | "wayId">;

/** The way has led to a request. */
export const noteRequest = (tx: Tx, { foundBy, wayId }: Way, requestId: string) =>
  ways(tx)
    .updateTable("lost_contact")
    .set({ request_id: requestId })
    .where("found_by", "=", foundBy)
    .where("lost_contact_id", "=", wayId)
    .execute();

export type StoredWayCode = {
  number: number;
  kind: ContactKind;
  sealed: Buffer;
  hashed: Buffer;
  sentAt: Date;
  tries: number;
  usedAt: Date | null;
};

/** The last code sent on this way: it voids those before it (SEC-03). */
export const findLastWayCode = (tx: Tx, { foundBy, wayId }: Way): Promise<StoredWayCode | undefined> =>
  ways(tx)
    .selectFrom("lost_contact_code")
    .select(["number", "kind", "sealed", "hashed", "sent_at as sentAt", "tries", "used_at as usedAt"])
    .where("found_by", "=", foundBy)
    .where("lost_contact_id", "=", wayId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();

export const insertWayCode = (
  tx: Tx,
  { foundBy, wayId }: Way,
  code: Pick<
    Tables["lost_contact_code"],
    "number" | "kind" | "contact_key" | "sealed" | "hashed" | "sent_at"
  >,
) =>
  ways(tx)
    .insertInto("lost_contact_code")
    .values({ ...code, found_by: foundBy, lost_contact_id: wayId, tries: 0, used_at: null })
    .execute();

export const changeWayCode = (
  tx: Tx,
  { foundBy, wayId }: Way,
  number: number,
  change: Partial<Pick<Tables["lost_contact_code"], "tries" | "used_at">>,
) =>
  ways(tx)
    .updateTable("lost_contact_code")
    .set(change)
    .where("found_by", "=", foundBy)
    .where("lost_contact_id", "=", wayId)
    .where("number", "=", number)
    .execute();

/** Codes sent since then to one contact point, whoever asked for them. */
export async function countSendsTo(tx: Tx, contactKey: Buffer, since: Date): Promise<number> {
  const { rows } = await sql<{ sends: number }>`
    select count(*) as sends from identity.lost_contact_code
    where contact_key = ${contactKey} and sent_at >= ${since}`.execute(tx);
  return rows[0]?.sends ?? 0;
}

/** Codes sent for one identifier since then, and wrong tries of them. */
export async function countWayCodes(tx: Tx, foundBy: Buffer, since: Date) {
  const { rows } = await sql<{ sends: number; tries: number }>`
    select count(*) as sends, coalesce(sum(tries), 0) as tries from identity.lost_contact_code
    where found_by = ${foundBy} and sent_at >= ${since}`.execute(tx);
  return rows[0] as { sends: number; tries: number };
}

/** Whether a contact point identifies another person than the one with that identifier, or may again. */
export async function identifiesAnother(
  tx: Tx,
  foundBy: Buffer,
  contact: { kind: ContactKind; value: string },
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    select from identity.contact_point c
    where c.kind = ${contact.kind} and lower(c.value) = lower(${contact.value})
      and ((c.verified_at is not null and c.replaced_at is null) or c.held_until > ${at})
      and not exists (
        select from identity.identifier i where i.person_id = c.person_id and i.found_by = ${foundBy})
    limit 1`.execute(tx);
  return rows.length > 0;
}

/** Who has that identifier, if anyone. */
export async function findHolder(tx: Tx, foundBy: Buffer): Promise<string | null> {
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId" from identity.identifier where found_by = ${foundBy}`.execute(tx);
  return rows[0]?.personId ?? null;
}

/** Removes ways that have led nowhere for long, with their codes. */
export const dropOldWays = (db: Db, before: Date) =>
  ways(db).deleteFrom("lost_contact").where("asked_at", "<", before).execute();
