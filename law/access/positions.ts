import { hasDelegation } from "./delegation.ts";
import {
  counts,
  hasOwnRight,
  holderHasDied,
  holdsOwnFile,
  isDead,
  kindsOver,
  memberships,
  membersOn,
} from "./household-life.ts";
import {
  type Assignment,
  civilDay,
  type FileFacts,
  type MeasureKind,
  type Relation,
  runs,
} from "./relations.ts";

/** One thing that a person is to a file at an instant, with what the conditions of the table look at. */
export type Position = {
  readonly relation: Relation;
  /** Of a protected person and of their guardian: whom the measure protects, what they would be without it, how far it goes. */
  readonly measure?: {
    readonly person: string;
    readonly without: Relation;
    readonly kinds: readonly MeasureKind[];
  };
  readonly assignment?: Assignment;
};

/**
 * All that the person is to the file at that instant, the widest first, never nothing: a spouse may be the guardian of
 * the holder too. Who is or was part of a file, or is a guardian there, is never staff on it.
 */
export function positionsOf(file: FileFacts, personId: string, on: Date): readonly [Position, ...Position[]] {
  const day = civilDay(on, file.timeZone);
  if (isDead(file, personId, day)) return [{ relation: "deceased" }];
  const relation = memberRelation(file, personId, on, day);
  const [first, ...others] = [
    ...(relation ? [asMember(file, personId, on, day, relation)] : []),
    ...asGuardian(file, personId, on, day),
    ...(!relation && wasMember(file, personId, day) ? [{ relation: "former-member" } as const] : []),
  ];
  if (first) return [first, ...others];
  const [task, ...tasks] = asStaff(file, personId, day);
  return task ? [task, ...tasks] : [{ relation: "none" }];
}

/**
 * What somebody is to the file as the guardian of that person alone, in whose space they act (MC-06, MC-07): what they are
 * there besides does not count. Nothing where no decision names them now.
 */
export const positionsInSpace = (
  file: FileFacts,
  guardian: string,
  protectedPerson: string,
  on: Date,
): readonly Position[] =>
  positionsOf(file, guardian, on).filter(
    ({ relation, measure }) => relation === "guardian" && measure?.person === protectedPerson,
  );

/** What the person is to the file before anything else (CP-16 to CP-20). */
export const relationTo = (file: FileFacts, personId: string, on: Date): Relation =>
  positionsOf(file, personId, on)[0].relation;

/** The place in the household, before any measure of protection. */
function memberRelation(file: FileFacts, personId: string, on: Date, day: string): Relation | undefined {
  const roles = membersOn(file, day)
    .filter((member) => member.personId === personId)
    .map((member) => member.role);
  if (roles.includes("holder")) return "holder";
  if (roles.includes("spouse")) {
    if (hasOwnRight(file, personId, day)) return "spouse-holder";
    if (holderHasDied(file, day)) return "surviving-spouse";
    return hasDelegation(file, personId, on) ? "delegated-spouse" : "spouse";
  }
  if (roles.length === 0) return undefined;
  return holdsOwnFile(file, personId, day) ? "child-holder" : "other-member";
}

function asMember(file: FileFacts, personId: string, on: Date, day: string, without: Relation): Position {
  const kinds = kindsOver(file, personId, on, day);
  return kinds.length > 0
    ? { relation: "protected-person", measure: { person: personId, without, kinds } }
    : { relation: without };
}

/**
 * One position for each member of the household whom this person protects, as far as their own decisions go. Facts without
 * any member are of somebody who has no file yet: their guardian may claim for them (MC-15).
 */
function asGuardian(file: FileFacts, personId: string, on: Date, day: string): Position[] {
  const own = file.guardianships.filter((one) => one.guardian === personId && counts(one, on, day));
  return [...new Set(own.map((one) => one.protectedPerson))].flatMap((person) => {
    const without =
      memberRelation(file, person, on, day) ?? (hasNoFile(file, person, day) ? "none" : undefined);
    const kinds = own.filter((one) => one.protectedPerson === person).map(({ kind }) => kind);
    return without ? [{ relation: "guardian", measure: { person, without, kinds } } as const] : [];
  });
}

const hasNoFile = (file: FileFacts, personId: string, day: string): boolean =>
  file.members.length === 0 && !isDead(file, personId, day);

const wasMember = (file: FileFacts, personId: string, day: string): boolean =>
  memberships(file).some((member) => member.personId === personId && member.from <= day);

const asStaff = (file: FileFacts, personId: string, day: string): Position[] =>
  file.assignments
    .filter((one) => one.personId === personId && runs(one, day))
    .map((assignment) => ({ relation: assignment.role, assignment }));
