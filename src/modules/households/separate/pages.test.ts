import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { refusals } from "../../../../law/access/reasons.ts";
import { swornStatement } from "../../../../law/access/sworn-statement.ts";
import { awa, camille, type DemoWorld, demoWorld, julien, ownPassword } from "../../../../test/demo.ts";
import { settle, type TestSite, testSite } from "../../../../test/site.ts";

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  await settle(site.browser(), julien);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

const separations = async () =>
  (await sql`select spouse_id from households.separation`.execute(world.db)).rows;

const answers = { "day-day": "8", "day-month": "2", "day-year": "2026", home: "moved" };
const typedAddress = { street: "9 allée des Mélèzes", extra: "", postcode: "05100", town: "Briançon" };
const signing = { day: "8", month: "2", year: "2026", home: "moved", ...typedAddress };

test("MC-05 MC-11 the pages: the day, the address, the sworn statement read before signing, then what comes next", async () => {
  const browser = site.browser();
  await browser.signIn(julien, ownPassword);
  const first = await browser.open("/separations/new");
  assert.match(first.body, /L’autre personne ne verra jamais votre nouvelle adresse/);
  assert.equal((await browser.send("/separations/new", answers)).path, "/separations/new/address");
  const statement = await browser.send("/separations/new/address", typedAddress);
  assert.equal(statement.path, "/separations/new/statement");
  const shown = statement.body.replaceAll("\u00a0", " ");
  for (const said of [
    swornStatement.value.fr,
    swornStatement.penalties[1].articles.fr,
    typedAddress.street,
    "8 février 2026",
  ])
    assert.ok(shown.includes(said), said);
  const unsigned = await browser.send("/separations", signing);
  assert.equal(unsigned.status, 422);
  assert.match(unsigned.body, /cochez la case/);
  assert.deepEqual(await separations(), []);
  const done = await browser.send("/separations", { ...signing, signed: "yes" });
  assert.equal(done.path, "/separations/declared");
  const again = await browser.send("/separations", { ...signing, signed: "yes" });
  assert.equal(again.path, "/separations/declared");
  assert.equal((await separations()).length, 1);
});

test("nothing typed is lost from page to page, and no page can be skipped", async () => {
  const browser = site.browser();
  await browser.signIn(julien, ownPassword);
  for (const path of ["/separations/new/address", "/separations/new/statement"])
    assert.equal((await browser.open(path)).path, "/separations/new", path);
  const wrong = await browser.send("/separations/new", { ...answers, "day-year": "3026" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /value="3026"/);
  await browser.send("/separations/new", answers);
  assert.equal((await browser.open("/separations/new/statement")).path, "/separations/new/address");
  const short = await browser.send("/separations/new/address", { ...typedAddress, postcode: "1" });
  assert.equal(short.status, 422);
  assert.match(short.body, /9 allée des Mélèzes/);
  assert.match((await browser.open("/separations/new")).body, /value="2026"/);
  const stays = await browser.send("/separations/new", { ...answers, home: "stays" });
  assert.equal(stays.path, "/separations/new/statement");
  assert.match(stays.body, /Vous restez dans le même logement/);
});

test("SEC-11 the pages say why not to who may not declare, and take no id from a form", async () => {
  const alone = site.browser();
  await settle(alone, camille);
  for (const path of ["/separations/new", "/separations/new/statement"]) {
    const seen = await alone.open(path);
    assert.equal(seen.status, 403, path);
    assert.ok(seen.body.includes(refusals.nobodyToLeave.way.fr));
  }
  for (const [path, typed] of [
    ["/separations/new", answers],
    ["/separations/new/address", typedAddress],
  ] as const)
    assert.equal((await alone.post(path, typed)).status, 403, path);
  const { rows } = await sql`select path from identity.kept_input where person_id = ${camille.id}`.execute(
    world.db,
  );
  assert.deepEqual(rows, [], "refused before anything is kept");
  const forged = { ...signing, signed: "yes", personId: awa.id, fileId: "x", spouse: julien.id };
  assert.equal((await alone.post("/separations", forged)).status, 403);
  assert.deepEqual(await separations(), []);
  assert.equal((await alone.open("/separations/declared")).path, "/home");
});
