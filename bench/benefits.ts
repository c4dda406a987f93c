import { spawnSync } from "node:child_process";
import { enableCompileCache } from "node:module";
import { loadavg } from "node:os";
import type { Population } from "../engine/population.ts";
import type { Step } from "../engine/trace.ts";

// Run with `node bench/benefits.ts`; `--country` also computes 13.5 million households. Goals: explained evaluation of
// RSA, prime d’activité and family allowances with full trace 20 × faster than publicodes on family allowances alone
// (`ratio`); six benefits at 1.5 million households a second on one core; load under 50 ms, from the first file of the
// rules to three benefits ready to be asked, median of fresh processes. `--load` is one of these, `--cold` without cache.

// From the second process on, files come ready from Node’s compile cache, as in a server that turns it on.
if (!process.argv.includes("--cold")) enableCompileCache();
const startedLoading = performance.now();
const { load } = await import("../engine/load.ts");
const { frenchBenefits } = await import("../law/benefits/fr/index.ts");
const { compileExplained } = await import("../engine/explain.ts");
const { monthNumber } = await import("../engine/months.ts");
const importMs = performance.now() - startedLoading;
const month = monthNumber("2026-06") ?? 0;
const startedRules = performance.now();
const explained = compileExplained(load(frenchBenefits), month, ["rsa", "ppa", "af"]);
const loadMs = performance.now() - startedRules;
if (process.argv.includes("--load")) {
  console.log(JSON.stringify({ read: importMs, prepare: loadMs, whole: importMs + loadMs }));
  process.exit();
}

const fresh = { cached: freshLoads([]), cold: freshLoads(["--cold"]) };
const { computeBatch, emptyColumns } = await import("../engine/batch.ts");
const { hireCrew } = await import("../engine/all-cores.ts");
const { readHousehold } = await import("../engine/household.ts");
const { inputsOf } = await import("../engine/trace.ts");
const { toPopulation } = await import("../engine/population.ts");

const households = someHouseholds(20_000);
const publicodes = await publicodesAlone();
const [ourMicros, walkedMicros, theirMicros] = inTurns([
  (at) => explained(households[at] as (typeof households)[number]),
  (at) => {
    const seen = new Set<Step>();
    for (const { step } of explained(households[at] as (typeof households)[number])) walk(step, seen);
  },
  ...(publicodes ? [publicodes] : []),
]) as [number, number, number | undefined];

const population = toPopulation(households, true);
const many = repeated(population, 10);
const perCore = best(15, () => many.size / seconds(() => computeBatch("sixBenefits", month, many)));

const crew = hireCrew();
const chunkOut = emptyColumns("sixBenefits", many.size, true);
const sizes = [10_000, 100_000, 1_000_000, ...(process.argv.includes("--country") ? [13_500_000] : [])];
const country: { households: number; seconds: number; megabytes: number }[] = [];
await crew.compute("sixBenefits", month, many);
for (const size of sizes) {
  const took = await byChunks(size);
  country.push({
    households: size,
    seconds: round(took),
    megabytes: Math.round(process.memoryUsage.rss() / 1e6),
  });
  console.log(`${size} households on all cores: ${took.toFixed(2)} s, ${country.at(-1)?.megabytes} MB`);
}
await crew.dismiss();

console.log(
  `rules ready in a fresh process: ${fresh.cached.whole} ms with Node’s compile cache (files ${fresh.cached.read}, checked and prepared ${fresh.cached.prepare}), ${fresh.cold.whole} ms without`,
);
console.log(
  `explained RSA + prime d’activité + AF ${ourMicros.toFixed(1)} µs, ${walkedMicros.toFixed(1)} µs when every step is also read`,
);
console.log(
  theirMicros === undefined
    ? "publicodes is not installed: no comparison"
    : `publicodes, AF alone: ${theirMicros.toFixed(1)} µs`,
);
console.log(
  JSON.stringify({
    bench: "benefits",
    ratio: theirMicros === undefined ? null : round(theirMicros / ourMicros),
    explainedMicroseconds: round(ourMicros),
    explainedAndReadMicroseconds: round(walkedMicros),
    publicodesMicroseconds: theirMicros === undefined ? null : round(theirMicros),
    sixBenefitsMillionsPerSecondPerCore: round(perCore / 1e6),
    loadMilliseconds: fresh.cached.whole,
    coldLoadMilliseconds: fresh.cold.whole,
    loadAverage: round(loadavg()[0] ?? Number.NaN),
    allCores: country,
  }),
);

