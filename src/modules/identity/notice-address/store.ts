import type { Db, Tx } from "../../../platform/database.ts";

type Tables = {
  notice_address: {
    person_id: string;
    value: string;
    given_at: Date;
    verified_at: Date | null;
    ended_at: Date | null;
  };
};

const addresses = (db: Db | Tx) => db.withSchema("identity").withTables<Tables>();

/** A mail address that gets notices about the file and nothing else. */
export type NoticeAddress = { value: string; verifiedAt: Date | null };

/** The person's addresses for notices: at most one in use, at most one that waits for its code. */
export const findNoticeAddresses = (db: Db | Tx, personId: string): Promise<NoticeAddress[]> =>
  addresses(db)
    .selectFrom("notice_address")
    .select(["value", "verified_at as verifiedAt"])
    .where("person_id", "=", personId)
    .where("ended_at", "is", null)
    .orderBy("given_at", "desc")
    .limit(2)
    .execute();

/** Writes an address down, to be verified; those given before and never verified go. */
export async function insertNoticeAddress(tx: Tx, personId: string, value: string, at: Date): Promise<void> {
  await endNoticeAddresses(tx, personId, at).where("verified_at", "is", null).execute();
  await addresses(tx)
    .insertInto("notice_address")
    .values({ person_id: personId, value, given_at: at, verified_at: null, ended_at: null })
    .onConflict((conflict) =>
      conflict
        .constraint("notice_address_key")
        .doUpdateSet({ given_at: at, verified_at: null, ended_at: null }),
    )
    .execute();
}

/** The address is in use from now on, instead of the one before. */
export async function verifyNoticeAddress(tx: Tx, personId: string, value: string, at: Date): Promise<void> {
  await endNoticeAddresses(tx, personId, at).where("value", "!=", value).execute();
  await addresses(tx)
    .updateTable("notice_address")
    .set({ verified_at: at })
    .where("person_id", "=", personId)
    .where("value", "=", value)
    .execute();
}

/** Takes every address for notices of the person out of use; `true` if there was one. */
export const removeNoticeAddresses = async (tx: Tx, personId: string, at: Date): Promise<boolean> =>
  (await endNoticeAddresses(tx, personId, at).executeTakeFirst()).numUpdatedRows > 0n;

/** Takes out of use what was given since then, or never verified. */
export const removeNoticesGivenSince = (tx: Tx, personId: string, since: Date, at: Date) =>
  endNoticeAddresses(tx, personId, at)
    .where((where) => where.or([where("verified_at", "is", null), where("verified_at", ">", since)]))
    .execute();

const endNoticeAddresses = (tx: Tx, personId: string, at: Date) =>
  addresses(tx)
    .updateTable("notice_address")
    .set({ ended_at: at })
    .where("person_id", "=", personId)
    .where("ended_at", "is", null);
