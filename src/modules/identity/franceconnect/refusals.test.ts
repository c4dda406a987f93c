import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { type FaultName, faults } from "../../../../dev/franceconnect/faults.ts";
import { awa, type DemoWorld, demoWorld } from "../../../../test/demo.ts";
import { signInPath, type TestFranceConnect, testFranceConnect } from "../../../../test/franceconnect.ts";
import { type Browser, type Seen, type TestSite, testSite } from "../../../../test/site.ts";
import { tidy } from "../jobs.ts";
import { readSession } from "../session/session.ts";
import { type Because, endings } from "./endings.ts";

let world: DemoWorld;
let franceConnect: TestFranceConnect;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  franceConnect = await testFranceConnect();
  site = await testSite(world, franceConnect.settings);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await franceConnect?.stop();
  await site?.close();
  await world?.close();
});

const opened = async (browser: Browser) => {
  const session = await readSession(world, browser.jar.get("__Host-session"));
  return session && "visitor" in session ? session.visitor.person.personId : undefined;
};

const refusals = async () =>
  (
    await sql<{ because: Because; why: string }>`
      select detail->>'because' as because, detail->>'why' as why from journal.entry
      where act = 'FranceConnect refused' order by happened_at`.execute(world.db)
  ).rows;

/** The page says what happened and where to go; nobody is in, nothing is linked, and the journal knows why. */
async function isEnded(seen: Seen, browser: Browser, because: Because, why?: RegExp) {
  assert.equal(seen.status, endings[because].status, seen.title);
  assert.equal(seen.title, endings[because].title.fr);
  assert.ok(seen.body.includes(endings[because].says.fr), because);
  assert.match(seen.body, /href="\/sessions\/new\?next=%2Fhome"/, "a next step");
  assert.equal(await opened(browser), undefined);
  const { rows } = await sql`select person_id from identity.linked_identity`.execute(world.db);
  assert.deepEqual(rows, []);
  const last = (await refusals()).at(-1);
  assert.equal(last?.because, because);
  if (why) assert.match(last?.why ?? "", why);
}

/** What each fault must come to, and what the journal says of it. `undefined`: it goes well all the same. */
const expected: Record<FaultName, [Because, RegExp] | undefined> = {
  denied: ["denied", /^access_denied$/],
  "login-required": ["interrupted", /^login_required$/],
  "invalid-request": ["misunderstood", /^invalid_request$/],
  "server-error": ["away", /^server_error$/],
  unavailable: ["away", /^temporarily_unavailable$/],
  "other-issuer": ["unverified", /INVALID_RESPONSE/],
  "no-issuer": ["unverified", /INVALID_RESPONSE/],
  "wrong-state": ["unknown", /^unknown state$/],
  "no-state": ["unknown", /^unknown state$/],
  "wrong-code": ["used", /^invalid_grant$/],
  "token-away": ["away", /^status 503$/],
  "token-late": ["away", /^OAUTH_TIMEOUT$/],
  expired: ["unverified", /TIMESTAMP_CHECK_FAILED exp$/],
  "wrong-nonce": ["unverified", /CLAIM_COMPARISON_FAILED nonce$/],
  "wrong-audience": ["unverified", /CLAIM_COMPARISON_FAILED aud$/],
  "wrong-issuer": ["unverified", /CLAIM_COMPARISON_FAILED iss$/],
  "weak-acr": ["weak", /^acr$/],
  "no-acr": ["weak", /^acr$/],
  // Asked for only where somebody confirms that it is still them.
  "old-login": undefined,
  "undated-login": undefined,
  "bad-signature": ["unverified", /INVALID_RESPONSE/],
  "unsigned-token": ["unverified", /UNSUPPORTED_OPERATION|INVALID_RESPONSE/],
  "token-signed-by-secret": ["unverified", /UNSUPPORTED_OPERATION|INVALID_RESPONSE/],
  "bad-userinfo-signature": ["unverified", /INVALID_RESPONSE/],
  "userinfo-away": ["away", /^status 503$/],
  "userinfo-refused": ["misunderstood", /^status 401$/],
  "unsigned-userinfo": ["unverified", /^unsigned userinfo$/],
  "swapped-userinfo": ["unverified", /ATTRIBUTE_COMPARISON_FAILED sub$/],
  "userinfo-of-another-service": ["unverified", /CLAIM_COMPARISON_FAILED aud$/],
  "key-rotated": undefined,
};

