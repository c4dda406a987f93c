import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { type PartName, parts } from "../../../../law/access/parts.ts";
import {
  awa,
  type DemoWorld,
  demoWorld,
  everyone,
  journalOf,
  julien,
  nadia,
  type Someone,
  samira,
  standing,
} from "../../../../test/demo.ts";
import { deskOf, newAgent } from "../../../../test/desk.ts";
import { settle, type TestSite, testSite } from "../../../../test/site.ts";
import { newId } from "../../../platform/ids.ts";
import { filesAtDesk } from "../../households/index.ts";
import { giveNirFor, signIn } from "../../identity/index.ts";
import { actAtDesk, confirmNir } from "../act/act.ts";
import { type DeskAct, deskActs } from "../act/acts.ts";
import type { SignedInAgent } from "../agent.ts";
import { closeDeskAccess } from "../agents/add.ts";
import { withdraw } from "../approvals/approve.ts";
import { approvalsFor } from "../approvals/list.ts";
import { findAtDesk, type TypedSearch } from "../find-person/find.ts";
import { emptySearch } from "../find-person/page.ts";
import { readAgent } from "../sign-in/sign-in.ts";
import { lookAtVisit } from "./told.ts";
import { openVisit, readVisit } from "./visit.ts";

let world: DemoWorld;
let site: TestSite;
/** Dominique and Claude receive everybody; Alix works in Brest; Noa protects data; Sami writes software. */
let dominique: SignedInAgent;
let claude: SignedInAgent;
let alix: SignedInAgent;
let noa: SignedInAgent;
let sami: SignedInAgent;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  const enter = deskOf(site, world, readAgent);
  dominique = (await enter({ staffNumber: "A1", name: "Dominique Roy" })).agent;
  claude = (await enter({ staffNumber: "A2", name: "Claude Petit" })).agent;
  alix = (await enter({ staffNumber: "A3", office: "Brest" })).agent;
  noa = (await enter({ staffNumber: "A4", roles: ["data-protection-officer"] })).agent;
  sami = (await enter({ staffNumber: "A5", roles: ["support"] })).agent;
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

const reason = "Vient avec sa pièce d’identité";
const search = (typed: Partial<TypedSearch>) => ({ ...emptySearch, reason, ...typed });

async function receive(
  agent: SignedInAgent,
  who: Someone,
  given: Partial<{ reason: string; fileId: string }> = {},
) {
  const [file] = await filesAtDesk(world.db, [who.id]);
  const fileId = given.fileId ?? file?.fileId ?? "";
  return openVisit(world, agent, { personId: who.id, fileId, reason: given.reason ?? reason });
}

async function visitOf(agent: SignedInAgent, who: Someone): Promise<string> {
  const opened = await receive(agent, who);
  assert.ok("visitId" in opened, JSON.stringify(opened));
  return opened.visitId;
}

const nothingTyped = { reason, until: "", number: "" };
const act = (agent: SignedInAgent, visitId: string, act: DeskAct, typed = {}) =>
  actAtDesk(world, agent, { visitId, act }, { ...nothingTyped, ...typed });

test("SEC-12 a person is found by number, by file, by name and birth date, with a reason, and reads it", async () => {
  const found = async (typed: Partial<TypedSearch>) => {
    const result = await findAtDesk(world, dominique, search(typed));
    return "found" in result ? result.found.map(({ person }) => person.firstNames) : result.refused;
  };
  assert.deepEqual(await found({ identifier: awa.identifier }), ["Awa"]);
  assert.deepEqual(await found({ identifier: samira.identifier }), ["Samira"]);
  assert.deepEqual(await found({ by: "file", fileNumber: "231 8840" }), ["Julien André", "Awa"]);
  const born = { by: "name", day: "3", month: "11", year: "1988" } as const;
  assert.deepEqual(await found({ ...born, name: "DIALLO" }), ["Awa"]);
  const legoff = { by: "name", name: "le goff", day: "14", month: "8", year: "1981" } as const;
  assert.deepEqual(await found(legoff), ["Sophie Anne"], "the name in use");
  assert.deepEqual(await found({ by: "name", name: "Haidari", day: "12", month: "7", year: "1999" }), [
    "Samira",
  ]);
  for (const wrong of [
    { identifier: "123" },
    { by: "file", fileNumber: "9999999" },
    { by: "file", fileNumber: "%" },
    { ...born, name: "Traoré" },
    { ...born, name: "" },
    { ...born, name: "Diallo", month: "13" },
    { ...born, name: "Diallo", year: "2099" },
    { identifier: awa.identifier, reason: "  " },
    { identifier: awa.identifier, reason: "x".repeat(301) },
  ] as const)
    assert.ok(!Array.isArray(await found(wrong)), JSON.stringify(wrong));
  const entries = await journalOf(world, samira);
  assert.equal(entries.length, 2);
  assert.deepEqual(
    [entries[0]?.act, entries[0]?.actor, entries[0]?.detail.why],
    ["was found at the desk", dominique.agentId, reason],
  );
});

