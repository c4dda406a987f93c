import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";
import type { Person } from "../person.ts";
import { identity, personColumns, type SecondStepBy, type Tables, type Way } from "../store.ts";

export const insertSession = (tx: Tx, session: Omit<Tables["session"], "ended_at">) =>
  identity(tx).insertInto("session").values(session).execute();

export type StoredSession = {
  person: Person;
  sessionId: string;
  startedAt: Date;
  lastSeenAt: Date;
  authenticatedAt: Date;
  previousSignInAt: Date | null;
  enteredBy: Way;
  hasPassword: boolean;
  contactsAnswered: boolean;
  secondStepDue: boolean;
  passwordDue: boolean;
};

/** The session of that secret, if nobody ended it; whether it still runs is for law/credentials/session.ts to say. */
export async function findSession(
  db: Db,
  personId: string,
  secretHash: Buffer,
): Promise<StoredSession | undefined> {
  const { rows } = await sql<Person & Omit<StoredSession, "person">>`
    select ${personColumns}, s.session_id as "sessionId", s.started_at as "startedAt", s.last_seen_at as "lastSeenAt",
      s.authenticated_at as "authenticatedAt", s.previous_sign_in_at as "previousSignInAt",
      s.entered_by as "enteredBy", a.hashed is not null as "hasPassword", a.contacts_answered_at is not null as "contactsAnswered",
      s.second_step_due as "secondStepDue", a.password_due_since is not null as "passwordDue"
    from identity.session s
    join identity.account a using (person_id)
    join identity.person p using (person_id)
    where s.person_id = ${personId} and s.secret_hash = ${secretHash} and s.ended_at is null`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { personId: id, firstNames, birthName, usedName, birthDate, ...session } = row;
  return { person: { personId: id, firstNames, birthName, usedName, birthDate }, ...session };
}

const oneSession = (db: Db | Tx, personId: string, secretHash: Buffer) =>
  identity(db)
    .updateTable("session")
    .where("person_id", "=", personId)
    .where("secret_hash", "=", secretHash)
    .where("ended_at", "is", null);

export const touchSession = (db: Db, personId: string, secretHash: Buffer, at: Date) =>
  oneSession(db, personId, secretHash).set({ last_seen_at: at }).execute();

export const noteAuthentication = (tx: Tx, personId: string, secretHash: Buffer, at: Date) =>
  oneSession(tx, personId, secretHash).set({ authenticated_at: at, last_seen_at: at }).execute();

/** Ends one session; `true` if it was running. */
export const endSession = async (tx: Tx, personId: string, secretHash: Buffer, at: Date): Promise<boolean> =>
  (await oneSession(tx, personId, secretHash).set({ ended_at: at }).executeTakeFirst()).numUpdatedRows > 0n;

/** Gives a session a new secret: whoever knew the old one is out (SEC-05). */
export const renewSession = (tx: Tx, personId: string, from: Buffer, to: Buffer, at: Date) =>
  oneSession(tx, personId, from).set({ secret_hash: to, authenticated_at: at, last_seen_at: at }).execute();

/**
 * Ends the second step of a session, which gets a new secret (SEC-05); false where it is not due, or no longer.
 */
export const passSecondStep = async (
  tx: Tx,
  personId: string,
  from: Buffer,
  passed: { to: Buffer; by: SecondStepBy; at: Date },
): Promise<boolean> => {
  const { to, by, at } = passed;
  const result = await oneSession(tx, personId, from)
    .where("second_step_due", "=", true)
    .set({ second_step_due: false, second_step_by: by, secret_hash: to })
    .set({ authenticated_at: at, last_seen_at: at })
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
};

