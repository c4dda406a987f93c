import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { refusals } from "../../../law/access/reasons.ts";
import type { MeasureKind } from "../../../law/access/relations.ts";
import { swornStatementRefusals } from "../../../law/access/sworn-statement.ts";
import {
  awa,
  camille,
  type DemoWorld,
  demoWorld,
  journalOf,
  julien,
  nadia,
  ownPassword,
  type Someone,
  standing,
  yann,
} from "../../../test/demo.ts";
import { guard } from "../../../test/guardian.ts";
import { type Browser, settle, type TestSite, testSite } from "../../../test/site.ts";
import { inTransaction } from "../../platform/database.ts";
import { verifyJournal } from "../../platform/journal.ts";
import { admit, findAddress } from "../identity/index.ts";
import { answersOf, keepAnswers } from "./answer/draft.ts";
import { sendClaim } from "./sign/send-claim.ts";

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  for (const who of [camille, nadia, julien]) await settle(site.browser(), who);
  await sql`update identity.contact_point set verified_at = ${world.clock()}`.execute(world.db);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

const scopes = ["assistance", "representation", "accounts"] as const satisfies readonly MeasureKind[];
const moved = { where: "other", street: "1 rue Neuve", postcode: "69007", town: "Lyon", date: "2026-03-01" };
const forNadia = { personId: nadia.id, actor: camille.id };

async function send(claimant = forNadia, signed = true) {
  await keepAnswers(world, claimant, "moved-in", moved);
  return sendClaim(world, claimant, "moved-in", { signed, language: "fr" });
}

const claims = async () =>
  (
    await sql<{ person: string; by: string }>`
      select person_id as person, sent_by as by from claims.claim`.execute(world.db)
  ).rows;

for (const scope of scopes)
  test(`MC-06 MC-15 under ${scope} a guardian claims for the person they protect only if they represent them`, async () => {
    await guard(world, camille, nadia, scope);
    const before = await findAddress(world.db, nadia.id);
    const result = await send();
    if (scope !== "representation") {
      assert.deepEqual("stopped" in result && result.stopped.says, refusals.beyondTheDecision.because.says);
      assert.deepEqual(await claims(), []);
      assert.deepEqual(await findAddress(world.db, nadia.id), before);
      return;
    }
    assert.ok("number" in result);
    assert.deepEqual(await claims(), [{ person: nadia.id, by: camille.id }]);
    assert.equal((await findAddress(world.db, nadia.id))?.town, "Lyon");
    assert.notEqual((await findAddress(world.db, camille.id))?.town, "Lyon");
    const last = (await journalOf(world, nadia)).at(-1);
    assert.deepEqual([last?.act, last?.actor], ["signed and sent a claim", camille.id]);
    assert.deepEqual([last?.detail.as, last?.detail.measure], ["guardian", "representation"]);
    assert.equal((await verifyJournal(world.db, world.keys.journal)).broken, undefined);
  });

test("MC-11 MC-15 nothing goes unsigned; sent twice at the same moment, one claim stands", async () => {
  await guard(world, camille, nadia, "representation");
  assert.deepEqual(await send(forNadia, false), { refused: swornStatementRefusals.notTicked });
  const results = await Promise.all(
    [0, 1, 2].map(() => sendClaim(world, forNadia, "moved-in", { signed: true, language: "fr" })),
  );
  assert.equal(new Set(results.map((one) => ("number" in one ? one.number : "none"))).size, 1);
  assert.equal((await claims()).length, 1);
});

test("SEC-11 MC-06 another guardian’s person, a spouse’s, a stranger’s: refused alike, whoever asks", async () => {
  await guard(world, camille, nadia, "representation");
  await guard(world, julien, yann, "representation");
  for (const [actor, personId] of [
    [julien.id, nadia.id],
    [camille.id, yann.id],
    [camille.id, awa.id],
    [nadia.id, camille.id],
  ] as const) {
    const result = await send({ personId, actor });
    assert.deepEqual("stopped" in result && result.stopped.says, refusals.stranger.because.says);
  }
  assert.deepEqual(await claims(), []);
});

test("MC-06 CP-16 a guardian goes no further than the person would without the measure", async () => {
  await guard(world, camille, yann, "representation");
  const result = await send({ personId: yann.id, actor: camille.id });
  assert.ok("stopped" in result, "Yann is a spouse without the delegation");
});

