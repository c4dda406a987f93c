import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import type { KyselyPlugin } from "kysely";
import { sql } from "kysely";
import { camille, type DemoWorld, demoWorld } from "../../../../test/demo.ts";
import { deskOf } from "../../../../test/desk.ts";
import { type Browser, type TestSite, testSite } from "../../../../test/site.ts";
import { seal } from "../../../platform/crypto.ts";
import { newId, newSupportNumber } from "../../../platform/ids.ts";
import { filesAtDesk, receivedBy } from "../../households/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { approvalsFor } from "../approvals/list.ts";
import type { ApprovalKind } from "../approvals/store.ts";
import { guardianshipsFor } from "../guardianships/guardianships.ts";
import { recordsFor } from "../records/records.ts";
import { requestsFor } from "../requests/requests.ts";
import { readAgent } from "../sign-in/sign-in.ts";
import { settleTask, tasksFor } from "../tasks/tasks.ts";

let world: DemoWorld;
let site: TestSite;
/** Works where offices have no name; alix in Brest, with 60 persons who came before. */
let dominique: SignedInAgent;
let alix: SignedInAgent;
let browser: Browser;
let brest: string[];
let ours: string[];
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  const enter = deskOf(site, world, readAgent);
  ({ agent: dominique, browser } = await enter({ staffNumber: "A1" }));
  alix = (await enter({ staffNumber: "A2", office: "Brest" })).agent;
  brest = await people(60, "Brest");
  ours = await people(2, null);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

/** So many persons of that office, each with a file of their own and no social-security number yet; by id. */
async function people(count: number, office: string | null): Promise<string[]> {
  const ids = Array.from({ length: count }, newId).sort();
  await sql`insert into identity.person (person_id, first_names, birth_name, birth_date)
    select id, 'Ana', 'Le Goff', '1990-01-01' from unnest(${ids}::uuid[]) id`.execute(world.db);
  await sql`insert into identity.identifier (person_id, kind, found_by, sealed)
    select id, 'provisional', sha256(id::text::bytea), '\\x00' from unnest(${ids}::uuid[]) id`.execute(
    world.db,
  );
  await sql`insert into households.file (file_id, file_number, office)
    select id, 'T' || id::text, ${office} from unnest(${ids}::uuid[]) id`.execute(world.db);
  await sql`insert into households.member (file_id, person_id, role, from_date)
    select id, id, 'holder', '2020-01-01' from unnest(${ids}::uuid[]) id`.execute(world.db);
  return ids;
}

/** Each list of the desk that offices share: how a row of a person comes on it, and whose rows an agent finds. */
const lists: Record<
  string,
  {
    put: (personId: string) => Promise<unknown>;
    seen: (agent: SignedInAgent, page: number) => Promise<{ whose: (string | null)[]; more: boolean }>;
  }
> = {
  requests: {
    put: (personId) => {
      const requestId = newId();
      const who = { firstNames: "Ana", birthName: "Le Goff", birthDate: "1990-01-01" };
      const sealed = seal(world.keys.nir, JSON.stringify({ who }), requestId);
      return sql`insert into identity.desk_request (found_by, request_id, case_number, person_id, sealed, asked_at)
        values (${randomBytes(32)}, ${requestId}, ${newSupportNumber()}, ${personId}, ${sealed}, ${world.clock()})`.execute(
        world.db,
      );
    },
    seen: async (agent, page) => {
      const { waiting, more } = await requestsFor(world, agent, page);
      return { whose: waiting.map(({ personId }) => personId), more };
    },
  },
  guardianships: {
    put: (personId) => {
      const depositId = newId();
      const told = { identifier: { kind: "nir", value: "" }, birthName: "Le Goff", birthDate: "1990-01-01" };
      const sealed = seal(world.keys.nir, JSON.stringify(told), depositId);
      return sql`insert into households.guardianship_deposit (guardian_person, deposit_id, case_number, told_key, kind,
          from_date, sealed, proof_id, deposited_at, language, statement, protected_person)
        values (${camille.id}, ${depositId}, ${newSupportNumber()}, ${randomBytes(32)}, 'representation', '2026-02-01',
          ${sealed}, ${newId()}, ${world.clock()}, 'fr', ${randomBytes(32)}, ${personId})`.execute(world.db);
    },
    seen: async (agent, page) => {
      const { waiting, more } = await guardianshipsFor(world, agent, page);
      return { whose: waiting.map(({ protectedPerson }) => protectedPerson), more };
    },
  },
  approvals: {
    put: (personId) => propose(personId, "give-nir", personId),
    seen: async (agent, page) => {
      const { waiting, more } = await approvalsFor(world, agent, page);
      return { whose: waiting.map((one) => one.personId), more };
    },
  },
  tasks: {
    put: (personId) => task(personId),
    seen: async (agent, page) => {
      const { waiting, more } = await tasksFor(world, agent, page);
      return { whose: waiting.map((one) => one.personId), more };
    },
  },
};

