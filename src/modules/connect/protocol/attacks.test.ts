import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { awa, camille, type DemoWorld, demoWorld, ownPassword } from "../../../../test/demo.ts";
import { workThrough } from "../../../../test/queues.ts";
import { type Browser, settle, type TestSite, testSite } from "../../../../test/site.ts";
import { sessionsEnded } from "../../identity/index.ts";
import { openProviders } from "./provider.ts";
import { endSitesOf } from "./single-logout.ts";
import { registeredSites } from "./sites.ts";
import { dropOldArtifacts } from "./store.ts";

const secret = "the secret of a site under test, long enough";
const secrets = new Map([["mon-compte-aripa", secret]]);
const aripa = {
  id: "mon-compte-aripa",
  redirect: "https://mon-compte-aripa.exemple.fr/connexion/retour",
  scope: "openid profile email phone",
};
const phone = { id: "caf-app", redirect: "fr.exemple.caf:/connexion", scope: "openid profile quality" };

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world, undefined, secrets);
  await settle(site.browser(), camille);
  await settle(site.browser(), awa);
  await world.keep();
});
beforeEach(async () => {
  await world.afresh();
  await endSessionsSaid();
});
after(async () => {
  await site.close();
  await world.close();
});

const verifier = "a verifier as long as one must be, and no longer".replaceAll(/[ ,]/g, "-");
const challenge = createHash("sha256").update(verifier).digest("base64url");

type Of = typeof aripa;

/** What a site asks, with whatever somebody adds to it. */
const asking = ({ id, redirect, scope }: Of, more: Record<string, string> = {}) =>
  `/oidc/auth?${new URLSearchParams({
    ...{ client_id: id, response_type: "code", redirect_uri: redirect, scope, state: "state" },
    ...{ code_challenge: challenge, code_challenge_method: "S256", ...more },
  })}`;

async function signedInBrowser(who = camille): Promise<Browser> {
  const browser = site.browser();
  assert.equal((await browser.signIn(who, ownPassword)).path, "/home");
  return browser;
}

async function codeFor(browser: Browser, of = aripa, more = {}): Promise<string> {
  const seen = await browser.open(asking(of, more));
  const action = /action="(\/interactions\/[^"]+\/answers)"/.exec(seen.body)?.[1];
  const back = action ? (await browser.send(action, { answer: "agree" })).path : seen.path;
  return new URL(back).searchParams.get("code") ?? assert.fail(back);
}

type Sent = { from?: string; secret?: string; host?: string };

