import { demoAgentPassword, demoAgents } from "./demo/agents.ts";
import { askers, contributors, type DemoContributor } from "./demo/cnss.ts";
import { demoPartners } from "./demo/cpam54.ts";
import { newcomers } from "./demo/newcomers.ts";
import { demoFiles, hasAccount, identifierOf } from "./demo/people.ts";

/** What the terminal says once all runs: the addresses, and the demo people with what lets each of them in. */
export function welcome(
  port: number,
  served: readonly string[],
  sisters: readonly string[],
  franceConnect: string,
): string {
  const at = (host: string, path = "/") => `http://${host}:${port}${path}`;
  return `
Foyer is running. Ctrl-C stops it, database included.

  All institutions   ${at("localhost")}
${served.map((id) => `  ${id.padEnd(18)} ${at(`${id}.localhost`)}`).join("\n")}
${served.includes("caf") ? sisters.map((origin) => `  Sister site        ${origin}/   (signs people in with their account)`).join("\n") : ""}
  FranceConnect      ${franceConnect}/   (its stand-in: choose it on a sign-in page)
  Mailbox            ${at("localhost", "/dev/mailbox")}   (every mail and SMS lands here)
  Design guide       ${at(`${served[0]}.localhost`, "/dev/design")}
${served.includes("caf") ? demoPeople() : ""}${served.includes("cnss") ? contributorsOfCnss() : ""}${served.includes("cpam54") ? partnersOfCpam() : ""}${agents()}`;
}

const agents = () => `
Agents of the reception desk, /desk on each site: password ${demoAgentPassword}; each links an authenticator app at the first sign-in.
${demoAgents.map((one) => `    ${one.staffNumber}  ${one.name.padEnd(16)} ${one.role}${one.office && `, office ${one.office}`}`).join("\n")}
`;

const partnersOfCpam = () => `
Partners of the CPAM 54: first sign-in with the identifier and the first password; codes land in the mailbox.
${demoPartners.map((one) => `    ${`${one.firstNames} ${one.lastName}`.padEnd(20)} ${one.role.padEnd(10)} ${one.number}  ${one.password}`).join("\n")}
`;

function demoPeople(): string {
  const lines = demoFiles.flatMap(({ story, oldPassword, people }) => [
    `\n  ${story.en} (${story.fr})`,
    ...people.filter(hasAccount).map((one) => {
      const name = `${one.firstNames.split(" ")[0]} ${one.usedName ?? one.birthName}`;
      return `    ${name.padEnd(20)} ${one.role.padEnd(7)} ${identifierOf(one)?.padEnd(16)} ${oldPassword}`;
    }),
  ]);
  return `
Demo people of the Caf: first sign-in with the number and the file's old 8-digit password.
${lines.join("\n")}

  Newcomers: the Caf does not know them yet, the civil registry does (“Make a claim” opens their account)
${newcomers.map(newcomerLine).join("\n")}
`;
}

function contributorsOfCnss(): string {
  const line = ({ firstNames, birthName, number, firstPassword, company }: DemoContributor) =>
    `    ${`${firstNames} ${birthName}`.padEnd(20)} ${(company?.name ?? "insured person").padEnd(22)} ${number.padEnd(10)} ${firstPassword}`;
  const asker = (one: (typeof askers)[number]) =>
    one.kind === "insured"
      ? `    ${`${one.firstNames} ${one.birthName}`.padEnd(26)} born ${one.birthDate}   ${one.number}`
      : `    ${one.companyName.padEnd(26)} company           ${one.number}`;
  return `
Demo people of the CNSS: first sign-in with the number and the first password that was handed over.
${contributors.map(line).join("\n")}

  No access yet: the register knows them (“Ask for my access”; two agents then decide at /desk)
${askers.map(asker).join("\n")}
`;
}

const newcomerLine = ({
  firstNames,
  birthName,
  birthDate,
  sex,
  birthPlace,
  number,
}: (typeof newcomers)[number]) =>
  `    ${`${firstNames} ${birthName}`.trim().padEnd(26)} ${sex}  born ${birthDate} in ${birthPlace.padEnd(8)} ${number}`;
