import type { Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import type { Agent } from "../agent.ts";
import { blockOf, liftBlock, placeBlock } from "../block/block.ts";
import type { BlockKind } from "../block/store.ts";
import { warnPerson } from "../contact/warn.ts";
import { findPersons, languageOf } from "../store.ts";
import { liftedText, suspendedText } from "./messages.ts";

export type Acted = { done: true } | { refused: Sentence };

/** Characters of a reason: it is kept with the block for agents, not shown to the person. */
const longestReason = 500;

/**
 * Closes a person's access as a protective measure (MC-14, SP-06): every session ends, the person is told, and reads at
 * sign-in what to do. With `until` it ends by itself. While one runs, a second changes its end and reason, and the first
 * stays in the history. Works for who never signed in.
 */
export async function suspendAccess(
  world: World,
  agent: Agent,
  personId: string,
  { reason, until }: { reason: string; until?: Date },
): Promise<Acted> {
  const refused = wrongReason(reason) ?? (until && until <= world.clock() ? sentences.past : undefined);
  if (refused) return { refused };
  return inTransaction(world.db, async (tx) => {
    if ((await findPersons(tx, [personId])).length === 0) return { refused: sentences.nobody };
    await placeBlock(tx, world, {
      personId,
      kind: "suspension",
      reason,
      placedBy: agent.agentId,
      ...(until && { until }),
    });
    const language = await languageOf(tx, personId);
    await warnPerson(tx, world, { personId, language }, suspendedText(world, until, language));
    return { done: true };
  });
}

/** Lifts a suspension, with the reason; an alarm that runs keeps the access closed (MC-14). */
export const liftSuspension = (
  world: World,
  agent: Agent,
  personId: string,
  { reason }: { reason: string },
): Promise<Acted> => lift(world, agent, { personId, kind: "suspension", reason });

/** Opens what an alarm closed, for a person who came to the desk and showed who they are (CN-09). */
export const liftAlarm = (
  world: World,
  agent: Agent,
  personId: string,
  { reason }: { reason: string },
): Promise<Acted> => lift(world, agent, { personId, kind: "alarm", reason });

async function lift(
  world: World,
  agent: Agent,
  { personId, kind, reason }: { personId: string; kind: BlockKind; reason: string },
): Promise<Acted> {
  const refused = wrongReason(reason);
  if (refused) return { refused };
  return inTransaction(world.db, async (tx) => {
    if ((await findPersons(tx, [personId])).length === 0) return { refused: sentences.nobody };
    const lifted = await liftBlock(tx, world, { personId, kind, by: agent.agentId, reason });
    if (!lifted) return { refused: kind === "alarm" ? sentences.noAlarm : sentences.noSuspension };
    // Another block may keep the access closed: then there is nothing to announce.
    const closed = await blockOf(tx, world, personId);
    if (closed) return { done: true };
    const language = await languageOf(tx, personId);
    await warnPerson(tx, world, { personId, language }, liftedText(world, language));
    return { done: true };
  });
}

const wrongReason = (reason: string): Sentence | undefined =>
  reason.trim() === ""
    ? sentences.noReason
    : reason.length > longestReason
      ? sentences.longReason
      : undefined;

const sentences = {
  noReason: {
    fr: "Dites pourquoi, pour vos collègues et pour le journal.",
    en: "Say why, for your colleagues and for the journal.",
  },
  longReason: {
    fr: `Résumez la raison en ${longestReason} caractères au plus.`,
    en: `Sum the reason up in at most ${longestReason} characters.`,
  },
  past: {
    fr: "La fin de la suspension est déjà passée. Donnez une date à venir, ou aucune.",
    en: "The end of the suspension is already past. Give a date to come, or none.",
  },
  nobody: {
    fr: "Nous ne connaissons personne de ce nom ou de ce numéro.",
    en: "We know nobody of that name or number.",
  },
  noSuspension: {
    fr: "Aucune suspension n’est en cours pour cette personne.",
    en: "No suspension runs for this person.",
  },
  noAlarm: {
    fr: "Aucun signalement ne ferme l’accès de cette personne.",
    en: "No alarm keeps this person’s access closed.",
  },
} satisfies Record<string, Sentence>;
