import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { caf } from "../../../../institutions/caf/index.ts";
import { cnss } from "../../../../institutions/cnss/index.ts";
import type { Institution } from "../../../../institutions/institution.ts";
import {
  awa,
  type DemoWorld,
  demoWorld,
  dump,
  elodie,
  journalOf,
  julien,
  lucien,
  mael,
  ownPassword,
  type Someone,
  samira,
  sophie,
  yann,
} from "../../../../test/demo.ts";
import { guard } from "../../../../test/guardian.ts";
import { type Browser, settle, steps, type TestSite, testSite } from "../../../../test/site.ts";
import { demoShell } from "../../../design/demo-shell.ts";
import { openSite } from "../../../open-site.ts";
import { buildSite } from "../../../site/site.ts";
import { benefitsRoutes } from "../index.ts";
import { simulationCookie } from "./kept.ts";

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

const said: [string, Record<string, string>][] = [
  ["household", { household: "alone" }],
  ["birth", { "birth-day": "30", "birth-month": "5", "birth-year": "1993" }],
  ["pay", { pay: "1147,35" }],
  ["children", { children: "2" }],
  ["child-1", { "birth-day": "8", "birth-month": "12", "birth-year": "2016" }],
  ["child-2", { "birth-day": "21", "birth-month": "4", "birth-year": "2020" }],
  ["disability", { disability: "no" }],
  ["housing", { housing: "owner" }],
];

async function simulate(browser: Browser) {
  await browser.open("/simulations/new");
  let seen = await browser.send("/simulations");
  for (const [question, fields] of said) {
    assert.equal(seen.path, `/simulations/current/${question}`);
    seen = await browser.send(`/simulations/current/${question}`, fields);
  }
  return seen;
}

