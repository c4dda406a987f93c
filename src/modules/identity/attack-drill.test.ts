import assert from "node:assert/strict";
import { after, before, beforeEach, type TestContext, test } from "node:test";
import { sql } from "kysely";
import pg from "pg";
import { codeLimits } from "../../../law/credentials/codes.ts";
import { nirKey } from "../../../law/credentials/nir.ts";
import {
  awa,
  type DemoWorld,
  demoWorld,
  everyone,
  julien,
  ownPassword,
  type Someone,
  signedIn,
} from "../../../test/demo.ts";
import { workThrough } from "../../../test/queues.ts";
import { type TestSite, testSite } from "../../../test/site.ts";
import { newSecret } from "../../platform/crypto.ts";
import { chooseFirstPassword } from "./choose-password/choose-password.ts";
import { enterCode } from "./give-contacts/enter-code.ts";
import { giveContacts } from "./give-contacts/give-contacts.ts";
import { answerRecovery, recoveryQueue } from "./recover-access/ask-recovery.ts";
import { enterRecoveryCode } from "./recover-access/recovery.ts";
import { askedRecovery } from "./recover-access/testing.ts";
import { type SignedIn, signIn } from "./sign-in/sign-in.ts";

/** What an attacker tries who has all the time, addresses and numbers in the world, but no password. */

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  await chooseFirstPassword(world, await signedIn(world, awa), ownPassword);
  await sql`update identity.contact_point set verified_at = ${world.clock()} where person_id = ${awa.id}`.execute(
    world.db,
  );
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

/** Valid numbers that nobody has. */
const nobodies = Array.from({ length: 50 }, (_, n) => {
  const first13 = `1850554395${String(n + 1).padStart(3, "0")}`;
  return first13 + nirKey(first13);
});
const nobody = nobodies[0] as string;

const atOnce = 50;

const outcome = (result: SignedIn) => ("cookie" in result ? "in" : result.because);
const tally = (outcomes: readonly string[]) =>
  Object.fromEntries([...new Set(outcomes)].map((one) => [one, outcomes.filter((x) => x === one).length]));

test("SEC-01 500 guesses over 61 accounts at once: none gets in, each is then made to wait, its owner too", async () => {
  const numbers = [...everyone.map((who) => who.identifier), ...nobodies];
  const guesses = Array.from({ length: 500 }, (_, n) => ({
    identifier: numbers[n % numbers.length] as string,
    password: `Soleil${n}!`,
  }));
  const outcomes: string[] = [];
  // As many at a time as the queue of passwords takes.
  for (let from = 0; from < guesses.length; from += atOnce) {
    const results = guesses.slice(from, from + atOnce).map((one) => signIn(world, one));
    outcomes.push(...(await Promise.all(results)).map(outcome));
  }
  assert.deepEqual(tally(outcomes), { wrong: numbers.length * 5, wait: 500 - numbers.length * 5 });
  for (const who of everyone.filter((one) => one !== awa))
    assert.equal(
      outcome(await signIn(world, { identifier: who.identifier, password: who.oldPassword })),
      "wait",
    );
});

test("SEC-01 500 guesses at one account, one every three minutes day and night: 25 are looked at a day", async () => {
  world.clock.now = new Date("2026-03-11T00:00:00Z");
  const outcomes: string[] = [];
  for (let n = 0; n < 500; n++) {
    outcomes.push(outcome(await signIn(world, { identifier: julien.identifier, password: `Soleil${n}!` })));
    world.pass({ minutes: 2, seconds: 52 });
  }
  assert.ok(world.clock() < new Date("2026-03-12T00:00:00Z"));
  assert.deepEqual(tally(outcomes), {
    wrong: tally(outcomes).wrong,
    wait: 500 - (tally(outcomes).wrong ?? 0),
  });
  assert.ok((tally(outcomes).wrong ?? 0) <= 25, `${tally(outcomes).wrong} passwords were looked at`);
  world.clock.now = new Date("2026-03-12T01:00:00Z");
  assert.equal(
    outcome(await signIn(world, { identifier: julien.identifier, password: julien.oldPassword })),
    "in",
    "its owner gets in the next day",
  );
});

