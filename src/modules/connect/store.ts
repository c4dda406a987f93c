import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../platform/database.ts";
import type { World } from "../../world.ts";
import { answersSought, type passesBy } from "../charters/index.ts";
import { isBlockedIn } from "../identity/index.ts";

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
  artifact: {
    id: Buffer;
    kind: string;
    sealed: Buffer;
    grant_id: Buffer | null;
    uid: Buffer | null;
    consumed_at: Date | null;
    expires_at: Date;
    person_id: string | null;
    site: string | null;
  };
  signing_key: { key_id: string; sealed: Buffer; made_at: Date; retired_at: Date | null };
};

const connect = (db: Db | Tx) => db.withSchema("connect").withTables<Tables>();

export type Artifact = Tables["artifact"];

/** What lives minutes only is kept apart, where writing costs less. */
const passing: readonly string[] = ["AuthorizationCode", "AccessToken", "Interaction", "ReplayDetection"];
const tableFor = (kind: string) =>
  sql.raw(passing.includes(kind) ? "connect.passing_artifact" : "connect.artifact");

/** Writes an artifact, or replaces it: sessions and interactions change, what was consumed stays so. */
export const putArtifact = (db: Db, row: Omit<Artifact, "consumed_at">) =>
  sql`insert into ${tableFor(row.kind)} as a (id, kind, sealed, grant_id, uid, expires_at, person_id, site)
    values (${row.id}, ${row.kind}, ${row.sealed}, ${row.grant_id}, ${row.uid}, ${row.expires_at}, ${row.person_id},
      ${row.site})
    on conflict (id, kind) do update set sealed = excluded.sealed, grant_id = excluded.grant_id,
      uid = excluded.uid, expires_at = excluded.expires_at`.execute(db);

/** What decides, at this moment, whether a person is known to a site: their agreement, a block, their charter (MC-04, MC-14). */
export type Gate = { agreed: boolean; blocked: boolean; answers: Parameters<typeof passesBy>[1] };

const gateOf = (world: World, person: RawBuilder<string>, site: RawBuilder<string>) => sql`
  exists (select from connect.consent where person_id = ${person} and site = ${site} and ended_at is null) as agreed,
  ${isBlockedIn(person, world.clock())} as blocked, ${answersSought(world, person)} as answers`;

export async function findGate(world: World, personId: string, site: string): Promise<Gate> {
  const { rows } = await sql<Gate>`select ${gateOf(world, sql`p.person_id`, sql`p.site`)}
    from (values (${personId}::uuid, ${site})) p (person_id, site)`.execute(world.db);
  return rows[0] as Gate;
}

export type FoundCode = Found &
  Gate & {
    personId: string | null;
    grant: Buffer | null;
    grantId: Buffer | null;
    session: Buffer | null;
    sessionId: Buffer | null;
    sessionUid: Buffer | null;
  };

export type AskedCode = { id: Buffer; site: string };

/**
 * Codes with all that each rests on, as it stands at one moment: one reading where the protocol asks one by one. In the
 * order asked; undefined where there is no such code.
 */
export async function findCodes(
  world: World,
  asked: readonly AskedCode[],
): Promise<(FoundCode | undefined)[]> {
  const { rows } = await sql<FoundCode & { place: number }>`
    select asked.place, c.id, c.sealed, c.consumed_at, c.person_id as "personId",
      g.id as "grantId", g.sealed as grant, s.id as "sessionId", s.uid as "sessionUid", s.sealed as session,
      ${gateOf(world, sql`c.person_id`, sql`asked.site`)}
    from unnest(${asked.map(({ id }) => id)}::bytea[], ${asked.map(({ site }) => site)}::text[])
      with ordinality asked (id, site, place)
    join connect.passing_artifact c on c.id = asked.id and c.kind = 'AuthorizationCode'
    left join connect.artifact g on g.id = c.grant_id and g.kind = 'Grant'
    left join connect.artifact s on s.uid = c.uid and s.kind = 'Session'`.execute(world.db);
  const found = new Map(rows.map((row) => [row.place, row]));
  return asked.map((_, at) => found.get(at + 1));
}

