import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import type { Nir } from "../../../../law/credentials/nir.ts";
import { awa, type DemoWorld, demoWorld, everyone, nadia } from "../../../../test/demo.ts";
import {
  type Choice,
  signInPath,
  type TestFranceConnect,
  testFranceConnect,
} from "../../../../test/franceconnect.ts";
import { type Browser, type Seen, type TestSite, testSite } from "../../../../test/site.ts";
import { inTransaction } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { admit } from "../admit.ts";
import { readSession } from "../session/session.ts";
import { endings } from "./endings.ts";

let world: DemoWorld;
let franceConnect: TestFranceConnect;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  franceConnect = await testFranceConnect();
  site = await testSite(world, franceConnect.settings);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await franceConnect?.stop();
  await site?.close();
  await world?.close();
});

const arrive = (browser: Browser, choice: Choice, next = "/home"): Promise<Seen> =>
  franceConnect.arrive(browser, choice, `${signInPath}?${new URLSearchParams({ next })}`);

const whoIsIn = async (browser: Browser) => {
  const session = await readSession(world, browser.jar.get("__Host-session"));
  return session && "visitor" in session ? session.visitor.person.personId : undefined;
};

const links = async () =>
  (
    await sql<{ person_id: string }>`select person_id from identity.linked_identity`.execute(world.db)
  ).rows.map((row) => row.person_id);

const refusals = async () =>
  (
    await sql<{ because: string }>`select detail->>'because' as because from journal.entry
      where act = 'FranceConnect refused'`.execute(world.db)
  ).rows.map((row) => row.because);

async function isEnded(seen: Seen, browser: Browser, because: keyof typeof endings) {
  assert.equal(seen.title, endings[because].title.fr, seen.body);
  assert.ok(seen.body.includes(endings[because].says.fr), because);
  assert.equal(seen.status, endings[because].status);
  assert.equal(await whoIsIn(browser), undefined);
  assert.deepEqual(await refusals(), [because]);
}

test("CP-22 everyone whose civil status is known lands on their own account, and on no other", async () => {
  for (const who of everyone) {
    const browser = site.browser();
    await arrive(browser, { identity: who.id });
    assert.equal(await whoIsIn(browser), who.id);
  }
  assert.deepEqual((await links()).sort(), everyone.map(({ id }) => id).sort());
});

test("CP-22 the number tells sex and place of birth where no civil status does", async () => {
  await sql`delete from identity.civil_status where person_id = ${nadia.id}`.execute(world.db);
  const browser = site.browser();
  await arrive(browser, { identity: "Nadia" });
  assert.equal(await whoIsIn(browser), nadia.id);
});

test("CP-22 a homonym of the same day born elsewhere is not taken for Nadia, nor is a slip in a name", async () => {
  for (const identity of ["homonym", "slip"]) {
    await world.afresh();
    const browser = site.browser();
    await isEnded(await arrive(browser, { identity }), browser, "near");
    assert.deepEqual(await links(), []);
  }
});

test("CP-22 two persons with the very same civil status: neither is opened", async () => {
  const person = { firstNames: "Awa", birthName: "DIALLO", usedName: null, birthDate: "1988-11-03" };
  const civilStatus = { sex: "F", birthCode: "69123", birthPlace: "Villeurbanne" } as const;
  await inTransaction(world.db, (tx) =>
    admit(tx, world, { person: { personId: newId(), ...person }, civilStatus }),
  );
  const browser = site.browser();
  await isEnded(await arrive(browser, { identity: "Awa" }), browser, "several");
});

test("CP-22 CP-10 somebody nobody knows goes on to open an account, with what FranceConnect vouches for", async () => {
  for (const identity of ["stranger", "no-day", "newcomer-1", "newcomer-3"]) {
    const browser = site.browser();
    const seen = await arrive(browser, { identity });
    assert.match(seen.path, /^\/openings\/current\//);
    assert.ok(browser.jar.has("__Host-opening"));
    assert.equal(await whoIsIn(browser), undefined);
  }
  assert.deepEqual(await refusals(), ["nobody", "nobody", "nobody", "nobody"]);
});

test("CP-22 an account without a file is not linked by its civil status alone: anybody could have opened it", async () => {
  const personId = newId();
  await inTransaction(world.db, (tx) =>
    admit(tx, world, {
      person: {
        personId,
        firstNames: "Théo Marcel",
        birthName: "Marchand",
        usedName: null,
        birthDate: "1997-03-12",
      },
      identifier: { kind: "nir", value: "197035439512345" as Nir },
      civilStatus: { sex: "M", birthCode: "54395", birthPlace: "Nancy" },
    }),
  );
  const browser = site.browser();
  await isEnded(await arrive(browser, { identity: "stranger" }), browser, "no-file");
  assert.deepEqual(await links(), []);
});

test("CP-22 a mail address finds nobody: the one of Awa's account, told for somebody else, opens nothing of hers", async () => {
  await sql`insert into identity.contact_point (person_id, kind, value, given_at, verified_at)
    values (${awa.id}, 'mail', 'n.benali@exemple.fr', now(), now())`.execute(world.db);
  const browser = site.browser();
  await isEnded(await arrive(browser, { identity: "homonym" }), browser, "near");
});

test("CP-22 another FranceConnect identity with the same civil status does not take the place of the first", async () => {
  await arrive(site.browser(), { identity: "Awa" });
  // As if FranceConnect knew the person under another subject from now on.
  await sql`update identity.linked_identity set found_by = decode('00', 'hex')`.execute(world.db);
  const browser = site.browser();
  await isEnded(await arrive(browser, { identity: "Awa" }), browser, "other-link");
});
