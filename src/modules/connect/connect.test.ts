import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { sql } from "kysely";
import * as client from "openid-client";
import {
  awa,
  camille,
  type DemoWorld,
  demoWorld,
  dump,
  journalOf,
  ownPassword,
  shows,
  visitorBy,
} from "../../../test/demo.ts";
import { workThrough } from "../../../test/queues.ts";
import { type Browser, settle, type TestSite, testSite } from "../../../test/site.ts";
import { sessionsEnded, suspendAccess } from "../identity/index.ts";
import { connectedSites, disconnect } from "./connected-sites/connected-sites.ts";
import { openProviders } from "./protocol/provider.ts";
import { rotateSigningKey } from "./protocol/signing-keys.ts";
import { endSitesOf } from "./protocol/single-logout.ts";
import { registeredSites } from "./protocol/sites.ts";

const origin = "http://caf.localhost";
const secret = "the secret of a site under test, long enough";
const secrets = new Map([["mon-compte-aripa", secret]]);
const aripa = { id: "mon-compte-aripa", redirect: "https://mon-compte-aripa.exemple.fr/connexion/retour" };
const app = { id: "caf-app", redirect: "fr.exemple.caf:/connexion" };

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world, undefined, secrets);
  await settle(site.browser(), camille);
  await settle(site.browser(), awa);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

/** Asks our server as a site's program would, without a network. */
const ask: typeof fetch = async (input, init = {}) => {
  const request = new Request(input as string, init);
  const answer = await site.app.inject({
    method: request.method as "GET",
    url: new URL(request.url).pathname + new URL(request.url).search,
    headers: { ...Object.fromEntries(request.headers), host: "caf.localhost" },
    payload: await request.text(),
  });
  const headers = new Headers(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
  return new Response(answer.rawPayload.length > 0 ? answer.rawPayload : null, {
    status: answer.statusCode,
    headers,
  });
};

const discovered = (of: typeof aripa) =>
  client.discovery(
    new URL(`${origin}/oidc`),
    of.id,
    of === aripa ? secret : undefined,
    of === aripa ? undefined : client.None(),
    { execute: [client.allowInsecureRequests], [client.customFetch]: ask as never },
  );

type Asking = { config: client.Configuration; url: URL; checks: client.AuthorizationCodeGrantChecks };

async function asking(of: typeof aripa, more: Record<string, string> = {}): Promise<Asking> {
  const config = await discovered(of);
  const verifier = client.randomPKCECodeVerifier();
  const [state, nonce] = [client.randomState(), client.randomNonce()];
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: of.redirect,
    scope: of === aripa ? "openid profile email phone" : "openid profile quality",
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...more,
  });
  const checks = {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  };
  return { config, url, checks };
}

/** The person goes through what the site asks for, up to the address they are sent back to. */
async function throughPages(browser: Browser, { url }: Asking): Promise<URL> {
  const seen = await browser.open(url.href);
  const action = /action="(\/interactions\/[^"]+\/answers)"/.exec(seen.body)?.[1];
  const back = action ? (await browser.send(action, { answer: "agree" })).path : seen.path;
  assert.match(back, /[?&](code|error)=/, `${seen.status} ${seen.path}: ${seen.body.slice(0, 300)}`);
  return new URL(back);
}

async function signedInBrowser(who = camille): Promise<Browser> {
  const browser = site.browser();
  assert.equal((await browser.signIn(who, ownPassword)).path, "/home");
  return browser;
}

async function tokensFor(browser: Browser, of: typeof aripa) {
  const asked = await asking(of);
  const back = await throughPages(browser, asked);
  return { asked, back, tokens: await client.authorizationCodeGrant(asked.config, back, asked.checks) };
}

const refusedAs = (code: string) => (error: Error & { error?: string }) => error.error === code;

test("CP-23 a site gets the person by a strict code flow: what they agreed to, and nothing else", async () => {
  const browser = await signedInBrowser();
  const { asked, tokens } = await tokensFor(browser, aripa);
  const claims = tokens.claims();
  assert.ok(claims);
  assert.equal(decodeProtectedHeader(tokens.id_token ?? "").alg, "ES256");
  const told = await client.fetchUserInfo(asked.config, tokens.access_token, claims.sub);
  assert.equal(told.name, "Camille Susini");
  assert.equal(told.birthdate, "1994-02-17");
  // A mail address that was never confirmed is not passed on, nor is what no scope covers.
  assert.deepEqual([told.email, told.quality, told.file_number], [undefined, undefined, undefined]);
  assert.ok(!JSON.stringify({ told, claims: decodeJwt(tokens.id_token ?? "") }).includes(camille.id));
  const acts = (await journalOf(world, camille)).map(({ act }) => act);
  assert.ok(acts.includes("let a site know them"));
});

