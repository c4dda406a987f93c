import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import {
  awa,
  type DemoWorld,
  demoWorld,
  journalOf,
  julien,
  type Someone,
  samira,
  standing,
} from "../../../../test/demo.ts";
import { deskOf } from "../../../../test/desk.ts";
import { type Browser, type TestSite, testSite } from "../../../../test/site.ts";
import { seal } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import { newId, newSupportNumber } from "../../../platform/ids.ts";
import { judgeUploads } from "../../../platform/uploads/judge.ts";
import { keepFile } from "../../../platform/uploads/store.ts";
import { decideDeskRequest, findContactPoints, proposeMergeOf } from "../../identity/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { approvalsFor } from "../approvals/list.ts";
import { recordsFor, settleMerge } from "../records/records.ts";
import { readAgent } from "../sign-in/sign-in.ts";
import { settleTask, tasksFor } from "../tasks/tasks.ts";
import { requestFile, requestFor, requestsFor, settleRequest } from "./requests.ts";

let world: DemoWorld;
let site: TestSite;
let dominique: SignedInAgent;
let claude: SignedInAgent;
/** Works in Brest; and Noa, who protects data. */
let alix: SignedInAgent;
let noa: SignedInAgent;
let browser: Browser;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  const enter = deskOf(site, world, readAgent);
  alix = (await enter({ staffNumber: "A3", office: "Brest" })).agent;
  noa = (await enter({ staffNumber: "A4", roles: ["data-protection-officer"] })).agent;
  claude = (await enter({ staffNumber: "A2", name: "Claude Petit" })).agent;
  ({ agent: dominique, browser } = await enter({ staffNumber: "A1", name: "Dominique Roy" }));
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

const reason = "Carte lue, photo conforme";
const contact = { kind: "mail", value: "nouvelle@exemple.fr" };

/** A request of a person, with a document, as their own pages leave it for the desk. */
async function request(who: Someone): Promise<{ requestId: string; fileId: string }> {
  const requestId = newId();
  const told = { firstNames: "Awa", birthName: "Diallo", birthDate: "1988-11-03" };
  const body = { identifier: { kind: "nir", value: who.identifier }, who: told, contact, language: "fr" };
  const sealed = seal(world.keys.nir, JSON.stringify(body), requestId);
  const bytes = Buffer.from("%PDF-1.4\n%%EOF");
  const sent = { field: "front", name: "pièce.pdf", declared: "application/pdf", bytes, tooLarge: false };
  const judged = await judgeUploads(world.antivirus, [sent]);
  const [safe] = "safe" in judged ? judged.safe : [];
  assert.ok(safe);
  return inTransaction(world.db, async (tx) => {
    await sql`insert into identity.desk_request (found_by, request_id, case_number, person_id, sealed, asked_at, state)
      select found_by, ${requestId}, ${newSupportNumber()}, person_id, ${sealed}, ${world.clock()}, 'open'
      from identity.identifier where person_id = ${who.id}`.execute(tx);
    const { fileId } = await keepFile(tx, world.keys.uploads, requestId, safe, world.clock());
    return { requestId, fileId };
  });
}

const moved = (fileNumber: string) =>
  sql`update households.file set office = 'Brest' where file_number = ${fileNumber}`.execute(world.db);

test("SEC-11 new contact details take two agents: one proposes, another confirms, and not the same twice", async () => {
  const { requestId } = await request(awa);
  const accept = (agent: SignedInAgent) => settleRequest(world, agent, requestId, "accept", reason);
  const points = async () => (await findContactPoints(world.db, awa.id)).map(({ value }) => value);
  assert.deepEqual(await accept(dominique), { proposed: true });
  assert.ok(!(await points()).includes(contact.value));
  const again = await accept(dominique);
  assert.ok(again && "refused" in again && /Qui propose ne confirme pas/.test(again.refused.fr));
  const read = await requestFor(world, claude, requestId);
  assert.ok(read && "request" in read && read.may.allowed && read.approval?.proposedBy === dominique.agentId);
  assert.deepEqual(await accept(claude), { done: true });
  assert.ok((await points()).includes(contact.value));
  assert.equal((await approvalsFor(world, claude)).waiting.length, 0);
  for (const agent of [claude, dominique]) assert.equal(await accept(agent), undefined, "decided");
  assert.equal(
    (await approvalsFor(world, claude)).waiting.length,
    0,
    "nothing is proposed of what is decided",
  );
});

