import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";

type Tables = {
  passkey: {
    person_id: string;
    passkey_id: string;
    credential_id: Buffer;
    public_key: Buffer;
    counter: number;
    transports: string[];
    synced: boolean;
    backed_up: boolean;
    name: string;
    created_at: Date;
    last_used_at: Date | null;
  };
  passkey_challenge: { holder: Buffer; challenge: Buffer; purpose: Purpose; asked_at: Date };
};

/** What a challenge is for: good for nothing else. */
export type Purpose = "create" | "sign in" | "second step" | "confirm";

const passkeys = (db: Db | Tx) => db.withSchema("identity").withTables<Tables>();

/** The constraint that a credential of somebody, registered again, breaks. */
export const standsOnce = "passkey_stands_once";

export const insertPasskey = (tx: Tx, row: Omit<Tables["passkey"], "last_used_at">) =>
  passkeys(tx)
    .insertInto("passkey")
    .values({ ...row, last_used_at: null })
    .execute();

/** The person's passkeys, the newest first. */
export const findPasskeys = (db: Db | Tx, personId: string) =>
  passkeys(db)
    .selectFrom("passkey")
    .select(["passkey_id as passkeyId", "credential_id as credentialId", "transports", "name"])
    .select(["created_at as createdAt", "last_used_at as lastUsedAt", "backed_up as backedUp"])
    .where("person_id", "=", personId)
    .orderBy("created_at", "desc")
    .limit(50)
    .execute();

export async function countPasskeys(db: Db | Tx, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from identity.passkey where person_id = ${personId}`.execute(db);
  return rows[0]?.count ?? 0;
}

export type StoredPasskey = {
  personId: string;
  passkeyId: string;
  credentialId: Buffer;
  publicKey: Buffer;
  counter: number;
  /** The sign-in of its person before this one. */
  lastSignInAt: Date | null;
};

/** The passkey of that credential, whosever it is. */
export async function findPasskey(db: Db | Tx, credentialId: Buffer): Promise<StoredPasskey | undefined> {
  const { rows } = await sql<StoredPasskey>`
    select k.person_id as "personId", k.passkey_id as "passkeyId", k.credential_id as "credentialId",
      k.public_key as "publicKey", k.counter, a.last_sign_in_at as "lastSignInAt"
    from identity.passkey k join identity.account a using (person_id)
    where k.credential_id = ${credentialId}`.execute(db);
  return rows[0];
}

/** Notes that the passkey signed; false where it did so meanwhile, or is gone: its counter is no longer the one read. */
export async function noteUse(
  tx: Tx,
  passkey: StoredPasskey,
  use: { counter: number; backedUp: boolean; at: Date },
): Promise<boolean> {
  const result = await passkeys(tx)
    .updateTable("passkey")
    .set({ counter: use.counter, backed_up: use.backedUp, last_used_at: use.at })
    .where("person_id", "=", passkey.personId)
    .where("passkey_id", "=", passkey.passkeyId)
    .where("counter", "=", passkey.counter)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Removes one of this person's passkeys; its name, if it was theirs. */
export async function deletePasskey(
  tx: Tx,
  personId: string,
  passkeyId: string,
): Promise<string | undefined> {
  const removed = await passkeys(tx)
    .deleteFrom("passkey")
    .where("person_id", "=", personId)
    .where("passkey_id", "=", passkeyId)
    .returning("name")
    .executeTakeFirst();
  return removed?.name;
}

/** Removes all of this person's passkeys; how many there were. */
export async function deleteAllPasskeys(tx: Tx, personId: string): Promise<number> {
  const removed = await passkeys(tx)
    .deleteFrom("passkey")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return Number(removed.numDeletedRows);
}

export const insertChallenge = (db: Db | Tx, row: Tables["passkey_challenge"]) =>
  passkeys(db).insertInto("passkey_challenge").values(row).execute();

/** Takes a challenge of this holder away, so that it serves once; when it was asked for, if it was there. */
export const takeChallenge = (
  db: Db | Tx,
  row: Pick<Tables["passkey_challenge"], "holder" | "challenge" | "purpose">,
) =>
  passkeys(db)
    .deleteFrom("passkey_challenge")
    .where("holder", "=", row.holder)
    .where("challenge", "=", row.challenge)
    .where("purpose", "=", row.purpose)
    .returning("asked_at as askedAt")
    .executeTakeFirst();

/** Removes challenges that nobody answered. */
export const dropOldChallenges = (db: Db, before: Date) =>
  passkeys(db).deleteFrom("passkey_challenge").where("asked_at", "<", before).execute();
