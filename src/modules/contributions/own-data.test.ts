import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { contributors } from "../../../dev/demo/cnss.ts";
import { cnss } from "../../../institutions/cnss/index.ts";
import { actsOf, type DemoWorld, demoWorld, visitorBy } from "../../../test/demo.ts";
import { type Browser, type TestSite, testSite } from "../../../test/site.ts";
import { findAddress, signIn } from "../identity/index.ts";
import { changeAddress } from "./address/change-address.ts";
import { changeCompany } from "./company/change-company.ts";
import { contributorOf } from "./contributor.ts";

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld({ institution: cnss });
  site = await testSite(world);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

const [hodan, idriss] = contributors;

async function visitorOf({ number, firstPassword }: (typeof contributors)[number]) {
  const result = await signIn(world, { identifier: number, password: firstPassword });
  return "cookie" in result ? visitorBy(world, result.cookie) : assert.fail(result.refused.fr);
}

async function companyData() {
  const contributor = await contributorOf(world, idriss.id);
  assert.ok(contributor.kind === "employer");
  const { tradeName, phone, street, extra, town } = contributor.employer;
  return { tradeName, phone, street, extra, town };
}

const place = { street: "Boulevard de la République", extra: "BP 12", town: "Djibouti" };

test("CN-12 an insured person changes their own address at any time; what is wrong is said by its field", async () => {
  const visitor = await visitorOf(hodan);
  const refused = await changeAddress(world, visitor, { ...place, town: "12345" });
  assert.deepEqual("refused" in refused && Object.keys(refused.refused), ["town"]);
  assert.equal(await findAddress(world.db, hodan.id), undefined);
  assert.deepEqual(await changeAddress(world, visitor, place), { done: true });
  const known = await findAddress(world.db, hodan.id);
  assert.deepEqual([known?.street, known?.country, known?.from], [place.street, "DJ", "2026-03-10"]);
  assert.equal((await actsOf(world, hodan)).at(-1), "changed the address");
});

test("CN-12 who acts for a company changes its data, and not its registered name", async () => {
  const visitor = await visitorOf(idriss);
  const typed = { ...place, "trade-name": " Le  Port ", phone: "21 35 00 00", name: "Autre" };
  assert.deepEqual(await changeCompany(world, visitor, typed), { done: true });
  assert.deepEqual(await companyData(), { tradeName: "Le Port", phone: "21 35 00 00", ...place });
  const { rows } = await sql<{ name: string }>`select name from contributions.employer`.execute(world.db);
  assert.deepEqual(rows, [{ name: idriss.company.name }]);
  const refused = await changeCompany(world, visitor, { "trade-name": "x".repeat(151), phone: "<b>" });
  assert.deepEqual("refused" in refused && Object.keys(refused.refused), [
    "trade-name",
    "phone",
    "street",
    "town",
  ]);
});

test("SEC-11 another person changes nothing of the company; nor does who acts for it no longer", async () => {
  assert.deepEqual(await changeCompany(world, await visitorOf(hodan), place), { none: true });
  const visitor = await visitorOf(idriss);
  await sql`update contributions.representative set ended_at = now() where person_id = ${idriss.id}`.execute(
    world.db,
  );
  assert.deepEqual(await changeCompany(world, visitor, place), { none: true });
  const { rows } = await sql<{ street: unknown }>`select street from contributions.employer`.execute(
    world.db,
  );
  assert.deepEqual(rows, [{ street: null }]);
});

async function atHome(who: (typeof contributors)[number]): Promise<Browser> {
  const browser = site.browser();
  await browser.send("/sessions", { identifier: who.number, password: who.firstPassword });
  const { body } = await browser.open("/terms");
  const version = /name="version" value="([^"]+)"/.exec(body)?.[1] ?? "";
  await browser.send("/terms/answers", { version, accepted: "yes", answer: "accept" });
  await browser.send("/password", { password: "Tulipe-Vapeur-43" });
  await browser.send("/contacts", { answer: "later" });
  return browser;
}

test("CN-01 CN-08 each signs the charter of their own kind, and has a home of their own", async () => {
  const insured = await atHome(hodan);
  const mine = await insured.open("/home");
  assert.equal(mine.path, "/home");
  assert.match(mine.body, /Mes cotisations[\s\S]*ne se consultent pas encore ici/);
  assert.doesNotMatch(mine.body, /Mon entreprise|href="\/company"/);
  assert.equal((await insured.open("/company")).status, 404);
  assert.match((await insured.open("/charters/receipts")).body, /La charte de votre espace d’assuré/);
  const employer = await atHome(idriss);
  const ours = await employer.open("/home");
  assert.match(ours.body, /gérant, Boulangerie du Port/);
  assert.match(ours.body, /href="\/company"/);
  assert.doesNotMatch(ours.body, /href="\/pension\/new"/);
  assert.doesNotMatch((await employer.open("/charters/receipts")).body, /espace d’assuré/);
});

test("CN-06 a password under 10 characters, or of fewer than four kinds, is refused with the rules", async () => {
  const browser = site.browser();
  await browser.send("/sessions", { identifier: hodan.number, password: hodan.firstPassword });
  const { body } = await browser.open("/terms");
  const version = /name="version" value="([^"]+)"/.exec(body)?.[1] ?? "";
  await browser.send("/terms/answers", { version, accepted: "yes", answer: "accept" });
  for (const password of ["Orage7-Ba", "Orage7BancVelours", "orage7-banc-velours", "Orage-Banc-Velours"]) {
    const seen = await browser.send("/password", { password });
    assert.equal(seen.status, 422, password);
    assert.match(seen.body, /Il manque à ce mot de passe/);
  }
});

test("CN-01 nobody’s household is asked of them: the pages of household files do not exist here", async () => {
  const browser = await atHome(hodan);
  for (const path of ["/delegations/new", "/separations/new", "/openings/current", "/law"])
    assert.equal((await browser.open(path)).status, 404, path);
  for (const path of [
    "/journal",
    "/sessions",
    "/ways-in",
    "/contacts",
    "/second-step",
    "/alarms/new",
    "/address",
  ])
    assert.equal((await browser.open(path)).status, 200, path);
});
