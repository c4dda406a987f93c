import assert from "node:assert/strict";
import { after, beforeEach, describe, test } from "node:test";
import { sql } from "kysely";
import { testWorld } from "../../test/world.ts";
import { keyedHash } from "./crypto.ts";
import { inTransaction } from "./database.ts";
import { type Act, record, verifyJournal } from "./journal.ts";

const amina = "11111111-1111-4111-8111-111111111111";
const bruno = "22222222-2222-4222-8222-222222222222";
const chloe = "33333333-3333-4333-8333-333333333333";

const world = await testWorld();
after(() => world.close());
const { db } = world;
const key = world.keys.journal;

/** What only someone who owns the database can do. */
const asOwner = async (statement: string) => {
  await sql.raw("alter table journal.entry disable trigger user").execute(world.owner);
  await sql.raw(statement).execute(world.owner);
  await sql.raw("alter table journal.entry enable trigger user").execute(world.owner);
};

const write = (subject: string, act: string, more: Partial<Act> = {}) =>
  inTransaction(db, (tx) => record(tx, key, { subject, actor: subject, act, at: world.clock(), ...more }));

const broken = async () => (await verifyJournal(db, key)).broken;

/** Three people, four acts each. */
beforeEach(async () => {
  await asOwner("delete from journal.entry; delete from journal.chain_end");
  for (const subject of [amina, bruno, chloe]) {
    for (const act of ["signed in", "read the file", "changed the address", "signed out"]) {
      await write(subject, act, { detail: { channel: "web", tries: 1 } });
      world.pass({ seconds: 1 });
    }
  }
});

describe("SEC-12 the journal", () => {
  test("tells who did what, when, on whose data and why, and its chains hold", async () => {
    const { rows } = await sql`
      select number, happened_at, actor, act, detail from journal.entry
      where subject = ${bruno} order by number`.execute(db);
    assert.deepEqual(
      rows.map((row) => (row as { number: number }).number),
      [1, 2, 3, 4],
    );
    assert.deepEqual(rows[3], {
      number: 4,
      happened_at: new Date(world.clock().getTime() - 5000),
      actor: bruno,
      act: "signed out",
      detail: { channel: "web", tries: 1 },
    });
    assert.deepEqual(await verifyJournal(db, key), { entries: 12, subjects: 3 });
  });

  test("empty, holds too", async () => {
    await asOwner("delete from journal.entry; delete from journal.chain_end");
    assert.deepEqual(await verifyJournal(db, key), { entries: 0, subjects: 0 });
  });

  test("holds whatever is told: before 1970, to the millisecond, in any writing, with an id in capitals", async () => {
    await write(amina.replace("1111", "ABCD"), "naïve “act” 🙂 \u001f", {
      actor: "l’agent d’accueil",
      at: new Date("1969-12-31T23:59:59.999Z"),
      detail: { "clé\u0000": 'valeur " \\ \ud800', nothing: null, half: 0.5, yes: true },
    });
    await write(amina, "long after", { at: new Date("2999-01-01T00:00:00.001Z") });
    assert.deepEqual(await verifyJournal(db, key), { entries: 14, subjects: 4 });
  });

  test("does not hold under another key", async () => {
    const verdict = await verifyJournal(db, Buffer.alloc(32, 7));
    assert.deepEqual(verdict.broken, { subject: amina, number: 1, why: "the row was altered" });
  });

  test("holds no act of a transaction that was taken back", async () => {
    const takenBack = inTransaction(db, async (tx) => {
      await record(tx, key, { subject: amina, actor: amina, act: "never", at: world.clock() });
      throw new Error("taken back");
    });
    await assert.rejects(takenBack, /taken back/);
    await write(amina, "later");
    assert.deepEqual(await verifyJournal(db, key), { entries: 13, subjects: 3 });
  });

  test("only grows: no row can be updated, deleted or emptied out", async () => {
    const tries = [
      "update journal.entry set act = 'nothing' where number = 1",
      "delete from journal.entry",
      "truncate journal.entry",
      "truncate journal.entry cascade",
    ];
    for (const statement of tries) {
      await assert.rejects(sql.raw(statement).execute(world.owner), /the journal only grows/, statement);
    }
    assert.deepEqual(await verifyJournal(db, key), { entries: 12, subjects: 3 });
  });

  test("keeps a chain without gaps when many acts come at once on one subject", async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => write(bruno, `act ${n}`)));
    const { rows } = await sql<{ count: number; last: number }>`
      select count(*), max(number) as last from journal.entry where subject = ${bruno}`.execute(db);
    assert.deepEqual(rows[0], { count: 44, last: 44 });
    assert.deepEqual(await verifyJournal(db, key), { entries: 52, subjects: 3 });
  });

  test("can be verified while it is written", async () => {
    let isDone = false;
    const writing = (async () => {
      while (!isDone) await write(chloe, "read the file");
    })();
    const found: unknown[] = [];
    for (let tries = 0; tries < 60; tries++) found.push(await broken());
    isDone = true;
    await writing;
    assert.deepEqual(
      found.filter((one) => one !== undefined),
      [],
    );
  });

  test("is read to its end, beyond the first thousand rows", async () => {
    await inTransaction(db, async (tx) => {
      for (let n = 0; n < 2100; n++) {
        await record(tx, key, { subject: bruno, actor: amina, act: "read the file", at: world.clock() });
      }
    });
    assert.deepEqual(await verifyJournal(db, key), { entries: 2112, subjects: 3 });
    await asOwner(`update journal.entry set actor = '${chloe}' where subject = '${bruno}' and number = 2103`);
    assert.deepEqual(await broken(), { subject: bruno, number: 2103, why: "the row was altered" });
  });
});

