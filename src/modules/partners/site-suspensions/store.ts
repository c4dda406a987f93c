import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";

/** What may be closed for a while: all of the site, or the requests for access. */
export type SitePart = "all" | "requests";

export type RunningSuspension = { part: SitePart; until: Date };

/** What is closed at that moment. */
export async function findRunning(db: Db, at: Date): Promise<RunningSuspension[]> {
  const { rows } = await sql<RunningSuspension>`
    select part, until_at as until from partners.site_suspension
    where ended_at is null and from_at <= ${at} and until_at > ${at} order by part limit 2`.execute(db);
  return rows;
}

/** Ends the suspension of that part that nobody ended, if any; false where none ran at that moment. */
export async function endSuspension(tx: Tx, part: SitePart, by: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ ran: boolean }>`
    update partners.site_suspension set ended_at = ${at}, ended_by = ${by}
    where part = ${part} and ended_at is null returning until_at > ${at} as ran`.execute(tx);
  return rows.some(({ ran }) => ran);
}

export const insertSuspension = (
  tx: Tx,
  row: { part: SitePart; suspensionId: string; reason: string; by: string; at: Date; until: Date },
) =>
  sql`insert into partners.site_suspension (part, suspension_id, reason, placed_by, from_at, until_at)
      values (${row.part}, ${row.suspensionId}, ${row.reason}, ${row.by}, ${row.at}, ${row.until})`.execute(
    tx,
  );
