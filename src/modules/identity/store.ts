import { sql } from "kysely";
import type { Population } from "../../../institutions/institution.ts";
import type { Identifier } from "../../../law/credentials/identifier.ts";
import { nameKey } from "../../../law/credentials/names.ts";
import type { Way } from "../../../law/credentials/second-step.ts";
import type { Throttle } from "../../../law/credentials/throttle.ts";
import type { Language } from "../../../law/language.ts";
import type { Db, Tx } from "../../platform/database.ts";
import type { Person } from "./person.ts";

export type IdentifierKind = Identifier["kind"];

export type Tables = {
  person: {
    person_id: string;
    first_names: string;
    birth_name: string;
    used_name: string | null;
    birth_date: string;
    name_key: string | null;
  };
  identifier: { person_id: string; kind: IdentifierKind; found_by: Buffer; sealed: Buffer };
  old_password: { person_id: string; hashed: string; ended_at: Date | null; until_at: Date | null };
  account: {
    person_id: string;
    opened_at: Date;
    hashed: string | null;
    password_chosen_at: Date | null;
    contacts_answered_at: Date | null;
    last_sign_in_at: Date | null;
    blocked_until: Date | null;
    password_due_since: Date | null;
    second_step_since: Date | null;
    devices_forgotten_at: Date | null;
    language: Language | null;
  };
  attempts: {
    found_by: Buffer;
    failures: number;
    last_failure_at: Date | null;
    day: string;
    failures_today: number;
    locked_until: Date | null;
    version: number;
  };
  session: {
    person_id: string;
    secret_hash: Buffer;
    session_id: string;
    device: string;
    started_at: Date;
    last_seen_at: Date;
    authenticated_at: Date;
    previous_sign_in_at: Date | null;
    entered_by: Way;
    second_step_due: boolean;
    second_step_by: SecondStepBy | null;
    new_device: boolean;
    ended_at: Date | null;
  };
  kept_input: { person_id: string; path: string; sealed: Buffer; kept_at: Date };
};

export type { Way } from "../../../law/credentials/second-step.ts";

/** What stood for the second step of a session. */
export type SecondStepBy = "code" | "passkey" | "trusted device";

export const identity = (db: Db | Tx) => db.withSchema("identity").withTables<Tables>();

/**
 * A `Person`, of the table `identity.person` named p. What every page reads is written out in SQL: composing it anew
 * would take longer than running it.
 */
export const personColumns = sql.raw(
  `p.person_id as "personId", p.first_names as "firstNames", p.birth_name as "birthName", p.used_name as "usedName",
    p.birth_date as "birthDate"`,
);

/** The persons of these ids, in no order, in one query. */
export const findPersons = async (db: Db | Tx, ids: readonly string[]): Promise<Person[]> => {
  const { rows } = await sql<Person>`
    select ${personColumns} from identity.person p where p.person_id = any(${ids})`.execute(db);
  return rows;
};

export const insertPerson = (tx: Tx, person: Person) =>
  identity(tx)
    .insertInto("person")
    .values({
      person_id: person.personId,
      first_names: person.firstNames,
      birth_name: person.birthName,
      used_name: person.usedName,
      birth_date: person.birthDate,
      name_key: nameKey(person.birthName),
    })
    .execute();

export const insertIdentifier = (tx: Tx, row: Tables["identifier"]) =>
  identity(tx).insertInto("identifier").values(row).execute();

export const insertOldPassword = (tx: Tx, personId: string, hashed: string) =>
  identity(tx)
    .insertInto("old_password")
    .values({ person_id: personId, hashed, ended_at: null, until_at: null })
    .execute();

/** Everything a try at signing in needs, for an identifier that may be unknown. */
export type Candidate = {
  personId: string | null;
  hashed: string | null;
  oldHashed: string | null;
  lastSignInAt: Date | null;
  throttle: Throttle | undefined;
  version: number;
};

export async function findCandidate(db: Db, foundBy: Buffer): Promise<Candidate> {
  const { rows } = await sql<Found>`
    select i.person_id, a.hashed, a.last_sign_in_at, o.hashed as old_hashed,
      t.failures, t.last_failure_at, t.day, t.failures_today, t.locked_until, t.version
    from (select ${foundBy}::bytea as found_by) asked
    left join identity.identifier i using (found_by)
    left join identity.account a on a.person_id = i.person_id
    left join identity.old_password o on o.person_id = i.person_id and o.ended_at is null
    left join identity.attempts t using (found_by)`.execute(db);
  const row = rows[0] as Found;
  return {
    personId: row.person_id,
    hashed: row.hashed,
    oldHashed: row.old_hashed,
    lastSignInAt: row.last_sign_in_at,
    throttle: row.version === null ? undefined : throttleOf(row),
    version: row.version ?? 0,
  };
}