export type Purchase = { code: Buffer; token: Omit<Artifact, "consumed_at" | "kind" | "uid"> };

/**
 * Uses codes up and writes the access token that each buys, both or none; in the order asked, false where it was used
 * before: of two uses at one moment, in whatever processes or in one statement, one wins.
 */
export async function buyWithCodes(db: Db, asked: readonly Purchase[], at: Date): Promise<boolean[]> {
  const tokens = asked.map(({ token }) => token);
  const { rows } = await sql<{ id: Buffer }>`
    with unused as (select id from connect.passing_artifact
      where id = any(${asked.map(({ code }) => code)}::bytea[]) and kind = 'AuthorizationCode' and consumed_at is null
      order by id for update),
    used as (update connect.passing_artifact set consumed_at = ${at}
      where id in (select id from unused) and kind = 'AuthorizationCode' returning id)
    insert into connect.passing_artifact (id, kind, sealed, grant_id, expires_at, person_id, site)
    select distinct on (code) token, 'AccessToken', sealed, grant_id, expires_at, person_id, site
    from unnest(${asked.map(({ code }) => code)}::bytea[], ${tokens.map(({ id }) => id)}::bytea[],
      ${tokens.map(({ sealed }) => sealed)}::bytea[], ${tokens.map((one) => one.grant_id)}::bytea[],
      ${tokens.map((one) => one.expires_at)}::timestamptz[], ${tokens.map((one) => one.person_id)}::uuid[],
      ${tokens.map(({ site }) => site)}::text[])
      asked (code, token, sealed, grant_id, expires_at, person_id, site)
    join used on used.id = asked.code
    returning id`.execute(db);
  const bought = new Set(rows.map(({ id }) => id.toString("hex")));
  return tokens.map(({ id }) => bought.has(id.toString("hex")));
}

type Found = Pick<Artifact, "id" | "sealed" | "consumed_at">;

export async function findArtifact(db: Db, id: Buffer, kind: string): Promise<Found | undefined> {
  const { rows } = await sql<Found>`
    select id, sealed, consumed_at from ${tableFor(kind)} where id = ${id} and kind = ${kind}`.execute(db);
  return rows[0];
}

export async function findArtifactByUid(db: Db, uid: Buffer, kind: string): Promise<Found | undefined> {
  const { rows } = await sql<Found>`
    select id, sealed, consumed_at from ${tableFor(kind)} where uid = ${uid} and kind = ${kind} limit 1`.execute(
    db,
  );
  return rows[0];
}

/** Marks an artifact as used; false when it was before: of two uses at one moment, one wins. */
export async function consumeArtifact(db: Db, id: Buffer, kind: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update ${tableFor(kind)} set consumed_at = ${at} where id = ${id} and kind = ${kind} and consumed_at is null
    returning kind`.execute(db);
  return rows.length === 1;
}

export const dropArtifact = (db: Db, id: Buffer, kind: string) =>
  sql`delete from ${tableFor(kind)} where id = ${id} and kind = ${kind}`.execute(db);

/** Drops every code and token of a person, but those of these sites. */
export const dropHandedOut = (db: Db, personId: string, kept: readonly string[]) =>
  sql`with passing as (delete from connect.passing_artifact where person_id = ${personId} and site <> all(${kept}))
    delete from connect.artifact where person_id = ${personId} and site <> all(${kept})`.execute(db);

/** Drops every token of a grant. */
export const dropArtifactsOf = (db: Db | Tx, grantId: Buffer) =>
  sql`with passing as (delete from connect.passing_artifact where grant_id = ${grantId})
    delete from connect.artifact where grant_id = ${grantId}`.execute(db);

/** Removes what expired before then. */
export const dropOldArtifacts = (db: Db, before: Date) =>
  sql`with passing as (delete from connect.passing_artifact where expires_at < ${before})
    delete from connect.artifact where expires_at < ${before}`.execute(db);

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
