import type { Sentence } from "../language.ts";
import { type Refused, refusals, type Source } from "./reasons.ts";
import { type FileFacts, type Relation, relationTo } from "./relations.ts";
import { type Act, accessTable, conditions, type Verdict } from "./table.ts";

/** A question of access: may this person do this act on this file at this instant? */
export type AccessQuestion = {
  readonly file: FileFacts;
  /** The person who signed in, by their own id. */
  readonly actor: string;
  readonly act: Act;
  readonly on: Date;
};

/** The answer, its reason, and what the actor was to the file: enough for the page, the desk and the journal. */
export type AccessDecision = {
  readonly relation: Relation;
  readonly says: Sentence;
  readonly source: Source;
} & ({ readonly allowed: true } | { readonly allowed: false; readonly way: Sentence });

/** The one decision on access to a file, derived from its dated facts at each question (SEC-11). Denies what no cell allows. */
export function decide({ file, actor, act, on }: AccessQuestion): AccessDecision {
  const relation = relationTo(file, actor, on);
  const verdict = verdictOf(relation, act);
  if (!verdict.allowed) return refusal(relation, verdict);
  if ("when" in verdict && !conditions[verdict.when].holds(file, on))
    return refusal(relation, verdict.otherwise);
  return { allowed: true, relation, ...verdict.because };
}

/** The cell of the table. A relation or an act that came from elsewhere than this code is refused as a stranger's is. */
export function verdictOf(relation: string, act: string): Verdict {
  const table: Record<string, Record<string, Verdict>> = accessTable;
  const row = Object.hasOwn(table, relation) ? table[relation] : undefined;
  const cell = row && Object.hasOwn(row, act) ? row[act] : undefined;
  return cell ?? refusals.stranger;
}

function refusal(relation: Relation, { because, way }: Refused): AccessDecision {
  return { allowed: false, relation, ...because, way };
}
