import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { type Act, acts } from "../../../law/access/acts.ts";
import { decide } from "../../../law/access/decide.ts";
import { refusals } from "../../../law/access/reasons.ts";
import { type Assignment, type MeasureKind, noFacts } from "../../../law/access/relations.ts";
import {
  awa,
  camille,
  type DemoWorld,
  demoWorld,
  everyone,
  journalOf,
  mael,
  nadia,
  type Someone,
  signedIn,
  sophie,
  standing,
  yann,
} from "../../../test/demo.ts";
import { settle, testSite } from "../../../test/site.ts";
import { newId } from "../../platform/ids.ts";
import { gatherHome } from "./home/home.ts";
import { noteLook } from "./note-look.ts";
import { qualities, standingFor } from "./standing.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
});
beforeEach(() => world.afresh());
after(() => world.close());

const fileOf = async (who: Someone) => (await standing(world, who)).file?.fileId ?? "";

/** Writes a guardianship down, validated unless it says otherwise. */
async function guard(
  guardian: Someone,
  protectedPerson: Someone,
  kind: MeasureKind,
  { state = "validated", until = null as string | null } = {},
) {
  const decided = state === "proposed" ? null : world.clock();
  await sql`insert into households.guardianship (protected_person, guardianship_id, guardian_person, kind, from_date,
      until_date, state, proposed_at, decided_at, decided_by, reason)
    values (${protectedPerson.id}, ${newId()}, ${guardian.id}, ${kind}, '2026-01-01', ${until}, ${state},
      ${world.clock()}, ${decided}, ${decided && "agent Zoé"}, ${state === "refused" ? "illisible" : null})`.execute(
    world.db,
  );
}

const inSpaceOf = async (actor: Someone, who: Someone) => standingFor(world, actor.id, await fileOf(who));

test("MC-06 MC-09 a guardian reaches the space they chose once an agent has validated the decision", async () => {
  for (const state of ["proposed", "refused"]) {
    await world.afresh();
    await guard(camille, nadia, "representation", { state });
    const waiting = await inSpaceOf(camille, nadia);
    assert.deepEqual([waiting.relation, waiting.file], ["none", undefined], state);
    assert.equal((await standing(world, nadia)).relation, "holder");
  }
  await world.afresh();
  await guard(camille, nadia, "representation");
  const chosen = await inSpaceOf(camille, nadia);
  assert.equal(chosen.relation, "guardian");
  assert.equal(chosen.file?.fileNumber, nadia.fileNumber);
  assert.ok(chosen.may("declare-resources").allowed && chosen.may("see-household-members").allowed);
  assert.ok(!chosen.may("see-holder-contacts").allowed && !chosen.may("use-others-credentials").allowed);
});

test("MC-06 MC-07 guardian and protected person keep their own file, account and journal", async () => {
  await guard(camille, nadia, "representation");
  const own = await standing(world, camille);
  assert.deepEqual([own.relation, own.file?.fileNumber], ["holder", camille.fileNumber]);
  const hers = await standing(world, nadia);
  assert.deepEqual([hers.relation, hers.place], ["protected-person", "holder"]);
  assert.ok(hers.may("see-household-members").allowed && hers.may("appeal").allowed);
  assert.ok(!hers.may("declare-resources").allowed);
  const chosen = await inSpaceOf(camille, nadia);
  await noteLook(world, chosen, chosen.may("see-household-members"));
  assert.deepEqual(await journalOf(world, nadia), [
    { act: "looked at the household", actor: camille.id, detail: { as: "guardian" } },
  ]);
  assert.deepEqual(await journalOf(world, camille), []);
});

test("MC-08 a person may be the guardian of several, each within their own decision", async () => {
  await guard(camille, nadia, "assistance");
  await guard(camille, yann, "accounts");
  const assists = await inSpaceOf(camille, nadia);
  assert.ok(assists.may("see-household-members").allowed && !assists.may("declare-resources").allowed);
  // Yann, a spouse without the delegation, sees nothing of the household: neither does who protects him.
  const keeps = await inSpaceOf(camille, yann);
  assert.ok(keeps.may("see-measure").allowed && !keeps.may("see-rights-and-payments").allowed);
  assert.equal((await standing(world, yann)).relation, "protected-person");
  assert.equal((await standing(world, sophie)).relation, "holder");
});

test("MC-06 a look at the file stands in the journal of the holder and of the person protected", async () => {
  await guard(camille, yann, "assistance");
  const chosen = await inSpaceOf(camille, yann);
  await noteLook(world, chosen, chosen.may("see-measure"));
  for (const who of [sophie, yann])
    assert.deepEqual((await journalOf(world, who)).at(-1), {
      act: "looked at the household",
      actor: camille.id,
      detail: { as: "guardian" },
    });
});

