import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../src/platform/embedded-postgres.ts";
import { type Child, startChild } from "./child.ts";
import type { Inhabitant } from "./population.ts";

export type Ground = {
  /** Temporary, gone at the end. */
  folder: string;
  server: Child;
  databaseUrl: string;
  port: number;
  people: Inhabitant[];
  /** Starts another process, stopped with the rest. */
  start: (file: string) => Child;
};

/**
 * Runs a bench on a ground of its own: a PostgreSQL in a temporary folder that writes as durably as a real one, a real
 * Foyer in its own process, `files` households. All of it is gone at the end, whatever happens.
 */
export async function onGround(files: number, bench: (ground: Ground) => Promise<void>): Promise<void> {
  const undo: (() => Promise<unknown>)[] = [];
  try {
    const folder = await mkdtemp(join(tmpdir(), "foyer-bench-"));
    undo.push(() => rm(folder, { recursive: true, force: true }));
    const postgres = await startEmbeddedPostgres(folder);
    undo.push(postgres.stop);
    const start = (file: string) => {
      const child = startChild(file);
      undo.push(child.stop);
      return child;
    };
    const databaseUrl = postgres.url("foyer_caf");
    const server = start("server.ts");
    const { port, people } = await server.ask<Pick<Ground, "port" | "people">>("start", {
      databaseUrl,
      data: join(folder, "data"),
      files,
    });
    await bench({ folder, server, databaseUrl, port, people, start });
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? Number.NaN) + (sorted[sorted.length >> 1] ?? Number.NaN)) / 2;
}

/** The value under which that share of the values lies: 0.99 for the 99th of a hundred. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));
