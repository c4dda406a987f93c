import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { lastCodeTo, objectionsSent } from "../../../../test/contacts.ts";
import {
  actsOf,
  awa,
  camille,
  cookieOf,
  type DemoWorld,
  demoWorld,
  elodie,
  julien,
  lucien,
  nadia,
  ownPassword,
  pierre,
  type Someone,
  signedIn,
  visitorBy,
} from "../../../../test/demo.ts";
import { chooseFirstPassword } from "../choose-password/choose-password.ts";
import type { ContactKind } from "../contact/contact.ts";
import { findContactPoints } from "../contact/store.ts";
import { enterCode } from "../give-contacts/enter-code.ts";
import { giveContacts } from "../give-contacts/give-contacts.ts";
import type { Visitor } from "../session/session.ts";
import { gatherOverview } from "./overview.ts";
import { onlyOne, removeContact } from "./remove-contact.ts";

const [mail, mobile] = ["awa.diallo@exemple.fr", "+33639981202"];
const newMail = "awa@ailleurs.exemple";

let world: DemoWorld;

/** Awa has a password and a verified mail and mobile, since the day before. */
before(async () => {
  world = await demoWorld();
  await chooseFirstPassword(world, await signedIn(world, awa), ownPassword);
  const visitor = await own(awa);
  await giveContacts(world, visitor, { mail, mobile }, "fr");
  await enterCode(world, visitor, "mail", await lastCodeTo(world, mail), "fr");
  await enterCode(world, visitor, "mobile", await lastCodeTo(world, mobile), "fr");
  world.pass({ days: 1 });
  await world.keep();
});
beforeEach(async () => {
  await world.afresh();
  world.pass({ days: 1 });
});
after(() => world.close());

const own = (who: Someone) => signedIn(world, who, ownPassword);

/** The person gives a contact point of one kind, written as it is kept, and types its code. */
async function changeTo(visitor: Visitor, kind: ContactKind, value: string) {
  assert.deepEqual(await giveContacts(world, visitor, { [kind]: value }, "fr"), { next: kind });
  return enterCode(world, visitor, kind, await lastCodeTo(world, value), "fr");
}

const verifiedOf = async (who: Someone) =>
  (await findContactPoints(world.db, who.id)).filter((one) => one.verifiedAt).map(({ value }) => value);

const verify = async (who: Someone, kind: "mail" | "mobile", value: string) =>
  changeTo(await signedIn(world, who), kind, value);

/** Signed in for a while, and never idle: the password is no longer recent. */
async function stillThere() {
  const cookie = await cookieOf(world, awa, ownPassword);
  for (let n = 0; n < 2; n++) {
    world.pass({ minutes: 8 });
    await visitorBy(world, cookie);
  }
  return visitorBy(world, cookie);
}

test("MC-16 at the first sign-in nobody is there to object: a mail and a mobile given together are simply verified", async () => {
  assert.deepEqual(await verifiedOf(awa), [mail, mobile]);
  assert.deepEqual(await objectionsSent(world), []);
});

test("SEC-04 CP-05 a new mail serves once its code is typed; the old one and the mobile get a code to object, the new one none", async () => {
  await changeTo(await own(awa), "mail", newMail);
  assert.deepEqual(await verifiedOf(awa), [newMail, mobile]);
  const told = await objectionsSent(world);
  assert.deepEqual(
    told.map(({ to, queue }) => [to, queue]),
    [
      [mail, "mail"],
      [mobile, "sms"],
    ],
  );
  assert.equal(new Set(told.map(({ code }) => code)).size, 1, "one case");
  assert.ok((await actsOf(world, awa)).includes("replaced a contact point"));
});

test("SEC-04 a contact point that comes beside one verified another day is told too", async () => {
  await verify(camille, "mail", camille.mail);
  world.pass({ days: 1 });
  await verify(camille, "mobile", camille.mobile);
  assert.deepEqual(
    (await objectionsSent(world)).map(({ to }) => to),
    [camille.mail],
  );
  assert.ok((await actsOf(world, camille)).includes("added a contact point"));
});

test("SEC-04 a contact point goes, another stays, and the one that went gets a code to object", async () => {
  const visitor = await own(awa);
  assert.deepEqual(await removeContact(world, visitor, "mobile", "en"), { removed: true });
  assert.deepEqual(await verifiedOf(awa), [mail]);
  const told = await objectionsSent(world);
  assert.deepEqual(told.map(({ to }) => to).toSorted(), [mobile, mail]);
  assert.match(
    told.find(({ to }) => to === mail)?.payload.text ?? "",
    /mobile number 06 •• •• •• 02 has just been removed/,
  );
  assert.deepEqual(await removeContact(world, visitor, "mail", "fr"), { refused: onlyOne });
  assert.deepEqual(await verifiedOf(awa), [mail]);
  assert.equal((await actsOf(world, awa)).filter((act) => act === "removed a contact point").length, 1);
});

test("MC-16 two tabs that each remove one of the two at the same moment: one stays", async () => {
  const visitor = await own(awa);
  const results = await Promise.all([
    removeContact(world, visitor, "mail", "fr"),
    removeContact(world, visitor, "mobile", "fr"),
  ]);
  assert.equal(results.filter((one) => "removed" in one).length, 1);
  assert.equal((await verifiedOf(awa)).length, 1);
});