test("CP-21 another office's agent finds nobody by name, opens nothing, and is told why", async () => {
  const result = await findAtDesk(world, alix, search({ by: "file", fileNumber: awa.fileNumber }));
  assert.ok("found" in result);
  assert.deepEqual([result.found, result.closed], [[], 2]);
  assert.match(result.because?.fr ?? "", /autre accueil/);
  assert.doesNotMatch(JSON.stringify(result), /Diallo|Mercier/);
  const opened = await receive(alix, awa);
  assert.ok("refused" in opened && /autre accueil/.test(opened.refused.says.fr));
  assert.equal((await journalOf(world, awa)).length, 0);
  await sql`update households.file set office = 'Brest' where file_number = ${awa.fileNumber}`.execute(
    world.db,
  );
  assert.ok("visitId" in (await receive(alix, awa)));
  assert.ok("refused" in (await receive(dominique, awa)));
});

test("SEC-11 who has no such task opens no file; a task that ended opens none either", async () => {
  assert.ok("refused" in (await receive(sami, awa)));
  assert.ok("visitId" in (await receive(noa, awa)));
  const past = {
    ...dominique,
    roles: [{ role: "desk-agent", from: "2020-01-01", until: "2026-03-10" }],
  } as const;
  assert.ok("refused" in (await receive(past, awa)));
});

test("SEC-12 no file opens without a reason, for a person who is not of it, or for nobody", async () => {
  for (const given of [
    { reason: " " },
    { reason: "x".repeat(301) },
    { fileId: newId() },
    { fileId: "" },
    { fileId: "1" },
  ])
    assert.ok("refused" in (await receive(dominique, awa, given)), JSON.stringify(given));
  const [theirs] = await filesAtDesk(world.db, [nadia.id]);
  assert.ok("refused" in (await receive(dominique, awa, { fileId: theirs?.fileId ?? "" })));
  for (const personId of [newId(), "", "x"])
    assert.ok("refused" in (await openVisit(world, dominique, { personId, fileId: "", reason })));
});

test("SEC-11 a visit is its agent's alone, for an hour; a closed agent has none", async () => {
  const visitId = await visitOf(dominique, awa);
  assert.ok(await readVisit(world, dominique, visitId));
  for (const [agent, id] of [
    [claude, visitId],
    [alix, visitId],
    [noa, visitId],
    [dominique, newId()],
    [dominique, "x"],
  ] as const) {
    assert.equal(await readVisit(world, agent, id), undefined);
    assert.equal(await lookAtVisit(world, agent, id), undefined);
    assert.equal(await act(agent, id, "suspend"), undefined);
  }
  world.pass({ minutes: 60 });
  assert.equal(await readVisit(world, dominique, visitId), undefined);
});

test("SEC-12 each look stands in the journal of the person and of the holder, with the reason, never the agent's name alone", async () => {
  await lookAtVisit(world, dominique, await visitOf(dominique, julien));
  for (const who of [julien, awa]) {
    const last = (await journalOf(world, who)).at(-1);
    assert.deepEqual(
      [last?.act, last?.actor, last?.detail],
      ["looked at the file at the desk", dominique.agentId, { as: "desk-agent", why: reason }],
    );
  }
  const browser = site.browser();
  await settle(browser, julien);
  const { body } = await browser.open("/journal");
  assert.match(body, /Un agent a ouvert le dossier à l’accueil/);
  assert.ok(body.includes(reason) && body.includes("un agent (Caf)"));
});

