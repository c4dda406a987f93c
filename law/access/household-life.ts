import {
  civilDay,
  type FileFacts,
  type Guardianship,
  type MeasureKind,
  type Member,
  type MemberRole,
  ownRightBenefits,
  runs,
} from "./relations.ts";

/** The memberships of a file as life cut them short: a spouse's by separation, anybody's by death. */
export function memberships(file: FileFacts): readonly Member[] {
  if (file.separations.length === 0 && file.deaths.length === 0) return file.members;
  return file.members.map((member) => {
    const ends = [
      ...(member.until === undefined ? [] : [member.until]),
      ...file.deaths.filter((death) => death.personId === member.personId).map((death) => death.on),
      // A membership that starts on the day of a separation or later is a new life together.
      ...file.separations
        .filter(
          ({ spouse, on }) => member.role === "spouse" && spouse === member.personId && member.from < on,
        )
        .map(({ on }) => on),
    ].sort();
    return ends[0] === undefined ? member : { ...member, until: ends[0] };
  });
}

/** The members on a civil day, the living ones who have not left. */
export const membersOn = (file: FileFacts, day: string): readonly Member[] =>
  memberships(file).filter((member) => runs(member, day));

/** The person who has this role on that day, if anybody. */
export const whoIs = (file: FileFacts, role: "holder" | "spouse", day: string): string | undefined =>
  membersOn(file, day).find((member) => member.role === role)?.personId;

export const isDead = (file: FileFacts, personId: string, day: string): boolean =>
  file.deaths.some((death) => death.personId === personId && death.on <= day);

/** Whether the file lost its holder to death, and has no other one. */
export const holderHasDied = (file: FileFacts, day: string): boolean =>
  whoIs(file, "holder", day) === undefined &&
  file.members.some((member) => member.role === "holder" && isDead(file, member.personId, day));

/** Whether the holder lives in a couple at that instant, as far as the file knows (CP-15). */
export function livesInCouple(file: FileFacts, on: Date): boolean {
  const day = civilDay(on, file.timeZone);
  return whoIs(file, "holder", day) !== undefined && whoIs(file, "spouse", day) !== undefined;
}

/** Whether the person receives a benefit that makes a holder of a spouse (CP-17). */
export const hasOwnRight = (file: FileFacts, personId: string, day: string): boolean =>
  file.entitlements.some(
    (one) => one.personId === personId && ownRightBenefits.includes(one.benefit) && runs(one, day),
  );

/** Whether the person holds a file of their own, beside this one (IL-19). */
export const holdsOwnFile = (file: FileFacts, personId: string, day: string): boolean =>
  file.ownFiles.some((one) => one.personId === personId && runs(one, day));

/** The kinds of measure that protect the person now, whoever told us of them: the institution or a guardian (MC-06). */
export function kindsOver(file: FileFacts, personId: string, on: Date, day: string): readonly MeasureKind[] {
  const known = file.measures.filter((one) => one.personId === personId && runs(one, day));
  const shown = file.guardianships.filter((one) => one.protectedPerson === personId && counts(one, on, day));
  return [...new Set([...known, ...shown].map(({ kind }) => kind))];
}

/** Whether a guardianship counts: it runs, and an agent has validated it. */
export const counts = (one: Guardianship, on: Date, day: string): boolean =>
  one.validatedAt.getTime() <= on.getTime() && runs(one, day);

/**
 * The first day, from `day` on, on which the person does not have the role; undefined while nothing says it ends. One
 * life together may be written in several rows that follow each other.
 */
export function roleEnds(
  file: FileFacts,
  personId: string,
  role: MemberRole,
  day: string,
): string | undefined {
  const same = memberships(file).filter((member) => member.personId === personId && member.role === role);
  const step = (from: string): string | undefined => {
    const now = same.find((member) => runs(member, from));
    return now ? now.until && step(now.until) : from;
  };
  return step(day);
}
