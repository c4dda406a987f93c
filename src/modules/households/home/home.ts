import type { AccessDecision } from "../../../../law/access/decide.ts";
import { hasDelegation } from "../../../../law/access/delegation.ts";
import { holdsOwnFile, membersOn } from "../../../../law/access/household-life.ts";
import { civilDay, type MeasureKind, type MemberRole, runs } from "../../../../law/access/relations.ts";
import type { World } from "../../../world.ts";
import {
  type ContactPoint,
  closedLately,
  findContactPoints,
  findPersons,
  type Person,
  type Visitor,
} from "../../identity/index.ts";
import { noteLook } from "../note-look.ts";
import type { Standing } from "../standing.ts";

/** What the home page shows this person, and by which rule (CP-16 to CP-20). */
export type Home = {
  person: Person;
  previousSignInAt: Date | null;
  timeZone: string;
  /** By which rule the person sees what is their own. */
  own: AccessDecision;
  fileNumber?: { number: string; because: AccessDecision };
  /** Who is in the household, or why this person is not told. */
  household:
    | { members: ShownMember[]; because: AccessDecision }
    | { refused: Extract<AccessDecision, { allowed: false }> };
  /** The spouse the file is or may be entrusted to; undefined where it is not this person's to know. */
  delegation?: { spouse: Person; granted: boolean; because: AccessDecision };
  /** The file is entrusted to this person, who may decline (CP-18). */
  entrusted?: AccessDecision;
  /** This person may declare a separation (CP-19). */
  separation?: AccessDecision;
  contacts: { points: ContactPoint[]; because: AccessDecision };
  /** A protection measure of the person's own that runs today. */
  protection?: { kind: MeasureKind; from: string; because: AccessDecision };
  /** The person's access was closed on a report lately: they may read what was done before it (CN-09). */
  alarmAt?: Date;
};

export type ShownMember = {
  person: Person;
  role: MemberRole;
  self: boolean;
  /** They hold a file of their own (IL-19). */
  ownFile: boolean;
};

/** Gathers the home page: one question to the law for each part. Reading somebody else's household is journalled. */
export async function gatherHome(world: World, visitor: Visitor, standing: Standing): Promise<Home> {
  const { personId } = visitor.person;
  const { file, may } = standing;
  const { timeZone } = world.institution;
  const seesHousehold = may("see-household-members");
  if (seesHousehold.allowed) await noteLook(world, standing, seesHousehold);
  const seesContacts = may("see-own-contacts");
  const [members, points, alarmAt] = await Promise.all([
    seesHousehold.allowed ? membersOf(world, standing) : [],
    seesContacts.allowed ? findContactPoints(world.db, personId) : [],
    closedLately(world, visitor),
  ]);
  const seesNumber = may("see-file-number");
  const declines = may("decline-delegation");
  const separates = may("declare-separation");
  return {
    person: visitor.person,
    previousSignInAt: visitor.previousSignInAt,
    timeZone,
    own: may("see-own-identity"),
    ...(file && seesNumber.allowed && { fileNumber: { number: file.fileNumber, because: seesNumber } }),
    household: seesHousehold.allowed ? { members, because: seesHousehold } : { refused: seesHousehold },
    ...delegationOf(world, standing, members),
    ...(declines.allowed && { entrusted: declines }),
    ...(separates.allowed && { separation: separates }),
    contacts: { points, because: seesContacts },
    ...protectionOf(world, standing),
    ...(alarmAt && { alarmAt }),
  };
}

/** Who is in the household on this day. */
export async function membersOf(world: World, { file, personId }: Standing): Promise<ShownMember[]> {
  if (!file) return [];
  const day = civilDay(world.clock(), world.institution.timeZone);
  const present = membersOn(file.facts, day);
  const persons = await findPersons(
    world.db,
    present.map((member) => member.personId),
  );
  const byId = new Map(persons.map((person) => [person.personId, person]));
  return present.flatMap(({ personId: id, role }) => {
    const person = byId.get(id);
    const ownFile = role !== "holder" && holdsOwnFile(file.facts, id, day);
    return person ? [{ person, role, self: id === personId, ownFile }] : [];
  });
}

function delegationOf(
  world: World,
  { file, may }: Standing,
  members: readonly ShownMember[],
): Pick<Home, "delegation"> {
  const because = may("see-delegation");
  const spouse = members.find((member) => member.role === "spouse")?.person;
  if (!because.allowed || !file || !spouse) return {};
  const granted = hasDelegation(file.facts, spouse.personId, world.clock());
  return { delegation: { spouse, granted, because } };
}

function protectionOf(world: World, { file, personId, may }: Standing): Pick<Home, "protection"> {
  const because = may("see-measure");
  if (!because.allowed || !file) return {};
  const day = civilDay(world.clock(), world.institution.timeZone);
  const { measures, guardianships } = file.facts;
  const own = [
    ...measures.filter((one) => one.personId === personId),
    ...guardianships.filter((one) => one.protectedPerson === personId),
  ].find((one) => runs(one, day));
  return own ? { protection: { kind: own.kind, from: own.from, because } } : {};
}
