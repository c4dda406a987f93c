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
  julien,
  nadia,
  otherPassword,
  ownPassword,
  signedIn,
} from "../../../../test/demo.ts";
import { workThrough } from "../../../../test/queues.ts";
import { chooseFirstPassword } from "../choose-password/choose-password.ts";
import { enterCode } from "../give-contacts/enter-code.ts";
import { giveContacts } from "../give-contacts/give-contacts.ts";
import { readSession } from "../session/session.ts";
import { signIn } from "../sign-in/sign-in.ts";
import { answerRecovery, askRecovery, recoveryQueue } from "./ask-recovery.ts";
import { chooseRecoveredPassword, enterRecoveryCode, stageOf, tellBirthDate } from "./recovery.ts";
import { askedRecovery } from "./testing.ts";

let world: DemoWorld;

const lastCode = async () => /\b\d{6}\b/.exec((await world.sent()).at(-1)?.payload.text ?? "")?.[0] ?? "";

/** Awa has a password and verified mail and mobile; Julien a password and his mail; Nadia a password alone. */
before(async () => {
  world = await demoWorld();
  for (const who of [awa, julien, nadia]) {
    await chooseFirstPassword(world, await signedIn(world, who), ownPassword);
  }
  const given = { mail: "awa.diallo@exemple.fr", mobile: "06 39 98 12 02" };
  const visitor = await signedIn(world, awa, ownPassword);
  await giveContacts(world, visitor, given, "fr");
  await enterCode(world, visitor, "mail", await lastCode(), "fr");
  await enterCode(world, visitor, "mobile", await lastCode(), "fr");
  const spouse = await signedIn(world, julien, ownPassword);
  await giveContacts(world, spouse, { mail: "julien.mercier@exemple.fr", mobile: "" }, "fr");
  await enterCode(world, spouse, "mail", await lastCode(), "fr");
  await world.keep();
});
beforeEach(() => world.afresh());
after(() => world.close());

const at = async (cookie: string) => (await stageOf(world, cookie))?.at;

test("SEC-04 a forgotten password: the code, a new password, and the old one is dead", async () => {
  const session = await cookieOf(world, awa, ownPassword);
  const before = (await world.sent()).length;
  const cookie = await askedRecovery(world, awa);
  const sent = (await world.sent()).slice(before);
  assert.deepEqual(
    sent.map(({ queue }) => queue).sort(),
    ["mail", "sms"],
    "every verified contact point gets it",
  );
  for (const { payload } of sent) assert.doesNotMatch(payload.text, /https?:|www\./, "CP-14 no link");
  assert.equal(await at(cookie), "code");
  assert.deepEqual(await enterRecoveryCode(world, cookie, await lastCode()), { done: true });
  assert.equal(await at(cookie), "password", "two contact points vouch: no birth date is asked");
  assert.deepEqual(await chooseRecoveredPassword(world, cookie, otherPassword, "fr"), { done: true });
  assert.equal(await readSession(world, session), undefined, "every session ended");
  assert.ok("cookie" in (await signIn(world, { identifier: awa.identifier, password: otherPassword })));
  assert.ok("refused" in (await signIn(world, { identifier: awa.identifier, password: ownPassword })));
  assert.ok((await actsOf(world, awa)).includes("recovered access"));
  const told = (await world.sent()).slice(before + 2);
  assert.equal(told.length, 2, "both contact points are told that the password changed");
});

test("SEC-04 one use: the same way back does not open twice", async () => {
  const cookie = await askedRecovery(world, awa);
  await enterRecoveryCode(world, cookie, await lastCode());
  await chooseRecoveredPassword(world, cookie, otherPassword, "fr");
  assert.deepEqual(await chooseRecoveredPassword(world, cookie, "Cactus8Lampe-Bleue", "fr"), {
    elsewhere: true,
  });
  assert.equal(await at(cookie), "over");
});

test("SEC-04 with a single contact point the birth date is asked for too, three tries", async () => {
  const cookie = await askedRecovery(world, julien);
  await enterRecoveryCode(world, cookie, await lastCode());
  assert.equal(await at(cookie), "identity");
  assert.deepEqual(await chooseRecoveredPassword(world, cookie, otherPassword, "fr"), { elsewhere: true });
  assert.ok("refused" in (await tellBirthDate(world, cookie, "1986-07-25")));
  assert.deepEqual(await tellBirthDate(world, cookie, "1986-07-24"), { done: true });
  assert.equal(await at(cookie), "password");

  const again = await askedRecovery(world, julien);
  await enterRecoveryCode(world, again, await lastCode());
  for (const wrong of ["1986-07-01", "1986-07-02"]) await tellBirthDate(world, again, wrong);
  assert.deepEqual(await tellBirthDate(world, again, "1986-07-03"), { elsewhere: true });
  assert.deepEqual(
    await tellBirthDate(world, again, "1986-07-24"),
    { elsewhere: true },
    "the right one comes too late",
  );
});

test("SEC-04 a new way back voids the one before, its code included", async () => {
  const first = await askedRecovery(world, awa);
  const code = await lastCode();
  const second = await askedRecovery(world, awa);
  assert.equal(await at(first), "over");
  assert.deepEqual(await enterRecoveryCode(world, first, code), { elsewhere: true });
  assert.equal(await at(second), "code");
});

