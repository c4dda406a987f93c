import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { type Db, inTransaction, migrate, openDatabase } from "../src/platform/database.ts";
import { newId } from "../src/platform/ids.ts";
import { startJobs } from "../src/platform/jobs.ts";
import { mailQueue } from "../src/platform/messages.ts";
import { type Reach, within } from "../src/platform/reach.ts";
import { awa, camille, julien } from "./demo.ts";
import { type TestWorld, testWorld } from "./world.ts";

/*
 * The second wall, tried on every table there is (SEC-11). Each gets a row in which every person is Awa, every file, employer
 * and structure hers; then others ask the database for it, and for nothing of it. A table that a later migration adds is
 * tried without a word here: it must be closed, or stand in one of the lists below.
 */

let world: TestWorld;
let tables: string[];
const day = "2026-03-10";

before(async () => {
  world = await testWorld();
  tables = await tablesOf(world.owner);
  for (const table of tables) await addHers(table);
  const { file_id } = ids;
  await sql`insert into households.member (file_id, person_id, role, from_date)
    values (${file_id}, ${julien.id}, 'spouse', '2020-01-01')`.execute(world.owner);
});
after(() => world.close());

/** Whom each table is open to, beside the institution. Whatever is missing here is open to nobody. */
const open = {
  everybody: ["charters.text", "charters.version", "partners.site_suspension"],
  household: [
    "claims.claim",
    "households.delegation",
    "households.delegation_answer",
    "households.entitlement",
    "households.file",
    "households.member",
    "households.separation",
    "identity.person",
  ],
  herself: [
    "charters.answer",
    "charters.seen",
    "claims.draft",
    "connect.consent",
    "connect.site_session",
    "contributions.employer",
    "contributions.representative",
    "households.chosen_space",
    "households.guardianship",
    "households.guardianship_deposit",
    "households.guardianship_draft",
    "identity.account",
    "identity.address",
    "identity.alarm",
    "identity.block",
    "identity.civil_status",
    "identity.code",
    "identity.contact_change",
    "identity.contact_point",
    "identity.identifier",
    "identity.kept_input",
    "identity.linked_identity",
    "identity.notice_address",
    "identity.old_password",
    "identity.passkey",
    "identity.password_campaign",
    "identity.provider_session",
    "identity.second_step_code",
    "identity.session",
    "identity.trusted_device",
    "journal.chain_end",
    "journal.entry",
    "partners.naming",
    "partners.post",
    "partners.service",
    "partners.structure",
    "partners.suspension",
    "uploads.file",
  ],
};

test("SEC-11 every table has row-level security, forced on its owner too, under roles that own nothing and bypass nothing", async () => {
  const { rows: loose } = await sql<{ name: string }>`
    select oid::regclass::text as name from pg_class
    where oid = any(${tables}::regclass[]) and not (relrowsecurity and relforcerowsecurity)`.execute(
    world.owner,
  );
  assert.deepEqual(loose, []);
  const { rows: strong } = await sql`
    select rolname from pg_roles where rolname like 'foyer_%' and (rolsuper or rolbypassrls or rolcanlogin)
    union select tableowner from pg_tables where tableowner like 'foyer_%'`.execute(world.owner);
  assert.deepEqual(strong, []);
  assert.ok(tables.length > 60);
});

const others: Reach[] = [{ person: camille.id, on: day }, { person: newId(), on: day }, {}];

test("SEC-11 another person, and nobody, read, change and delete no row of hers in any table", async () => {
  for (const table of tables.filter((one) => !open.everybody.includes(one))) {
    for (const reach of others) {
      assert.equal(await count(reach, table), 0, `${table} is read`);
      assert.equal(
        await touched(reach, sql`update ${sql.table(table)} set ${await asItIs(table)}`),
        0,
        table,
      );
      assert.equal(await touched(reach, sql`delete from ${sql.table(table)}`), 0, table);
    }
  }
});

test("SEC-11 nobody else writes a row in her name, nor changes what is public", async () => {
  for (const table of tables) {
    for (const reach of others)
      await assert.rejects(touched(reach, insert(table)), /row-level security/, table);
  }
  for (const table of open.everybody) {
    assert.equal(await touched({ person: awa.id, on: day }, sql`delete from ${sql.table(table)}`), 0, table);
  }
});

