import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import {
  actsOf,
  awa,
  camille,
  cookieOf,
  type DemoWorld,
  demoWorld,
  elodie,
  julien,
  type Someone,
  signedIn,
  visitorBy,
} from "../../../../test/demo.ts";
import { contactRefusals } from "../contact/contact.ts";
import { findContactPoints } from "../contact/store.ts";
import { enterCode, putOff } from "./enter-code.ts";
import { type GivenContacts, giveContacts, skipContacts } from "./give-contacts.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
});
beforeEach(() => world.afresh());
after(() => world.close());

const give = async (who: Someone, given: Partial<GivenContacts>) =>
  giveContacts(world, await signedIn(world, who), { mail: "", mobile: "", ...given }, "fr");

const pointsOf = async (who: Someone) =>
  (await findContactPoints(world.db, who.id)).map(({ value, verifiedAt }) =>
    verifiedAt ? `${value} verified` : value,
  );

/** Where codes went, in order. */
const sentTo = async () =>
  (await world.sent()).flatMap(({ payload }) => (/\b\d{6}\b/.test(payload.text) ? [payload.to] : []));

const lastCode = async () =>
  (await world.sent()).flatMap(({ payload }) => /\b\d{6}\b/.exec(payload.text)?.[0] ?? []).at(-1) ?? "";

async function verify(who: Someone, kind: "mail" | "mobile") {
  return enterCode(world, await signedIn(world, who), kind, await lastCode(), "fr");
}

test("CP-05 what the institution holds is confirmed: a code goes to the mail, and nothing is verified yet", async () => {
  assert.deepEqual(await give(awa, { mail: awa.mail, mobile: awa.mobile }), { next: "mail" });
  assert.deepEqual(await sentTo(), [awa.mail]);
  assert.deepEqual(await pointsOf(awa), [awa.mail, awa.mobile]);
});

test("CP-05 the mail's code typed, the mobile gets its own; then the step is done", async () => {
  await give(awa, { mail: awa.mail, mobile: awa.mobile });
  assert.deepEqual(await verify(awa, "mail"), { next: "mobile" });
  assert.deepEqual(await sentTo(), [awa.mail, awa.mobile]);
  assert.deepEqual(await pointsOf(awa), [`${awa.mail} verified`, awa.mobile]);
  assert.ok(!(await signedIn(world, awa)).contactsAnswered);
  assert.deepEqual(await verify(awa, "mobile"), { next: "done" });
  assert.deepEqual(await pointsOf(awa), [`${awa.mail} verified`, `${awa.mobile} verified`]);
  assert.ok((await signedIn(world, awa)).contactsAnswered);
});

test("CP-05 confirming is optional: skipped, or put off after the code was sent", async () => {
  await skipContacts(world, await signedIn(world, awa));
  assert.ok((await signedIn(world, awa)).contactsAnswered);
  await give(camille, { mail: camille.mail });
  assert.equal(await putOff(world, await signedIn(world, camille), "mail", "fr"), "done");
  assert.ok((await signedIn(world, camille)).contactsAnswered);
  assert.deepEqual((await pointsOf(camille))[0], camille.mail);
});

test("MC-16 what cannot be written to is refused at its field, and nothing is written down", async () => {
  assert.deepEqual(await give(awa, { mail: "awa@exemple", mobile: "01 42 34 56 78" }), {
    refused: { mail: contactRefusals.mailIncomplete, mobile: contactRefusals.mobileGetsNoSms },
  });
  const none = await give(awa, { mail: " " });
  assert.ok("refused" in none && none.refused.mail);
  assert.deepEqual(await sentTo(), []);
  assert.deepEqual(await pointsOf(awa), [awa.mail, awa.mobile]);
});

test("CP-07 another address given instead takes the place of the one never verified", async () => {
  await give(awa, { mail: "awa@ailleurs.exemple" });
  assert.deepEqual(await sentTo(), ["awa@ailleurs.exemple"]);
  assert.ok(!(await pointsOf(awa)).includes(awa.mail));
});

test("CP-07 back to the first address after a mistake, the mistaken one is asked about no more", async () => {
  await give(awa, { mail: awa.mail });
  await verify(awa, "mail");
  await give(awa, { mail: "awa@faute.exemple" });
  await give(awa, { mail: awa.mail });
  assert.ok(!(await pointsOf(awa)).includes("awa@faute.exemple"));
});

test("CP-05 an address that the person erased from the form is not written to", async () => {
  assert.deepEqual(await give(awa, { mobile: awa.mobile }), { next: "mobile" });
  assert.deepEqual(await sentTo(), [awa.mobile]);
  assert.deepEqual(await pointsOf(awa), [awa.mobile]);
});

test("SEC-04 a verified address stays until the new one is verified; then the old one is told", async () => {
  await give(awa, { mail: awa.mail });
  await verify(awa, "mail");
  await give(awa, { mail: "awa@ailleurs.exemple" });
  assert.ok((await pointsOf(awa)).includes(`${awa.mail} verified`));
  await verify(awa, "mail");
  assert.deepEqual(
    (await pointsOf(awa)).filter((value) => value.includes("@")),
    ["awa@ailleurs.exemple verified"],
  );
  const told = (await world.sent()).find(({ payload }) => /remplace désormais/.test(payload.text));
  assert.equal(told?.payload.to, awa.mail);
});

test("CP-05 a verified address needs no code again", async () => {
  await give(awa, { mail: awa.mail });
  await verify(awa, "mail");
  assert.deepEqual(await give(awa, { mail: awa.mail }), { next: "done" });
  assert.equal((await sentTo()).length, 1);
});

test("SEC-04 contact points do not change without a recent password", async () => {
  const cookie = await cookieOf(world, awa);
  for (let n = 0; n < 2; n++) {
    world.pass({ minutes: 8 });
    await visitorBy(world, cookie);
  }
  const given = { mail: "awa@ailleurs.exemple", mobile: "" };
  const visitor = await visitorBy(world, cookie);
  assert.deepEqual(await giveContacts(world, visitor, given, "fr"), { confirm: true });
  assert.deepEqual(await pointsOf(awa), [awa.mail, awa.mobile]);
  assert.deepEqual(await sentTo(), []);
});

test("CP-05 a double click gives a contact point once and sends one code", async () => {
  const visitor = await signedIn(world, julien);
  const given = { mail: "julien@ailleurs.exemple", mobile: "" };
  await Promise.all([1, 2, 3].map(() => giveContacts(world, visitor, given, "fr")));
  assert.deepEqual(await sentTo(), ["julien@ailleurs.exemple"]);
  assert.deepEqual(await actsOf(world, julien), ["signed in", "gave a contact point", "was sent a code"]);
});

test("CP-05 coming back to the step within a code's life sends no other code", async () => {
  await give(elodie, { mobile: elodie.mobile });
  world.pass({ minutes: 9, seconds: 59 });
  await give(elodie, { mobile: elodie.mobile });
  assert.equal((await sentTo()).length, 1);
  world.pass({ seconds: 1 });
  await give(elodie, { mobile: elodie.mobile });
  assert.equal((await sentTo()).length, 2);
});

test("MC-16 a couple may give the same address: until it is verified it identifies nobody", async () => {
  await give(awa, { mail: awa.mail });
  assert.deepEqual(await give(julien, { mail: awa.mail }), { next: "mail" });
});
