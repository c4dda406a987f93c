import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import { answersSought, type passesBy } from "../../charters/index.ts";
import { isBlockedIn } from "../../identity/index.ts";

/** What the protocol's library hands out or remembers, sealed. */
export type Artifact = {
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
