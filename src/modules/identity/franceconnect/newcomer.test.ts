import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { demoRegistry, type NewcomerPerson, newcomers } from "../../../../dev/demo/newcomers.ts";
import { actsOf, type DemoWorld, demoWorld, dump, journalOf, shows } from "../../../../test/demo.ts";
import { type Choice, type TestFranceConnect, testFranceConnect } from "../../../../test/franceconnect.ts";
import { type Browser, type TestSite, testSite } from "../../../../test/site.ts";
import { confirmAnswers } from "../open-account/check.ts";
import { readOpening } from "../open-account/opening.ts";
import {
  chosenPassword,
  giveContact,
  manonTells,
  newMail,
  open,
  readyToOpen,
  tell,
  tiagoTells,
} from "../open-account/testing.ts";
import { readSession } from "../session/session.ts";

const [manon] = newcomers as [NewcomerPerson];
/** Théo, whom no register of ours knows. */
const theo = { identity: "stranger" };
const noNumber = { has: "none" };

let world: DemoWorld;
let franceConnect: TestFranceConnect;
let site: TestSite;
before(async () => {
  world = await demoWorld({ civilRegistry: demoRegistry() });
  franceConnect = await testFranceConnect();
  site = await testSite(world, franceConnect.settings);
  await world.keep();
  // The first password judged and hashed takes longer than a request may.
  await open(world, await readyToOpen(world, tiagoTells));
});
beforeEach(() => world.afresh());
after(async () => {
  await franceConnect?.stop();
  await site?.close();
  await world?.close();
});

const openingIn = (browser: Browser) => browser.jar.get("__Host-opening") ?? "";
const draftIn = async (browser: Browser) => (await readOpening(world, openingIn(browser)))?.draft;

/** Comes by FranceConnect, and answers what it did not tell; the number last, for it decides. */
async function told(choice: Choice, number: Record<string, string>, browser = site.browser()) {
  await franceConnect.arrive(browser, choice);
  const cookie = openingIn(browser);
  assert.deepEqual(await tell(world, cookie, "number", number), []);
  assert.deepEqual(await tell(world, cookie, "address", manonTells.address ?? {}), []);
  return browser;
}

/** The same, as far as the password. */
async function ready(choice: Choice, number: Record<string, string>, browser?: Browser): Promise<Browser> {
  const there = await told(choice, number, browser);
  await confirmAnswers(world, openingIn(there), true);
  await giveContact(world, openingIn(there), newMail());
  return there;
}

const byPassword = (browser: Browser) =>
  browser.send("/openings/current/password", { password: chosenPassword });

const named = async (birthName: string) =>
  (
    await sql<{
      id: string;
    }>`select person_id as id from identity.person where birth_name = ${birthName}`.execute(world.db)
  ).rows;

const links = async () =>
  (
    await sql<{ id: string }>`select person_id as id from identity.linked_identity`.execute(world.db)
  ).rows.map(({ id }) => id);

const whoIsIn = async (browser: Browser) => {
  const session = await readSession(world, browser.jar.get("__Host-session"));
  return session && "visitor" in session ? session.visitor.person.personId : undefined;
};

const whoComesBy = async (choice: Choice) => {
  const browser = site.browser();
  await franceConnect.arrive(browser, choice);
  return whoIsIn(browser);
};

test("CP-22 CP-12 without a number: the account is open, linked, and FranceConnect opens it the next time", async () => {
  const browser = await ready(theo, noNumber);
  const last = await browser.open("/openings/current/password");
  assert.match(last.body, /FranceConnect ouvrira aussi votre compte/);
  await byPassword(browser);
  const [{ id } = { id: "" }, ...others] = await named("Marchand");
  assert.deepEqual(others, []);
  assert.equal(await whoIsIn(browser), id);
  assert.deepEqual(await links(), [id]);
  const acts = await journalOf(world, { id });
  assert.deepEqual(acts.find(({ act }) => act === "linked FranceConnect")?.detail, {
    when: "opened the account",
  });
  assert.equal(await whoComesBy(theo), id);
});

