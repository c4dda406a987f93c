import { randomBytes } from "node:crypto";
import pg from "pg";

/** The environment variable that tells test files where the server of this run is. */
export const serverVariable = "FOYER_TEST_SERVER";

/** The environment variable with the secret of this run: what one file seals in a template, every other can read. */
export const secretVariable = "FOYER_TEST_SECRET";

/** The migrated, empty database that every other one is a copy of. */
export const template = "foyer_template";

export type TestDatabase = { url: string; drop: () => Promise<void> };

/** Makes a database of its own for a test file: migrated, with queues, as `from` left it. `drop` removes it. */
export async function testDatabase(from = template): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await onServer((client) => whenIdle(client, `create database ${name} template ${from} strategy file_copy`));
  return {
    url: urlOf(name),
    drop: () => onServer((client) => client.query(`drop database ${name} with (force)`)),
  };
}

/**
 * A template made once for the whole run by the first file that asks; the others wait for it. `fill` is given its
 * connection string, and leaves no connection open.
 */
export async function testTemplate(name: string, fill: (url: string) => Promise<void>): Promise<string> {
  await onServer(async (client) => {
    await client.query("select pg_advisory_lock(hashtext($1))", [name]);
    const found = await client.query("select from pg_database where datname = $1", [name]);
    if (found.rowCount) return;
    const unfinished = `${name}_unfinished`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await whenIdle(client, `create database ${unfinished} template ${template} strategy file_copy`);
    await fill(urlOf(unfinished));
    await whenIdle(client, `alter database ${unfinished} rename to ${name}`);
  });
  return name;
}

/** What the keys of every template are derived from. */
export const secretOfRun = (): Buffer => Buffer.from(given(secretVariable), "base64");

const server = () => given(serverVariable);

function given(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error("Run with: node --test --test-global-setup=test/global-setup.ts");
  return value;
}

function urlOf(name: string): string {
  const url = new URL(server());
  url.pathname = name;
  return url.href;
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Two files may copy at once, but a connection that is just closing keeps a database busy for a moment. */
async function whenIdle(client: pg.Client, statement: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      const isBusy = error instanceof pg.DatabaseError && error.code === "55006";
      if (!isBusy || tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
