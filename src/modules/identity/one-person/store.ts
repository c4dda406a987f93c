import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";
import type { PersonFilter } from "../at-desk/store.ts";

type MergeState = "proposed" | "merged" | "refused" | "undone";

type Tables = {
  merge: {
    kept_person: string;
    merge_id: string;
    merged_person: string;
    state: MergeState;
    proposed_by: string;
    proposed_at: Date;
    seconded_by: string | null;
    decided_by: string | null;
    decided_at: Date | null;
    reason: string | null;
    undone_by: string | null;
    undone_at: Date | null;
  };
  possible_duplicate: {
    person_id: string;
    other_person: string;
    likeness: "same name" | "near spelling";
    found_at: Date;
    settled_at: Date | null;
    settled_by: string | null;
  };
};

const identity = (db: Db | Tx) => db.withSchema("identity").withTables<Tables>();

/** Whose identifier this is, if anybody's. */
export async function findOwner(db: Db | Tx, foundBy: Buffer): Promise<string | undefined> {
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId" from identity.identifier where found_by = ${foundBy}`.execute(db);
  return rows[0]?.personId;
}

/** Which of these persons sign in, and not with a social-security number yet. */
export async function findWithoutNir(db: Db, personIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId" from identity.identifier where person_id = any(${personIds}::uuid[])
    group by person_id having not bool_or(kind = 'nir')`.execute(db);
  return rows.map(({ personId }) => personId);
}

/** Takes the person's identifiers away: another takes their place. */
export const dropIdentifiers = (tx: Tx, personId: string) =>
  sql`delete from identity.identifier where person_id = ${personId}`.execute(tx);

export type CivilRow = { sex: "F" | "M"; birthCode: string };

export async function findCivilStatus(db: Db, personId: string): Promise<CivilRow | undefined> {
  const { rows } = await sql<CivilRow>`
    select sex, birth_code as "birthCode" from identity.civil_status where person_id = ${personId}`.execute(
    db,
  );
  return rows[0];
}

export type StoredMerge = {
  mergeId: string;
  keptPerson: string;
  mergedPerson: string;
  state: MergeState;
  proposedBy: string;
  proposedAt: Date;
  secondedBy: string | null;
  decidedAt: Date | null;
};

const columns = [
  "merge_id as mergeId",
  "kept_person as keptPerson",
  "merged_person as mergedPerson",
  "state",
  "proposed_by as proposedBy",
  "proposed_at as proposedAt",
  "seconded_by as secondedBy",
  "decided_at as decidedAt",
] as const;

/** Writes a proposal down; false where one is open for that record already. */
export async function insertMerge(
  tx: Tx,
  merge: { mergeId: string; keptPerson: string; mergedPerson: string; proposedBy: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into identity.merge (kept_person, merge_id, merged_person, state, proposed_by, proposed_at)
    values (${merge.keptPerson}, ${merge.mergeId}, ${merge.mergedPerson}, 'proposed', ${merge.proposedBy}, ${merge.at})
    on conflict (merged_person) where state in ('proposed', 'merged') do nothing returning merge_id`.execute(
    tx,
  );
  return rows.length === 1;
}

/** A merge of that id, locked: two agents who decide at the same moment do so one after the other. */
export const findMerge = (tx: Tx, mergeId: string): Promise<StoredMerge | undefined> =>
  identity(tx)
    .selectFrom("merge")
    .select(columns)
    .where("merge_id", "=", mergeId)
    .forUpdate()
    .executeTakeFirst();

/** Whose record a merge keeps, on the lists of the desk. */
const kept = sql.raw("merge.kept_person");

/** Proposals that wait, to keep the record of these persons; the oldest first. */
export const findOpenMerges = (db: Db, whose: PersonFilter, limit: number): Promise<StoredMerge[]> =>
  identity(db)
    .selectFrom("merge")
    .select(columns)
    .where("state", "=", "proposed")
    .where(whose(kept))
    .orderBy("proposed_at")
    .limit(limit)
    .execute();

/** Merges done since then, that kept the record of these persons; the last first: they can still be undone. */
export const findDoneMerges = (
  db: Db,
  whose: PersonFilter,
  since: Date,
  limit: number,
): Promise<StoredMerge[]> =>
  identity(db)
    .selectFrom("merge")
    .select(columns)
    .where("state", "=", "merged")
    .where("decided_at", ">", since)
    .where(whose(kept))
    .orderBy("decided_at", "desc")
    .limit(limit)
    .execute();

