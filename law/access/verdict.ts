import { type Act, acts, groups } from "./acts.ts";
import type { Condition } from "./conditions.ts";
import type { Reason, Refused } from "./reasons/reason.ts";

/** Something that must be true for a yes, and the no that stands in its place otherwise. */
export type Proviso = { readonly if: Condition; readonly otherwise: Refused };

/**
 * A yes, perhaps under conditions. `within`: no further than what the protected person could do without the measure.
 * `fourEyes`: takes effect only once another agent has confirmed it.
 */
type Allowed = {
  readonly allowed: true;
  readonly because: Reason;
  readonly when?: readonly Proviso[];
  readonly within?: true;
  readonly fourEyes?: true;
};

/** A cell: yes, or no with its reason and the way that stays open. */
export type Verdict = Allowed | Refused;

/** One row of the table. */
export type Row = Record<Act, Verdict>;

export const yes = (because: Reason, ...when: Proviso[]): Allowed => ({
  allowed: true,
  because,
  ...(when.length > 0 && { when }),
});

/** As far as the protected person could go without the measure. */
export const within = (because: Reason, ...when: Proviso[]): Allowed => ({
  allowed: true,
  because,
  within: true,
  ...(when.length > 0 && { when }),
});

/** The same verdict for a whole group of acts. */
export const all = <G extends keyof typeof groups>(
  group: G,
  verdict: Verdict,
): Record<(typeof groups)[G][number], Verdict> =>
  Object.fromEntries(groups[group].map((act) => [act, verdict])) as Record<
    (typeof groups)[G][number],
    Verdict
  >;

/** One verdict for every act there is, present and to come: only ever a no. */
export const everything = (verdict: Refused): Row =>
  Object.fromEntries(Object.keys(acts).map((act) => [act, verdict])) as Row;
