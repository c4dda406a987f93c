import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import {
  actsOf,
  awa,
  cookieOf,
  type DemoWorld,
  dump,
  journalOf,
  julien,
  otherPassword,
  ownPassword,
  signedIn,
  visitorBy,
} from "../../../../test/demo.ts";
import { newSecret } from "../../../platform/crypto.ts";
import { askedRecovery, comeBack } from "../recover-access/testing.ts";
import { readSession } from "../session/session.ts";
import { raiseAlarm } from "./raise-alarm.ts";
import { lastAlarmOf, raisedBy } from "./read-alarm.ts";
import { alarmWorld, births, enters, lift, nothing, report, toldSupport, toldTo } from "./testing.ts";

let world: DemoWorld;
before(async () => {
  world = await alarmWorld();
});
beforeEach(() => world.afresh());
after(() => world.close());

test("CN-09 signed in, a report closes the account at once: every session, the right password, all are told", async () => {
  const elsewhere = await cookieOf(world, awa, ownPassword);
  const here = await cookieOf(world, awa, ownPassword);
  const secret = newSecret();
  const visitor = await visitorBy(world, here);
  await raiseAlarm(world, visitor, secret, { ...nothing, told: "Je n’étais pas là." }, "fr");
  for (const cookie of [elsewhere, here]) assert.equal(await readSession(world, cookie), undefined);
  assert.equal(await enters(world, awa), "blocked");
  const alarm = await raisedBy(world, secret);
  assert.equal(alarm?.closed, "yes");
  const [mail] = await toldSupport(world);
  assert.match(mail?.payload.text ?? "", new RegExp(`${alarm?.caseNumber}[\\s\\S]*Je n’étais pas là`));
  assert.doesNotMatch(mail?.payload.text ?? "", /Awa|Diallo/);
  const told = await toldTo(world, awa);
  assert.deepEqual(told.map(({ queue }) => queue).sort(), ["mail", "sms"]);
  for (const { payload } of told) {
    assert.ok(payload.text.includes(alarm?.caseNumber ?? "?"));
    assert.doesNotMatch(payload.text, /https?:|www\./, "CP-14");
  }
  assert.deepEqual((await actsOf(world, awa)).slice(-2), ["closed access", "raised an alarm"]);
  assert.equal(await enters(world, julien), "in", "nobody else is touched");
});

test("CN-09 the form sent twice, one after the other or at the same moment, raises one alarm", async () => {
  const visitor = await signedIn(world, awa, ownPassword);
  const [once, twice] = [newSecret(), newSecret()];
  await raiseAlarm(world, visitor, once, nothing, "fr");
  assert.deepEqual(await raiseAlarm(world, undefined, once, nothing, "fr"), { raised: true });
  const same = { identifier: julien.identifier, birth: births.julien };
  await Promise.all([report(world, same, twice), report(world, same, twice), report(world, same, twice)]);
  const { rows } = await sql`select from identity.alarm`.execute(world.db);
  assert.equal(rows.length, 2);
  assert.equal((await toldSupport(world)).length, 2);
});

test("CN-05 SP-09 a password asked for and not given is told to support, and the account stays open", async () => {
  const cookie = await cookieOf(world, awa, ownPassword);
  const told = "Un homme m’a appelée et voulait mon numéro 2 88 11 69 123 451.";
  const asked = { ...nothing, kind: "password-asked", channel: "phone", told } as const;
  const secret = newSecret();
  await raiseAlarm(world, await visitorBy(world, cookie), secret, asked, "fr");
  await report(world, asked);
  assert.ok(await readSession(world, cookie));
  assert.equal((await raisedBy(world, secret))?.closed, "no");
  const mails = await toldSupport(world);
  assert.equal(mails.length, 2);
  for (const { payload } of mails) {
    assert.match(payload.text, /Par téléphone[\s\S]*Un homme m’a appelée/);
    assert.doesNotMatch(payload.text, /123/, "SEC-09 no NIR in a mail");
  }
  assert.ok(!(await dump(world)).includes("Un homme"), "what was told is sealed");
});

test("CN-05 MC-13 a password that was given closes the account, and another one is due whoever opens it", async () => {
  const given = { ...nothing, kind: "password-asked", gave: true, channel: "mail" } as const;
  await raiseAlarm(world, await signedIn(world, awa, ownPassword), newSecret(), given, "fr");
  assert.equal(await enters(world, awa), "blocked");
  await lift(world, awa);
  assert.ok((await signedIn(world, awa, ownPassword)).passwordDue);
});

