import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { codeStates, wrongCode } from "../../../../law/credentials/codes.ts";
import { lastCodeTo } from "../../../../test/contacts.ts";
import {
  actsOf,
  awa,
  camille,
  cookieOf,
  type DemoWorld,
  demoWorld,
  julien,
  nadia,
  ownPassword,
  type Someone,
  signedIn,
  visitorBy,
} from "../../../../test/demo.ts";
import { chooseFirstPassword } from "../choose-password/choose-password.ts";
import { askNewCode, enterCode } from "../give-contacts/enter-code.ts";
import { giveContacts, skipContacts } from "../give-contacts/give-contacts.ts";
import { noticeContacts } from "../index.ts";
import { recoveryGoesTo } from "../recover-access/testing.ts";
import {
  askNoticeCode,
  enterNoticeCode,
  giveNoticeAddress,
  noticeWaiting,
  putOffNotice,
  removeNoticeAddress,
} from "./notice-address.ts";

let world: DemoWorld;

/** Awa's mail is the couple's mailbox; Julien has a password, his mail and nothing else. */
const shared = "awa.diallo@exemple.fr";

before(async () => {
  world = await demoWorld();
  for (const who of [awa, julien]) {
    await chooseFirstPassword(world, await signedIn(world, who), ownPassword);
    await verifyMail(who, who.mail);
    await skipContacts(world, await own(who));
  }
  await world.keep();
});
beforeEach(() => world.afresh());
after(() => world.close());

const own = (who: Someone) => signedIn(world, who, ownPassword);

async function verifyMail(who: Someone, mail: string) {
  const visitor = await own(who);
  await giveContacts(world, visitor, { mail }, "fr");
  return enterCode(world, visitor, "mail", await lastCodeTo(world, mail), "fr");
}

const give = async (who: Someone, mail: string) => giveNoticeAddress(world, await own(who), mail, "fr");

const enter = async (who: Someone, code: string) => enterNoticeCode(world, await own(who), code, "fr");

async function share(who: Someone, mail = shared) {
  assert.deepEqual(await give(who, mail), { sent: true });
  assert.deepEqual(await enter(who, await lastCodeTo(world, mail)), { next: "done" });
}

const noticesOf = async (who: Someone) => (await noticeContacts(world.db, who.id)).map(({ value }) => value);

/** Where messages went since, in order. */
async function sentDuring(act: () => Promise<unknown>): Promise<string[]> {
  const before = (await world.sent()).length;
  await act();
  return (await world.sent()).slice(before).map(({ payload }) => payload.to);
}

test("MC-17 notices go to the verified mail, else to the verified mobile, else nowhere", async () => {
  assert.deepEqual(await noticesOf(awa), [shared]);
  assert.deepEqual(await noticesOf(camille), [], "given by the institution, never confirmed");
  const visitor = await signedIn(world, nadia);
  await giveContacts(world, visitor, { mobile: nadia.mobile }, "fr");
  assert.deepEqual(await noticesOf(nadia), []);
  await enterCode(world, visitor, "mobile", await lastCodeTo(world, nadia.mobile), "fr");
  assert.deepEqual(await noticeContacts(world.db, nadia.id), [{ kind: "mobile", value: nadia.mobile }]);
});

test("MC-16 MC-17 a mail that identifies another account may still get the notices, once a code of its own was typed", async () => {
  const taken = await verifyMail(julien, shared);
  assert.ok("refused" in taken && taken.taken === shared);
  assert.deepEqual(await give(julien, taken.taken), { sent: true });
  assert.deepEqual(await noticesOf(julien), [julien.mail], "not before the code");
  assert.deepEqual(await enter(julien, await lastCodeTo(world, shared)), { next: "done" });
  assert.deepEqual(await noticesOf(julien), [shared]);
  assert.deepEqual(await noticesOf(awa), [shared], "two people share it");
});

test("SEC-04 a notice address opens nothing: no way back, no code of sign-in goes there", async () => {
  await share(julien);
  assert.deepEqual(await recoveryGoesTo(world, julien), [julien.mail]);
});

test("SEC-04 the verified contact points hear of it, and the address is masked there", async () => {
  await give(julien, "nouvelles@ailleurs.exemple");
  const code = await lastCodeTo(world, "nouvelles@ailleurs.exemple");
  const visitor = await own(julien);
  const told = await sentDuring(() => enterNoticeCode(world, visitor, code, "fr"));
  assert.deepEqual(told, [julien.mail]);
  const text = (await world.sent()).at(-1)?.payload.text ?? "";
  assert.match(text, /no••••••@ailleurs\.exemple/);
  assert.ok(!text.includes("nouvelles@"));
});

test("SEC-02 giving an address for notices is answered alike whether somebody has it or not", async () => {
  assert.deepEqual(await give(julien, shared), await give(julien, "personne@ailleurs.exemple"));
});

