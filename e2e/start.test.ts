import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { get, type IncomingHttpHeaders } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { testDatabase } from "../test/database.ts";

const cli = new URL("../src/cli.ts", import.meta.url).pathname;
const data = mkdtempSync(join(tmpdir(), "foyer-start-"));
const running = new Set<ChildProcess>();

after(() => {
  for (const one of running) one.kill("SIGKILL");
  rmSync(data, { recursive: true, force: true });
});

type Run = { process: ChildProcess; port: number; output: () => string; ended: Promise<number | null> };

async function run(env: Record<string, string>): Promise<Run> {
  const port = await freePort();
  const child = spawn(process.execPath, [cli, "start"], {
    env: { PATH: process.env.PATH ?? "", PORT: String(port), FOYER_DATA: data, ...env },
  });
  running.add(child);
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { process: child, port, output: () => said, ended };
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

const ask = (port: number, path: string, host: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    get({ port, path, headers: { host } }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    }).on("error", reject);
  });

async function ready({ port, output, process: child }: Run) {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await ask(port, "/readyz", "localhost").catch(() => undefined);
    if (answer?.status === 200) return;
    assert.equal(child.exitCode, null, output());
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`Not ready after 30 seconds:\n${output()}`);
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    // A process whose parent is gone may stay listed, ended, until somebody reads its end.
    return process.platform !== "linux" || readFileSync(`/proc/${pid}/cmdline`, "utf8") !== "";
  } catch {
    return false;
  }
};
const postgresPid = () =>
  Number(readFileSync(join(data, "postgres", "cluster", "postmaster.pid"), "utf8").split("\n")[0]);

test("a newcomer's start: addresses and demo people are printed, Ctrl-C stops all, a killed run starts again", async () => {
  const first = await run({ INSTITUTIONS: "caf" });
  await ready(first);
  for (const said of [
    `http://caf.localhost:${first.port}/`,
    "/dev/mailbox",
    "/dev/design",
    "Awa Diallo",
    "80351746",
  ]) {
    assert.ok(first.output().includes(said), `the terminal says ${said}`);
  }
  assert.equal((await ask(first.port, "/dev/mailbox", "localhost")).status, 200);
  const second = await run({ INSTITUTIONS: "caf" });
  assert.equal(await second.ended, 1, "two runs never share a data folder");
  assert.match(second.output(), /already runs/);

  const database = postgresPid();
  first.process.kill("SIGKILL");
  await first.ended;
  assert.ok(isAlive(database), "a killed run leaves its database behind");
  const third = await run({ INSTITUTIONS: "caf" });
  await ready(third);
  assert.ok(!isAlive(database), "the next run stops what was left behind");

  const last = postgresPid();
  third.process.kill("SIGINT");
  assert.equal(await third.ended, 0, third.output());
  assert.ok(!isAlive(last), "Ctrl-C stops the database too");
});

test("in production it refuses to start on a default, and names all that is missing", async () => {
  const refused = await run({ NODE_ENV: "production" });
  assert.equal(await refused.ended, 1);
  for (const name of [
    "DATABASE_URL",
    "HOSTS",
    "SMTP_URL",
    "SMS_URL",
    "NIR_KEYS",
    "INDEX_KEY",
    "PASSWORD_PEPPER",
    "APP_SECRET",
    "CLAMD_URL",
  ]) {
    assert.ok(refused.output().includes(name), `${name} is named`);
  }
});

test("SEC-09 in production: no mailbox, no guide, HSTS, only its own hosts, a log without what was typed, a graceful stop", async () => {
  const database = await testDatabase();
  const draw = () => randomBytes(32).toString("base64");
  const host = "compte.caf.example";
  const foyer = await run({
    NODE_ENV: "production",
    INSTITUTIONS: "caf",
    HOSTS: `caf=${host}`,
    DATABASE_URL: database.url,
    SMTP_URL: "smtps://u:p@mail.example:465",
    MAIL_FROM: "no-reply@caf.example",
    SMS_URL: "https://u:p@sms.example/send",
    SMS_SENDER: "Caf",
    NIR_KEYS: `1:${draw()}`,
    INDEX_KEY: draw(),
    PASSWORD_PEPPER: draw(),
    APP_SECRET: draw(),
    UPLOADS_WITHOUT_ANTIVIRUS: "yes",
  });
  await ready(foyer);
  assert.equal((await ask(foyer.port, "/healthz", "anything")).status, 200);
  const front = await ask(foyer.port, "/", host);
  assert.equal(front.status, 200);
  assert.match(front.headers["strict-transport-security"] ?? "", /max-age=\d{8}/);
  assert.equal((await ask(foyer.port, "/dev/mailbox", host)).status, 404);
  assert.equal((await ask(foyer.port, "/dev/design", host)).status, 404);
  assert.equal((await ask(foyer.port, "/", "caf.localhost")).status, 421);
  await ask(foyer.port, "/sessions/new?next=294022A00403788", host);
  for (const line of foyer.output().trim().split("\n")) JSON.parse(line);
  assert.ok(!foyer.output().includes("294022A00403788"), "the log does not hold what was typed");
  foyer.process.kill("SIGTERM");
  assert.equal(await foyer.ended, 0, foyer.output());
  await database.drop();
});
