import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";
import type { CodeKind, CodePoint, ContactKind, ContactPoint } from "./contact.ts";

type Tables = {
  contact_point: {
    person_id: string;
    kind: ContactKind;
    value: string;
    given_at: Date;
    verified_at: Date | null;
    replaced_at: Date | null;
    held_until: Date | null;
  };
  code: {
    person_id: string;
    kind: CodeKind;
    value: string;
    number: number;
    hashed: Buffer;
    sent_at: Date;
    tries: number;
    used_at: Date | null;
    replaced_at: Date | null;
  };
};

const contacts = (db: Db | Tx) => db.withSchema("identity").withTables<Tables>();

/** The person's contact points in use, verified or not: for each kind at most one of each. */
export const findContactPoints = async (db: Db | Tx, personId: string): Promise<ContactPoint[]> => {
  const { rows } = await sql<ContactPoint>`
    select kind, value, verified_at as "verifiedAt" from identity.contact_point
    where person_id = ${personId} and replaced_at is null order by kind, given_at desc`.execute(db);
  return rows;
};

/** Writes a contact point down, unverified; one given before and replaced since is in use again. */
export const insertContactPoint = (
  tx: Tx,
  personId: string,
  contact: Pick<ContactPoint, "kind" | "value">,
  at: Date,
) =>
  contacts(tx)
    .insertInto("contact_point")
    .values({
      person_id: personId,
      kind: contact.kind,
      value: contact.value,
      given_at: at,
      verified_at: null,
      replaced_at: null,
      held_until: null,
    })
    .onConflict((conflict) =>
      conflict
        .constraint("contact_point_key")
        .doUpdateSet({ given_at: at, verified_at: null, replaced_at: null }),
    )
    .execute();

/** Sets aside what the person typed before and never verified. */
export const replaceUnverified = (tx: Tx, personId: string, kind: ContactKind, kept: string, at: Date) =>
  contacts(tx)
    .updateTable("contact_point")
    .set({ replaced_at: at })
    .where("person_id", "=", personId)
    .where("kind", "=", kind)
    .where("value", "!=", kept)
    .where("verified_at", "is", null)
    .where("replaced_at", "is", null)
    .execute();

/**
 * How the person's own contact point is written that reads the same but for its capitals, where one is in use or may come
 * back: a second spelling of it would stand in the way of the first.
 */
export async function findSpelling(tx: Tx, personId: string, kind: ContactKind, value: string) {
  const { rows } = await sql<{ value: string }>`
    select value from identity.contact_point
    where person_id = ${personId} and kind = ${kind} and lower(value) = lower(${value})
      and ((verified_at is not null and replaced_at is null) or held_until is not null)
    order by held_until limit 1`.execute(tx);
  return rows[0]?.value;
}

/**
 * The contact point is the person's: its code was typed. What it replaces is held until then, and comes back, to be told
 * (SEC-04).
 */
export async function verifyContactPoint(
  tx: Tx,
  personId: string,
  { kind, value }: Pick<ContactPoint, "kind" | "value">,
  at: Date,
  heldUntil: Date,
): Promise<string[]> {
  const replaced = await takeOut(tx, personId, kind, at, heldUntil)
    .where("value", "!=", value)
    .returning("value")
    .execute();
  await oneContact(tx, personId, kind, value).set({ verified_at: at }).execute();
  return replaced.map((row) => row.value);
}

/** Takes the verified contact point of that kind out of use and holds it; gives it back, if there was one. */
export async function removeVerified(
  tx: Tx,
  personId: string,
  kind: ContactKind,
  at: Date,
  heldUntil: Date,
): Promise<string | undefined> {
  const removed = await takeOut(tx, personId, kind, at, heldUntil).returning("value").executeTakeFirst();
  return removed?.value;
}

const takeOut = (tx: Tx, personId: string, kind: ContactKind, at: Date, heldUntil: Date) =>
  contacts(tx)
    .updateTable("contact_point")
    .set({ replaced_at: at, held_until: heldUntil })
    .where("person_id", "=", personId)
    .where("kind", "=", kind)
    .where("verified_at", "is not", null)
    .where("replaced_at", "is", null);

const oneContact = (tx: Tx, personId: string, kind: ContactKind, value: string) =>
  contacts(tx)
    .updateTable("contact_point")
    .where("person_id", "=", personId)
    .where("kind", "=", kind)
    .where("value", "=", value);

