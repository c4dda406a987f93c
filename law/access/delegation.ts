import type { Sentence } from "../language.ts";
import { roleEnds, whoIs } from "./household-life.ts";
import { civilDay, type Delegation, type FileFacts } from "./relations.ts";

/** What ends a delegation: an act of one of the two, or life by itself (CP-18). */
export const delegationEnds = {
  separation: {
    fr: "elle a pris fin d’elle-même avec la séparation",
    en: "it ended by itself with the separation",
  },
  death: { fr: "elle a pris fin d’elle-même avec un décès", en: "it ended by itself with a death" },
  // OUR reading, after article 2003 of the Code civil: a mandate ends when either party comes under protection.
  measure: {
    fr: "elle a pris fin d’elle-même au début d’une mesure de protection",
    en: "it ended by itself when a protection measure began",
  },
  departure: {
    fr: "elle a pris fin quand l’un des deux a quitté le dossier",
    en: "it ended when one of the two left the file",
  },
  declined: { fr: "la personne qui l’avait reçue l’a refusée", en: "the person who had it declined it" },
  "taken-back": { fr: "le titulaire l’a retirée", en: "the holder took it back" },
} as const satisfies Record<string, Sentence>;

export type DelegationEnd = { readonly because: keyof typeof delegationEnds; readonly day: string };

/** Whether the holder's delegation to this spouse counts at that instant, whatever else the spouse has a right to (CP-18). */
export function hasDelegation(file: FileFacts, spouse: string, on: Date): boolean {
  const day = civilDay(on, file.timeZone);
  const holder = whoIs(file, "holder", day);
  return (
    holder !== undefined &&
    whoIs(file, "spouse", day) === spouse &&
    file.delegations.some(
      (one) =>
        one.by === holder &&
        one.to === spouse &&
        one.from.getTime() <= on.getTime() &&
        endOfDelegation(file, one, on) === undefined,
    )
  );
}

/**
 * When and why a delegation ended, if it has by that instant. What life ends stays ended: it comes back neither with a
 * spouse who returns nor after a measure is over.
 */
export function endOfDelegation(file: FileFacts, one: Delegation, on: Date): DelegationEnd | undefined {
  const day = civilDay(on, file.timeZone);
  const given = civilDay(one.from, file.timeZone);
  const ends: DelegationEnd[] = [
    ...separationsOf(file, one, day, given),
    ...deathsOf(file, one, day),
    ...measuresOf(file, one, on, day, given),
    ...departuresOf(file, one, day, given),
    ...wordOf(file, one, on),
  ];
  // Of two on one day, the first in the list explains the other.
  return ends.reduce<DelegationEnd | undefined>(
    (first, end) => (first === undefined || end.day < first.day ? end : first),
    undefined,
  );
}

/** A separation told after the delegation was given, even when the life together had ended before. */
const separationsOf = (file: FileFacts, one: Delegation, day: string, given: string): DelegationEnd[] =>
  file.separations
    .filter(({ spouse, on, declaredAt }) => spouse === one.to && declaredAt > one.from && on <= day)
    .map(({ on }) => ({ because: "separation", day: on < given ? given : on }));

const deathsOf = (file: FileFacts, one: Delegation, day: string): DelegationEnd[] =>
  file.deaths
    .filter(({ personId, on }) => (personId === one.by || personId === one.to) && on <= day)
    .map(({ on }) => ({ because: "death", day: on }));

/** A measure that began over either of the two since: what was given under a measure is for that measure to allow. */
function measuresOf(file: FileFacts, one: Delegation, on: Date, day: string, given: string): DelegationEnd[] {
  const either = (personId: string) => personId === one.by || personId === one.to;
  const known = file.measures
    .filter(({ personId, from }) => either(personId) && given < from)
    .map(({ from }) => from);
  const shown = file.guardianships
    .filter(({ protectedPerson, validatedAt }) => either(protectedPerson) && validatedAt <= on)
    .map(({ from, validatedAt }) => ({ from, validatedAt, checked: civilDay(validatedAt, file.timeZone) }))
    .filter(({ from, validatedAt }) => given < from || one.from < validatedAt)
    .map(({ from, checked }) => [from, checked].sort()[1] ?? from);
  return [...known, ...shown]
    .filter((from) => from <= day)
    .map((from) => ({ because: "measure", day: from }));
}

function departuresOf(file: FileFacts, one: Delegation, day: string, given: string): DelegationEnd[] {
  const ends = [roleEnds(file, one.by, "holder", given), roleEnds(file, one.to, "spouse", given)];
  return ends
    .filter((end): end is string => end !== undefined && end <= day)
    .map((end) => ({ because: "departure", day: end }));
}

function wordOf(file: FileFacts, { until, declined }: Delegation, on: Date): DelegationEnd[] {
  if (until === undefined || on < until) return [];
  return [{ because: declined ? "declined" : "taken-back", day: civilDay(until, file.timeZone) }];
}
