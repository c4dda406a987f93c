import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import type Provider from "oidc-provider";
import { awa, camille, type DemoWorld, demoWorld, ownPassword } from "../../../../test/demo.ts";
import { settle, type TestSite, testSite } from "../../../../test/site.ts";
import { suspendAccess } from "../../identity/index.ts";
import { openProviders } from "./provider.ts";
import { registeredSites } from "./sites.ts";

const secret = "the secret of a site under test, long enough";
const secrets = new Map([["mon-compte-aripa", secret]]);
const aripa = { id: "mon-compte-aripa", redirect: "https://mon-compte-aripa.exemple.fr/connexion/retour" };

let world: DemoWorld;
let site: TestSite;
/** Two processes that answer for one institution share nothing but the database. */
let one: Process;
let other: Process;
before(async () => {
  world = await demoWorld();
  site = await testSite(world, undefined, secrets);
  await settle(site.browser(), camille);
  await settle(site.browser(), awa);
  await world.keep();
  [one, other] = [await startProcess(), await startProcess()];
});
beforeEach(() => world.afresh());
after(async () => {
  await one?.stop();
  await other?.stop();
  await site.close();
  await world.close();
});

type Answered = { status: number; error?: string; access_token?: string };
type Process = {
  provider: Provider;
  exchange: (code: string, verifier?: string) => Promise<Answered>;
  told: (token: string) => Promise<number>;
  /** Whom a token tells of, under the name that this site knows them by. */
  tellsOf: (token: string) => Promise<string>;
  stop: () => Promise<void>;
};

async function startProcess(): Promise<Process> {
  const none = () => {
    throw new Error("no page is drawn");
  };
  const pages = { signOut: none, signedOut: none, leaving: none, fault: none, report: none, reach: fetch };
  const sites = registeredSites(world.institution.accounts ?? {}, secrets);
  const provider = await openProviders(world, sites, pages)("http://caf.localhost");
  const server = createServer(provider.callback());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const me = (token: string) => fetch(`${base}/me`, { headers: { authorization: `Bearer ${token}` } });
  return {
    provider,
    exchange: async (code, verifier = proof.verifier) => {
      const body = new URLSearchParams({
        grant_type: "authorization_code",
        code,
        code_verifier: verifier,
        redirect_uri: aripa.redirect,
      });
      const authorization = `Basic ${Buffer.from(`${aripa.id}:${encodeURIComponent(secret)}`).toString("base64")}`;
      const answer = await fetch(`${base}/token`, { method: "POST", body, headers: { authorization } });
      return { status: answer.status, ...((await answer.json()) as object) };
    },
    told: async (token) => (await me(token)).status,
    tellsOf: async (token) => ((await (await me(token)).json()) as { sub: string }).sub,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

const newProof = () => {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
};
const proof = newProof();

/** A code as the site gets it, once the person agreed. */
async function codeFor(who = camille): Promise<string> {
  const browser = site.browser();
  assert.equal((await browser.signIn(who, ownPassword)).path, "/home");
  const asked = new URLSearchParams({
    client_id: aripa.id,
    response_type: "code",
    redirect_uri: aripa.redirect,
    scope: "openid profile",
    state: "state",
    code_challenge: proof.challenge,
    code_challenge_method: "S256",
  });
  const seen = await browser.open(`/oidc/auth?${asked}`);
  const action = /action="(\/interactions\/[^"]+\/answers)"/.exec(seen.body)?.[1];
  const back = action ? (await browser.send(action, { answer: "agree" })).path : seen.path;
  const code = new URL(back).searchParams.get("code");
  assert.ok(code, back);
  return code;
}

const refused = { status: 400, error: "invalid_grant" };
const outcome = ({ status, error }: Answered) => (error ? { status, error } : { status });

test("SEC-14 a code exchanged in one process is refused in another, and what it bought is void there too", async () => {
  const code = await codeFor();
  const bought = await one.exchange(code);
  assert.equal(bought.status, 200);
  assert.equal(await other.told(bought.access_token ?? ""), 200);
  assert.deepEqual(outcome(await other.exchange(code)), refused);
  assert.equal(await one.told(bought.access_token ?? ""), 401);
});

test("SEC-14 of one code brought to two processes at the same moment, one exchange goes through", async () => {
  const code = await codeFor();
  const all = await Promise.all([one, other, one, other].map(({ exchange }) => exchange(code)));
  assert.ok(all.filter(({ status }) => status === 200).length <= 1);
  for (const answered of all.filter(({ status }) => status !== 200))
    assert.deepEqual(outcome(answered), refused);
  const { rows } = await sql`select 1 from connect.passing_artifact where kind = 'AccessToken'`.execute(
    world.db,
  );
  assert.ok(rows.length <= 1, "a refused one buys nothing");
});

test("SEC-14 codes of two persons exchanged at one moment, one of them twice: each token tells of its own person", async () => {
  const known = [await one.exchange(await codeFor()), await one.exchange(await codeFor(awa))];
  const [camilles, awas] = await Promise.all(known.map(({ access_token = "" }) => one.tellsOf(access_token)));
  assert.notEqual(camilles, awas);
  const [hers, others] = [await codeFor(), await codeFor(awa)];
  const [first, of, second] = await Promise.all([hers, others, hers].map((code) => one.exchange(code)));
  assert.equal(await one.tellsOf(of?.access_token ?? ""), awas);
  assert.ok(first?.status !== 200 || second?.status !== 200);
});

test("SEC-14 a wrong verifier does not use the code up", async () => {
  const code = await codeFor();
  assert.deepEqual(outcome(await one.exchange(code, newProof().verifier)), refused);
  assert.equal((await other.exchange(code)).status, 200);
});

test("MC-14 access closed between the code and its exchange: nothing is handed out", async () => {
  const code = await codeFor();
  const agent = { agentId: "agent 7", name: "Agent Sept" };
  assert.deepEqual(await suspendAccess(world, agent, camille.id, { reason: "a test" }), { done: true });
  assert.deepEqual(outcome(await one.exchange(code)), refused);
});

test("MC-04 a charter that is no longer accepted when the code comes: nothing is handed out, to them alone", async () => {
  const [hers, awas] = [await codeFor(), await codeFor(awa)];
  await sql`delete from charters.answer where person_id = ${camille.id}`.execute(world.db);
  assert.deepEqual(outcome(await one.exchange(hers)), refused);
  assert.equal((await one.exchange(awas)).status, 200);
});

test("CP-23 an agreement taken back, a grant or a browser's session gone when the code comes: nothing is handed out", async () => {
  const gone = [
    sql`update connect.consent set ended_at = now()`,
    sql`delete from connect.artifact where kind = 'Grant'`,
    sql`delete from connect.artifact where kind = 'Session'`,
  ];
  for (const statement of gone) {
    await world.afresh();
    const code = await codeFor();
    await statement.execute(world.db);
    assert.deepEqual(outcome(await one.exchange(code)), refused);
  }
});

test("SEC-14 another person's name on the row of a code does not open the gate: the sealed code says whose it is", async () => {
  const code = await codeFor();
  await sql`update connect.passing_artifact set person_id = ${awa.id} where kind = 'AuthorizationCode'`.execute(
    world.db,
  );
  await sql`delete from charters.answer where person_id = ${camille.id}`.execute(world.db);
  assert.deepEqual(outcome(await one.exchange(code)), refused);
});