test("SEC-11 two agents who accept at the same moment leave one proposal; two who confirm, one acceptance", async () => {
  const { requestId } = await request(awa);
  const both = (decision: "accept") =>
    Promise.all([dominique, claude].map((agent) => settleRequest(world, agent, requestId, decision, reason)));
  const proposed = await both("accept");
  assert.equal(proposed.filter((one) => one && !("refused" in one)).length >= 1, true);
  assert.equal((await approvalsFor(world, dominique)).waiting.length <= 1, true);
  await both("accept");
  const accepted = (await journalOf(world, awa)).filter(({ act }) => act === "accepted a desk request");
  assert.ok(accepted.length <= 1);
});

test("SEC-11 a proposal whose request was decided elsewhere no longer waits for anybody", async () => {
  const { requestId } = await request(awa);
  await settleRequest(world, dominique, requestId, "accept", reason);
  assert.equal((await approvalsFor(world, claude)).waiting.length, 1);
  assert.ok(
    "done" in
      (await decideDeskRequest(world, { agentId: "command", name: "Siège" }, requestId, "refuse", reason)),
  );
  assert.deepEqual((await approvalsFor(world, claude)).waiting, []);
});

test("SEC-11 one agent refuses, with a reason; without one nothing is decided", async () => {
  const { requestId } = await request(awa);
  const refuse = (typed: string) => settleRequest(world, dominique, requestId, "refuse", typed);
  assert.ok("refused" in ((await refuse(" ")) ?? {}));
  await settleRequest(world, dominique, requestId, "accept", reason);
  assert.deepEqual(await refuse("Photo illisible"), { done: true }, "even who proposed to accept");
  assert.equal((await approvalsFor(world, claude)).waiting.length, 0);
});

test("CP-21 another office reads, downloads and decides nothing; neither does who is not a desk agent", async () => {
  const { requestId, fileId } = await request(awa);
  for (const agent of [alix, noa]) {
    const read = await requestFor(world, agent, requestId);
    assert.ok(read && "refused" in read);
    assert.equal(await requestFile(world, agent, requestId, fileId), undefined);
    for (const decision of ["accept", "refuse"] as const)
      assert.ok("refused" in ((await settleRequest(world, agent, requestId, decision, reason)) ?? {}));
  }
  assert.deepEqual((await requestsFor(world, alix, 1)).waiting, []);
  assert.equal((await journalOf(world, awa)).length, 0);
  for (const id of [newId(), "x"]) {
    assert.equal(await requestFor(world, dominique, id), undefined);
    assert.equal(await requestFile(world, dominique, requestId, id), undefined);
    assert.equal(await settleRequest(world, dominique, id, "accept", reason), undefined);
  }
  const other = await request(julien);
  assert.equal(await requestFile(world, dominique, other.requestId, fileId), undefined);
});