test("CP-21 what may be told to each person is what their own account shows them, reason and source included", async () => {
  for (const who of everyone) {
    const told = await lookAtVisit(world, dominique, await visitOf(dominique, who));
    const { may } = await standing(world, who);
    assert.deepEqual(
      told?.parts.map((one) => [one.name, one.told]),
      (Object.keys(parts) as PartName[]).map((name) => [name, may(parts[name].seenBy)]),
      who.identifier,
    );
    for (const { told: decision, seen, content } of told?.parts ?? [])
      if (!decision.allowed || !seen.allowed) assert.equal(content, undefined);
  }
});

test("CP-21 the screen and the portal show the same of the household", async () => {
  for (const who of [awa, julien, nadia]) {
    const told = await lookAtVisit(world, dominique, await visitOf(dominique, who));
    const shown = (name: PartName) => told?.parts.find((one) => one.name === name)?.content !== undefined;
    const { body } = await settle(site.browser(), who);
    assert.equal(body.includes(who.fileNumber), shown("file-number"), who.identifier);
    const partner = who === awa ? "Julien Mercier" : who === julien ? "Awa Diallo" : "Inès Benali";
    assert.equal(body.includes(partner), shown("members"), who.identifier);
  }
});

test("CP-19 Julien is told nothing of Awa: no name, no contact of hers on the screen", async () => {
  const told = await lookAtVisit(world, dominique, await visitOf(dominique, julien));
  assert.doesNotMatch(JSON.stringify(told?.parts), new RegExp(`Diallo|${awa.mail}|${awa.mobile.slice(4)}`));
});

test("CP-21 MC-06 the screen shows the measures of the person received, never another member's", async () => {
  const protects = (who: Someone, kind: string, from: string) =>
    sql`insert into households.protection_measure (person_id, kind, from_date)
      values (${who.id}, ${kind}, ${from})`.execute(world.db);
  await protects(julien, "accounts", "2025-01-07");
  const guarded = (who: Someone, guardian: Someone, kind: string, from: string) =>
    sql`insert into households.guardianship (protected_person, guardianship_id, guardian_person, kind, from_date, state,
        proposed_at, decided_at, decided_by)
      values (${who.id}, ${newId()}, ${guardian.id}, ${kind}, ${from}, 'validated', ${world.clock()}, ${world.clock()},
        'test')`.execute(world.db);
  await guarded(julien, nadia, "assistance", "2025-02-08");
  const measures = async (who: Someone) => {
    const told = await lookAtVisit(world, dominique, await visitOf(dominique, who));
    const content = told?.parts.find(({ name }) => name === "measure")?.content;
    return content && "measures" in content ? content.measures.map(({ from }) => from) : undefined;
  };
  assert.deepEqual(await measures(julien), ["2025-01-07", "2025-02-08"]);
  assert.equal(await measures(awa), undefined, "the same file, another person");
  await protects(awa, "accounts", "2025-03-09");
  assert.deepEqual(await measures(awa), ["2025-03-09"]);
});

test("MC-14 an agent suspends, the person is out, and another lifts; the journal says who", async () => {
  const visitId = await visitOf(dominique, awa);
  const enters = async () =>
    "cookie" in (await signIn(world, { identifier: awa.identifier, password: awa.oldPassword }));
  assert.deepEqual(await act(dominique, visitId, "suspend"), { done: true });
  assert.equal(await enters(), false);
  const bad = await act(dominique, visitId, "suspend", { until: "2020-01-01" });
  assert.ok(bad && "refused" in bad && bad.refused.field === "until");
  assert.deepEqual(await act(claude, await visitOf(claude, awa), "lift"), { done: true });
  assert.equal(await enters(), true);
  const actors = (await journalOf(world, awa)).filter((one) => /access/.test(one.act));
  assert.deepEqual(
    actors.map(({ actor }) => actor),
    [dominique.agentId, claude.agentId],
  );
});

test("SEC-11 every act of the desk is refused to an agent whose task does not hold it, whatever page they have", async () => {
  const visitId = await visitOf(noa, awa);
  for (const name of Object.keys(deskActs) as DeskAct[]) {
    const result = await act(noa, visitId, name);
    assert.ok(result && "refused" in result, name);
  }
  const own = await visitOf(dominique, awa);
  await sql`update households.file set office = 'Brest' where file_number = ${awa.fileNumber}`.execute(
    world.db,
  );
  for (const name of Object.keys(deskActs) as DeskAct[])
    assert.ok("refused" in ((await act(dominique, own, name)) ?? {}), name);
});