test("SEC-03 a code for notices confirms no contact point, and the other way round", async () => {
  const mail = "couple@ailleurs.exemple";
  const visitor = await own(julien);
  await giveContacts(world, visitor, { mail }, "fr");
  const forContact = await lastCodeTo(world, mail);
  await giveNoticeAddress(world, visitor, mail, "fr");
  const forNotice = await lastCodeTo(world, mail);
  if (forContact !== forNotice) {
    assert.deepEqual(await enterNoticeCode(world, visitor, forContact, "fr"), { refused: wrongCode(4) });
    assert.deepEqual(await enterCode(world, visitor, "mail", forNotice, "fr"), { refused: wrongCode(4) });
  }
  assert.deepEqual(await enterNoticeCode(world, visitor, forNotice, "fr"), { next: "done" });
  assert.deepEqual(await enterCode(world, visitor, "mail", forContact, "fr"), { next: "done" });
});

test("SEC-03 its code has 5 tries, 15 minutes, and 20 tries a day with those of contact points", async () => {
  await give(julien, shared);
  const code = await lastCodeTo(world, shared);
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
  for (const left of [4, 3, 2, 1]) assert.deepEqual(await enter(julien, wrong), { refused: wrongCode(left) });
  for (const typed of [wrong, code])
    assert.deepEqual(await enter(julien, typed), { refused: codeStates.exhausted });
  await world.afresh();
  await give(julien, shared);
  const late = await lastCodeTo(world, shared);
  world.pass({ minutes: 15 });
  assert.deepEqual(await enter(julien, late), { refused: codeStates.late });
});

test("CP-08 a new code is sent at most 3 times, to contact point and notices together", async () => {
  const visitor = await own(julien);
  await giveContacts(world, visitor, { mail: shared }, "fr");
  await askNewCode(world, visitor, "mail", 1, "fr");
  await giveNoticeAddress(world, visitor, shared, "fr");
  assert.deepEqual(await askNoticeCode(world, visitor, 1, "fr"), { sent: true });
  assert.equal((await noticeWaiting(world, visitor))?.mayAsk, false);
  assert.ok("refused" in (await askNoticeCode(world, visitor, 2, "fr")));
});

test("MC-17 one's own mail, or the address in use, is not taken again", async () => {
  const own = await give(julien, julien.mail.toUpperCase());
  assert.ok("refused" in own && /déjà celle de votre compte/.test(own.refused.fr));
  await share(julien);
  const same = await give(julien, shared);
  assert.ok("refused" in same && /arrivent déjà à cette adresse/.test(same.refused.fr));
  const broken = await give(julien, "couple@");
  assert.ok("refused" in broken && /incomplète/.test(broken.refused.fr));
});

test("MC-17 another address takes the place of the first once confirmed; taken out, notices go to the own mail again", async () => {
  await share(julien);
  await give(julien, "autre@ailleurs.exemple");
  assert.deepEqual(await noticesOf(julien), [shared]);
  await enter(julien, await lastCodeTo(world, "autre@ailleurs.exemple"));
  assert.deepEqual(await noticesOf(julien), ["autre@ailleurs.exemple"]);
  assert.deepEqual(await removeNoticeAddress(world, await own(julien)), { removed: true });
  assert.deepEqual(await noticesOf(julien), [julien.mail]);
  assert.equal(
    (await actsOf(world, julien)).filter((act) => act === "removed the address for notices").length,
    1,
  );
});

test("SEC-04 giving and removing ask for the password again after 15 minutes", async () => {
  const cookie = await cookieOf(world, julien, ownPassword);
  for (let n = 0; n < 2; n++) {
    world.pass({ minutes: 8 });
    await visitorBy(world, cookie);
  }
  const visitor = await visitorBy(world, cookie);
  assert.deepEqual(await giveNoticeAddress(world, visitor, shared, "fr"), { confirm: true });
  assert.deepEqual(await removeNoticeAddress(world, visitor), { confirm: true });
});

test("CP-05 at the first sign-in the mobile comes after the address for notices, confirmed or put off", async () => {
  for (const confirms of [true, false]) {
    await world.afresh();
    const visitor = await signedIn(world, camille);
    await giveContacts(world, visitor, { mail: shared, mobile: camille.mobile }, "fr");
    const taken = await enterCode(world, visitor, "mail", await lastCodeTo(world, shared), "fr");
    assert.ok("refused" in taken && taken.taken === shared);
    await giveNoticeAddress(world, visitor, shared, "fr");
    const next = confirms
      ? await enterNoticeCode(world, visitor, await lastCodeTo(world, shared), "fr")
      : { next: await putOffNotice(world, visitor, "fr") };
    assert.deepEqual(next, { next: "mobile" });
    assert.deepEqual(
      await enterCode(world, visitor, "mobile", await lastCodeTo(world, camille.mobile), "fr"),
      {
        next: "done",
      },
    );
  }
});

test("CP-05 sent twice at the same moment, an address is given once and one code is sent", async () => {
  const visitor = await own(julien);
  const sent = await sentDuring(() =>
    Promise.all([1, 2, 3].map(() => giveNoticeAddress(world, visitor, shared, "fr"))),
  );
  assert.deepEqual(sent, [shared]);
});
