import { civilDay } from "../../../../law/access/relations.ts";
import { deskLimits } from "../../../../law/credentials/desk.ts";
import type { Sentence } from "../../../../law/language.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { newId, newReference } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import type { Agent } from "../../identity/index.ts";
import { personBy } from "../../identity/index.ts";
import { type AgentRole, type DeskAgent, roleNames } from "../agent.ts";
import { readStaffNumber } from "../sign-in/sign-in.ts";
import {
  closeAgent,
  endAgentSessions,
  findAgent,
  findAgents,
  insertAgent,
  reissueAgent,
  type StoredAgent,
} from "../store.ts";

/** An agent as somebody types them in. */
export type TypedAgent = {
  staffNumber: string;
  name: string;
  /** Empty where the institution has a single office. */
  office: string;
  roles: readonly string[];
  /** What the agent signs in with as a person, if they have a record too; else empty. */
  identifier: string;
  /** "YYYY-MM-DD": the first day without the tasks; empty without end. */
  until: string;
};

type Field = "staffNumber" | "name" | "office" | "roles" | "identifier" | "until";

/** The password is shown once, to hand over: nothing keeps it. */
export type AddedAgent =
  | { agentId: string; password: string }
  | { refused: Partial<Record<Field, Sentence>> };

/** Gives somebody an access to the desk, with a password that serves once within 72 hours (SEC-08). */
export async function addAgent(
  world: World,
  by: Pick<Agent, "agentId">,
  typed: TypedAgent,
): Promise<AddedAgent> {
  const read = await readTyped(world, typed);
  if ("refused" in read) return read;
  const given = await givenPassword(world);
  const added = await writeAgent(world, by, read.agent, given);
  return "refused" in added ? added : { ...added, password: given.password };
}

/** Writes down an agent who has a password of their own already, as development does. */
export async function admitAgent(
  world: World,
  by: Pick<Agent, "agentId">,
  typed: TypedAgent,
  hashed: string,
): Promise<{ agentId: string } | { refused: Partial<Record<Field, Sentence>> }> {
  const read = await readTyped(world, typed);
  return "refused" in read ? read : writeAgent(world, by, read.agent, { hashed, until: null });
}

const writeAgent = (
  world: World,
  by: Pick<Agent, "agentId">,
  agent: Omit<DeskAgent, "agentId">,
  { hashed, until }: { hashed: string; until: Date | null },
) =>
  inTransaction(
    world.db,
    async (tx): Promise<{ agentId: string } | { refused: Partial<Record<Field, Sentence>> }> => {
      const agentId = newId();
      const row = { agentId, ...agent, hashed, passwordGivenUntil: until };
      const isNew = await insertAgent(tx, { ...row, createdAt: world.clock(), createdBy: by.agentId });
      if (!isNew) return { refused: { staffNumber: sentences.taken } };
      const detail = { roles: agent.roles.map(({ role }) => role).join(" "), office: agent.office };
      await note(tx, world, agentId, by, "gave a desk access", detail);
      return { agentId };
    },
  );

