import { sql } from "kysely";
import type { FileFacts, MemberRole } from "../../../law/access/relations.ts";
import type { Db, Tx } from "../../platform/database.ts";

type Tables = {
  file: { file_id: string; file_number: string };
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
    kind: ProtectionKind;
    from_date: string;
    until_date: string | null;
  };
  delegation: {
    file_id: string;
    from_person: string;
    to_person: string;
    granted_at: Date;
    ended_at: Date | null;
  };
  delegation_answer: { file_id: string; person_id: string; answered_at: Date; granted: boolean };
};

export type ProtectionKind = "assistance" | "representation" | "accounts";

const households = (db: Db | Tx) => db.withSchema("households").withTables<Tables>();

/** A file and the dated facts that access to it is derived from. */
export type HouseholdFile = {
  fileId: string;
  fileNumber: string;
  facts: FileFacts;
  /** When the person who asks answered the offer of a delegation, if ever (CP-15). */
  delegationAnswered: boolean;
  protectedPersons: { personId: string; kind: ProtectionKind; from: string; until?: string }[];
};

/** The file a person is part of, or was last part of, in one query. */
export async function findFileOf(
  db: Db | Tx,
  personId: string,
  timeZone: string,
): Promise<HouseholdFile | undefined> {
  const { rows } = await sql<StoredFile>`
    select f.file_id as "fileId", f.file_number as "fileNumber",
      (select json_agg(json_build_object('personId', person_id, 'role', role, 'from', from_date, 'until', until_date)
        order by from_date, person_id) from households.member where file_id = f.file_id) as members,
      (select json_agg(json_build_object('personId', person_id, 'benefit', benefit, 'from', from_date, 'until', until_date))
        from households.entitlement where file_id = f.file_id) as entitlements,
      (select json_agg(json_build_object('to', to_person, 'from', granted_at, 'until', ended_at))
        from households.delegation where file_id = f.file_id) as delegations,
      (select json_agg(json_build_object('personId', p.person_id, 'kind', p.kind, 'from', p.from_date, 'until', p.until_date))
        from households.protection_measure p
        join households.member m on m.person_id = p.person_id and m.file_id = f.file_id) as protections,
      exists (select 1 from households.delegation_answer a
        where a.file_id = f.file_id and a.person_id = ${personId}) as "delegationAnswered"
    from households.file f
    where f.file_id = (select file_id from households.member where person_id = ${personId}
      order by until_date desc nulls first, from_date desc limit 1)`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  return {
    fileId: row.fileId,
    fileNumber: row.fileNumber,
    delegationAnswered: row.delegationAnswered,
    protectedPersons: (row.protections ?? []).map(openEnded),
    facts: {
      timeZone,
      members: (row.members ?? []).map(openEnded),
      entitlements: (row.entitlements ?? []).map(openEnded),
      delegations: (row.delegations ?? []).map(({ to, from, until }) => ({
        to,
        from: new Date(from),
        ...(until && { until: new Date(until) }),
      })),
    },
  };
}

type Dated = { from: string; until: string | null };
type StoredFile = {
  fileId: string;
  fileNumber: string;
  delegationAnswered: boolean;
  members: ({ personId: string; role: MemberRole } & Dated)[] | null;
  entitlements: ({ personId: string; benefit: string } & Dated)[] | null;
  delegations: ({ to: string } & Dated)[] | null;
  protections: ({ personId: string; kind: ProtectionKind } & Dated)[] | null;
};

/** In SQL an open end is null; in law it is absent. */
function openEnded<T extends Dated>({ until, ...rest }: T): Omit<T, "until"> & { until?: string } {
  return until === null ? rest : { ...rest, until };
}

/** Acts on one file wait for each other. */
export const lockFile = (tx: Tx, fileId: string) =>
  households(tx).selectFrom("file").select("file_id").where("file_id", "=", fileId).forUpdate().execute();

/** Grants the delegation; false when one runs already. */
export async function insertDelegation(
  tx: Tx,
  delegation: { fileId: string; from: string; to: string; at: Date },
): Promise<boolean> {
  const result = await households(tx)
    .insertInto("delegation")
    .values({
      file_id: delegation.fileId,
      from_person: delegation.from,
      to_person: delegation.to,
      granted_at: delegation.at,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Ends the delegations that run on a file; answers whose they were. */
export const endDelegations = async (tx: Tx, fileId: string, at: Date): Promise<string[]> => {
  const ended = await households(tx)
    .updateTable("delegation")
    .set({ ended_at: at })
    .where("file_id", "=", fileId)
    .where("ended_at", "is", null)
    .returning("to_person")
    .execute();
  return ended.map((row) => row.to_person);
};

/** Notes the holder's answer to the offer; the first one counts. */
export const insertDelegationAnswer = (tx: Tx, answer: Tables["delegation_answer"]) =>
  households(tx)
    .insertInto("delegation_answer")
    .values(answer)
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** Whether the institution keeps any file here yet. */
export const hasFiles = async (db: Db): Promise<boolean> =>
  (await households(db).selectFrom("file").select("file_id").limit(1).executeTakeFirst()) !== undefined;

export const insertFile = (tx: Tx, file: Tables["file"]) =>
  households(tx).insertInto("file").values(file).execute();

export const insertMembers = (tx: Tx, members: Tables["member"][]) =>
  households(tx).insertInto("member").values(members).execute();

export const insertEntitlements = (tx: Tx, entitlements: Tables["entitlement"][]) =>
  households(tx).insertInto("entitlement").values(entitlements).execute();

export const insertProtectionMeasures = (tx: Tx, measures: Tables["protection_measure"][]) =>
  households(tx).insertInto("protection_measure").values(measures).execute();
