import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { awa, type DemoWorld, demoWorld, journalOf, julien, nadia, signedIn } from "../../../../test/demo.ts";
import { demoShell } from "../../../design/demo-shell.ts";
import { openSite } from "../../../open-site.ts";
import { newSecret, sha256 } from "../../../platform/crypto.ts";
import type { App } from "../../../platform/http/server.ts";
import { raiseAlarm } from "../raise-alarm/raise-alarm.ts";
import { signIn } from "../sign-in/sign-in.ts";

const secret = newSecret();
const elsewhere = newSecret();
let world: DemoWorld;
let app: App;
const log: string[] = [];
before(async () => {
  world = await demoWorld();
  app = await openSite(
    {
      production: false,
      trustProxy: false,
      agentKeys: [
        { name: "desk-tool", hash: sha256(secret) },
        { name: "other", institution: "cnss", hash: sha256(elsewhere) },
      ],
    },
    { log: { write: (line) => void log.push(line) } },
    { ...world, jobs: { ...world.jobs, nightly: async () => {} } },
    demoShell().assets,
  );
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await app.close();
  await world.close();
});

let address = 0;
/** A request from an address of its own. */
const ask = async (method: "GET" | "POST", path: string, payload?: object, key = secret) => {
  const response = await app.inject({
    method,
    url: `/api/agents/${path}`,
    remoteAddress: `198.18.1.${++address}`,
    headers: { host: "caf.localhost", ...(key && { authorization: `Bearer ${key}` }) },
    ...(payload && { payload }),
  });
  return { status: response.statusCode, body: response.json(), headers: response.headers };
};
const reason = "Two countries in an hour";

test("MC-14 SP-06 a program suspends and lifts, under its own name in the journal", async () => {
  const until = "2026-03-31";
  assert.equal((await ask("POST", "suspensions", { identifier: awa.identifier, reason, until })).status, 201);
  const refused = await signIn(world, { identifier: awa.identifier, password: awa.oldPassword });
  assert.ok("refused" in refused && refused.refused.en.includes("1 April 2026"));
  const lifted = await ask("POST", "liftings", { identifier: awa.identifier, reason });
  assert.deepEqual([lifted.status, lifted.body], [201, { done: true }]);
  assert.deepEqual(
    (await journalOf(world, awa)).map(({ act, actor }) => [act, actor]),
    [
      ["closed access", "agent program desk-tool"],
      ["opened access again", "agent program desk-tool"],
    ],
  );
});

test("MC-14 no key, a wrong one, or one of another institution opens nothing, whatever is asked", async () => {
  for (const key of ["", newSecret(), elsewhere, `${secret}x`, secret.slice(1)]) {
    for (const [method, path] of [
      ["POST", "suspensions"],
      ["POST", "liftings"],
      ["POST", "password-campaigns"],
      ["GET", "password-campaigns"],
      ["GET", "password-campaigns/00000000-0000-4000-8000-000000000000"],
      ["POST", "case-readings"],
    ] as const) {
      const payload = { identifier: awa.identifier, reason };
      const { status, headers } = await ask(method, path, method === "POST" ? payload : undefined, key);
      assert.equal(status, 401, path);
      assert.equal(headers["www-authenticate"], "Bearer");
    }
  }
  assert.equal((await journalOf(world, awa)).length, 0);
});

test("SEC-01 keys are not guessed at will: 30 tries a minute from one address", async () => {
  const tryOnce = async () =>
    (
      await app.inject({
        method: "GET",
        url: "/api/agents/password-campaigns",
        remoteAddress: "198.18.2.1",
        headers: { host: "caf.localhost", authorization: `Bearer ${newSecret()}` },
      })
    ).statusCode;
  const statuses = [];
  for (let n = 0; n < 31; n++) statuses.push(await tryOnce());
  assert.deepEqual([statuses[29], statuses[30]], [401, 429]);
});