test("SEC-14 who opened an account by FranceConnect signs out of it too", async () => {
  const browser = await ready(theo, noNumber);
  await byPassword(browser);
  const left = await browser.send("/sessions/current/end");
  const there = new URL(left.path);
  assert.equal(there.origin, new URL(franceConnect.issuer).origin);
  assert.ok(there.searchParams.get("id_token_hint"));
});

test("CP-22 CP-12 with a number that the register vouches for: linked, and both ways lead to the one account", async () => {
  const browser = await ready({ identity: "newcomer-1" }, { has: "yes", number: manon.number });
  assert.match((await byPassword(browser)).path, /^\/sessions\/new\?opened=1/);
  const [{ id } = { id: "" }] = await named("Carpentier");
  assert.deepEqual(await links(), [id]);
  const signedIn = await browser.send("/sessions", { identifier: manon.number, password: chosenPassword });
  assert.equal(signedIn.path, "/terms");
  assert.equal(await whoIsIn(browser), id);
  assert.equal(await whoComesBy({ identity: "newcomer-1" }), id);
});

test("CP-22 what the person changed is no longer vouched for: not linked, and they read why before it is done", async () => {
  const browser = await told(theo, noNumber);
  await tell(world, openingIn(browser), "names", { birthName: "Marchant", firstNames: "Théo Marcel" });
  const why = /n’est plus ce que FranceConnect nous a dit\u202f: le nom de naissance\./;
  assert.match((await browser.open("/openings/current/check")).body, why);
  await confirmAnswers(world, openingIn(browser), true);
  await giveContact(world, openingIn(browser), newMail());
  assert.match((await browser.open("/openings/current/password")).body, why);
  await byPassword(browser);
  const [{ id } = { id: "" }] = await named("Marchant");
  assert.deepEqual(await links(), []);
  const detail = (await journalOf(world, { id })).find(({ act }) => act.includes("without"))?.detail;
  assert.deepEqual(detail, { because: "changed" });
  assert.equal(await whoComesBy(theo), undefined);
});

test("CP-22 put right again, it is linked", async () => {
  const browser = await told(theo, noNumber);
  await tell(world, openingIn(browser), "sex", { sex: "F" });
  await tell(world, openingIn(browser), "sex", { sex: "M" });
  await confirmAnswers(world, openingIn(browser), true);
  await giveContact(world, openingIn(browser), newMail());
  await byPassword(browser);
  assert.equal((await links()).length, 1);
});

test("CP-12 a number that is somebody else's: a provisional identifier, and not linked before an agent has looked", async () => {
  const browser = await ready(theo, { has: "yes", number: manon.number });
  assert.match(
    (await browser.open("/openings/current/password")).body,
    /un agent doit d’abord vérifier avec vous/,
  );
  await byPassword(browser);
  assert.equal((await named("Marchand")).length, 1);
  assert.deepEqual(await links(), []);
});

test("SEC-14 FranceConnect's word is good for half an hour; coming back renews it, and no answer is lost", async () => {
  const browser = await ready(theo, noNumber);
  world.pass({ minutes: 29 });
  assert.match((await browser.open("/openings/current/password")).body, /ouvrira aussi votre compte/);
  world.pass({ minutes: 1 });
  const late = await browser.open("/openings/current/password");
  assert.match(late.body, /Plus de 30 minutes/);
  const back = /href="(\/franceconnect\/authorizations\/new\?[^"]+)"/.exec(late.body)?.[1] ?? "";
  const renewed = await franceConnect.arrive(browser, theo, back);
  assert.equal(renewed.path, "/openings/current/password");
  assert.match(renewed.body, /ouvrira aussi votre compte/);
  world.pass({ minutes: 30 });
  await byPassword(browser);
  assert.equal((await named("Marchand")).length, 1, "the account opens all the same");
  assert.deepEqual(await links(), []);
});

