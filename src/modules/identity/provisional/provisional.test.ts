import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { actsOf, awa, type DemoWorld, demoWorld, samira } from "../../../../test/demo.ts";
import { type TestSite, testSite } from "../../../../test/site.ts";
import { unseal } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import { askAgain, provisionalAskQueue, sendProvisional } from "./ask-again.ts";
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

/** Samira’s answers: her register knows the month of her birth, not the day. */
const told = {
  birthName: "Haidari",
  "birth-day": "",
  "birth-month": "7",
  "birth-year": "1999",
  "day-unknown": "yes",
  contact: samira.mail,
};

/** Does what waits in the background, as the server would. */
async function workThrough() {
  const { rows } = await sql<{ id: string; sealed: string }>`
    select id, data->>'sealed' as sealed from jobs.job where name = ${provisionalAskQueue.name}`.execute(
    world.db,
  );
  const keys = new Map([[1, world.keys.queue]]);
  for (const { id, sealed } of rows)
    await sendProvisional(world, JSON.parse(unseal(keys, Buffer.from(sealed, "base64"), id)));
  return rows.length;
}

const ask = (changed: Record<string, string> = {}) => askAgain(world, { ...told, ...changed }, "fr");
const sent = async () => (await world.sent()).map(({ payload }) => payload);

test("CP-13 the provisional identifier is sent again, to keep, at the contact points of its person alone", async () => {
  assert.deepEqual(await ask(), { done: true });
  assert.deepEqual(await sent(), [], "nothing happens before the answer");
  await workThrough();
  const [message, ...others] = await sent();
  assert.equal(others.length, 0);
  assert.equal(message?.to, samira.mail);
  assert.match(message?.text ?? "", new RegExp(samira.identifier));
  assert.match(message?.text ?? "", /Gardez-le/);
  assert.doesNotMatch(message?.text ?? "", /https?:|www\./, "CP-14 no link");
  assert.equal((await actsOf(world, samira)).at(-1), "was sent the provisional identifier again");
});

test("CP-13 spellings of the name and the mail meet; a 0 typed for the day says as much as the box", async () => {
  const same = [
    { birthName: "HAÏDARI" },
    { birthName: " haidari " },
    { contact: samira.mail.replace("samira", "Samira") },
    { "birth-day": "00", "day-unknown": "" },
  ];
  for (const changed of same) {
    await world.afresh();
    await ask(changed);
    await workThrough();
    assert.equal((await sent()).length, 1, JSON.stringify(changed));
  }
});

test("SEC-02 of nobody, of somebody with a number, or with a wrong detail, nothing is sent and the answer is the same", async () => {
  const wrong = [
    {
      birthName: "Diallo",
      "birth-day": "3",
      "birth-month": "11",
      "birth-year": "1988",
      "day-unknown": "",
      contact: awa.mail,
    },
    { birthName: "Inconnue" },
    { "birth-day": "1", "day-unknown": "" },
    { contact: "autre@exemple.fr" },
    { contact: "06 39 98 12 02" },
  ];
  for (const changed of wrong) assert.deepEqual(await ask(changed), { done: true }, JSON.stringify(changed));
  assert.equal(await workThrough(), wrong.length, "each waits in the background alike");
  assert.deepEqual(await sent(), []);
});

test("SEC-02 two persons of one name and birth date: neither is told, for it may be the other", async () => {
  await sql`insert into identity.person (person_id, first_names, birth_name, birth_date, name_key)
    values ('00000000-0000-4000-8000-00000000aaaa', 'Laila', 'Haidari', '1999-07-00', 'HAIDARI')`.execute(
    world.db,
  );
  await inTransaction(world.db, (tx) => giveProvisional(tx, world, "00000000-0000-4000-8000-00000000aaaa"));
  await sql`insert into identity.contact_point (person_id, kind, value, given_at)
    values ('00000000-0000-4000-8000-00000000aaaa', 'mail', 'laila@exemple.fr', now())`.execute(world.db);
  await ask();
  await workThrough();
  assert.deepEqual(await sent(), []);
});

test("CP-13 a contact point given after the account opened and never confirmed gets nothing", async () => {
  const at = world.clock();
  await sql`insert into identity.account (person_id, opened_at) values (${samira.id}, ${at})`.execute(
    world.db,
  );
  const later = new Date(at.getTime() + 60_000);
  await sql`insert into identity.contact_point (person_id, kind, value, given_at)
    values (${samira.id}, 'mail', 'voleur@exemple.fr', ${later})`.execute(world.db);
  await ask({ contact: "voleur@exemple.fr" });
  await workThrough();
  assert.deepEqual(await sent(), []);
  await ask();
  await workThrough();
  assert.deepEqual(
    (await sent()).map(({ to }) => to),
    [samira.mail],
  );
});

test("CP-13 one identity is answered three times a day, and again the next day", async () => {
  for (let n = 0; n < 5; n++) assert.deepEqual(await ask(), { done: true });
  assert.equal(await workThrough(), 3);
  world.pass({ days: 1 });
  await ask();
  assert.equal(await workThrough(), 4);
});

test("CP-13 asked ten times at the same moment, one identity is answered three times", async () => {
  await Promise.all(Array.from({ length: 10 }, () => ask()));
  assert.equal(await workThrough(), 3);
});

test("CP-13 what is missing or wrong has its words next to it, and what was typed stays", async () => {
  const browser = site.browser();
  await browser.open("/provisional-identifiers/new");
  const seen = await browser.send("/provisional-identifiers", { birthName: "Haidari", contact: "samira" });
  assert.equal(seen.status, 422);
  assert.match(seen.body, /<title>Erreur/);
  for (const field of ["birth-day", "contact"]) assert.match(seen.body, new RegExp(`href="#${field}"`));
  assert.match(seen.body, /value="Haidari"/);
});

test("SEC-02 on the site, known and unknown get the same page; one address may ask 20 times an hour", async () => {
  const browser = site.browser();
  const known = await browser.send("/provisional-identifiers", told);
  const unknown = await browser.send("/provisional-identifiers", { ...told, birthName: "Inconnue" });
  const bare = (body: string) => body.replace(/nonce="[^"]*"|name="csrf" value="[^"]*"/g, "");
  assert.equal(known.path, "/provisional-identifiers/sent");
  assert.equal(bare(unknown.body), bare(known.body));
  for (let n = 2; n < 20; n++) await browser.post("/provisional-identifiers", told);
  assert.equal((await browser.post("/provisional-identifiers", told)).status, 429);
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