async function readTyped(
  world: World,
  typed: TypedAgent,
): Promise<{ agent: Omit<DeskAgent, "agentId"> } | { refused: Partial<Record<Field, Sentence>> }> {
  const staffNumber = readStaffNumber(typed.staffNumber);
  const name = typed.name.trim().replace(/\s+/g, " ");
  const office = typed.office.trim();
  const known = typed.roles.filter((role): role is AgentRole => Object.hasOwn(roleNames, role));
  const from = civilDay(world.clock(), world.institution.timeZone);
  const person = typed.identifier.trim() === "" ? undefined : await personBy(world, typed.identifier);
  const refused: Partial<Record<Field, Sentence>> = {
    ...(!/^[A-Z0-9.-]{2,20}$/.test(staffNumber) && { staffNumber: sentences.number }),
    ...((name === "" || name.length > 100) && { name: sentences.name }),
    ...(!/^[\p{L}\d .'’-]{0,40}$/u.test(office) && { office: sentences.office }),
    ...((known.length === 0 || known.length < typed.roles.length) && { roles: sentences.roles }),
    ...(person && "refused" in person && { identifier: person.refused }),
    ...(typed.until !== "" && !(isDay(typed.until) && typed.until > from) && { until: sentences.until }),
  };
  if (Object.keys(refused).length > 0) return { refused };
  const until = typed.until === "" ? {} : { until: typed.until };
  const agent = {
    staffNumber,
    name,
    office: office === "" ? null : office,
    personId: person && "personId" in person ? person.personId : null,
    roles: [...new Set(known)].map((role) => ({ role, from, ...until })),
  };
  return { agent };
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** A password to hand over, and until when it serves. */
async function givenPassword(world: World) {
  const password = newReference();
  const hashed = await world.passwords.hash(password);
  const hours = deskLimits.givenPasswordHours.value;
  return { password, hashed, until: new Date(world.clock().getTime() + hours * 3_600_000) };
}

export type SettledAgent = { done: true } | { refused: Sentence };

/** Closes an agent's access at once: their sessions end, what they did stays under their name. Not one's own. */
export const closeDeskAccess = (
  world: World,
  by: Pick<Agent, "agentId">,
  agentId: string,
): Promise<SettledAgent> =>
  inTransaction(world.db, async (tx): Promise<SettledAgent> => {
    const found = await another(tx, by, agentId);
    if ("refused" in found) return found;
    const at = world.clock();
    if (!(await closeAgent(tx, agentId, by.agentId, at))) return { refused: sentences.closed };
    await endAgentSessions(tx, agentId, at);
    await note(tx, world, agentId, by, "closed a desk access");
    return { done: true };
  });

/** Gives an agent a new password and has them enrol a new second factor: a lost phone, a forgotten password. Not oneself. */
export async function reissueDeskAccess(
  world: World,
  by: Pick<Agent, "agentId">,
  agentId: string,
): Promise<{ password: string } | { refused: Sentence }> {
  const given = await givenPassword(world);
  return inTransaction(world.db, async (tx) => {
    const found = await another(tx, by, agentId);
    if ("refused" in found) return found;
    if (found.closedAt) return { refused: sentences.closed };
    await reissueAgent(tx, agentId, given.hashed, given.until);
    await endAgentSessions(tx, agentId, world.clock());
    await note(tx, world, agentId, by, "gave a desk access again");
    return { password: given.password };
  });
}

/** Somebody else than who asks: nobody shuts themselves out, or goes around their own second factor. */
async function another(
  tx: Tx,
  by: Pick<Agent, "agentId">,
  agentId: string,
): Promise<StoredAgent | { refused: Sentence }> {
  const agent = uuid.test(agentId) ? await findAgent(tx, agentId, true) : undefined;
  if (!agent) return { refused: sentences.nobody };
  return agentId === by.agentId ? { refused: sentences.oneself } : agent;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const note = (
  tx: Tx,
  world: World,
  subject: string,
  { agentId }: Pick<Agent, "agentId">,
  act: string,
  detail: Record<string, string | null> = {},
) => record(tx, world.keys.journal, { subject, actor: agentId, act, at: world.clock(), detail });

/** Agents on one page of the list. */
const onePage = 30;

/** An agent as the list shows them: nothing of what lets them in. */
export type ListedAgent = DeskAgent & Pick<StoredAgent, "closedAt" | "totpConfirmedAt">;

/** The agents, by name; pages start at 1. */
export async function listAgents(
  world: World,
  page: number,
): Promise<{ agents: ListedAgent[]; more: boolean }> {
  const found = await findAgents(world.db, (Math.max(1, page) - 1) * onePage, onePage + 1);
  return { agents: found.slice(0, onePage), more: found.length > onePage };
}

const sentences = {
  taken: {
    fr: "Un agent a déjà ce numéro, peut-être dans un accès fermé. Vérifiez-le dans la liste.",
    en: "An agent has this number already, perhaps in a closed access. Check it in the list.",
  },
  number: {
    fr: "Indiquez le numéro d’agent : 2 à 20 lettres ou chiffres.",
    en: "Enter the staff number: 2 to 20 letters or digits.",
  },
  name: { fr: "Indiquez le nom de l’agent.", en: "Enter the agent’s name." },
  office: {
    fr: "Indiquez l’accueil en 40 caractères au plus, ou laissez vide.",
    en: "Enter the office in at most 40 characters, or leave it empty.",
  },
  roles: { fr: "Choisissez au moins une tâche.", en: "Choose at least one task." },
  until: {
    fr: "Indiquez un jour à venir, comme 2027-01-31, ou laissez vide.",
    en: "Enter a day to come, such as 2027-01-31, or leave it empty.",
  },
  closed: { fr: "Cet accès est déjà fermé.", en: "This access is closed already." },
  nobody: { fr: "Nous ne connaissons pas cet agent.", en: "We do not know this agent." },
  oneself: {
    fr: "Pas pour votre propre accès : demandez-le à un autre administrateur.",
    en: "Not for your own access: ask another administrator.",
  },
} satisfies Record<string, Sentence>;
