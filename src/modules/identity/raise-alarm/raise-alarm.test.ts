import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import {
  actsOf,
  awa,
  cookieOf,
  type DemoWorld,
  demoWorld,
  dump,
  journalOf,
  julien,
  nadia,
  otherPassword,
  ownPassword,
  type Someone,
  signedIn,
  visitorBy,
} from "../../../../test/demo.ts";
import { newSecret } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import { liftBlock } from "../block/block.ts";
import { chooseFirstPassword } from "../choose-password/choose-password.ts";
import { askRecovery, chooseRecoveredPassword, enterRecoveryCode } from "../recover-access/recovery.ts";
import { readSession } from "../session/session.ts";
import { signIn } from "../sign-in/sign-in.ts";
import { raiseAlarm, type Typed } from "./raise-alarm.ts";
import { lastAlarmOf, raisedBy } from "./read-alarm.ts";

let world: DemoWorld;

const verify = (who: Someone, kind: "mail" | "mobile") =>
  sql`update identity.contact_point set verified_at = ${world.clock()}
      where person_id = ${who.id} and kind = ${kind}`.execute(world.db);

/** Awa has a password, a verified mail and mobile; Julien a password and his mail; Nadia a password alone. */
before(async () => {
  world = await demoWorld();
  for (const who of [awa, julien, nadia])
    await chooseFirstPassword(world, await signedIn(world, who), ownPassword);
  await verify(awa, "mail");
  await verify(awa, "mobile");
  await verify(julien, "mail");
  await world.keep();
});
beforeEach(() => world.afresh());
after(() => world.close());

const nothing: Typed = {
  kind: "not-me",
  gave: false,
  identifier: "",
  birth: "--",
  channel: undefined,
  when: { day: "", month: "", year: "", time: "" },
  told: "",
};
const births = { awa: "1988-11-03", julien: "1986-07-24", nadia: "1990-05-30" };

/** Somebody who is not signed in reports. */
const report = async (typed: Partial<Typed>, secret = newSecret()) => {
  assert.deepEqual(await raiseAlarm(world, undefined, secret, { ...nothing, ...typed }, "fr"), {
    raised: true,
  });
  return secret;
};
const enters = async (who: Someone, password = ownPassword) => {
  const result = await signIn(world, { identifier: who.identifier, password });
  return "cookie" in result ? "in" : result.because;
};
const support = async () =>
  (await world.sent()).filter(({ payload }) => payload.to === world.institution.help.supportMail);
const toldTo = async (who: Someone) =>
  (await world.sent()).filter(({ payload }) => [who.mail, who.mobile].includes(payload.to));

test("CN-09 signed in, a report closes the account at once: every session, the right password, all are told", async () => {
  const elsewhere = await cookieOf(world, awa, ownPassword);
  const here = await cookieOf(world, awa, ownPassword);
  const secret = newSecret();
  const visitor = await visitorBy(world, here);
  await raiseAlarm(world, visitor, secret, { ...nothing, told: "Je n’étais pas là." }, "fr");
  for (const cookie of [elsewhere, here]) assert.equal(await readSession(world, cookie), undefined);
  assert.equal(await enters(awa), "blocked");
  const alarm = await raisedBy(world, secret);
  assert.equal(alarm?.closed, "yes");
  const [mail] = await support();
  assert.match(mail?.payload.text ?? "", new RegExp(`${alarm?.caseNumber}[\\s\\S]*Je n’étais pas là`));
  assert.doesNotMatch(mail?.payload.text ?? "", /Awa|Diallo/);
  const told = await toldTo(awa);
  assert.deepEqual(told.map(({ queue }) => queue).sort(), ["mail", "sms"]);
  for (const { payload } of told) {
    assert.ok(payload.text.includes(alarm?.caseNumber ?? "?"));
    assert.doesNotMatch(payload.text, /https?:|www\./, "CP-14");
  }
  assert.deepEqual((await actsOf(world, awa)).slice(-2), ["closed access", "raised an alarm"]);
  assert.equal(await enters(julien), "in", "nobody else is touched");
});

test("CN-09 the form sent twice, one after the other or at the same moment, raises one alarm", async () => {
  const visitor = await signedIn(world, awa, ownPassword);
  const [once, twice] = [newSecret(), newSecret()];
  await raiseAlarm(world, visitor, once, nothing, "fr");
  assert.deepEqual(await raiseAlarm(world, undefined, once, nothing, "fr"), { raised: true });
  const same = { identifier: julien.identifier, birth: births.julien };
  await Promise.all([report(same, twice), report(same, twice), report(same, twice)]);
  const { rows } = await sql`select from identity.alarm`.execute(world.db);
  assert.equal(rows.length, 2);
  assert.equal((await support()).length, 2);
});

test("CN-05 SP-09 a password asked for and not given is told to support, and the account stays open", async () => {
  const cookie = await cookieOf(world, awa, ownPassword);
  const told = "Un homme m’a appelée et voulait mon numéro 2 88 11 69 123 451.";
  const asked = { ...nothing, kind: "password-asked", channel: "phone", told } as const;
  const secret = newSecret();
  await raiseAlarm(world, await visitorBy(world, cookie), secret, asked, "fr");
  await report(asked);
  assert.ok(await readSession(world, cookie));
  assert.equal((await raisedBy(world, secret))?.closed, "no");
  const mails = await support();
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
  assert.equal(await enters(awa), "blocked");
  await lift(awa);
  assert.ok((await signedIn(world, awa, ownPassword)).passwordDue);
});

test("SP-10 a stolen phone gets neither the message nor the code that opens the account again", async () => {
  const visitor = await signedIn(world, awa, ownPassword);
  await raiseAlarm(world, visitor, newSecret(), { ...nothing, kind: "phone-stolen" }, "fr");
  await askRecovery(world, awa.identifier, "fr");
  const told = await toldTo(awa);
  assert.deepEqual(
    told.map(({ queue }) => queue),
    ["mail", "mail"],
  );
  await lift(awa);
  await askRecovery(world, awa.identifier, "fr");
  assert.equal((await toldTo(awa)).filter(({ queue }) => queue === "sms").length, 1);
});

test("CN-09 the list shows what was done between the theft and the report, in plain words, and nothing else", async () => {
  await cookieOf(world, awa, ownPassword);
  world.pass({ days: 2 });
  await cookieOf(world, awa, ownPassword);
  await enters(awa, "faux");
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
  await report({ identifier: awa.identifier, birth: births.awa });
  await recover(awa);
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
  await report({ identifier: "1850554395089", birth: births.awa });
  const { rows } = await sql<{ detail: { kind: string } }>`
    select detail from journal.entry where act = 'raised an alarm'`.execute(world.db);
  assert.equal(rows[0]?.detail.kind, "not-me");
  assert.ok(!(await dump(world)).includes("1850554395089"));
  assert.equal((await journalOf(world, awa)).filter(({ act }) => act === "raised an alarm").length, 0);
});

const lift = (who: Someone) =>
  inTransaction(world.db, (tx) => liftBlock(tx, world, { personId: who.id, kind: "alarm", by: "the desk" }));

/** The way back: code, new password. */
async function recover(who: Someone) {
  const asked = await askRecovery(world, who.identifier, "fr");
  assert.ok("cookie" in asked);
  const code = /\b\d{6}\b/.exec((await toldTo(who)).at(-1)?.payload.text ?? "")?.[0] ?? "";
  assert.deepEqual(await enterRecoveryCode(world, asked.cookie, code), { done: true });
  assert.deepEqual(await chooseRecoveredPassword(world, asked.cookie, otherPassword, "fr"), { done: true });
}
