import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database.ts";

export const dropOldVisits = (db: Db, before: Date) =>
  sql`delete from desk.visit where opened_at < ${before}`.execute(db);

/** Sessions last hours: one not seen since then has ended, whether it was signed out or left. */
export const dropOldAgentSessions = (db: Db, before: Date) =>
  sql`delete from desk.agent_session where last_seen_at < ${before}`.execute(db);

/** A lock that still runs is kept. */
export const dropOldDeskTries = (db: Db, before: Date, now: Date) =>
  sql`delete from desk.attempts where (last_failure_at is null or last_failure_at < ${before})
    and day < ${before} and (locked_until is null or locked_until < ${now})`.execute(db);

export const dropDecidedApprovals = (db: Db, before: Date) =>
  sql`delete from desk.approval where decided_at < ${before}`.execute(db);

/** Of who left, what let them in and the link to their own record go; name and number stay. */
export const dropSecretsOfGoneAgents = (db: Db, before: Date) =>
  sql`update desk.agent set hashed = '', password_given_until = null, totp_sealed = null, totp_confirmed_at = null,
      totp_last_step = null, person_id = null
    where closed_at < ${before} and hashed <> ''`.execute(db);

/** Who left so long ago goes with all that hangs on them. */
export async function dropGoneAgents(tx: Tx, before: Date): Promise<void> {
  const gone = sql`(select agent_id from desk.agent where closed_at < ${before})`;
  await sql`delete from desk.agent_role where agent_id in ${gone}`.execute(tx);
  await sql`delete from desk.agent_session where agent_id in ${gone}`.execute(tx);
  await sql`delete from desk.visit where agent_id in ${gone}`.execute(tx);
  await sql`delete from desk.agent where closed_at < ${before}`.execute(tx);
}