test("SEC-01 one address sends 300 credentials in 5 minutes, whatever they are", async () => {
  const browser = site.browser();
  await browser.open("/recoveries/new");
  const statuses: number[] = [];
  for (let n = 0; n < 301; n++)
    statuses.push(
      (await browser.post("/recoveries/current/code", { code: String(n).padStart(6, "0") })).status,
    );
  assert.deepEqual([statuses[299], statuses[300]], [303, 429]);
});

/** Where a number is typed by who is not signed in. */
const doors = {
  "signing in": (identifier: string) => ["/sessions", { identifier, password: "Soleil2024!" }],
  "a forgotten password": (identifier: string) => ["/recoveries", { identifier }],
  "an alarm": (identifier: string) => [
    "/alarms",
    { ...alarm, once: newSecret(), identifier, "birth-day": "4", "birth-month": "11", "birth-year": "1988" },
  ],
} satisfies Record<string, (identifier: string) => [path: string, fields: Record<string, string>]>;
const alarm = { situation: "not-me" };

for (const [name, door] of Object.entries(doors)) {
  test(`SEC-02 ${name}: a known number and one nobody has get the same status, headers, cookies and body`, async () => {
    const known = await knock(door, awa.identifier);
    const unknown = await knock(door, nobody);
    assert.deepEqual(unknown, known);
    assert.ok(known.body.length > 500 || known.location !== undefined);
  });

  test(`SEC-02 ${name}: the time of an answer does not tell a known number from an unknown one`, async () => {
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let n = 0; n < 50; n++) {
      await sql`delete from identity.attempts`.execute(world.db);
      await sql`delete from identity.recovery`.execute(world.db);
      await sql`delete from identity.alarm`.execute(world.db);
      // Taking turns at going first: what slows the machine down slows both.
      const order = n % 2 ? [awa.identifier, nobody] : [nobody, awa.identifier];
      for (const identifier of order) {
        const request = await ready(door, identifier);
        const start = performance.now();
        await request();
        times[identifier === nobody ? "unknown" : "known"].push(performance.now() - start);
      }
    }
    // Whatever else the machine does only ever slows an answer: the quick ones tell what it costs.
    const gap = Math.abs(quick(times.known) - quick(times.unknown));
    assert.ok(gap < 10, `${gap.toFixed(1)} ms apart`);
  });
}

test("SEC-02 a forgotten password: whoever it is asked for, the request does the same, and the rest is done behind it", async (t) => {
  const asked = [awa.identifier, nobody, julien.identifier];
  await (await ready(doors["a forgotten password"], asked[0] as string))();
  const done = [];
  for (const identifier of asked) {
    // Asked too often as well: the sixth is answered by the same work.
    for (let n = 0; n < 6; n++) {
      const request = await ready(doors["a forgotten password"], identifier);
      done.push(await statementsOf(t, request));
    }
  }
  assert.ok((done[0]?.length ?? 0) > 5, "the statements of our own pool are seen");
  for (const statements of done) assert.deepEqual(statements, done[0]);
  assert.deepEqual(await world.sent(), [], "nothing is sent before the answer");
  assert.equal(await workThrough(world, recoveryQueue, answerRecovery), asked.length * 6 + 1);
  const told = (await world.sent()).map(({ payload }) => payload.to);
  assert.deepEqual([...new Set(told)], [awa.mail, awa.mobile], "of all these, Awa alone can be written to");
});

/** What is asked of the database while that is done, in order, without what it is asked about. */
async function statementsOf(t: TestContext, does: () => Promise<unknown>): Promise<string[]> {
  const query = t.mock.method(pg.Client.prototype, "query");
  await does();
  const texts = query.mock.calls.flatMap(({ this: client, arguments: [asked] }) => {
    const { application_name: pool } = (client as { connectionParameters: { application_name?: string } })
      .connectionParameters;
    const text = typeof asked === "string" ? asked : (asked as { text?: string }).text;
    return pool === "foyer" && text ? [text] : [];
  });
  query.mock.restore();
  return texts;
}