export const changeMerge = (
  tx: Tx,
  { keptPerson, mergeId }: Pick<StoredMerge, "keptPerson" | "mergeId">,
  change: Partial<Tables["merge"]>,
) =>
  identity(tx)
    .updateTable("merge")
    .set(change)
    .where("kept_person", "=", keptPerson)
    .where("merge_id", "=", mergeId)
    .execute();

/** Moves all that speaks of the merged record to the kept one, and sets its identifiers aside. */
export async function movePerson(tx: Tx, { mergeId, mergedPerson, keptPerson }: StoredMerge): Promise<void> {
  await sql`select identity.move_person(${mergeId}, ${mergedPerson}, ${keptPerson})`.execute(tx);
  await sql`
    with aside as (delete from identity.identifier where person_id = ${mergedPerson} returning *)
    insert into identity.merge_step (kept_person, merge_id, number, table_name, column_name, key)
    select ${keptPerson}, ${mergeId}, 1000000 + row_number() over (), 'identity.identifier', 'person_id', to_jsonb(aside)
    from aside`.execute(tx);
}

/** Puts back what `movePerson` moved. */
export async function movePersonBack(
  tx: Tx,
  { mergeId, mergedPerson, keptPerson }: StoredMerge,
): Promise<void> {
  await sql`select identity.move_person_back(${mergeId}, ${keptPerson}, ${mergedPerson})`.execute(tx);
  await sql`
    insert into identity.identifier
    select (jsonb_populate_record(null::identity.identifier, key)).* from identity.merge_step
    where kept_person = ${keptPerson} and merge_id = ${mergeId} and table_name = 'identity.identifier'
    on conflict do nothing`.execute(tx);
}

export type Namesake = { personId: string; firstNames: string; nameKey: string };

/** Everybody else born on that day: few, for a day has a date of birth. */
export async function findBornOn(db: Db | Tx, birthDate: string, but: string): Promise<Namesake[]> {
  const { rows } = await sql<Namesake>`
    select person_id as "personId", first_names as "firstNames", name_key as "nameKey" from identity.person
    where birth_date = ${birthDate} and person_id <> ${but} and name_key is not null limit 5000`.execute(db);
  return rows;
}

export type PossibleDuplicate = {
  personId: string;
  otherPerson: string;
  likeness: "same name" | "near spelling";
  foundAt: Date;
};

export const insertDuplicates = async (tx: Tx, found: readonly PossibleDuplicate[]): Promise<void> => {
  if (found.length === 0) return;
  await identity(tx)
    .insertInto("possible_duplicate")
    .values(
      found.map((one) => ({
        person_id: one.personId,
        other_person: one.otherPerson,
        likeness: one.likeness,
        found_at: one.foundAt,
        settled_at: null,
        settled_by: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** Pairs that no agent looked at yet, both of these persons; the oldest first. */
export const findOpenDuplicates = (
  db: Db,
  whose: PersonFilter,
  limit: number,
): Promise<PossibleDuplicate[]> =>
  identity(db)
    .selectFrom("possible_duplicate")
    .select(["person_id as personId", "other_person as otherPerson", "likeness", "found_at as foundAt"])
    .where("settled_at", "is", null)
    .where(whose(sql.raw("possible_duplicate.person_id")))
    .where(whose(sql.raw("possible_duplicate.other_person")))
    .orderBy("found_at")
    .limit(limit)
    .execute();

/** Whether no agent looked at that pair yet. */
export const isOpenDuplicate = async (
  db: Db,
  pair: Pick<PossibleDuplicate, "personId" | "otherPerson">,
): Promise<boolean> =>
  (await identity(db)
    .selectFrom("possible_duplicate")
    .select("person_id")
    .where("person_id", "=", pair.personId)
    .where("other_person", "=", pair.otherPerson)
    .where("settled_at", "is", null)
    .executeTakeFirst()) !== undefined;

/** An agent looked at the pair; false when one did before. */
export async function settleDuplicate(
  tx: Tx,
  pair: { personId: string; otherPerson: string },
  by: string,
  at: Date,
): Promise<boolean> {
  const result = await identity(tx)
    .updateTable("possible_duplicate")
    .set({ settled_at: at, settled_by: by })
    .where("person_id", "=", pair.personId)
    .where("other_person", "=", pair.otherPerson)
    .where("settled_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
