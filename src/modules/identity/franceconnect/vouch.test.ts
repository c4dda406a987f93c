import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import {
  actsOf,
  awa,
  camille,
  type DemoWorld,
  demoWorld,
  journalOf,
  visitorBy,
} from "../../../../test/demo.ts";
import { type TestFranceConnect, testFranceConnect } from "../../../../test/franceconnect.ts";
import { type Browser, type Seen, settle, steps, type TestSite, testSite } from "../../../../test/site.ts";
import { isRecent, readSession } from "../session/session.ts";
import { type Because, endings } from "./endings.ts";

let world: DemoWorld;
let franceConnect: TestFranceConnect;
let site: TestSite;
/** Awa came by FranceConnect and has no password; Camille has one and never came by FranceConnect. */
let awas: Browser;
let camilles: Browser;
before(async () => {
  world = await demoWorld();
  franceConnect = await testFranceConnect();
  site = await testSite(world, franceConnect.settings);
  awas = site.browser();
  await franceConnect.arrive(awas, { identity: "Awa" });
  await steps.acceptTerms(awas);
  await steps.contactsLater(awas);
  await steps.delegationLater(awas);
  camilles = site.browser();
  await settle(camilles, camille);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await franceConnect?.stop();
  await site?.close();
  await world?.close();
});

const cookieIn = (browser: Browser) => browser.jar.get("__Host-session") ?? "";

/** Signed in for a while, and never idle: the session runs, what it came in by is no longer recent. */
async function stayed(...browsers: Browser[]) {
  for (let n = 0; n < 2; n++) {
    world.pass({ minutes: 10 });
    for (const browser of browsers) await visitorBy(world, cookieIn(browser));
  }
}

const isRecentIn = async (browser: Browser) => isRecent(world, await visitorBy(world, cookieIn(browser)));

const linksOf = async () =>
  (
    await sql<{
      person_id: string;
    }>`select person_id from identity.linked_identity where removed_at is null`.execute(world.db)
  ).rows.map((row) => row.person_id);

function isEnded(seen: Seen, because: Because) {
  assert.equal(seen.title, endings[because].title.fr, seen.body);
  assert.ok(seen.body.includes(endings[because].says.fr), because);
  assert.equal(seen.status, endings[because].status);
}

test("SEC-04 CP-22 who has no password proves again by FranceConnect that it is them, and goes on", async () => {
  await stayed(awas);
  const asked = await awas.send("/contacts", { mail: "awa@ailleurs.exemple" });
  assert.equal(asked.path, "/password/confirmations/new?next=%2Fcontacts");
  assert.match(asked.body, /\/franceconnect\/confirmations\/new\?next=%2Fcontacts/);
  assert.doesNotMatch(asked.body, /type="password"/);
  const sent = await awas.open("/franceconnect/confirmations/new?next=/contacts");
  const { searchParams } = new URL(sent.path);
  assert.equal(searchParams.get("prompt"), "login");
  assert.ok(Number(searchParams.get("max_age")) > 0);
  const back = await awas.open(await franceConnect.visit(sent.path, { identity: "Awa" }));
  assert.equal(back.path, "/contacts");
  assert.ok(back.body.includes('value="awa@ailleurs.exemple"'));
  assert.ok(await isRecentIn(awas));
  assert.equal((await actsOf(world, awa)).at(-1), "confirmed by FranceConnect");
});

test("SEC-04 the identity of somebody else confirms nothing", async () => {
  await stayed(awas);
  const seen = await franceConnect.arrive(awas, { identity: "Julien" }, "/franceconnect/confirmations/new");
  isEnded(seen, "other-person");
  assert.ok(!(await isRecentIn(awas)));
  assert.equal((await visitorBy(world, cookieIn(awas))).person.personId, awa.id);
  assert.deepEqual((await journalOf(world, awa)).at(-1)?.detail, {
    because: "other-person",
    why: "confirmation",
  });
});

test("SEC-04 an identity proven long ago there, or nobody knows when, confirms nothing", async () => {
  await stayed(awas);
  for (const fault of ["old-login", "undated-login"] as const) {
    const choice = { identity: "Awa", fault };
    isEnded(await franceConnect.arrive(awas, choice, "/franceconnect/confirmations/new"), "unverified");
  }
  assert.ok(!(await isRecentIn(awas)));
});

test("SEC-04 giving up confirms nothing, and leads back", async () => {
  await stayed(awas);
  const seen = await franceConnect.arrive(awas, "give up", "/franceconnect/confirmations/new?next=/contacts");
  isEnded(seen, "denied");
  assert.match(seen.body, /href="\/contacts"/);
  assert.ok(!(await isRecentIn(awas)));
});

test("CP-22 giving up while FranceConnect is added leads back, and nothing says that it was added", async () => {
  const seen = await franceConnect.arrive(camilles, "give up", "/ways-in/franceconnect/new");
  isEnded(seen, "denied");
  const back = /<p class="govuk-body"><a class="govuk-link" href="(\/ways-in[^"]*)"/.exec(seen.body)?.[1];
  assert.equal(back, "/ways-in");
  assert.doesNotMatch((await camilles.open(back)).body, /FranceConnect ouvre maintenant votre compte/);
  assert.deepEqual(await linksOf(), [awa.id]);
});

test("CP-22 who adds FranceConnect is asked which account they mean, whoever left one open on the device", async () => {
  const sent = await camilles.open("/ways-in/franceconnect/new");
  assert.equal(new URL(sent.path).searchParams.get("prompt"), "login");
});