test("SEC-14 another person's identity neither renews an opening nor is linked to what it makes", async () => {
  const browser = await ready(theo, noNumber);
  const before = openingIn(browser);
  const seen = await franceConnect.arrive(browser, { identity: "newcomer-1" });
  assert.equal(seen.path, "/openings/current/number");
  assert.notEqual(openingIn(browser), before, "the one that Théo began is left");
  assert.equal((await draftIn(browser))?.names?.birthName, "Carpentier");
  // Manon's provider session in the opening of Théo's browser: what she said is not what he is.
  const hers = await draftIn(browser);
  await tell(world, openingIn(browser), "names", { birthName: "Marchand", firstNames: "Théo Marcel" });
  await tell(world, openingIn(browser), "number", noNumber);
  await tell(world, openingIn(browser), "address", manonTells.address ?? {});
  await confirmAnswers(world, openingIn(browser), true);
  await giveContact(world, openingIn(browser), newMail());
  await byPassword(browser);
  assert.ok(hers?.vouched);
  assert.deepEqual(await links(), []);
});

test("SEC-14 the same opening ended twice at one moment makes one account and one link", async () => {
  const browser = await ready(theo, noNumber);
  const results = await Promise.all([1, 2, 3].map(() => open(world, openingIn(browser))));
  assert.equal(results.filter((result) => "entered" in result).length, 1);
  assert.equal((await named("Marchand")).length, 1);
  assert.equal((await links()).length, 1);
});

test("CP-01 SEC-14 one identity in two browsers at one moment: one account; the other is told to come by FranceConnect", async () => {
  const browsers = [await ready(theo, noNumber), await ready(theo, noNumber)];
  const seen = await Promise.all(browsers.map(byPassword));
  assert.deepEqual(
    seen.map(({ path }) => path).sort(),
    ["/franceconnect/endings/opened-meanwhile", "/provisional-identifiers/current?next=%2Fhome"].sort(),
  );
  assert.equal((await named("Marchand")).length, 1);
  assert.equal((await links()).length, 1);
  const lost = seen.find(({ path }) => path.includes("opened-meanwhile"));
  assert.match(lost?.body ?? "", /href="\/franceconnect\/authorizations\/new/);
});

test("SEC-02 a number that has an account already: nothing is linked, and the answer is the same", async () => {
  const tellsManon = { has: "yes", number: manon.number };
  await byPassword(await ready({ identity: "newcomer-1" }, tellsManon));
  const [{ id } = { id: "" }] = await named("Carpentier");
  await sql`delete from identity.linked_identity`.execute(world.db);
  // As if the account bore another name, so that her civil status finds nobody.
  await sql`update identity.person set birth_name = 'Autre', name_key = 'autre' where person_id = ${id}`.execute(
    world.db,
  );
  await sql`update identity.civil_status set birth_code = '75056', sex = 'M' where person_id = ${id}`.execute(
    world.db,
  );
  const again = await byPassword(await ready({ identity: "newcomer-1" }, tellsManon));
  assert.match(again.path, /^\/sessions\/new\?opened=1/);
  assert.deepEqual(await links(), []);
  assert.deepEqual(await named("Carpentier"), []);
});

test("CP-05 CP-22 the mail address told is a proposal: nothing is sent there before the person takes it", async () => {
  const browser = await told(theo, noNumber);
  await confirmAnswers(world, openingIn(browser), true);
  const seen = await browser.open("/openings/current/contacts");
  assert.equal(seen.path, "/openings/current/contacts");
  assert.match(seen.body, /value="theo\.marchand@exemple\.fr"/);
  assert.match(seen.body, /C’est l’adresse que FranceConnect nous a donnée/);
  assert.deepEqual(await world.sent(), []);
  const taken = await browser.send("/openings/current/contacts", {
    mail: "theo.marchand@exemple.fr",
    mobile: "",
  });
  assert.equal(taken.path, "/openings/current/contacts/mail/code");
  assert.equal((await world.sent()).length, 1);
});

test("SEC-10 the database shows nothing of what FranceConnect told of a newcomer", async () => {
  const browser = await told(theo, noNumber);
  const idToken = (await draftIn(browser))?.vouched?.idToken ?? "";
  const dumped = await dump(world);
  for (const secret of [idToken, "theo.marchand@exemple.fr", "Théo Marcel"])
    assert.ok(secret && !shows(dumped, secret), secret);
  await byPassword(await ready(theo, noNumber));
  assert.ok(!shows(await dump(world), idToken));
  assert.ok((await actsOf(world, (await named("Marchand"))[0] ?? { id: "" })).includes("opened an account"));
});
