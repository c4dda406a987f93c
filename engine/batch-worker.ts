import { parentPort } from "node:worker_threads";
import type { Share } from "./all-cores.ts";
import { computeBatch } from "./batch.ts";

parentPort?.on("message", ({ name, month, population, out, from, to }: Share) => {
  computeBatch(name, month, population, out, from, to);
  parentPort?.postMessage("done");
});
