import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { type Language, languages } from "../../../../law/language.ts";
import {
  actsOf,
  awa,
  cookieOf,
  type DemoWorld,
  demoWorld,
  otherPassword,
  ownPassword,
  visitorBy,
} from "../../../../test/demo.ts";
import { chooseFirstPassword } from "../choose-password/choose-password.ts";
import { readSession } from "../session/session.ts";
import { signIn } from "../sign-in/sign-in.ts";
import { changePassword } from "./change-password.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
  const chosen = await chooseFirstPassword(
    world,
    await visitorBy(world, await cookieOf(world, awa)),
    ownPassword,
  );
  assert.ok("cookie" in chosen);
  await world.keep();
});
beforeEach(() => world.afresh());
after(() => world.close());

const opens = async (password: string) =>
  "cookie" in (await signIn(world, { identifier: awa.identifier, password }));

async function change(cookie: string, current: string, chosen: string, language: Language = "fr") {
  return changePassword(world, await visitorBy(world, cookie), { current, chosen }, language);
}

const signInAwa = () => cookieOf(world, awa, ownPassword);

const verify = (kind: string) =>
  sql`update identity.contact_point set verified_at = ${world.clock()}
    where person_id = ${awa.id} and kind = ${kind}`.execute(world.db);

test("SEC-04 the password changes for who types the one in force", async () => {
  const result = await change(await signInAwa(), ownPassword, otherPassword);
  assert.ok("cookie" in result);
  assert.ok(await opens(otherPassword));
  assert.ok(!(await opens(ownPassword)));
  assert.ok(!(await opens(awa.oldPassword)));
});

test("SEC-05 every other session ends, and this one gets a new secret", async () => {
  const [here, elsewhere] = [await signInAwa(), await signInAwa()];
  const result = await change(here, ownPassword, otherPassword);
  assert.ok("cookie" in result);
  for (const old of [here, elsewhere]) assert.equal(await readSession(world, old), undefined);
  assert.equal((await visitorBy(world, result.cookie)).person.personId, awa.id);
});

test("SEC-04 a wrong current password changes nothing, and five make the account wait", async () => {
  const cookie = await signInAwa();
  for (let n = 0; n < 5; n++) {
    const result = await change(cookie, "faux", otherPassword);
    assert.ok("refused" in result);
    assert.match(result.refused.current?.fr ?? "", /pas votre mot de passe actuel/);
  }
  const waits = await change(cookie, ownPassword, otherPassword);
  assert.ok("refused" in waits);
  assert.match(waits.refused.current?.fr ?? "", /attendez 1 minute/);
  world.pass({ minutes: 1 });
  assert.ok(await opens(ownPassword));
});

test("CP-04 SEC-07 the new password is judged like the first", async () => {
  const cookie = await signInAwa();
  const refusals = {
    "": /Choisissez un mot de passe/,
    court: /au moins 8 caractères, au moins 1 chiffre, au moins 1 lettre majuscule/,
    Diallo2024xA: /contient votre nom/,
    [ownPassword]: /déjà votre mot de passe/,
  };
  for (const [chosen, says] of Object.entries(refusals)) {
    const result = await change(cookie, ownPassword, chosen);
    assert.ok("refused" in result);
    assert.match(result.refused.chosen?.fr ?? "", says);
  }
  const empty = await change(cookie, "", otherPassword);
  assert.ok("refused" in empty && empty.refused.current);
  assert.ok(await opens(ownPassword));
});

test("SEC-04 MC-12 verified contact points are told, in the person's language; others are not", async () => {
  for (const language of languages) {
    await world.afresh();
    await verify("mail");
    await change(await signInAwa(), ownPassword, otherPassword, language);
    const [mail, ...more] = await world.sent();
    assert.deepEqual(more, []);
    assert.ok(mail?.queue === "mail" && mail.payload.to === awa.mail);
    assert.match(mail.payload.text, language === "fr" ? /appelez vite le 32 30/ : /call 32 30 at once/);
  }
});

test("SEC-04 nobody is told of a change that was refused", async () => {
  await verify("mail");
  await verify("mobile");
  await change(await signInAwa(), "faux", otherPassword);
  assert.deepEqual(await world.sent(), []);
});

test("SEC-12 a change stands in the journal once, a refused one as a refusal", async () => {
  const cookie = await signInAwa();
  await change(cookie, "faux", otherPassword);
  await change(cookie, ownPassword, otherPassword);
  assert.deepEqual((await actsOf(world, awa)).slice(-3), [
    "signed in",
    "password refused",
    "changed the password",
  ]);
});

test("SEC-05 sent twice at the same moment, it is changed once and the person stays signed in", async () => {
  await verify("mail");
  const visitor = await visitorBy(world, await signInAwa());
  const typed = { current: ownPassword, chosen: otherPassword };
  const results = await Promise.all([1, 2, 3].map(() => changePassword(world, visitor, typed, "fr")));
  const cookies = results.flatMap((one) => ("cookie" in one ? [one.cookie] : []));
  assert.equal(cookies.length, 1);
  assert.equal((await visitorBy(world, cookies[0] ?? "")).person.personId, awa.id);
  assert.ok(await opens(otherPassword));
  assert.equal((await actsOf(world, awa)).filter((act) => act === "changed the password").length, 1);
  assert.equal((await world.sent()).length, 1);
});
