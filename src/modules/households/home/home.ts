import type { AccessDecision } from "../../../../law/access/decide.ts";
import { civilDay, type MemberRole, runs } from "../../../../law/access/relations.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import {
  type ContactPoint,
  findContactPoints,
  findPersons,
  type Person,
  type Visitor,
} from "../../identity/index.ts";
import { hasDelegation, type Standing } from "../standing.ts";
import type { ProtectionKind } from "../store.ts";

/** What the home page shows this person, and by which rule (CP-16 to CP-20). */
export type Home = {
  person: Person;
  previousSignInAt: Date | null;
  timeZone: string;
  fileNumber?: string;
  /** Who is in the household, or why this person is not told. */
  household:
    | { members: ShownMember[]; because: AccessDecision }
    | { refused: Extract<AccessDecision, { allowed: false }> };
  /** The spouse the file is entrusted to; undefined where it is not this person's to know. */
  delegation?: { spouse: Person; granted: boolean };
  contacts: ContactPoint[];
  /** A protection measure of the person's own that runs today. */
  protection?: { kind: ProtectionKind; from: string };
};

export type ShownMember = { person: Person; role: MemberRole; self: boolean };

/** Gathers the home page: one question to the law for each part. Reading somebody else's household is journalled. */
export async function gatherHome(world: World, visitor: Visitor, standing: Standing): Promise<Home> {
  const { personId } = visitor.person;
  const { file, may } = standing;
  const { timeZone } = world.institution;
  const day = civilDay(world.clock(), timeZone);
  const seesHousehold = may("see-household-members");
  if (seesHousehold.allowed) await noteLook(world, standing, day);
  const present = (file?.facts.members ?? []).filter((fact) => runs(fact, day));
  const shown = seesHousehold.allowed ? present : [];
  const [persons, contacts] = await Promise.all([
    findPersons(
      world.db,
      shown.map((member) => member.personId),
    ),
    findContactPoints(world.db, personId),
  ]);
  const byId = new Map(persons.map((person) => [person.personId, person]));
  const members = shown.flatMap(({ personId: id, role }) => {
    const person = byId.get(id);
    return person ? [{ person, role, self: id === personId }] : [];
  });
  const spouse = may("see-delegation").allowed
    ? members.find((member) => member.role === "spouse")?.person
    : undefined;
  const protection = file?.protectedPersons
    .filter((fact) => runs(fact, day))
    .find((one) => one.personId === personId);
  return {
    person: visitor.person,
    previousSignInAt: visitor.previousSignInAt,
    timeZone,
    ...(file && may("see-file-number").allowed && { fileNumber: file.fileNumber }),
    household: seesHousehold.allowed ? { members, because: seesHousehold } : { refused: seesHousehold },
    ...(file &&
      spouse && {
        delegation: { spouse, granted: hasDelegation(file.facts, spouse.personId, world.clock()) },
      }),
    contacts,
    ...(protection && { protection: { kind: protection.kind, from: protection.from } }),
  };
}

/** Somebody other than the holder reads the household: it stands in the holder's journal (SEC-12). */
async function noteLook(world: World, { file, personId, relation }: Standing, day: string): Promise<void> {
  const holder = file?.facts.members.find((member) => member.role === "holder" && runs(member, day));
  if (!holder || holder.personId === personId) return;
  const act = {
    subject: holder.personId,
    actor: personId,
    act: "looked at the household",
    detail: { as: relation },
  };
  await inTransaction(world.db, (tx) => record(tx, world.keys.journal, { ...act, at: world.clock() }));
}