test("CP-23 consent is asked once for each site, and two sites know a person by two names", async () => {
  const browser = await signedInBrowser();
  const first = await tokensFor(browser, aripa);
  const again = await asking(aripa);
  const seen = await browser.open(again.url.href);
  assert.match(
    seen.path,
    /^https:\/\/mon-compte-aripa\.exemple\.fr\/.*code=/,
    "asked nothing the second time",
  );
  const other = await tokensFor(browser, app);
  assert.notEqual(first.tokens.claims()?.sub, other.tokens.claims()?.sub);
  const told = await client.fetchUserInfo(
    other.asked.config,
    other.tokens.access_token,
    other.tokens.claims()?.sub ?? "",
  );
  assert.deepEqual([told.quality, told.file_number], ["holder", camille.fileNumber]);
});

test("CP-23 who agrees to less than before is asked anew for the rest", async () => {
  const browser = await signedInBrowser();
  await tokensFor(browser, aripa);
  await sql`update connect.consent set scopes = '{profile}' where person_id = ${camille.id}`.execute(
    world.db,
  );
  const again = await asking(aripa);
  assert.match((await browser.open(again.url.href)).path, /^\/interactions\//);
  const less = await asking(aripa, { scope: "openid profile" });
  const back = await throughPages(browser, less);
  const tokens = await client.authorizationCodeGrant(less.config, back, less.checks);
  assert.equal(tokens.scope, "openid profile");
});

test("CP-23 refusing passes nothing on; the site is told that the person refused", async () => {
  const browser = await signedInBrowser();
  const asked = await asking(aripa);
  const seen = await browser.open(asked.url.href);
  const action = /action="(\/interactions\/[^"]+\/answers)"/.exec(seen.body)?.[1] ?? "";
  const back = new URL((await browser.send(action, { answer: "refuse" })).path);
  await assert.rejects(
    client.authorizationCodeGrant(asked.config, back, asked.checks),
    refusedAs("access_denied"),
  );
});

test("SEC-14 a code is good once, also when two come at the same moment, and its tokens go when it is replayed", async () => {
  const browser = await signedInBrowser();
  const asked = await asking(aripa);
  const back = await throughPages(browser, asked);
  const tries = await Promise.allSettled(
    [1, 2, 3].map(() => client.authorizationCodeGrant(asked.config, new URL(back), asked.checks)),
  );
  assert.ok(tries.filter(({ status }) => status === "fulfilled").length <= 1);
  await assert.rejects(
    client.authorizationCodeGrant(asked.config, new URL(back), asked.checks),
    refusedAs("invalid_grant"),
  );
  const refused = (await journalOf(world, camille)).filter(({ act }) => act === "refused a site");
  assert.equal(refused.length, 4 - tries.filter(({ status }) => status === "fulfilled").length);
  assert.deepEqual(refused[0]?.detail, { site: aripa.id, with: "code" });
  for (const won of tries) {
    if (won.status === "fulfilled")
      await assert.rejects(
        client.fetchUserInfo(asked.config, won.value.access_token, client.skipSubjectCheck),
      );
  }
});

test("SEC-14 another verifier, no challenge, another address to come back to: refused", async () => {
  const browser = await signedInBrowser();
  const asked = await asking(aripa);
  const back = await throughPages(browser, asked);
  await assert.rejects(
    client.authorizationCodeGrant(asked.config, back, {
      ...asked.checks,
      pkceCodeVerifier: client.randomPKCECodeVerifier(),
    }),
    refusedAs("invalid_grant"),
  );
  const bare = await asking(aripa);
  bare.url.searchParams.delete("code_challenge");
  bare.url.searchParams.delete("code_challenge_method");
  assert.match((await browser.open(bare.url.href)).path, /error=invalid_request/);
  const foreign = await asking(aripa, { redirect_uri: "https://attacker.example/" });
  const page = await browser.open(foreign.url.href);
  assert.equal(page.status, 400);
  assert.match(page.body, /adresse que nous ne connaissons pas/);
  const nobody = await asking(aripa, { client_id: "nobody" });
  assert.equal((await browser.open(nobody.url.href)).status, 400);
});

