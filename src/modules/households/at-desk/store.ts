import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/database.ts";
import type { PersonFilter } from "../../identity/index.ts";

/** A file that somebody who comes to the desk may come about: their own, or one of a person they protect. */
export type FileAtDesk = {
  personId: string;
  fileId: string;
  /** The office that follows the file; null where the institution has a single one. */
  office: string | null;
};

/** Guardians have many protected persons at times: more than this are found by the protected person’s own number. */
const mostGuarded = 20;

/** The files that somebody may come about: their own, then those of the persons they protect. */
const filesOf = (person: RawBuilder<unknown>) => sql`
  (select m.file_id, 1 as rank from households.member m where m.person_id = ${person}
    order by m.until_date desc nulls first, m.role = 'holder' desc, m.from_date desc limit 1)
  union all
  (select distinct m.file_id, 2 from households.guardianship g
    join households.member m on m.person_id = g.protected_person
    where g.guardian_person = ${person} and g.state = 'validated' limit ${mostGuarded})`;

/**
 * For a list of another module: whether this agent's office receives the person of that column. A file belongs to its
 * office; who has none, or is not known here, to every one. The agent's own record and the files they are part of are left
 * out. What the law then says of each act is asked when it is done (CP-21).
 */
export const receivedBy =
  (agent: { office: string | null; personId: string | null }): PersonFilter =>
  (person) =>
    sql<boolean>`(
    (${person} = ${agent.personId}::uuid) is not true and coalesce((
      select f.office is not distinct from ${agent.office}
        and f.file_id <> all (array(select file_id from (${filesOf(sql`${agent.personId}::uuid`)}) own))
      from (${filesOf(person)}) w join households.file f using (file_id)
      order by w.rank, f.file_number limit 1), true))`;

/** The files that these persons may come about, their own first. One query. */
export async function filesAtDesk(db: Db, personIds: readonly string[]): Promise<FileAtDesk[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<FileAtDesk>`
    select p.id as "personId", f.file_id as "fileId", f.office
    from unnest(${personIds}::uuid[]) p(id)
    cross join lateral (${filesOf(sql.raw("p.id"))}) w
    join households.file f using (file_id)
    order by p.id, w.rank, f.file_number`.execute(db);
  return rows;
}

/** Who is or was part of the file of that number, at most `most` of them; children included. */
export async function membersByFileNumber(db: Db, fileNumber: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct m.person_id as "personId" from households.file f join households.member m using (file_id)
    where f.file_number = ${fileNumber} limit ${most}`.execute(db);
  return rows.map(({ personId }) => personId);
}
