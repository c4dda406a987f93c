import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "./config.ts";
import { startFoyer } from "./main.ts";
import { reachEmbeddedPostgres } from "./platform/embedded-postgres.ts";

/** Runs Foyer until it is told to stop (Ctrl-C, SIGTERM); then lets requests end and stops all, database included. */
export async function start(config: Config): Promise<void> {
  const folder = config.databaseUrl ? undefined : config.data;
  if (folder) takeFolder(folder);
  const development = config.production ? undefined : await openDevelopment(config);
  const log = config.production ? process.stdout : faultsOnly;
  const foyer = await startFoyer(config, { log, ...(development && { development }) }).catch(
    async (error) => {
      await development?.mailbox.stop();
      if (folder) leaveFolder(folder);
      throw error;
    },
  );
  if (development) console.log((await import("../dev/welcome.ts")).welcome(foyer.port, config.institutions));
  const stop = once(async () => {
    await foyer.stop();
    await development?.mailbox.stop();
    if (folder) leaveFolder(folder);
    process.exit(0);
  });
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

const openDevelopment = async (config: Config) =>
  (await import("../dev/development.ts")).startDevelopment(config.institutions, faultsOnly);

/** In development the terminal shows what went wrong, and nothing else. */
const faultsOnly = {
  write: (line: string) => {
    const { level = 0 } = JSON.parse(line) as { level?: number };
    if (level >= 50) process.stderr.write(line);
  },
};

function once(work: () => Promise<void>) {
  let begun = false;
  return () => {
    if (!begun) void work();
    begun = true;
  };
}

/** One run at a time with the database of a data folder; a killed run's mark is taken over. */
function takeFolder(folder: string) {
  const pid = runningIn(folder);
  if (pid)
    throw new Error(
      `Foyer already runs in ${folder} (process ${pid}). Stop it, or set FOYER_DATA to another folder.`,
    );
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "foyer.pid"), String(process.pid));
}

const leaveFolder = (folder: string) => rmSync(join(folder, "foyer.pid"), { force: true });

function runningIn(folder: string): number | undefined {
  const file = join(folder, "foyer.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, "utf8"));
  try {
    process.kill(pid, 0);
    const isOurs =
      process.platform !== "linux" || readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("cli.ts");
    return isOurs ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Does some work with each institution's database, whether Foyer runs meanwhile or not. */
export async function withDatabases(
  config: Config,
  work: (institution: string, url: string) => Promise<void>,
): Promise<void> {
  const runs = runningIn(config.data) !== undefined;
  const embedded = config.databaseUrl
    ? undefined
    : await reachEmbeddedPostgres(join(config.data, "postgres"), runs);
  const urlOf = config.databaseUrl ?? ((institution: string) => embedded?.url(`foyer_${institution}`) ?? "");
  try {
    for (const institution of config.institutions) await work(institution, urlOf(institution));
  } finally {
    await embedded?.stop();
  }
}
