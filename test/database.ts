import { randomBytes } from "node:crypto";
import pg from "pg";

/** The environment variable that tells test files where the server of this run is. */
export const serverVariable = "FOYER_TEST_SERVER";

/** The migrated, empty database that every test database is a copy of. */
export const template = "foyer_template";

export type TestDatabase = { url: string; drop: () => Promise<void> };

/** Makes a database of its own for a test file: migrated, empty, with queues. `drop` removes it. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env[serverVariable];
  if (!server) throw new Error("Run with: node --test --test-global-setup=test/global-setup.ts");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await onServer(server, (client) => copyTemplate(client, name));
  const url = new URL(server);
  url.pathname = name;
  return {
    url: url.href,
    drop: () => onServer(server, (client) => client.query(`drop database ${name} with (force)`)),
  };
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Two files may copy at once, but a connection that is just closing keeps the template busy for a moment. */
async function copyTemplate(client: pg.Client, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await client.query(`create database ${name} template ${template}`);
      return;
    } catch (error) {
      const isBusy = error instanceof pg.DatabaseError && error.code === "55006";
      if (!isBusy || tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
