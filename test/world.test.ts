import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { sql } from "kysely";
import { cnss } from "../institutions/cnss/index.ts";
import { inTransaction } from "../src/platform/database.ts";
import { mailQueue, smsQueue } from "../src/platform/messages.ts";
import { testWorld } from "./world.ts";

describe("a world for tests", async () => {
  const world = await testWorld();
  after(() => world.close());

  test("its clock stands still until it is told to move", () => {
    assert.equal(world.clock().toISOString(), "2026-03-10T09:00:00.000Z");
    world.pass({ hours: 1, minutes: 30 });
    assert.equal(world.clock().toISOString(), "2026-03-10T10:30:00.000Z");
    world.clock.now = new Date("2027-01-01T00:00:00Z");
    assert.equal(world.clock().toISOString(), "2027-01-01T00:00:00.000Z");
    world.clock().setFullYear(1999);
    assert.equal(world.clock().getUTCFullYear(), 2027, "who reads the clock cannot move it");
  });

  test("it shows what was sent, in order, and nothing that was taken back", async () => {
    const mail = { to: "a@exemple.fr", language: "fr", subject: "Un", text: "un" } as const;
    await inTransaction(world.db, async (tx) => {
      await world.jobs.send(tx, mailQueue, mail);
      await world.jobs.send(tx, smsQueue, { to: "+33600000000", text: "deux" });
    });
    await assert.rejects(
      inTransaction(world.db, async (tx) => {
        await world.jobs.send(tx, smsQueue, { to: "+33600000000", text: "jamais" });
        throw new Error("taken back");
      }),
      /taken back/,
    );
    await inTransaction(world.db, (tx) =>
      world.jobs.send(tx, smsQueue, { to: "+33600000000", text: "trois" }),
    );
    assert.deepEqual(await world.sent(), [
      { queue: "mail", payload: mail },
      { queue: "sms", payload: { to: "+33600000000", text: "deux" } },
      { queue: "sms", payload: { to: "+33600000000", text: "trois" } },
    ]);
  });

  test("two worlds share nothing, and closing one removes its database", async () => {
    const other = await testWorld({ institution: cnss, at: "2026-07-01T00:00:00Z" });
    assert.equal(other.institution.id, "cnss");
    assert.equal(other.clock().toISOString(), "2026-07-01T00:00:00.000Z");
    assert.deepEqual(await other.sent(), []);
    assert.notDeepEqual(other.keys, world.keys);
    const name = new URL(other.url).pathname.slice(1);
    const standing = async () =>
      (await sql`select 1 from pg_database where datname = ${name}`.execute(world.db)).rows.length;
    assert.equal(await standing(), 1);
    await other.close();
    assert.equal(await standing(), 0);
  });
});