test("SEC-12 SEC-13 a document leaves as a download, and its reading stands in the journal with the case number", async () => {
  const { requestId, fileId } = await request(awa);
  const answered = await site.app.inject({
    url: `/desk/requests/${requestId}/files/${fileId}`,
    headers: { host: "caf.localhost", cookie: `__Host-desk=${browser.jar.get("__Host-desk")}` },
  });
  assert.equal(answered.statusCode, 200);
  assert.equal(
    answered.headers["content-disposition"],
    "attachment; filename=\"piece.pdf\"; filename*=UTF-8''pi%C3%A8ce.pdf",
  );
  assert.deepEqual(
    [
      answered.headers["content-type"],
      answered.headers["x-content-type-options"],
      answered.headers["cache-control"],
    ],
    ["application/pdf", "nosniff", "no-store"],
  );
  assert.equal((await journalOf(world, awa)).at(-1)?.act, "read a file of a desk request");
  const nobody = await site.app.inject({
    url: `/desk/requests/${requestId}/files/${fileId}`,
    headers: { host: "caf.localhost" },
  });
  assert.equal(nobody.statusCode, 303);
});

test("the request's page tells what agrees, takes a decision and keeps what was typed", async () => {
  const { requestId } = await request(awa);
  const listed = await browser.open("/desk/requests");
  assert.match(listed.body, /Awa Diallo/);
  const seen = await browser.open(`/desk/requests/${requestId}`);
  assert.match(seen.body, /Awa Diallo \(concorde\)/);
  const path = `/desk/requests/${requestId}`;
  const missing = await browser.send(path, { reason: "Je réfléchis" });
  assert.equal(missing.status, 422);
  assert.match(missing.body, /Je réfléchis/);
  assert.match(
    (await browser.send(path, { decision: "accept", reason })).body,
    /Un autre agent doit maintenant/,
  );
  assert.match((await browser.open(path)).body, /Qui propose ne confirme pas/);
  const home = await browser.open("/desk");
  assert.match(home.body, /À confirmer.*\(1\)/s);
  for (const list of ["guardianships", "records", "tasks"])
    assert.ok(home.body.includes(`/desk/${list}`), list);
});

test("CP-12 SEC-11 two records are merged by two agents of the office, never by another one", async () => {
  await proposeMergeOf(world, dominique, julien.id, samira.id);
  const [merge] = (await recordsFor(world, claude)).open;
  const settle = (agent: SignedInAgent, decision: "agree" | "refuse" | "undo") =>
    settleMerge(world, agent, merge?.mergeId ?? "", decision, reason);
  assert.equal((await recordsFor(world, alix)).open.length, 0);
  for (const agent of [alix, noa, dominique]) assert.ok("refused" in (await settle(agent, "agree")));
  assert.ok("refused" in (await settleMerge(world, claude, newId(), "agree", reason)));
  assert.ok("refused" in (await settleMerge(world, claude, merge?.mergeId ?? "", "agree", " ")));
  assert.deepEqual(await settle(claude, "agree"), { done: true });
  assert.deepEqual(await settle(dominique, "undo"), { done: true });
});

test("CP-19 what a separation leaves to do is closed once, by the office of the file", async () => {
  const fileId = (await standing(world, julien)).file?.fileId ?? "";
  const taskId = newId();
  await sql`insert into households.desk_task (file_id, task_id, kind, person_id, state, made_at)
    values (${fileId}, ${taskId}, 'separation', ${julien.id}, 'open', ${world.clock()})`.execute(world.db);
  assert.equal((await tasksFor(world, dominique)).waiting[0]?.name, "Julien Mercier");
  const settle = (agent: SignedInAgent, task = { fileId, taskId }) => settleTask(world, agent, task);
  assert.equal((await tasksFor(world, alix)).waiting.length, 0);
  for (const agent of [alix, noa]) assert.ok("refused" in (await settle(agent)));
  assert.ok("refused" in (await settle(dominique, { fileId: newId(), taskId })));
  assert.deepEqual(await settle(dominique), { done: true });
  assert.ok("refused" in (await settle(claude)));
  assert.equal((await journalOf(world, julien)).at(-1)?.act, "settled a desk task");
});

test("CP-21 a file that changes office changes hands at once", async () => {
  const { requestId } = await request(awa);
  await moved(awa.fileNumber);
  assert.deepEqual(await settleRequest(world, alix, requestId, "refuse", reason), { done: true });
});
