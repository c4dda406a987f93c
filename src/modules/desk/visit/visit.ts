import type { Act } from "../../../../law/access/acts.ts";
import { type AccessDecision, decideFrom } from "../../../../law/access/decide.ts";
import { positionsOf } from "../../../../law/access/positions.ts";
import { noFacts } from "../../../../law/access/relations.ts";
import { deskLimits } from "../../../../law/credentials/desk.ts";
import type { Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import type { Refusal } from "../../../site/refused-page.ts";
import type { World } from "../../../world.ts";
import { filesAtDesk, type Standing, standingFor } from "../../households/index.ts";
import { findPersons, type Person } from "../../identity/index.ts";
import { actorOf, assignmentsOf, type SignedInAgent } from "../agent.ts";
import { findVisit, insertVisit, type Visit } from "./store.ts";

export type { Visit } from "./store.ts";

/** Characters of a reason: it stands in the journal, which the person reads. */
export const longestReason = 300;

/** What is wrong with a reason, if anything (SEC-12). */
export const wrongReason = (reason: string, missing: Sentence = sentences.noReason): Sentence | undefined =>
  reason.trim() === "" ? missing : reason.trim().length > longestReason ? sentences.longReason : undefined;

/** Where an agent stands to a file, for that reason: what the law lets them do there now (SEC-11). */
export type AgentStanding = Pick<Standing, "file" | "may">;

/**
 * The agent's standing in a file; where the person has none yet, in a file of nobody, which belongs to whichever desk
 * receives them.
 */
export async function agentStanding(
  world: World,
  agent: SignedInAgent,
  fileId: string | null,
  given: { reason: string; proposedBy?: string | undefined; personId?: string },
): Promise<AgentStanding> {
  const actor = actorOf(agent);
  const assignments = assignmentsOf(agent);
  const { reason, proposedBy } = given;
  const said = { reason, secondFactor: true, ...(proposedBy && { proposedBy: asActor(agent, proposedBy) }) };
  if (fileId) return standingFor(world, actor, fileId, { ...said, assignments });
  const isOwn = given.personId !== undefined && given.personId === agent.personId;
  const facts = {
    ...noFacts,
    assignments: isOwn ? [] : assignments,
    ...(agent.office !== null && { office: agent.office }),
  };
  const on = world.clock();
  const positions = positionsOf(facts, actor, on);
  return {
    file: undefined,
    may: (act: Act): AccessDecision => decideFrom(positions, { file: facts, actor, act, on, ...said }),
  };
}

/** The law compares who asks: an agent who has a record asks as that person. */
const asActor = (agent: SignedInAgent, proposedBy: string): string =>
  proposedBy === agent.agentId ? actorOf(agent) : proposedBy;

/** What a decision says to who is refused; undefined of a yes. */
export const refusalOf = (decision: AccessDecision): Refusal | undefined =>
  decision.allowed ? undefined : { says: decision.says, source: decision.source, way: decision.way };

export type OpenedVisit = { visitId: string } | { refused: Refusal };

/**
 * An agent receives a person, about a file of theirs or of somebody they protect, and says why. Opens nothing by itself:
 * each part and each act is asked of the law (CP-21, SEC-12).
 */
export async function openVisit(
  world: World,
  agent: SignedInAgent,
  asked: { personId: string; fileId: string; reason: string },
): Promise<OpenedVisit> {
  const { personId } = asked;
  const reason = asked.reason.trim();
  const wrong = wrongReason(reason);
  if (wrong) return { refused: { says: wrong, source: "SEC-12", way: sentences.back } };
  if (!uuid.test(personId) || (asked.fileId !== "" && !uuid.test(asked.fileId))) return { refused: nobody };
  const [[person], files] = await Promise.all([
    findPersons(world.db, [personId]),
    filesAtDesk(world.db, [personId]),
  ]);
  const isTheirs = files.some(({ fileId }) => fileId === asked.fileId);
  if (!person || (asked.fileId === "" ? files.length > 0 : !isTheirs)) return { refused: nobody };
  const fileId = asked.fileId === "" ? null : asked.fileId;
  const { may } = await agentStanding(world, agent, fileId, { reason, personId });
  const refused = refusalOf(may("see-identities"));
  if (refused) return { refused };
  const visitId = newId();
  const openedAt = world.clock();
  await inTransaction(world.db, (tx) =>
    insertVisit(tx, agent.agentId, { visitId, personId, fileId, reason, openedAt }),
  );
  return { visitId };
}

export type ReadVisit = { visit: Visit; person: Person; standing: AgentStanding };

/** A visit of this very agent's, within the hour; undefined of another one's, which is not there for them. */
export async function readVisit(
  world: World,
  agent: SignedInAgent,
  visitId: string,
): Promise<ReadVisit | undefined> {
  if (!uuid.test(visitId)) return undefined;
  const since = new Date(world.clock().getTime() - deskLimits.visitMinutes.value * 60_000);
  const visit = await findVisit(world.db, agent.agentId, visitId, since);
  if (!visit) return undefined;
  const [[person], standing] = await Promise.all([
    findPersons(world.db, [visit.personId]),
    agentStanding(world, agent, visit.fileId, visit),
  ]);
  return person && { visit, person, standing };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const sentences = {
  noReason: {
    fr: "Dites pourquoi vous ouvrez ce dossier : la personne pourra le lire dans son journal.",
    en: "Say why you open this file: the person will be able to read it in their journal.",
  },
  longReason: {
    fr: `Résumez la raison en ${longestReason} caractères au plus.`,
    en: `Sum the reason up in at most ${longestReason} characters.`,
  },
  back: {
    fr: "Revenez à la recherche et dites pourquoi.",
    en: "Go back to the search and say why.",
  },
} satisfies Record<string, Sentence>;

const nobody: Refusal = {
  says: {
    fr: "Nous ne trouvons pas cette personne dans ce dossier. Il a pu changer depuis la recherche.",
    en: "We do not find this person in this file. It may have changed since the search.",
  },
  source: "SEC-11",
  way: { fr: "Recommencez la recherche.", en: "Search again." },
};
