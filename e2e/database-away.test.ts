import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import pg from "pg";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../src/platform/embedded-postgres.ts";
import { firstSignIn, signIn } from "./harness/acts.ts";
import type { TestFoyer } from "./harness/foyer.ts";
import { journeys } from "./harness/journeys.ts";
import { type Someone, someone } from "./harness/people.ts";
import { plain, type Tab } from "./harness/tab.ts";
import { words } from "./harness/words.ts";

const t = words.fr;
const away = "Le service revient dans un instant";

let folder: string;
let postgres: EmbeddedPostgres;

/** A PostgreSQL of its own, that may be stopped without harm to other tests. */
async function ownDatabase() {
  folder = await mkdtemp(join(tmpdir(), "foyer-away-"));
  postgres = await startEmbeddedPostgres(folder, ["fsync=off"]);
  return { databaseUrl: postgres.url("foyer_away") };
}

after(async () => {
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

journeys(
  "The database goes away while people are signed in",
  (journey) => {
    journey(
      "REL-03 it hangs: 503 in under 3 seconds, nobody is let in, and all goes on once it is back",
      async ({ foyer, visitor }) => {
        const nadia = someone("Nadia");
        const tab = await visitor({ width: 320 });
        await firstSignIn(tab, nadia);
        await tab.stands("/home");
        const waiting = await visitor();
        await waiting.open("/sessions/new");
        const server = processes();
        for (const pid of server) process.kill(pid, "SIGSTOP");
        try {
          await saysAway(foyer, tab, nadia);
          await saysAway(foyer, tab, nadia);
          const answered = timed(waiting);
          await signIn(waiting, nadia);
          await isAway(waiting, await answered, nadia);
        } finally {
          for (const pid of server) process.kill(pid, "SIGCONT");
        }
        await comesBack(foyer, tab, nadia);
      },
    );

    journey(
      "REL-03 it is shut down and started again: the same, and messages leave again",
      async ({ foyer, visitor }) => {
        const camille = someone("Camille");
        const tab = await visitor({ javaScript: false });
        await firstSignIn(tab, camille);
        await tab.stands("/home");
        const { port } = new URL(postgres.url("foyer_away"));
        await postgres.stop();
        await saysAway(foyer, tab, camille);
        postgres = await startEmbeddedPostgres(folder, ["fsync=off", `port=${port}`]);
        await comesBack(foyer, tab, camille);
        await tab.open("/contacts");
        await tab.type(t.mail, "camille.back@exemple.fr");
        await tab.press(t.goOn);
        await tab.stands("/contacts/mail/code");
        await foyer.code("camille.back@exemple.fr");
      },
    );

    journey(
      "REL-03 it drops every connection: the next page, or the one after, is there",
      async ({ foyer, visitor }) => {
        const lucien = someone("Lucien");
        const tab = await visitor();
        await firstSignIn(tab, lucien);
        const client = new pg.Client({
          connectionString: new URL(postgres.url("postgres")).href.replace(
            /:\d+\/postgres$/,
            `:${portNow()}/postgres`,
          ),
        });
        await client.connect();
        await client.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'foyer_away'",
        );
        await client.end();
        await comesBack(foyer, tab, lucien);
      },
    );
  },
  ownDatabase,
);

const pidFile = () => readFileSync(join(folder, "cluster", "postmaster.pid"), "utf8").split("\n");
const portNow = () => pidFile()[3]?.trim();

/** The postmaster, which would take new connections, and every process that serves one. */
function processes(): number[] {
  const postmaster = Number(pidFile()[0]);
  const parentOf = (pid: string) => {
    try {
      return Number(/\) \w (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1]);
    } catch {
      return undefined; // Gone meanwhile.
    }
  };
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && parentOf(name) === postmaster);
  return [postmaster, ...children.map(Number)];
}

type Answered = { status: number; retryAfter: string | undefined; milliseconds: number };

/** How the next page is answered, and after how long. */
async function timed(tab: Tab): Promise<Answered> {
  const asked = await tab.page.waitForRequest(
    (request) => request.isNavigationRequest() && !request.redirectedFrom(),
  );
  const begun = performance.now();
  const answer = await asked.response();
  return {
    status: answer?.status() ?? 0,
    retryAfter: answer?.headers()["retry-after"],
    milliseconds: performance.now() - begun,
  };
}

async function saysAway(foyer: TestFoyer, tab: Tab, who: Someone) {
  const answered = timed(tab);
  await tab.open("/home");
  await isAway(tab, await answered, who);
  assert.equal((await fetch(foyer.at("/readyz", ""))).status, 503);
  assert.equal((await fetch(foyer.at("/healthz", ""))).status, 200);
}

/** Never fails open: the page knows nothing of anybody. */
async function isAway(tab: Tab, { status, retryAfter, milliseconds }: Answered, who: Someone) {
  assert.deepEqual([status, retryAfter], [503, "30"]);
  assert.ok(milliseconds < 3000, `answered after ${Math.round(milliseconds)} ms`);
  assert.equal(plain((await tab.page.locator("h1").textContent()) ?? ""), away);
  await tab.says("Votre dossier est intact.", "appelez-nous et donnez ce numéro");
  await tab.doesNotSay(who.name, t.signOut, who.file.fileNumber);
}

/** Without anybody's help: the session is still there. */
async function comesBack(foyer: TestFoyer, tab: Tab, who: Someone) {
  const begun = performance.now();
  while ((await fetch(foyer.at("/readyz", ""))).status !== 200)
    assert.ok(performance.now() - begun < 10_000, "not ready again after 10 seconds");
  await tab.open("/home");
  await tab.stands("/home", t.hello(who.name));
}