/** A person's sessions that nobody ended, begun since `oldest`, the last used first. */
export const findOpenSessions = (db: Db, personId: string, oldest: Date) =>
  identity(db)
    .selectFrom("session")
    .select(["session_id as sessionId", "secret_hash as secretHash", "device", "new_device as newDevice"])
    .select(["started_at as startedAt", "last_seen_at as lastSeenAt", "entered_by as enteredBy"])
    .select(["second_step_due as secondStepDue", "second_step_by as secondStepBy"])
    .where("person_id", "=", personId)
    .where("ended_at", "is", null)
    .where("started_at", ">", oldest)
    .orderBy("last_seen_at", "desc")
    .limit(50)
    .execute();

/** Ends a session of this person by its name; `true` if it was running and theirs. */
export const endSessionById = async (
  tx: Tx,
  personId: string,
  sessionId: string,
  at: Date,
): Promise<boolean> => {
  const result = await identity(tx)
    .updateTable("session")
    .set({ ended_at: at })
    .where("person_id", "=", personId)
    .where("session_id", "=", sessionId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
};

/** Ends every session of the person, and whatever their devices would still be believed on: each is new again. */
export const endAllSessions = (tx: Tx, personId: string, at: Date) =>
  sql`with untrusted as (delete from identity.trusted_device where person_id = ${personId}),
        forgotten as (update identity.account set devices_forgotten_at = ${at} where person_id = ${personId})
      update identity.session set ended_at = ${at} where person_id = ${personId} and ended_at is null`.execute(
    tx,
  );

/** Removes sessions begun before then: the longest-lived of them ended long ago. */
export const dropOldSessions = (db: Db, before: Date) =>
  identity(db).deleteFrom("session").where("started_at", "<", before).execute();

/** Ends every other session of the person. */
export const endOtherSessions = (tx: Tx, personId: string, kept: Buffer, at: Date) =>
  identity(tx)
    .updateTable("session")
    .set({ ended_at: at })
    .where("person_id", "=", personId)
    .where("secret_hash", "!=", kept)
    .where("ended_at", "is", null)
    .execute();

/** What was kept longer than anyone comes back for. */
export const dropOldInput = (tx: Tx | Db, personId: string, before: Date) =>
  identity(tx)
    .deleteFrom("kept_input")
    .where("person_id", "=", personId)
    .where("kept_at", "<", before)
    .execute();

export const keepInput = (tx: Tx | Db, row: Tables["kept_input"]) =>
  identity(tx)
    .insertInto("kept_input")
    .values(row)
    .onConflict((conflict) =>
      conflict.constraint("kept_input_key").doUpdateSet({ sealed: row.sealed, kept_at: row.kept_at }),
    )
    .execute();

/** Removes what nobody came back for. */
export const dropAllOldInput = (db: Db, before: Date) =>
  identity(db).deleteFrom("kept_input").where("kept_at", "<", before).execute();

/** What was kept for that page. */
export const findInput = (db: Db, personId: string, path: string) =>
  identity(db)
    .selectFrom("kept_input")
    .select(["sealed", "kept_at as keptAt"])
    .where("person_id", "=", personId)
    .where("path", "=", path)
    .executeTakeFirst();

/** Gives back what was kept for that page, once. */
export const takeInput = (db: Db, personId: string, path: string) =>
  identity(db)
    .deleteFrom("kept_input")
    .where("person_id", "=", personId)
    .where("path", "=", path)
    .returning(["sealed", "kept_at as keptAt"])
    .executeTakeFirst();

/** Whether nobody ended the session of that secret. */
export const isRunning = async (tx: Tx, personId: string, secretHash: Buffer): Promise<boolean> => {
  const found = await identity(tx)
    .selectFrom("session")
    .select("session_id")
    .where("person_id", "=", personId)
    .where("secret_hash", "=", secretHash)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return found !== undefined;
};

/** Whether nobody ended a session of that person, by its name; one whose time ran out counts as open. */
export const isSessionOpen = async (db: Db, personId: string, sessionId: string): Promise<boolean> => {
  const found = await identity(db)
    .selectFrom("session")
    .select("session_id")
    .where("person_id", "=", personId)
    .where("session_id", "=", sessionId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return found !== undefined;
};
