import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  askedNumberQueue,
  campaignQueue,
  deskRequestQueue,
  newcomerQueue,
  recoveryQueue,
  reminderQueue,
  sessionsEnded,
} from "../src/modules/identity/index.ts";
import { ensureDatabase, migrate } from "../src/platform/database.ts";
import { startEmbeddedPostgres } from "../src/platform/embedded-postgres.ts";
import { startJobs } from "../src/platform/jobs.ts";
import { mailQueue, smsQueue } from "../src/platform/messages.ts";
import { browserVariable, findBrowser, folderVariable } from "./browser.ts";
import { secretVariable, serverVariable, template } from "./database.ts";
import { checkerVariable, startHtmlChecker } from "./html-checker.ts";

/** No test outlives a power cut, nor do its tables grow: what PostgreSQL does for either would only cost time. */
const settings = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "wal_level=minimal",
  "max_wal_senders=0",
  "max_wal_size=128MB",
  "autovacuum=off",
  "jit=off",
  "max_connections=300",
  "shared_buffers=128MB",
];

const undo: (() => Promise<void>)[] = [];

/** Starts the PostgreSQL of this run and makes the template. Test files find it by an environment variable. */
export async function globalSetup(): Promise<void> {
  // Node tears down after Ctrl-C and after SIGTERM; a closed terminal must do so too.
  process.once("SIGHUP", () => process.kill(process.pid, "SIGTERM"));
  try {
    const place = await roomiest();
    await forgetKilled(place);
    const folder = await mkdtemp(join(place, `foyer-test-${process.pid}-`));
    undo.push(() => rm(folder, { recursive: true, force: true }));
    process.env[folderVariable] = folder;
    process.env.NODE_COMPILE_CACHE = join(folder, "compiled");
    const postgres = await startEmbeddedPostgres(folder, settings);
    undo.push(postgres.stop);
    await makeTemplate(postgres.url(template));
    process.env[serverVariable] = postgres.url("postgres");
    process.env[secretVariable] = randomBytes(32).toString("base64");
    if (process.argv.some((one) => one.includes("e2e"))) await prepareJourneys();
    await shareTemporary(folder);
  } catch (error) {
    await globalTeardown();
    throw error;
  }
}

/** In memory where Linux offers it with room to spare: there a database is copied in a seventh of the time. */
async function roomiest(): Promise<string> {
  const inMemory = "/dev/shm";
  const there = await statfs(inMemory).catch(() => undefined);
  return there && there.bavail * there.bsize > 2 ** 31 ? inMemory : tmpdir();
}

/** A run that was killed could not remove its folder, which may lie in memory. */
async function forgetKilled(place: string): Promise<void> {
  for (const name of await readdir(place)) {
    const pid = Number(/^foyer-test-(\d+)-/.exec(name)?.[1]);
    if (pid && !runs(pid)) await rm(join(place, name), { recursive: true, force: true });
  }
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process may not be asked.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** What test files and their browsers leave for a while goes there too, and with it in the end. */
async function shareTemporary(folder: string): Promise<void> {
  const temporary = join(folder, "temporary");
  await mkdir(temporary);
  process.env.TMPDIR = temporary;
}

async function prepareJourneys(): Promise<void> {
  process.env[browserVariable] = await findBrowser();
  const checker = await startHtmlChecker();
  if (!checker) return;
  process.env[checkerVariable] = checker.url;
  undo.push(checker.stop);
}

/** Stops the server and removes its folder, whether the tests passed or not. */
export async function globalTeardown(): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step();
}

async function makeTemplate(url: string): Promise<void> {
  await ensureDatabase(url);
  await migrate(url, new URL("../migrations/", import.meta.url));
  const jobs = await startJobs(url, randomBytes(32), (error) => {
    throw error;
  });
  // A queue must exist before anything is sent to it.
  await jobs.work(mailQueue, async () => {});
  await jobs.work(smsQueue, async () => {});
  await jobs.work(sessionsEnded, async () => {});
  await jobs.work(campaignQueue, async () => {});
  await jobs.work(askedNumberQueue, async () => {});
  await jobs.work(newcomerQueue, async () => {});
  await jobs.work(recoveryQueue, async () => {});
  await jobs.work(reminderQueue, async () => {});
  await jobs.work(deskRequestQueue, async () => {});
  await jobs.stop();
}