test("SEC-03 the code works only in the browser that asked, five times, ten minutes, and is never stored in clear", async () => {
  const cookie = await askedRecovery(world, awa);
  const code = await lastCode();
  const [key, id] = cookie.split(".");
  assert.deepEqual(await enterRecoveryCode(world, `${key}.${id}.guessed`, code), { elsewhere: true });
  assert.ok(!(await dump(world)).includes(code));
  for (let tries = 0; tries < 5; tries++)
    await enterRecoveryCode(world, cookie, code === "000000" ? "000001" : "000000");
  assert.deepEqual(await enterRecoveryCode(world, cookie, code), { elsewhere: true });
  const late = await askedRecovery(world, awa);
  const lateCode = await lastCode();
  world.pass({ minutes: 10 });
  assert.deepEqual(await enterRecoveryCode(world, late, lateCode), { elsewhere: true });
});

test("SEC-04 another person's way back cannot be used with one's own cookie", async () => {
  const mine = await askedRecovery(world, julien);
  await askedRecovery(world, awa);
  const hers = await lastCode();
  const answer = await enterRecoveryCode(world, mine, hers);
  assert.ok("refused" in answer);
});

test("SEC-02 an identifier nobody has, and a person without verified contacts, answer alike and send nothing", async () => {
  const before = (await world.sent()).length;
  for (const identifier of ["2880175115001", nadia.identifier]) {
    const cookie = await askedRecovery(world, { identifier });
    assert.equal(await at(cookie), "code");
    const answer = await enterRecoveryCode(world, cookie, "123456");
    assert.ok("refused" in answer && answer.refused.fr.includes("4"), "the tries are counted down alike");
  }
  assert.equal((await world.sent()).length, before);
});

test("CP-08 at most four codes a day are sent for one identifier; further requests look the same", async () => {
  const before = (await world.sent()).length;
  for (let times = 0; times < 6; times++) assert.equal(await at(await askedRecovery(world, julien)), "code");
  assert.equal((await world.sent()).length - before, 4);
});

test("CP-08 asked ten times at the same moment, one identifier is sent one code: the newest alone is good", async () => {
  const before = (await world.sent()).length;
  const asked = await Promise.all(
    Array.from({ length: 10 }, () => askRecovery(world, julien.identifier, "fr")),
  );
  assert.equal(await workThrough(world, recoveryQueue, answerRecovery), 10);
  const stages = await Promise.all(asked.map((one) => ("cookie" in one ? at(one.cookie) : undefined)));
  assert.equal(
    stages.filter((stage) => stage === "over").length,
    3,
    "four of ten have codes, and void each other",
  );
  assert.equal((await world.sent()).length - before, 1, "a code that is void already is not sent");
});

test("SEC-04 who asks without end for somebody else's number does not void the last code they were sent", async () => {
  for (let times = 0; times < 3; times++) await askedRecovery(world, awa);
  const cookie = await askedRecovery(world, awa);
  const code = await lastCode();
  for (let times = 0; times < 3; times++) await askedRecovery(world, awa);
  assert.deepEqual(await enterRecoveryCode(world, cookie, code), { done: true });
});

test("SEC-02 the answer done twice, as after a crash, sends one code and names nobody else", async () => {
  const before = (await world.sent()).length;
  const asked = await askRecovery(world, julien.identifier, "fr");
  assert.ok("cookie" in asked);
  const [key = "", recoveryId = ""] = asked.cookie.split(".");
  const again = { key: Buffer.from(key, "base64url").toString("base64"), recoveryId, code: "000000" };
  await workThrough(world, recoveryQueue, answerRecovery);
  await answerRecovery(world, { ...again, sends: true, language: "fr" });
  assert.equal((await world.sent()).length - before, 1);
});

test("SEC-04 a birth date left empty is no try", async () => {
  const cookie = await askedRecovery(world, julien);
  await enterRecoveryCode(world, cookie, await lastCode());
  for (const typed of ["", "--", "1986-07-", "hier", "1986-7-24"])
    assert.match(JSON.stringify(await tellBirthDate(world, cookie, typed)), /Indiquez votre date/);
  assert.deepEqual(await tellBirthDate(world, cookie, "1986-07-24"), { done: true });
});

test("SEC-01 a wait for wrong passwords is lifted by getting back in", async () => {
  for (let tries = 0; tries < 5; tries++)
    await signIn(world, { identifier: awa.identifier, password: "wrong" });
  const cookie = await askedRecovery(world, awa);
  await enterRecoveryCode(world, cookie, await lastCode());
  await chooseRecoveredPassword(world, cookie, otherPassword, "fr");
  assert.ok("cookie" in (await signIn(world, { identifier: awa.identifier, password: otherPassword })));
});

test("SEC-04 two tabs choosing at once: one password stands", async () => {
  const cookie = await askedRecovery(world, awa);
  await enterRecoveryCode(world, cookie, await lastCode());
  const results = await Promise.all([
    chooseRecoveredPassword(world, cookie, otherPassword, "fr"),
    chooseRecoveredPassword(world, cookie, "Cactus8Lampe-Bleue", "fr"),
  ]);
  assert.equal(results.filter((one) => "done" in one).length, 1);
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from identity.recovery where ended_at is not null`.execute(world.db);
  assert.equal(rows[0]?.n, 1);
});
