import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { deskKept } from "../../../law/credentials/desk.ts";
import { awa, type DemoWorld, demoWorld } from "../../../test/demo.ts";
import { agentPassword, newAgent, type TestAgent } from "../../../test/desk.ts";
import { newId } from "../../platform/ids.ts";
import { closeDeskAccess } from "./agents/add.ts";
import { tidyDesk } from "./jobs.ts";
import { signInAtDesk } from "./sign-in/sign-in.ts";

let world: DemoWorld;
let agent: TestAgent;
before(async () => {
  world = await demoWorld();
  agent = await newAgent(world, { staffNumber: "A1", identifier: awa.identifier });
  await world.keep();
});
beforeEach(() => world.afresh());
after(() => world.close());

const count = async (table: string) =>
  (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(`desk.${table}`)}`.execute(world.db))
    .rows[0]?.n;

/** Nothing goes at the last instant it may be kept, and all of it an instant later. */
async function keptFor(days: number, table: string, there = 1) {
  world.pass({ days });
  await tidyDesk(world);
  assert.equal(await count(table), there, `${table} is kept ${days} days`);
  world.pass({ milliseconds: 1 });
  await tidyDesk(world);
  assert.equal(await count(table), there - 1, `${table} goes after ${days} days`);
}

test("SEC-12 whom an agent received is forgotten at the desk after its time", async () => {
  await sql`insert into desk.visit (agent_id, visit_id, person_id, reason, opened_at)
    values (${agent.agentId}, ${newId()}, ${awa.id}, 'Rendez-vous', ${world.clock()})`.execute(world.db);
  await keptFor(deskKept.visits.days, "visit");
});

test("SEC-05 SEC-01 an agent’s sign-in is forgotten after its time, and wrong tries after theirs", async () => {
  await signInAtDesk(world, { staffNumber: agent.staffNumber, password: agentPassword });
  await keptFor(deskKept.sessions.days, "agent_session");
  await signInAtDesk(world, { staffNumber: "NOBODY", password: "faux" });
  const tries = (await count("attempts")) ?? 0;
  assert.ok(tries > 0);
  await tidyDesk(world);
  assert.equal(await count("attempts"), tries, "counted the same day");
  world.pass({ days: deskKept.tries.days + 2 });
  await tidyDesk(world);
  assert.equal(await count("attempts"), 0);
});

test("SEC-11 what two agents decided goes after its time; what waits does not", async () => {
  const propose = (state: "open" | "withdrawn") =>
    sql`insert into desk.approval (person_id, approval_id, kind, about, reason, proposed_by, proposed_at, state,
        decided_by, decided_at)
      values (${awa.id}, ${newId()}, 'give-nir', ${newId()}, 'Vu', ${agent.agentId}, ${world.clock()}, ${state},
        ${state === "open" ? null : agent.agentId}, ${state === "open" ? null : world.clock()})`.execute(
      world.db,
    );
  await propose("open");
  await propose("withdrawn");
  await keptFor(deskKept.approvals.days, "approval", 2);
});

test("SEC-08 an agent who left keeps a name for a time, and no secret; then nothing", async () => {
  await closeDeskAccess(world, { agentId: newId() }, agent.agentId);
  const read = async () =>
    (
      await sql<{ name: string; hashed: string; person: string | null }>`
        select name, hashed, person_id as person from desk.agent`.execute(world.db)
    ).rows[0];
  world.pass({ days: deskKept.secrets.days });
  await tidyDesk(world);
  assert.notEqual((await read())?.hashed, "");
  world.pass({ milliseconds: 1 });
  await tidyDesk(world);
  assert.deepEqual(await read(), { name: agent.name, hashed: "", person: null });
  const typed = { staffNumber: agent.staffNumber, password: agentPassword };
  assert.ok(
    "refused" in (await signInAtDesk(world, typed)),
    "an emptied access opens nothing and does not fail",
  );
  world.pass({ days: deskKept.agents.days - deskKept.secrets.days, milliseconds: -1 });
  await tidyDesk(world);
  assert.equal(await count("agent"), 1);
  world.pass({ milliseconds: 1 });
  await tidyDesk(world);
  assert.deepEqual(
    [await count("agent"), await count("agent_role"), await count("agent_session")],
    [0, 0, 0],
  );
});

test("SEC-12 an agent who still works here is kept, however long ago they came", async () => {
  world.pass({ days: 5000 });
  await tidyDesk(world);
  assert.deepEqual([await count("agent"), await count("agent_role")], [1, 1]);
});
