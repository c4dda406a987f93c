import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import {
  actsOf,
  awa,
  camille,
  cookieOf,
  type DemoWorld,
  demoWorld,
  dump,
  elodie,
  journalOf,
  julien,
  ownPassword,
  type Someone,
  shows,
} from "../../../../test/demo.ts";
import {
  type Choice,
  signInPath,
  type TestFranceConnect,
  testFranceConnect,
} from "../../../../test/franceconnect.ts";
import { type Browser, type Seen, steps, type TestSite, testSite } from "../../../../test/site.ts";
import { sha256 } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import { placeBlock } from "../block/block.ts";
import { readSession } from "../session/session.ts";
import { signIn } from "../sign-in/sign-in.ts";
import { endings } from "./endings.ts";

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

const arrive = (browser: Browser, choice: Choice, next = "/home"): Promise<Seen> =>
  franceConnect.arrive(browser, choice, `${signInPath}?${new URLSearchParams({ next })}`);

const whoIsIn = async (browser: Browser) => {
  const session = await readSession(world, browser.jar.get("__Host-session"));
  return session && "visitor" in session ? session.visitor.person.personId : undefined;
};

const opensByPassword = async (who: Someone, password = who.oldPassword) =>
  "cookie" in (await signIn(world, { identifier: who.identifier, password }));

const links = async () =>
  (
    await sql<{ person_id: string }>`select person_id from identity.linked_identity`.execute(world.db)
  ).rows.map((row) => row.person_id);

test("CP-03 CP-22 MC-04 the first time: terms, contacts, delegation, and no password to choose", async () => {
  const browser = site.browser();
  assert.equal((await arrive(browser, { identity: "Awa" })).path, "/terms");
  assert.equal(await whoIsIn(browser), awa.id);
  assert.equal((await browser.open("/home")).path, "/terms");
  assert.equal((await steps.acceptTerms(browser)).path, "/contacts");
  assert.equal((await steps.contactsLater(browser)).path, "/delegations/new");
  assert.equal((await steps.delegationLater(browser)).path, "/home");
});

test("MC-04 who refuses the terms reaches nothing by FranceConnect either", async () => {
  const browser = site.browser();
  await arrive(browser, { identity: "Awa" });
  const { body } = await browser.open("/terms");
  const version = /name="version" value="([^"]+)"/.exec(body)?.[1] ?? "";
  await browser.send("/terms/answers", { version, answer: "refuse" });
  const again = site.browser();
  assert.equal((await arrive(again, { identity: "Awa" })).path, "/terms/refused");
  assert.equal((await again.open("/contacts")).path, "/terms/refused");
});

test("CP-22 the next time leads straight on, to the page the person was going to", async () => {
  const first = site.browser();
  await arrive(first, { identity: "Julien" });
  await steps.acceptTerms(first);
  await steps.contactsLater(first);
  world.pass({ days: 40 });
  assert.equal((await arrive(site.browser(), { identity: "Julien" })).path, "/home");
  assert.equal((await arrive(site.browser(), { identity: "Julien" }, "/contacts")).path, "/contacts");
  assert.equal(
    (await arrive(site.browser(), { identity: "Julien" }, "https://ailleurs.exemple")).path,
    "/home",
  );
});

test("CP-03 the old password dies with the first sign-in, for that person alone, and what it had opened is closed", async () => {
  const elsewhere = await cookieOf(world, awa);
  await arrive(site.browser(), { identity: "Awa" });
  assert.equal(await readSession(world, elsewhere), undefined);
  assert.ok(!(await opensByPassword(awa)));
  assert.ok(await opensByPassword(julien));
});

test("CP-03 who had a password of their own keeps it, and their sessions", async () => {
  const cookie = await cookieOf(world, camille);
  const browser = site.browser();
  browser.jar.set("__Host-session", cookie);
  await steps.acceptTerms(browser);
  await steps.choosePassword(browser);
  const kept = browser.jar.get("__Host-session");
  await arrive(site.browser(), { identity: "Camille" });
  assert.ok(await opensByPassword(camille, ownPassword));
  assert.ok(await readSession(world, kept));
});

test("CP-03 a sign-in under way by the old password fails when FranceConnect comes first", async () => {
  const { verify } = world.passwords;
  const slow = {
    ...world,
    passwords: {
      ...world.passwords,
      verify: async (hashed: string | undefined, typed: string) => {
        const right = await verify(hashed, typed);
        await arrive(site.browser(), { identity: "Awa" });
        return right;
      },
    },
  };
  const result = await signIn(slow, { identifier: awa.identifier, password: awa.oldPassword });
  assert.ok("refused" in result && result.because === "wrong");
});

test("MC-14 a suspension refuses by FranceConnect too, says so, and links nothing", async () => {
  await inTransaction(world.db, (tx) =>
    placeBlock(tx, world, { personId: awa.id, kind: "suspension", reason: "doute", placedBy: "agent-1" }),
  );
  const browser = site.browser();
  const seen = await arrive(browser, { identity: "Awa" });
  assert.equal(seen.title, endings.blocked.title.fr);
  assert.match(seen.body, /Nous avons suspendu l’accès à ce compte/);
  assert.equal(await whoIsIn(browser), undefined);
  assert.deepEqual(await links(), []);
  assert.equal((await actsOf(world, awa)).at(-1), "FranceConnect refused");
});

