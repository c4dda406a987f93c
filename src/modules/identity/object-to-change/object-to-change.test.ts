import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { objectionRefusals } from "../../../../law/credentials/objection.ts";
import { lastCodeTo, lastObjectionTo, objectionsSent } from "../../../../test/contacts.ts";
import {
  awa,
  cookieOf,
  type DemoWorld,
  demoWorld,
  journalOf,
  julien,
  nadia,
  otherPassword,
  ownPassword,
  type Someone,
  signedIn,
} from "../../../../test/demo.ts";
import { verifyJournal } from "../../../platform/journal.ts";
import { removeContact } from "../change-contacts/remove-contact.ts";
import { chooseFirstPassword } from "../choose-password/choose-password.ts";
import type { ContactKind } from "../contact/contact.ts";
import { findContactPoints } from "../contact/store.ts";
import { enterCode } from "../give-contacts/enter-code.ts";
import { giveContacts } from "../give-contacts/give-contacts.ts";
import { enterNoticeCode, giveNoticeAddress } from "../notice-address/notice-address.ts";
import { findNoticeAddresses } from "../notice-address/store.ts";
import { askRecovery, chooseRecoveredPassword, enterRecoveryCode } from "../recover-access/recovery.ts";
import { readSession, type Visitor } from "../session/session.ts";
import { signIn } from "../sign-in/sign-in.ts";
import { type Objected, objectToChange } from "./object-to-change.ts";

const [mail, mobile] = ["awa.diallo@exemple.fr", "+33639981202"];
const [theirs, more] = ["intrus@ailleurs.exemple", "encore@ailleurs.exemple"];
const theirMobile = "+33639981266";

let world: DemoWorld;

/** Awa has a password, a verified mail and mobile; Julien a password and his mail; since the day before. */
before(async () => {
  world = await demoWorld();
  for (const who of [awa, julien]) await chooseFirstPassword(world, await signedIn(world, who), ownPassword);
  const visitor = await own(awa);
  await giveContacts(world, visitor, { mail, mobile }, "fr");
  for (const [kind, value] of [
    ["mail", mail],
    ["mobile", mobile],
  ] as const)
    await enterCode(world, visitor, kind, await lastCodeTo(world, value), "fr");
  await changeTo(await own(julien), "mail", julien.mail);
  await world.keep();
});
beforeEach(async () => {
  await world.afresh();
  world.pass({ days: 1 });
});
after(() => world.close());

const own = (who: Someone) => signedIn(world, who, ownPassword);

/** The person, or who sits in their session, gives a contact point and types its code. */
async function changeTo(visitor: Visitor, kind: ContactKind, value: string) {
  assert.deepEqual(await giveContacts(world, visitor, { [kind]: value }, "fr"), { next: kind });
  return enterCode(world, visitor, kind, await lastCodeTo(world, value), "fr");
}

const object = (code: string) => objectToChange(world, code, "fr");

const verifiedOf = async (who: Someone) =>
  (await findContactPoints(world.db, who.id)).filter((one) => one.verifiedAt).map(({ value }) => value);

const said = (result: Objected) => ("refused" in result ? result.refused : undefined);
const wrong = objectionRefusals.wrong.says;

/** Another code than that one, of the same case. */
const miscopied = (code: string) => code.slice(0, -1) + (code.endsWith("7") ? "8" : "7");

test("SEC-04 objecting gives the old address back, voids the new one, ends every session and closes the access", async () => {
  const cookie = await cookieOf(world, awa, ownPassword);
  await changeTo(await own(awa), "mail", theirs);
  const code = await lastObjectionTo(world, mail);
  const before = (await world.sent()).length;
  assert.deepEqual(await object(` ${code.toLowerCase()} `), { done: true });
  assert.deepEqual(await verifiedOf(awa), [mail, mobile]);
  assert.equal(await readSession(world, cookie), undefined);
  const again = await signIn(world, { identifier: awa.identifier, password: ownPassword });
  assert.ok("refused" in again && again.because === "blocked");
  const told = (await world.sent()).slice(before).map(({ payload }) => payload.to);
  assert.deepEqual(told, [mail, mobile, theirs], "those in use again, and the one that no longer is");
  const entry = (await journalOf(world, awa)).find(
    ({ act }) => act === "objected to a change of contact points",
  );
  assert.deepEqual(entry, {
    act: "objected to a change of contact points",
    actor: "unknown",
    detail: { kind: "mail", changes: 1 },
  });
  assert.equal((await verifyJournal(world.db, world.keys.journal)).broken, undefined);
});