async function send(path: string, fields: Record<string, string> | undefined, sent: Sent = {}) {
  const { from = "198.51.100.1", host = "caf.localhost" } = sent;
  const given = `${aripa.id}:${encodeURIComponent(sent.secret ?? "")}`;
  const answer = await site.app.inject({
    method: fields ? "POST" : "GET",
    url: path,
    remoteAddress: from,
    headers: {
      host,
      ...(fields && { "content-type": "application/x-www-form-urlencoded" }),
      ...(sent.secret && { authorization: `Basic ${Buffer.from(given).toString("base64")}` }),
    },
    ...(fields && { payload: new URLSearchParams(fields).toString() }),
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.body };
}

const exchanging = ({ redirect }: Of, code: string) => ({
  ...{ grant_type: "authorization_code", code, code_verifier: verifier, redirect_uri: redirect },
});

/** What the app gets, and what its refresh token buys. */
async function appTokens(browser: Browser): Promise<{ refresh_token: string; id_token: string }> {
  const code = await codeFor(browser, phone);
  const { status, body } = await send("/oidc/token", { ...exchanging(phone, code), client_id: phone.id });
  assert.equal(status, 200, body);
  return JSON.parse(body);
}

const refresh = async (token: string) =>
  (await send("/oidc/token", { grant_type: "refresh_token", client_id: phone.id, refresh_token: token }))
    .status;

const none = () => assert.fail("no page is drawn");

/** As another process has them, which reaches sites in that way. */
function providersWith(reach: typeof fetch) {
  const pages = { signOut: none, signedOut: none, leaving: none, fault: none, report: none };
  return openProviders(world, registeredSites(world.institution.accounts ?? {}, secrets), {
    ...pages,
    reach,
  });
}

const heard = () => providersWith(async () => new Response(null, { status: 204 }));

const endSessionsSaid = () =>
  workThrough(world, sessionsEnded, (_world, { personId, closed }) =>
    endSitesOf(world, heard(), personId, { tokens: closed === true }),
  );

/** What somebody may add to what a site asks, and what becomes of it; a site is told of it by the code of the error. */
const additions: readonly (readonly [string, Record<string, string>, string])[] = [
  ["a message to another window", { response_mode: "web_message" }, "unsupported_response_mode"],
  ["a token at once", { response_type: "id_token token" }, "unsupported_response_type"],
  ["a request of one's own, unsigned", { request: "eyJhbGciOiJub25lIn0.e30." }, "request_not_supported"],
  ["a request from elsewhere", { request_uri: "https://evil.example/" }, "request_uri_not_supported"],
  ["another challenge method", { code_challenge_method: "plain" }, "invalid_request"],
  ["another scope", { scope: "openid quality" }, "invalid_scope"],
  ["nobody's token", { id_token_hint: "abc" }, "invalid_request"],
  ["an age below none", { max_age: "-1" }, "invalid_request"],
  ["no page and one", { prompt: "none login" }, "invalid_request"],
  ["another way back", { redirect_uri: `${aripa.redirect}?x=1` }, "400"],
  ["a way back above", { redirect_uri: `${aripa.redirect}/../x` }, "400"],
  ["the way back of somebody's machine", { redirect_uri: "http://127.0.0.1:8888/" }, "400"],
  ["the way back of the app", { redirect_uri: phone.redirect }, "400"],
];
for (const [what, more, outcome] of additions) {
  test(`SEC-14 a request with ${what} hands nothing out`, async () => {
    const browser = await signedInBrowser();
    await codeFor(browser);
    const { status, path } = await browser.open(asking(aripa, more));
    assert.equal(status === 400 ? "400" : /[?&#]error=(\w+)/.exec(path)?.[1], outcome);
    assert.doesNotMatch(path, /[?&#]code=/);
  });
}

test("CP-23 SEC-14 the protocol offers what sites of the institution use, and no more", async () => {
  const { body } = await send("/oidc/.well-known/openid-configuration", undefined);
  const offered = JSON.parse(body) as Record<string, unknown>;
  assert.deepEqual(offered.token_endpoint_auth_methods_supported, [
    "client_secret_basic",
    "client_secret_post",
    "none",
  ]);
  assert.deepEqual(offered.response_types_supported, ["code"]);
  for (const name of ["pushed_authorization_request", "registration", "introspection"])
    assert.equal(offered[`${name}_endpoint`], undefined, name);
  for (const path of ["request", "reg", "token/introspection", "device/auth", "backchannel"])
    assert.equal((await send(`/oidc/${path}`, { client_id: phone.id })).status, 404, path);
});

test("SEC-14 nobody is passed on to a site that means somebody else", async () => {
  const { id_token } = await appTokens(await signedInBrowser(awa));
  const camilles = await signedInBrowser();
  await codeFor(camilles, phone);
  const seen = await camilles.open(asking(phone, { id_token_hint: id_token }));
  assert.equal(new URL(seen.path).searchParams.get("error"), "login_required");
  // Nor who signs in only then.
  const browser = site.browser();
  const asked = await browser.open(asking(phone, { id_token_hint: id_token }));
  const next = new URL(asked.path, "http://caf.localhost").searchParams.get("next") ?? "";
  const typed = { identifier: camille.identifier, password: ownPassword, next };
  const back = new URL((await browser.send("/sessions", typed)).path);
  assert.equal(back.searchParams.get("error"), "login_required");
  const awas = await signedInBrowser(awa);
  await codeFor(awas, phone, { id_token_hint: id_token });
});

test("CP-23 who comes from a site after their time ran out gets there, though what was left open ends meanwhile", async () => {
  const browser = await signedInBrowser();
  await codeFor(browser);
  world.pass({ minutes: 16 });
  const asked = await browser.open(asking(aripa));
  const next = new URL(asked.path, "http://caf.localhost").searchParams.get("next") ?? "";
  const typed = { identifier: camille.identifier, password: ownPassword, next };
  const { path } = await browser.post("/sessions", typed);
  assert.equal(await endSessionsSaid(), 1);
  assert.ok(new URL((await browser.open(path)).path).searchParams.get("code"));
});

test("CN-05 a token written at the very moment when all are taken away opens nothing", async () => {
  const { refresh_token } = await appTokens(await signedInBrowser());
  await sql`create temporary table meanwhile as select * from connect.artifact where kind = 'RefreshToken'`.execute(
    world.owner,
  );
  await endSitesOf(world, heard(), camille.id, { tokens: true });
  await sql`insert into connect.artifact select * from meanwhile`.execute(world.owner);
  assert.equal(await refresh(refresh_token), 400);
});

test("SEC-05 CN-05 a session ended from another device takes the app that it let in with it; one's own sign-out does not", async () => {
  const [here, there] = [await signedInBrowser(), await signedInBrowser()];
  const app = await appTokens(there);
  await there.send("/sessions/current/end");
  await endSessionsSaid();
  assert.equal(await refresh(app.refresh_token), 200);
  const other = await signedInBrowser();
  const stolen = await appTokens(other);
  const { body } = await here.open("/sessions");
  const action = /action="(\/sessions\/[0-9a-f-]{36}\/end)"/.exec(body)?.[1] ?? assert.fail(body);
  await here.send(action);
  await endSessionsSaid();
  assert.equal(await refresh(stolen.refresh_token), 400);
});

test("CP-23 a site that does not answer is asked once each time, however many sessions it has", async () => {
  for (let n = 0; n < 3; n++) {
    const browser = await signedInBrowser();
    await codeFor(browser);
    await browser.send("/sessions/current/end");
  }
  let asked = 0;
  const hangs: typeof fetch = async () => {
    asked++;
    throw new TypeError("fetch failed");
  };
  const refuses: typeof fetch = async () => {
    asked++;
    return new Response(null, { status: 400 });
  };
  await assert.rejects(endSitesOf(world, providersWith(hangs), camille.id));
  assert.equal(asked, 1);
  await assert.rejects(endSitesOf(world, providersWith(refuses), camille.id));
  assert.equal(asked, 4, "one that forgot a session is still told of the others");
  await endSitesOf(world, heard(), camille.id);
  await endSitesOf(world, providersWith(hangs), camille.id);
  assert.equal(asked, 4, "all were told");
});

test("SEC-14 a host made up or misspelt is no other address of ours, and pushes none out", async () => {
  const issuerAt = async (host: string) => {
    const { status, body } = await send("/oidc/.well-known/openid-configuration", undefined, { host });
    return status === 200 ? (JSON.parse(body) as { issuer: string }).issuer : status;
  };
  for (const host of ["caf.localhost", "CAF.localhost", "caf.localhost:80"])
    assert.equal(await issuerAt(host), "http://caf.localhost/oidc", host);
  assert.equal(await issuerAt("caf.localhost:99999"), 400);
  const providerOf = heard();
  const ours = await providerOf("http://caf.localhost");
  for (let port = 1000; port < 1020; port++) {
    await providerOf(`http://caf.localhost:${port}`);
    assert.equal(await providerOf("http://caf.localhost"), ours);
  }
});

test("SEC-01 one address begins 300 requests of sites in 5 minutes, whatever the case of the address it asks", async () => {
  const from = "198.51.100.2";
  for (let n = 0; n < 300; n++) await send(n % 2 ? "/oidc/AUTH/" : "/oidc/auth", undefined, { from });
  assert.equal((await send(asking(aripa), undefined, { from })).status, 429);
  assert.equal((await send("/oidc/Session/end", undefined, { from })).status, 429);
  assert.equal((await send(asking(aripa), undefined)).status, 303);
});

test("SEC-01 one address is refused 300 times in 5 minutes; what a site brings under its secret is not counted", async () => {
  const bogus = { grant_type: "authorization_code", code: "x", code_verifier: verifier };
  const brought = { ...bogus, redirect_uri: aripa.redirect };
  const [guesser, server] = ["198.51.100.3", "198.51.100.4"];
  for (let n = 0; n < 300; n++) {
    const wrong = { from: guesser, secret: `${secret} ${n}` };
    assert.equal((await send("/oidc/token", brought, wrong)).status, 401);
    const right = { from: server, secret };
    assert.equal((await send("/oidc/token", brought, right)).status, 400);
  }
  const waits = await send("/oidc/token", brought, { from: guesser, secret });
  assert.deepEqual([waits.status, waits.body], [429, '{"error":"temporarily_unavailable"}']);
  assert.ok(Number(waits.headers["retry-after"]) > 0);
  assert.equal((await send("/oidc/me", undefined, { from: guesser })).status, 429);
  assert.equal((await send("/oidc/token", brought, { from: server, secret })).status, 400);
});

test("CP-23 what sites were handed goes once its time is over, the short-lived and the long-lived", async () => {
  const { refresh_token } = await appTokens(await signedInBrowser());
  const left = async () => {
    const { rows } = await sql<{ rest: number }>`select (select count(*) from connect.artifact)::int
      + (select count(*) from connect.passing_artifact)::int as rest`.execute(world.owner);
    return rows[0]?.rest ?? 0;
  };
  const all = await left();
  await dropOldArtifacts(world.db, world.clock());
  assert.equal(await left(), all);
  world.pass({ hours: 2 });
  await dropOldArtifacts(world.db, world.clock());
  assert.ok((await left()) < all, "codes and access tokens are gone");
  assert.equal(await refresh(refresh_token), 200);
  world.pass({ hours: 31 * 24 });
  await dropOldArtifacts(world.db, world.clock());
  assert.equal(await left(), 0);
});

test("REL-03 with its database away the protocol hands nothing out, and says to come again", async () => {
  const mine = { ...world };
  const sites = registeredSites(world.institution.accounts ?? {}, secrets);
  const pages = {
    signOut: none,
    signedOut: none,
    leaving: none,
    fault: none,
    report: () => {},
    reach: fetch,
  };
  const provider = await openProviders(mine, sites, pages)("http://caf.localhost");
  const refuses = () => {
    throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  };
  mine.db = { getExecutor: refuses } as never;
  const server = createServer(provider.callback());
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const body = new URLSearchParams({
    ...exchanging(aripa, "x"),
    client_id: aripa.id,
    client_secret: secret,
  });
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
  const answer = await fetch(at, { method: "POST", body });
  assert.deepEqual([answer.status, answer.headers.get("retry-after")], [503, "30"]);
  assert.equal(((await answer.json()) as { error: string }).error, "server_error");
  await new Promise((resolve) => void server.close(resolve));
});
