import type { Act } from "../../../../law/access/acts.ts";
import { type AccessDecision, whatMayBeTold } from "../../../../law/access/decide.ts";
import { hasDelegation } from "../../../../law/access/delegation.ts";
import { counts, membersOn, whoIs } from "../../../../law/access/household-life.ts";
import { type PartName, parts } from "../../../../law/access/parts.ts";
import { relationTo } from "../../../../law/access/positions.ts";
import {
  civilDay,
  type FileFacts,
  type MeasureKind,
  type MemberRole,
  noFacts,
  type Relation,
  runs,
} from "../../../../law/access/relations.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import {
  awaitsNir,
  blockOf,
  type ContactPoint,
  findContactPoints,
  findPersons,
  type Person,
} from "../../identity/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { type ReadVisit, readVisit } from "./visit.ts";

/** What a part holds, where the person may be told it and the agent may see it. */
export type PartContent =
  | { fileNumber: string }
  | { persons: { person: Person; role?: MemberRole }[] }
  | { contacts: ContactPoint[] }
  | { delegatedTo: Person | null }
  | { measures: { kind: MeasureKind; from: string }[] };

export type ShownPart = {
  name: PartName;
  /** Whether the person may be told: what their own account shows them (CP-21). */
  told: AccessDecision;
  /** Whether this agent may see it. */
  seen: AccessDecision;
  content?: PartContent;
};

export type Told = ReadVisit & {
  relation: Relation;
  parts: ShownPart[];
  block: Awaited<ReturnType<typeof blockOf>>;
  /** They still sign in with a number that was to last until their social-security number came. */
  awaitsNir: boolean;
};

/**
 * The screen's answer to “this person stands before you: what may you tell them, what not, and why” (CP-21): part by part,
 * what the law says of the person, then of the agent. Only what both may is read. Each look stands in the journal of the
 * person and of the holder, with the reason (SEC-12).
 */
export async function lookAtVisit(
  world: World,
  agent: SignedInAgent,
  visitId: string,
): Promise<Told | undefined> {
  const read = await readVisit(world, agent, visitId);
  if (!read) return undefined;
  const { visit, standing } = read;
  const sees = standing.may("see-identities");
  if (!sees.allowed) return { ...read, relation: "none", parts: [], block: undefined, awaitsNir: false };
  const facts = standing.file?.facts ?? noFacts;
  const on = world.clock();
  await noteLook(world, agent, read, sees.relation);
  const told = whatMayBeTold({ file: facts, person: visit.personId, on });
  const day = civilDay(on, facts.timeZone);
  const shown = (Object.keys(parts) as PartName[]).map((name): ShownPart => {
    const act = agentAct(name, facts, visit.personId, day);
    return { name, told: told[name], seen: standing.may(act) };
  });
  const filled = await Promise.all(shown.map((part) => fill(world, read, part, day)));
  return {
    ...read,
    relation: relationTo(facts, visit.personId, on),
    parts: filled,
    block: await blockOf(world.db, world, visit.personId),
    awaitsNir: await awaitsNir(world, visit.personId),
  };
}

/** What the agent needs to be allowed to see a part: what is the person’s own is somebody’s data for the agent. */
function agentAct(name: PartName, facts: FileFacts, personId: string, day: string): Act {
  if (name === "identity") return "see-identities";
  if (name === "journal") return "see-file-journal";
  if (name !== "contacts") return parts[name].seenBy;
  if (whoIs(facts, "holder", day) === personId) return "see-holder-contacts";
  return whoIs(facts, "spouse", day) === personId ? "see-spouse-contacts" : "see-others-contacts";
}

function noteLook(world: World, agent: SignedInAgent, { visit, standing }: ReadVisit, as: Relation) {
  const at = world.clock();
  const facts = standing.file?.facts ?? noFacts;
  const holder = whoIs(facts, "holder", civilDay(at, facts.timeZone));
  const last = facts.members.findLast((member) => member.role === "holder")?.personId;
  const subjects = [...new Set([visit.personId, holder ?? last ?? visit.personId])].sort();
  const look = { actor: agent.agentId, act: "looked at the file at the desk", at };
  return inTransaction(world.db, async (tx) => {
    for (const subject of subjects)
      await record(tx, world.keys.journal, { ...look, subject, detail: { as, why: visit.reason } });
  });
}

async function fill(world: World, read: ReadVisit, part: ShownPart, day: string): Promise<ShownPart> {
  if (!part.told.allowed || !part.seen.allowed) return part;
  const content = await contentOf(world, read, part.name, day);
  return content ? { ...part, content } : part;
}

async function contentOf(
  world: World,
  { person, standing: { file } }: ReadVisit,
  name: PartName,
  day: string,
): Promise<PartContent | undefined> {
  if (name === "identity") return { persons: [{ person }] };
  if (name === "contacts") return { contacts: await findContactPoints(world.db, person.personId) };
  if (!file) return undefined;
  const { facts } = file;
  const of = (role: "holder" | "spouse") => whoIs(facts, role, day);
  switch (name) {
    case "file-number":
      return { fileNumber: file.fileNumber };
    case "members":
      return { persons: await membersOfFile(world, facts, day) };
    case "holder-contacts":
      return contactsOf(world, of("holder"));
    case "spouse-contacts":
      return contactsOf(world, of("spouse"));
    case "delegation":
      return { delegatedTo: await delegateOf(world, facts, of("spouse")) };
    case "measure":
      return { measures: measuresOf(facts, person.personId, world.clock(), day) };
    default:
      return undefined;
  }
}

/** The measures that protect the person, or by which they protect: another member's are not theirs to be told. */
const measuresOf = (facts: FileFacts, personId: string, on: Date, day: string) => [
  ...facts.measures.filter((one) => one.personId === personId && runs(one, day)),
  ...facts.guardianships.filter(
    (one) => [one.protectedPerson, one.guardian].includes(personId) && counts(one, on, day),
  ),
];

async function membersOfFile(world: World, facts: FileFacts, day: string) {
  const present = membersOn(facts, day);
  const persons = await findPersons(
    world.db,
    present.map(({ personId }) => personId),
  );
  const byId = new Map(persons.map((one) => [one.personId, one]));
  return present.flatMap(({ personId, role }) => {
    const person = byId.get(personId);
    return person ? [{ person, role }] : [];
  });
}

const contactsOf = async (world: World, personId: string | undefined): Promise<PartContent | undefined> =>
  personId === undefined ? undefined : { contacts: await findContactPoints(world.db, personId) };

async function delegateOf(
  world: World,
  facts: FileFacts,
  spouse: string | undefined,
): Promise<Person | null> {
  if (!spouse || !hasDelegation(facts, spouse, world.clock())) return null;
  const [person] = await findPersons(world.db, [spouse]);
  return person ?? null;
}
