import { demoFiles, hasAccount, identifierOf } from "./demo/people.ts";

/** What the terminal says once all runs: the addresses, and the demo people with what lets each of them in. */
export function welcome(port: number, served: readonly string[]): string {
  const at = (host: string, path = "/") => `http://${host}:${port}${path}`;
  return `
Foyer is running. Ctrl-C stops it, database included.

  All institutions   ${at("localhost")}
${served.map((id) => `  ${id.padEnd(18)} ${at(`${id}.localhost`)}`).join("\n")}
  Mailbox            ${at("localhost", "/dev/mailbox")}   (every mail and SMS lands here)
  Design guide       ${at(`${served[0]}.localhost`, "/dev/design")}
${served.includes("caf") ? demoPeople() : ""}`;
}

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
`;
}
