import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, describe, type TestContext, test } from "node:test";
import { sql } from "kysely";
import { testWorld } from "../../test/world.ts";
import { inTransaction } from "./database.ts";
import { type Queue, startJobs } from "./jobs.ts";

const world = await testWorld();
after(() => world.close());
const { db, jobs } = world;

type Letter = { to: string; text: string };
const letter = { to: "amina@exemple.fr", text: "Votre code est le 482913, à bientôt" };

type Job = { id: string; state: string; retry_limit: number; wait: number; row: string; sealed: string };

const jobsIn = async (queue: Queue<Letter>) => {
  const { rows } = await sql<Job>`
    select id, state::text, retry_limit, extract(epoch from start_after - now())::float8 as wait,
      j::text as row, data->>'sealed' as sealed
    from jobs.job j where name = ${queue.name} order by created_on`.execute(db);
  return rows;
};

/** A queue of the test's own, opened by a worker that then stops: what is sent stays where it is. */
async function openQueue(name: string): Promise<Queue<Letter>> {
  const opener = await startJobs(world.url, world.keys.queue, assert.ifError);
  await opener.work({ name }, async () => {});
  await opener.stop();
  return { name };
}

const send = (queue: Queue<Letter>, payload = letter) =>
  inTransaction(db, (tx) => jobs.send(tx, queue, payload));

/** A worker of the test's own, stopped with it. */
async function startWorker(t: TestContext, key = world.keys.queue) {
  const worker = await startJobs(world.url, key, assert.ifError);
  t.after(() => worker.stop());
  return worker;
}

const allDone = (queue: Queue<Letter>) => async () =>
  (await jobsIn(queue)).every((job) => job.state === "completed") || undefined;

/** Waits until `what` answers something. */
async function until<T>(what: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 300; tries++) {
    const found = await what();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It did not happen within 15 seconds");
}

const inState = (queue: Queue<Letter>, state: string) => () =>
  jobsIn(queue).then((found) => found.find((job) => job.state === state));

