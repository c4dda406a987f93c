import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
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
import { serverVariable, template } from "./database.ts";
import { checkerVariable, startHtmlChecker } from "./html-checker.ts";

/** No test outlives a power cut: what PostgreSQL does to survive one would only cost time. */
const settings = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=300",
  "shared_buffers=128MB",
];

const undo: (() => Promise<void>)[] = [];

/** Starts the PostgreSQL of this run and makes the template. Test files find it by an environment variable. */
export async function globalSetup(): Promise<void> {
  // Node tears down after Ctrl-C and after SIGTERM; a closed terminal must do so too.
  process.once("SIGHUP", () => process.kill(process.pid, "SIGTERM"));
  try {
    const folder = await mkdtemp(join(tmpdir(), "foyer-test-"));
    undo.push(() => rm(folder, { recursive: true, force: true }));
    process.env[folderVariable] = folder;
    process.env.NODE_COMPILE_CACHE = join(folder, "compiled");
    const postgres = await startEmbeddedPostgres(folder, settings);
    undo.push(postgres.stop);
    await makeTemplate(postgres.url(template));
    process.env[serverVariable] = postgres.url("postgres");
    if (process.argv.some((one) => one.includes("e2e"))) await prepareJourneys();
  } catch (error) {
    await globalTeardown();
    throw error;
  }
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
