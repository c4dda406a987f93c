import type { ClaimKindName } from "../../../institutions/institution.ts";
import type { Language } from "../../../law/language.ts";
import type { Db, Tx } from "../../platform/database.ts";
import type { ActedFor } from "../households/index.ts";
import type { SentClaim } from "./kind.ts";

type Tables = {
  draft: { person_id: string; kind: ClaimKindName; by_person: string; sealed: Buffer; changed_at: Date };
  claim: {
    file_id: string;
    claim_id: string;
    claim_number: string;
    kind: ClaimKindName;
    person_id: string;
    sent_by: string;
    answers: string;
    sent_at: Date;
    language: Language;
    statement: Buffer;
  };
};

const claims = (db: Db | Tx) => db.withSchema("claims").withTables<Tables>();

/** The draft of that kind for this person, by whom they or their guardian are. */
export const findDraft = (db: Db | Tx, { personId, actor }: ActedFor, kind: ClaimKindName) =>
  claims(db)
    .selectFrom("draft")
    .select(["sealed", "changed_at as changedAt"])
    .where("person_id", "=", personId)
    .where("kind", "=", kind)
    .where("by_person", "=", actor)
    .executeTakeFirst();

export const keepDraft = (db: Db | Tx, row: Tables["draft"]) =>
  claims(db)
    .insertInto("draft")
    .values(row)
    .onConflict((conflict) =>
      conflict.constraint("draft_key").doUpdateSet({ sealed: row.sealed, changed_at: row.changed_at }),
    )
    .execute();

/** Holds the draft while it is sent; false where it was sent already, by a double click or in another tab. */
export const lockDraft = async (
  tx: Tx,
  { personId, actor }: ActedFor,
  kind: ClaimKindName,
): Promise<boolean> =>
  (await claims(tx)
    .selectFrom("draft")
    .select("kind")
    .where("person_id", "=", personId)
    .where("kind", "=", kind)
    .where("by_person", "=", actor)
    .forUpdate()
    .executeTakeFirst()) !== undefined;

export const dropDraft = (tx: Tx, { personId, actor }: ActedFor, kind: ClaimKindName) =>
  claims(tx)
    .deleteFrom("draft")
    .where("person_id", "=", personId)
    .where("kind", "=", kind)
    .where("by_person", "=", actor)
    .execute();

/** Forgets the drafts nobody came back to. */
export const dropOldDrafts = (db: Db, before: Date) =>
  claims(db).deleteFrom("draft").where("changed_at", "<", before).execute();

/** Writes a claim down; false where another one bears that number. */
export async function insertClaim(
  tx: Tx,
  claim: Omit<Tables["claim"], "answers"> & { answers: Readonly<Record<string, string>> },
): Promise<boolean> {
  const result = await claims(tx)
    .insertInto("claim")
    .values({ ...claim, answers: JSON.stringify(claim.answers) })
    .onConflict((conflict) => conflict.constraint("claim_number_stands_once").doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The number of the last claim of that kind that was sent for this person by that one since then. */
export const findLastNumber = async (
  tx: Tx,
  { personId, actor }: ActedFor,
  kind: ClaimKindName,
  since: Date,
): Promise<string | undefined> => {
  const last = await claims(tx)
    .selectFrom("claim")
    .select("claim_number as number")
    .where("person_id", "=", personId)
    .where("sent_at", ">=", since)
    .where("sent_by", "=", actor)
    .where("kind", "=", kind)
    .orderBy("sent_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.number;
};

/** The claim of that number, whoever asks: whether they may read it is for the caller to see. */
export const findClaim = (db: Db, number: string): Promise<SentClaim | undefined> =>
  claims(db)
    .selectFrom("claim")
    .select(["claim_number as number", "kind", "sent_at as sentAt"])
    .select(["person_id as personId", "file_id as fileId", "sent_by as sentBy"])
    .where("claim_number", "=", number)
    .executeTakeFirst();
