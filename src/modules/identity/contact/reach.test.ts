import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { objectionRefusals } from "../../../../law/credentials/objection.ts";
import { lastCodeTo, lastObjectionTo, objectionsSent } from "../../../../test/contacts.ts";
import {
  awa,
  type DemoWorld,
  demoWorld,
  julien,
  otherPassword,
  ownPassword,
  type Someone,
  signedIn,
} from "../../../../test/demo.ts";
import { removeContact } from "../change-contacts/remove-contact.ts";
import { changePassword } from "../change-password/change-password.ts";
import { chooseFirstPassword } from "../choose-password/choose-password.ts";
import { enterCode } from "../give-contacts/enter-code.ts";
import { giveContacts } from "../give-contacts/give-contacts.ts";
import { type Objected, objectToChange } from "../object-to-change/object-to-change.ts";
import { askRecovery } from "../recover-access/recovery.ts";
import type { Visitor } from "../session/session.ts";
import type { ContactKind } from "./contact.ts";
import { findContactPoints } from "./store.ts";

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

/** Where a way back is sent to now. */
async function recoveryGoesTo(who: Someone): Promise<string[]> {
  const before = (await world.sent()).length;
  await askRecovery(world, who.identifier, "fr");
  return (await world.sent()).slice(before).map(({ payload }) => payload.to);
}

test("SEC-04 a way back is sent to the old address during the window, to the new one after it", async () => {
  await changeTo(await own(awa), "mail", theirs);
  assert.deepEqual((await recoveryGoesTo(awa)).toSorted(), [mobile, mail]);
  world.pass({ hours: 72, milliseconds: -1 });
  assert.deepEqual((await recoveryGoesTo(awa)).toSorted(), [mobile, mail]);
  world.pass({ milliseconds: 1 });
  assert.deepEqual((await recoveryGoesTo(awa)).toSorted(), [mobile, theirs]);
});

test("SEC-04 whoever sits in the session cannot keep the owner out: all changed, all removed, the password too", async () => {
  const visitor = await own(awa);
  await changeTo(visitor, "mobile", theirMobile);
  await changeTo(visitor, "mail", theirs);
  await removeContact(world, visitor, "mobile", "fr");
  await giveContacts(world, visitor, { mail }, "fr");
  await giveContacts(world, visitor, { mail: more }, "fr");
  const before = (await world.sent()).length;
  await changePassword(world, visitor, { current: ownPassword, chosen: otherPassword }, "fr");
  const warned = (await world.sent()).slice(before).map(({ payload }) => payload.to);
  for (const old of [mail, mobile]) assert.ok(warned.includes(old), "the owner hears of the new password");
  assert.deepEqual((await recoveryGoesTo(awa)).toSorted(), [mobile, mail]);
  assert.deepEqual(await object(await lastObjectionTo(world, mail)), { done: true });
  assert.deepEqual(await verifiedOf(awa), [mail, mobile]);
  assert.deepEqual((await recoveryGoesTo(awa)).toSorted(), [mobile, mail]);
});

test("SEC-04 a mobile added beside the mail opens no way back for 72 hours, and the mail may object to it", async () => {
  const visitor = await own(julien);
  await changeTo(visitor, "mobile", theirMobile);
  assert.deepEqual(await recoveryGoesTo(julien), [julien.mail]);
  assert.deepEqual(await object(await lastObjectionTo(world, julien.mail)), { done: true });
  assert.deepEqual(await verifiedOf(julien), [julien.mail]);
});

test("SEC-04 once the first window is closed, an objection goes back to the second address and no further", async () => {
  const visitor = await own(awa);
  await changeTo(visitor, "mail", theirs);
  const first = await lastObjectionTo(world, mail);
  world.pass({ hours: 71 });
  await changeTo(await own(awa), "mail", more);
  world.pass({ hours: 1 });
  assert.equal(said(await object(first)), objectionRefusals.late.says);
  assert.deepEqual(await object(await lastObjectionTo(world, theirs)), { done: true });
  assert.deepEqual(await verifiedOf(awa), [theirs, mobile]);
  assert.deepEqual((await recoveryGoesTo(awa)).toSorted(), [mobile, theirs]);
});

test("SP-10 a phone reported stolen gets no code and opens no way back once its number is changed", async () => {
  await sql`insert into identity.alarm (found_by, alarm_id, secret_hash, person_id, case_number, kind, proven_by, reported_at)
    values ('\\x01', gen_random_uuid(), '\\x02', ${awa.id}, 'AAAA-BBBB', 'phone-stolen', 'session', ${world.clock()})`.execute(
    world.db,
  );
  await changeTo(await own(awa), "mobile", theirMobile);
  assert.deepEqual(
    (await objectionsSent(world)).map(({ to }) => to),
    [mail],
  );
  assert.deepEqual(await recoveryGoesTo(awa), [mail]);
  await object(await lastObjectionTo(world, mail));
  assert.deepEqual(await verifiedOf(awa), [mail], "the new number goes, the stolen one does not come back");
});