for (const [fault, outcome] of Object.entries(expected)) {
  const { says } = faults[fault as FaultName];
  test(`SEC-14 ${says.en}: ${outcome ? `refused (${outcome[0]})` : "goes well"}`, async () => {
    const browser = site.browser();
    const seen = await franceConnect.arrive(browser, { identity: "Awa", fault: fault as FaultName });
    if (outcome) return isEnded(seen, browser, ...outcome);
    assert.equal(await opened(browser), awa.id);
  });
}

test("SEC-14 giving up on FranceConnect's own page leads back with a next step", async () => {
  const browser = site.browser();
  await isEnded(await franceConnect.arrive(browser, "give up"), browser, "denied");
});

test("SEC-14 an answer is taken once: brought again, it opens nothing", async () => {
  const browser = site.browser();
  const sent = await browser.open(signInPath);
  const back = await franceConnect.visit(sent.path, { identity: "stranger" });
  await browser.open(back);
  await isEnded(await browser.open(back), browser, "used", /^state used$/);
});

test("SEC-14 of ten answers with one state at the same moment, one is taken", async () => {
  const browser = site.browser();
  const sent = await browser.open(signInPath);
  const back = await franceConnect.visit(sent.path, { identity: "Awa" });
  const answers = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const tab = site.browser();
      for (const [name, value] of browser.jar) tab.jar.set(name, value);
      return (await tab.open(back)).path;
    }),
  );
  assert.equal(answers.filter((path) => path === "/terms").length, 1);
  assert.equal((await refusals()).filter(({ because }) => because === "used").length, 9);
});

test("SEC-14 an answer brought by another browser is refused, and the one that asked can still use it", async () => {
  const browser = site.browser();
  const sent = await browser.open(signInPath);
  const back = await franceConnect.visit(sent.path, { identity: "Awa" });
  const other = site.browser();
  await isEnded(await other.open(back), other, "unknown", /^another browser$/);
  // One that has asked on its own is no better placed.
  await other.open(signInPath);
  await isEnded(await other.open(back), other, "unknown", /^another browser$/);
  await browser.open(back);
  assert.equal(await opened(browser), awa.id);
});

test("SEC-14 a request dies after 10 minutes, to the millisecond", async () => {
  const browser = site.browser();
  const ask = async () => {
    const sent = await browser.open(signInPath);
    return franceConnect.visit(sent.path, { identity: "Awa" });
  };
  const late = await ask();
  world.pass({ minutes: 10 });
  await isEnded(await browser.open(late), browser, "late", /^state expired$/);
  const inTime = await ask();
  world.pass({ minutes: 10, milliseconds: -1 });
  await browser.open(inTime);
  assert.equal(await opened(browser), awa.id);
});

test("SEC-14 an answer out of the blue, empty or hostile, is refused in words", async () => {
  const blue = [
    "",
    "?code=x",
    "?state=",
    "?error=access_denied",
    `?state=${"%00".repeat(50)}&code=%3Cscript%3E`,
  ];
  for (const query of blue) {
    const browser = site.browser();
    await isEnded(await browser.open(`/franceconnect/callback${query}`), browser, "unknown");
  }
  const twice = site.browser();
  await isEnded(await twice.open("/franceconnect/callback?state=a&state=b"), twice, "unknown");
});

test("SEC-14 the back button to an answer taken a moment ago leads on, for who is signed in", async () => {
  const browser = site.browser();
  const sent = await browser.open(`${signInPath}?next=%2Fcontacts`);
  const back = await franceConnect.visit(sent.path, { identity: "Awa" });
  const first = await browser.open(back);
  const again = await browser.open(back);
  assert.deepEqual([again.status, again.path], [first.status, first.path]);
  assert.equal(await opened(browser), awa.id);
});

test("SEC-14 who must take another account is asked which one, though FranceConnect has one open", async () => {
  const browser = site.browser();
  const seen = await franceConnect.arrive(browser, { identity: "Awa", fault: "weak-acr" });
  assert.match(seen.body, /href="\/franceconnect\/authorizations\/new\?next=%2Fhome&(amp;)?another=1"/);
  const asked = async (path: string) => new URL((await browser.open(path)).path).searchParams.get("prompt");
  assert.equal(await asked(`${signInPath}?another=1`), "login");
  assert.equal(await asked(signInPath), null);
});

test("SEC-14 two tabs may ask at once: each answer is taken", async () => {
  const browser = site.browser();
  const first = await browser.open(signInPath);
  const second = await browser.open(signInPath);
  await browser.open(await franceConnect.visit(first.path, "give up"));
  await browser.open(await franceConnect.visit(second.path, { identity: "Awa" }));
  assert.equal(await opened(browser), awa.id);
});