test("CN-09 MC-13 somebody was in the account: opened again by the desk, another password is due", async () => {
  await raiseAlarm(world, await signedIn(world, awa, ownPassword), newSecret(), nothing, "fr");
  await lift(world, awa);
  assert.ok((await signedIn(world, awa, ownPassword)).passwordDue);
});

test("SP-10 a stolen phone gets neither the message nor the code that opens the account again", async () => {
  const visitor = await signedIn(world, awa, ownPassword);
  await raiseAlarm(world, visitor, newSecret(), { ...nothing, kind: "phone-stolen" }, "fr");
  await askedRecovery(world, awa);
  const told = await toldTo(world, awa);
  assert.deepEqual(
    told.map(({ queue }) => queue),
    ["mail", "mail"],
  );
  await lift(world, awa);
  await askedRecovery(world, awa);
  assert.equal((await toldTo(world, awa)).filter(({ queue }) => queue === "sms").length, 1);
});

test("CN-09 the list shows what was done between the theft and the report, in plain words, and nothing else", async () => {
  await cookieOf(world, awa, ownPassword);
  world.pass({ days: 2 });
  await cookieOf(world, awa, ownPassword);
  await enters(world, awa, "faux");
  world.pass({ hours: 1 });
  const visitor = await signedIn(world, awa, ownPassword);
  world.pass({ minutes: 1 });
  const secret = newSecret();
  const when = { day: "12", month: "3", year: "2026", time: "10 h" };
  await raiseAlarm(world, visitor, secret, { ...nothing, when }, "fr");
  const alarm = await raisedBy(world, secret);
  assert.deepEqual(
    alarm?.acts?.acts.map(({ says, by }) => `${says.fr} ${by}`),
    ["Connexion à l’espace self", "Un mot de passe faux a été essayé unknown", "Connexion à l’espace self"],
  );
  world.pass({ minutes: 15 });
  assert.equal((await raisedBy(world, secret))?.acts, undefined, "read only as long as a session lasts");
  world.pass({ minutes: 45 });
  assert.equal(await raisedBy(world, secret), undefined);
});

test("CN-09 without a date, a sign-in that was not mine is where the list begins", async () => {
  const before = world.clock();
  await cookieOf(world, awa, ownPassword);
  world.pass({ days: 3 });
  const visitor = await signedIn(world, awa, ownPassword);
  const secret = newSecret();
  await raiseAlarm(world, visitor, secret, nothing, "fr");
  assert.deepEqual((await raisedBy(world, secret))?.acts?.since, before);
});

test("CN-09 after recovery the person reads the list again; nobody else does", async () => {
  await report(world, { identifier: awa.identifier, birth: births.awa });
  assert.equal(await comeBack(world, awa), "in");
  const mine = await lastAlarmOf(world, await signedIn(world, awa, otherPassword));
  assert.equal(mine?.closed, "yes");
  assert.ok(mine?.acts);
  assert.equal(await lastAlarmOf(world, await signedIn(world, julien, ownPassword)), undefined);
});

test("CN-09 what cannot be is refused at its field, before anything is written", async () => {
  const typed = {
    ...nothing,
    when: { day: "31", month: "2", year: "2026", time: "" },
    told: "x".repeat(2001),
  };
  const result = await raiseAlarm(world, undefined, newSecret(), typed, "fr");
  assert.deepEqual(Object.keys("refused" in result ? result.refused : {}).sort(), [
    "birth-day",
    "identifier",
    "since-day",
    "told",
  ]);
  const asked = { ...nothing, kind: "password-asked", when: { ...nothing.when, time: "midi" } } as const;
  const other = await raiseAlarm(world, undefined, newSecret(), asked, "fr");
  assert.deepEqual(Object.keys("refused" in other ? other.refused : {}).sort(), ["channel", "time"]);
  const { rows } = await sql`select from identity.alarm`.execute(world.db);
  assert.equal(rows.length, 0);
});

test("SEC-12 reports about a number nobody has stand in the journal too, without the number", async () => {
  await report(world, { identifier: "1850554395089", birth: births.awa });
  const { rows } = await sql<{ detail: { kind: string } }>`
    select detail from journal.entry where act = 'raised an alarm'`.execute(world.db);
  assert.equal(rows[0]?.detail.kind, "not-me");
  assert.ok(!(await dump(world)).includes("1850554395089"));
  assert.equal((await journalOf(world, awa)).filter(({ act }) => act === "raised an alarm").length, 0);
});
