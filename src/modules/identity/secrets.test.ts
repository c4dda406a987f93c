import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import {
  awa,
  camille,
  type DemoWorld,
  demoWorld,
  dump,
  everyone,
  otherPassword,
  ownPassword,
  shows,
  signedIn,
} from "../../../test/demo.ts";
import { settle, type TestSite, testSite } from "../../../test/site.ts";
import { verifyJournal } from "../../platform/journal.ts";
import { judgePassword } from "./choose-password/judge-password.ts";

let world: DemoWorld;
let site: TestSite;
let dumped: string;

/** Everyone signs in, goes through every step with a code on the way, and gets a sign-in wrong. */
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  for (const who of everyone) {
    const browser = site.browser();
    await settle(browser, who);
    await browser.send("/contacts", { mail: who.mail, mobile: who.mobile });
    await site.browser().signIn(who, "faux");
  }
  dumped = await dump(world);
});
after(async () => {
  await site.close();
  await world.close();
});

const codesSent = async () =>
  (await world.sent()).map(({ payload }) => /\b\d{6}\b/.exec(payload.text)?.[0] ?? "");

test("SEC-10 the dump is of everything: it shows what is stored in clear", () => {
  for (const who of everyone) {
    assert.ok(dumped.includes(who.id));
    assert.ok(dumped.includes(who.mail || who.mobile));
    assert.ok(shows(dumped, who.fileNumber), who.fileNumber);
  }
});

test("SEC-10 nobody's number stands in any table, with its key or without, nor a provisional identifier", () => {
  for (const { identifier } of everyone) {
    assert.ok(!dumped.includes(identifier), identifier);
    assert.ok(!dumped.includes(identifier.slice(0, 13)), identifier);
    for (const written of [identifier, identifier.slice(0, 13)]) assert.ok(!shows(dumped, written));
  }
});

test("SEC-06 no password stands in any table, old or chosen", () => {
  for (const { oldPassword } of everyone) assert.ok(!shows(dumped, oldPassword), oldPassword);
  assert.ok(!dumped.includes(ownPassword));
});

test("SEC-03 no code stands in any table", async () => {
  const codes = await codesSent();
  assert.equal(codes.length, everyone.length);
  for (const code of codes) assert.ok(!shows(dumped, code), code);
});

test("SEC-10 an identifier is sealed for its person: moved to another, it does not open", async () => {
  await sql`delete from identity.identifier where person_id = ${camille.id}`.execute(world.db);
  await sql`update identity.identifier set person_id = ${camille.id} where person_id = ${awa.id}`.execute(
    world.db,
  );
  const taken = { ...camille, identifier: awa.identifier };
  await assert.rejects(
    judgePassword(world, (await signedIn(world, taken, ownPassword)).person, otherPassword),
  );
});

test("SEC-12 everything that was done stands in the journal, whose chain verifies", async () => {
  const verdict = await verifyJournal(world.db, world.keys.journal);
  assert.equal(verdict.broken, undefined);
  assert.equal(verdict.subjects, everyone.length);
});