describe("a job", () => {
  test("exists if and only if the transaction that sent it does", async () => {
    const queue = await openQueue("committed");
    await inTransaction(db, async (tx) => {
      await jobs.send(tx, queue, letter);
      assert.equal((await jobsIn(queue)).length, 0, "nobody sees it before the transaction stands");
    });
    assert.equal((await jobsIn(queue)).length, 1);
    const takenBack = inTransaction(db, async (tx) => {
      await jobs.send(tx, queue, letter);
      throw new Error("taken back");
    });
    await assert.rejects(takenBack, /taken back/);
    assert.equal((await jobsIn(queue)).length, 1);
  });

  test("SEC-10 shows nothing of what it carries, waiting or done", async (t) => {
    const queue = await openQueue("sealed");
    await send(queue);
    const plain = [letter.to, "482913", "code"].flatMap((text) => [
      text,
      Buffer.from(text).toString("hex"),
      Buffer.from(text).toString("base64").replace(/=+$/, ""),
    ]);
    const check = async () => {
      const [job] = await jobsIn(queue);
      const bytes = Buffer.from(job?.sealed ?? "", "base64");
      assert.ok(bytes.length > 40);
      for (const text of plain) {
        assert.equal(job?.row.includes(text), false, text);
        assert.equal(bytes.includes(text), false, text);
      }
    };
    await check();
    const worker = await startWorker(t);
    await worker.work(queue, async () => {});
    await until(inState(queue, "completed"));
    await worker.stop();
    await check();
  });

  test("reaches the one who works on its queue, once, with its id", async () => {
    const queue = { name: "worked" };
    const got: [string, Letter][] = [];
    await jobs.work<Letter>(queue, async (id, payload) => {
      got.push([id, payload]);
    });
    await send(queue);
    await send(queue, { to: "b@exemple.fr", text: "deux" });
    await until(allDone(queue));
    const sent = await jobsIn(queue);
    assert.deepEqual(
      new Map(got),
      new Map([
        [sent[0]?.id, letter],
        [sent[1]?.id, { to: "b@exemple.fr", text: "deux" }],
      ]),
    );
    assert.equal(got.length, 2);
  });

  test("does not wait long behind others: a hundred are done at once, three by three", async () => {
    const queue = { name: "crowded" };
    let running = 0;
    let most = 0;
    await jobs.work<Letter>(queue, async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
    });
    await inTransaction(db, async (tx) => {
      for (let n = 0; n < 100; n++) await jobs.send(tx, queue, letter);
    });
    await until(allDone(queue));
    assert.equal(most, 3);
  });

  test("REL-02 that throws is tried again later, five times at most, with the same id", async () => {
    const queue = { name: "retried" };
    const tries: string[] = [];
    await jobs.work<Letter>(queue, async (id) => {
      tries.push(id);
      if (tries.length === 1) throw new Error("the mail server does not answer");
    });
    await send(queue);
    const waiting = await until(inState(queue, "retry"));
    assert.equal(waiting.retry_limit, 5);
    assert.ok(waiting.wait > 1 && waiting.wait < 60, `tried again in ${waiting.wait} s`);
    assert.deepEqual(tries, [waiting.id]);
    await sql`update jobs.job set start_after = now() where name = ${queue.name}`.execute(world.owner);
    // Another job wakes the worker sooner than its next look.
    await send(queue);
    await until(allDone(queue));
    assert.equal(tries.filter((id) => id === waiting.id).length, 2);
    assert.equal(tries.length, 3);
  });

  test("SEC-10 whose seal was made under another key, or for another job, is not done", async (t) => {
    const queue = await openQueue("forged");
    await send(queue);
    await send(queue);
    const [first, second] = await jobsIn(queue);
    assert.ok(first && second);
    await sql`update jobs.job set data = json_build_object('sealed', ${first.sealed}::text)
      where name = ${queue.name} and id = ${second.id}`.execute(world.owner);
    const done: string[] = [];
    const worker = await startWorker(t);
    await worker.work(queue, async (id) => {
      done.push(id);
    });
    await until(inState(queue, "retry"));
    await until(inState(queue, "completed"));
    assert.deepEqual(done, [first.id]);

    const stranger = await openQueue("stranger");
    await send(stranger);
    const other = await startWorker(t, randomBytes(32));
    await other.work(stranger, async (id) => {
      done.push(id);
    });
    await until(inState(stranger, "retry"));
    assert.equal(done.length, 1);
  });

  test("that is being done when the worker stops is done to its end", async (t) => {
    const queue = { name: "graceful" };
    const worker = await startWorker(t);
    let isStarted = false;
    await worker.work<Letter>(queue, async () => {
      isStarted = true;
      await new Promise((resolve) => setTimeout(resolve, 600));
    });
    await send(queue);
    await until(() => isStarted || undefined);
    await worker.stop();
    assert.equal((await jobsIn(queue))[0]?.state, "completed");
  });

  test("cannot be sent to a queue that nobody opened: it would never be done", async () => {
    await assert.rejects(send({ name: "nobody" }), /Queue nobody does not exist/);
  });
});

test("PRIV-01 nightly work is planned once, however often the program starts, and is done when its hour comes", async () => {
  let done = 0;
  const does = async () => {
    done += 1;
  };
  await jobs.nightly("tidy", does);
  await jobs.nightly("tidy", does);
  const { rows } = await sql`select name, cron, timezone from jobs.schedule where name = 'tidy'`.execute(db);
  assert.deepEqual(rows, [{ name: "tidy", cron: "20 3 * * *", timezone: "UTC" }]);
  await sql`insert into jobs.job (name, data) values ('tidy', null)`.execute(db);
  await until(() => (done > 0 ? done : undefined));
  assert.equal(done, 1);
});
