#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import type { Desk } from "./commands/command.ts";
import { readConfig } from "./config.ts";
import { openDatabase } from "./platform/database.ts";
import { verifyJournal } from "./platform/journal.ts";

// Node compiles each file once, not at each start; where nothing can be written there, it compiles as before.
enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/foyer", import.meta.url)));

const desk: Desk = {
  withWorld: async (institution, work) =>
    (await import("./start.ts")).withWorld(readConfig(process.env), institution, work),
  input: process.stdin,
  write: (line) => console.log(line),
};

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
  suspend: {
    says: "suspend --institution caf --by NAME --reason TEXT [--until 2026-03-31] < identifier: closes a person's access",
    run: async (rest) => (await import("./commands/access.ts")).suspend(rest, desk),
  },
  lift: {
    says: "lift --institution caf --by NAME --reason TEXT [--alarm] < identifier: opens it again",
    run: async (rest) => (await import("./commands/access.ts")).lift(rest, desk),
  },
  case: {
    says: "case --institution caf --by NAME 4F7K-29QD: a report of danger, by the number the person was given",
    run: async (rest) => (await import("./commands/access.ts")).showCase(rest, desk),
  },
  "password-campaign": {
    says: "password-campaign start --institution caf --by NAME --why REASON --note TEXT (--everybody | < identifiers); list; progress ID",
    run: async (rest) => (await import("./commands/password-campaign.ts")).passwordCampaign(rest, desk),
  },
  agent: {
    says: 'agent add --institution caf --by NAME --number A1204 --name "Dominique Roy" --role administrator [--office TEXT]: gives an access to the reception desk',
    run: async (rest) => (await import("./commands/agent.ts")).agent(rest, desk),
  },
  "access-request": {
    says: "access-request list --institution cnss [--page 2]; show --institution cnss --by NAME ID; issue --institution cnss --by NAME [--reason TEXT] [--letter FILE.pdf] ID; refuse … --reason TEXT ID; again … --reason TEXT [--letter FILE.pdf] < number: another first password",
    run: async (rest) => (await import("./commands/access-request.ts")).accessRequest(rest, desk),
  },
  "structure-request": {
    says: "structure-request list|accept|refuse --institution cpam54 [--by NAME --reason TEXT ID]: what partner structures ask for",
    run: async (rest) => (await import("./commands/partners.ts")).structureRequest(rest, desk),
  },
  partner: {
    says: "partner suspend|resume|end --institution cpam54 --by NAME --reason TEXT --structure ID [--service ID]; end-access|change-identifier --person ID",
    run: async (rest) => (await import("./commands/partners.ts")).partner(rest, desk),
  },
  site: {
    says: "site suspend|resume --institution cpam54 --by NAME [--part requests] [--reason TEXT --until 2026-03-31T18:00Z]: closes all or part of a site for a while",
    run: async (rest) => (await import("./commands/partners.ts")).site(rest, desk),
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
