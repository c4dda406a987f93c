import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import pg from "pg";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";

const here = new URL("./embedded-postgres.ts", import.meta.url).href;

let folder = "";
let running: EmbeddedPostgres | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "foyer-postgres-"));
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await rm(folder, { recursive: true, force: true });
});

const start = async (settings?: string[]) => {
  running = await startEmbeddedPostgres(folder, settings);
  return running;
};

async function ask(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows;
}

const serverId = () => Number(readFileSync(join(folder, "cluster", "postmaster.pid"), "utf8").split("\n")[0]);

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("the PostgreSQL that ships", () => {
  test("keeps what was written when it is stopped and started again", async () => {
    const first = await start();
    await ask(first.url("postgres"), "create table kept (text text); insert into kept values ('né à Noël')");
    const pid = serverId();
    await first.stop();
    assert.equal(isAlive(pid), false);
    await assert.rejects(ask(first.url("postgres"), "select 1"), { code: "ECONNREFUSED" });
    await first.stop();
    const second = await start(["max_connections=17"]);
    assert.deepEqual(await ask(second.url("postgres"), "select text from kept"), [{ text: "né à Noël" }]);
    assert.deepEqual(await ask(second.url("postgres"), "show max_connections"), [{ max_connections: "17" }]);
  });

  test("listens to this machine only, and asks for the password", async () => {
    const { url } = await start();
    assert.deepEqual(await ask(url("postgres"), "show listen_addresses"), [
      { listen_addresses: "127.0.0.1" },
    ]);
    const stranger = new URL(url("postgres"));
    stranger.password = "guessed";
    await assert.rejects(ask(stranger.href, "select 1"), { code: "28P01" });
  });

  test("left behind by a killed run does not hinder the next, which finds what was written", async () => {
    const text = `
      import { startEmbeddedPostgres } from ${JSON.stringify(here)};
      const { url } = await startEmbeddedPostgres(${JSON.stringify(folder)});
      console.log(url("postgres"));
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", text], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [said] = await once(child.stdout, "data");
    const url = String(said).trim();
    await ask(url, "create table kept (n int); insert into kept values (1)");
    const orphan = serverId();
    child.kill("SIGKILL");
    await once(child, "exit");
    assert.equal(isAlive(orphan), true, "it outlives who started it");
    const next = await start();
    assert.notEqual(serverId(), orphan);
    await assert.rejects(ask(url, "select 1"), { code: "ECONNREFUSED" });
    assert.deepEqual(await ask(next.url("postgres"), "select n from kept"), [{ n: 1 }]);
  });

  test("killed itself starts again, and stopping the dead one does not hang", async () => {
    const first = await start();
    await ask(first.url("postgres"), "create table kept (n int); insert into kept values (1)");
    const pid = serverId();
    process.kill(pid, "SIGKILL");
    while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
    await first.stop();
    const next = await start();
    assert.deepEqual(await ask(next.url("postgres"), "select n from kept"), [{ n: 1 }]);
  });

  test("starts over when a run was killed while it made the cluster", async () => {
    await mkdir(join(folder, "unfinished"));
    await writeFile(join(folder, "unfinished", "PG_VERSION"), "18\n");
    const { url } = await start();
    assert.equal((await ask(url("postgres"), "select 1 as one")).length, 1);
    assert.equal(existsSync(join(folder, "unfinished")), false);
  });

  test("says why when it does not start", async () => {
    await assert.rejects(start(["shared_buffers=nonsense"]), /did not start[\s\S]*shared_buffers/);
  });
});
