import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { awa, cookieOf, type DemoWorld, demoWorld } from "../../../test/demo.ts";
import { tidy } from "./jobs.ts";
import { signIn } from "./sign-in/sign-in.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
});
after(() => world.close());

const count = async (table: "attempts" | "session") =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(`identity.${table}`)}`.execute(world.db))
    .rows[0]?.n;

test("the night removes tries and sessions that can no longer serve, and nothing before", async () => {
  await cookieOf(world, awa);
  await signIn(world, { identifier: awa.identifier, password: "wrong" });
  world.pass({ days: 1 });
  await tidy(world);
  assert.deepEqual([await count("attempts"), await count("session")], [1, 1]);
  world.pass({ days: 2 });
  await tidy(world);
  assert.deepEqual([await count("attempts"), await count("session")], [0, 1]);
  world.pass({ days: 28 });
  await tidy(world);
  assert.equal(await count("session"), 0);
});
