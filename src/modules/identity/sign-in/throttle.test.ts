import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { waitSays } from "../../../../law/credentials/throttle.ts";
import type { World } from "../../../../src/world.ts";
import {
  actsOf,
  awa,
  type DemoWorld,
  demoWorld,
  elodie,
  julien,
  nadia,
  type Someone,
} from "../../../../test/demo.ts";
import { type SignedIn, signIn } from "./sign-in.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
});
beforeEach(() => world.afresh());
after(() => world.close());

/** A valid number that nobody has. */
const nobody = "1850554395089";

const tryIn = (identifier: string, password: string, here: World = world): Promise<SignedIn> =>
  signIn(here, { identifier, password });

const outcome = (result: SignedIn) => ("cookie" in result ? "in" : result.because);

async function failTimes(times: number, who: Pick<Someone, "identifier">) {
  for (let n = 0; n < times; n++) assert.equal(outcome(await tryIn(who.identifier, "faux")), "wrong");
}

/** The same world, counting the passwords that are really checked. */
function counting() {
  const checks = { count: 0 };
  const { verify, hash } = world.passwords;
  const counted: World = {
    ...world,
    passwords: {
      hash,
      verify: (hashed, typed) => {
        checks.count += 1;
        return verify(hashed, typed);
      },
    },
  };
  return { counted, checks };
}

test("SEC-01 after 5 wrong passwords even the right one waits a minute, to the second", async () => {
  await failTimes(5, awa);
  const now = world.clock();
  const until = new Date(now.getTime() + 60_000);
  assert.deepEqual(await tryIn(awa.identifier, awa.oldPassword), {
    refused: waitSays(until, now),
    because: "wait",
  });
  world.pass({ seconds: 59, milliseconds: 999 });
  assert.equal(outcome(await tryIn(awa.identifier, awa.oldPassword)), "wait");
  world.pass({ milliseconds: 1 });
  assert.equal(outcome(await tryIn(awa.identifier, awa.oldPassword)), "in");
});

test("SEC-01 4 wrong passwords do not make anybody wait, and the right one starts the count afresh", async () => {
  for (let round = 0; round < 3; round++) {
    await failTimes(4, awa);
    assert.equal(outcome(await tryIn(awa.identifier, awa.oldPassword)), "in");
  }
});

test("SEC-01 the wait doubles at each further failure, and a try during it costs nothing", async () => {
  await failTimes(5, awa);
  for (const minutes of [1, 2, 4, 8]) {
    world.pass({ minutes, milliseconds: -1 });
    const { counted, checks } = counting();
    assert.equal(outcome(await tryIn(awa.identifier, awa.oldPassword, counted)), "wait", `${minutes}`);
    assert.equal(checks.count, 0);
    world.pass({ milliseconds: 1 });
    await failTimes(1, awa);
  }
});

test("SEC-01 25 failures close the account until the next UTC day, right passwords in between or not", async () => {
  for (let n = 0; n < 6; n++) {
    await failTimes(4, awa);
    assert.equal(outcome(await tryIn(awa.identifier, awa.oldPassword)), "in");
  }
  await failTimes(1, awa);
  world.clock.now = new Date("2026-03-10T23:59:59.999Z");
  assert.equal(outcome(await tryIn(awa.identifier, awa.oldPassword)), "wait");
  world.clock.now = new Date("2026-03-11T00:00:00.000Z");
  assert.equal(outcome(await tryIn(awa.identifier, awa.oldPassword)), "in");
});

test("SEC-01 one person's failures make nobody else wait", async () => {
  await failTimes(5, awa);
  assert.equal(outcome(await tryIn(julien.identifier, julien.oldPassword)), "in");
});

test("SEC-01 SEC-02 an identifier nobody has is counted and made to wait alike", async () => {
  await failTimes(5, { identifier: nobody });
  await failTimes(5, awa);
  assert.deepEqual(await tryIn(nobody, "faux"), await tryIn(awa.identifier, "faux"));
  const { rows } = await sql`
    select failures, failures_today, locked_until, version from identity.attempts`.execute(world.db);
  assert.equal(rows.length, 2);
  assert.deepEqual(rows[0], rows[1]);
});

test("SEC-01 50 guesses at the same moment get 5 passwords checked", async () => {
  const { counted, checks } = counting();
  const guesses = Array.from({ length: 50 }, (_, n) => tryIn(nadia.identifier, `faux${n}`, counted));
  const outcomes = (await Promise.all(guesses)).map(outcome);
  assert.equal(checks.count, 5);
  assert.equal(outcomes.filter((one) => one === "wrong").length, 5);
  assert.equal(outcomes.filter((one) => one === "wait").length, 45);
  assert.equal((await actsOf(world, nadia)).length, 5);
});

test("SEC-01 50 guesses at the same moment at an identifier nobody has get 5 passwords checked", async () => {
  const { counted, checks } = counting();
  await Promise.all(Array.from({ length: 50 }, (_, n) => tryIn(nobody, `faux${n}`, counted)));
  assert.equal(checks.count, 5);
});

test("SEC-02 a wrong password, an unknown number and a person without a password get the same words", async () => {
  const wrong = await tryIn(awa.identifier, "faux");
  assert.ok("refused" in wrong && wrong.field === undefined);
  assert.deepEqual(await tryIn(nobody, "faux"), wrong);
  assert.deepEqual(await tryIn("2161213055420", "faux"), wrong);
});

test("SEC-02 the time of an answer does not tell a known number from an unknown one", async () => {
  const times = { known: [] as number[], unknown: [] as number[] };
  const timed = async (identifier: string) => {
    const start = performance.now();
    await tryIn(identifier, "faux");
    return performance.now() - start;
  };
  for (let n = 0; n < 60; n++) {
    await sql`delete from identity.attempts`.execute(world.db);
    // Taking turns at going first: what slows the machine down slows both.
    const known = () => timed(elodie.identifier).then((time) => times.known.push(time));
    const unknown = () => timed(nobody).then((time) => times.unknown.push(time));
    for (const one of n % 2 ? [known, unknown] : [unknown, known]) await one();
  }
  const gap = Math.abs(median(times.known) - median(times.unknown));
  assert.ok(gap < 10, `${gap} ms apart`);
});

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
