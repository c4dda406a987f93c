#!/usr/bin/env node
import { readConfig } from "./config.ts";
import { openDatabase } from "./platform/database.ts";
import { verifyJournal } from "./platform/journal.ts";

/** The commands of `foyer`, each with what it does. */
const commands: Record<string, { says: string; run: (rest: string[]) => Promise<void> }> = {
  start: {
    says: "start: serves the institutions; in development with a database, a mailbox and demo people of its own",
    run: async () => (await import("./start.ts")).start(readConfig(process.env)),
  },
  simulate: {
    says: "simulate --month 2026-06 [--explain] < cases.json: benefits of households; --impact 2026-03 2026-04 compares two dates of law",
    run: async (rest) => {
      const { simulate } = await import("./simulate.ts");
      process.exitCode = await simulate(rest, process.stdin, (text) => process.stdout.write(text));
    },
  },
  journal: {
    says: "journal verify: walks the journal of each institution and names the first row that was altered",
    run: verifyJournals,
  },
};

const [name = "", ...rest] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(
    `foyer COMMAND\n\n${Object.values(commands)
      .map(({ says }) => `  ${says}`)
      .join("\n")}`,
  );
  process.exitCode = 2;
} else {
  await command.run(rest).catch((error: Error) => {
    console.error(`${error.name === "Error" ? "" : `${error.name}: `}${error.message}`);
    process.exitCode = 1;
  });
}

async function verifyJournals([what]: string[]): Promise<void> {
  if (what !== "verify") throw new Error("Say: foyer journal verify");
  const config = readConfig(process.env);
  const { withDatabases } = await import("./start.ts");
  await withDatabases(config, async (institution, url) => {
    const db = openDatabase(url, 1, () => {});
    const { entries, subjects, broken } = await verifyJournal(db, config.keys.journal);
    await db.destroy();
    if (!broken) return console.log(`${institution}: ${entries} entries of ${subjects} subjects, unbroken`);
    console.log(`${institution}: broken at entry ${broken.number} of ${broken.subject}: ${broken.why}`);
    process.exitCode = 1;
  });
}