test("SEC-11 CP-01 her spouse reads what is the household's and nothing that is hers alone; she reads all of it", async () => {
  const reaches = async (person: string) => {
    const seen = [];
    for (const table of tables) if ((await count({ person, on: day }, table)) > 0) seen.push(table);
    return seen;
  };
  const both = [...open.everybody, ...open.household];
  assert.deepEqual(await reaches(julien.id), both.toSorted());
  assert.deepEqual(await reaches(awa.id), [...both, ...open.herself].toSorted());
});

test("SEC-11 who has left the household no longer reads it, from that very day", async () => {
  const left = (until: string | null) =>
    sql`update households.member set until_date = ${until} where person_id = ${julien.id}`.execute(
      world.owner,
    );
  await left(day);
  assert.equal(await count({ person: julien.id, on: "2026-03-09" }, "households.delegation"), 1);
  assert.equal(await count({ person: julien.id, on: day }, "households.delegation"), 0);
  await left(null);
});

test("MC-06 SEC-11 a guardian reads the protected person's file while a validated decision runs, and not a day longer", async () => {
  const decision = (state: string, until: string | null) =>
    sql`
    update households.guardianship set guardian_person = ${camille.id}, state = ${state},
      until_date = ${until}`.execute(world.owner);
  const reads = (on: string) =>
    Promise.all(
      ["households.file", "identity.person", "identity.account"].map((table) =>
        count({ person: camille.id, on }, table),
      ),
    );
  await decision("validated", null);
  assert.deepEqual(await reads(day), [1, 1, 0], "the file and the name, never the credentials");
  await decision("validated", "2026-03-11");
  assert.deepEqual(await reads(day), [1, 1, 0]);
  assert.deepEqual(await reads("2026-03-11"), [0, 0, 0]);
  await decision("proposed", null);
  assert.deepEqual(await reads(day), [0, 0, 0]);
});

test("SEC-11 whom a statement stands for ends with it: requests at the same moment never mix", async () => {
  const people = [awa.id, camille.id, julien.id];
  const asked = Array.from({ length: 60 }, (_, n) =>
    count({ person: people[n % 3] as string, on: day }, "identity.account"),
  );
  assert.deepEqual(
    await Promise.all(asked),
    asked.map((_, n) => (n % 3 === 0 ? 1 : 0)),
  );
  const { rows } = await sql<{ person: string }>`
    select current_setting('foyer.person', true) as person`.execute(world.reach.visitor);
  assert.deepEqual(rows, [{ person: "" }]);
});

test("SEC-11 a statement that fails leaves the connection to the next one, who is somebody else", async () => {
  for (let n = 0; n < 10; n++) {
    await assert.rejects(
      as({ person: awa.id, on: day }, () => sql`select 1 / ${0}::int`.execute(world.reach.visitor)),
    );
    assert.equal(await count({ person: camille.id, on: day }, "identity.account"), 0);
  }
});

test("SEC-11 an operator who is no superuser sets up a database, and Foyer works behind the wall in it", async () => {
  const made = await databaseOf(`operator_${newId().slice(0, 8)}`);
  await migrate(made.url, new URL("../migrations/", import.meta.url));
  const report = (error: Error) => assert.fail(error);
  const jobs = await startJobs(made.url, randomBytes(32), report);
  await jobs.work(mailQueue, async () => {});
  const institution = openDatabase(made.url, 1, report, "foyer_institution");
  const visitor = openDatabase(made.url, 1, report, "foyer_visitor");
  await inTransaction(institution, async (tx) => {
    await insert("journal.chain_end").execute(tx);
    await jobs.send(tx, mailQueue, { to: "a@exemple.fr", language: "fr", subject: "x", text: "x" });
  });
  const seen = (person: string) =>
    as({ person, on: day }, () =>
      sql`select from journal.chain_end`.execute(visitor).then(({ rows }) => rows.length),
    );
  assert.deepEqual([await seen(awa.id), await seen(camille.id)], [1, 0]);
  await Promise.all([institution.destroy(), visitor.destroy(), jobs.stop()]);
});