test("MC-06 a measure that ends between the form and its sending, by its day or by the court, sends nothing", async () => {
  await guard(world, camille, nadia, "representation", "2026-03-11");
  await keepAnswers(world, forNadia, "moved-in", moved);
  world.clock.now = new Date("2026-03-10T23:00:00Z");
  const sent = () => sendClaim(world, forNadia, "moved-in", { signed: true, language: "fr" });
  assert.ok("stopped" in (await sent()));
  await world.afresh();
  await guard(world, camille, nadia, "representation");
  await keepAnswers(world, forNadia, "moved-in", moved);
  await sql`update households.guardianship set until_date = '2026-03-10'`.execute(world.db);
  assert.ok("stopped" in (await sent()));
  assert.deepEqual(await claims(), []);
});

test("SEC-10 MC-07 a guardian and the person they protect do not read each other’s drafts", async () => {
  const hers = { personId: nadia.id, actor: nadia.id };
  await keepAnswers(world, forNadia, "moved-in", moved);
  assert.deepEqual(await answersOf(world, world.db, hers, "moved-in"), {});
  await keepAnswers(world, hers, "moved-in", { where: "same" });
  assert.deepEqual(await answersOf(world, world.db, forNadia, "moved-in"), moved);
  await sql`delete from claims.draft where by_person = ${nadia.id}`.execute(world.db);
  await sql`update claims.draft set by_person = ${nadia.id}`.execute(world.db);
  await assert.rejects(answersOf(world, world.db, hers, "moved-in"), "sealed for another");
});

test("CP-14 MC-10 both are told, each at their own contact points, without a link", async () => {
  await guard(world, camille, nadia, "representation");
  const before = (await world.sent()).length;
  const result = await send();
  assert.ok("number" in result);
  const told = (await world.sent()).slice(before).map(({ payload }) => payload);
  const [to] = told.filter((one) => one.to === nadia.mail || one.to === nadia.mobile);
  assert.match(to?.text ?? "", /Camille Susini/);
  const [guardian] = told.filter((one) => one.to === camille.mail || one.to === camille.mobile);
  assert.ok(guardian && !/Nadia|Benali/.test(guardian.text));
  for (const { text } of told) {
    assert.ok(text.includes(result.number));
    assert.doesNotMatch(text, /https?:|www\.|cliqu/);
  }
});

/** Somebody who opened an account and is part of no file. */
async function newcomer(): Promise<Pick<Someone, "id">> {
  const id = "00000000-0000-4000-8000-00000000cafe";
  const person = { personId: id, firstNames: "Manon", birthName: "Carpentier", usedName: null };
  await inTransaction(world.db, (tx) =>
    admit(tx, world, {
      person: { ...person, birthDate: "2003-05-12" },
      contacts: [{ kind: "mail", value: "manon@exemple.fr" }],
    }),
  );
  return { id };
}

test("MC-15 a protected person who has no file becomes a holder by the claim of who represents them, and of nobody else", async () => {
  const manon = await newcomer();
  const claimant = { personId: manon.id, actor: camille.id };
  await guard(world, camille, manon, "assistance");
  assert.ok("stopped" in (await send(claimant)));
  await guard(world, camille, manon, "representation");
  assert.ok("number" in (await send(claimant)));
  const { relation, place, file } = await standingOfManon(manon);
  assert.deepEqual([relation, place], ["protected-person", "holder"]);
  assert.match(file?.fileNumber ?? "", /^[1-9]\d{6}$/);
  const acts = (await journalOf(world, manon)).filter(({ actor }) => actor === camille.id);
  assert.deepEqual(
    acts.map(({ act, detail }) => [act, detail.as]),
    [
      ["became a holder by claiming", "guardian"],
      ["signed and sent a claim", "guardian"],
    ],
  );
});

const standingOfManon = async (who: Pick<Someone, "id">) => standing(world, who as Someone);

async function entered(scope: MeasureKind): Promise<Browser> {
  await guard(world, camille, nadia, scope);
  const browser = site.browser();
  await browser.signIn(camille, ownPassword);
  assert.equal((await browser.send("/spaces", { person: nadia.id })).path, "/spaces/current");
  return browser;
}
const space = nadia.id;

