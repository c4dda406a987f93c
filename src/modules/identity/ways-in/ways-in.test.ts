import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { lastWayIn } from "../../../../law/credentials/ways-in.ts";
import {
  actsOf,
  awa,
  type DemoWorld,
  demoWorld,
  julien,
  ownPassword,
  visitorBy,
} from "../../../../test/demo.ts";
import { type TestFranceConnect, testFranceConnect } from "../../../../test/franceconnect.ts";
import { workThrough } from "../../../../test/queues.ts";
import { type Browser, steps, type TestSite, testSite } from "../../../../test/site.ts";
import { newId } from "../../../platform/ids.ts";
import { endings } from "../franceconnect/endings.ts";
import { removePasskey } from "../passkeys/remove.ts";
import { readSession, sessionsEnded } from "../session/session.ts";
import { signIn } from "../sign-in/sign-in.ts";
import { removeFranceConnect } from "./remove-franceconnect.ts";

let world: DemoWorld;
let franceConnect: TestFranceConnect;
let site: TestSite;
/** Both came by FranceConnect, and have no password. */
let awas: Browser;
let juliens: Browser;
before(async () => {
  world = await demoWorld();
  franceConnect = await testFranceConnect();
  site = await testSite(world, franceConnect.settings);
  [awas, juliens] = [site.browser(), site.browser()];
  await franceConnect.arrive(awas, { identity: "Awa" });
  await franceConnect.arrive(juliens, { identity: "Julien" });
  for (const browser of [awas, juliens]) {
    await steps.acceptTerms(browser);
    await steps.contactsLater(browser);
  }
  await steps.delegationLater(awas);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await franceConnect?.stop();
  await site?.close();
  await world?.close();
});

const cookieIn = (browser: Browser) => browser.jar.get("__Host-session") ?? "";

/** A browser with the session another one has now: what it gets meanwhile stays with it. */
function copyOf({ jar }: Browser): Browser {
  const browser = site.browser();
  for (const [name, value] of jar) browser.jar.set(name, value);
  return browser;
}

const isLinked = async (personId: string) =>
  (
    await sql`select 1 from identity.linked_identity where person_id = ${personId} and removed_at is null`.execute(
      world.db,
    )
  ).rows.length === 1;

const choosePassword = (browser: Browser) => browser.send("/password", { password: ownPassword });

test("CP-22 the page lists what opens the account, and when FranceConnect was added and used", async () => {
  const seen = await awas.open("/ways-in");
  assert.equal(seen.title, "Mes façons de me connecter");
  assert.match(seen.body, /mardi 10 mars 2026 à 10:00/);
  assert.match(seen.body, /C’est votre seule façon de vous connecter/);
  assert.doesNotMatch(seen.body, /action="\/ways-in\/franceconnect\/end"/);
});

test("CP-22 FranceConnect is not removed while nothing else opens the account", async () => {
  const seen = await copyOf(awas).send("/ways-in/franceconnect/end");
  assert.equal(seen.status, 422);
  assert.match(seen.body, /seule façon de vous connecter\. Choisissez d’abord un mot de passe/);
  assert.ok(await isLinked(awa.id));
});

test("CP-03 CP-04 who came by FranceConnect may choose a password later, and then sign in by it", async () => {
  const browser = copyOf(awas);
  assert.match((await browser.open("/password/change")).path, /^\/password\/new$/);
  const refused = await browser.send("/password", { password: "court" });
  assert.equal(refused.status, 422);
  assert.equal((await choosePassword(browser)).path, "/ways-in?done=password");
  const result = await signIn(world, { identifier: awa.identifier, password: ownPassword });
  assert.ok("cookie" in result);
  assert.equal((await browser.open("/password/new")).path, "/home");
});

test("SEC-04 choosing a password later asks for FranceConnect again, after 15 minutes", async () => {
  const browser = copyOf(awas);
  for (let n = 0; n < 2; n++) {
    world.pass({ minutes: 10 });
    await browser.open("/home");
  }
  assert.equal(
    (await browser.open("/password/new")).path,
    "/password/confirmations/new?next=%2Fpassword%2Fnew",
  );
  assert.equal((await choosePassword(browser)).path, "/password/confirmations/new?next=%2Fpassword%2Fnew");
  assert.ok("refused" in (await signIn(world, { identifier: awa.identifier, password: ownPassword })));
});