type Found = Tables["attempts"] & {
  person_id: string | null;
  hashed: string | null;
  old_hashed: string | null;
  last_sign_in_at: Date | null;
  version: number | null;
};

const throttleOf = (row: Tables["attempts"]): Throttle => ({
  failures: row.failures,
  lastFailureAt: row.last_failure_at,
  day: row.day,
  failuresToday: row.failures_today,
  lockedUntil: row.locked_until,
});

/**
 * Writes a try down before its outcome is known, if nobody wrote one since `version` was read: guesses made at
 * the same moment cannot all pass (SEC-01). False: read again.
 */
export async function reserveTry(
  db: Db,
  foundBy: Buffer,
  throttle: Throttle,
  version: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into identity.attempts as t (found_by, failures, last_failure_at, day, failures_today, locked_until, version)
    values (${foundBy}, ${throttle.failures}, ${throttle.lastFailureAt}, ${throttle.day}, ${throttle.failuresToday},
      ${throttle.lockedUntil}, 1)
    on conflict on constraint attempts_key do update set failures = excluded.failures,
      last_failure_at = excluded.last_failure_at, day = excluded.day, failures_today = excluded.failures_today,
      locked_until = excluded.locked_until, version = t.version + 1
    where t.version = ${version}
    returning version`.execute(db);
  return rows.length === 1;
}

/** Forgets counters of tries that can no longer make anybody wait. */
export const dropOldTries = (db: Db, before: Date) =>
  sql`delete from identity.attempts where day < ${before} and (locked_until is null or locked_until < ${before})`.execute(
    db,
  );

/** The password was right: its own try is taken back, and the run of failures starts afresh. */
export const clearTries = (tx: Tx, foundBy: Buffer) =>
  sql`update identity.attempts
      set failures = 0, last_failure_at = null, locked_until = null, version = version + 1,
        failures_today = greatest(failures_today - 1, 0)
      where found_by = ${foundBy}`.execute(tx);

/** What decides how a sign-in goes on, read where it is noted. */
export type SignInNoted = {
  /** The person asked for a second step. */
  turnedOn: boolean;
  contactsAnswered: boolean;
  /** The kinds of contact point they verified. */
  contacts: readonly ("mail" | "mobile")[];
  hasPasskey: boolean;
  /** They trust the device of that secret. */
  trusted: boolean;
  devicesForgottenAt: Date | null;
  /** A new password is asked for, and the person was not written to about it yet (MC-13). */
  renewalUntold: boolean;
  /** Sign-ins of the last day from browsers never seen before. */
  newDevices: number;
  /** The group of accounts whose second step is another matter, if it is of one (SEC-08). */
  population: Population | null;
};

/** Seconds during which a trusted device may still show the secret it had before: two tabs sign in at once. */
const earlierSecretSeconds = 60;

/**
 * Opens the account at the first sign-in, or notes this sign-in on it, from the device of that secret where there is
 * one. The account keeps in which language. Its own row says whether it is blocked, so that a sign-in and a block at the same moment meet. With
 * `checked`, the password that was looked at must still be the one in force. Undefined when one of the two refuses.
 */
export async function noteSignIn(
  tx: Tx,
  signIn: {
    personId: string;
    checked: { hashed: string | null } | undefined;
    at: Date;
    /** In which it is done; left out where nobody reads a page. */
    language: Language | undefined;
    device: Buffer | undefined;
  },
): Promise<SignInNoted | undefined> {
  const { personId, checked, at, language, device } = signIn;
  const sameHash = checked ? sql`a.hashed is not distinct from ${checked.hashed}` : sql`true`;
  const secret = sql`${device ?? null}::bytea`;
  const before = (seconds: number) => new Date(at.getTime() - seconds * 1000);
  const { rows } = await sql<SignInNoted>`
    insert into identity.account as a (person_id, opened_at, last_sign_in_at, language)
    values (${personId}, ${at}, ${at}, ${language ?? null})
    on conflict on constraint account_key do update
      set last_sign_in_at = excluded.last_sign_in_at, language = coalesce(excluded.language, a.language)
      where ${sameHash} and (a.blocked_until is null or a.blocked_until <= ${at})
    returning a.second_step_since is not null as "turnedOn", a.contacts_answered_at is not null as "contactsAnswered",
      a.devices_forgotten_at as "devicesForgottenAt", a.population,
      a.password_due_since is not null and a.password_due_told_at is null as "renewalUntold",
      array(select c.kind from identity.contact_point c where c.person_id = a.person_id
        and c.verified_at is not null and c.replaced_at is null) as "contacts",
      exists (select from identity.passkey k where k.person_id = a.person_id) as "hasPasskey",
      exists (select from identity.trusted_device t where t.person_id = a.person_id and t.until_at > ${at}
        and (t.secret_hash = ${secret}
          or (t.earlier_hash = ${secret} and t.rotated_at > ${before(earlierSecretSeconds)}))) as "trusted",
      (select count(*) from identity.session s where s.person_id = a.person_id
        and s.new_device and s.started_at > ${before(86_400)}) as "newDevices"`.execute(tx);
  return rows[0];
}

/** In which language the person is written to when it is not they who ask: that of their last sign-in (CP-14). */
export async function languageOf(db: Db | Tx, personId: string): Promise<Language> {
  const account = await identity(db)
    .selectFrom("account")
    .select("language")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return account?.language ?? "fr";
}

/** Acts of one person on their own account wait for each other: what a double click starts runs once. */
export const lockAccount = (tx: Tx, personId: string) =>
  identity(tx)
    .selectFrom("account")
    .select("person_id")
    .where("person_id", "=", personId)
    .forUpdate()
    .execute();

/** Sets the personal password where there is none yet; false when one was chosen meanwhile. */
export const setFirstPassword = async (
  tx: Tx,
  personId: string,
  hashed: string,
  at: Date,
): Promise<boolean> => {
  const result = await identity(tx)
    .updateTable("account")
    .set({ hashed, password_chosen_at: at, password_due_since: null })
    .where("person_id", "=", personId)
    .where("hashed", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
};

/** Gives the account a new password, whatever the one before: its person proved who they are otherwise. */
export const resetPassword = (tx: Tx, personId: string, hashed: string, at: Date) =>
  identity(tx)
    .updateTable("account")
    .set({ hashed, password_chosen_at: at, password_due_since: null })
    .where("person_id", "=", personId)
    .execute();

/** Replaces the personal password that was checked; false when it was changed meanwhile. */
export async function replacePassword(
  tx: Tx,
  personId: string,
  checked: string | null,
  hashed: string,
  at: Date,
): Promise<boolean> {
  const result = await identity(tx)
    .updateTable("account")
    .set({ hashed, password_chosen_at: at, password_due_since: null })
    .where("person_id", "=", personId)
    .where("hashed", "=", checked)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/**
 * Gives a person a first password in place of any they were given before; false where they have chosen one of their own.
 */
export async function setOldPassword(
  tx: Tx,
  personId: string,
  { hashed, until }: { hashed: string; until: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into identity.old_password as o (person_id, hashed, until_at)
    select p.person_id, ${hashed}, ${until}::timestamptz from identity.person p where p.person_id = ${personId}
      and not exists (select from identity.account a where a.person_id = p.person_id and a.hashed is not null)
    on conflict on constraint old_password_key do update
      set hashed = excluded.hashed, until_at = excluded.until_at, ended_at = null
    returning o.person_id`.execute(tx);
  return rows.length === 1;
}

