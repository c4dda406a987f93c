import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDevelopment } from "../../dev/development.ts";
import type { Mailbox } from "../../dev/mailbox/index.ts";
import { readConfig } from "../../src/config.ts";
import { type Foyer, startFoyer } from "../../src/main.ts";
import type { World } from "../../src/world.ts";
import { testDatabase } from "../../test/database.ts";

export type TestFoyer = {
  /** The whole address of a path on an institution's site. */
  at: (path: string, institution?: string) => string;
  world: World;
  mailbox: Mailbox;
  /** Moves the clock; nothing else does. */
  pass: (length: { minutes?: number; hours?: number }) => void;
  foyer: Foyer;
  log: string[];
  stop: () => Promise<void>;
};

/** A whole Foyer for one journey: real server, real database with the demo people, real SMTP and SMS on loopback. */
export async function startTestFoyer(at = "2026-03-10T09:00:00Z"): Promise<TestFoyer> {
  const database = await testDatabase();
  const data = mkdtempSync(join(tmpdir(), "foyer-e2e-"));
  const log: string[] = [];
  const write = { write: (line: string) => void log.push(line) };
  const config = readConfig({
    PORT: "0",
    FOYER_DATA: data,
    INSTITUTIONS: "caf",
    DATABASE_URL: database.url,
    TRUST_PROXY: "loopback",
  });
  const development = await startDevelopment(["caf"], write);
  let present = new Date(at);
  const foyer = await startFoyer(config, { clock: () => new Date(present), log: write, development });
  return {
    at: (path, institution = "caf") => `http://${institution}.localhost:${foyer.port}${path}`,
    world: foyer.worlds.get("caf") as World,
    mailbox: development.mailbox,
    pass: ({ minutes = 0, hours = 0 }) => {
      present = new Date(present.getTime() + (minutes + hours * 60) * 60_000);
    },
    foyer,
    log,
    stop: async () => {
      await foyer.stop();
      await development.mailbox.stop();
      await database.drop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
