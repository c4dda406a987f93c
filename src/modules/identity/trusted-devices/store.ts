import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";

type Tables = {
  trusted_device: {
    person_id: string;
    device_id: string;
    secret_hash: Buffer;
    earlier_hash: Buffer | null;
    rotated_at: Date;
    device: string;
    trusted_at: Date;
    until_at: Date;
  };
};

const devices = (db: Db | Tx) => db.withSchema("identity").withTables<Tables>();

export const insertTrusted = (tx: Tx, row: Omit<Tables["trusted_device"], "earlier_hash">) =>
  devices(tx)
    .insertInto("trusted_device")
    .values({ ...row, earlier_hash: null })
    .execute();

/** Leaves the person the `most` devices trusted last. */
export const dropOldest = (tx: Tx, personId: string, most: number) =>
  sql`delete from identity.trusted_device where person_id = ${personId} and device_id in (
        select device_id from identity.trusted_device where person_id = ${personId}
        order by trusted_at desc, device_id offset ${most})`.execute(tx);

/** Gives a trusted device another secret; the one before stays good for a moment. */
export const rotateTrusted = (tx: Tx, personId: string, from: Buffer, to: Buffer, at: Date) =>
  sql`update identity.trusted_device set secret_hash = ${to}, earlier_hash = secret_hash, rotated_at = ${at}
      where person_id = ${personId} and (secret_hash = ${from} or earlier_hash = ${from})`.execute(tx);

/** The devices that the person trusts at that moment, the last one first. */
export const findTrusted = (db: Db, personId: string, at: Date) =>
  devices(db)
    .selectFrom("trusted_device")
    .select(["device_id as deviceId", "secret_hash as secretHash", "device"])
    .select(["trusted_at as trustedAt", "until_at as until"])
    .where("person_id", "=", personId)
    .where("until_at", ">", at)
    .orderBy("trusted_at", "desc")
    .limit(50)
    .execute();

/** Removes one of this person's trusted devices; `true` if it was theirs. */
export const deleteTrusted = async (tx: Tx, personId: string, deviceId: string): Promise<boolean> => {
  const result = await devices(tx)
    .deleteFrom("trusted_device")
    .where("person_id", "=", personId)
    .where("device_id", "=", deviceId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
};

/** Removes every trusted device of the person, but the one of that secret; how many there were. */
export const deleteAllTrusted = async (tx: Tx, personId: string, kept?: Buffer): Promise<number> => {
  const query = devices(tx).deleteFrom("trusted_device").where("person_id", "=", personId);
  const result = await (kept ? query.where("secret_hash", "!=", kept) : query).executeTakeFirst();
  return Number(result.numDeletedRows);
};

/** Removes the devices whose trust is over. */
export const dropEndedTrust = (db: Db, at: Date) =>
  devices(db).deleteFrom("trusted_device").where("until_at", "<=", at).execute();
