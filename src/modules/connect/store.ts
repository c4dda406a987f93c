import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database.ts";

type Tables = {
  consent: { person_id: string; site: string; given_at: Date; scopes: string[]; ended_at: Date | null };
  site_session: {
    person_id: string;
    site: string;
    sid: string;
    session_id: string;
    issuer: string;
    browser_uid: string;
    began_at: Date;
    ended_at: Date | null;
  };
  signing_key: { key_id: string; sealed: Buffer; made_at: Date; retired_at: Date | null };
};

const connect = (db: Db | Tx) => db.withSchema("connect").withTables<Tables>();

export const dropOldSiteSessions = (db: Db, before: Date) =>
  connect(db).deleteFrom("site_session").where("began_at", "<", before).execute();

export type Consent = { site: string; givenAt: Date; scopes: string[] };

/** What the person agreed to and did not take back, for every site. */
export const findConsents = (db: Db | Tx, personId: string): Promise<Consent[]> =>
  connect(db)
    .selectFrom("consent")
    .select(["site", "given_at as givenAt", "scopes"])
    .where("person_id", "=", personId)
    .where("ended_at", "is", null)
    .orderBy("given_at", "desc")
    .limit(100)
    .execute();

export const findConsent = (db: Db | Tx, personId: string, site: string): Promise<Consent | undefined> =>
  connect(db)
    .selectFrom("consent")
    .select(["site", "given_at as givenAt", "scopes"])
    .where("person_id", "=", personId)
    .where("site", "=", site)
    .where("ended_at", "is", null)
    .executeTakeFirst();

/** Notes what a person agreed to; a wider agreement takes the place of a narrower one, and a double click adds none. */
export async function insertConsent(
  tx: Tx,
  personId: string,
  consent: { site: string; scopes: readonly string[]; at: Date },
): Promise<void> {
  await endConsent(tx, personId, consent.site, consent.at);
  await connect(tx)
    .insertInto("consent")
    .values({
      person_id: personId,
      site: consent.site,
      given_at: consent.at,
      scopes: [...consent.scopes],
      ended_at: null,
    })
    .onConflict((conflict) => conflict.constraint("consent_key").doUpdateSet({ ended_at: null }))
    .execute();
}

/** Ends the agreement; true if one ran. */
export async function endConsent(tx: Tx, personId: string, site: string, at: Date): Promise<boolean> {
  const result = await connect(tx)
    .updateTable("consent")
    .set({ ended_at: at })
    .where("person_id", "=", personId)
    .where("site", "=", site)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export type SiteSession = {
  site: string;
  sid: string;
  /** The session here. */
  sessionId: string;
  issuer: string;
  browserUid: string;
};

export const noteSiteSession = (db: Db, personId: string, session: SiteSession, at: Date) =>
  connect(db)
    .insertInto("site_session")
    .values({
      person_id: personId,
      site: session.site,
      sid: session.sid,
      session_id: session.sessionId,
      issuer: session.issuer,
      browser_uid: session.browserUid,
      began_at: at,
      ended_at: null,
    })
    .onConflict((conflict) =>
      conflict.constraint("site_session_key").doUpdateSet({ session_id: session.sessionId, ended_at: null }),
    )
    .execute();

/** The sessions that sites keep of a person and that nobody ended. */
export const findSiteSessions = (db: Db | Tx, personId: string): Promise<SiteSession[]> =>
  connect(db)
    .selectFrom("site_session")
    .select(["site", "sid", "session_id as sessionId", "issuer", "browser_uid as browserUid"])
    .where("person_id", "=", personId)
    .where("ended_at", "is", null)
    .limit(200)
    .execute();

/** Ends a site's session; false when another did meanwhile. */
export async function endSiteSession(
  db: Db | Tx,
  personId: string,
  { site, sid }: Pick<SiteSession, "site" | "sid">,
  at: Date,
): Promise<boolean> {
  const result = await connect(db)
    .updateTable("site_session")
    .set({ ended_at: at })
    .where("person_id", "=", personId)
    .where("site", "=", site)
    .where("sid", "=", sid)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Keys that sign or may still be checked against, the one that signs first. */
export const findSigningKeys = (db: Db | Tx, retiredSince: Date) =>
  connect(db)
    .selectFrom("signing_key")
    .select(["key_id as keyId", "sealed", "made_at as madeAt", "retired_at as retiredAt"])
    .where((where) => where.or([where("retired_at", "is", null), where("retired_at", ">", retiredSince)]))
    .orderBy("retired_at", (order) => order.desc().nullsFirst())
    .limit(20)
    .execute();

/** Puts a new key in the place of the one that signs; false when another process did at the same moment. */
export async function insertSigningKey(
  tx: Tx,
  key: { keyId: string; sealed: Buffer; at: Date },
  madeBefore: Date,
): Promise<boolean> {
  await sql`lock table connect.signing_key in share row exclusive mode`.execute(tx);
  const { rows } = await sql`select key_id from connect.signing_key where retired_at is null
    and made_at >= ${madeBefore}`.execute(tx);
  if (rows.length > 0) return false;
  await connect(tx)
    .updateTable("signing_key")
    .set({ retired_at: key.at })
    .where("retired_at", "is", null)
    .execute();
  await connect(tx)
    .insertInto("signing_key")
    .values({ key_id: key.keyId, sealed: key.sealed, made_at: key.at, retired_at: null })
    .execute();
  return true;
}
