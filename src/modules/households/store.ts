import { type RawBuilder, sql } from "kysely";
import type {
  Entitlement,
  FileFacts,
  Guardianship,
  Measure,
  MeasureKind,
  Member,
  MemberRole,
  OwnFile,
} from "../../../law/access/relations.ts";
import type { Db, Tx } from "../../platform/database.ts";

type Tables = {
  file: { file_id: string; file_number: string; office: string | null };
  member: {
    file_id: string;
    person_id: string;
    role: MemberRole;
    from_date: string;
    until_date: string | null;
  };
  entitlement: {
    file_id: string;
    person_id: string;
    benefit: string;
    from_date: string;
    until_date: string | null;
  };
  protection_measure: {
    person_id: string;
    kind: MeasureKind;
    from_date: string;
    until_date: string | null;
  };
};

const households = (db: Db | Tx) => db.withSchema("households").withTables<Tables>();

/** A file and the dated facts that access to it is derived from. */
export type HouseholdFile = {
  fileId: string;
  fileNumber: string;
  facts: FileFacts;
  /** Who of the file answered the offer of a delegation (CP-15). */
  delegationAnsweredBy: readonly string[];
};

/** A person's own file: the one they hold, else the one they are part of, else the one they were last part of. One query. */
export const findFileOf = (
  db: Db | Tx,
  personId: string,
  timeZone: string,
): Promise<HouseholdFile | undefined> =>
  findFileWhere(
    db,
    sql`select file_id from households.member where person_id = ${personId}
      order by until_date desc nulls first, role = 'holder' desc, from_date desc limit 1`,
    timeZone,
  );

/** A file by its id, in one query. Whoever asks for it must be let in by the law. */
export const findFile = (db: Db | Tx, fileId: string, timeZone: string): Promise<HouseholdFile | undefined> =>
  findFileWhere(db, sql`select ${fileId}::uuid`, timeZone);

async function findFileWhere(
  db: Db | Tx,
  which: RawBuilder<unknown>,
  timeZone: string,
): Promise<HouseholdFile | undefined> {
  const { rows } = await sql<StoredFile>`
    with f as (select file_id, file_number, office from households.file where file_id = (${which})),
    m as (select member.* from households.member join f using (file_id)),
    g as (select g.* from households.guardianship g
      where g.state = 'validated' and g.protected_person in (select person_id from m))
    select f.file_id as "fileId", f.file_number as "fileNumber", f.office,
      (select json_agg(json_build_object('personId', person_id, 'role', role, 'from', from_date, 'until', until_date)
        order by from_date, person_id) from m) as members,
      (select json_agg(json_build_object('personId', person_id, 'benefit', benefit, 'from', from_date, 'until', until_date))
        from households.entitlement where file_id = f.file_id) as entitlements,
      (select json_agg(json_build_object('by', from_person, 'to', to_person, 'from', granted_at, 'until', ended_at,
        'declined', declined_at is not null) order by granted_at)
        from households.delegation where file_id = f.file_id) as delegations,
      (select json_agg(json_build_object('spouse', spouse_id, 'on', on_date, 'declaredAt', declared_at))
        from households.separation where file_id = f.file_id) as separations,
      (select json_agg(json_build_object('personId', person_id, 'on', on_date)) from households.death
        where person_id in (select person_id from m union select guardian_person from g)) as deaths,
      (select json_agg(json_build_object('personId', person_id, 'kind', kind, 'from', from_date, 'until', until_date))
        from households.protection_measure where person_id in (select person_id from m)) as measures,
      (select json_agg(json_build_object('guardian', guardian_person, 'protectedPerson', protected_person, 'kind', kind,
        'validatedAt', decided_at, 'from', from_date, 'until', until_date)) from g) as guardianships,
      (select json_agg(json_build_object('personId', o.person_id, 'from', o.from_date, 'until', o.until_date))
        from households.member o where o.role = 'holder' and o.file_id <> f.file_id
        and o.person_id in (select person_id from m)) as "ownFiles",
      (select json_agg(person_id) from households.delegation_answer where file_id = f.file_id) as answered
    from f`.execute(db);
  const [row] = rows;
  return row && readFile(row, timeZone);
}

