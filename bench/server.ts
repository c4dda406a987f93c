import { randomBytes } from "node:crypto";
import { type Profiler, Session } from "node:inspector/promises";
import pg from "pg";
import { readConfig } from "../src/config.ts";
import { type Foyer, startFoyer } from "../src/main.ts";
import { ensureDatabase } from "../src/platform/database.ts";
import type { World } from "../src/world.ts";
import { answerParent } from "./child.ts";
import { type Inhabitant, populate } from "./population.ts";

/** A real Foyer as production runs it, in a process of its own, with a generated population. */
let foyer: Foyer | undefined;

type Asked = { databaseUrl: string; data: string; files: number };

async function start({ databaseUrl, data, files }: Asked): Promise<{ port: number; people: Inhabitant[] }> {
  await ensureDatabase(databaseUrl);
  const secret = () => randomBytes(32).toString("base64");
  const config = readConfig({
    NODE_ENV: "production",
    PORT: "0",
    FOYER_DATA: data,
    INSTITUTIONS: "caf",
    HOSTS: "caf=caf.localhost",
    DATABASE_URL: databaseUrl,
    TRUST_PROXY: "loopback",
    // Nothing is sent: no bench gives contact points or changes a password.
    SMTP_URL: "smtp://127.0.0.1:9",
    MAIL_FROM: "ne-pas-repondre@exemple.fr",
    SMS_URL: "http://127.0.0.1:9",
    SMS_SENDER: "Foyer",
    NIR_KEYS: `1:${secret()}`,
    INDEX_KEY: secret(),
    PASSWORD_PEPPER: secret(),
    APP_SECRET: secret(),
    // No bench sends a file.
    UPLOADS_WITHOUT_ANTIVIRUS: "yes",
  });
  foyer = await startFoyer(config, { log: { write: reportFaults } });
  const people = await populate(foyer.worlds.get("caf") as World, files);
  await vacuum(databaseUrl);
  return { port: foyer.port, people };
}

/** As a database that has been running for a while; only the owner may. */
async function vacuum(databaseUrl: string) {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  await owner.query("vacuum analyze");
  await owner.end();
}

function reportFaults(line: string) {
  if (line.startsWith('{"level":50')) process.stderr.write(line);
}

/** A statement as it went to PostgreSQL. */
export type Statement = { name: string; text: string; values: unknown[] };

type Query = (...given: unknown[]) => unknown;

let waves: Statement[][] = [];
const driver = pg.Client.prototype as unknown as { query: Query };
const { query } = driver;

/** From here on, notes each statement sent; those sent while another was under way are of one wave. */
function watchStatements() {
  waves = [];
  let running = 0;
  driver.query = function noted(this: unknown, ...given) {
    const sent = given[0] as Partial<Statement> & { callback?: (...answered: unknown[]) => void };
    const { name, text, values, callback } = sent;
    // The queues ask PostgreSQL for work all the time, but never by a name; who it is for is the wall's, not the page's.
    if (!name || !text || !values || name === "foyer-reach") return query.apply(this, given);
    if (running === 0) waves.push([]);
    waves.at(-1)?.push({ name, text, values });
    running += 1;
    const done = () => {
      running -= 1;
    };
    if (callback) {
      sent.callback = (...answered) => {
        done();
        callback(...answered);
      };
    }
    const answer = query.apply(this, given);
    if (answer instanceof Promise) answer.then(done, done);
    return answer;
  };
}

/** Stops noting; answers what was noted, wave by wave. */
function watched(): Statement[][] {
  driver.query = query;
  return waves;
}

const inspector = new Session();

/** From here on, notes some thousand times a second what the processor is busy with. */
async function startProfile() {
  inspector.connect();
  await inspector.post("Profiler.enable");
  await inspector.post("Profiler.setSamplingInterval", { interval: 50 });
  await inspector.post("Profiler.start");
}

/** The share of the busy time, 0 to 1, spent in files whose path holds this, with all that they call. */
async function shareOf(path: string): Promise<number> {
  const { profile } = await inspector.post("Profiler.stop");
  inspector.disconnect();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const inside = new Set<number>();
  const walk = (node: Profiler.ProfileNode, within: boolean) => {
    const here = within || node.callFrame.url.includes(path);
    if (here) inside.add(node.id);
    for (const id of node.children ?? []) walk(nodes.get(id) as Profiler.ProfileNode, here);
  };
  walk(profile.nodes[0] as Profiler.ProfileNode, false);
  let [busy, spent] = [0, 0];
  for (const [index, id] of (profile.samples ?? []).entries()) {
    if (nodes.get(id)?.callFrame.functionName === "(idle)") continue;
    const micros = profile.timeDeltas?.[index] ?? 0;
    busy += micros;
    if (inside.has(id)) spent += micros;
  }
  return spent / busy;
}

answerParent({ start, watchStatements, watched, startProfile, shareOf }, async () => foyer?.stop());
