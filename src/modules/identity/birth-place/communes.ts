import { Worker } from "node:worker_threads";
import { placeKey } from "./place-key.ts";
import type { Packed } from "./read-communes.ts";

/** A commune or municipal arrondissement where people are born, or were when it stood by itself. */
export type Commune = {
  /** INSEE code: a former commune may share it with the one it joined. */
  code: string;
  name: string;
  department: { code: string; name: string };
  /** It is part of another commune now. */
  former: boolean;
};

/** How many matches a person is shown, Paris and its arrondissements among them: beyond, they tell more of the name. */
const shown = 25;

/**
 * The communes whose name starts with what was typed, or has a word that does, or whose postcode it is: accents,
 * hyphens and capitals do not matter, "St" is "Saint". A department after the name narrows: "Saint-Aubin 35".
 */
export async function searchCommunes(typed: string): Promise<{ found: Commune[]; more: boolean }> {
  const list = await communes();
  const text = typed.trim().slice(0, 100);
  const postcode = text.replace(/\s/g, "");
  const lines = /^\d{5}$/.test(postcode) ? withPostcode(list, postcode) : byName(list, text);
  return { found: lines.slice(0, shown).map((line) => list.at(line)), more: lines.length > shown };
}

/** What a form sends to choose a commune, and the commune it chooses: nothing else is one. */
export const choiceOf = ({ code, name }: Commune): string => `${code} ${placeKey(name)}`;

export async function communeOf(choice: string): Promise<Commune | undefined> {
  const list = await communes();
  return linesOf(list, `\n${choice.slice(6)}\n`)
    .map((line) => list.at(line))
    .find((commune) => choiceOf(commune) === choice);
}

/** The commune of an INSEE code, as it stands today. */
export async function communeByCode(code: string): Promise<Commune | undefined> {
  const list = await communes();
  const line = list.facts.findIndex((facts) => facts.startsWith(`${code}\t`));
  return line < 0 ? undefined : list.at(line);
}

/** Every department and overseas territory, by code. */
export const departments = async (): Promise<ReadonlyMap<string, string>> => (await communes()).departments;

type Communes = {
  keys: string;
  /** Where each line of `keys` starts. */
  starts: Int32Array;
  facts: string[];
  departments: ReadonlyMap<string, string>;
  at: (line: number) => Commune;
};

let reading: Promise<Communes> | undefined;

/** Read once, by the first person who asks; a reading that failed is tried again by the next. */
function communes(): Promise<Communes> {
  reading ??= readCommunes().catch((error) => {
    reading = undefined;
    throw error;
  });
  return reading;
}

async function readCommunes(): Promise<Communes> {
  const thread = new Worker(new URL("./read-communes.ts", import.meta.url));
  const packed = await new Promise<Packed>((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
  });
  const facts = packed.facts.split("\n");
  const byCode = new Map(packed.departments.split("\n").map((line) => line.split("\t") as [string, string]));
  return {
    // One more line feed, so that whole lines can be looked for.
    keys: `${packed.keys}\n`,
    starts: startsOf(packed.keys, facts.length),
    facts,
    departments: byCode,
    at: (line) => {
      const [code = "", name = "", department = "", , former] = facts[line]?.split("\t") ?? [];
      return {
        code,
        name,
        department: { code: department, name: byCode.get(department) ?? department },
        former: former === "former",
      };
    },
  };
}

function startsOf(keys: string, count: number): Int32Array {
  const starts = new Int32Array(count);
  for (let line = 0, at = 0; line < count; line++) {
    starts[line] = at;
    at = keys.indexOf("\n", at + 1);
  }
  return starts;
}

function withPostcode({ facts }: Communes, postcode: string): number[] {
  return facts.flatMap((line, at) => (line.split("\t")[3]?.split(" ").includes(postcode) ? [at] : []));
}

function byName(list: Communes, text: string): number[] {
  const lines = namedLike(list, placeKey(text));
  if (lines.length > 0) return lines;
  const [, name = "", department = ""] = /^(.+?)[\s(]+(\d{2,3}|2[AB])\)?$/i.exec(text) ?? [];
  const inDepartment = namedLike(list, placeKey(name)).filter(
    (line) => list.at(line).department.code === department.toUpperCase(),
  );
  return inDepartment.length > 0 ? inDepartment : runTogether(list, placeKey(text));
}

/** The very name first, then names that start so, then names with a word that starts so. */
function namedLike(list: Communes, key: string): number[] {
  if (key === "") return [];
  return [
    ...new Set([...linesOf(list, `\n${key}\n`), ...linesOf(list, `\n${key}`), ...linesOf(list, ` ${key}`)]),
  ];
}

/** "Labergement" is L'Abergement: spaces and apostrophes may be left out. */
function runTogether({ keys, facts }: Communes, key: string): number[] {
  const squeezed = key.replaceAll(" ", "");
  if (squeezed.length < 3) return [];
  const all = keys.slice(1).split("\n");
  return facts.flatMap((_, line) => (all[line]?.replaceAll(" ", "").startsWith(squeezed) ? [line] : []));
}

/** The lines of `keys` where the text stands, in order. */
function linesOf({ keys, starts }: Communes, text: string): number[] {
  const lines: number[] = [];
  for (let at = keys.indexOf(text); at >= 0; at = keys.indexOf(text, at + text.length - 1)) {
    const line = lineAt(starts, at);
    if (lines.at(-1) !== line) lines.push(line);
  }
  return lines;
}

/** The line that a place in `keys` is part of: the last one that starts no later. */
function lineAt(starts: Int32Array, at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
