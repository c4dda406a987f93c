import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { contributors, demoInsuredRegistry } from "../../../../dev/demo/cnss.ts";
import { caf } from "../../../../institutions/caf/index.ts";
import { cnss } from "../../../../institutions/cnss/index.ts";
import { type DemoWorld, demoWorld } from "../../../../test/demo.ts";
import { deskOf } from "../../../../test/desk.ts";
import { type Browser, type TestSite, testSite } from "../../../../test/site.ts";
import { seal } from "../../../platform/crypto.ts";
import { newId, newSupportNumber } from "../../../platform/ids.ts";
import { decideAccessRequest } from "../../contributions/index.ts";
import { personBy } from "../../identity/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { withdraw } from "../approvals/approve.ts";
import { approvalsFor } from "../approvals/list.ts";
import { readAgent } from "../sign-in/sign-in.ts";
import { accessRequestFor, accessRequestsFor, settleAccessRequest } from "./access-requests.ts";

let world: DemoWorld;
let site: TestSite;
let dominique: SignedInAgent;
let claude: SignedInAgent;
/** Protects data: decides nothing. */
let noa: SignedInAgent;
/** Claude's. */
let browser: Browser;
before(async () => {
  world = await demoWorld({ institution: cnss, insuredRegistry: demoInsuredRegistry() });
  site = await testSite(world);
  const enter = deskOf(site, world, readAgent);
  noa = (await enter({ staffNumber: "A4", roles: ["data-protection-officer"] })).agent;
  dominique = (await enter({ staffNumber: "A1", name: "Dominique Roy" })).agent;
  ({ agent: claude, browser } = await enter({ staffNumber: "A2", name: "Claude Petit" }));
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

const reason = "Carte vue au guichet";
const mail = "kadra.guedi@exemple.fr";

/** A request that the register confirms, as its own pages leave it. */
async function waiting(): Promise<string> {
  const requestId = newId();
  const told = { number: "100593846", firstNames: "Kadra Fatouma", birthName: "Guedi-Omar" };
  const body = {
    language: "fr",
    told: { ...told, birthDate: "1992-11-03", company: "", quality: "" },
    contact: { kind: "mail", value: mail, verified: true },
  };
  const sealed = seal(world.keys.nir, JSON.stringify(body), requestId);
  await sql`insert into contributions.access_request (request_id, secret_hash, kind, state, person_id, sealed, found_by,
      fits, case_number, changed_at, sent_at)
    values (${requestId}, ${randomBytes(32)}, 'insured', 'sent', ${newId()}, ${sealed}, ${randomBytes(32)}, 'match',
      ${newSupportNumber()}, ${world.clock()}, ${world.clock()})`.execute(world.db);
  return requestId;
}
const settle = (agent: SignedInAgent, id: string, decision: "accept" | "refuse" = "accept", typed = reason) =>
  settleAccessRequest(world, agent, id, decision, typed);
const hasAccount = async () => "personId" in (await personBy(world, "100593846"));

test("CN-04 SEC-11 an access takes two agents: one proposes, another confirms, and the password goes to the person", async () => {
  const id = await waiting();
  const found = await accessRequestFor(world, dominique, id);
  assert.ok(found && "request" in found && found.request.told.number === "100593846");
  assert.deepEqual(await settle(dominique, id), { proposed: true });
  assert.equal(await hasAccount(), false);
  const again = await settle(dominique, id);
  assert.ok(again && "refused" in again && /Qui propose ne confirme pas/.test(again.refused.fr));
  assert.equal((await approvalsFor(world, claude)).waiting[0]?.kind, "issue-access");
  assert.deepEqual(await settle(claude, id), { done: true });
  assert.equal(await hasAccount(), true);
  assert.match((await world.sent()).at(-1)?.payload.text ?? "", /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  assert.deepEqual((await approvalsFor(world, claude)).waiting, []);
  for (const agent of [dominique, claude]) assert.equal(await settle(agent, id), undefined, "decided");
});

test("CN-04 SEC-11 two agents who confirm at the same moment give one access; a proposal taken back gives none", async () => {
  const id = await waiting();
  await settle(dominique, id);
  const [proposal] = (await approvalsFor(world, dominique)).waiting;
  assert.deepEqual(await withdraw(world, dominique, proposal?.approvalId ?? ""), { done: true });
  assert.deepEqual(await settle(claude, id), { proposed: true }, "it is proposed anew");
  const both = await Promise.all([settle(dominique, id), settle(dominique, id)]);
  assert.equal(both.filter((one) => one && "done" in one).length, 1);
});

test("CN-04 one agent refuses with a reason, which the person is told; without one nothing is decided", async () => {
  const id = await waiting();
  assert.ok("refused" in ((await settle(dominique, id, "refuse", " ")) ?? {}));
  assert.ok("refused" in ((await settle(dominique, id, "refuse", "x".repeat(301))) ?? {}));
  await settle(dominique, id);
  assert.deepEqual(await settle(dominique, id, "refuse", "Date fausse"), { done: true }, "even who proposed");
  assert.match((await world.sent()).at(-1)?.payload.text ?? "", /Date fausse/);
  assert.deepEqual((await approvalsFor(world, claude)).waiting, []);
  assert.equal(await hasAccount(), false);
});

test("CN-04 SEC-11 a proposal whose request was decided by command no longer waits for anybody", async () => {
  const [settled, open] = [await waiting(), await waiting()];
  for (const id of [settled, open]) await settle(dominique, id);
  const byCommand = { agentId: "command", name: "Siège" };
  assert.ok("done" in (await decideAccessRequest(world, byCommand, settled, "refuse", "Vu au siège")));
  assert.deepEqual(
    (await approvalsFor(world, claude)).waiting.map(({ about }) => about),
    [open],
  );
  const kept = await sql`select 1 from desk.approval`.execute(world.db);
  assert.equal(kept.rows.length, 1, "it is gone, not hidden");
  assert.match((await browser.open("/desk")).body, /À confirmer<\/a> <strong>\(1\)/);
});

test("MC-06 CP-12 CP-19 where accounts are of insured persons, the desk has no list about households", async () => {
  const { body } = await browser.open("/desk");
  for (const list of ["guardianships", "records", "tasks"]) {
    assert.ok(!body.includes(`/desk/${list}`), list);
    assert.equal((await browser.open(`/desk/${list}`)).status, 404, list);
  }
  for (const list of ["requests", "access-requests", "approvals"])
    assert.ok(body.includes(`href="/desk/${list}"`), list);
});

test("SEC-11 who is no desk agent reads and decides nothing; other ids are no request’s", async () => {
  const id = await waiting();
  const read = await accessRequestFor(world, noa, id);
  assert.ok(read && "refused" in read);
  for (const decision of ["accept", "refuse"] as const)
    assert.ok("refused" in ((await settle(noa, id, decision)) ?? {}));
  for (const wrong of ["", "1", newId(), contributors[0].id]) {
    assert.equal(await accessRequestFor(world, dominique, wrong), undefined);
    assert.equal(await settle(dominique, wrong), undefined);
  }
});

test("CN-04 an institution where nobody asks for an access has neither list nor request, in the use case nor on the site", async () => {
  const id = await waiting();
  const elsewhere = { ...world, institution: caf };
  assert.deepEqual(await accessRequestsFor(elsewhere, dominique, 1), { waiting: [], more: false });
  assert.equal(await accessRequestFor(elsewhere, dominique, id), undefined);
  assert.equal(await settleAccessRequest(elsewhere, dominique, id, "refuse", reason), undefined);
  assert.equal((await browser.open("/desk/structure-requests")).status, 404);
});

test("CN-04 on the site: counted, listed, read, proposed, confirmed by a letter saved once", async () => {
  const id = await waiting();
  const path = `/desk/access-requests/${id}`;
  assert.match((await browser.open("/desk")).body, /Demandes d’accès<\/a> <strong>\(1\)/);
  assert.match((await browser.open("/desk/access-requests")).body, /concorde avec le registre/);
  const seen = await browser.open(path);
  assert.match(seen.body, /100593846/);
  assert.doesNotMatch(seen.body, /Comment remettre/, "who proposes hands nothing over");
  const missing = await browser.send(path, { reason: "Je réfléchis" });
  assert.equal(missing.status, 422);
  assert.match(missing.body, /Je réfléchis/);
  await settle(dominique, id);
  assert.match((await browser.open("/desk/approvals")).body, new RegExp(`href="${path}"`));
  assert.match((await browser.open(path)).body, /Dominique Roy[\s\S]*Comment remettre/);
  const before = (await world.sent()).length;
  const letter = await browser.post(path, { decision: "accept", reason, by: "letter" });
  assert.equal(letter.status, 200);
  assert.match(letter.body, /^%PDF-/);
  assert.equal((await world.sent()).length, before, "the paper says it, no message");
  assert.equal((await browser.open(path)).status, 404);
});
