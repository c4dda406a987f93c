import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { refusals } from "../../../../law/access/reasons.ts";
import { separationDates } from "../../../../law/access/separation.ts";
import {
  awa,
  camille,
  cookieOf,
  type DemoWorld,
  demoWorld,
  dump,
  elodie,
  journalOf,
  julien,
  mael,
  ownPassword,
  pierre,
  type Someone,
  signedIn,
  standing,
  visitorBy,
} from "../../../../test/demo.ts";
import { settle, type TestSite, testSite } from "../../../../test/site.ts";
import { inTransaction } from "../../../platform/database.ts";
import { verifyJournal } from "../../../platform/journal.ts";
import { answerOffer } from "../delegate/delegate.ts";
import { openDeskTasks, settleDeskTask } from "../index.ts";
import { type Declared, declareSeparation } from "./separate.ts";

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  for (const who of [awa, julien]) await settle(site.browser(), who);
  await sql`update identity.contact_point set verified_at = ${world.clock()}`.execute(world.db);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

const visitor = (who: Someone) =>
  signedIn(world, who, [awa, julien].includes(who) ? ownPassword : who.oldPassword);
const address = {
  street: "9 allée des Mélèzes",
  extra: null,
  postcode: "05100",
  town: "Briançon",
  country: "FR",
} as const;
const day = (text: string) => {
  const [year = "", month = "", date = ""] = text.split("-");
  return { day: date, month, year };
};
const lastMonth: Declared = { day: day("2026-02-08"), address };
const declares = async (who: Someone, declared = lastMonth, language: "fr" | "en" = "fr") =>
  declareSeparation(world, await visitor(who), declared, language);
const relation = async (who: Someone) => (await standing(world, who)).relation;
const grants = async (who: Someone) => answerOffer(world, await visitor(who), true);

const separations = async () =>
  (
    await sql<{ spouse_id: string; on_date: string; declared_by: string; language: string }>`
      select spouse_id, on_date, declared_by, language from households.separation`.execute(world.db)
  ).rows;
const tasks = () => openDeskTasks(world.db, "separation", { most: 10 });

test("CP-19 SEC-11 Julien declares it: the delegation ends at once, each sees only their own from then on", async () => {
  await grants(awa);
  assert.equal(await relation(julien), "delegated-spouse");
  world.pass({ minutes: 1 });
  assert.deepEqual(await declares(julien), { done: true });
  assert.deepEqual(await separations(), [
    { spouse_id: julien.id, on_date: "2026-02-08", declared_by: julien.id, language: "fr" },
  ]);
  const his = await standing(world, julien);
  assert.equal(his.relation, "former-member");
  for (const act of ["see-household-members", "see-messages", "see-file-number", "appeal"] as const)
    assert.equal(his.may(act).allowed, false, act);
  for (const act of ["see-own-identity", "change-own-contacts", "claim-individually"] as const)
    assert.ok(his.may(act).allowed, act);
  const hers = await standing(world, awa);
  assert.equal(hers.relation, "holder");
  assert.ok(!hers.may("grant-delegation").allowed && !hers.may("declare-separation").allowed);
  const { rows } = await sql`select 1 from households.delegation where ended_at is null`.execute(world.db);
  assert.equal(rows.length, 0);
  assert.equal(his.file?.facts.members.find(({ personId }) => personId === julien.id)?.until, "2026-02-08");
});

test("CP-19 the holder may declare it too, and then stays the holder of the file", async () => {
  assert.deepEqual(await declares(awa, { day: day("2026-03-10") }), { done: true });
  assert.deepEqual([await relation(awa), await relation(julien)], ["holder", "former-member"]);
});

test("CP-17 a spouse in their own right may declare it, and leaves the household like any other", async () => {
  assert.deepEqual(await declares(elodie), { done: true });
  assert.deepEqual([await relation(pierre), await relation(elodie)], ["holder", "former-member"]);
});

test("CP-14 CP-19 the other is told the day, never the new address, nor by whom", async () => {
  for (const [declarer, other, language] of [
    [julien, awa, "fr"],
    [awa, julien, "en"],
  ] as const) {
    await world.afresh();
    await declares(declarer, lastMonth, language);
    const sent = await world.sent();
    assert.deepEqual(
      sent.map(({ payload }) => payload.to),
      [other.mail],
    );
    const [mail] = sent;
    assert.ok(mail?.queue === "mail");
    assert.match(
      mail.payload.text,
      language === "fr" ? /à la date du 8 février 2026/ : /as of 8 February 2026/,
    );
    for (const hidden of ["Mélèzes", "Briançon", "05100", "Julien", "Awa", "http"])
      assert.ok(!mail.payload.text.includes(hidden), hidden);
  }
});

test("CP-19 the new address stands with its own person alone, and in no journal", async () => {
  await declares(julien);
  const { rows } = await sql<{ person_id: string; town: string; from_date: string }>`
    select person_id, town, from_date from identity.address where town = ${address.town}`.execute(world.db);
  assert.deepEqual(rows, [{ person_id: julien.id, town: "Briançon", from_date: "2026-02-08" }]);
  const elsewhere = (await dump(world)).split("\n").filter((row) => row.includes("Mélèzes"));
  assert.equal(elsewhere.length, 1, "the address stands in one row");
  const hers = site.browser();
  await hers.signIn(awa, ownPassword);
  for (const path of ["/home", "/journal", "/journal.json", "/delegations"])
    assert.doesNotMatch((await hers.open(path)).body, /Mélèzes|Briançon|05100/, path);
});

