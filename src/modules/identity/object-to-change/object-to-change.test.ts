import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { objectionRefusals } from "../../../../law/credentials/objection.ts";
import { lastCodeTo, lastObjectionTo, objectionsSent } from "../../../../test/contacts.ts";
import {
  awa,
  cookieOf,
  type DemoWorld,
  journalOf,
  julien,
  nadia,
  otherPassword,
  ownPassword,
} from "../../../../test/demo.ts";
import { verifyJournal } from "../../../platform/journal.ts";
import { removeContact } from "../change-contacts/remove-contact.ts";
import { findContactPoints } from "../contact/store.ts";
import {
  changeTo,
  contactsWorld,
  mail,
  mobile,
  more,
  own,
  said,
  theirMobile,
  theirs,
  verifiedOf,
} from "../contact/testing.ts";
import { enterCode } from "../give-contacts/enter-code.ts";
import { giveContacts } from "../give-contacts/give-contacts.ts";
import { enterNoticeCode, giveNoticeAddress } from "../notice-address/notice-address.ts";
import { findNoticeAddresses } from "../notice-address/store.ts";
import { comeBack } from "../recover-access/testing.ts";
import { readSession } from "../session/session.ts";
import { signIn } from "../sign-in/sign-in.ts";
import { objectToChange } from "./object-to-change.ts";

let world: DemoWorld;
before(async () => {
  world = await contactsWorld();
});
/** What was verified was so the day before. */
beforeEach(async () => {
  await world.afresh();
  world.pass({ days: 1 });
});
after(() => world.close());

const object = (code: string) => objectToChange(world, code, "fr");
const wrong = objectionRefusals.wrong.says;

/** Another code than that one, of the same case. */
const miscopied = (code: string) => code.slice(0, -1) + (code.endsWith("7") ? "8" : "7");

test("SEC-04 objecting gives the old address back, voids the new one, ends every session and closes the access", async () => {
  const cookie = await cookieOf(world, awa, ownPassword);
  await changeTo(world, await own(world, awa), "mail", theirs);
  const code = await lastObjectionTo(world, mail);
  const before = (await world.sent()).length;
  assert.deepEqual(await object(` ${code.toLowerCase()} `), { done: true });
  assert.deepEqual(await verifiedOf(world, awa), [mail, mobile]);
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
  await changeTo(world, await own(world, awa), "mail", theirs);
  await object(await lastObjectionTo(world, mail));
  world.pass({ days: 30 });
  const closed = await signIn(world, { identifier: awa.identifier, password: ownPassword });
  assert.ok("refused" in closed && closed.because === "blocked");
  assert.equal(await comeBack(world, awa), "in");
  assert.ok("cookie" in (await signIn(world, { identifier: awa.identifier, password: otherPassword })));
});

test("SEC-04 the window is open for 72 hours to the millisecond, and then closes by itself", async () => {
  await changeTo(world, await own(world, awa), "mail", theirs);
  const code = await lastObjectionTo(world, mail);
  world.pass({ hours: 72 });
  assert.equal(said(await object(code)), objectionRefusals.late.says);
  assert.deepEqual(await verifiedOf(world, awa), [theirs, mobile]);
  world.pass({ milliseconds: -1 });
  assert.deepEqual(await object(code), { done: true });
  assert.deepEqual(await verifiedOf(world, awa), [mail, mobile]);
});

test("SEC-04 a removal may be objected to as well", async () => {
  await removeContact(world, await own(world, awa), "mail", "fr");
  assert.deepEqual(await verifiedOf(world, awa), [mobile]);
  await object(await lastObjectionTo(world, mail));
  assert.deepEqual(await verifiedOf(world, awa), [mail, mobile]);
});

test("SEC-04 of two changes within the window, whichever address objects, the first one comes back", async () => {
  for (const who of [mail, theirs]) {
    await world.afresh();
    world.pass({ days: 1 });
    const visitor = await own(world, awa);
    await changeTo(world, visitor, "mail", theirs);
    world.pass({ minutes: 5 });
    await changeTo(world, visitor, "mail", more);
    const other = await lastObjectionTo(world, who === mail ? theirs : mail);
    assert.deepEqual(await object(await lastObjectionTo(world, who)), { done: true });
    assert.deepEqual(await verifiedOf(world, awa), [mail, mobile]);
    assert.equal(said(await object(other)), objectionRefusals.done.says);
    assert.deepEqual(await verifiedOf(world, awa), [mail, mobile]);
  }
});

