import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, type TestContext, test } from "node:test";
import { pathToFileURL } from "node:url";
import { sql } from "kysely";
import pg from "pg";
import { testDatabase } from "../../test/database.ts";
import {
  brokeConstraint,
  ensureDatabase,
  inTransaction,
  isDatabaseAway,
  isReachable,
  migrate,
  openDatabase,
} from "./database.ts";

const database = await testDatabase();
after(() => database.drop());

/** Opens a pool that ends with its test. What it reports is expected there. */
function open(t: TestContext, connections: number, url = database.url) {
  const reported: Error[] = [];
  const db = openDatabase(url, connections, (error) => reported.push(error));
  t.after(() => db.destroy());
  return Object.assign(db, { reported });
}

const failure = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => assert.fail("it was expected to fail"),
    (error: Error) => error,
  );

/** Ends a connection from outside, as a restart of PostgreSQL does. */
async function terminate(backend: number) {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query("select pg_terminate_backend($1, 5000)", [backend]);
  await client.end();
}

const backendOf = async (db: Parameters<typeof isReachable>[0]) => {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  return rows[0]?.pid as number;
};

describe("statements", () => {
  test("with values are prepared under a name, once for each text", async (t) => {
    const db = open(t, 1);
    for (const value of [1, 2, 3]) await sql`select ${value}::int as one`.execute(db);
    await sql`select ${"a"}::text as other`.execute(db);
    const { rows } = await sql<{ name: string; statement: string; uses: number }>`
      select name, statement, generic_plans + custom_plans as uses from pg_prepared_statements
      where ${true} and statement not like '%pg_prepared_statements%' order by statement`.execute(db);
    assert.deepEqual(
      rows.map(({ statement, uses }) => [statement, uses]),
      [
        ["select $1::int as one", 3],
        ["select $1::text as other", 1],
      ],
    );
    for (const { name } of rows) assert.match(name, /^[\w-]{24}$/);
  });

  test("give counts as numbers and civil dates as text", async (t) => {
    const { rows } =
      await sql`select count(*) as many, date '2026-03-01' - 1 as day from (values (1)) x`.execute(
        open(t, 1),
      );
    assert.deepEqual(rows, [{ many: 1, day: "2026-02-28" }]);
  });

  test("of one transaction stand together or not at all", async (t) => {
    const db = open(t, 2);
    await sql`create table kept (n int constraint kept_once unique)`.execute(db);
    await inTransaction(db, (tx) => sql`insert into kept values (${1})`.execute(tx));
    const broken = await failure(
      inTransaction(db, async (tx) => {
        await sql`insert into kept values (${2})`.execute(tx);
        await sql`insert into kept values (${1})`.execute(tx);
      }),
    );
    assert.equal(brokeConstraint(broken, "kept_once"), true);
    assert.equal(brokeConstraint(broken, "another"), false);
    assert.equal(isDatabaseAway(broken), false);
    assert.deepEqual((await sql`select n from kept`.execute(db)).rows, [{ n: 1 }]);
  });
});

describe("REL-03 a database that is away", () => {
  test("because nothing listens is told as such at once", async (t) => {
    const db = open(t, 1, "postgres://nobody@127.0.0.1:1/none");
    assert.equal(isDatabaseAway(await failure(sql`select 1`.execute(db))), true);
    assert.equal(await isReachable(db), false);
  });

  test("because its machine cannot be found is told as such", async (t) => {
    const db = open(t, 1, "postgres://nobody@no-such-machine.invalid/none");
    assert.equal(isDatabaseAway(await failure(sql`select 1`.execute(db))), true);
  });

  test("because it takes the connection and says nothing is told as such within 2 seconds", async (t) => {
    const taken: Socket[] = [];
    const mute = createServer((socket) => taken.push(socket));
    await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
    t.after(() => {
      for (const socket of taken) socket.destroy();
      mute.close();
    });
    const db = open(t, 1, `postgres://nobody@127.0.0.1:${(mute.address() as AddressInfo).port}/none`);
    const start = performance.now();
    assert.equal(isDatabaseAway(await failure(sql`select 1`.execute(db))), true);
    assert.ok(performance.now() - start < 2000);
  });

  test("because every connection is taken is told as such within 2 seconds", async (t) => {
    const db = open(t, 1);
    await inTransaction(db, async () => {
      const start = performance.now();
      assert.equal(isDatabaseAway(await failure(sql`select 1`.execute(db))), true);
      assert.ok(performance.now() - start < 2000);
    });
    assert.equal(await isReachable(db), true);
  });

  test("because it ended the connection is told as such, and the next statement gets a new one", async (t) => {
    const db = open(t, 1);
    const backend = await backendOf(db);
    const asked = failure(sql`select pg_sleep(1.5)`.execute(db));
    await terminate(backend);
    assert.equal(isDatabaseAway(await asked), true);
    assert.notEqual(await backendOf(db), backend);
  });

  test("while a transaction rests between two statements does not end the process", async (t) => {
    const db = open(t, 1);
    const broken = await failure(
      inTransaction(db, async (tx) => {
        await terminate(await backendOf(tx));
        await new Promise((resolve) => setTimeout(resolve, 100));
        await sql`select 1`.execute(tx);
      }),
    );
    assert.equal(isDatabaseAway(broken), true);
    assert.equal(await isReachable(db), true);
  });

  test("while a connection rests in the pool is reported, and the next statement gets a new one", async (t) => {
    const db = open(t, 1);
    await terminate(await backendOf(db));
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(db.reported.length, 1);
    assert.equal(isDatabaseAway(db.reported[0]), true);
    assert.equal(await isReachable(db), true);
  });

  test("because it does not answer in 2 seconds is told as such; its connection and transaction serve no other", async (t) => {
    const db = open(t, 1);
    await sql`create table slow (n int)`.execute(db);
    const start = performance.now();
    const late = await failure(
      inTransaction(db, async (tx) => {
        await sql`insert into slow values (${1})`.execute(tx);
        await sql`select pg_sleep(${5})`.execute(tx);
      }),
    );
    assert.equal(isDatabaseAway(late), true);
    await inTransaction(db, (tx) => sql`insert into slow values (${2})`.execute(tx));
    assert.ok(performance.now() - start < 3000, "a page waits for both");
    const { rows } = await sql`select n from slow`.execute(db);
    assert.deepEqual(rows, [{ n: 2 }]);
  });

  test("is not what other errors say", async (t) => {
    const db = open(t, 1);
    assert.equal(isDatabaseAway(await failure(sql`select nonsense`.execute(db))), false);
    assert.equal(isDatabaseAway(await failure(sql`select 1 / ${0}::int`.execute(db))), false);
    assert.equal(isDatabaseAway(new Error("too many apples")), false);
    assert.equal(isDatabaseAway("ECONNREFUSED"), false);
    assert.equal(isDatabaseAway(undefined), false);
  });
});