test("SEC-04 the access stays closed until the person comes back in by their old address", async () => {
  await changeTo(await own(awa), "mail", theirs);
  await object(await lastObjectionTo(world, mail));
  world.pass({ days: 30 });
  const closed = await signIn(world, { identifier: awa.identifier, password: ownPassword });
  assert.ok("refused" in closed && closed.because === "blocked");
  const asked = await askRecovery(world, awa.identifier, "fr");
  assert.ok("cookie" in asked);
  await enterRecoveryCode(world, asked.cookie, await lastCodeTo(world, mail));
  assert.deepEqual(await chooseRecoveredPassword(world, asked.cookie, otherPassword, "fr"), { done: true });
  assert.ok("cookie" in (await signIn(world, { identifier: awa.identifier, password: otherPassword })));
});

test("SEC-04 the window is open for 72 hours to the millisecond, and then closes by itself", async () => {
  await changeTo(await own(awa), "mail", theirs);
  const code = await lastObjectionTo(world, mail);
  world.pass({ hours: 72 });
  assert.equal(said(await object(code)), objectionRefusals.late.says);
  assert.deepEqual(await verifiedOf(awa), [theirs, mobile]);
  world.pass({ milliseconds: -1 });
  assert.deepEqual(await object(code), { done: true });
  assert.deepEqual(await verifiedOf(awa), [mail, mobile]);
});

test("SEC-04 a removal may be objected to as well", async () => {
  await removeContact(world, await own(awa), "mail", "fr");
  assert.deepEqual(await verifiedOf(awa), [mobile]);
  await object(await lastObjectionTo(world, mail));
  assert.deepEqual(await verifiedOf(awa), [mail, mobile]);
});

test("SEC-04 of two changes within the window, whichever address objects, the first one comes back", async () => {
  for (const who of [mail, theirs]) {
    await world.afresh();
    world.pass({ days: 1 });
    const visitor = await own(awa);
    await changeTo(visitor, "mail", theirs);
    world.pass({ minutes: 5 });
    await changeTo(visitor, "mail", more);
    const other = await lastObjectionTo(world, who === mail ? theirs : mail);
    assert.deepEqual(await object(await lastObjectionTo(world, who)), { done: true });
    assert.deepEqual(await verifiedOf(awa), [mail, mobile]);
    assert.equal(said(await object(other)), objectionRefusals.done.says);
    assert.deepEqual(await verifiedOf(awa), [mail, mobile]);
  }
});

