import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { newAuthenticator } from "../../../../test/authenticator.ts";
import { actsOf, awa, type DemoWorld, julien, ownPassword, signedIn } from "../../../../test/demo.ts";
import { sentTo, verifyContacts } from "../../../../test/two-steps.ts";
import { secondStepSettings, turnOnSecondStep } from "../second-step/turn-on.ts";
import type { Visitor } from "../session/session.ts";
import { passkeyOptions, registerPasskey } from "./register.ts";
import { removePasskey } from "./remove.ts";
import { signInOptions } from "./sign-in-by-passkey.ts";
import { findPasskeys } from "./store.ts";
import { here, passkeyWorld, register, site, tryIn, whoCameIn, withPasskey } from "./testing.ts";

let world: DemoWorld;
before(async () => {
  world = await passkeyWorld();
});
beforeEach(() => world.afresh());
after(() => world.close());

test("SEC-04 a new passkey is told to every contact point, without a link, and journalled", async () => {
  await withPasskey(world);
  const sent = await sentTo(world, awa);
  assert.deepEqual(sent.map(({ queue }) => queue).sort(), ["mail", "sms"]);
  for (const { payload } of sent) assert.match(payload.text, /vient d’être ajoutée.*tapez caf\.fr/);
  assert.ok((await actsOf(world, awa)).includes("added a passkey"));
  const [shown] = await findPasskeys(world.db, awa.id);
  assert.deepEqual([shown?.name, shown?.lastUsedAt], ["Mon téléphone", null]);
});

test("SEC-09 what the authenticator keeps of a person is a name and a handle that tells nothing", async () => {
  const { options } = await register(world, await signedIn(world, awa, ownPassword));
  assert.deepEqual([options.user.name, options.user.displayName], ["Awa Diallo", "Awa Diallo"]);
  const handle = Buffer.from(options.user.id, "base64url");
  assert.equal(handle.length, 32);
  const text = JSON.stringify(options) + handle.toString("latin1");
  for (const known of [awa.id, awa.identifier, awa.identifier.slice(0, 13), awa.mail])
    assert.ok(!text.includes(known), known);
  assert.equal(options.authenticatorSelection?.userVerification, "required");
  assert.equal(options.authenticatorSelection?.residentKey, "required");
  assert.equal(options.attestation, "none");
});

test("SEC-08 a device that has a passkey already is told not to make another", async () => {
  const made = await withPasskey(world);
  const options = await passkeyOptions(world, await signedIn(world, awa, ownPassword), site);
  assert.deepEqual(
    options?.excludeCredentials?.map(({ id }) => id),
    [made.id],
  );
  const his = await passkeyOptions(world, await signedIn(world, julien, ownPassword), site);
  assert.deepEqual(his?.excludeCredentials, []);
});

test("SEC-04 making and removing a passkey ask for the password of the last 15 minutes", async () => {
  const visitor = await signedIn(world, awa, ownPassword);
  const { options } = await register(world, visitor);
  const [passkey] = await findPasskeys(world.db, awa.id);
  world.pass({ minutes: 15 });
  assert.equal(await passkeyOptions(world, visitor, site), undefined);
  const typed = { credential: newAuthenticator().make(options, here), name: "Autre" };
  assert.deepEqual(await registerPasskey(world, visitor, typed, site, "fr"), { confirm: true });
  assert.deepEqual(await removePasskey(world, visitor, passkey?.passkeyId ?? "", "fr"), { confirm: true });
  assert.equal((await findPasskeys(world.db, awa.id)).length, 1);
});

test("SEC-08 a name is needed, and not a novel; hostile ones stay text", async () => {
  const visitor = await signedIn(world, awa, ownPassword);
  for (const name of ["", "   ", "x".repeat(61)])
    assert.ok("refused" in (await register(world, visitor, newAuthenticator(), here, name)).result, name);
  const hostile = "<script>'; drop table --";
  await register(world, visitor, newAuthenticator(), here, `  ${hostile}   x `);
  assert.equal((await findPasskeys(world.db, awa.id))[0]?.name, `${hostile} x`);
});