test("MC-11 SEC-12 it stands in both journals with the day, and the words that were sworn are kept", async () => {
  await declares(julien);
  for (const who of [awa, julien])
    assert.deepEqual(
      (await journalOf(world, who)).filter(({ act }) => act === "declared the separation"),
      [{ act: "declared the separation", actor: julien.id, detail: { on: "2026-02-08" } }],
    );
  const { rows } = await sql<{ length: number }>`
    select length(statement) from households.separation`.execute(world.db);
  assert.deepEqual(rows, [{ length: 32 }]);
  assert.equal((await verifyJournal(world.db, world.keys.journal)).broken, undefined);
});

test("CP-19 the desk gets one task, settled once", async () => {
  await declares(julien);
  const [task, ...more] = await tasks();
  assert.deepEqual(more, []);
  assert.ok(task);
  assert.deepEqual([task.kind, task.personId], ["separation", julien.id]);
  const settled = () => inTransaction(world.db, (tx) => settleDeskTask(tx, task, "agent Zoé", world.clock()));
  assert.deepEqual([await settled(), await settled()], [true, false]);
  assert.deepEqual(await tasks(), []);
});

test("the desk reads its tasks page by page, the oldest first", async () => {
  await declares(julien);
  world.pass({ minutes: 1 });
  await declares(elodie);
  const [first] = await openDeskTasks(world.db, "separation", { most: 1 });
  assert.equal(first?.personId, julien.id);
  const rest = await openDeskTasks(world.db, "separation", { skipped: 1, most: 10 });
  assert.deepEqual(
    rest.map(({ personId }) => personId),
    [elodie.id],
  );
});

test("CP-19 nobody but the two of a couple may declare it, each told why, and nothing is written", async () => {
  const told = [
    [camille, refusals.nobodyToLeave],
    [mael, refusals.notTheCouple],
  ] as const;
  for (const [who, { because, way }] of told)
    assert.deepEqual(await declares(who), { refused: { ...because, way } });
  assert.deepEqual(await separations(), []);
  assert.deepEqual(await tasks(), []);
});

test("CP-19 a day that cannot be is refused before anything is written", async () => {
  const wrong = [
    ["", separationDates.missing],
    ["2026-02-30", separationDates.unreadable],
    ["26-2-1", separationDates.unreadable],
    ["2026-13-01", separationDates.unreadable],
    ["٢٠٢٦-02-01", separationDates.unreadable],
    ["2026-03-11", separationDates.future],
    ["2021-06-11", separationDates.beforeTheCouple],
  ] as const;
  for (const [typed, says] of wrong)
    assert.deepEqual(await declares(awa, { day: day(typed) }), { wrongDay: says }, typed);
  assert.deepEqual(await separations(), []);
  for (const typed of ["2021-06-12", "2026-03-10"]) {
    await world.afresh();
    assert.deepEqual(await declares(awa, { day: day(typed) }), { done: true }, typed);
  }
});

test("SEC-04 it asks for a recent password: a delegation may end", async () => {
  const cookie = await cookieOf(world, awa, ownPassword);
  for (let n = 0; n < 2; n++) {
    world.pass({ minutes: 8 });
    await visitorBy(world, cookie);
  }
  const here = await visitorBy(world, cookie);
  assert.deepEqual(await declareSeparation(world, here, lastMonth, "fr"), { confirm: true });
  assert.deepEqual(await separations(), []);
});

test("CP-19 sent twice, or by both at the same moment, it is declared once and all are told it is done", async () => {
  const [hers, his] = [await visitor(awa), await visitor(julien)];
  const results = await Promise.all(
    [hers, hers, his, his].map((who) => declareSeparation(world, who, lastMonth, "fr")),
  );
  for (const result of results) assert.deepEqual(result, { done: true });
  assert.equal((await separations()).length, 1);
  assert.equal((await tasks()).length, 1);
  assert.equal((await world.sent()).length, 1);
});

test("CP-19 of two who declare it at the same moment, neither loses their new address", async () => {
  const [hers, his] = [await visitor(awa), await visitor(julien)];
  const elsewhere = { ...address, street: "3 quai Perrache", postcode: "69002", town: "Lyon" };
  await Promise.all([
    declareSeparation(world, hers, { day: lastMonth.day, address: elsewhere }, "fr"),
    declareSeparation(world, his, lastMonth, "fr"),
    declareSeparation(world, his, lastMonth, "fr"),
  ]);
  const { rows } = await sql<{ person_id: string; street: string }>`
    select person_id, street from identity.address where replaced_at is null
      and person_id in (${awa.id}, ${julien.id}) order by person_id`.execute(world.db);
  assert.deepEqual(
    rows.map(({ street }) => street),
    [elsewhere.street, address.street],
  );
  const given = await sql`select 1 from identity.address where street = ${address.street}`.execute(world.db);
  assert.equal(given.rows.length, 1);
});

test("CP-18 together again by a new membership, without the delegation; and they may part once more", async () => {
  await grants(awa);
  world.pass({ minutes: 1 });
  await declares(julien);
  await sql`insert into households.member (file_id, person_id, role, from_date)
    select file_id, person_id, role, '2026-03-20' from households.member where person_id = ${julien.id}`.execute(
    world.db,
  );
  world.clock.now = new Date("2026-03-21T12:00:00Z");
  assert.equal(await relation(julien), "spouse");
  assert.deepEqual(await declares(julien, { day: day("2026-03-21") }), { done: true });
  assert.equal(await relation(julien), "former-member");
  assert.equal((await separations()).length, 2);
});