test("SEC-14 state and nonce are 32 characters or more, and never the same; acr and PKCE are asked for", async () => {
  const browser = site.browser();
  const asked = await Promise.all([1, 2].map(async () => new URL((await browser.open(signInPath)).path)));
  for (const name of ["state", "nonce", "code_challenge"]) {
    const values = asked.map(({ searchParams }) => searchParams.get(name) ?? "");
    assert.ok(values.every((value) => value.length >= 32));
    assert.notEqual(values[0], values[1]);
  }
  const [first] = asked;
  const said = Object.fromEntries(first?.searchParams ?? []);
  assert.equal(said.acr_values, "eidas1");
  assert.equal(said.code_challenge_method, "S256");
  assert.equal(said.ui_locales, "fr");
  assert.equal(said.redirect_uri, "http://caf.localhost/franceconnect/callback");
  for (const scope of ["openid", "given_name", "birthplace", "birthcountry", "preferred_username", "email"])
    assert.ok(said.scope?.split(" ").includes(scope), scope);
});

test("SEC-14 RS256 is taken as well as ES256", async () => {
  const other = await testFranceConnect("RS256");
  const there = await testSite(world, other.settings);
  const browser = there.browser();
  await other.arrive(browser, { identity: "Awa" });
  assert.equal(await opened(browser), awa.id);
  const swapped = there.browser();
  const seen = await other.arrive(swapped, { identity: "Julien", fault: "bad-signature" });
  assert.equal(seen.title, endings.unverified.title.fr);
  await there.close();
  await other.stop();
});

test("SEC-14 while FranceConnect is away, before or after the person went there, the page says so", async () => {
  const brief = await testFranceConnect();
  const there = await testSite(world, brief.settings);
  const browser = there.browser();
  const sent = await browser.open(signInPath);
  const back = await brief.visit(sent.path, { identity: "Awa" });
  await brief.stop();
  await isEnded(await browser.open(back), browser, "away", /^unreachable$/);
  const early = await testSite(world, brief.settings);
  const seen = await early.browser().open(signInPath);
  assert.equal(seen.status, 503);
  assert.equal(seen.title, endings.away.title.fr);
  await there.close();
  await early.close();
});

test("SEC-14 what happened can be read in the other language: the answer is not taken again", async () => {
  const browser = site.browser();
  const seen = await franceConnect.arrive(browser, "give up", `${signInPath}?next=%2Fcontacts`);
  const path = /href="(\/franceconnect\/endings\/[^"]*lang=en)"/.exec(seen.body)?.[1] ?? "";
  const read = await browser.open(path.replaceAll("&amp;", "&"));
  assert.equal(read.title, endings.denied.title.en);
  assert.match(read.body, /href="\/sessions\/new\?next=%2Fcontacts"/);
  assert.equal((await browser.open("/franceconnect/endings/nothing")).status, 400);
});

test("SEC-14 the night removes requests and id_tokens that can no longer serve, and nothing before", async () => {
  const count = async () => {
    const { rows } = await sql<{ requests: number; tokens: number }>`
      select (select count(*) from identity.provider_request) as requests,
        (select count(*) from identity.provider_session) as tokens`.execute(world.db);
    return rows[0];
  };
  const browser = site.browser();
  await franceConnect.arrive(browser, { identity: "Awa" });
  await tidy(world);
  assert.deepEqual(await count(), { requests: 1, tokens: 1 });
  await sql`update identity.session set ended_at = ${world.clock()} where person_id = ${awa.id}`.execute(
    world.db,
  );
  await tidy(world);
  assert.deepEqual(await count(), { requests: 1, tokens: 0 });
  world.pass({ days: 1, milliseconds: 1 });
  await tidy(world);
  assert.deepEqual(await count(), { requests: 0, tokens: 0 });
});

test("SEC-01 one address begins 300 requests in 5 minutes; its passwords are counted apart", async () => {
  const browser = site.browser();
  for (let n = 0; n < 300; n++) await browser.post("/password/confirmations");
  assert.equal((await browser.post("/password/confirmations")).status, 429);
  assert.equal((await browser.open(signInPath)).status, 303);
});

test("CP-22 where FranceConnect is not set up, nothing leads to it", async () => {
  const without = await testSite(world);
  const browser = without.browser();
  assert.doesNotMatch((await browser.open("/sessions/new")).body, /FranceConnect/);
  assert.equal((await browser.open(signInPath)).status, 404);
  await without.close();
  assert.match(
    (await site.browser().open("/sessions/new?next=/contacts")).body,
    /\/franceconnect\/authorizations\/new\?next=%2Fcontacts/,
  );
});