test("SEC-04 the first address taken back and lost again meanwhile comes back all the same, and stays nobody else's", async () => {
  const visitor = await own(world, awa);
  await changeTo(world, visitor, "mail", theirs);
  const first = await lastObjectionTo(world, mail);
  await changeTo(world, visitor, "mail", mail);
  await changeTo(world, visitor, "mail", more);
  const taken = await changeTo(world, await own(world, julien), "mail", mail);
  assert.ok("refused" in taken && taken.taken === mail);
  assert.deepEqual(await object(first), { done: true });
  assert.deepEqual(await verifiedOf(world, awa), [mail, mobile]);
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from identity.contact_point where held_until is not null`.execute(world.db);
  assert.equal(rows[0]?.n, 0, "nothing is held any more");
});

test("SEC-04 what was changed of the other kind goes back too, and what waits or gets the notices goes", async () => {
  const visitor = await own(world, awa);
  await changeTo(world, visitor, "mobile", theirMobile);
  await changeTo(world, visitor, "mail", theirs);
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
  await changeTo(world, await own(world, awa), "mail", theirs);
  const code = await lastObjectionTo(world, mail);
  const unknown = `ZZZZ-ZZ${code.slice(7)}`;
  assert.equal(said(await object(unknown)), wrong);
  for (let tries = 0; tries < 5; tries++) assert.equal(said(await object(miscopied(code))), wrong);
  assert.equal(said(await object(code)), wrong, "spent");
  assert.deepEqual(await verifiedOf(world, awa), [theirs, mobile]);
  for (const typed of ["", "12", "é".repeat(200)]) assert.notEqual(said(await object(typed)), wrong);
});

test("SEC-03 30 guesses at the same moment count as 5 tries, no more", async () => {
  await changeTo(world, await own(world, awa), "mail", theirs);
  const code = await lastObjectionTo(world, mail);
  await Promise.all(Array.from({ length: 30 }, () => object(miscopied(code))));
  const { rows } = await sql<{ tries: number }>`select tries from identity.contact_change`.execute(world.db);
  assert.deepEqual(rows, [{ tries: 5 }]);
  assert.equal(said(await object(code)), wrong);
});

test("SEC-04 the same code sent twice at the same moment is taken once", async () => {
  await changeTo(world, await own(world, awa), "mail", theirs);
  const code = await lastObjectionTo(world, mail);
  const results = await Promise.all([object(code), object(code), object(code)]);
  assert.equal(results.filter((one) => "done" in one).length, 1);
  assert.equal((await journalOf(world, awa)).filter(({ act }) => act.startsWith("objected")).length, 1);
});

test("SEC-04 somebody else's case code touches nobody but them, and halves of two codes open nothing", async () => {
  await changeTo(world, await own(world, awa), "mail", theirs);
  await changeTo(world, await own(world, julien), "mail", more);
  const hers = await lastObjectionTo(world, mail);
  const his = await lastObjectionTo(world, julien.mail);
  assert.equal(said(await object(hers.slice(0, 7) + his.slice(7))), wrong);
  const cookie = await cookieOf(world, awa, ownPassword);
  assert.deepEqual(await object(his), { done: true });
  assert.deepEqual(await verifiedOf(world, awa), [theirs, mobile]);
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
    const visitor = await own(world, awa);
    await changeTo(world, visitor, "mail", theirs);
    const code = await lastObjectionTo(world, mail);
    await giveContacts(world, visitor, { mail: more }, "fr");
    const typed = await lastCodeTo(world, more);
    const change = () => enterCode(world, visitor, "mail", typed, "fr");
    const objection = () => object(code);
    const both = round % 2 === 0 ? [change(), objection()] : [objection(), change()];
    const results = await Promise.all(both);
    assert.ok(results.some((one) => "done" in one));
    assert.deepEqual(await verifiedOf(world, awa), [mail, mobile]);
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from identity.contact_change where ended_at is null`.execute(world.db);
    assert.equal(rows[0]?.n, 0, "nothing is left to undo");
    assert.ok(!("cookie" in (await signIn(world, { identifier: awa.identifier, password: ownPassword }))));
  }
});

test("SEC-04 once the access is closed, what was on its way in a session changes nothing", async () => {
  const visitor = await own(world, awa);
  await changeTo(world, visitor, "mail", theirs);
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
  assert.deepEqual(await verifiedOf(world, awa), [mail, mobile]);
});

test("SEC-04 each change has a case of its own", async () => {
  const visitor = await own(world, awa);
  await changeTo(world, visitor, "mail", theirs);
  await changeTo(world, visitor, "mail", mail);
  const codes = (await objectionsSent(world)).map(({ code }) => code);
  assert.equal(new Set(codes).size, 2);
  assert.equal(new Set(codes.map((code) => code.slice(0, 7))).size, 2);
});