test("SEC-11 what another browser began cannot be finished here", async () => {
  const [mine, theirs] = [await signedInBrowser(), await signedInBrowser(awa)];
  const asked = await asking(aripa);
  const seen = await mine.open(asked.url.href);
  const action = /action="(\/interactions\/[^"]+\/answers)"/.exec(seen.body)?.[1] ?? "";
  const answered = await theirs.post(action, { answer: "agree" });
  assert.equal(answered.status, 410);
  assert.deepEqual(await connectedSitesOf(awa), []);
});

test("MC-03 MC-14 a suspended person is nobody to any site at once, and comes by our pages before a code is given", async () => {
  const browser = await signedInBrowser();
  const { asked, tokens } = await tokensFor(browser, app);
  assert.ok(tokens.refresh_token);
  const agent = { agentId: "agent 7", name: "Agent Sept" };
  assert.deepEqual(await suspendAccess(world, agent, camille.id, { reason: "a test" }), { done: true });
  await assert.rejects(client.fetchUserInfo(asked.config, tokens.access_token, client.skipSubjectCheck));
  await assert.rejects(
    client.refreshTokenGrant(asked.config, tokens.refresh_token),
    refusedAs("invalid_grant"),
  );
  assert.match((await browser.open((await asking(app)).url.href)).path, /^\/sessions\/new/);
});

test("MC-04 who has not accepted the charter in force is passed on to no site", async () => {
  const browser = await signedInBrowser();
  const { asked, tokens } = await tokensFor(browser, aripa);
  await sql`delete from charters.answer where person_id = ${camille.id}`.execute(world.db);
  await assert.rejects(client.fetchUserInfo(asked.config, tokens.access_token, client.skipSubjectCheck));
  assert.match((await browser.open((await asking(aripa)).url.href)).path, /^\/terms/);
});

test("CP-23 the app's refresh token turns at each use, and an old one that comes back ends them all", async () => {
  const browser = await signedInBrowser();
  const { asked, tokens } = await tokensFor(browser, app);
  const old = tokens.refresh_token ?? "";
  const next = await client.refreshTokenGrant(asked.config, old);
  assert.ok(next.refresh_token && next.refresh_token !== old);
  await assert.rejects(client.refreshTokenGrant(asked.config, old), refusedAs("invalid_grant"));
  await assert.rejects(
    client.refreshTokenGrant(asked.config, next.refresh_token),
    refusedAs("invalid_grant"),
  );
});

test("CN-05 MC-14 what a stolen phone holds of the app stays void once the access is open again", async () => {
  const browser = await signedInBrowser();
  const { asked, tokens } = await tokensFor(browser, app);
  const others = await tokensFor(await signedInBrowser(awa), app);
  const providerOf = providersWith(async () => new Response());
  await endSitesOf(world, providerOf, camille.id);
  const next = await client.refreshTokenGrant(asked.config, tokens.refresh_token ?? "");
  await endSitesOf(world, providerOf, camille.id, { tokens: true });
  await assert.rejects(
    client.refreshTokenGrant(asked.config, next.refresh_token ?? ""),
    refusedAs("invalid_grant"),
  );
  await assert.rejects(client.fetchUserInfo(asked.config, next.access_token, client.skipSubjectCheck));
  await client.refreshTokenGrant(others.asked.config, others.tokens.refresh_token ?? "");
});

test("CN-05 SEC-04 whatever closes all sessions says so to the sites; signing out by oneself does not", async () => {
  let said: object[] = [];
  const listen = () =>
    workThrough(world, sessionsEnded, async (_world, payload) => {
      said.push(payload);
    });
  const browser = await signedInBrowser();
  await listen();
  said = [];
  await browser.send("/sessions/current/end");
  await listen();
  const agent = { agentId: "agent 7", name: "Agent Sept" };
  await suspendAccess(world, agent, camille.id, { reason: "a test" });
  await listen();
  assert.deepEqual(said, [{ personId: camille.id }, { personId: camille.id, closed: true }]);
});

