import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { type AddressInfo, createServer } from "node:net";

/** The environment variable that tells journeys where the Nu HTML checker (vnu) of this run answers. */
export const checkerVariable = "FOYER_TEST_HTML_CHECKER";

/** Starts the Nu HTML checker, which takes some seconds to be ready; undefined on a machine without java, which it needs. */
export async function startHtmlChecker(): Promise<{ url: string; stop: () => Promise<void> } | undefined> {
  if (spawnSync("java", ["-version"]).error) return undefined;
  const port = await freePort();
  const vnu = createRequire(import.meta.url)("vnu-jar") as string;
  const options = ["-Xss2m", "-XX:TieredStopAtLevel=1", "-Dnu.validator.servlet.bind-address=127.0.0.1"];
  const checker = spawn("java", [...options, "-cp", vnu, "nu.validator.servlet.Main", String(port)], {
    stdio: "ignore",
  });
  return { url: `http://127.0.0.1:${port}/?out=json`, stop: () => end(checker) };
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    }),
  );
}

function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    process.once("exit", () => resolve());
    process.kill();
  });
}