test("SEC-01 wrong passwords make nobody wait who comes by FranceConnect", async () => {
  for (let n = 0; n < 5; n++) await opensByPassword(awa, "faux");
  const waits = await signIn(world, { identifier: awa.identifier, password: awa.oldPassword });
  assert.ok("refused" in waits && waits.because === "wait");
  const browser = site.browser();
  await arrive(browser, { identity: "Awa" });
  assert.equal(await whoIsIn(browser), awa.id);
});

test("CP-05 CP-22 the mail FranceConnect gives is proposed, proves nothing, and goes once it is answered", async () => {
  const browser = site.browser();
  await arrive(browser, { identity: "Élodie" });
  const contacts = await steps.acceptTerms(browser);
  assert.ok(contacts.body.includes('value="elodie.nguessan@exemple.fr"'), contacts.body);
  assert.match(contacts.body, /adresse que FranceConnect nous a donnée/);
  assert.ok((await browser.open("/contacts")).body.includes('value="elodie.nguessan@exemple.fr"'));
  const points = await sql`select value from identity.contact_point where person_id = ${elodie.id}`.execute(
    world.db,
  );
  assert.deepEqual(points.rows, [{ value: elodie.mobile }]);
  await steps.contactsLater(browser);
  assert.ok(!(await browser.open("/contacts")).body.includes("elodie.nguessan"));
  await arrive(site.browser(), { identity: "Élodie" });
  assert.ok(!(await browser.open("/contacts")).body.includes("elodie.nguessan"));
});

test("CP-22 the person is told of each sign-in by FranceConnect, and of the link by us", async () => {
  const before = franceConnect.noticesTo(awa.mail);
  await arrive(site.browser(), { identity: "Awa" });
  await arrive(site.browser(), { identity: "Awa" });
  for (let n = 0; n < 100 && franceConnect.noticesTo(awa.mail) < before + 2; n++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(franceConnect.noticesTo(awa.mail), before + 2);
  const sent = await world.sent();
  const mails = sent.filter(({ queue }) => queue === "mail");
  assert.deepEqual(
    mails.map(({ payload }) => payload.to),
    [awa.mail],
  );
  assert.match(mails[0]?.payload.text ?? "", /avec FranceConnect/);
  assert.doesNotMatch(mails[0]?.payload.text ?? "", /https?:/);
});

test("CP-22 two answers at the same moment, in two tabs: both are in, and the link is told once", async () => {
  const browsers = [site.browser(), site.browser()];
  const seen = await Promise.all(browsers.map((browser) => arrive(browser, { identity: "Awa" })));
  assert.deepEqual(
    seen.map(({ path }) => path),
    ["/terms", "/terms"],
  );
  assert.deepEqual(await links(), [awa.id]);
  assert.deepEqual(
    (await actsOf(world, awa)).filter((act) => act !== "signed in"),
    ["linked FranceConnect"],
  );
});

test("SEC-12 each sign-in and the link stand in the journal, without what FranceConnect said", async () => {
  await arrive(site.browser(), { identity: "Awa" });
  await arrive(site.browser(), { identity: "Awa" });
  const journal = await journalOf(world, awa);
  assert.deepEqual(
    journal.map(({ act, actor, detail }) => [act, actor === awa.id, detail.by]),
    [
      ["signed in", true, "franceconnect"],
      ["linked FranceConnect", true, undefined],
      ["signed in", true, "franceconnect"],
    ],
  );
});

test("SEC-10 SEC-14 neither the subject, nor the id_token, nor a secret of the request stands in the database", async () => {
  const browser = site.browser();
  const sent = new URL((await browser.open("/franceconnect/authorizations/new")).path);
  const back = await franceConnect.visit(sent.href, { identity: "Awa" });
  await browser.open(back);
  const dumped = await dump(world);
  const state = sent.searchParams.get("state") ?? "";
  const nonce = sent.searchParams.get("nonce") ?? "";
  const code = new URLSearchParams(back.split("?")[1]).get("code") ?? "";
  const secret = browser.jar.get("__Host-franceconnect") ?? "";
  for (const one of [state, nonce, code, secret]) {
    assert.ok(one.length >= 32);
    assert.ok(!shows(dumped, one) && !dumped.includes(one));
  }
  assert.doesNotMatch(dumped, /eyJ[\w-]+\.eyJ/, "no token");
  // As the stand-in makes them.
  const subject = sha256(`caf ${awa.id}`).toString("hex");
  assert.ok(!dumped.includes(subject));
  const kept = await sql`select sealed from identity.provider_session`.execute(world.db);
  assert.equal(kept.rows.length, 1);
});

test("SEC-01 SEC-12 one address brings 300 answers in 5 minutes: nobody fills the journal with states made up", async () => {
  const browser = site.browser();
  for (let n = 0; n < 300; n++)
    assert.equal((await browser.open(`/franceconnect/callback?state=${n}`)).status, 400);
  assert.equal((await browser.open("/franceconnect/callback?state=more")).status, 429);
  assert.equal((await site.browser().open("/franceconnect/callback?state=other")).status, 400);
});