test("MC-01 MC-27 a visitor without an account answers and reads amounts, reasons, calculation, what would change it", async () => {
  const { path, body } = await simulate(site.browser());
  assert.equal(path, "/simulations/current/result");
  assert.match(body, /C’est une estimation, pas une décision/);
  assert.match(body, /Allocations familiales[\s\S]*151,80/);
  assert.match(
    body,
    /Les ressources du foyer dépassent de [\d\s\u202f\u00a0,]+€ par mois/,
    "a zero has its reason",
  );
  assert.match(body, /CSS, art. L. 521-1 et D. 521-1/);
  assert.match(body, /Avec un troisième enfant/);
  assert.match(
    body,
    /<svg class="foyer-chart__drawing"[^>]*role="img" aria-labelledby="chart-title chart-says"/,
  );
  assert.doesNotMatch(body, /style="/, "the policy allows no style in an attribute (SEC-09)");
});

test("IL-15 the result leads to claiming, and invites to a rights appointment", async () => {
  const { body } = await simulate(site.browser());
  assert.match(body, /Un rendez-vous des droits/);
  assert.match(body, /href="\/sessions\/new"/);
  assert.match(body, /href="\/claims\/new"[^>]*>Je n’ai pas encore de compte/);
  assert.match(body, /href="\/contact"/);
});

test("IL-15 each benefit says for whom it is and how to receive it, and leads to where to start", async () => {
  const { body } = await simulate(site.browser());
  const cards = body.match(/<section class="foyer-card foyer-result">[\s\S]*?<\/section>/g) ?? [];
  const given = cards.filter((card) => card.includes("par mois</span>") || card.includes("en août</span>"));
  assert.equal(given.length, 4);
  for (const card of given) {
    assert.match(card, /Pour qui /);
    assert.match(card, /Comment la recevoir<\/strong>[\s\S]+href="#claim"/);
  }
  assert.match(body, /id="claim"/);
  assert.ok(
    body.indexOf('id="claim"') < body.indexOf("foyer-chart__drawing"),
    "before all that is only to know",
  );
});

test("MC-01 MC-27 a tenant reads what is sure, and that it may be more", async () => {
  const browser = site.browser();
  await simulate(browser);
  const { body } = await browser.send("/simulations/current/housing", { housing: "rent" });
  assert.match(body, /Au moins<\/span>[\s\S]{0,40}€[\s\S]{0,60}par mois/);
  assert.match(body, /celui d’une aide au logement complète/);
  assert.match(
    body,
    /Avec une aide au logement complète.{3}les ressources du foyer dépassent de/,
    "RSA stays open",
  );
  assert.doesNotMatch(body, /Votre quotient familial/, "housing benefit raises it: it is not told");
});

test("MC-27 months whose law is not all published say that the last known amounts are used", async () => {
  assert.match((await simulate(site.browser())).body, /publiés jusqu’en décembre.2026/);
});

test("MC-27 a rule that nobody verified says so", async () => {
  const { body } = await simulate(site.browser());
  assert.match(body, /Quotient familial[\s\S]{0,200}non vérifiée/);
});

test("MC-01 nothing of it is stored or logged", async () => {
  const log: string[] = [];
  const app = await openSite(
    { production: false, trustProxy: false },
    { log: { write: (line) => void log.push(line) } },
    { ...world, jobs: { ...world.jobs, nightly: async () => {} } },
    demoShell().assets,
  );
  const before = await dump(world);
  const browser = site.browser();
  await simulate(browser);
  const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const told = await app.inject({ url: "/simulations/current/pay", headers: { cookie } });
  assert.match(told.body, /value="1147,35"/);
  await app.inject({
    method: "POST",
    url: "/simulations/current/pay",
    headers: { cookie, origin: "http://localhost:80", "content-type": "application/x-www-form-urlencoded" },
    payload: `pay=1147%2C35&csrf=wrong`,
  });
  await app.close();
  assert.ok(log.length >= 2);
  for (const line of log) assert.doesNotMatch(line, /1147|1993|2016-12|__Host-simulation/);
  assert.equal(await dump(world), before, "no row was written, none was changed");
});

test("SEC-05 the answers travel sealed: the cookie shows nothing, is bound to the host, and a changed one opens nothing", async () => {
  const browser = site.browser();
  await simulate(browser);
  const sealed = browser.jar.get(simulationCookie) ?? "";
  assert.ok(sealed.length > 100 && sealed.length < 2000, String(sealed.length));
  assert.doesNotMatch(
    Buffer.from(sealed.split(".")[1] ?? "", "base64url").toString("latin1"),
    /1993|1147|birth/,
  );
  const last = sealed.at(-3) === "A" ? "B" : "A";
  browser.jar.set(simulationCookie, `${sealed.slice(0, -3)}${last}${sealed.slice(-2)}`);
  assert.equal((await browser.open("/simulations/current/result")).path, "/simulations/new");
  for (const forged of ["open.", "own.AAAA", "open.AAAA", "x", "open." + "A".repeat(200)]) {
    browser.jar.set(simulationCookie, forged);
    assert.notEqual((await browser.open("/simulations/current")).path, "/simulations/current", forged);
  }
});

test("SEC-05 fifteen children fit in the cookie", async () => {
  const browser = site.browser();
  await browser.open("/simulations/new");
  await browser.send("/simulations");
  await browser.send("/simulations/current/household", { household: "alone" });
  await browser.send("/simulations/current/birth", {
    "birth-day": "1",
    "birth-month": "1",
    "birth-year": "1975",
  });
  await browser.send("/simulations/current/pay", { pay: "10000,55" });
  await browser.send("/simulations/current/children", { children: "15" });
  for (let child = 1; child <= 15; child++)
    await browser.send(`/simulations/current/child-${child}`, {
      "birth-day": String(child),
      "birth-month": "3",
      "birth-year": String(2005 + child),
    });
  assert.ok((browser.jar.get(simulationCookie) ?? "").length < 3500);
  assert.equal((await browser.open("/simulations/current/child-15")).status, 200);
});

test("MC-01 going back shows what was typed; an error loses nothing; what is left for two hours is void", async () => {
  const browser = site.browser();
  await simulate(browser);
  assert.match((await browser.open("/simulations/current/child-1")).body, /value="2016"/);
  const wrong = await browser.post("/simulations/current/pay", { pay: "beaucoup" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /<title>Erreur\u202f: |<title>Erreur : /);
  assert.match(wrong.body, /value="beaucoup"/);
  assert.match((await browser.open("/simulations/current/pay")).body, /value="1147,35"/);
  world.pass({ minutes: 119 });
  assert.equal((await browser.open("/simulations/current/result")).status, 200);
  world.pass({ minutes: 2 });
  assert.equal((await browser.open("/simulations/current/result")).path, "/simulations/new");
});

test("MC-01 erasing ends it; a question that is not asked leads to the answers", async () => {
  const browser = site.browser();
  await simulate(browser);
  assert.equal((await browser.open("/simulations/current/partner-pay")).path, "/simulations/current");
  assert.equal((await browser.open("/simulations/current/child-9")).path, "/simulations/current");
  await browser.send("/simulations/end");
  assert.equal(browser.jar.has(simulationCookie), false);
  assert.equal((await browser.open("/simulations/current")).path, "/simulations/new");
});

test("MC-01 a child is added on the last child's page, and taken away", async () => {
  const browser = site.browser();
  await simulate(browser);
  const birth = { "birth-day": "21", "birth-month": "4", "birth-year": "2020" };
  const added = await browser.send("/simulations/current/child-2", { ...birth, also: "another" });
  assert.equal(added.path, "/simulations/current/child-3");
  assert.doesNotMatch((await browser.open("/simulations/current/child-1")).body, /value="another"/);
  const removed = await browser.send("/simulations/current/child-3", { also: "remove" });
  assert.equal(removed.path, "/simulations/current/result");
});

/** What somebody's answers page says after starting from their file. */
async function fromFile(who: Someone) {
  const browser = site.browser();
  await settle(browser, who);
  await browser.open("/simulations/new");
  const seen = await browser.send("/home/simulations");
  assert.equal(seen.path, "/simulations/current");
  return { browser, body: seen.body };
}

test("MC-01 CP-16 a holder starts from the household, each value marked with where it comes from", async () => {
  const { browser, body } = await fromFile(sophie);
  for (const known of ["14 août 1981", "2 octobre 1979", "9 janvier 2010", "27 juin 2014", "18 mars 2019"])
    assert.ok(body.replace(/[\u00a0\u202f]/g, " ").includes(known), known);
  assert.equal(body.match(/de votre dossier<\/strong>/g)?.length, 7);
  assert.match(
    body,
    /href="\/simulations\/current\/pay"[^>]*>\s*Continuer/,
    "pay is not in the file: it is asked",
  );
  const child = { "birth-day": "28", "birth-month": "6", "birth-year": "2014" };
  assert.match((await browser.open("/simulations/current/child-2")).body, /Repris de votre dossier/);
  await browser.send("/simulations/current/child-2", child);
  const corrected = await browser.open("/simulations/current");
  assert.equal(corrected.body.match(/de votre dossier<\/strong>/g)?.length, 6);
  assert.equal(corrected.body.match(/votre réponse<\/strong>/g)?.length, 1);
});

test("MC-07 MC-01 in a space one starts from the file of whom one protects, marked as theirs, as far as the decision goes", async () => {
  await guard(world, lucien, sophie, "assistance");
  const browser = site.browser();
  await settle(browser, lucien);
  await browser.send("/spaces", { person: sophie.id });
  const space = sophie.id;
  const offered = await browser.open("/simulations/new");
  assert.match(offered.body, /Partir du dossier de Sophie/);
  const { body } = await browser.send("/home/simulations", { space });
  const text = body.replace(/[\u00a0\u202f]/g, " ");
  for (const known of ["14 août 1981", "2 octobre 1979", "9 janvier 2010", "27 juin 2014", "18 mars 2019"])
    assert.ok(text.includes(known), known);
  assert.ok(!text.includes("5 septembre 1951"), "nothing of the guardian’s own");
  assert.equal(body.match(/du dossier de Sophie[^<]*<\/strong>/g)?.length, 7);
  assert.doesNotMatch(body, /de votre dossier<\/strong>/);
  assert.match((await browser.open("/simulations/current/child-2")).body, /Repris du dossier de Sophie/);
  await browser.send("/simulations/current/disability", { disability: "yes" });
  await browser.send("/simulations/current/disability-who", { self: "yes", "child-1": "yes" });
  for (const [page, says] of [
    ["household", "Avec qui vit Sophie Le Goff"],
    ["birth", "Quelle est la date de naissance de Sophie Le Goff"],
    ["partner-birth", "Quelle est la date de naissance de son conjoint ou de sa conjointe"],
    ["pay", "Quel est le salaire net par mois de Sophie Le Goff"],
    ["children", "Combien d’enfants sont à la charge de Sophie Le Goff"],
    ["disability", "reconnu un droit à l’AAH ou à l’AEEH au foyer de Sophie Le Goff"],
    ["disability-who", "Pour qui ce droit est-il reconnu"],
    ["aeeh-1", "Enfant 1, né\\(e\\) le 9.janvier.2010.+: quel complément d’AEEH"],
    ["housing", "Quel est le logement de Sophie Le Goff"],
  ] as const) {
    const asked = await browser.open(`/simulations/current/${page}`);
    assert.match(asked.body, new RegExp(`<h1[^>]*>[\\s\\S]*${says}`), page);
    const form = /<form[^>]*simulations\/current[\s\S]*?<\/form>/.exec(asked.body)?.[0] ?? "";
    assert.doesNotMatch(form, /\b(vous|votre|vos|je)\b/i, page);
  }
  assert.match(
    (await browser.open("/simulations/current/disability-who")).body,
    /Sophie Le Goff\s*<\/label>/,
  );
  await browser.send("/simulations/current/aeeh-1", { complement: "0" });
  await browser.send("/simulations/current/pay", { pay: "1800" });
  await browser.send("/simulations/current/partner-pay", { pay: "0" });
  const result = await browser.send("/simulations/current/housing", { housing: "owner" });
  assert.match(result.body, /Ce que Sophie Le Goff pourrait recevoir/);
  assert.match(result.body, /Sophie Le Goff, son conjoint ou sa conjointe|\(Sophie Le Goff\)/);
  assert.doesNotMatch(result.body, /votre (enfant|conjoint|salaire|foyer)|vous (recevez|pourriez)/i);
  const last = (await journalOf(world, sophie)).at(-1);
  assert.deepEqual(
    [last?.act, last?.actor, last?.detail],
    ["began a simulation from the household", lucien.id, { as: "guardian", measure: "assistance" }],
  );
  await browser.send("/spaces/current/end");
  assert.equal(
    (await browser.open("/simulations/current")).path,
    "/simulations/new",
    "it stays in that space",
  );
  await browser.send("/spaces", { person: sophie.id });
  assert.equal((await browser.open("/simulations/current")).path, "/simulations/current");
  await sql`update households.guardianship set until_date = '2026-03-10'`.execute(world.db);
  assert.equal((await browser.open("/simulations/current")).path, "/simulations/new", "the measure is over");
});

test("MC-06 who keeps the accounts alone, or protects a spouse, starts from nothing of the file, and reads why", async () => {
  await guard(world, lucien, sophie, "accounts");
  const browser = site.browser();
  await settle(browser, lucien);
  await browser.send("/spaces", { person: sophie.id });
  const offered = await browser.open("/simulations/new");
  assert.match(offered.body, /ne vous ouvre pas le foyer de Sophie/);
  assert.doesNotMatch(offered.body, /action="\/home\/simulations"/);
  const { body } = await browser.send("/home/simulations", { space: sophie.id });
  const text = body.replace(/[\u00a0\u202f]/g, " ");
  for (const year of ["1981", "1979", "2010", "1951"]) assert.ok(!text.includes(year), year);
});

test("MC-01 CP-16 CP-19 CP-20 who may not see the household starts from their own birth alone", async () => {
  for (const [who, own, others] of [
    [yann, "2 octobre 1979", ["1981", "2010", "2014", "2019"]],
    [mael, "9 janvier 2010", ["1981", "1979", "2014", "2019"]],
    [julien, "24 juillet 1986", ["1988"]],
  ] as const) {
    const { browser, body } = await fromFile(who);
    const text = body.replace(/[\u00a0\u202f]/g, " ");
    assert.ok(text.includes(own), own);
    for (const year of others) assert.ok(!text.includes(year), `${who.mail} reads ${year}`);
    assert.equal(body.match(/de votre dossier<\/strong>/g)?.length, 1);
    const offered = await browser.open("/simulations/new");
    assert.match(offered.body, /votre date de naissance, et elle seule/);
  }
});

test("SEC-12 a household read by a spouse with a right stands in the holder's journal; the holder's own reading does not", async () => {
  await fromFile(elodie);
  const looks = async (who: Someone) =>
    (await journalOf(world, who)).filter(({ act }) => act === "began a simulation from the household");
  const { rows } = await sql<{ subject: string; actor: string; detail: unknown }>`
    select subject, actor, detail from journal.entry where act = 'began a simulation from the household'`.execute(
    world.db,
  );
  assert.deepEqual(
    rows.map(({ actor, detail }) => ({ actor, detail })),
    [{ actor: elodie.id, detail: { as: "spouse-holder" } }],
  );
  await fromFile(sophie);
  assert.deepEqual(await looks(sophie), []);
});

test("MC-01 CP-19 a spouse who has left and a child who died are not in the simulation of the file as it stands", async () => {
  await sql`insert into households.separation
      (file_id, spouse_id, on_date, declared_by, declared_at, language, statement)
    select file_id, ${yann.id}, '2026-02-08', ${sophie.id}, ${world.clock()}, 'fr', '\\x00'::bytea
    from households.member where person_id = ${sophie.id} and role = 'holder'`.execute(world.db);
  await sql`insert into households.death (person_id, on_date, recorded_at)
    select person_id, '2026-01-05', ${world.clock()} from identity.person where birth_date = '2014-06-27'`.execute(
    world.db,
  );
  const { body } = await fromFile(sophie);
  assert.ok(!body.includes("27 juin 2014"), "not a child who died");
  assert.match(body, /Je vis seul\(e\)/);
  assert.ok(!body.includes("1979"), "not the birth of who has left");
});

test("MC-02 the file opens to nobody who has not gone through every step", async () => {
  const browser = site.browser();
  await browser.open("/simulations/new");
  assert.match((await browser.post("/home/simulations")).path, /^\/sessions\/new/);
  await browser.signIn(sophie);
  await browser.open("/simulations/new");
  const refused = await browser.post("/home/simulations");
  assert.equal(refused.status, 303);
  assert.equal(refused.path, "/terms");
  assert.equal(browser.jar.has(simulationCookie), false);
  await steps.acceptTerms(browser);
});

test("SEC-11 a simulation begun while signed in opens for nobody else on that device", async () => {
  const { browser } = await fromFile(sophie);
  const kept = browser.jar.get(simulationCookie) ?? "";
  assert.match(kept, /^own\./);
  await browser.send("/sessions/end");
  browser.jar.delete("__Host-session");
  assert.match(
    (await browser.open("/simulations/current")).path,
    /^\/sessions\/new\?next=%2Fsimulations%2Fcurrent/,
  );
  const other = site.browser();
  await settle(other, awa);
  other.jar.set(simulationCookie, kept);
  assert.equal((await other.open("/simulations/current")).path, "/simulations/new");
  other.jar.set(simulationCookie, kept.replace("own.", "open."));
  assert.equal((await other.open("/simulations/current")).path, "/simulations/new");
});

test("SEC-05 its owner finds it again after signing in anew", async () => {
  const { browser } = await fromFile(sophie);
  await browser.send("/simulations/current/pay", { pay: "2100" });
  world.pass({ minutes: 20 });
  const ended = await browser.post("/simulations/current/partner-pay", { pay: "1850" });
  assert.match(ended.path, /^\/sessions\/new\?next=%2Fsimulations%2Fcurrent&ended=1/);
  await browser.signIn(sophie, ownPassword);
  assert.match((await browser.open("/simulations/current/pay")).body, /value="2100"/);
});

test("SEC-11 CP-18 what a delegation had brought is closed the moment it is taken back", async () => {
  const hers = site.browser();
  await settle(hers, awa);
  await hers.send("/delegations", { answer: "grant" });
  const { browser, body } = await fromFile(julien);
  assert.ok(body.includes("1988"), "with the delegation he sees her birth");
  await sql`update households.delegation set ended_at = ${world.clock()}`.execute(world.db);
  world.pass({ seconds: 1 });
  const seen = await browser.open("/simulations/current");
  assert.equal(seen.path, "/simulations/new");
  assert.ok(!seen.body.includes("1988"));
});

test("MC-01 a birth the register knows in part is asked, and a person alone is not taken for a couple", async () => {
  const partly = await fromFile(samira);
  assert.doesNotMatch(partly.body, /1999/);
  assert.match(partly.body, /Je vis seul\(e\)/);
  const { body } = await fromFile(lucien);
  assert.match(body, /1951/);
});

test("MC-01 the simulator stands where accounts are open and the law is French, and nowhere else", async () => {
  const { accounts } = caf;
  const closed: Institution = { ...caf };
  delete closed.accounts;
  for (const [institution, stands] of [
    [caf, true],
    [{ ...cnss, accounts }, false],
    [closed, false],
  ] as const) {
    const app = await buildSite(institution, demoShell().assets, {
      production: false,
      trustProxy: false,
      log: { write: () => {} },
    });
    benefitsRoutes(app, { ...world, institution });
    for (const path of ["/simulations/new", "/api/openapi.json"]) {
      const { statusCode } = await app.inject({ url: path });
      assert.equal(statusCode, stands ? 200 : 404, `${institution.id} ${path}`);
    }
    await app.close();
  }
});
