import { sql } from "kysely";
import type { Db } from "../../../platform/database.ts";

/** A file that somebody who comes to the desk may come about: their own, or one of a person they protect. */
export type FileAtDesk = {
  personId: string;
  fileId: string;
  /** The office that follows the file; null where the institution has a single one. */
  office: string | null;
};

/** Guardians have many protected persons at times: more than this are found by the protected person’s own number. */
const mostGuarded = 20;

/** The files that these persons may come about, their own first. One query. */
export async function filesAtDesk(db: Db, personIds: readonly string[]): Promise<FileAtDesk[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<FileAtDesk>`
    select p.id as "personId", f.file_id as "fileId", f.office
    from unnest(${personIds}::uuid[]) p(id)
    cross join lateral (
      (select m.file_id, 1 as rank from households.member m where m.person_id = p.id
        order by m.until_date desc nulls first, m.role = 'holder' desc, m.from_date desc limit 1)
      union all
      (select distinct m.file_id, 2 from households.guardianship g
        join households.member m on m.person_id = g.protected_person
        where g.guardian_person = p.id and g.state = 'validated' limit ${mostGuarded})
    ) w
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