test("MC-14 what cannot be is refused at its field, and changes nothing", async () => {
  const field = async (path: string, payload: object) => {
    const { status, body } = await ask("POST", path, payload);
    return `${status} ${(body as { errors: { field: string }[] }).errors.map((one) => one.field)}`;
  };
  const identifier = awa.identifier;
  assert.equal(await field("suspensions", { identifier: "123", reason }), "422 identifier");
  assert.equal(await field("suspensions", { identifier: "1850554395089", reason }), "422 identifier");
  assert.equal(await field("suspensions", { identifier }), "400 reason");
  assert.equal(await field("suspensions", { identifier, reason: "" }), "422 body");
  assert.equal(await field("suspensions", { identifier, reason, until: "2020-01-01" }), "422 body");
  assert.equal(await field("suspensions", { identifier, reason, until: "tomorrow" }), "400 until");
  assert.equal(await field("liftings", { identifier, reason }), "422 body");
  const campaign = { why: "leak", note: "n" };
  assert.equal(await field("password-campaigns", { ...campaign, to: [] }), "400 to");
  assert.equal(await field("password-campaigns", { ...campaign, to: [identifier, "12"] }), "422 to[1]");
  assert.equal(await field("password-campaigns", { ...campaign, to: "everybody", why: "fun" }), "400 why");
  assert.equal(await field("case-readings", { case: "0000-0000" }), "404 case");
  assert.equal((await journalOf(world, awa)).length, 0);
});

test("MC-13 a program starts a campaign and reads how far it is", async () => {
  const to = [awa.identifier, nadia.identifier, awa.identifier];
  const started = await ask("POST", "password-campaigns", { to, why: "leak", note: "List of 3 March" });
  assert.equal(started.status, 201);
  const { campaignId } = started.body as { campaignId: string };
  const one = await ask("GET", `password-campaigns/${campaignId}`);
  assert.deepEqual(one.body, {
    campaignId,
    why: "leak",
    note: "List of 3 March",
    askedBy: "agent program desk-tool",
    everybody: false,
    startedAt: world.clock().toISOString(),
    finishedAt: null,
    asked: 0,
    done: 0,
    remaining: 0,
  });
  assert.deepEqual((await ask("GET", "password-campaigns")).body, [one.body]);
  const { rows } = await sql`select from identity.password_campaign_person`.execute(world.db);
  assert.equal(rows.length, 2);
});

test("SP-10 CN-05 a report is read by its number, and the reading stands in the person's journal", async () => {
  const visitor = await signedIn(world, julien);
  const nothing = { identifier: "", birth: "--", when: { day: "", month: "", year: "", time: "" } };
  const typed = { ...nothing, kind: "not-me", gave: false, channel: undefined, told: "Un voisin." } as const;
  await raiseAlarm(world, visitor, newSecret(), typed, "fr");
  const { rows } = await sql<{ n: string }>`select case_number as n from identity.alarm`.execute(world.db);
  const read = await ask("POST", "case-readings", { case: ` ${rows[0]?.n.toLowerCase()} ` });
  assert.equal(read.status, 200);
  const body = read.body as Record<string, unknown>;
  assert.deepEqual(
    [body.told, body.closed, body.proof, body.person],
    ["Un voisin.", true, "session", { name: "Julien Mercier", birthDate: "1986-07-24" }],
  );
  const { act, actor } = (await journalOf(world, julien)).at(-1) ?? {};
  assert.deepEqual([act, actor], ["read a report of danger", "agent program desk-tool"]);
});

test("SEC-09 the log of these requests holds no identifier", async () => {
  await ask("POST", "suspensions", { identifier: awa.identifier, reason });
  assert.ok(log.length > 0);
  assert.ok(!log.join("").includes(awa.identifier.slice(0, 13)));
  assert.deepEqual(
    log.filter((line) => (JSON.parse(line) as { level: number }).level >= 50),
    [],
  );
});

test("MC-14 the description names every route there is, and is open to all", async () => {
  const { status, body } = await ask("GET", "openapi.json", undefined, "");
  assert.equal(status, 200);
  assert.deepEqual(Object.keys((body as { paths: object }).paths), [
    "/api/agents/suspensions",
    "/api/agents/liftings",
    "/api/agents/password-campaigns",
    "/api/agents/password-campaigns/{campaignId}",
    "/api/agents/case-readings",
  ]);
});