test("SEC-04 the first address taken back and lost again meanwhile comes back all the same, and stays nobody else's", async () => {
  const visitor = await own(awa);
  await changeTo(visitor, "mail", theirs);
  const first = await lastObjectionTo(world, mail);
  await changeTo(visitor, "mail", mail);
  await changeTo(visitor, "mail", more);
  const taken = await changeTo(await own(julien), "mail", mail);
  assert.ok("refused" in taken && taken.taken === mail);
  assert.deepEqual(await object(first), { done: true });
  assert.deepEqual(await verifiedOf(awa), [mail, mobile]);
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from identity.contact_point where held_until is not null`.execute(world.db);
  assert.equal(rows[0]?.n, 0, "nothing is held any more");
});

test("SEC-04 what was changed of the other kind goes back too, and what waits or gets the notices goes", async () => {
  const visitor = await own(awa);
  await changeTo(visitor, "mobile", theirMobile);
  await changeTo(visitor, "mail", theirs);
  await giveContacts(world, visitor, { mail: more }, "fr");
  await giveNoticeAddress(world, visitor, "nouvelles@ailleurs.exemple", "fr");
  await enterNoticeCode(world, visitor, await lastCodeTo(world, "nouvelles@ailleurs.exemple"), "fr");
  await object(await lastObjectionTo(world, mail));
  assert.deepEqual(
    (await findContactPoints(world.db, awa.id)).map(({ value }) => value),
    [mail, mobile],
  );
  assert.deepEqual(await findNoticeAddresses(world.db, awa.id), []);
});

test("SEC-04 an unknown case, a wrong code and one tried too often are answered alike", async () => {
  await changeTo(await own(awa), "mail", theirs);
  const code = await lastObjectionTo(world, mail);
  const unknown = `ZZZZ-ZZ${code.slice(7)}`;
  assert.equal(said(await object(unknown)), wrong);
  for (let tries = 0; tries < 5; tries++) assert.equal(said(await object(miscopied(code))), wrong);
  assert.equal(said(await object(code)), wrong, "spent");
  assert.deepEqual(await verifiedOf(awa), [theirs, mobile]);
  for (const typed of ["", "12", "é".repeat(200)]) assert.notEqual(said(await object(typed)), wrong);
});

test("SEC-03 30 guesses at the same moment count as 5 tries, no more", async () => {
  await changeTo(await own(awa), "mail", theirs);
  const code = await lastObjectionTo(world, mail);
  await Promise.all(Array.from({ length: 30 }, () => object(miscopied(code))));
  const { rows } = await sql<{ tries: number }>`select tries from identity.contact_change`.execute(world.db);
  assert.deepEqual(rows, [{ tries: 5 }]);
  assert.equal(said(await object(code)), wrong);
});

test("SEC-04 the same code sent twice at the same moment is taken once", async () => {
  await changeTo(await own(awa), "mail", theirs);
  const code = await lastObjectionTo(world, mail);
  const results = await Promise.all([object(code), object(code), object(code)]);
  assert.equal(results.filter((one) => "done" in one).length, 1);
  assert.equal((await journalOf(world, awa)).filter(({ act }) => act.startsWith("objected")).length, 1);
});

test("SEC-04 somebody else's case code touches nobody but them, and halves of two codes open nothing", async () => {
  await changeTo(await own(awa), "mail", theirs);
  await changeTo(await own(julien), "mail", more);
  const hers = await lastObjectionTo(world, mail);
  const his = await lastObjectionTo(world, julien.mail);
  assert.equal(said(await object(hers.slice(0, 7) + his.slice(7))), wrong);
  const cookie = await cookieOf(world, awa, ownPassword);
  assert.deepEqual(await object(his), { done: true });
  assert.deepEqual(await verifiedOf(awa), [theirs, mobile]);
  assert.ok(await readSession(world, cookie), "she stays signed in");
  await sql`update identity.contact_change set person_id = ${nadia.id} where person_id = ${awa.id}`.execute(
    world.db,
  );
  assert.equal(said(await object(hers)), wrong, "moved to another person, the code is none");
});

test("SEC-04 an objection at the very moment the intruder changes again: the first address stands, whoever comes first", async () => {
  for (let round = 0; round < 6; round++) {
    await world.afresh();
    world.pass({ days: 1 });
    const visitor = await own(awa);
    await changeTo(visitor, "mail", theirs);
    const code = await lastObjectionTo(world, mail);
    await giveContacts(world, visitor, { mail: more }, "fr");
    const typed = await lastCodeTo(world, more);
    const change = () => enterCode(world, visitor, "mail", typed, "fr");
    const objection = () => object(code);
    const both = round % 2 === 0 ? [change(), objection()] : [objection(), change()];
    const results = await Promise.all(both);
    assert.ok(results.some((one) => "done" in one));
    assert.deepEqual(await verifiedOf(awa), [mail, mobile]);
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from identity.contact_change where ended_at is null`.execute(world.db);
    assert.equal(rows[0]?.n, 0, "nothing is left to undo");
    assert.ok(!("cookie" in (await signIn(world, { identifier: awa.identifier, password: ownPassword }))));
  }
});

test("SEC-04 once the access is closed, what was on its way in a session changes nothing", async () => {
  const visitor = await own(awa);
  await changeTo(visitor, "mail", theirs);
  await giveContacts(world, visitor, { mobile: theirMobile }, "fr");
  await giveNoticeAddress(world, visitor, more, "fr");
  const [code, noticeCode] = [await lastCodeTo(world, theirMobile), await lastCodeTo(world, more)];
  await object(await lastObjectionTo(world, mail));
  const ended = { ended: true };
  assert.deepEqual(await enterCode(world, visitor, "mobile", code, "fr"), ended);
  assert.deepEqual(await giveContacts(world, visitor, { mail: more }, "fr"), ended);
  assert.deepEqual(await removeContact(world, visitor, "mobile", "fr"), ended);
  assert.deepEqual(await giveNoticeAddress(world, visitor, more, "fr"), ended);
  assert.deepEqual(await enterNoticeCode(world, visitor, noticeCode, "fr"), ended);
  assert.deepEqual(await verifiedOf(awa), [mail, mobile]);
});

test("SEC-04 each change has a case of its own", async () => {
  const visitor = await own(awa);
  await changeTo(visitor, "mail", theirs);
  await changeTo(visitor, "mail", mail);
  const codes = (await objectionsSent(world)).map(({ code }) => code);
  assert.equal(new Set(codes).size, 2);
  assert.equal(new Set(codes.map((code) => code.slice(0, 7))).size, 2);
});