test("SEC-04 sent twice, a removal is done and told once", async () => {
  const visitor = await own(awa);
  await Promise.all([1, 2, 3].map(() => removeContact(world, visitor, "mail", "fr")));
  assert.equal((await objectionsSent(world)).filter(({ to }) => to === mail).length, 1);
});

test("SEC-04 removing and changing ask for the password again after 15 minutes, before anything is written", async () => {
  const visitor = await stillThere();
  assert.deepEqual(await removeContact(world, visitor, "mail", "fr"), { confirm: true });
  assert.deepEqual(await giveContacts(world, visitor, { mail: newMail }, "fr"), { confirm: true });
  assert.deepEqual(await verifiedOf(awa), [mail, mobile]);
  assert.equal((await findContactPoints(world.db, awa.id)).length, 2);
});

test("MC-16 the same address again, capitals aside, changes nothing and says so", async () => {
  const visitor = await own(awa);
  for (const again of [mail, "Awa.Diallo@EXEMPLE.fr"]) {
    const result = await giveContacts(world, visitor, { mail: again }, "fr");
    assert.ok("refused" in result);
    assert.match(result.refused.mail?.fr ?? "", /déjà votre adresse confirmée/);
  }
  await changeTo(visitor, "mail", newMail);
  await giveContacts(world, visitor, { mail: "AWA.DIALLO@exemple.fr" }, "fr");
  await enterCode(world, visitor, "mail", await lastCodeTo(world, mail), "fr");
  assert.deepEqual(await verifiedOf(awa), [mail, mobile], "back as it was written");
});

test("CP-05 changing the mail leaves a mobile that waits for its code alone", async () => {
  const visitor = await own(awa);
  await giveContacts(world, visitor, { mobile: "06 39 98 12 77" }, "fr");
  assert.deepEqual(await changeTo(visitor, "mail", newMail), { next: "done" });
  const waits = (await findContactPoints(world.db, awa.id)).filter((one) => !one.verifiedAt);
  assert.deepEqual(
    waits.map(({ value }) => value),
    ["+33639981277"],
  );
});

test("MC-16 SEC-04 an address that may still be given back is nobody else's for 72 hours, to the millisecond", async () => {
  await changeTo(await own(awa), "mail", newMail);
  world.pass({ hours: 72, milliseconds: -1 });
  const early = await verify(julien, "mail", mail);
  assert.ok("refused" in early && early.taken === mail);
  world.pass({ milliseconds: 1 });
  assert.deepEqual(await verify(julien, "mail", mail), { next: "done" });
  assert.deepEqual(await verifiedOf(julien), [mail]);
});

test("MC-16 an address let go of, verified by two others at the same moment: exactly one has it", async () => {
  for (const [one, other] of [
    [julien, nadia],
    [pierre, elodie],
    [camille, lucien],
  ] as const) {
    await world.afresh();
    world.pass({ days: 1 });
    await changeTo(await own(awa), "mail", newMail);
    world.pass({ hours: 72 });
    const entries: (() => ReturnType<typeof enterCode>)[] = [];
    for (const who of [one, other]) {
      const theirs = await signedIn(world, who);
      await giveContacts(world, theirs, { mail }, "fr");
      const code = await lastCodeTo(world, mail);
      entries.push(() => enterCode(world, theirs, "mail", code, "fr"));
    }
    const results = await Promise.all(entries.map((enter) => enter()));
    assert.deepEqual(results.map((result) => Object.keys(result)[0]).toSorted(), ["next", "refused"]);
  }
});

test("MC-10 a protected person and who helps them each have contact points of their own", async () => {
  const result = await verify(lucien, "mail", mail);
  assert.ok("refused" in result && result.taken === mail);
  assert.deepEqual(await verifiedOf(lucien), []);
});

test("MC-17 the page knows the state of each contact point, and until when the old one may object", async () => {
  const visitor = await own(awa);
  await changeTo(visitor, "mail", newMail);
  await giveContacts(world, visitor, { mobile: "06 39 98 12 77" }, "fr");
  const { points } = await gatherOverview(world, visitor);
  assert.deepEqual([points.mail.inUse, points.mobile.inUse], [newMail, mobile]);
  assert.equal(points.mail.isOnlyOne, false);
  assert.deepEqual(points.mobile.pending, { value: "+33639981277", isSent: true });
  assert.equal(points.mail.change?.from, mail);
  assert.equal(points.mail.change?.until.getTime(), world.clock().getTime() + 72 * 3_600_000);
  world.pass({ minutes: 10 });
  assert.equal((await gatherOverview(world, visitor)).points.mobile.pending?.isSent, false);
  world.pass({ hours: 72 });
  assert.equal((await gatherOverview(world, visitor)).points.mail.change, undefined);
});

test("SEC-03 SEC-04 no objection code stands in clear in any table", async () => {
  await changeTo(await own(awa), "mail", newMail);
  const [told] = await objectionsSent(world);
  const secret = told?.code.replaceAll("-", "").slice(6) ?? "";
  assert.equal(secret.length, 6);
  const { rows } = await sql<{ row: string }>`select c::text as row from identity.contact_change c`.execute(
    world.db,
  );
  assert.equal(rows.length, 1);
  assert.ok(!rows[0]?.row.includes(secret));
});
