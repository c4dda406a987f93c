import { sql } from "kysely";
import type { Population } from "../../../../institutions/institution.ts";
import type { Db, Tx } from "../../../platform/database.ts";
import type { ContactKind } from "../contact/contact.ts";

type Tables = {
  second_step_code: {
    person_id: string;
    session_hash: Buffer;
    number: number;
    kind: ContactKind;
    hashed: Buffer;
    sent_at: Date;
    tries: number;
    used_at: Date | null;
  };
};

const codes = (db: Db | Tx) => db.withSchema("identity").withTables<Tables>();

/** Whose code, and of which session: nowhere else is it worth anything (SEC-03). */
export type Asking = { personId: string; secretHash: Buffer };

export type StepCode = {
  number: number;
  kind: ContactKind;
  hashed: Buffer;
  sentAt: Date;
  tries: number;
  usedAt: Date | null;
};

/** The last code sent for this session, the only one that may be typed; `lock` keeps others from trying it at once. */
export function findLastStepCode(db: Db | Tx, asking: Asking, lock = false): Promise<StepCode | undefined> {
  const query = codes(db)
    .selectFrom("second_step_code")
    .select(["number", "kind", "hashed", "sent_at as sentAt", "tries", "used_at as usedAt"])
    .where("person_id", "=", asking.personId)
    .where("session_hash", "=", asking.secretHash)
    .orderBy("number", "desc")
    .limit(1);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

/** How many codes this session had sent to each kind of contact point (CP-08). */
export async function countStepCodes(db: Db | Tx, asking: Asking): Promise<Record<ContactKind, number>> {
  const { rows } = await sql<Record<ContactKind, number>>`
    select count(*) filter (where kind = 'mail') as mail, count(*) filter (where kind = 'mobile') as mobile
    from identity.second_step_code
    where person_id = ${asking.personId} and session_hash = ${asking.secretHash}`.execute(db);
  return rows[0] as Record<ContactKind, number>;
}

export const insertStepCode = (
  tx: Tx,
  asking: Asking,
  code: Pick<StepCode, "number" | "kind" | "hashed" | "sentAt">,
) =>
  codes(tx)
    .insertInto("second_step_code")
    .values({
      person_id: asking.personId,
      session_hash: asking.secretHash,
      number: code.number,
      kind: code.kind,
      hashed: code.hashed,
      sent_at: code.sentAt,
      tries: 0,
      used_at: null,
    })
    .execute();

export const changeStepCode = (
  tx: Tx,
  asking: Asking,
  number: number,
  change: Partial<Pick<Tables["second_step_code"], "tries" | "used_at">>,
) =>
  codes(tx)
    .updateTable("second_step_code")
    .set(change)
    .where("person_id", "=", asking.personId)
    .where("session_hash", "=", asking.secretHash)
    .where("number", "=", number)
    .execute();

/** Since when the person asks for a second step; null: they do not. */
export async function findSecondStepSince(db: Db | Tx, personId: string): Promise<Date | null> {
  const { rows } = await sql<{ since: Date | null }>`
    select second_step_since as since from identity.account where person_id = ${personId}`.execute(db);
  return rows[0]?.since ?? null;
}

/** The group of accounts that this one is of, if its second step is another matter than for most (SEC-08). */
export async function findPopulation(db: Db | Tx, personId: string): Promise<Population | null> {
  const { rows } = await sql<{ population: Population | null }>`
    select population from identity.account where person_id = ${personId}`.execute(db);
  return rows[0]?.population ?? null;
}

/** Turns the second step on or off; false where it already was so. */
export async function setSecondStep(tx: Tx, personId: string, since: Date | null): Promise<boolean> {
  const { rows } = await sql`
    update identity.account set second_step_since = ${since}
    where person_id = ${personId} and (second_step_since is null) = ${since !== null}
    returning person_id`.execute(tx);
  return rows.length === 1;
}

/** Removes codes that no count of a day and no page needs any more. */
export const dropOldStepCodes = (db: Db, before: Date) =>
  codes(db).deleteFrom("second_step_code").where("sent_at", "<", before).execute();
