import { parseArgs } from "node:util";
import type { Agent } from "../modules/identity/index.ts";
import type { World } from "../world.ts";

/** What a command works with: the world of an institution, what is typed in, and where it answers. */
export type Desk = {
  withWorld: (institution: string, work: (world: World) => Promise<void>) => Promise<void>;
  input: AsyncIterable<Buffer | string>;
  write: (line: string) => void;
};

/** Options as given: `--name value`, or `--name` alone. Throws on one that the command does not know. */
export function readOptions<Name extends string, Flag extends string = never>(
  rest: string[],
  names: readonly Name[],
  flags: readonly Flag[] = [],
): Partial<Record<Name, string>> & Partial<Record<Flag, boolean>> & { words: string[] } {
  const options = Object.fromEntries([
    ...names.map((name) => [name, { type: "string" as const }]),
    ...flags.map((flag) => [flag, { type: "boolean" as const }]),
  ]);
  const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true });
  return { ...values, words: positionals } as ReturnType<typeof readOptions<Name, Flag>>;
}

/** An option without which the command cannot go. */
export function needed<Name extends string>(options: Partial<Record<Name, string>>, name: Name): string {
  const value = options[name]?.trim();
  if (!value) throw new Error(`Say --${name}`);
  return value;
}

/** Who acts, as the journal will tell: whoever types commands must say so. */
export const agentBy = (name: string): Agent => ({ agentId: `agent command ${name}`, name });

/**
 * The lines of what is typed in. Identifiers come this way alone: on the command line they would stay in the shell's
 * history and show in the list of processes (SEC-09).
 */
export async function readLines(input: Desk["input"]): Promise<string[]> {
  let text = "";
  for await (const piece of input) text += piece;
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