const propose = (personId: string, kind: ApprovalKind, about: string) =>
  sql`insert into desk.approval (person_id, approval_id, kind, about, reason, proposed_by, proposed_at)
    values (${personId}, ${newId()}, ${kind}, ${about}, 'vu', ${alix.agentId}, ${world.clock()})`.execute(
    world.db,
  );

const task = (personId: string, kind = "separation", taskId = newId()) =>
  sql`insert into households.desk_task (file_id, task_id, kind, person_id, made_at)
    values (${personId}, ${taskId}, ${kind}, ${personId}, ${world.clock()})`.execute(world.db);

const older = async (put: (personId: string) => Promise<unknown>) => {
  for (const personId of brest) await put(personId);
  world.pass({ minutes: 1 });
};

for (const [name, { put, seen }] of Object.entries(lists))
  test(`CP-21 ${name}: what 60 others of another office asked before hides nothing from an office, and each row has its page`, async () => {
    await older(put);
    for (const personId of ours) await put(personId);
    const { whose, more } = await seen(dominique, 1);
    assert.deepEqual([whose.toSorted(), more], [ours, false]);
    const pages = [await seen(alix, 1), await seen(alix, 2), await seen(alix, 3)];
    assert.deepEqual(
      pages.map((page) => [page.whose.length, page.more]),
      [
        [20, true],
        [20, true],
        [20, false],
      ],
    );
    assert.deepEqual(pages.flatMap((page) => page.whose).toSorted(), brest);
  });

test("CP-12 CP-21 records: 60 older pairs and merges of another office hide none of an office’s own", async () => {
  const put = async (personId: string, otherPerson: string) => {
    const pair = [personId, otherPerson].sort();
    await sql`insert into identity.possible_duplicate (person_id, other_person, likeness, found_at)
      values (${pair[0]}, ${pair[1]}, 'same name', ${world.clock()})`.execute(world.db);
    for (const state of ["proposed", "merged"])
      await sql`insert into identity.merge (kept_person, merge_id, merged_person, state, proposed_by, proposed_at,
          decided_by, decided_at)
        values (${personId}, ${newId()}, ${state === "merged" ? newId() : otherPerson}, ${state}, 'x', ${world.clock()},
          'x', ${world.clock()})`.execute(world.db);
  };
  const merged = await people(60, "Brest");
  for (const [index, personId] of brest.entries()) await put(personId, merged[index] ?? "");
  world.pass({ minutes: 1 });
  await put(ours[0] ?? "", ours[1] ?? "");
  const { open, pairs } = await recordsFor(world, dominique);
  assert.deepEqual(
    open.map(({ keptPerson }) => keptPerson),
    [ours[0]],
  );
  assert.deepEqual(
    pairs.map(({ personId, otherPerson }) => [personId, otherPerson]),
    [ours],
  );
  assert.equal((await recordsFor(world, alix)).pairs.length, 50);
});

