import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { awa, camille, type DemoWorld, demoWorld } from "../../../../test/demo.ts";
import { inTransaction } from "../../../platform/database.ts";
import { findAddress, setAddress } from "./store.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
});
beforeEach(() => world.afresh());
after(() => world.close());

const at = (street: string) =>
  ({ street, extra: null, postcode: "54000", town: "Nancy", country: "FR" }) as const;

test("CP-10 a person has one address at a time, even where several are given at the same moment", async () => {
  const given = [1, 2, 3, 4].map((n) =>
    inTransaction(world.db, (tx) =>
      setAddress(tx, camille.id, at(`${n} rue Neuve`), { from: "2026-03-01", at: world.clock() }),
    ),
  );
  await Promise.all(given);
  const { rows } = await sql<{ inUse: boolean }>`
    select replaced_at is null as "inUse" from identity.address where person_id = ${camille.id}`.execute(
    world.db,
  );
  assert.deepEqual([rows.length, rows.filter(({ inUse }) => inUse).length], [5, 1]);
  assert.match((await findAddress(world.db, camille.id))?.street ?? "", /^\d rue Neuve$/);
  assert.equal((await findAddress(world.db, awa.id))?.town, "Lyon", "and nobody else's moved");
});