test("CP-23 an agreement given again does not bring back what the site held before", async () => {
  const browser = await signedInBrowser();
  const { asked, tokens } = await tokensFor(browser, app);
  await disconnect(world, await visitorOf(browser), app.id);
  await endSitesOf(
    world,
    providersWith(async () => new Response()),
    camille.id,
  );
  await tokensFor(browser, app);
  await assert.rejects(
    client.refreshTokenGrant(asked.config, tokens.refresh_token ?? ""),
    refusedAs("invalid_grant"),
  );
});

test("CP-23 a site taken off the list knows nothing any more; another person cannot take it off", async () => {
  const browser = await signedInBrowser();
  const { asked, tokens } = await tokensFor(browser, app);
  const stranger = await signedInBrowser(awa);
  await disconnect(world, await visitorOf(stranger), app.id);
  assert.equal((await connectedSitesOf(camille, browser)).length, 1);
  await client.fetchUserInfo(asked.config, tokens.access_token, client.skipSubjectCheck);
  await disconnect(world, await visitorOf(browser), app.id);
  assert.deepEqual(await connectedSitesOf(camille, browser), []);
  await assert.rejects(client.fetchUserInfo(asked.config, tokens.access_token, client.skipSubjectCheck));
  await assert.rejects(
    client.refreshTokenGrant(asked.config, tokens.refresh_token ?? ""),
    refusedAs("invalid_grant"),
  );
});

test("SEC-14 signing keys turn: the new one signs, the old one is still public, one process at a time makes it", async () => {
  const kids = async () => {
    const answer = await ask(`${origin}/oidc/jwks`);
    return ((await answer.json()) as { keys: { kid: string; d?: string }[] }).keys;
  };
  const [before] = await kids();
  assert.equal(before?.d, undefined, "no private part is shown");
  world.pass({ days: 91 });
  const made = await Promise.all([1, 2, 3].map(() => rotateSigningKey(world)));
  assert.equal(made.filter(Boolean).length, 1);
  const after = await kids();
  assert.equal(after.length, 2);
  assert.equal(after[1]?.kid, before?.kid);
  const browser = await signedInBrowser();
  const { tokens } = await tokensFor(browser, aripa);
  assert.equal(decodeProtectedHeader(tokens.id_token ?? "").kid, after[0]?.kid);
  world.pass({ days: 3 });
  assert.equal((await kids()).length, 1);
});

test("CP-23 SEC-05 on a shared device the next person enters a site as themselves, and stays signed in here", async () => {
  const browser = await signedInBrowser();
  const first = await tokensFor(browser, aripa);
  world.pass({ minutes: 16 });
  assert.equal((await browser.signIn(awa, ownPassword)).path, "/home");
  const second = await tokensFor(browser, aripa);
  const told = await client.fetchUserInfo(
    second.asked.config,
    second.tokens.access_token,
    client.skipSubjectCheck,
  );
  assert.equal(told.name, "Awa Diallo");
  assert.equal((await browser.open("/home")).path, "/home");
  const left: string[] = [];
  const reach: typeof fetch = async (address) => {
    left.push(String(address));
    return new Response(null, { status: 204 });
  };
  await workThrough(world, sessionsEnded, (_world, { personId }) =>
    endSitesOf(world, providersWith(reach), personId),
  );
  assert.equal(left.length, 1, "the site that the first person left open is told, though nobody signed out");
  await assert.rejects(
    client.fetchUserInfo(first.asked.config, first.tokens.access_token, client.skipSubjectCheck),
  );
});

test("MC-04 who refuses the charter in force is signed out of the sites at once, and is still signed in here", async () => {
  const browser = await signedInBrowser();
  await tokensFor(browser, aripa);
  await sql`delete from charters.answer where person_id = ${camille.id}`.execute(world.db);
  const { body } = await browser.open("/terms");
  const version = /name="version" value="([^"]+)"/.exec(body)?.[1] ?? "";
  await browser.send("/terms/answers", { version, answer: "refuse" });
  let told = 0;
  const reach: typeof fetch = async () => {
    told++;
    return new Response(null, { status: 204 });
  };
  await workThrough(world, sessionsEnded, (_world, { personId }) =>
    endSitesOf(world, providersWith(reach), personId),
  );
  assert.equal(told, 1);
  assert.equal((await browser.open("/terms/refused")).status, 200);
});

