import { randomUUID } from "node:crypto";
import { fromKysely, PgBoss } from "pg-boss";
import { seal, unseal } from "./crypto.ts";
import type { Tx } from "./database.ts";

/** Work to be done later. Each queue names what its jobs carry. */
export type Queue<Payload> = { name: string; payload?: Payload };

export type Jobs = {
  /** Puts a job in the queue inside `tx`: it exists if and only if what caused it does. */
  send: <P>(tx: Tx, queue: Queue<P>, payload: P) => Promise<void>;
  /** Does the jobs of a queue, a few at a time. A job that throws is tried again, later and later. */
  work: <P>(queue: Queue<P>, does: (id: string, payload: P) => Promise<void>) => Promise<void>;
  /** Does something each night, once for the institution however many processes serve it. */
  nightly: (name: string, does: () => Promise<void>) => Promise<void>;
  stop: () => Promise<void>;
};

/** Five tries over about half an hour, then the job rests among the failed ones. */
const patience = { retryLimit: 5, retryDelay: 10, retryBackoff: true, expireInSeconds: 60 };

/** Both roles of the database put jobs in a queue; none but the queues' owner takes them out. */
const mayQueue = `
  grant usage on schema jobs to foyer_institution, foyer_visitor;
  grant select, insert on all tables in schema jobs to foyer_institution, foyer_visitor`;

/** Jobs of one queue done at the same time: one that is slow holds up none of the others. */
const atOnce = 3;

/** Nobody is told when a job is to be tried again: each worker looks by itself, every 10 seconds. */
const pace = { batchSize: 1, notifyPollingIntervalSeconds: 10 };

/**
 * Starts the queues of one institution in its own database. What a job carries is sealed: the queue holds
 * codes and addresses that the database must not show.
 */
export async function startJobs(url: string, key: Buffer, report: (error: Error) => void): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, schema: "jobs", max: 3, useListenNotify: true });
  boss.on("error", report);
  await boss.start();
  await boss.getDb().executeSql(mayQueue);
  const keys = new Map([[1, key]]);
  return {
    send: async (tx, queue, payload) => {
      const id = randomUUID();
      const sealed = seal(keys, JSON.stringify(payload), id).toString("base64");
      await boss.send(queue.name, { sealed }, { id, ...patience, db: fromKysely(tx) });
    },
    work: async <P>(queue: Queue<P>, does: (id: string, payload: P) => Promise<void>) => {
      await boss.createQueue(queue.name, { notify: true, deleteAfterSeconds: 3600 });
      const doOne = async ({ id, data }: { id: string; data: { sealed: string } }) =>
        does(id, JSON.parse(unseal(keys, Buffer.from(data.sealed, "base64"), id)) as P);
      for (let n = 0; n < atOnce; n++) {
        const worker: string = await boss.work<{ sealed: string }>(queue.name, pace, ([job]) =>
          // Without this a worker rests after each job, however many wait.
          doOne(job as { id: string; data: { sealed: string } }).finally(() => boss.notifyWorker(worker)),
        );
      }
    },
    nightly: async (name, does) => {
      await boss.createQueue(name);
      await boss.schedule(name, "20 3 * * *");
      await boss.work(name, does);
    },
    stop: () => boss.stop({ graceful: true, timeout: 3000 }),
  };
}
