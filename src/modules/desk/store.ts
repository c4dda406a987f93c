import { sql } from "kysely";
import type { Throttle } from "../../../law/credentials/throttle.ts";
import type { Db, Tx } from "../../platform/database.ts";
import type { AgentRole, DatedRole, DeskAgent } from "./agent.ts";

type Tables = {
  agent: {
    agent_id: string;
    staff_number: string;
    name: string;
    office: string | null;
    person_id: string | null;
    hashed: string;
    password_given_until: Date | null;
    totp_sealed: Buffer | null;
    totp_confirmed_at: Date | null;
    totp_last_step: number | null;
    created_at: Date;
    created_by: string;
    closed_at: Date | null;
    closed_by: string | null;
  };
  agent_role: { agent_id: string; role: AgentRole; from_date: string; until_date: string | null };
  agent_session: {
    agent_id: string;
    secret_hash: Buffer;
    started_at: Date;
    last_seen_at: Date;
    passed_at: Date | null;
    ended_at: Date | null;
  };
};

const desk = (db: Db | Tx) => db.withSchema("desk").withTables<Tables>();

/** An agent with what lets them in. */
export type StoredAgent = DeskAgent & {
  hashed: string;
  passwordGivenUntil: Date | null;
  totpSealed: Buffer | null;
  totpConfirmedAt: Date | null;
  closedAt: Date | null;
};

type AgentRow = Omit<StoredAgent, "roles"> & {
  roles: { role: AgentRole; from: string; until: string | null }[] | null;
};

const agentColumns = sql.raw(`a.agent_id as "agentId", a.staff_number as "staffNumber", a.name, a.office,
  a.person_id as "personId", a.hashed, a.password_given_until as "passwordGivenUntil", a.totp_sealed as "totpSealed",
  a.totp_confirmed_at as "totpConfirmedAt", a.closed_at as "closedAt",
  (select json_agg(json_build_object('role', r.role, 'from', r.from_date, 'until', r.until_date) order by r.role)
    from desk.agent_role r where r.agent_id = a.agent_id) as roles`);

const readAgent = <Row extends AgentRow>({ roles, ...row }: Row) => ({
  ...row,
  roles: (roles ?? []).map(({ until, ...one }): DatedRole => (until === null ? one : { ...one, until })),
});

/** The agent of that staff number, closed or not. */
export async function findAgentByNumber(db: Db, staffNumber: string): Promise<StoredAgent | undefined> {
  const { rows } = await sql<AgentRow>`
    select ${agentColumns} from desk.agent a where a.staff_number = ${staffNumber}`.execute(db);
  return rows[0] && readAgent(rows[0]);
}

/** The agent of that id, closed or not; `lock` makes what is done to one agent at one moment wait. */
export async function findAgent(
  db: Db | Tx,
  agentId: string,
  lock = false,
): Promise<StoredAgent | undefined> {
  const { rows } = await sql<AgentRow>`
    select ${agentColumns} from desk.agent a where a.agent_id = ${agentId} ${lock ? sql`for update of a` : sql``}`.execute(
    db,
  );
  return rows[0] && readAgent(rows[0]);
}

/** Agents by name, so many of them, after so many others. */
export async function findAgents(db: Db, skipped: number, most: number): Promise<StoredAgent[]> {
  const { rows } = await sql<AgentRow>`
    select ${agentColumns} from desk.agent a order by a.name, a.agent_id limit ${most} offset ${skipped}`.execute(
    db,
  );
  return rows.map(readAgent);
}

/** The names of these agents, by id. */
export async function findAgentNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ agentId: string; name: string }>`
    select agent_id as "agentId", name from desk.agent where agent_id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ agentId, name }) => [agentId, name]));
}

/** Whether anybody works here yet. */
export const hasAgents = async (db: Db): Promise<boolean> =>
  (await desk(db).selectFrom("agent").select("agent_id").limit(1).executeTakeFirst()) !== undefined;

/** Writes an agent down; false where somebody has that staff number. */
export async function insertAgent(
  tx: Tx,
  agent: DeskAgent & { hashed: string; passwordGivenUntil: Date | null; createdAt: Date; createdBy: string },
): Promise<boolean> {
  const result = await desk(tx)
    .insertInto("agent")
    .values({
      agent_id: agent.agentId,
      staff_number: agent.staffNumber,
      name: agent.name,
      office: agent.office,
      person_id: agent.personId,
      hashed: agent.hashed,
      password_given_until: agent.passwordGivenUntil,
      totp_sealed: null,
      totp_confirmed_at: null,
      totp_last_step: null,
      created_at: agent.createdAt,
      created_by: agent.createdBy,
      closed_at: null,
      closed_by: null,
    })
    .onConflict((conflict) => conflict.constraint("agent_staff_number").doNothing())
    .executeTakeFirst();
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
  if (agent.roles.length === 0) return true;
  const roles = agent.roles.map(({ role, from, until }) => ({
    agent_id: agent.agentId,
    role,
    from_date: from,
    until_date: until ?? null,
  }));
  await desk(tx).insertInto("agent_role").values(roles).execute();
  return true;
}

/** Closes an agent's access; false where it was. */
export async function closeAgent(tx: Tx, agentId: string, by: string, at: Date): Promise<boolean> {
  const result = await desk(tx)
    .updateTable("agent")
    .set({ closed_at: at, closed_by: by })
    .where("agent_id", "=", agentId)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Gives an agent a new password and takes their second factor away: a lost phone, a forgotten password. */
export const reissueAgent = (tx: Tx, agentId: string, hashed: string, until: Date) =>
  desk(tx)
    .updateTable("agent")
    .set({ hashed, password_given_until: until, totp_sealed: null, totp_confirmed_at: null })
    .set({ totp_last_step: null })
    .where("agent_id", "=", agentId)
    .execute();

/** The agent chose a password of their own. */
export const setAgentPassword = (tx: Tx, agentId: string, hashed: string) =>
  desk(tx)
    .updateTable("agent")
    .set({ hashed, password_given_until: null })
    .where("agent_id", "=", agentId)
    .execute();

/** Keeps a secret until its first code, unless one is kept already; the one that is kept then. */
export async function keepTotp(db: Db, agentId: string, sealed: Buffer): Promise<Buffer | null> {
  const { rows } = await sql<{ sealed: Buffer }>`
    update desk.agent set totp_sealed = coalesce(totp_sealed, ${sealed})
    where agent_id = ${agentId} and totp_confirmed_at is null returning totp_sealed as sealed`.execute(db);
  return rows[0]?.sealed ?? null;
}

/** Takes the code of an interval, once: false where that one or a later one was taken (SEC-08). */
export async function takeTotpStep(tx: Tx, agentId: string, step: number, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update desk.agent set totp_last_step = ${step}, totp_confirmed_at = coalesce(totp_confirmed_at, ${at})
    where agent_id = ${agentId} and closed_at is null and (totp_last_step is null or totp_last_step < ${step})
    returning agent_id`.execute(tx);
  return rows.length === 1;
}

