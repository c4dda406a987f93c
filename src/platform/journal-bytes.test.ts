import assert from "node:assert/strict";
import { after, test } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import { testWorld } from "../../test/world.ts";
import { inTransaction } from "./database.ts";
import { record, verifyJournal } from "./journal.ts";

const world = await testWorld();
after(() => world.close());
const { db } = world;
const key = world.keys.journal;
const subjects = ["aaaaaaaa-0000-4000-8000-000000000001", "bbbbbbbb-0000-4000-8000-000000000002"];

type Place = { table: "entry" | "chain_end"; column: string; subject: string; number: number };

/** How one byte of a column's stored form changes. `at` and `by` choose which and to what. */
const changes: Record<string, (column: string, at: number, by: number) => string> = {
  uuid: (column, at, by) => `encode(${flipped(`decode(replace(${column}::text, '-', ''), 'hex')`, at, by)}, 'hex')::uuid`,
  int8: (column, at, by) => `${column} # (${by}::int8 << ${(at % 7) * 8})`,
  timestamptz: (column, at, by) => `${column} + interval '1 microsecond' * (${by}::int8 << ${(at % 6) * 8})`,
  text: (column, at, by) => `convert_from(${flipped(`convert_to(${column}, 'UTF8')`, at, by)}, 'UTF8')`,
  json: (column, at, by) => `convert_from(${flipped(`convert_to(${column}::text, 'UTF8')`, at, by)}, 'UTF8')::json`,
  bytea: (column, at, by) => flipped(column, at, by),
};

const flipped = (bytes: string, at: number, by: number) =>
  `(select set_byte(b, i, get_byte(b, i) # ${by}) from (select ${bytes} as b) x, lateral (select ${at} % length(b) as i) y)`;

const columns = {
  entry: {
    subject: "uuid",
    number: "int8",
    happened_at: "timestamptz",
    actor: "text",
    act: "text",
    detail: "json",
    chained: "bytea",
  },
  chain_end: { subject: "uuid", number: "int8", chained: "bytea", sealed: "bytea" },
} as const satisfies Record<Place["table"], Record<string, keyof typeof changes>>;

const places: Place[] = subjects.flatMap((subject) => [
  ...Object.keys(columns.chain_end).map((column) => ({ table: "chain_end", column, subject, number: 3 }) as const),
  ...[1, 2, 3].flatMap((number) =>
    Object.keys(columns.entry).map((column) => ({ table: "entry", column, subject, number }) as const),
  ),
]);

test("SEC-12 a change of any byte in any column of any row is found, and named before the row's successor", async () => {
  for (const subject of subjects) {
    for (const act of ["signed in", "changed the bank details", "signed out"]) {
      const detail = { iban: "ending 4242", tries: 2 };
      await inTransaction(db, (tx) => record(tx, key, { subject, actor: "désk", act, at: world.clock(), detail }));
    }
  }
  await sql.raw("alter table journal.entry disable trigger user").execute(db);
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), fc.nat(500), fc.integer({ min: 1, max: 255 }), async (place, at, by) => {
      if (!(await change(place, at, by))) return;
      changed += 1;
      const { broken } = await verifyJournal(db, key);
      await putBack();
      assert.ok(broken, "the change went unseen");
      if (place.column === "subject") return;
      assert.equal(broken.subject, place.subject);
      const seen = place.table === "chain_end" ? [4] : [place.number, place.number + 1];
      if (place.column !== "number") assert.ok(seen.slice(0, 1).includes(broken.number));
      assert.equal((await verifyJournal(db, key)).broken, undefined, "what was put back is whole");
    }),
    { numRuns: 400 },
  );
  assert.ok(changed > 200, `PostgreSQL refused nearly every change: only ${changed} were made`);
});