test("SEC-03 codes of a forgotten password: 5 tries each, 20 a day, then not even the right one", async () => {
  const right: string[] = [];
  for (let round = 0; round < 6; round++) {
    const cookie = await askedRecovery(world, awa);
    const code = await lastCode(awa);
    right.push(code);
    const wrong = code === "000000" ? "000001" : "000000";
    const tries = Array.from({ length: 10 }, () => enterRecoveryCode(world, cookie, wrong));
    for (const one of await Promise.all(tries)) assert.ok(!("done" in one));
    if (round >= 4) assert.deepEqual(await enterRecoveryCode(world, cookie, code), { elsewhere: true });
  }
  const { rows } = await sql<{ tries: number }>`select tries from identity.recovery`.execute(world.db);
  assert.ok(rows.every(({ tries }) => tries <= codeLimits.triesPerCode.value));
  assert.equal(
    rows.reduce((sum, { tries }) => sum + tries, 0),
    codeLimits.triesPerDay.value,
  );
});

test("SEC-03 codes of a contact point: 5 tries each, 20 a day, then not even the right one", async () => {
  const visitor = await signedIn(world, julien);
  let looked = 0;
  for (let round = 0; round < 6; round++) {
    const mail = `julien.${round}@exemple.fr`;
    await giveContacts(world, visitor, { mail, mobile: "" }, "fr");
    const code = await lastCode({ ...julien, mail });
    const wrong = code === "000000" ? "000001" : "000000";
    await Promise.all(Array.from({ length: 10 }, () => enterCode(world, visitor, "mail", wrong, "fr")));
    if (round < 4) looked += 5;
    else assert.ok("refused" in (await enterCode(world, visitor, "mail", code, "fr")));
  }
  const { rows } = await sql<{ tries: number }>`
    select tries from identity.code where person_id = ${julien.id}`.execute(world.db);
  assert.ok(rows.every(({ tries }) => tries <= codeLimits.triesPerCode.value));
  assert.equal(
    rows.reduce((sum, { tries }) => sum + tries, 0),
    looked,
  );
});

type Door = (identifier: string) => [path: string, fields: Record<string, string>];

let address = 0;
/** A form that is filled in and only waits to be sent, from an address of its own. */
async function ready(door: Door, identifier: string) {
  const remoteAddress = `198.19.${(++address >> 8) & 255}.${address & 255}`;
  const host = "caf.localhost";
  const form = await site.app.inject({ url: "/sessions/new", remoteAddress, headers: { host } });
  const csrf = /name="csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? "";
  const cookie = form.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const [url, fields] = door(identifier);
  return () =>
    site.app.inject({
      method: "POST",
      url,
      remoteAddress,
      headers: {
        host,
        cookie,
        origin: `http://${host}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      payload: new URLSearchParams({ csrf, ...fields }).toString(),
    });
}

/** The answer without what differs at each request, nor the number that was typed. */
async function knock(door: Door, identifier: string) {
  const response = await (await ready(door, identifier))();
  const { date: _, "set-cookie": cookies, "content-security-policy": policy, ...headers } = response.headers;
  const bare = (text: string) =>
    text
      .replaceAll(/nonce[-=]"?[\w+/=-]+"?/g, "")
      .replaceAll(/name="(csrf|once)" value="[^"]*"/g, "")
      .replaceAll(identifier, "…");
  return {
    status: response.statusCode,
    location: response.headers.location,
    headers: { ...headers, "x-ratelimit-remaining": undefined },
    policy: bare(String(policy)),
    cookies: [cookies ?? []].flat().map((one) => bare(one).replace(/=[^;]*/, "")),
    body: bare(response.body),
  };
}

async function lastCode(who: Pick<Someone, "mail">): Promise<string> {
  const mails = (await world.sent()).filter(({ payload }) => payload.to === who.mail);
  return /(?<!\d)\d{6}(?!\d)/.exec(mails.at(-1)?.payload.text ?? "")?.[0] ?? "";
}

const quick = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 10)] ?? Number.NaN;
