import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { Kysely, PostgresDialect, type PostgresPoolClient, sql, type Transaction } from "kysely";
import pg from "pg";
import { beginAs, type Reach, reachNow, sendAs } from "./reach.ts";

/** A database, or a transaction in it. Each store narrows it to its own schema. */
export type Db = Kysely<unknown>;
export type Tx = Transaction<unknown>;

/** Milliseconds. Together they keep a request whose database is away under 3 seconds (REL-03). */
const patience = { connect: 1200, query: 2000 };

// Counts and sequence numbers stay far under 2^53: int8 arrives as a number.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A civil date has no hour and no time zone: it stays the text "YYYY-MM-DD".
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/**
 * Who the database takes a pool for: it keeps to what row-level security leaves that role (migration 0022). `foyer_visitor`
 * touches only what is within the reach of who is signed in.
 */
export type Role = "foyer_institution" | "foyer_visitor";

/** Opens a pool of connections whose every statement is prepared under a name. Without a role it is the owner's. */
export function openDatabase(
  url: string,
  connections: number,
  report: (error: Error) => void,
  role?: Role,
): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: patience.connect,
    query_timeout: patience.query,
    application_name: "foyer",
    ...(role && { options: `-c role=${role}` }),
  });
  pool.on("error", report);
  // The pool listens to idle connections only. One that breaks in use is told by its next statement, and
  // must not end the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  const dialect = new PostgresDialect({
    pool: {
      connect: async () => {
        const reach = role === "foyer_visitor" ? reachNow() : undefined;
        return prepared(await pool.connect(), reach);
      },
      end: () => pool.end(),
    },
  });
  return new Kysely<unknown>({ dialect });
}

/**
 * PostgreSQL plans a named statement once per connection: 1.3 to 1.7 times the unnamed ones.
 * A statement that did not answer in time may still run, inside a transaction that is still open: its
 * connection is closed at once and never handed on. With a reach, every transaction says for whom it is.
 */
function prepared(client: pg.PoolClient, reach?: Required<Reach>): PostgresPoolClient {
  let isHeld = true;
  let isInTransaction = false;
  const release = (error?: Error) => {
    if (isHeld) client.release(error);
    isHeld = false;
  };
  const closeWhenLate = (error: Error) => {
    if (error.message === "Query read timeout") release(error);
    throw error;
  };
  const send = (text: string, values: unknown[]) => {
    if (text === "begin") isInTransaction = true;
    if (text === "commit" || text === "rollback") isInTransaction = false;
    if (reach && text === "begin") return client.query(beginAs(reach));
    const named = { name: statementName(text), text, values };
    if (reach && !isInTransaction && text !== "commit" && text !== "rollback")
      return sendAs(client, named, reach);
    return client.query(values.length === 0 ? text : named);
  };
  return {
    query: (text: unknown, values?: unknown) =>
      typeof text === "string"
        ? send(text, (values as unknown[] | undefined) ?? []).catch(closeWhenLate)
        : client.query(text as never),
    release: () => release(),
  } as unknown as PostgresPoolClient;
}

const names = new Map<string, string>();
function statementName(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash("sha256").update(text).digest("base64url").slice(0, 24);
    names.set(text, name);
  }
  return name;
}

/** Runs `work` in one transaction: all of it stands, or nothing does. */
export const inTransaction = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(work);

/** Does some work inside `tx`; where it answers false, all it wrote is undone and the transaction goes on. */
export async function orUndo(tx: Tx, work: () => Promise<boolean>): Promise<boolean> {
  await sql`savepoint before_work`.execute(tx);
  const stands = await work();
  await (stands ? sql`release savepoint before_work` : sql`rollback to savepoint before_work`).execute(tx);
  return stands;
}

/** True when the database cannot be reached or does not answer: the person is told to come back (REL-03). */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return awayCodes.has(code) || awayWords.test(error.message);
}

const awayCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08006",
]);
const awayWords =
  /Query read timeout|timeout exceeded when trying to connect|Connection terminated|not queryable|timeout expired/;

/** True when a unique constraint of that name refused a row. */
export const brokeConstraint = (error: unknown, constraint: string): boolean =>
  error instanceof pg.DatabaseError && error.constraint === constraint;

/**
 * Applies the numbered SQL files of `folder` that the database does not know yet, each in its own transaction,
 * one process at a time. An applied file that was edited since is refused.
 */
export async function migrate(url: string, folder: URL): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(7041988)");
    await client.query(
      "create table if not exists public.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())",
    );
    const known = new Map(
      (
        await client.query<{ name: string; sha256: string }>("select name, sha256 from public.migration")
      ).rows.map((row) => [row.name, row.sha256]),
    );
    const files = (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort();
    const applied: string[] = [];
    for (const name of files) {
      const text = await readFile(new URL(name, folder), "utf8");
      const digest = createHash("sha256").update(text).digest("hex");
      if (known.get(name) === digest) continue;
      if (known.has(name)) throw new Error(`Migration ${name} was edited after it was applied.`);
      await client.query("begin");
      await client.query(text);
      await client.query("insert into public.migration (name, sha256) values ($1, $2)", [name, digest]);
      await client.query("commit");
      applied.push(name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

/** Makes the database of `url` if the server does not have it yet. */
export async function ensureDatabase(url: string): Promise<void> {
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.pathname = "/postgres";
  const client = new pg.Client({ connectionString: target.href });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) {
      await client.query(`create database ${client.escapeIdentifier(name)}`).catch(unlessMadeMeanwhile);
    }
  } finally {
    await client.end();
  }
}

/** Another process that starts at the same moment makes it too. */
function unlessMadeMeanwhile(error: { code?: string }) {
  if (error.code !== "42P04" && error.code !== "23505") throw error;
}

/** Whether the database answers now. */
export const isReachable = (db: Db): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
