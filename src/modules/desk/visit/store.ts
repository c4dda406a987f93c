import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";

/** Somebody received by one agent, for one reason (SEC-12). */
export type Visit = {
  visitId: string;
  personId: string;
  fileId: string | null;
  reason: string;
  openedAt: Date;
};

export const insertVisit = (tx: Tx, agentId: string, visit: Visit) =>
  sql`insert into desk.visit (agent_id, visit_id, person_id, file_id, reason, opened_at)
    values (${agentId}, ${visit.visitId}, ${visit.personId}, ${visit.fileId}, ${visit.reason}, ${visit.openedAt})`.execute(
    tx,
  );

/** A visit of that very agent, opened since then. */
export async function findVisit(
  db: Db,
  agentId: string,
  visitId: string,
  since: Date,
): Promise<Visit | undefined> {
  const { rows } = await sql<Visit>`
    select visit_id as "visitId", person_id as "personId", file_id as "fileId", reason, opened_at as "openedAt"
    from desk.visit where agent_id = ${agentId} and visit_id = ${visitId} and opened_at > ${since}`.execute(
    db,
  );
  return rows[0];
}
