import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { caf } from "../institutions/caf/index.ts";
import type { Institution } from "../institutions/institution.ts";
import { type CivilRegistry, noRegistry } from "../src/civil-registry/civil-registry.ts";
import { type InsuredRegistry, noInsuredRegistry } from "../src/insured-registry/insured-registry.ts";
import { readCharters } from "../src/modules/charters/index.ts";
import { deriveKey, type Keys, unseal } from "../src/platform/crypto.ts";
import { type Db, openDatabase } from "../src/platform/database.ts";
import { type Jobs, startJobs } from "../src/platform/jobs.ts";
import type { Mail } from "../src/platform/mail.ts";
import { mailQueue, smsQueue } from "../src/platform/messages.ts";
import { startPasswords } from "../src/platform/passwords.ts";
import type { Sms } from "../src/platform/sms/index.ts";
import { noAntivirus } from "../src/platform/uploads/antivirus.ts";
import type { World } from "../src/world.ts";
import { secretOfRun, type TestDatabase, testDatabase } from "./database.ts";

/** What waits in a queue, unsealed. */
export type Sent =
  | { queue: "mail"; payload: Omit<Mail, "messageId"> }
  | { queue: "sms"; payload: Omit<Sms, "id"> };

type Length = { days?: number; hours?: number; minutes?: number; seconds?: number; milliseconds?: number };

export type TestWorld = World & {
  clock: World["clock"] & { now: Date };
  /** Connection string of this world's database. */
  url: string;
  /** The database as its owner has it, whom no wall stops. */
  owner: Db;
  /** Moves the clock forward. */
  pass: (length: Length) => void;
  /** The messages queued so far by transactions that stand, in order. */
  sent: () => Promise<Sent[]>;
  /** Ends the connections and drops the database. */
  close: () => Promise<void>;
};

/**
 * A world for tests: everything in it is the real thing, on a database of its own, except that its clock only
 * moves when told and that nobody takes messages out of the queues.
 */
export async function testWorld(
  options: {
    institution?: Institution;
    at?: string;
    civilRegistry?: CivilRegistry;
    insuredRegistry?: InsuredRegistry;
    /** One that was filled before, under the keys of this run. */
    database?: TestDatabase;
  } = {},
): Promise<TestWorld> {
  const institution = options.institution ?? caf;
  const database = options.database ?? (await testDatabase());
  const keys = keysFrom(options.database ? secretOfRun() : randomBytes(32));
  let closing = false;
  // Dropping the database may cut a connection that is still saying goodbye: that is no fault.
  const report = (error: Error) => {
    if (!closing) throw error;
  };
  const owner = openDatabase(database.url, 2, report);
  const db = openDatabase(database.url, 4, report, "foyer_institution");
  const visitor = openDatabase(database.url, 4, report, "foyer_visitor");
  const jobs = startedWhenNeeded(database.url, keys.queue, report);
  const clock = frozenClock(options.at ?? "2026-03-10T09:00:00Z");
  return {
    institution,
    charters: readCharters(institution),
    db,
    reach: { institution: db, visitor },
    owner,
    clock,
    keys,
    passwords: await startPasswords(keys.pepper),
    jobs,
    civilRegistry: options.civilRegistry ?? noRegistry,
    insuredRegistry: options.insuredRegistry ?? noInsuredRegistry,
    antivirus: noAntivirus,
    url: database.url,
    pass: (length) => {
      clock.now = new Date(clock.now.getTime() + milliseconds(length));
    },
    sent: () => readSent(owner, keys.queue),
    close: async () => {
      closing = true;
      await jobs.stop();
      await Promise.all([db.destroy(), visitor.destroy(), owner.destroy()]);
      await database.drop();
    },
  };
}

function keysFrom(secret: Buffer): Keys {
  const key = (purpose: string) => deriveKey(secret, purpose);
  return {
    nir: new Map([[1, key("nir")]]),
    index: key("index"),
    pepper: key("pepper"),
    code: key("code"),
    queue: key("queue"),
    journal: key("journal"),
    connect: key("connect"),
    input: key("input"),
    uploads: key("uploads"),
    receipts: key("receipts"),
    bank: key("bank"),
  };
}

function frozenClock(at: string): TestWorld["clock"] {
  const clock = Object.assign(() => new Date(clock.now), { now: new Date(at) });
  return clock;
}

const inMilliseconds = {
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
  milliseconds: 1,
} satisfies Record<keyof Length, number>;

const milliseconds = (length: Length): number =>
  Object.entries(length).reduce(
    (sum, [unit, count]) => sum + count * inMilliseconds[unit as keyof Length],
    0,
  );

/** Most tests send nothing: the queues' own connections are opened by the first one that does. */
function startedWhenNeeded(url: string, key: Buffer, report: (error: Error) => void): Jobs {
  let started: Promise<Jobs> | undefined;
  const start = () => {
    started ??= startJobs(url, key, report);
    return started;
  };
  return {
    send: async (tx, queue, payload) => (await start()).send(tx, queue, payload),
    work: async (queue, does) => (await start()).work(queue, does),
    nightly: async (name, does) => (await start()).nightly(name, does),
    stop: async () => (await started)?.stop(),
  };
}

async function readSent(db: Db, key: Buffer): Promise<Sent[]> {
  const keys = new Map([[1, key]]);
  // Jobs of one transaction share their time; nothing moves rows here, so where they lie tells their order.
  const { rows } = await sql<{ id: string; queue: Sent["queue"]; sealed: string }>`
    select id, name as queue, data->>'sealed' as sealed from jobs.job
    where name in (${mailQueue.name}, ${smsQueue.name}) order by created_on, tableoid, ctid`.execute(db);
  return rows.map(
    ({ id, queue, sealed }) =>
      ({ queue, payload: JSON.parse(unseal(keys, Buffer.from(sealed, "base64"), id)) }) as Sent,
  );
}
