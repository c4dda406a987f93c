import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { objectionRefusals } from "../../../../law/credentials/objection.ts";
import { lastObjectionTo, objectionsSent } from "../../../../test/contacts.ts";
import { awa, type DemoWorld, julien, otherPassword, ownPassword } from "../../../../test/demo.ts";
import { removeContact } from "../change-contacts/remove-contact.ts";
import { changePassword } from "../change-password/change-password.ts";
import { giveContacts } from "../give-contacts/give-contacts.ts";
import { objectToChange } from "../object-to-change/object-to-change.ts";
import { births, nothing, report } from "../raise-alarm/testing.ts";
import { recoveryGoesTo } from "../recover-access/testing.ts";
import { liftSuspension, suspendAccess } from "../suspend-access/suspend-access.ts";
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
} from "./testing.ts";

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

test("SEC-04 a way back is sent to the old address during the window, to the new one after it", async () => {
  await changeTo(world, await own(world, awa), "mail", theirs);
  assert.deepEqual(await recoveryGoesTo(world, awa), [mobile, mail]);
  world.pass({ hours: 72, milliseconds: -1 });
  assert.deepEqual(await recoveryGoesTo(world, awa), [mobile, mail]);
  world.pass({ milliseconds: 1 });
  assert.deepEqual(await recoveryGoesTo(world, awa), [mobile, theirs]);
});

test("SEC-04 whoever sits in the session cannot keep the owner out: all changed, all removed, the password too", async () => {
  const visitor = await own(world, awa);
  await changeTo(world, visitor, "mobile", theirMobile);
  await changeTo(world, visitor, "mail", theirs);
  await removeContact(world, visitor, "mobile", "fr");
  await giveContacts(world, visitor, { mail }, "fr");
  await giveContacts(world, visitor, { mail: more }, "fr");
  const before = (await world.sent()).length;
  await changePassword(world, visitor, { current: ownPassword, chosen: otherPassword }, "fr");
  const warned = (await world.sent()).slice(before).map(({ payload }) => payload.to);
  for (const old of [mail, mobile]) assert.ok(warned.includes(old), "the owner hears of the new password");
  assert.deepEqual(await recoveryGoesTo(world, awa), [mobile, mail]);
  assert.deepEqual(await object(await lastObjectionTo(world, mail)), { done: true });
  assert.deepEqual(await verifiedOf(world, awa), [mail, mobile]);
  assert.deepEqual(await recoveryGoesTo(world, awa), [mobile, mail]);
});

test("SEC-04 CN-09 MC-14 what closes and opens the access is told to the old address too, while it may object", async () => {
  await changeTo(world, await own(world, awa), "mail", theirs);
  const agent = { agentId: "agent 17", name: "Dominique" };
  const [reason, form] = ["doute", { ...nothing, identifier: awa.identifier, birth: births.awa }];
  for (const does of [
    () => suspendAccess(world, agent, awa.id, { reason }),
    () => liftSuspension(world, agent, awa.id, { reason }),
    () => report(world, form),
  ]) {
    const before = (await world.sent()).length;
    await does();
    const told = (await world.sent()).slice(before).map(({ payload }) => payload.to);
    for (const to of [mail, mobile, theirs]) assert.ok(told.includes(to), to);
  }
});

test("SEC-04 a mobile added beside the mail opens no way back for 72 hours, and the mail may object to it", async () => {
  const visitor = await own(world, julien);
  await changeTo(world, visitor, "mobile", theirMobile);
  assert.deepEqual(await recoveryGoesTo(world, julien), [julien.mail]);
  assert.deepEqual(await object(await lastObjectionTo(world, julien.mail)), { done: true });
  assert.deepEqual(await verifiedOf(world, julien), [julien.mail]);
});

test("SEC-04 once the first window is closed, an objection goes back to the second address and no further", async () => {
  const visitor = await own(world, awa);
  await changeTo(world, visitor, "mail", theirs);
  const first = await lastObjectionTo(world, mail);
  world.pass({ hours: 71 });
  await changeTo(world, await own(world, awa), "mail", more);
  world.pass({ hours: 1 });
  assert.equal(said(await object(first)), objectionRefusals.late.says);
  assert.deepEqual(await object(await lastObjectionTo(world, theirs)), { done: true });
  assert.deepEqual(await verifiedOf(world, awa), [theirs, mobile]);
  assert.deepEqual(await recoveryGoesTo(world, awa), [mobile, theirs]);
});

test("SP-10 a phone reported stolen gets no code and opens no way back once its number is changed", async () => {
  await sql`insert into identity.alarm (found_by, alarm_id, secret_hash, person_id, case_number, kind, proven_by, reported_at)
    values ('\\x01', gen_random_uuid(), '\\x02', ${awa.id}, 'AAAA-BBBB', 'phone-stolen', 'session', ${world.clock()})`.execute(
    world.db,
  );
  await changeTo(world, await own(world, awa), "mobile", theirMobile);
  assert.deepEqual(
    (await objectionsSent(world)).map(({ to }) => to),
    [mail],
  );
  assert.deepEqual(await recoveryGoesTo(world, awa), [mail]);
  await object(await lastObjectionTo(world, mail));
  assert.deepEqual(
    await verifiedOf(world, awa),
    [mail],
    "the new number goes, the stolen one does not come back",
  );
});