test("CP-22 once removed it opens nothing, even where the civil status would find the person", async () => {
  const browser = copyOf(awas);
  const elsewhere = site.browser();
  await franceConnect.arrive(elsewhere, { identity: "Awa" });
  await choosePassword(browser);
  assert.equal((await browser.send("/ways-in/franceconnect/end")).path, "/ways-in?done=removed");
  assert.ok(!(await isLinked(awa.id)));
  assert.equal(await readSession(world, cookieIn(elsewhere)), undefined, "what it opened is closed");
  assert.ok(await readSession(world, cookieIn(browser)), "this session goes on");
  assert.ok((await actsOf(world, awa)).includes("removed FranceConnect"));
  const said: object[] = [];
  await workThrough(world, sessionsEnded, async (_world, payload) => void said.push(payload));
  assert.deepEqual(said.at(-1), { personId: awa.id, closed: true }, "nor does an app that it let in go on");
  const texts = (await world.sent()).map(({ payload }) => payload.text);
  assert.ok(texts.some((text) => text.includes("ne permet plus d’ouvrir")));
  const again = await franceConnect.arrive(site.browser(), { identity: "Awa" });
  assert.ok(again.body.includes(endings.removed.says.fr), again.title);
});

test("CP-22 what was removed can be added again, and opens again", async () => {
  const browser = copyOf(awas);
  await choosePassword(browser);
  await browser.send("/ways-in/franceconnect/end");
  await franceConnect.arrive(browser, { identity: "Awa" }, "/ways-in/franceconnect/new");
  assert.ok(await isLinked(awa.id));
  assert.equal((await franceConnect.arrive(site.browser(), { identity: "Awa" })).path, "/home");
});

test("CP-22 a passkey is a way in as well, and the last one stays", async () => {
  const browser = copyOf(awas);
  const passkeyId = newId();
  await sql`insert into identity.passkey (person_id, passkey_id, credential_id, public_key, counter, transports,
      synced, backed_up, name, created_at)
    values (${awa.id}, ${passkeyId}, decode('01', 'hex'), decode('02', 'hex'), 0, '{}', false, false, 'Clé',
      ${world.clock()})`.execute(world.db);
  assert.equal((await browser.send("/ways-in/franceconnect/end")).path, "/ways-in?done=removed");
  const result = await removePasskey(world, await visitorBy(world, cookieIn(browser)), passkeyId, "fr");
  assert.deepEqual(result, { refused: lastWayIn });
  await choosePassword(browser);
  const visitor = await visitorBy(world, cookieIn(browser));
  assert.deepEqual(await removePasskey(world, visitor, passkeyId, "fr"), { done: true });
});

test("SEC-04 removing it asks for the person again, after 15 minutes", async () => {
  const browser = copyOf(awas);
  await choosePassword(browser);
  for (let n = 0; n < 2; n++) {
    world.pass({ minutes: 10 });
    await browser.open("/home");
  }
  const seen = await browser.send("/ways-in/franceconnect/end");
  assert.equal(seen.path, "/password/confirmations/new?next=%2Fways-in");
  assert.ok(await isLinked(awa.id));
});

test("SEC-11 removing one's own leaves the other person's in place", async () => {
  const browser = copyOf(awas);
  await choosePassword(browser);
  await browser.send("/ways-in/franceconnect/end");
  assert.ok(await isLinked(julien.id));
  assert.ok(await readSession(world, cookieIn(juliens)));
});

test("CP-22 removed twice at the same moment, it is told once", async () => {
  const browser = copyOf(awas);
  await choosePassword(browser);
  const visitor = await visitorBy(world, cookieIn(browser));
  await Promise.all([1, 2, 3].map(() => removeFranceConnect(world, visitor, "fr")));
  assert.equal((await actsOf(world, awa)).filter((act) => act === "removed FranceConnect").length, 1);
});