test("MC-07 MC-15 on the site: every page of the claim says whose it is; sent, each reads it under the guardian’s name", async () => {
  const browser = await entered("representation");
  assert.match((await browser.open("/spaces/current")).body, /Faire une demande pour Nadia Benali/);
  const address = await browser.open("/claims/moved-in/address");
  assert.match(address.body, new RegExp(`name="space" value="${nadia.id}"`));
  assert.match(address.body, /Vous répondez pour Nadia Benali/);
  const typed = { where: "other", street: "1 rue Neuve", postcode: "69007", town: "Lyon", space };
  await browser.send("/claims/moved-in/address", typed);
  const date = { "moved-day": "1", "moved-month": "3", "moved-year": "2026", space };
  const check = await browser.send("/claims/moved-in/date", date);
  assert.match(check.body, /<title>Espace de Nadia Benali – /);
  assert.ok(check.body.includes(nadia.fileNumber) && !check.body.includes(camille.fileNumber));
  assert.match((await browser.open("/claims/moved-in/statement")).body, /Vous signez pour Nadia Benali/);
  const sent = await browser.send("/claims/moved-in/statement", { signed: "yes", space });
  assert.match(sent.path, /^\/claims\/sent\//);
  const own = await browser.open("/spaces/current/journal");
  assert.match(own.body, /Une demande a été signée et envoyée/);
  assert.match(own.body, /décider à la place de la personne/);
  const hers = site.browser();
  await hers.signIn(nadia, ownPassword);
  const journal = await hers.open("/journal");
  assert.match(journal.body, /Camille Susini[\s\S]*décider à la place de la personne/);
  assert.equal((await hers.open(sent.path)).status, 200, "it is hers");
  await browser.send("/spaces/current/end");
  assert.equal(
    (await browser.open(sent.path)).status,
    404,
    "in her own space the guardian has no such claim",
  );
});

test("MC-07 a form of one space is not taken in another: nothing is written, and the page says so", async () => {
  const browser = await entered("representation");
  const typed = { where: "other", street: "1 rue Neuve", postcode: "69007", town: "Lyon" };
  const mine = await browser.post("/claims/moved-in/address", typed);
  assert.equal(mine.status, 409, "a form of her own space, posted once another was entered");
  await browser.send("/spaces/current/end");
  const theirs = await browser.post("/claims/moved-in/address", { ...typed, space });
  assert.equal(theirs.status, 409);
  assert.match(theirs.body, /Vous avez changé d’espace/);
  const { rows } = await sql`select 1 from claims.draft`.execute(world.db);
  assert.equal(rows.length, 0);
});

test("SEC-05 MC-07 what was typed for another before the session ended does not come back in one’s own claim", async () => {
  const browser = await entered("representation");
  world.pass({ minutes: 16 });
  const typed = { where: "other", street: "33 rue Longue", postcode: "13001", town: "Marseille", space };
  await browser.send("/claims/moved-in/address", typed);
  const back = await browser.send("/sessions", {
    identifier: camille.identifier,
    password: ownPassword,
    next: "/claims/moved-in/address",
  });
  assert.equal(back.path, "/claims/moved-in/address");
  assert.doesNotMatch(back.body, /33 rue Longue/);
});

test("MC-06 MC-10 on the site what the decision does not open is refused with its sentence, whatever the scope", async () => {
  for (const scope of scopes) {
    await world.afresh();
    const browser = await entered(scope);
    for (const path of ["/separations/new", "/delegations/new"]) {
      const seen = await browser.open(path);
      assert.equal(seen.status, 403, path);
      assert.ok(seen.body.includes(refusals.herOwnChoice.because.says.fr), path);
    }
    const day = { "day-day": "1", "day-month": "3", "day-year": "2026", home: "stays", space };
    assert.equal((await browser.post("/separations/new", day)).status, 403);
    assert.equal((await browser.post("/delegations", { answer: "grant", space })).status, 403);
    const contacts = await browser.open("/contacts");
    assert.ok(contacts.body.includes(refusals.distinctContacts.because.says.fr));
    const claim = await browser.open("/claims/moved-in/address");
    assert.equal(claim.status, scope === "representation" ? 200 : 403, scope);
    const shown = await browser.open("/spaces/current");
    assert.equal(shown.body.includes("Donner un autre compte"), scope !== "assistance", scope);
  }
});
