import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { newAuthenticator } from "../../../../test/authenticator.ts";
import { actsOf, awa, type DemoWorld, demoWorld, julien, ownPassword } from "../../../../test/demo.ts";
import { type Browser, settle, type TestSite, testSite } from "../../../../test/site.ts";
import { lastCode, verifyContacts } from "../../../../test/two-steps.ts";

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  for (const who of [awa, julien]) {
    await settle(site.browser(), who);
    await verifyContacts(world, who);
    const browser = site.browser();
    await browser.signIn(who, ownPassword);
    assert.match((await browser.send("/second-step")).body, /à votre prochaine connexion/);
  }
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

const origin = "http://caf.localhost";
const step = "/sessions/current/second-step";

async function typeCode(browser: Browser, fields: Record<string, string> = {}) {
  await browser.send(`${step}/codes`, { kind: "mail", seen: "0", ...fields });
  return browser.send(`${step}/code`, { code: await lastCode(world), ...fields });
}

/** What the script of a page does: asks for something to sign. */
async function challenge(browser: Browser, path: string) {
  const token = /name="csrf" value="([^"]+)"/.exec((await browser.open("/sessions/new")).body)?.[1] ?? "";
  const response = await site.app.inject({
    method: "POST",
    url: path,
    headers: {
      host: "caf.localhost",
      origin,
      accept: "application/json",
      "x-csrf-token": token,
      cookie: [...browser.jar].map(([name, value]) => `${name}=${value}`).join("; "),
    },
  });
  for (const { name, value } of response.cookies) browser.jar.set(name, value);
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}

test("SEC-08 after the password nothing opens but the second step, the way out and the public pages", async () => {
  const browser = site.browser();
  const seen = await browser.signIn(awa, ownPassword);
  assert.equal(seen.title, "Vérifier que c’est bien vous");
  assert.doesNotMatch(seen.body, /Awa|Diallo|allocataire/, "not even a name before the second step");
  for (const path of ["/home", "/contacts", "/password/change", "/sessions", "/passkeys", "/second-step"]) {
    const met = await browser.open(path);
    assert.equal(met.title, "Vérifier que c’est bien vous", path);
    assert.equal(new URL(met.path, origin).searchParams.get("next"), path);
  }
  for (const path of ["/second-step/end", "/delegations", "/password/change", "/sessions/others/end"])
    assert.match((await browser.post(path)).path, /^\/sessions\/current\/second-step\?next=/, path);
  assert.equal((await browser.open("/legal")).status, 200);
  assert.equal((await browser.open("/sessions/new")).title, "Me connecter");
});

test("SEC-08 a script is told that nobody is signed in yet", async () => {
  const browser = site.browser();
  await browser.signIn(awa, ownPassword);
  for (const path of ["/sessions/current/extend", "/passkeys/challenges"])
    assert.equal((await challenge(browser, path)).status, 401, path);
});

test("SEC-05 one may sign out between the two steps", async () => {
  const browser = site.browser();
  await browser.signIn(awa, ownPassword);
  const out = await browser.send("/sessions/current/end");
  assert.match(out.body, /Vous êtes déconnecté/);
  assert.equal((await browser.open(step)).title, "Me connecter");
  assert.ok((await actsOf(world, awa)).includes("signed out"));
});

test("SEC-05 the page one was going to comes after the second step, and never another site", async () => {
  const browser = site.browser();
  await browser.signIn(awa, ownPassword);
  assert.equal((await typeCode(browser, { next: "/password/change" })).path, "/password/change");
  const crafted = site.browser();
  await crafted.signIn(awa, ownPassword);
  for (const next of ["//exemple.net", "https://exemple.net/", "/\\exemple.net"])
    assert.equal(
      (await crafted.post(`${step}/codes`, { kind: "mail", seen: "9", next })).path,
      `${step}/code`,
    );
  assert.equal((await typeCode(crafted, { next: "//exemple.net" })).path, "/home");
});

