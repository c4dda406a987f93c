import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Columns, emptyColumns } from "./batch.ts";
import type { BatchName } from "./batch-results.ts";
import type { MonthNumber } from "./months.ts";
import type { Population } from "./population.ts";

/** What a worker is told: columns in shared memory, and which rows are its own. */
export type Share = {
  readonly name: BatchName;
  readonly month: MonthNumber;
  readonly population: Population;
  readonly out: Columns;
  readonly from: number;
  readonly to: number;
};

/** Workers that stay up between batches. */
export type Crew = {
  /** Computes a batch over all cores. The population must be in shared memory. Amounts in euros. */
  readonly compute: (
    name: BatchName,
    month: MonthNumber,
    population: Population,
    out?: Columns,
  ) => Promise<Columns>;
  readonly dismiss: () => Promise<void>;
};

/** Starts one worker for each core. */
export function hireCrew(size = availableParallelism()): Crew {
  const workers = Array.from(
    { length: size },
    () => new Worker(new URL("./batch-worker.ts", import.meta.url)),
  );
  const ask = (worker: Worker, share: Share): Promise<void> =>
    new Promise((resolve, reject) => {
      const fail = (error: Error): void => reject(error);
      worker.once("error", fail);
      worker.once("message", () => {
        worker.off("error", fail);
        resolve();
      });
      worker.postMessage(share);
    });
  return {
    compute: async (name, month, population, out = emptyColumns(name, population.size, true)) => {
      const rows = Math.ceil(population.size / size);
      await Promise.all(
        workers.map((worker, at) => {
          const from = Math.min(population.size, at * rows);
          const to = Math.min(population.size, from + rows);
          return ask(worker, { name, month, population, out, from, to });
        }),
      );
      return out;
    },
    dismiss: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
