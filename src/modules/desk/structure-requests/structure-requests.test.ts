import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { cnss } from "../../../../institutions/cnss/index.ts";
import { cpam54 } from "../../../../institutions/cpam54/index.ts";
import { type DemoWorld, demoWorld } from "../../../../test/demo.ts";
import { deskOf } from "../../../../test/desk.ts";
import { type Browser, type TestSite, testSite } from "../../../../test/site.ts";
import { newId, newSupportNumber } from "../../../platform/ids.ts";
import { decideStructureRequest } from "../../partners/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { approvalsFor } from "../approvals/list.ts";
import { readAgent } from "../sign-in/sign-in.ts";
import { settleStructureRequest, structureRequestFor, structureRequestsFor } from "./structure-requests.ts";

let world: DemoWorld;
let site: TestSite;
let dominique: SignedInAgent;
let claude: SignedInAgent;
let sacha: SignedInAgent;
/** Claude's. */
let browser: Browser;
before(async () => {
  world = await demoWorld({ institution: cpam54 });
  site = await testSite(world);
  const enter = deskOf(site, world, readAgent);
  sacha = (await enter({ staffNumber: "A3", roles: ["administrator"] })).agent;
  dominique = (await enter({ staffNumber: "A1", name: "Dominique Roy" })).agent;
  ({ agent: claude, browser } = await enter({ staffNumber: "A2", name: "Claude Petit" }));
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

const reason = "Connue de nos services";
const mail = "claire@relais.exemple.fr";

/** A request as its own pages leave it. */
async function waiting(): Promise<string> {
  const requestId = newId();
  const service = { name: "Accueil de jour", firstNames: "Claire", lastName: "Petit", mail, people: 3 };
  await sql`insert into partners.structure_request (structure_id, request_id, case_number, name, kind, number_kind,
      number, street, postcode, town, asked_by, first_names, last_name, duty, mail, services, language, asked_at)
    values (${newId()}, ${requestId}, ${newSupportNumber()}, 'Association Le Relais', 'association', 'siret',
      '73282932000074', '12 rue des Tilleuls', '54000', 'Nancy', ${newId()}, 'Claire', 'Petit', 'directrice', ${mail},
      ${JSON.stringify([service])}, 'fr', ${world.clock()})`.execute(world.db);
  return requestId;
}
const settle = (agent: SignedInAgent, id: string, decision: "accept" | "refuse" = "accept", typed = reason) =>
  settleStructureRequest(world, agent, id, decision, typed);
const services = async () =>
  (await sql<{ name: string }>`select name from partners.service`.execute(world.db)).rows.map(
    ({ name }) => name,
  );

test("SP-02 SP-03 SEC-11 a structure’s accesses take two agents; the manager is then sent theirs", async () => {
  const id = await waiting();
  const before = await services();
  assert.deepEqual(await settle(dominique, id), { proposed: true });
  assert.deepEqual(await services(), before);
  assert.ok("refused" in ((await settle(dominique, id)) ?? {}), "who proposes does not confirm");
  assert.equal((await approvalsFor(world, claude)).waiting[0]?.kind, "accept-structure");
  assert.deepEqual(await settle(claude, id), { done: true });
  assert.deepEqual((await services()).length, before.length + 1);
  assert.ok((await world.sent()).some(({ payload }) => payload.to === mail));
  assert.equal(await settle(claude, id), undefined, "decided");
  assert.deepEqual((await approvalsFor(world, claude)).waiting, []);
});

test("SP-02 one agent refuses and who asked is told why; without a reason nothing is decided", async () => {
  const id = await waiting();
  assert.ok("refused" in ((await settle(dominique, id, "refuse", " ")) ?? {}));
  assert.deepEqual(await settle(dominique, id, "refuse", "Siret d’une autre"), { done: true });
  assert.match((await world.sent()).at(-1)?.payload.text ?? "", /Siret d’une autre/);
});

test("SP-02 SEC-11 a proposal whose request was decided by command no longer waits for anybody", async () => {
  const id = await waiting();
  await settle(dominique, id);
  assert.equal((await approvalsFor(world, claude)).waiting.length, 1);
  const byCommand = { agentId: "command", name: "Siège" };
  assert.deepEqual(await decideStructureRequest(world, byCommand, id, "accept", "Connue"), { done: true });
  assert.deepEqual((await approvalsFor(world, claude)).waiting, []);
});

test("MC-06 CP-12 CP-19 where accounts are of partners, the desk has no list about households", async () => {
  const { body } = await browser.open("/desk");
  for (const list of ["guardianships", "records", "tasks"]) {
    assert.ok(!body.includes(`/desk/${list}`), list);
    assert.equal((await browser.open(`/desk/${list}`)).status, 404, list);
  }
  assert.ok(body.includes('href="/desk/structure-requests"'));
});

test("SEC-11 an administrator, another id, another institution: nothing is read nor decided", async () => {
  const id = await waiting();
  const read = await structureRequestFor(world, sacha, id);
  assert.ok(read && "refused" in read);
  for (const decision of ["accept", "refuse"] as const)
    assert.ok("refused" in ((await settle(sacha, id, decision)) ?? {}));
  for (const wrong of ["", "1", newId()]) {
    assert.equal(await structureRequestFor(world, dominique, wrong), undefined);
    assert.equal(await settle(dominique, wrong), undefined);
  }
  const elsewhere = { ...world, institution: cnss };
  assert.deepEqual(await structureRequestsFor(elsewhere, dominique, 1), { waiting: [], more: false });
  assert.equal(await settleStructureRequest(elsewhere, dominique, id, "refuse", reason), undefined);
  assert.equal((await browser.open("/desk/access-requests")).status, 404);
});

test("SP-02 on the site: counted, listed, read, proposed, confirmed", async () => {
  const id = await waiting();
  const path = `/desk/structure-requests/${id}`;
  assert.match((await browser.open("/desk")).body, /Demandes des structures<\/a> <strong>\(1\)/);
  assert.match((await browser.open("/desk/structure-requests")).body, /Association Le Relais/);
  assert.match((await browser.open(path)).body, /73282932000074[\s\S]*Accueil de jour/);
  assert.equal((await browser.send(path, { decision: "accept", reason: "" })).status, 422);
  await settle(dominique, id);
  assert.match((await browser.open(path)).body, /Dominique Roy/);
  const done = await browser.send(path, { decision: "accept", reason });
  assert.match(done.body, /Les accès sont ouverts/);
  assert.equal((await browser.open(path)).status, 404);
});
