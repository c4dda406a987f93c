import type { Sentence } from "../../../../law/language.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import { mailQueue } from "../../../platform/messages.ts";
import type { World } from "../../../world.ts";
import { type Agent, changeNumber } from "../../identity/index.ts";
import { newIdentifierMail } from "../messages.ts";
import { wrongReason } from "../reason.ts";
import { endPeople } from "./end-people.ts";
import { closePart, findMail, holdPart, insertSuspension, liftSuspension, type Part } from "./store.ts";

export type Closed = { done: true } | { refused: Sentence };

/** What the institution does to a structure or a service, once the reason is there and the part is held. */
const onPart = async (
  world: World,
  part: Part,
  reason: string,
  act: (tx: Tx) => Promise<Closed>,
): Promise<Closed> => {
  const refused = wrongReason(reason);
  if (refused) return { refused };
  return inTransaction(world.db, async (tx) =>
    (await holdPart(tx, part)) ? act(tx) : { refused: sentences.nothing },
  );
};

const note = (tx: Tx, world: World, { agentId }: Agent, part: Part, act: string, reason: string) =>
  record(tx, world.keys.journal, {
    subject: part.structureId,
    actor: agentId,
    act,
    at: world.clock(),
    detail: { reason, service: part.serviceId ?? null },
  });

/**
 * Closes a service, or a whole structure, for a while and at once: from their very next request on its people read that it
 * is, and until when (SP-06). A second one takes the place of the first. One person's access is suspended in identity.
 */
export async function suspendPartner(
  world: World,
  agent: Agent,
  part: Part,
  { reason, until }: { reason: string; until?: Date },
): Promise<Closed> {
  if (until && until <= world.clock()) return { refused: sentences.past };
  return onPart(world, part, reason, async (tx) => {
    const at = world.clock();
    await liftSuspension(tx, part, agent.agentId, at);
    await insertSuspension(tx, part, { suspensionId: newId(), reason, by: agent.agentId, at, until });
    await note(tx, world, agent, part, "suspended a partner", reason);
    return { done: true };
  });
}

/** Opens again what was suspended (SP-06). */
export const resumePartner = (world: World, agent: Agent, part: Part, reason: string): Promise<Closed> =>
  onPart(world, part, reason, async (tx) => {
    if (!(await liftSuspension(tx, part, agent.agentId, world.clock())))
      return { refused: sentences.notSuspended };
    await note(tx, world, agent, part, "resumed a partner", reason);
    return { done: true };
  });

/** Ends a service, or a whole structure, for good: every access that served nothing else is deleted and told (SP-06). */
export const endPartner = (world: World, agent: Agent, part: Part, reason: string): Promise<Closed> =>
  onPart(world, part, reason, async (tx) => {
    await closePart(tx, part, world.clock());
    const { structureId, serviceId } = part;
    const which = { structureId, ...(serviceId !== undefined && { serviceId }) };
    await endPeople(tx, world, agent, which, { reason, told: world.institution.shortName });
    await note(tx, world, agent, part, "ended a partner", reason);
    return { done: true };
  });

/** Ends one person's access for good, in every service (SP-06). */
export async function endPartnerAccess(
  world: World,
  agent: Agent,
  personId: string,
  reason: string,
): Promise<Closed> {
  const refused = wrongReason(reason);
  if (refused) return { refused };
  return inTransaction(world.db, async (tx) => {
    const told = world.institution.shortName;
    const ended = await endPeople(tx, world, agent, { personId }, { reason, told });
    return ended > 0 ? { done: true } : { refused: sentences.nothing };
  });
}

/**
 * Gives a person another identifier, for a technical reason or for safety: it is sent to them, the old one is dead and
 * their sessions end (SP-06).
 */
export async function changePartnerIdentifier(
  world: World,
  agent: Agent,
  personId: string,
  reason: string,
): Promise<Closed> {
  const refused = wrongReason(reason);
  if (refused) return { refused };
  return inTransaction(world.db, async (tx) => {
    const to = await findMail(tx, personId);
    // An identifier that cannot be told would lock its person out.
    if (!to) return { refused: sentences.noMail };
    const number = await changeNumber(tx, world, agent, { personId, kind: "partner", reason });
    if (!number) return { refused: sentences.nothing };
    await world.jobs.send(tx, mailQueue, { to, language: "fr", ...newIdentifierMail(world, number, "fr") });
    return { done: true };
  });
}

const sentences = {
  nothing: {
    fr: "Aucun accès n’est ouvert sous ce nom : il a peut-être été fermé entre-temps.",
    en: "No access is open under this name: it may have been closed meanwhile.",
  },
  noMail: {
    fr: "Aucune adresse mail confirmée n’est connue sous ce nom : le nouvel identifiant n’arriverait nulle part. Fermez cet accès, et ouvrez-en un autre.",
    en: "No confirmed mail address is known under this name: the new identifier would arrive nowhere. Close this access, and open another.",
  },
  notSuspended: { fr: "Aucune suspension n’est en cours.", en: "No suspension runs." },
  past: {
    fr: "La fin de la suspension est déjà passée. Donnez une date à venir, ou aucune.",
    en: "The end of the suspension is already past. Give a date to come, or none.",
  },
} satisfies Record<string, Sentence>;