/**
 * Holds what opens a person's first sign-in: a sign-in by it and its end wait for each other. False where it is dead, or
 * no longer the one that was looked at.
 */
export async function holdOldPassword(
  tx: Tx,
  personId: string,
  checked?: { hashed: string; at: Date },
): Promise<boolean> {
  const held = await identity(tx)
    .selectFrom("old_password")
    .select("person_id")
    .where("person_id", "=", personId)
    .where("ended_at", "is", null)
    .where((row) =>
      checked
        ? row.and([
            row("hashed", "=", checked.hashed),
            row.or([row("until_at", "is", null), row("until_at", ">", checked.at)]),
          ])
        : row.lit(true),
    )
    .forUpdate()
    .executeTakeFirst();
  return held !== undefined;
}

/** The old password never works again for that person (CP-03). */
export const endOldPassword = (tx: Tx, personId: string, at: Date) =>
  identity(tx).updateTable("old_password").set({ ended_at: at }).where("person_id", "=", personId).execute();

/** The person answered for contact points; what FranceConnect proposed has served. */
export const noteContactsAnswered = (tx: Tx, personId: string, at: Date) =>
  sql`with served as (
        update identity.linked_identity set proposed_mail = null
        where person_id = ${personId} and proposed_mail is not null)
      update identity.account set contacts_answered_at = ${at}
      where person_id = ${personId} and contacts_answered_at is null`.execute(tx);

/** What the person signs in with: the NIR where there is one, otherwise the waiting number or the provisional identifier. */
export const findIdentifier = (db: Db, personId: string) =>
  identity(db)
    .selectFrom("identifier")
    .select(["kind", "found_by as foundBy", "sealed"])
    .where("person_id", "=", personId)
    .orderBy(sql`kind <> 'nir'`)
    .orderBy("kind")
    .limit(1)
    .executeTakeFirst();
