import { spawn } from "node:child_process";
import { basename } from "node:path";

/** The benches: each is a file of this folder, with what it compares and its goal written on top. */
const benches: Record<string, string> = {
  "sign-in": "full sign-ins a second against raw password hashes a second; the home page meanwhile",
  "sign-in-scale": "the slowest sign-ins with a million accounts against those with one",
  "code-exchange": "authorization codes exchanged a second against the plain library in memory",
  access: "decisions of access a second, and their share of a home page",
  benefits:
    "explained benefits of a household against publicodes; households a second in a batch; loading the rules",
  home: "signed-in home pages a second against a bare route with the same SQL",
};

const [name = ""] = process.argv.slice(2);
if (Object.hasOwn(benches, name)) {
  const file = new URL(`${name}.ts`, import.meta.url).pathname;
  const bench = spawn(process.execPath, [file], { stdio: "inherit" });
  bench.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
} else {
  const list = Object.entries(benches).map(([one, says]) => `  ${one}: ${says}`);
  console.error(`npm run ${basename(import.meta.dirname)} NAME\n\n${list.join("\n")}`);
  process.exitCode = 2;
}
