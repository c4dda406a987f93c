import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { newAuthenticator } from "../../../../test/authenticator.ts";
import { actsOf, awa, type DemoWorld, journalOf, julien, visitorBy } from "../../../../test/demo.ts";
import { type TestSite, testSite } from "../../../../test/site.ts";
import { signInOptions } from "../passkeys/sign-in-by-passkey.ts";
import { here, site as passkeySite, passkeyWorld, tryIn, withPasskey } from "../passkeys/testing.ts";
import { isRecent, signOut } from "../session/session.ts";
import { confirmByPasskey, confirmOptions } from "./by-passkey.ts";

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await passkeyWorld();
  site = await testSite(world);
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

type Made = Awaited<ReturnType<typeof withPasskey>>;

async function signedInBy(made: Made): Promise<string> {
  const result = await tryIn(world, made);
  assert.ok("cookie" in result);
  return result.cookie;
}

/** Sessions that began a while ago, by a passkey alone, and were never idle since. */
async function stayed(...cookies: string[]) {
  for (let n = 0; n < 2; n++) {
    world.pass({ minutes: 10 });
    for (const cookie of cookies) await visitorBy(world, cookie);
  }
  for (const cookie of cookies) assert.ok(!(await recent(cookie)));
}

const recent = async (cookie: string) => isRecent(world, await visitorBy(world, cookie));

test("SEC-04 SEC-05 a passkey of the person makes this session recent again, and no other of theirs", async () => {
  const made = await withPasskey(world);
  const [cookie, elsewhere] = [await signedInBy(made), await signedInBy(made)];
  await stayed(cookie, elsewhere);
  const visitor = await visitorBy(world, cookie);
  const options = await confirmOptions(world, visitor, passkeySite);
  assert.deepEqual(
    options.allowCredentials?.map(({ id }) => id),
    [made.id],
  );
  const credential = made.sign(options, here);
  assert.deepEqual(await confirmByPasskey(world, visitor, { credential, site: passkeySite }), {
    confirmed: true,
  });
  assert.ok(await recent(cookie));
  assert.ok(!(await recent(elsewhere)));
  assert.equal((await actsOf(world, awa)).at(-1), "confirmed by a passkey");
});

test("SEC-04 what was signed once confirms once, also at one moment, and for five minutes", async () => {
  const made = await withPasskey(world);
  const cookie = await signedInBy(made);
  await stayed(cookie);
  const visitor = await visitorBy(world, cookie);
  const credential = made.sign(await confirmOptions(world, visitor, passkeySite), here);
  const asked = { credential, site: passkeySite };
  const results = await Promise.all([1, 2, 3].map(() => confirmByPasskey(world, visitor, asked)));
  assert.equal(results.filter((result) => "confirmed" in result).length, 1);
  const late = made.sign(await confirmOptions(world, visitor, passkeySite), here);
  world.pass({ minutes: 5 });
  assert.ok("refused" in (await confirmByPasskey(world, visitor, { credential: late, site: passkeySite })));
  assert.ok(await recent(cookie));
});

test("SEC-04 another person's passkey, one for another session, one that signed to come in: nothing is recent", async () => {
  const [made, julians] = [await withPasskey(world), await withPasskey(world, julien)];
  const [cookie, elsewhere] = [await signedInBy(made), await signedInBy(made)];
  await stayed(cookie, elsewhere);
  const visitor = await visitorBy(world, cookie);
  const other = await visitorBy(world, elsewhere);
  const own = await confirmOptions(world, visitor, passkeySite);
  const signIn = await signInOptions(world, passkeySite, undefined);
  const wrong = [
    julians.sign(own, here),
    made.sign(await confirmOptions(world, other, passkeySite), here),
    made.sign(signIn.options, here),
    newAuthenticator().sign(await confirmOptions(world, visitor, passkeySite), here),
    made.sign(await confirmOptions(world, visitor, passkeySite), { origin: "https://caf.exemple.net" }),
    made.sign(await confirmOptions(world, visitor, passkeySite), { ...here, unverified: true }),
    "{}",
    "",
  ];
  for (const credential of wrong) {
    const result = await confirmByPasskey(world, visitor, { credential, site: passkeySite });
    assert.ok("refused" in result && result.refused.fr.includes("prenez un autre moyen"));
  }
  assert.ok(!(await recent(cookie)));
  const whys = (await journalOf(world, awa)).filter(({ act }) => act === "passkey refused");
  assert.deepEqual(
    whys.map(({ detail }) => detail.why),
    ["owner", "challenge", "challenge", "unknown", "origin", "proof"],
  );
});

test("SEC-04 a session that ended meanwhile is not made recent", async () => {
  const made = await withPasskey(world);
  const visitor = await visitorBy(world, await signedInBy(made));
  const credential = made.sign(await confirmOptions(world, visitor, passkeySite), here);
  await signOut(world, visitor);
  assert.ok("refused" in (await confirmByPasskey(world, visitor, { credential, site: passkeySite })));
});

test("SEC-05 A11Y-02 who has no password reads of the passkey alone, and of what to do without scripts", async () => {
  const made = await withPasskey(world);
  await sql`update identity.account set hashed = null where person_id = ${awa.id}`.execute(world.db);
  const cookie = await signedInBy(made);
  await stayed(cookie);
  const browser = site.browser();
  browser.jar.set("__Host-session", cookie);
  const seen = await browser.open("/password/confirmations/new?next=/contacts");
  assert.equal(seen.title, "Confirmer que c’est bien vous");
  assert.doesNotMatch(seen.body, /type="password"|franceconnect\/confirmations/);
  assert.match(seen.body, /data-challenges="\/password\/confirmations\/challenges"/);
  assert.match(seen.body, /<noscript>/);
  assert.match(seen.body, /href="\/recoveries\/new"/);
  const wrong = await browser.send("/password/confirmations/passkey", {
    credential: "{}",
    next: "//evil.example",
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /name="next" value="\/home"/);
});

test("SEC-05 who has a password and a passkey may use either", async () => {
  const cookie = await signedInBy(await withPasskey(world));
  const browser = site.browser();
  browser.jar.set("__Host-session", cookie);
  const { body } = await browser.open("/password/confirmations/new?next=/contacts");
  assert.match(body, /type="password"/);
  assert.match(body, /Utiliser ma clé d’accès/);
});