/** Whether the person said, signed in, that the phone of that number was stolen, since they gave it (SP-10). */
export async function isStolen(tx: Tx, personId: string, mobile: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from identity.contact_point c
    join identity.alarm r on r.person_id = c.person_id and r.reported_at >= c.given_at
    where c.person_id = ${personId} and c.kind = 'mobile' and c.value = ${mobile}
      and r.kind = 'phone-stolen' and r.proven_by = 'session' limit 1`.execute(tx);
  return rows.length > 0;
}

/** A contact point out of use is no longer held. */
export const letGo = (tx: Tx, personId: string, kind: ContactKind, value: string) =>
  oneContact(tx, personId, kind, value).set({ held_until: null }).execute();

/** Undoes a change: what came into use goes, what went is verified and in use again. */
export async function revertContact(
  tx: Tx,
  personId: string,
  change: { kind: ContactKind; from: string | null; to: string | null; changedAt: Date },
  at: Date,
): Promise<void> {
  const { kind, from, to, changedAt } = change;
  if (to !== null) await oneContact(tx, personId, kind, to).set({ replaced_at: at }).execute();
  if (from === null) return;
  // Given again meanwhile, it waits for a code: it was verified before the change all the same.
  await oneContact(tx, personId, kind, from)
    .set(({ fn, val, ref }) => ({
      verified_at: fn.coalesce(ref("verified_at"), val(changedAt)),
      replaced_at: null,
    }))
    .execute();
}

/** Holds what may still come back after changes were undone, and nothing else. */
export const refreshHolds = (tx: Tx, personId: string, at: Date) =>
  sql`update identity.contact_point p set held_until = (
        select max(c.until_at) from identity.contact_change c
        where c.person_id = p.person_id and c.kind = p.kind and c.from_value = p.value
          and c.ended_at is null and c.until_at > ${at})
      where person_id = ${personId}`.execute(tx);

/** The constraint that a contact point of another account breaks. */
export const identifiesOne = "contact_point_identifies_one";

export type StoredCode = {
  value: string;
  number: number;
  hashed: Buffer;
  sentAt: Date;
  tries: number;
  usedAt: Date | null;
  replacedAt: Date | null;
};

/** The last code sent to a contact point; `lock` keeps others from trying it at the same moment. */
export function findLastCode(db: Db | Tx, personId: string, kind: CodeKind, value: string, lock = false) {
  const query = contacts(db)
    .selectFrom("code")
    .select([
      "value",
      "number",
      "hashed",
      "sent_at as sentAt",
      "tries",
      "used_at as usedAt",
      "replaced_at as replacedAt",
    ])
    .where("person_id", "=", personId)
    .where("kind", "=", kind)
    .where("value", "=", value)
    .orderBy("number", "desc")
    .limit(1);
  return (lock ? query.forUpdate() : query).executeTakeFirst() as Promise<StoredCode | undefined>;
}

export type CodeCounts = { sendsOfThisContact: number; sendsToday: number; triesToday: number };

/** What was sent and tried since `dayStart`, over all the person's contact points and their second steps (SEC-03). */
export async function countCodes(
  db: Db | Tx,
  personId: string,
  value: string,
  dayStart: Date,
): Promise<CodeCounts> {
  const { rows } = await sql<CodeCounts>`
    select count(*) filter (where value = ${value}) as "sendsOfThisContact", count(*) as "sendsToday",
      coalesce(sum(tries), 0) as "triesToday"
    from (
      select value, tries from identity.code where person_id = ${personId} and sent_at >= ${dayStart}
      union all
      select null, tries from identity.second_step_code where person_id = ${personId} and sent_at >= ${dayStart}
    ) codes`.execute(db);
  return rows[0] as CodeCounts;
}

/** Writes a new code down and voids the earlier ones sent to that contact point (SEC-03). */
export async function insertCode(
  tx: Tx,
  personId: string,
  contact: CodePoint,
  code: { number: number; hashed: Buffer; sentAt: Date },
): Promise<void> {
  await contacts(tx)
    .updateTable("code")
    .set({ replaced_at: code.sentAt })
    .where("person_id", "=", personId)
    .where("kind", "=", contact.kind)
    .where("value", "=", contact.value)
    .where("replaced_at", "is", null)
    .execute();
  await contacts(tx)
    .insertInto("code")
    .values({
      person_id: personId,
      kind: contact.kind,
      value: contact.value,
      number: code.number,
      hashed: code.hashed,
      sent_at: code.sentAt,
      tries: 0,
      used_at: null,
      replaced_at: null,
    })
    .execute();
}

const oneCode = (tx: Tx, personId: string, kind: CodeKind, code: Pick<StoredCode, "value" | "number">) =>
  contacts(tx)
    .updateTable("code")
    .where("person_id", "=", personId)
    .where("kind", "=", kind)
    .where("value", "=", code.value)
    .where("number", "=", code.number);

export const noteWrongTry = (tx: Tx, personId: string, kind: CodeKind, code: StoredCode) =>
  oneCode(tx, personId, kind, code)
    .set({ tries: code.tries + 1 })
    .execute();

export const noteUsed = (tx: Tx, personId: string, kind: CodeKind, code: StoredCode, at: Date) =>
  oneCode(tx, personId, kind, code).set({ used_at: at }).execute();

/** Removes codes that no count of a day and no page needs any more. */
export const dropOldCodes = (db: Db, before: Date) =>
  contacts(db).deleteFrom("code").where("sent_at", "<", before).execute();