test("SEC-05 SEC-14 a sign-in over another person's session ends that session", async () => {
  const asked = site.browser();
  const sent = await asked.open("/franceconnect/authorizations/new");
  const back = await franceConnect.visit(sent.path, { identity: "Awa" });
  const theirs = cookieIn(camilles);
  // Camille signs in, in another tab, while the first one is at FranceConnect.
  asked.jar.set("__Host-session", theirs);
  assert.equal((await asked.open(back)).path, "/home");
  assert.equal((await visitorBy(world, cookieIn(asked))).person.personId, awa.id);
  assert.equal(await readSession(world, theirs), undefined);
  assert.equal((await actsOf(world, camille)).at(-1), "signed out");
});

test("SEC-14 a sign-in that comes to nothing leaves the session of the browser as it is", async () => {
  const asked = site.browser();
  const sent = await asked.open("/franceconnect/authorizations/new");
  const back = await franceConnect.visit(sent.path, { identity: "homonym" });
  asked.jar.set("__Host-session", cookieIn(camilles));
  isEnded(await asked.open(back), "near");
  assert.equal((await visitorBy(world, cookieIn(asked))).person.personId, camille.id);
});

test("SEC-14 a confirmation that comes back to another person's session does nothing there", async () => {
  await stayed(awas, camilles);
  const sent = await awas.open("/franceconnect/confirmations/new");
  const back = await franceConnect.visit(sent.path, { identity: "Awa" });
  const shared = site.browser();
  shared.jar.set("__Host-session", cookieIn(camilles));
  shared.jar.set("__Host-franceconnect", awas.jar.get("__Host-franceconnect") ?? "");
  isEnded(await shared.open(back), "session-over");
  assert.ok(!(await isRecentIn(camilles)));
});

test("CP-22 who has a password adds FranceConnect to it, given that it vouches for them", async () => {
  const seen = await franceConnect.arrive(camilles, { identity: "Camille" }, "/ways-in/franceconnect/new");
  assert.equal(seen.path, "/ways-in?done=linked");
  assert.match(seen.body, /FranceConnect ouvre maintenant votre compte/);
  assert.deepEqual((await linksOf()).sort(), [camille.id, awa.id].sort());
  assert.equal((await actsOf(world, camille)).at(-1), "linked FranceConnect");
  const browser = site.browser();
  assert.equal((await franceConnect.arrive(browser, { identity: "Camille" })).path, "/home");
});

test("CP-22 nobody adds somebody else's identity, nor one that only resembles theirs", async () => {
  for (const identity of ["Nadia", "slip", "stranger"]) {
    isEnded(await franceConnect.arrive(camilles, { identity }, "/ways-in/franceconnect/new"), "not-you");
    assert.deepEqual(await linksOf(), [awa.id]);
  }
});

test("CP-22 an identity that opens another account is not added to this one", async () => {
  // Camille has the very civil status of Awa, as a duplicate would.
  await sql`update identity.person set (first_names, birth_name, birth_date, name_key) =
    (select first_names, birth_name, birth_date, name_key from identity.person where person_id = ${awa.id})
    where person_id = ${camille.id}`.execute(world.db);
  await sql`insert into identity.civil_status (person_id, sex, birth_code, birth_place)
    values (${camille.id}, 'F', '69123', 'Lyon')
    on conflict on constraint civil_status_key do update set birth_code = '69123'`.execute(world.db);
  isEnded(await franceConnect.arrive(camilles, { identity: "Awa" }, "/ways-in/franceconnect/new"), "taken");
  assert.deepEqual(await linksOf(), [awa.id]);
});

test("SEC-04 adding FranceConnect asks for the password first, when it was typed a while ago", async () => {
  await stayed(camilles);
  const seen = await camilles.open("/ways-in/franceconnect/new");
  assert.equal(seen.path, "/password/confirmations/new?next=%2Fways-in%2Ffranceconnect%2Fnew");
  assert.match(seen.body, /type="password"/);
});

test("SEC-11 nobody who is not signed in confirms or adds anything", async () => {
  for (const path of ["/franceconnect/confirmations/new", "/ways-in/franceconnect/new", "/ways-in"])
    assert.match((await site.browser().open(path)).path, /^\/sessions\/new\?/);
});

test("SEC-14 signing out signs out of FranceConnect too, with the id_token and a state that comes back", async () => {
  const browser = site.browser();
  const { jar } = browser;
  jar.set("__Host-session", cookieIn(awas));
  const out = await browser.post("/sessions/current/end");
  const to = new URL(out.path);
  assert.equal(to.origin, franceConnect.issuer);
  const claims = JSON.parse(
    Buffer.from((to.searchParams.get("id_token_hint") ?? "").split(".")[1] ?? "", "base64url").toString(),
  );
  assert.equal(claims.aud, "caf");
  assert.equal(
    to.searchParams.get("post_logout_redirect_uri"),
    "http://caf.localhost/franceconnect/signed-out",
  );
  const state = to.searchParams.get("state") ?? "";
  assert.ok(state.length >= 32);
  const page = await fetch(to);
  assert.equal(page.status, 200);
  assert.equal(await readSession(world, cookieIn(awas)), undefined);
  const kept = await sql`select 1 from identity.provider_session where person_id = ${awa.id}`.execute(
    world.db,
  );
  assert.deepEqual(kept.rows, []);
  assert.equal((await browser.open("/franceconnect/signed-out?state=other")).path, "/sessions/new");
  const back = await browser.open(`/franceconnect/signed-out?${new URLSearchParams({ state })}`);
  assert.equal(back.path, "/sessions/new?signed-out=1");
  assert.equal((await browser.open(`/franceconnect/signed-out?state=${state}`)).path, "/sessions/new");
});

test("SEC-14 who came by a password signs out here, and is sent nowhere", async () => {
  const browser = site.browser();
  browser.jar.set("__Host-session", cookieIn(camilles));
  assert.equal((await browser.post("/sessions/current/end")).path, "/sessions/new?signed-out=1");
});
