import { frenchBenefits } from "../law/benefits/fr/index.ts";
import { type BatchName, batchResults } from "./batch-results.ts";
import { type ConstantSlots, constantSlots, fillSlots } from "./constant-slots.ts";
import { generated } from "./generated-fr.ts";
import { load } from "./load.ts";
import { type MonthNumber, monthText } from "./months.ts";
import type { Population } from "./population.ts";

/** The results of a batch: one column for each result, one number for each household. */
export type Columns = Readonly<Record<string, Float64Array>>;

type Generated = ((
  population: Population,
  values: Float64Array,
  months: Float64Array,
  out: Columns,
  from: number,
  to: number,
) => void) & { readonly constants: string };

const slotsOf = new Map<BatchName, ConstantSlots>();

function slotsFor(name: BatchName): ConstantSlots {
  const known = slotsOf.get(name);
  if (known) return known;
  const slots = constantSlots(load(frenchBenefits), batchResults[name]);
  if ((generated[name] as Generated).constants !== slots.fingerprint)
    throw new Error("The law has changed since the batch was written: run node engine/write-batch.ts");
  slotsOf.set(name, slots);
  return slots;
}

/**
 * Computes a batch for the households from `from` to `to` (all by default), in the columns given or in new ones.
 * Amounts in euros. Throws a RangeError for a month before the rules begin.
 */
export function computeBatch(
  name: BatchName,
  month: MonthNumber,
  population: Population,
  out: Columns = emptyColumns(name, population.size),
  from = 0,
  to = population.size,
): Columns {
  if (monthText(month) < frenchBenefits.since)
    throw new RangeError(`The rules are known from ${frenchBenefits.since} on`);
  const { values, months } = fillSlots(slotsFor(name), month);
  (generated[name] as Generated)(population, values, months, out, from, to);
  return out;
}

/** Empty columns for the results of a batch; in shared memory when workers will fill them. */
export function emptyColumns(name: BatchName, size: number, shared = false): Columns {
  return Object.fromEntries(
    batchResults[name].map((result) => [
      result,
      new Float64Array(shared ? new SharedArrayBuffer(size * 8) : new ArrayBuffer(size * 8)),
    ]),
  );
}