test("CP-19 a task beyond the first page is settled by its id; those of another kind stand on another list", async () => {
  await older((personId) => task(personId, "guardianship"));
  await older((personId) => task(personId));
  const taskId = newId();
  const fileId = brest.at(-1) ?? "";
  await task(fileId, "separation", taskId);
  assert.ok(!(await tasksFor(world, alix)).waiting.some((one) => one.taskId === taskId));
  assert.deepEqual(await settleTask(world, alix, { fileId, taskId }), { done: true });
  for (const wrong of ["x", newId()])
    assert.ok("refused" in (await settleTask(world, alix, { fileId, taskId: wrong })));
});

test("SEC-11 proposals whose matter is settled go, however many, and make room for what waits", async () => {
  for (const _ of Array(45)) await propose(ours[0] ?? "", "accept-request", newId());
  world.pass({ minutes: 1 });
  await propose(ours[1] ?? "", "give-nir", ours[1] ?? "");
  const { waiting, more } = await approvalsFor(world, dominique);
  assert.deepEqual([waiting.map(({ personId }) => personId), more], [[ours[1]], false]);
  const { rows } = await sql`select 1 from desk.approval`.execute(world.db);
  assert.equal(rows.length, 1, "they are gone, not hidden");
});

test("SEC-11 a full page of proposals takes as many queries as one of two, one a kind", async () => {
  await lists.approvals?.put(ours[0] ?? "");
  await lists.approvals?.put(ours[1] ?? "");
  const few = await queriesOf(dominique);
  await older((personId) => propose(personId, "give-nir", personId));
  assert.equal(await queriesOf(alix), few);
  assert.ok(few <= 4, String(few));
});

/** How many queries the list takes. */
async function queriesOf(agent: SignedInAgent): Promise<number> {
  let queries = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  await approvalsFor({ ...world, db: world.db.withPlugin(counting) }, agent);
  return queries;
}

test("CP-21 SEC-11 the lists take of each person what the desk knows of their files, the agent’s own left out", async () => {
  const { rows } = await sql<{ id: string }>`select person_id as id from identity.person`.execute(world.db);
  const all = rows.map(({ id }) => id);
  for (const personId of [null, camille.id, brest[0] ?? ""])
    for (const office of [null, "Brest"]) {
      const theirs = receivedBy({ office, personId })(sql.raw("p.person_id"));
      const found = await sql<{
        id: string;
      }>`select p.person_id as id from identity.person p where ${theirs}`.execute(world.db);
      const files = await filesAtDesk(world.db, all);
      const own = new Set(files.filter((one) => one.personId === personId).map(({ fileId }) => fileId));
      const expected = all.filter((id) => {
        const first = files.find((one) => one.personId === id);
        return id !== personId && (!first || (first.office === office && !own.has(first.fileId)));
      });
      assert.deepEqual(
        found.rows.map(({ id }) => id).toSorted(),
        expected.toSorted(),
        `${office} ${personId}`,
      );
      assert.ok(expected.length > 0);
    }
});

test("A11Y-01 lists of more than a page lead to the next one, and a refusal stays on the page it came from", async () => {
  const many = await people(22, null);
  for (const personId of many) await propose(personId, "give-nir", personId);
  for (const personId of many) await task(personId);
  assert.match((await browser.open("/desk")).body, /À confirmer<\/a> <strong>\(20\+\)/);
  for (const list of ["approvals", "tasks"]) {
    const first = await browser.open(`/desk/${list}`);
    assert.match(first.body, new RegExp(`href="/desk/${list}\\?page=2"`));
    const second = await browser.open(`/desk/${list}?page=2`);
    assert.equal([...second.body.matchAll(/Ana Le Goff<\/strong>/g)].length, 2, list);
    assert.doesNotMatch(second.body, /page=3/);
  }
  const second = await browser.open("/desk/approvals?page=2");
  const action = /action="([^"]*numbers\?page=2)"/.exec(second.body)?.[1] ?? "";
  const refused = await browser.send(action, { number: "1" });
  assert.equal(refused.status, 422);
  assert.match(refused.body, new RegExp(`href="#number-${action.split("/")[3]}"`));
});
