import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";

type Tables = { ask: { found_by: Buffer; ask_id: string; asked_at: Date } };

const asks = (db: Db | Tx) => db.withSchema("identity").withTables<Tables>();

/**
 * Notes that something was asked about what `foundBy` stands for, somebody's or not, and tells how often it had been since
 * `since`.
 */
export async function countAsk(tx: Tx, foundBy: Buffer, at: Date, since: Date): Promise<number> {
  // One after the other: asked at the same moment, they must not all find that nothing was asked yet.
  await sql`select pg_advisory_xact_lock(${foundBy.readBigInt64BE(0).toString()}::int8)`.execute(tx);
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from identity.ask where found_by = ${foundBy} and asked_at >= ${since}`.execute(
    tx,
  );
  await asks(tx).insertInto("ask").values({ found_by: foundBy, ask_id: newId(), asked_at: at }).execute();
  return rows[0]?.count ?? 0;
}

/** Forgets what no count of a day needs any more. */
export const dropOldAsks = (db: Db, before: Date) =>
  asks(db).deleteFrom("ask").where("asked_at", "<", before).execute();
