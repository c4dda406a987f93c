// Checks the walls of the house, and that the checker really read the house: it passes when it can read nothing.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

const rooms = ["bench", "dev", "e2e", "institutions", "law", "src", "test"];
const { stdout, status } = spawnSync(
  "depcruise",
  ["--config", "dependency-cruiser.config.cjs", "--output-type", "err", ...rooms],
  { encoding: "utf8", shell: process.platform === "win32" },
);
process.stdout.write(stdout);
const read = Number(/(\d+) modules/.exec(stdout)?.[1] ?? 0);
const there = rooms
  .flatMap((room) => readdirSync(room, { recursive: true }))
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts")).length;
if (read < there) {
  console.error(`Read ${read} modules, but ${there} stand here.`);
  process.exit(1);
}
process.exit(status ?? 1);