/** The median of fifteen fresh processes, in milliseconds: until the files are read, and until the rules are ready. */
function freshLoads(args: readonly string[]) {
  const runs = Array.from({ length: 15 }, () => {
    const { stdout } = spawnSync(process.execPath, [import.meta.filename, "--load", ...args]);
    return JSON.parse(String(stdout)) as Record<"read" | "prepare" | "whole", number>;
  });
  const median = (part: "read" | "prepare" | "whole") =>
    Math.round(runs.map((run) => run[part]).sort((a, b) => a - b)[7] ?? Number.NaN);
  return { read: median("read"), prepare: median("prepare"), whole: median("whole") };
}

/** Bounded memory: chunks of the same size go through the same columns, one after the other, until the total is done. */
async function byChunks(total: number): Promise<number> {
  const started = performance.now();
  for (let done = 0; done < total; done += many.size) {
    const left = total - done;
    const chunk = left < many.size ? { ...many, size: left } : many;
    await crew.compute("sixBenefits", month, chunk, chunkOut);
  }
  return (performance.now() - started) / 1000;
}

/** Made-up households, the same at each run: a third alone, half with children, pay from none to 6,000 €. */
function someHouseholds(size: number) {
  let state = 12345;
  const next = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const day = (fromYear: number, years: number): string =>
    `${fromYear + next(years)}-${String(1 + next(12)).padStart(2, "0")}-${String(1 + next(28)).padStart(2, "0")}`;
  return Array.from({ length: size }, () => {
    const adults = Array.from({ length: next(3) === 0 ? 1 : 2 }, () => ({
      birth: day(1965, 35),
      net_pay: next(4) === 0 ? 0 : next(6000),
    }));
    const children = Array.from({ length: next(2) === 0 ? 0 : 1 + next(4) }, () => ({
      birth: day(2005, 20),
    }));
    const found = readHousehold({ adults, children, housing: "owner" }, month);
    if (!("household" in found)) throw new Error(JSON.stringify(found));
    return found.household;
  });
}

function repeated(one: Population, times: number): Population {
  const households = one.size;
  const join = <Column extends Float64Array | Uint32Array>(column: Column, offset = 0, tail = 0): Column => {
    const length = column.length - tail;
    const Kind = column.constructor as new (buffer: SharedArrayBuffer) => Column;
    const joined = new Kind(new SharedArrayBuffer((length * times + tail) * column.BYTES_PER_ELEMENT));
    for (let at = 0; at < length * times + tail; at += 1)
      joined[at] = (column[at % length] as number) + offset * Math.floor(at / length);
    return joined;
  };
  return {
    ...one,
    size: households * times,
    firstAdult: join(one.firstAdult, one.firstAdult[households] as number, 1),
    firstChild: join(one.firstChild, one.firstChild[households] as number, 1),
    freeHousing: join(one.freeHousing),
    pay: join(one.pay),
    taxablePay: join(one.taxablePay),
    adultFrom: join(one.adultFrom),
    disabled: join(one.disabled),
    ageFrom: join(one.ageFrom),
    limitFrom: join(one.limitFrom),
    schoolFrom: join(one.schoolFrom),
    birthMonth: join(one.birthMonth),
    birth: join(one.birth),
    birthRank: join(one.birthRank),
    aeeh: join(one.aeeh),
  };
}