test("SEC-11 a reach names a person and a day, and nothing that could be read as a statement", async () => {
  for (const reach of [{ person: "x'; reset role; --" }, { person: awa.id, on: "'; reset role; --" }]) {
    await assert.rejects(count(reach, "identity.account"), /names no person or no day/);
  }
});

/** Within a reach, as a request of that person is. */
const as = <T>(reach: Reach, work: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => within(reach, () => void work().then(resolve, reject)));

const count = (reach: Reach, table: string): Promise<number> =>
  as(reach, async () => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
      world.reach.visitor,
    );
    return rows[0]?.n ?? 0;
  });

/** How many rows a statement touches; what it did is undone. */
const touched = (reach: Reach, statement: ReturnType<typeof sql>): Promise<number> =>
  as(reach, async () => {
    const undone = new Error("undone");
    let rows = 0n;
    await inTransaction(world.reach.visitor, async (tx) => {
      rows = (await statement.execute(tx)).numAffectedRows ?? 0n;
      throw undone;
    }).catch((error) => {
      // To lack the right to do it at all is to touch nothing.
      if (error !== undone && !/permission denied/.test(String(error))) throw error;
    });
    return Number(rows);
  });

/** Sets the first column to what it is. */
async function asItIs(table: string) {
  const [column] = Object.keys(JSON.parse(rowsOf.get(table) ?? "{}"));
  return sql`${sql.ref(column as string)} = ${sql.ref(column as string)}`;
}

/** An empty database on the server of the tests, whose owner may make roles and no more. It goes with the server. */
async function databaseOf(name: string) {
  for (const statement of [
    `create role ${name} login createrole password '${name}'`,
    `grant foyer_institution, foyer_visitor to ${name}`,
    `create database ${name} owner ${name}`,
  ])
    await sql.raw(statement).execute(world.owner);
  const url = new URL(world.url);
  Object.assign(url, { pathname: name, username: name, password: name });
  return { url: url.href };
}

/** Every table of ours; the queues hold sealed payloads, and the migrations nothing about anybody. */
async function tablesOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'public', 'jobs', 'start') order by 1`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}

type Column = { name: string; type: string; nullable: boolean };

/** Empties a table and puts one row in it, in which all that names somebody names Awa. */
async function addHers(table: string) {
  const { rows: columns } = await sql<Column>`
    select attname as name, format_type(atttypid, null) as type, not attnotnull as nullable from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
    world.owner,
  );
  const { rows: checks } = await sql<{ name: string }>`
    select conname as name from pg_constraint where conrelid = ${table}::regclass and contype = 'c'`.execute(
    world.owner,
  );
  const row = Object.fromEntries(columns.map((column) => [column.name, drawn(column)]));
  rowsOf.set(table, JSON.stringify({ ...row, ...special[table] }));
  await inTransaction(world.owner, async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const { name } of checks)
      await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(tx);
    await sql`delete from ${sql.table(table)}`.execute(tx);
    await insert(table).execute(tx);
  });
}

const rowsOf = new Map<string, string>();

const insert = (table: string) =>
  sql`insert into ${sql.table(table)} select * from json_populate_record(null::${sql.table(table)}, ${rowsOf.get(table)})`;

const same = newId();
const ids: Record<string, string> = {
  file_id: newId(),
  employer_id: same,
  structure_id: same,
  deposit_id: same,
  proof_id: same,
  campaign_id: same,
  password_campaign: same,
};
const persons = /person|subject|spouse|declared_by|granted|^(asked_by|decided_by)$/;

function drawn({ name, type, nullable }: Column): unknown {
  if (type === "uuid") return ids[name] ?? (persons.test(name) ? awa.id : newId());
  if (nullable && (type === "date" || type.startsWith("timestamp"))) return null;
  return values[type] ?? assert.fail(`No value is known for ${name}, of type ${type}`);
}

const values: Record<string, unknown> = {
  boolean: true,
  bytea: "\\x00",
  date: "2020-01-01",
  integer: 1,
  smallint: 1,
  bigint: 1,
  json: {},
  jsonb: {},
  text: "x",
  "text[]": [],
  "timestamp with time zone": "2026-01-01T00:00:00Z",
};

/** What the wall looks at beside whose a row is. */
const special: Record<string, object> = {
  "uploads.file": { subject: same },
  "households.guardianship": { state: "validated" },
};