test("MC-13 CP-13 a new password is asked for, the provisional identifier goes to the person and not to the screen", async () => {
  assert.deepEqual(await act(dominique, await visitOf(dominique, awa), "ask-password"), { done: true });
  const refused = await act(dominique, await visitOf(dominique, awa), "send-provisional");
  assert.ok(refused && "refused" in refused);
  const visitId = await visitOf(dominique, samira);
  assert.deepEqual(await act(dominique, visitId, "send-provisional"), { done: true });
  const sent = (await world.sent()).filter(({ payload }) => payload.to === samira.mail);
  assert.ok(sent.at(-1)?.payload.text.includes(samira.identifier));
  assert.doesNotMatch(
    JSON.stringify(await lookAtVisit(world, dominique, visitId)),
    new RegExp(samira.identifier),
  );
});

test("SEC-11 a social-security number takes two agents who copy the same; who proposed does not confirm", async () => {
  const number = "299079921206189";
  const typed = { number };
  const visitId = await visitOf(dominique, samira);
  const wrong = await act(dominique, visitId, "give-nir", { number: "12" });
  assert.ok(wrong && "refused" in wrong && wrong.refused.field === "number");
  const { nirKey } = await import("../../../../law/credentials/nir.ts");
  typed.number = `2990799212061${nirKey("2990799212061")}`;
  assert.deepEqual(await act(dominique, visitId, "give-nir", typed), { done: true });
  assert.ok(
    "refused" in ((await act(claude, await visitOf(claude, samira), "give-nir", typed)) ?? {}),
    "waits once",
  );
  const [waiting] = (await approvalsFor(world, claude)).waiting;
  const approvalId = waiting?.approvalId ?? "";
  assert.deepEqual([waiting?.name, waiting?.by, waiting?.own], ["Samira Haidari", "Dominique Roy", false]);
  const confirm = (agent: SignedInAgent, given = typed.number) => confirmNir(world, agent, approvalId, given);
  const own = await confirm(dominique);
  assert.ok("refused" in own && /Qui propose ne confirme pas/.test(own.refused.fr));
  for (const agent of [sami]) assert.ok("refused" in (await confirm(agent)));
  assert.ok("refused" in (await confirm(claude, awa.identifier)));
  assert.ok("refused" in (await confirmNir(world, claude, newId(), typed.number)));
  assert.ok(
    "cookie" in (await signIn(world, { identifier: samira.identifier, password: samira.oldPassword })),
  );
  assert.deepEqual(await confirm(claude), { done: "given" });
  assert.ok("cookie" in (await signIn(world, { identifier: typed.number, password: samira.oldPassword })));
  assert.ok("refused" in (await confirm(claude)), "once");
  assert.ok("refused" in (await withdraw(world, dominique, approvalId)));
});

test("CP-12 SEC-11 a number proposed that was given elsewhere meanwhile no longer waits for anybody", async () => {
  const { nirKey } = await import("../../../../law/credentials/nir.ts");
  const number = `2990799212061${nirKey("2990799212061")}`;
  await act(dominique, await visitOf(dominique, samira), "give-nir", { number });
  assert.equal((await approvalsFor(world, claude)).waiting.length, 1);
  await giveNirFor(world, { agentId: "command", name: "Siège" }, samira.id, number);
  assert.deepEqual((await approvalsFor(world, claude)).waiting, []);
});

test("SEC-11 on the file of their own household an agent is a person like another", async () => {
  const agent = await newAgent(world, { staffNumber: "A6", identifier: julien.identifier });
  const self = { ...dominique, agentId: agent.agentId, personId: julien.id };
  for (const who of [julien, awa]) assert.ok("refused" in (await receive(self, who)));
  const result = await findAtDesk(world, self, search({ by: "file", fileNumber: awa.fileNumber }));
  assert.ok("found" in result && result.found.length === 0 && result.closed === 2);
  assert.ok("visitId" in (await receive(self, nadia)));
});

test("MC-14 an agent's access is closed by somebody else, never by oneself", async () => {
  assert.ok("refused" in (await closeDeskAccess(world, dominique, dominique.agentId)));
  assert.ok("refused" in (await closeDeskAccess(world, dominique, newId())));
  assert.ok("refused" in (await closeDeskAccess(world, dominique, awa.id)));
});
