import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { actsOf, awa, type DemoWorld, demoWorld, dump, ownPassword, shows } from "../../../../test/demo.ts";
import { agentPassword, codeAt, enterDesk, newAgent, type TestAgent } from "../../../../test/desk.ts";
import { settle, type TestSite, testSite } from "../../../../test/site.ts";
import { addAgent, closeDeskAccess, reissueDeskAccess } from "../agents/add.ts";
import { findAgent } from "../store.ts";
import { chooseDeskPassword, readAgent, showCode, signInAtDesk } from "./sign-in.ts";
import { enrolmentOf } from "./totp.ts";

let world: DemoWorld;
let site: TestSite;
let dominique: TestAgent;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  dominique = await newAgent(world, { staffNumber: "A1", name: "Dominique Roy" });
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

const factor = "/desk/sessions/current/second-factor";
const give = (password: string, staffNumber = "a 1") => signInAtDesk(world, { staffNumber, password });

/** The session between the two steps, and the secret of the app. */
async function halfIn() {
  const entered = await give(agentPassword);
  assert.ok("cookie" in entered);
  const read = await readAgent(world, entered.cookie);
  assert.ok(read && "entering" in read);
  const enrolment = await enrolmentOf(world, read.entering);
  return { ...read, cookie: entered.cookie, secret: enrolment?.secret ?? "" };
}

test("SEC-08 a password alone opens nothing: every page of the desk leads to the second factor", async () => {
  const browser = site.browser();
  await browser.open("/desk/sessions/new");
  const asked = await browser.send("/desk/sessions", { staffNumber: "A1", password: agentPassword });
  assert.equal(asked.title, "Relier une application d’authentification");
  for (const path of ["/desk", "/desk/searches/new", "/desk/requests", "/desk/agents", "/desk/password/new"])
    assert.equal((await browser.open(path)).path, factor, path);
  for (const path of ["/desk/searches", "/desk/visits", "/desk/agents"])
    assert.equal((await browser.post(path)).path, factor, path);
});

test("SEC-08 the app is linked by its first code, and asked at every sign-in after", async () => {
  const browser = site.browser();
  const secret = await enterDesk(browser, world, dominique);
  assert.match((await browser.open("/desk")).body, /Accueil – agents.*Dominique Roy.*accueil unique/s);
  await browser.send("/desk/sessions/current/end");
  assert.equal((await browser.open("/desk")).title, "Connexion des agents");
  world.pass({ minutes: 1 });
  const again = await browser.send("/desk/sessions", { staffNumber: "A1", password: agentPassword });
  assert.equal(again.title, "Saisir le code de votre application");
  assert.doesNotMatch(again.body, /data-totp-secret/, "the secret is never shown again");
  const wrong = await browser.send(factor, { code: "000000" });
  assert.equal(wrong.status, 422);
  assert.equal((await browser.send(factor, { code: codeAt(secret, world.clock()) })).path, "/desk");
  assert.ok((await actsOf(world, { id: dominique.agentId })).includes("signed in at the desk"));
});

test("SEC-08 a code is taken once: not in another session, not at the same moment, not an earlier one", async () => {
  const first = await halfIn();
  const code = codeAt(first.secret, world.clock());
  const others = await Promise.all([halfIn(), halfIn(), halfIn()]);
  const results = await Promise.all(
    others.map(({ entering, secretHash }) => showCode(world, entering, secretHash, code)),
  );
  assert.equal(results.filter((one) => "cookie" in one).length, 1);
  const replayed = await showCode(world, first.entering, first.secretHash, code);
  assert.ok("refused" in replayed && /déjà servi/.test(replayed.refused.fr));
  const earlier = codeAt(first.secret, new Date(world.clock().getTime() - 30_000));
  assert.ok("refused" in (await showCode(world, first.entering, first.secretHash, earlier)));
  world.pass({ seconds: 30 });
  const next = codeAt(first.secret, world.clock());
  assert.ok("cookie" in (await showCode(world, first.entering, first.secretHash, next)));
});

test("SEC-01 wrong codes and wrong passwords make one wait, the right one included", async () => {
  const { entering, secretHash, secret } = await halfIn();
  for (let n = 0; n < 5; n++) await showCode(world, entering, secretHash, "123");
  const code = codeAt(secret, world.clock());
  assert.match(JSON.stringify(await showCode(world, entering, secretHash, code)), /Trop d’essais/);
  world.pass({ minutes: 1 });
  assert.ok("cookie" in (await showCode(world, entering, secretHash, codeAt(secret, world.clock()))));
  for (let n = 0; n < 5; n++) await give("faux");
  assert.match(JSON.stringify(await give(agentPassword)), /Trop d’essais/);
});

test("SEC-02 an unknown staff number is answered as a wrong password is", async () => {
  assert.deepEqual(await give("faux", "A9"), await give("faux"));
});

test("SEC-05 the session ends after 15 idle minutes and after 10 hours, and its secret changes at the second step", async () => {
  const { cookie, entering, secretHash, secret } = await halfIn();
  const entered = await showCode(world, entering, secretHash, codeAt(secret, world.clock()));
  assert.ok("cookie" in entered);
  assert.equal(await readAgent(world, cookie), undefined);
  for (let n = 0; n < 42; n++) {
    world.pass({ minutes: 14 });
    assert.ok(await readAgent(world, entered.cookie), `${n}`);
  }
  world.pass({ minutes: 12 });
  assert.equal(await readAgent(world, entered.cookie), undefined, "10 hours");
  const later = await halfIn();
  world.pass({ minutes: 15 });
  assert.equal(await readAgent(world, later.cookie), undefined, "15 minutes");
});

