import type { Db, Tx } from "../../../platform/database.ts";
import type { ContactKind } from "../contact/contact.ts";

type Tables = {
  contact_change: {
    person_id: string;
    number: number;
    kind: ContactKind;
    from_value: string | null;
    to_value: string | null;
    case_number: string;
    hashed: Buffer;
    changed_at: Date;
    until_at: Date;
    tries: number;
    ended_at: Date | null;
  };
};

const changes = (db: Db | Tx) => db.withSchema("identity").withTables<Tables>();

/** A change of what identifies a person, as it was made. */
export type StoredChange = {
  personId: string;
  number: number;
  kind: ContactKind;
  from: string | null;
  to: string | null;
  changedAt: Date;
  until: Date;
  endedAt: Date | null;
};

/** What came out of use and what came into it: one of them null where a contact point was added or removed. */
export type Change = Pick<StoredChange, "kind" | "from" | "to">;

const columns = [
  "person_id as personId",
  "number",
  "kind",
  "from_value as from",
  "to_value as to",
  "changed_at as changedAt",
  "until_at as until",
  "ended_at as endedAt",
] as const;

/** The changes of a person that may still be objected to, in order. */
export const findOpenChanges = (db: Db | Tx, personId: string, at: Date): Promise<StoredChange[]> =>
  changes(db)
    .selectFrom("contact_change")
    .select(columns)
    .where("person_id", "=", personId)
    .where("ended_at", "is", null)
    .where("until_at", ">", at)
    .orderBy("number")
    .limit(200)
    .execute();

/** The number of a person's last change; 0 where none is kept. To be asked while the account is locked. */
export async function findLastNumber(tx: Tx, personId: string): Promise<number> {
  const last = await changes(tx)
    .selectFrom("contact_change")
    .select("number")
    .where("person_id", "=", personId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.number ?? 0;
}

/** Writes a change down; false where another case has that number already. */
export async function insertChange(
  tx: Tx,
  change: Omit<StoredChange, "endedAt"> & { caseNumber: string; hashed: Buffer },
): Promise<boolean> {
  const result = await changes(tx)
    .insertInto("contact_change")
    .values({
      person_id: change.personId,
      number: change.number,
      kind: change.kind,
      from_value: change.from,
      to_value: change.to,
      case_number: change.caseNumber,
      hashed: change.hashed,
      changed_at: change.changedAt,
      until_at: change.until,
      tries: 0,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.constraint("contact_change_case").doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export type StoredCase = StoredChange & { hashed: Buffer; tries: number };

/** The change of that case, if any. */
export const findCase = (tx: Tx, caseNumber: string): Promise<StoredCase | undefined> =>
  changes(tx)
    .selectFrom("contact_change")
    .select([...columns, "hashed", "tries"])
    .where("case_number", "=", caseNumber)
    .executeTakeFirst();

const oneChange = (tx: Tx, { personId, number }: Pick<StoredChange, "personId" | "number">) =>
  changes(tx).updateTable("contact_change").where("person_id", "=", personId).where("number", "=", number);

export const noteWrongObjection = (tx: Tx, change: StoredCase) =>
  oneChange(tx, change)
    .set({ tries: change.tries + 1 })
    .execute();

export const endChange = (tx: Tx, change: StoredChange, at: Date) =>
  oneChange(tx, change).set({ ended_at: at }).execute();

/** Removes changes that nobody can object to since then. */
export const dropOldChanges = (db: Db, before: Date) =>
  changes(db).deleteFrom("contact_change").where("until_at", "<", before).execute();
