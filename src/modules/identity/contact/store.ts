import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";
import type { ContactKind, ContactPoint } from "./contact.ts";

type Tables = {
  contact_point: {
    person_id: string;
    kind: ContactKind;
    value: string;
    given_at: Date;
    verified_at: Date | null;
    replaced_at: Date | null;
  };
  code: {
    person_id: string;
    kind: ContactKind;
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

/** The contact point is the person's: its code was typed. What it replaces comes back, to be told (SEC-04). */
export async function verifyContactPoint(
  tx: Tx,
  personId: string,
  kind: ContactKind,
  value: string,
  at: Date,
): Promise<string[]> {
  const replaced = await contacts(tx)
    .updateTable("contact_point")
    .set({ replaced_at: at })
    .where("person_id", "=", personId)
    .where("kind", "=", kind)
    .where("value", "!=", value)
    .where("verified_at", "is not", null)
    .where("replaced_at", "is", null)
    .returning("value")
    .execute();
  await contacts(tx)
    .updateTable("contact_point")
    .set({ verified_at: at })
    .where("person_id", "=", personId)
    .where("kind", "=", kind)
    .where("value", "=", value)
    .execute();
  return replaced.map((row) => row.value);
}

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
export function findLastCode(db: Db | Tx, personId: string, kind: ContactKind, value: string, lock = false) {
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

/** What was sent and tried since `dayStart`, over all the person's contact points. */
export async function countCodes(
  db: Db | Tx,
  personId: string,
  value: string,
  dayStart: Date,
): Promise<CodeCounts> {
  const { rows } = await sql<CodeCounts>`
    select count(*) filter (where value = ${value}) as "sendsOfThisContact", count(*) as "sendsToday",
      coalesce(sum(tries), 0) as "triesToday"
    from identity.code where person_id = ${personId} and sent_at >= ${dayStart}`.execute(db);
  return rows[0] as CodeCounts;
}

/** Writes a new code down and voids the earlier ones sent to that contact point (SEC-03). */
export async function insertCode(
  tx: Tx,
  personId: string,
  contact: Pick<ContactPoint, "kind" | "value">,
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

const oneCode = (tx: Tx, personId: string, kind: ContactKind, code: Pick<StoredCode, "value" | "number">) =>
  contacts(tx)
    .updateTable("code")
    .where("person_id", "=", personId)
    .where("kind", "=", kind)
    .where("value", "=", code.value)
    .where("number", "=", code.number);

export const noteWrongTry = (tx: Tx, personId: string, kind: ContactKind, code: StoredCode) =>
  oneCode(tx, personId, kind, code)
    .set({ tries: code.tries + 1 })
    .execute();

export const noteUsed = (tx: Tx, personId: string, kind: ContactKind, code: StoredCode, at: Date) =>
  oneCode(tx, personId, kind, code).set({ used_at: at }).execute();
