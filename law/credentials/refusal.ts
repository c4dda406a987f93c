import type { Sentence } from "../language.ts";

/** Why something typed was not taken: a stable id for tests and journals, and the words for the person. */
export type Refusal<Id extends string = string> = { readonly id: Id; readonly says: Sentence };

/** Turns a table of sentences into rows that know their own id, so that page, test and journal share one object. */
export function refusals<Id extends string>(sentences: Record<Id, Sentence>): { [K in Id]: Refusal<K> } {
  const rows = Object.entries<Sentence>(sentences).map(([id, says]) => [id, { id, says }]);
  return Object.fromEntries(rows) as { [K in Id]: Refusal<K> };
}

/** What people put between groups of digits, or paste without seeing it: spaces of all widths, dots, dashes, marks of direction. */
const separators = /[\s.·\p{Dash}\p{Cf}]/gu;

/** What was typed, as one run of upper-case characters without separators. */
export function withoutSeparators(typed: string): string {
  return typed.normalize("NFKC").replace(separators, "").toUpperCase();
}