test("CP-07 the code page says where the code went, masked, and what to do when nothing comes", async () => {
  const browser = site.browser();
  await browser.signIn(awa, ownPassword);
  const seen = await browser.send(`${step}/codes`, { kind: "mobile", seen: "0" });
  assert.equal(seen.title, "Saisir le code reçu");
  assert.match(seen.body, /SMS au 06 •• •• •• 02/);
  assert.doesNotMatch(seen.body, new RegExp(awa.mobile.slice(4)));
  for (const way of [
    "Attendez une minute",
    "Envoyer un nouveau code",
    "Choisir un autre moyen",
    "Je n’ai plus",
  ])
    assert.ok(seen.body.includes(way), way);
  const wrong = await browser.send(`${step}/code`, { code: "12", trust: "yes" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /name="trust"[^>]*checked/, "what was ticked stays ticked");
});

test("SEC-08 once done, the step is over: its pages lead home", async () => {
  const browser = site.browser();
  await browser.signIn(awa, ownPassword);
  assert.equal((await typeCode(browser)).path, "/home");
  for (const path of [step, `${step}/code`]) assert.equal((await browser.open(path)).path, "/home");
  assert.equal((await browser.send(`${step}/code`, { code: "123456" })).path, "/home");
});

test("SEC-08 a couple's computer: each person trusts it for themselves, and takes trust back for themselves", async () => {
  const browser = site.browser();
  const arrive = async (who: typeof awa) => {
    const seen = await browser.signIn(who, ownPassword);
    return seen.path.startsWith(step);
  };
  const leave = () => browser.send("/sessions/current/end");
  assert.equal(await arrive(awa), true);
  await typeCode(browser, { trust: "yes" });
  await leave();
  assert.equal(await arrive(julien), true);
  await typeCode(browser, { trust: "yes" });
  await leave();
  assert.equal(await arrive(awa), false);
  const listed = await browser.open("/sessions");
  assert.match(listed.body, /sur un appareil de confiance/);
  const [, id = ""] = /trusted-devices\/([0-9a-f-]{36})\/end/.exec(listed.body) ?? [];
  await leave();
  assert.equal(await arrive(julien), false);
  await browser.send(`/trusted-devices/${id}/end`);
  await leave();
  assert.equal(await arrive(awa), false, "Julien cannot take back what is Awa's");
  await browser.send(`/trusted-devices/${id}/end`);
  await leave();
  assert.equal(await arrive(awa), true);
});

test("SEC-08 whoever has neither contact point nor passkey reads which ways are open, and may leave", async () => {
  const browser = site.browser();
  await browser.signIn(awa, ownPassword);
  await sql`update identity.contact_point set verified_at = null where person_id = ${awa.id}`.execute(
    world.db,
  );
  const seen = await browser.open(step);
  assert.equal(seen.title, "Nous ne pouvons pas vérifier que c’est vous ici");
  for (const way of [
    `href="tel:3230"`,
    "accueil de votre Caf",
    "Donner de nouvelles coordonnées",
    "Me déconnecter",
  ])
    assert.ok(seen.body.includes(way), way);
});

test("SEC-08 a passkey from end to end: made, alone at sign-in, as second step, removed", async () => {
  const made = newAuthenticator();
  const browser = site.browser();
  await browser.signIn(awa, ownPassword);
  await typeCode(browser);
  const { body: options, headers } = await challenge(browser, "/passkeys/challenges");
  assert.equal(headers["cache-control"], "no-store");
  assert.equal(options.rp.id, "caf.localhost");
  const added = await browser.send("/passkeys", { credential: made.make(options, { origin }), name: "Clé" });
  assert.match(added.body, /Votre clé d’accès est enregistrée/);
  await browser.send("/sessions/current/end");

  const request = (await challenge(browser, "/sessions/challenges")).body;
  const wrong = await browser.send("/sessions/passkey", { credential: "{}", next: "/contacts" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /n’a pas pu être vérifiée/);
  const fields = { credential: made.sign(request, { origin }), next: "/password/change" };
  assert.equal((await browser.send("/sessions/passkey", fields)).path, "/password/change");

  const other = site.browser();
  assert.match((await other.signIn(awa, ownPassword)).body, /Utiliser ma clé d’accès/);
  const asked = (await challenge(other, `${step}/challenges`)).body;
  assert.equal(asked.allowCredentials.length, 1);
  const signed = await other.send(`${step}/passkey`, {
    credential: made.sign(asked, { origin }),
    next: "/contacts",
  });
  assert.equal(signed.path, "/contacts");

  const [, id = ""] = /passkeys\/([0-9a-f-]{36})\/end/.exec((await other.open("/passkeys")).body) ?? [];
  assert.match((await other.send(`/passkeys/${id}/end`)).body, /n’ouvre plus votre compte/);
});

test("SEC-04 sixteen minutes later, what protects the account asks for the password first", async () => {
  const browser = site.browser();
  await browser.signIn(awa, ownPassword);
  await typeCode(browser);
  world.pass({ minutes: 14 });
  await browser.open("/home");
  world.pass({ minutes: 2 });
  for (const path of ["/second-step/end", "/passkeys"])
    assert.match((await browser.send(path, { name: "x" })).title, /Confirmer que c’est bien vous/, path);
  assert.match((await browser.open("/passkeys/new")).title, /Confirmer que c’est bien vous/);
  assert.equal((await challenge(browser, "/passkeys/challenges")).status, 401);
});