describe("migrations", () => {
  const real = new URL("../../migrations/", import.meta.url);
  const made: string[] = [];
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "foyer-migrations-"));
    await cp(real, folder, { recursive: true });
  });
  after(() => rm(folder, { recursive: true, force: true }));
  after(() => Promise.all(made.map(dropDatabase)));

  const inFolder = () => pathToFileURL(`${folder}/`);
  const emptyDatabase = async () => {
    const url = new URL(database.url);
    url.pathname = `empty_${randomBytes(6).toString("hex")}`;
    made.push(url.href);
    await ensureDatabase(url.href);
    return url.href;
  };

  test("are applied in order, once", async (t) => {
    const url = await emptyDatabase();
    const applied = await migrate(url, real);
    assert.equal(applied[0], "0001-journal.sql");
    assert.deepEqual(applied, [...applied].sort());
    assert.deepEqual(await migrate(url, real), []);
    const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(
      open(t, 1, url),
    );
    assert.deepEqual(
      rows.map((row) => row.name),
      applied,
    );
  });

  test("that two processes start at once are applied by one of them", async () => {
    const url = await emptyDatabase();
    const [some, others] = await Promise.all([migrate(url, real), migrate(url, real)]);
    assert.equal(Math.min(some.length, others.length), 0);
    assert.ok(Math.max(some.length, others.length) > 0);
  });

  test("that were edited after they were applied are refused by name", async () => {
    const url = await emptyDatabase();
    await migrate(url, inFolder());
    await writeFile(join(folder, "0001-journal.sql"), "select 1;");
    await assert.rejects(migrate(url, inFolder()), /Migration 0001-journal\.sql was edited/);
    await cp(new URL("0001-journal.sql", real), join(folder, "0001-journal.sql"));
    assert.deepEqual(await migrate(url, inFolder()), []);
  });

  test("that fail leave nothing of themselves, and are tried again", async (t) => {
    const url = await emptyDatabase();
    await migrate(url, inFolder());
    await writeFile(join(folder, "9998-half.sql"), "create table half (n int); select nonsense;");
    await writeFile(join(folder, "9999-after.sql"), "create table later (n int);");
    await assert.rejects(migrate(url, inFolder()), /nonsense/);
    const db = open(t, 1, url);
    const standing = () =>
      sql<{ half: boolean; later: boolean }>`
        select to_regclass('half') is not null as half, to_regclass('later') is not null as later`
        .execute(db)
        .then(({ rows }) => rows[0]);
    assert.deepEqual(await standing(), { half: false, later: false });
    await writeFile(join(folder, "9998-half.sql"), "create table half (n int);");
    assert.deepEqual(await migrate(url, inFolder()), ["9998-half.sql", "9999-after.sql"]);
    assert.deepEqual(await standing(), { half: true, later: true });
  });

  test("find their database made already, or make it, two at once too", async () => {
    const url = new URL(database.url);
    url.pathname = `both_${randomBytes(6).toString("hex")}`;
    made.push(url.href);
    await Promise.all([1, 2, 3].map(() => ensureDatabase(url.href)));
    assert.ok((await migrate(url.href, inFolder())).length > 0);
  });
});

async function dropDatabase(url: string) {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
  await client.end();
}