/** Reads every step of a trace, with all that it read and used. */
function walk(step: Step, seen: Set<Step>): void {
  if (seen.has(step)) return;
  seen.add(step);
  if (Number.isNaN(step.amount) || inputsOf(step).some(({ values }) => values.some(Number.isNaN)))
    throw new Error(`${step.rule.id} is unknown`);
  for (const used of step.uses) walk(used, seen);
}

/**
 * Microseconds for one household each, the median of forty rounds of 500: others may use the machine at the same time,
 * so those that are compared take turns, on the same households. Each is warm before it counts.
 */
function inTurns(evaluations: readonly ((at: number) => unknown)[]): number[] {
  const [perRound, rounds, warmUp] = [500, 40, 8];
  const took = evaluations.map((): number[] => []);
  for (let round = 0; round < warmUp + rounds; round += 1)
    evaluations.forEach((evaluate, which) => {
      const at = (row: number): number => (round * perRound + row) % households.length;
      const time = seconds(() => Array.from({ length: perRound }, (_, row) => evaluate(at(row))));
      if (round >= warmUp) took[which]?.push((time / perRound) * 1e6);
    });
  return took.map((times) => times.sort((a, b) => a - b)[rounds / 2] ?? Number.NaN);
}

function seconds(work: () => unknown): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}

function best(times: number, measure: () => number): number {
  return Math.max(...Array.from({ length: times }, measure));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Family allowances as publicodes computes them, from hand-written rules of its own; undefined when it is not installed. */
async function publicodesAlone(): Promise<((at: number) => unknown) | undefined> {
  type Engine = {
    setSituation: (facts: object) => Engine;
    evaluate: (rule: string) => { nodeValue: unknown };
  };
  const name: string = "publicodes";
  const library: { default: new (rules: object) => Engine } | undefined = await import(name).catch(
    () => undefined,
  );
  if (!library) return undefined;
  const engine = new library.default({
    enfants: { "par défaut": 2 },
    "enfants en âge": { "par défaut": 0 },
    ressources: { "par défaut": 0 },
    bmaf: { valeur: 478.16 },
    "plafond bas": { valeur: "66652 + 6664 * enfants" },
    "plafond haut": { valeur: "93276 + 6664 * enfants" },
    part: {
      variations: [
        { si: "ressources <= plafond bas", alors: 1 },
        { si: "ressources <= plafond haut", alors: 0.5 },
        { sinon: 0.25 },
      ],
    },
    base: {
      "applicable si": "enfants >= 2",
      valeur: "bmaf * (0.32 + 0.41 * (enfants - 2)) * part",
      arrondi: "2 décimales",
    },
    "enfants majorés": {
      variations: [
        { si: "enfants >= 3", alors: "enfants en âge" },
        { si: "enfants en âge >= 1", alors: "enfants en âge - 1" },
        { sinon: 0 },
      ],
    },
    majoration: {
      "applicable si": "enfants >= 2",
      valeur: "bmaf * 0.16 * enfants majorés * part",
      arrondi: "2 décimales",
    },
    dépassement: {
      variations: [
        { si: "ressources > plafond haut", alors: "(ressources - plafond haut) / 12" },
        { si: "ressources > plafond bas", alors: "(ressources - plafond bas) / 12" },
        { sinon: 0 },
      ],
    },
    complément: {
      "applicable si": "dépassement > 0",
      valeur: "base + majoration - dépassement",
      plancher: 0,
      arrondi: "2 décimales",
    },
    "allocations familiales": { somme: ["base", "majoration", "complément"] },
  });
  const asFacts = households.map((household) => ({
    enfants: household.children?.length ?? 0,
    "enfants en âge": household.children?.filter(({ birth = "" }) => birth < "2012-03-01").length ?? 0,
    ressources: household.adults.reduce((total, { netPay = 0 }) => total + netPay * 11.124, 0),
  }));
  return (at) => engine.setSituation(asFacts[at] as object).evaluate("allocations familiales");
}
