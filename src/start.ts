import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { institutions } from "../institutions/index.ts";
import type { Config } from "./config.ts";
import { startFoyer } from "./main.ts";
import { buildWorld } from "./open-world.ts";
import { reachEmbeddedPostgres } from "./platform/embedded-postgres.ts";
import type { World } from "./world.ts";

/** Runs Foyer until it is told to stop (Ctrl-C, SIGTERM); then lets requests end and stops all, database included. */
export async function start(config: Config): Promise<void> {
  const folder = config.databaseUrl ? undefined : config.data;
  if (folder) takeFolder(folder);
  const development = config.production ? undefined : await openDevelopment(config);
  const log = config.production ? process.stdout : faultsOnly;
  const foyer = await startFoyer(config, { log, ...(development && { development }) }).catch(
    async (error) => {
      await development?.stop();
      if (folder) leaveFolder(folder);
      throw error;
    },
  );
  if (development)
    console.log(
      (await import("../dev/welcome.ts")).welcome(
        foyer.port,
        config.institutions,
        development.sisters,
        development.standIn.issuer,
      ),
    );
  const stop = once(async () => {
    await foyer.stop();
    await development?.stop();
    if (folder) leaveFolder(folder);
    process.exit(0);
  });
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

const openDevelopment = async (config: Config) =>
  (await import("../dev/development.ts")).startDevelopment(
    config.institutions,
    faultsOnly,
    // Beside the port of Foyer itself: 3002, and 3001 for FranceConnect.
    config.port && config.port + 2,
    config.port && config.port + 1,
  );

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

/** Does some work in the world of one institution; what it sends waits in the queues for the servers that run. */
export async function withWorld(
  config: Config,
  id: string,
  work: (world: World) => Promise<void>,
): Promise<void> {
  const institution = institutions.find((one) => one.id === id && config.institutions.includes(id));
  if (!institution) throw new Error(`--institution is one of ${config.institutions.join(", ")}`);
  await withDatabases({ ...config, institutions: [id] }, async (_id, url) => {
    const stops: (() => Promise<void>)[] = [];
    try {
      await work(await buildWorld(config, { log: faultsOnly }, institution, url, stops));
    } finally {
      for (const stop of stops.reverse()) await stop();
    }
  });
}