test("SEC-15 a link to the sign-out of sites ends nobody's session by itself", async () => {
  const browser = await signedInBrowser();
  const asked = await browser.open("/oidc/session/end");
  assert.equal(asked.title, "Se déconnecter");
  assert.doesNotMatch(asked.body, /submit\(\)/);
  assert.equal((await browser.open("/home")).path, "/home");
  const wrong = await browser.post("/oidc/session/end/confirm", { xsrf: "made up", logout: "yes" });
  assert.equal(wrong.status, 400, "another site cannot press for them");
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.body)?.[1] ?? "";
  const ended = await browser.post("/oidc/session/end/confirm", { xsrf, logout: "yes" });
  assert.match(ended.path, /\/oidc\/session\/end\/success$/);
  const again = await browser.post("/oidc/session/end/confirm", { xsrf, logout: "yes" });
  assert.deepEqual([again.status, again.title], [200, "Vous êtes déconnecté(e)"]);
  assert.match((await browser.open("/home")).path, /^\/sessions\/new/);
});

test("CP-23 who is signed in nowhere any more is led straight back to the site", async () => {
  const config = await discovered(aripa);
  const back = "https://mon-compte-aripa.exemple.fr/";
  const leaving = (signedOut: string) =>
    client.buildEndSessionUrl(config, {
      client_id: aripa.id,
      post_logout_redirect_uri: signedOut,
      state: "s",
    });
  const seen = await site.browser().open(leaving(back).href);
  assert.deepEqual([seen.status, seen.path], [302, `${back}?state=s`]);
  assert.equal((await site.browser().open(leaving("https://attacker.example/").href)).status, 400);
  assert.equal((await site.browser().open("/oidc/session/end")).title, "Vous êtes déconnecté(e)");
});

test("SEC-10 the database shows no code, no token, no secret of a site", async () => {
  const browser = await signedInBrowser();
  const { back, tokens } = await tokensFor(browser, app);
  const dumped = await dump(world);
  for (const handed of [back.searchParams.get("code"), tokens.access_token, tokens.refresh_token, secret])
    assert.ok(handed && !shows(dumped, handed), handed ?? "nothing");
});

test("CP-23 MC-14 a session that ended here is told to the sites it had opened, and to no other", async () => {
  const browser = await signedInBrowser();
  const { asked, tokens } = await tokensFor(browser, aripa);
  const told: { url: string; sid: unknown }[] = [];
  const reach: typeof fetch = async (input, init) => {
    const token = new URLSearchParams(String(init?.body)).get("logout_token") ?? "";
    told.push({ url: String(input), sid: decodeJwt(token).sid });
    return new Response(null, { status: told.length === 1 ? 503 : 204 });
  };
  const providerOf = providersWith(reach);
  await endSitesOf(world, providerOf, camille.id);
  assert.equal(told.length, 0, "the session is open");
  await browser.send("/sessions/current/end");
  await assert.rejects(
    endSitesOf(world, providerOf, camille.id),
    "a site that does not answer is told again",
  );
  await endSitesOf(world, providerOf, camille.id);
  await endSitesOf(world, providerOf, camille.id);
  assert.deepEqual(
    told.map(({ url }) => url),
    Array(2).fill("https://mon-compte-aripa.exemple.fr/connexion/fin"),
  );
  assert.equal(told[1]?.sid, tokens.claims()?.sid);
  await assert.rejects(client.fetchUserInfo(asked.config, tokens.access_token, client.skipSubjectCheck));
});

/** As another process has them, which reaches sites in that way. */
function providersWith(reach: typeof fetch) {
  const none = () => {
    throw new Error("no page is drawn");
  };
  const sites = registeredSites(world.institution.accounts ?? {}, secrets);
  const pages = { signOut: none, signedOut: none, leaving: none, fault: none, report: none };
  return openProviders(world, sites, { ...pages, reach });
}

const visitorOf = (browser: Browser) => visitorBy(world, browser.jar.get("__Host-session") ?? "");

async function connectedSitesOf(who: typeof camille, browser?: Browser) {
  const visitor = await visitorOf(browser ?? (await signedInBrowser(who)));
  return connectedSites(world, visitor, registeredSites(world.institution.accounts ?? {}, secrets));
}