test("SEC-08 a passkey made for another site, without its owner, or for another challenge is not kept", async () => {
  const visitor = await signedIn(world, awa, ownPassword);
  const options = await passkeyOptions(world, visitor, site);
  assert.ok(options);
  const made = newAuthenticator();
  const keep = (credential: string) => registerPasskey(world, visitor, { credential, name: "x" }, site, "fr");
  for (const wrong of [
    made.make(options, { origin: "https://caf.exemple.net" }),
    made.make((await passkeyOptions(world, visitor, site)) ?? options, { ...here, rpId: "exemple.net" }),
    made.make((await passkeyOptions(world, visitor, site)) ?? options, { ...here, unverified: true }),
    made.make({ ...options, challenge: Buffer.alloc(32).toString("base64url") }, here),
    "",
    "{}",
    "null",
    '{"id":"x"}',
    "x".repeat(40_000),
  ])
    assert.ok("refused" in (await keep(wrong)));
  assert.deepEqual(await findPasskeys(world.db, awa.id), []);
  assert.ok((await actsOf(world, awa)).includes("new passkey refused"));
});

test("SEC-08 a challenge to make a passkey is for one session, once, for five minutes, and for nothing else", async () => {
  const [visitor, elsewhere] = [
    await signedIn(world, awa, ownPassword),
    await signedIn(world, awa, ownPassword),
  ];
  const his = await signedIn(world, julien, ownPassword);
  const ask = async () => {
    const options = await passkeyOptions(world, visitor, site);
    assert.ok(options);
    return options;
  };
  const keep = async (who: Visitor, credential: string) =>
    "added" in (await registerPasskey(world, who, { credential, name: "x" }, site, "fr"));
  const answer = newAuthenticator().make(await ask(), here);
  assert.equal(await keep(elsewhere, answer), false, "another session of hers");
  assert.equal(await keep(his, answer), false, "somebody else's");
  assert.equal(await keep(visitor, answer), true);
  assert.equal(await keep(visitor, answer), false, "once");
  const late = newAuthenticator().make(await ask(), here);
  world.pass({ minutes: 5 });
  assert.equal(await keep(visitor, late), false, "late");
  const { options } = await signInOptions(world, site, undefined);
  const stray = newAuthenticator().make({ ...(await ask()), challenge: options.challenge }, here);
  assert.equal(await keep(visitor, stray), false, "a challenge to sign in");
});

test("SEC-08 a credential stands once, whoever sends it again", async () => {
  const made = await withPasskey(world);
  const { result } = await register(world, await signedIn(world, julien, ownPassword), made);
  assert.ok("refused" in result);
  assert.deepEqual(await findPasskeys(world.db, julien.id), []);
});

test("SEC-08 ten passkeys at most, counted one by one even when sent at once", async () => {
  const visitor = await signedIn(world, awa, ownPassword);
  for (let n = 0; n < 9; n++) await register(world, visitor);
  const answers: string[] = [];
  for (let n = 0; n < 3; n++) {
    const options = await passkeyOptions(world, visitor, site);
    assert.ok(options);
    answers.push(newAuthenticator().make(options, here));
  }
  const results = await Promise.all(
    answers.map((credential) => registerPasskey(world, visitor, { credential, name: "x" }, site, "fr")),
  );
  assert.equal(results.filter((result) => "added" in result).length, 1);
  assert.equal((await findPasskeys(world.db, awa.id)).length, 10);
});

test("SEC-08 removed, a passkey signs nobody in, and the person is told; somebody else's id does nothing", async () => {
  const made = await withPasskey(world);
  const [passkey] = await findPasskeys(world.db, awa.id);
  const id = passkey?.passkeyId ?? "";
  await removePasskey(world, await signedIn(world, julien, ownPassword), id, "fr");
  assert.equal(await whoCameIn(world, await tryIn(world, made)), awa.id);
  assert.ok(!(await actsOf(world, julien)).includes("removed a passkey"));
  const visitor = await signedIn(world, awa, ownPassword);
  const before = (await world.sent()).length;
  assert.deepEqual(await removePasskey(world, visitor, id, "fr"), { done: true });
  assert.deepEqual(await removePasskey(world, visitor, id, "fr"), { done: true });
  assert.equal((await sentTo(world, awa, before)).length, 2, "told once");
  assert.equal(await whoCameIn(world, await tryIn(world, made)), "wrong");
});

test("SEC-08 nobody removes their only means for the second step", async () => {
  await withPasskey(world, julien);
  const visitor = await signedIn(world, julien, ownPassword);
  assert.deepEqual(await turnOnSecondStep(world, visitor, "fr"), { done: true });
  const [passkey] = await findPasskeys(world.db, julien.id);
  const refused = await removePasskey(world, visitor, passkey?.passkeyId ?? "", "fr");
  assert.ok("refused" in refused && /seul moyen/.test(refused.refused.fr));
  assert.equal((await secondStepSettings(world, visitor)).hasPasskey, true);
  await verifyContacts(world, julien);
  assert.deepEqual(await removePasskey(world, visitor, passkey?.passkeyId ?? "", "fr"), { done: true });
});