test("MC-06 the space closes again the day the measure ends", async () => {
  await guard(camille, nadia, "representation", { until: "2026-03-11" });
  assert.equal((await inSpaceOf(camille, nadia)).relation, "guardian");
  world.clock.now = new Date("2026-03-10T23:00:00Z");
  assert.equal((await inSpaceOf(camille, nadia)).relation, "none");
  assert.equal((await standing(world, nadia)).relation, "holder");
});

test("SEC-11 with the id of somebody else’s file one gets nothing of it, not even whether there is one", async () => {
  const [theirs, nobodys] = [await fileOf(awa), newId()];
  const strange = await standingFor(world, camille.id, theirs);
  const nothing = await standingFor(world, camille.id, nobodys);
  for (const one of [strange, nothing]) {
    assert.deepEqual([one.relation, one.file], ["none", undefined]);
    for (const act of ["see-household-members", "see-file-number", "change-household"] as const)
      assert.deepEqual(one.may(act), nothing.may(act));
    assert.ok(!one.may("see-household-members").allowed);
  }
});

test("CP-21 SEC-08 SEC-12 a desk agent opens a file of their office with a second factor and a reason, which is journalled", async () => {
  const agent = newId();
  const assignments: Assignment[] = [{ personId: agent, role: "desk-agent", from: "2026-01-01" }];
  const said = { assignments, secondFactor: true, reason: "Rendez-vous du 10 mars" };
  const file = await fileOf(awa);
  const opened = await standingFor(world, agent, file, said);
  assert.equal(opened.relation, "desk-agent");
  const sees = opened.may("see-household-members");
  assert.ok(sees.allowed);
  await noteLook(world, opened, sees, said.reason);
  assert.deepEqual(await journalOf(world, awa), [
    {
      act: "looked at the household",
      actor: agent,
      detail: { as: "desk-agent", why: "Rendez-vous du 10 mars" },
    },
  ]);
  for (const lacking of [{ reason: "" }, { secondFactor: false }]) {
    const closed = await standingFor(world, agent, file, { ...said, ...lacking });
    assert.ok(!closed.may("see-household-members").allowed);
  }
  await sql`update households.file set office = 'metz' where file_id = ${file}`.execute(world.db);
  assert.ok(!(await standingFor(world, agent, file, said)).may("see-household-members").allowed);
  const near = { ...said, assignments: assignments.map((one) => ({ ...one, office: "metz" })) };
  assert.ok((await standingFor(world, agent, file, near)).may("see-household-members").allowed);
});

test("IL-19 a child who claimed holds their own file, and their parents’ file treats them accordingly", async () => {
  const [fileId, parents] = [newId(), await fileOf(mael)];
  await sql`insert into households.file (file_id, file_number) values (${fileId}, '9900001')`.execute(
    world.db,
  );
  await sql`insert into households.member (file_id, person_id, role, from_date)
    values (${fileId}, ${mael.id}, 'holder', '2026-03-10')`.execute(world.db);
  const own = await standing(world, mael);
  assert.deepEqual([own.relation, own.file?.fileNumber], ["holder", "9900001"]);
  const there = await standingFor(world, mael.id, parents);
  assert.equal(there.relation, "child-holder");
  const refused = there.may("see-resources");
  assert.deepEqual([refused.allowed, refused.source], [false, "IL-19"]);
  assert.equal((await standingFor(world, sophie.id, fileId)).relation, "none");
  const home = await gatherHome(world, await signedIn(world, sophie), await standing(world, sophie));
  assert.ok("members" in home.household);
  const marked = home.household.members.filter(({ ownFile }) => ownFile).map(({ person }) => person.personId);
  assert.deepEqual(marked, [mael.id]);
});

test("SEC-11 from a death on nobody acts under that name, in a session that was open too", async () => {
  const site = await testSite(world);
  const browser = site.browser();
  assert.equal((await settle(browser, camille)).status, 200);
  await sql`insert into households.death (person_id, on_date, recorded_at)
    values (${camille.id}, '2026-03-10', ${world.clock()})`.execute(world.db);
  const { relation, may } = await standing(world, camille);
  assert.deepEqual([relation, may("see-own-identity").allowed], ["deceased", false]);
  for (const path of ["/home", "/journal", "/journal.csv", "/delegations", "/separations/new"]) {
    const seen = await browser.open(path);
    assert.equal(seen.status, 403, path);
    assert.ok(seen.body.includes(refusals.deceased.because.says.fr), path);
  }
  await site.close();
});

test("CP-21 what a standing lets do is what the law decides, for everyone and every act", async () => {
  await guard(camille, yann, "representation");
  for (const who of everyone) {
    const { file, may } = await standing(world, who);
    for (const act of Object.keys(acts) as Act[])
      assert.deepEqual(
        may(act),
        decide({ file: file?.facts ?? noFacts, actor: who.id, act, on: world.clock() }),
        `${who.mail} ${act}`,
      );
  }
});

test("every relation has a quality to show in both languages", () => {
  for (const { fr, en } of Object.values(qualities)) assert.ok(fr && en);
});
