import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { awa, type DemoWorld, demoWorld, julien, nadia } from "../../../../test/demo.ts";
import { type Browser, type Seen, type TestSite, testSite } from "../../../../test/site.ts";

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

/** A valid number that nobody has. */
const nobody = "1850554395089";

const tooMany = "Trop d’essais en peu de temps";

const tryIn = (browser: Browser, identifier: string, password = "faux") =>
  browser.post("/sessions", { identifier, password });

/** The page without what differs at each request, nor the number that was typed. */
const bare = (seen: Seen, typed: string) =>
  seen.body
    .replaceAll(/nonce="[^"]*"/g, "")
    .replaceAll(/name="csrf" value="[^"]*"/g, "")
    .replaceAll(typed, "…");

test("SEC-02 an unknown number and a wrong password get the same status and the same page", async () => {
  const known = await tryIn(site.browser(), awa.identifier);
  const unknown = await tryIn(site.browser(), nobody);
  assert.equal(known.status, 422);
  assert.match(known.body, /<title>Erreur/);
  assert.equal(unknown.status, known.status);
  assert.equal(bare(unknown, nobody), bare(known, awa.identifier));
});

test("SEC-02 once made to wait, an unknown number and a known one still get the same page", async () => {
  for (let n = 0; n < 5; n++) {
    await tryIn(site.browser(), awa.identifier);
    await tryIn(site.browser(), nobody);
  }
  const known = await tryIn(site.browser(), awa.identifier, awa.oldPassword);
  const unknown = await tryIn(site.browser(), nobody);
  assert.equal(known.status, 429);
  assert.match(known.body, /attendez 1 minute avant de réessayer/);
  assert.equal(unknown.status, 429);
  assert.equal(bare(unknown, nobody), bare(known, awa.identifier));
});

test("SEC-01 one address may try one number 5 times a minute; others from there may go on", async () => {
  const browser = site.browser();
  for (let n = 0; n < 5; n++) assert.equal((await tryIn(browser, nadia.identifier)).status, 422);
  const sixth = await tryIn(browser, nadia.identifier.slice(0, 13), nadia.oldPassword);
  assert.equal(sixth.status, 429);
  assert.equal(sixth.title, tooMany);
  assert.equal((await tryIn(browser, awa.identifier)).status, 422);
  const elsewhere = await tryIn(site.browser(), nadia.identifier, nadia.oldPassword);
  assert.notEqual(elsewhere.title, tooMany);
});

test("SEC-01 one address may send credentials 300 times in 5 minutes, whatever the form", async () => {
  const browser = site.browser();
  for (let n = 0; n < 300; n++) {
    const { status } = await browser.post("/password/confirmations");
    assert.equal(status, 303);
  }
  const next = await browser.post("/password/confirmations");
  assert.equal(next.status, 429);
  assert.equal(next.title, tooMany);
  const signIn = await tryIn(browser, awa.identifier, awa.oldPassword);
  assert.equal(signIn.title, tooMany);
  assert.equal((await tryIn(site.browser(), awa.identifier, awa.oldPassword)).status, 303);
});

test("SEC-05 signing in gives a cookie that scripts cannot read and that only this host gets", async () => {
  const browser = site.browser();
  await browser.open("/sessions/new");
  const response = await site.app.inject({
    method: "POST",
    url: "/sessions",
    headers: {
      host: "caf.localhost",
      cookie: `__Host-csrf=${browser.jar.get("__Host-csrf")}`,
      "x-csrf-token": await tokenOf(browser),
    },
    payload: { identifier: awa.identifier, password: awa.oldPassword },
  });
  const cookie = response.cookies.find(({ name }) => name === "__Host-session");
  assert.ok(cookie);
  const { httpOnly, secure, sameSite, path, domain, expires, maxAge } = cookie;
  assert.deepEqual(
    { httpOnly, secure, sameSite, path },
    { httpOnly: true, secure: true, sameSite: "Lax", path: "/" },
  );
  assert.deepEqual([domain, expires, maxAge], [undefined, undefined, undefined]);
});

const tokenOf = async (browser: Browser) =>
  /name="csrf" value="([^"]+)"/.exec((await browser.open("/sessions/new")).body)?.[1] ?? "";

test("SEC-15 a sign-in sent without the page's token, or from another site, is refused", async () => {
  const payload = { identifier: awa.identifier, password: awa.oldPassword };
  const post = (headers: Record<string, string>) =>
    site.app.inject({
      method: "POST",
      url: "/sessions",
      headers: { host: "caf.localhost", ...headers },
      payload,
    });
  assert.equal((await post({})).statusCode, 403);
  const browser = site.browser();
  const token = {
    "x-csrf-token": await tokenOf(browser),
    cookie: `__Host-csrf=${browser.jar.get("__Host-csrf")}`,
  };
  assert.equal((await post({ ...token, origin: "http://ailleurs.exemple" })).statusCode, 403);
  assert.equal((await post(token)).statusCode, 303);
});

test("CP-01 signing in leads on to the page the person was going to, never off the site", async () => {
  const at = async (next: string) =>
    (
      await site
        .browser()
        .post("/sessions", { identifier: julien.identifier, password: julien.oldPassword, next })
    ).path;
  assert.equal(await at("/contacts"), "/contacts");
  for (const next of ["https://ailleurs.exemple", "//ailleurs.exemple", "/\\ailleurs.exemple"])
    assert.equal(await at(next), "/home");
});

test("SEC-09 no page a signed-in person sees is kept by the browser, and no number is in an address", async () => {
  const browser = site.browser();
  const seen = await browser.signIn(awa);
  assert.equal(seen.path, "/terms");
  const response = await site.app.inject({
    url: "/terms",
    headers: { host: "caf.localhost", cookie: `__Host-session=${browser.jar.get("__Host-session")}` },
  });
  assert.equal(response.headers["cache-control"], "no-store");
  assert.equal(response.statusCode, 200);
});
