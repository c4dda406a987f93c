import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startDevelopment } from "../../dev/development.ts";
import type { StandIn } from "../../dev/franceconnect/index.ts";
import type { Mailbox } from "../../dev/mailbox/index.ts";
import { institutions } from "../../institutions/index.ts";
import type { Institution } from "../../institutions/institution.ts";
import type { Charter } from "../../law/charters/charter.ts";
import { readConfig } from "../../src/config.ts";
import { buildAssets } from "../../src/design/build.ts";
import { type Foyer, startFoyer } from "../../src/main.ts";
import { foyerBrand } from "../../src/site/public/hall.ts";
import type { World } from "../../src/world.ts";
import { folderVariable } from "../../test/browser.ts";
import { testDatabase } from "../../test/database.ts";

export type TestFoyer = {
  /** The whole address of a path on an institution's site, or on the hall: "". */
  at: (path: string, institution?: string) => string;
  world: World;
  mailbox: Mailbox;
  /** Sites that people enter with their account. */
  sisters: readonly string[];
  /** The stand-in for FranceConnect. */
  standIn: StandIn;
  /** How many messages went to this address or number. */
  sentTo: (address: string) => number;
  /** The code in the n-th message that went there, as soon as it comes. */
  code: (address: string, nth?: number) => Promise<string>;
  /** Moves the server's clock; nothing else does. */
  pass: (length: { hours?: number; minutes?: number; seconds?: number }) => void;
  /** Sets it: "2026-03-10T09:00:00Z". */
  turnClock: (to: string) => void;
  stop: () => Promise<void>;
};

export type Served = {
  /** One that does not ship, without demo people; its charters are given too. */
  own?: Institution;
  institutions?: readonly string[];
  databaseUrl?: string;
  /** In place of the charters that ship. */
  charters?: (institution: Institution) => readonly Charter[];
};

/** A whole Foyer: real server, real database with the demo people, real SMTP and SMS on loopback. Only its clock is ours. */
export async function startTestFoyer(served: Served = {}): Promise<TestFoyer> {
  const { own } = served;
  const known = own ? [own] : institutions;
  const ids = own ? [own.id] : (served.institutions ?? ["caf"]);
  const databases = await openDatabases(ids, served.databaseUrl);
  const log = { write: () => {} };
  const env = {
    PORT: "0",
    FOYER_DATA: await builtFolder(ids, known),
    INSTITUTIONS: ids.join(","),
    DATABASE_URL: databases.url,
    TRUST_PROXY: "loopback",
  };
  const config = readConfig(env, known);
  const started = await startDevelopment(ids, log);
  const development = own ? { ...started, load: async () => {} } : started;
  let present = new Date("2026-03-10T09:00:00Z");
  const { mailbox } = development;
  const clock = () => new Date(present);
  const { charters } = served;
  const outside = { clock, log, development, institutions: known, ...(charters && { charters }) };
  const foyer = await startFoyer(config, outside).catch(async (error) => {
    await development.stop();
    await databases.drop();
    throw error;
  });
  const sent = (address: string) => mailbox.messages().filter((message) => message.to === address);
  return {
    at: (path, institution = own?.id ?? "caf") =>
      `http://${institution && `${institution}.`}localhost:${foyer.port}${path}`,
    world: foyer.worlds.get(ids[0] as string) as World,
    mailbox,
    sisters: development.sisters,
    standIn: development.standIn,
    sentTo: (address) => sent(address).length,
    code: async (address, nth = 1) => {
      await mailbox.waitFor(() => sent(address).length >= nth, { timeoutMs: 8000 });
      return /(?<!\d)\d{6}(?!\d)/.exec(sent(address).at(-nth)?.text ?? "")?.[0] ?? "";
    },
    pass: ({ hours = 0, minutes = 0, seconds = 0 }) => {
      present = new Date(present.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000);
    },
    turnClock: (to) => {
      present = new Date(to);
    },
    stop: () => stopAll(foyer, development.stop, databases.drop),
  };
}

async function stopAll(foyer: Foyer, ...more: (() => Promise<unknown>)[]) {
  await foyer.stop();
  for (const stop of more) await stop();
}

/** The database given, else one of its own; several institutions have one each, which Foyer makes itself. */
async function openDatabases(ids: readonly string[], given: string | undefined) {
  if (given) return { url: given, drop: async () => {} };
  const made = await testDatabase();
  if (ids.length === 1) return made;
  const drop = async () => {
    const client = new pg.Client({ connectionString: made.url });
    await client.connect();
    const name = new URL(made.url).pathname.slice(1);
    for (const id of ids) await client.query(`drop database if exists ${name}_${id} with (force)`);
    await client.end();
    await made.drop();
  };
  return { url: `${made.url}_{institution}`, drop };
}

/**
 * A data folder whose styles, scripts and secrets are made once for the whole run: each file that comes first makes its
 * own, and the first one done lends it to the others.
 */
async function builtFolder(ids: readonly string[], known: readonly Institution[]): Promise<string> {
  const shared = join(process.env[folderVariable] ?? tmpdir(), `data-${ids.join("-")}`);
  if (existsSync(shared)) return shared;
  const own = mkdtempSync(`${shared}-`);
  readConfig({ FOYER_DATA: own });
  const served = known.filter(({ id }) => ids.includes(id));
  await buildAssets([foyerBrand, ...served], join(own, "assets"));
  try {
    renameSync(own, shared);
  } catch {
    rmSync(own, { recursive: true });
  }
  return shared;
}