test("SEC-08 a password that was given serves once, within 72 hours, then the agent chooses one", async () => {
  const by = { agentId: dominique.agentId };
  const typed = {
    staffNumber: "b 7",
    name: "Sacha",
    office: "",
    roles: ["support"],
    identifier: "",
    until: "",
  };
  const added = await addAgent(world, by, typed);
  assert.ok("password" in added);
  const browser = site.browser();
  await browser.open("/desk/sessions/new");
  const asked = await browser.send("/desk/sessions", { staffNumber: "B7", password: added.password });
  const secret = /data-totp-secret>([^<]+)</.exec(asked.body)?.[1] ?? "";
  const chooses = await browser.send(factor, { code: codeAt(secret, world.clock()) });
  assert.equal(chooses.path, "/desk/password/new");
  assert.equal((await browser.open("/desk/searches/new")).path, "/desk/password/new");
  assert.equal((await browser.send("/desk/password", { password: added.password })).status, 422);
  assert.equal((await browser.send("/desk/password", { password: "sacha" })).status, 422);
  assert.equal((await browser.send("/desk/password", { password: ownPassword })).path, "/desk");
  assert.ok("refused" in (await give(added.password, "B7")));
  const late = await addAgent(world, by, { ...typed, staffNumber: "B8" });
  assert.ok("password" in late);
  world.pass({ hours: 72 });
  assert.match(JSON.stringify(await give(late.password, "B8")), /ne sert plus/);
});

test("MC-14 a closed access ends at once and opens no more; one given again starts from a new app", async () => {
  const administrator = { agentId: "test" };
  const browser = site.browser();
  await enterDesk(browser, world, dominique);
  assert.ok("password" in (await reissueDeskAccess(world, administrator, dominique.agentId)));
  assert.equal((await browser.open("/desk")).title, "Connexion des agents");
  assert.ok("refused" in (await give(agentPassword)));
  assert.equal((await findAgent(world.db, dominique.agentId))?.totpSealed, null);
  await world.afresh();
  const other = site.browser();
  await enterDesk(other, world, dominique);
  assert.deepEqual(await closeDeskAccess(world, administrator, dominique.agentId), { done: true });
  assert.equal((await other.open("/desk")).title, "Connexion des agents");
  assert.ok("refused" in (await give(agentPassword)));
  assert.ok("refused" in (await closeDeskAccess(world, administrator, dominique.agentId)));
});

test("SEC-11 an agent whose tasks all ended is told whom to ask; who has one that opens no file is told that", async () => {
  const ending = await newAgent(world, { staffNumber: "A2", until: "2026-03-11" });
  const browser = site.browser();
  world.pass({ days: 1 });
  await enterDesk(browser, world, ending);
  const { body } = await browser.open("/desk");
  assert.match(body, /Aucune tâche ne vous est confiée aujourd’hui. Demandez à l’administration/);
  assert.doesNotMatch(body, /Chercher une personne|Ce qui attend|Vos tâches n’ouvrent/);
  assert.match((await browser.open("/desk?lang=en")).body, /No task is given to you today/);
  assert.equal((await browser.open("/desk/requests")).status, 403);
  const support = site.browser();
  await enterDesk(support, world, await newAgent(world, { staffNumber: "A3", roles: ["support"] }));
  const seen = await support.open("/desk");
  assert.match(seen.body, /Vos tâches n’ouvrent aucun dossier/);
  assert.doesNotMatch(seen.body, /Aucune tâche/);
});

test("SEC-11 a person's cookie opens nothing at the desk, an agent's opens no account", async () => {
  const browser = site.browser();
  await settle(browser, awa);
  for (const path of ["/desk", "/desk/searches/new", "/desk/agents"])
    assert.equal((await browser.open(path)).title, "Connexion des agents", path);
  assert.doesNotMatch((await browser.open("/desk")).body, /Awa|Diallo/);
  assert.match((await browser.open("/home")).body, /Awa/);
  const agent = site.browser();
  await enterDesk(agent, world, dominique);
  for (const path of ["/home", "/journal", "/contacts"])
    assert.equal((await agent.open(path)).title, "Me connecter", path);
  const both = site.browser();
  for (const [name, value] of [...browser.jar, ...agent.jar]) both.jar.set(name, value);
  assert.match((await both.open("/desk")).body, /Dominique Roy/);
  assert.doesNotMatch((await both.open("/home")).body, /Dominique/);
});

test("SEC-08 the database shows neither password nor secret of an app", async () => {
  const { secret } = await halfIn();
  const dumped = await dump(world);
  for (const hidden of [secret, agentPassword]) assert.ok(!shows(dumped, hidden));
});

test("SEC-07 the password an agent chooses meets the institution's rules and is not their name", async () => {
  const added = await addAgent(
    world,
    { agentId: "test" },
    {
      staffNumber: "B9",
      name: "Philippine Vandevelde",
      office: "",
      roles: ["support"],
      identifier: "",
      until: "",
    },
  );
  assert.ok("agentId" in added);
  const agent = await findAgent(world.db, added.agentId);
  assert.ok(agent);
  for (const weak of ["court", "Philippine1", "Motdepasse1"])
    assert.ok("refused" in (await chooseDeskPassword(world, agent, weak)), weak);
  assert.ok("cookie" in (await chooseDeskPassword(world, agent, ownPassword)));
  assert.ok("refused" in (await chooseDeskPassword(world, agent, ownPassword)), "two tabs");
});