const readFile = (row: StoredFile, timeZone: string): HouseholdFile => ({
  fileId: row.fileId,
  fileNumber: row.fileNumber,
  delegationAnsweredBy: row.answered ?? [],
  facts: {
    timeZone,
    ...(row.office !== null && { office: row.office }),
    members: (row.members ?? []).map(openEnded),
    entitlements: (row.entitlements ?? []).map(openEnded),
    delegations: (row.delegations ?? []).map(({ by, to, from, until, declined }) => ({
      by,
      to,
      from: new Date(from),
      ...(until !== null && { until: new Date(until), declined }),
    })),
    separations: (row.separations ?? []).map((one) => ({ ...one, declaredAt: new Date(one.declaredAt) })),
    deaths: row.deaths ?? [],
    measures: (row.measures ?? []).map(openEnded),
    guardianships: guardianshipsOf(row.guardianships),
    ownFiles: (row.ownFiles ?? []).map(openEnded),
    // Who works for the institution, and what stands on a file, other modules know.
    assignments: [],
    ties: [],
  },
});

/** As JSON brings a fact: no end is null, an instant is a text. */
type Stored<T> = Omit<T, "until" | "validatedAt"> & { until: string | null };
type StoredFile = {
  fileId: string;
  fileNumber: string;
  office: string | null;
  members: Stored<Member>[] | null;
  entitlements: Stored<Entitlement>[] | null;
  delegations: { by: string; to: string; from: string; until: string | null; declined: boolean }[] | null;
  separations: { spouse: string; on: string; declaredAt: string }[] | null;
  deaths: { personId: string; on: string }[] | null;
  measures: Stored<Measure>[] | null;
  guardianships: (Stored<Guardianship> & { validatedAt: string })[] | null;
  ownFiles: Stored<OwnFile>[] | null;
  answered: string[] | null;
};

/** In SQL an open end is null; in law it is absent. */
function openEnded<T extends { until: string | null }>({
  until,
  ...rest
}: T): Omit<T, "until"> & { until?: string } {
  return until === null ? rest : { ...rest, until };
}

/** The decisions that protect somebody who has no file yet, and the deaths that would end them. */
export async function findFilelessFacts(
  db: Db | Tx,
  personId: string,
): Promise<Pick<FileFacts, "guardianships" | "deaths">> {
  const { rows } = await sql<Pick<StoredFile, "guardianships" | "deaths">>`
    with g as (select * from households.guardianship where protected_person = ${personId} and state = 'validated')
    select (select json_agg(json_build_object('guardian', guardian_person, 'protectedPerson', protected_person,
        'kind', kind, 'validatedAt', decided_at, 'from', from_date, 'until', until_date)) from g) as guardianships,
      (select json_agg(json_build_object('personId', person_id, 'on', on_date)) from households.death
        where person_id = ${personId} or person_id in (select guardian_person from g)) as deaths`.execute(db);
  const [row] = rows;
  return { guardianships: guardianshipsOf(row?.guardianships ?? null), deaths: row?.deaths ?? [] };
}

const guardianshipsOf = (stored: StoredFile["guardianships"]): Guardianship[] =>
  (stored ?? []).map((one) => ({ ...openEnded(one), validatedAt: new Date(one.validatedAt) }));

/** Acts on one file wait for each other. */
export const lockFile = (tx: Tx, fileId: string) =>
  households(tx).selectFrom("file").select("file_id").where("file_id", "=", fileId).forUpdate().execute();

/** Whether the institution keeps any file here yet. */
export const hasFiles = async (db: Db): Promise<boolean> =>
  (await households(db).selectFrom("file").select("file_id").limit(1).executeTakeFirst()) !== undefined;

/** Whether somebody takes part in a file, or did, other than as a child. */
export async function takesPart(db: Db | Tx, personId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from households.member where person_id = ${personId} and role <> 'child') as found`.execute(
    db,
  );
  return rows[0]?.found === true;
}

export const insertFile = (tx: Tx, file: Tables["file"]) =>
  households(tx).insertInto("file").values(file).execute();

/** Opens a file under that number, if none has it yet. */
export async function insertNewFile(tx: Tx, file: Tables["file"]): Promise<boolean> {
  const result = await households(tx)
    .insertInto("file")
    .values(file)
    .onConflict((conflict) => conflict.constraint("file_number_stands_once").doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** What one person does that may open a file waits for what they did a moment before. */
export const lockPerson = (tx: Tx, personId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${personId}, 0))`.execute(tx);

export const insertMembers = (tx: Tx, members: Tables["member"][]) =>
  households(tx).insertInto("member").values(members).execute();

export const insertEntitlements = (tx: Tx, entitlements: Tables["entitlement"][]) =>
  households(tx).insertInto("entitlement").values(entitlements).execute();

export const insertProtectionMeasures = (tx: Tx, measures: Tables["protection_measure"][]) =>
  households(tx).insertInto("protection_measure").values(measures).execute();