export const insertAgentSession = (tx: Tx, session: Omit<Tables["agent_session"], "ended_at">) =>
  desk(tx)
    .insertInto("agent_session")
    .values({ ...session, ended_at: null })
    .execute();

export type AgentSession = { startedAt: Date; lastSeenAt: Date; passedAt: Date | null };

/** The session of that secret, and whose it is; of a closed agent there is none. */
export async function findAgentSession(
  db: Db,
  agentId: string,
  secretHash: Buffer,
): Promise<{ agent: StoredAgent; session: AgentSession } | undefined> {
  const { rows } = await sql<AgentRow & AgentSession>`
    select ${agentColumns}, s.started_at as "startedAt", s.last_seen_at as "lastSeenAt", s.passed_at as "passedAt"
    from desk.agent_session s join desk.agent a using (agent_id)
    where s.agent_id = ${agentId} and s.secret_hash = ${secretHash} and s.ended_at is null and a.closed_at is null`.execute(
    db,
  );
  const [row] = rows;
  if (!row) return undefined;
  const { startedAt, lastSeenAt, passedAt, ...agent } = row;
  return { agent: readAgent(agent), session: { startedAt, lastSeenAt, passedAt } };
}

const oneSession = (db: Db | Tx, agentId: string, secretHash: Buffer) =>
  desk(db)
    .updateTable("agent_session")
    .where("agent_id", "=", agentId)
    .where("secret_hash", "=", secretHash)
    .where("ended_at", "is", null);

export const touchAgentSession = (db: Db, agentId: string, secretHash: Buffer, at: Date) =>
  oneSession(db, agentId, secretHash).set({ last_seen_at: at }).execute();

/** The second factor was shown: the session gets a new secret (SEC-05). False where it was shown already. */
export const passAgentSession = async (tx: Tx, agentId: string, from: Buffer, to: Buffer, at: Date) =>
  (
    await oneSession(tx, agentId, from)
      .where("passed_at", "is", null)
      .set({ secret_hash: to, passed_at: at, last_seen_at: at })
      .executeTakeFirst()
  ).numUpdatedRows > 0n;

/** Ends one session of an agent, or all of them; how many were running. */
export const endAgentSessions = async (tx: Tx, agentId: string, at: Date, only?: Buffer): Promise<number> => {
  const all = desk(tx)
    .updateTable("agent_session")
    .set({ ended_at: at })
    .where("agent_id", "=", agentId)
    .where("ended_at", "is", null);
  const result = await (only ? all.where("secret_hash", "=", only) : all).executeTakeFirst();
  return Number(result.numUpdatedRows);
};

/** What is remembered of wrong tries on that key, with the version it is at. */
export async function findTries(db: Db, triedOn: Buffer): Promise<{ throttle?: Throttle; version: number }> {
  const { rows } = await sql<Throttle & { version: number }>`
    select failures, last_failure_at as "lastFailureAt", day, failures_today as "failuresToday",
      locked_until as "lockedUntil", version
    from desk.attempts where tried_on = ${triedOn}`.execute(db);
  const [row] = rows;
  if (!row) return { version: 0 };
  const { version, ...throttle } = row;
  return { throttle, version };
}

/** Writes a try down before its outcome is known, if nobody wrote one since `version` was read (SEC-01). */
export async function reserveDeskTry(
  db: Db,
  triedOn: Buffer,
  throttle: Throttle,
  version: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into desk.attempts as t (tried_on, failures, last_failure_at, day, failures_today, locked_until, version)
    values (${triedOn}, ${throttle.failures}, ${throttle.lastFailureAt}, ${throttle.day}, ${throttle.failuresToday},
      ${throttle.lockedUntil}, 1)
    on conflict on constraint desk_attempts_key do update set failures = excluded.failures,
      last_failure_at = excluded.last_failure_at, day = excluded.day, failures_today = excluded.failures_today,
      locked_until = excluded.locked_until, version = t.version + 1
    where t.version = ${version}
    returning version`.execute(db);
  return rows.length === 1;
}

/** The try was right: it is taken back, and the run of failures starts afresh. */
export const clearDeskTries = (tx: Tx, triedOn: Buffer) =>
  sql`update desk.attempts set failures = 0, last_failure_at = null, locked_until = null, version = version + 1,
        failures_today = greatest(failures_today - 1, 0)
      where tried_on = ${triedOn}`.execute(tx);