describe("SEC-12 verifying the journal names", () => {
  const ofBruno = `subject = '${bruno}'`;
  const harms: Record<string, { does: string; number: number; subject?: string; why: RegExp }> = {
    "a row whose actor was altered": {
      does: `update journal.entry set actor = '${amina}' where ${ofBruno} and number = 2`,
      number: 2,
      why: /altered/,
    },
    "a row whose time moved by a microsecond": {
      does: `update journal.entry set happened_at = happened_at + interval '1 microsecond' where ${ofBruno} and number = 2`,
      number: 2,
      why: /altered/,
    },
    "a row whose time was lost": {
      does: `update journal.entry set happened_at = 'infinity' where ${ofBruno} and number = 2`,
      number: 2,
      why: /altered/,
    },
    "a row deleted in the middle": {
      does: `delete from journal.entry where ${ofBruno} and number = 2`,
      number: 2,
      why: /missing/,
    },
    "a row deleted at the beginning": {
      does: `delete from journal.entry where ${ofBruno} and number = 1`,
      number: 1,
      why: /missing/,
    },
    "a tail cut off": {
      does: `delete from journal.entry where ${ofBruno} and number > 2`,
      number: 3,
      why: /missing/,
    },
    "a tail cut off, its end adjusted": {
      does: `delete from journal.entry where ${ofBruno} and number > 2;
        update journal.chain_end e set number = 2, chained = r.chained
        from journal.entry r where e.${ofBruno} and r.${ofBruno} and r.number = 2`,
      number: 3,
      why: /end of the chain was altered/,
    },
    "a tail cut off, its end deleted": {
      does: `delete from journal.entry where ${ofBruno} and number > 2;
        delete from journal.chain_end where ${ofBruno}`,
      number: 3,
      why: /end of the chain is missing/,
    },
    "a chain that was emptied": {
      does: `delete from journal.entry where ${ofBruno}`,
      number: 1,
      why: /every row is missing/,
    },
    "a row slipped in at the end": {
      does: `insert into journal.entry (subject, number, happened_at, actor, act, detail, chained)
        select subject, 5, happened_at, actor, act, detail, chained from journal.entry
        where ${ofBruno} and number = 4`,
      number: 5,
      why: /altered/,
    },
    "a row slipped in before the first": {
      does: `insert into journal.entry (subject, number, happened_at, actor, act, detail, chained)
        select subject, 0, happened_at, actor, act, detail, chained from journal.entry
        where ${ofBruno} and number = 1`,
      number: 0,
      why: /slipped in/,
    },
    "a row slipped in where no chain stands": {
      does: `insert into journal.entry (subject, number, happened_at, actor, act, detail, chained)
        select '00000000-0000-0000-0000-000000000000', 0, happened_at, actor, act, detail, chained
        from journal.entry where ${ofBruno} and number = 1`,
      subject: "00000000-0000-0000-0000-000000000000",
      number: 0,
      why: /slipped in/,
    },
    "two rows that swapped their numbers": {
      does: `update journal.entry set number = 99 where ${ofBruno} and number = 2;
        update journal.entry set number = 2 where ${ofBruno} and number = 3;
        update journal.entry set number = 3 where ${ofBruno} and number = 99`,
      number: 2,
      why: /altered/,
    },
    "a row that was given to someone else": {
      does: `update journal.entry set subject = '${chloe}', number = 5 where ${ofBruno} and number = 4`,
      number: 4,
      why: /missing/,
    },
    "two people whose rows were exchanged": {
      does: `update journal.entry set subject = '${bruno.replace("2222", "ffff")}' where ${ofBruno};
        update journal.entry set subject = '${bruno}' where subject = '${chloe}'`,
      number: 1,
      why: /altered/,
    },
    "an end of chain whose link was altered": {
      does: `update journal.chain_end set chained = '\\x00' where ${ofBruno}`,
      number: 5,
      why: /end of the chain was altered/,
    },
  };

  for (const [harm, { does, subject, number, why }] of Object.entries(harms)) {
    test(harm, async () => {
      await asOwner(does);
      const found = await broken();
      assert.equal(found?.subject, subject ?? bruno);
      assert.equal(found?.number, number);
      assert.match(found?.why ?? "", why);
    });
  }

  test("a row slipped in by someone who knows the chain but not the key", async () => {
    const { rows } = await sql<{ chained: Buffer }>`
      select chained from journal.entry where subject = ${bruno} and number = 4`.execute(db);
    const at = world.clock();
    const forged = keyedHash(
      Buffer.alloc(32),
      rows[0]?.chained as Buffer,
      bruno,
      "5",
      `${at.getTime()}000`,
      bruno,
      "signed in",
      "{}",
    );
    await sql`insert into journal.entry (subject, number, happened_at, actor, act, detail, chained)
      values (${bruno}, 5, ${at}, ${bruno}, 'signed in', '{}', ${forged})`.execute(db);
    assert.deepEqual(await broken(), { subject: bruno, number: 5, why: "the row was altered" });
  });
});
