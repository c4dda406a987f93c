import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { awa, type DemoWorld, demoWorld, samira } from "../../../../test/demo.ts";
import { type TestSite, testSite } from "../../../../test/site.ts";
import { inTransaction } from "../../../platform/database.ts";
import { giveProvisional } from "./draw.ts";

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

test("CP-12 the page of the identifier shows it to its person; others go on where they were going", async () => {
  const browser = site.browser();
  await browser.signIn(samira);
  const seen = await browser.open("/provisional-identifiers/current?next=/claims/moved-in");
  assert.match(seen.body, new RegExp(samira.identifier));
  assert.match(seen.body, /href="\/claims\/moved-in"/);
  const evil = await browser.open("/provisional-identifiers/current?next=//ailleurs.exemple");
  assert.doesNotMatch(evil.body, /href="[^"]*\/\/ailleurs/);
  assert.match(evil.body, /href="\/home" role="button"/);
  const other = site.browser();
  await other.signIn(awa);
  assert.equal((await other.open("/provisional-identifiers/current")).path, "/terms");
  const nobody = await site.browser().open("/provisional-identifiers/current");
  assert.match(nobody.path, /^\/sessions\/new/);
});

test("CP-12 a provisional identifier that is taken is drawn again", async () => {
  const taken = samira.identifier;
  const drawn = [taken, taken, "P00000042"];
  const given = await inTransaction(world.db, (tx) =>
    giveProvisional(tx, world, awa.id, () => drawn.shift() as string),
  );
  assert.equal(given, "P00000042");
  await assert.rejects(
    inTransaction(world.db, (tx) => giveProvisional(tx, world, awa.id, () => taken)),
    /No provisional identifier was free/,
  );
});
