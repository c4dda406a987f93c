import type { ProvisionalIdentifier } from "../../../../law/credentials/provisional-identifier.ts";
import type { Sentence } from "../../../../law/language.ts";
import { unseal } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import type { Agent } from "../agent.ts";
import { sendTo } from "../contact/send.ts";
import { provisionalMessage } from "../provisional/messages.ts";
import { findProvisionalReach } from "../provisional/store.ts";
import { languageOf } from "../store.ts";

/**
 * Sends a person their provisional identifier again, at the contact points they gave, for an agent who has them before
 * them (CP-13). The agent never sees it.
 */
export const sendProvisionalFor = (
  world: World,
  agent: Agent,
  personId: string,
): Promise<{ done: true } | { refused: Sentence }> =>
  inTransaction(world.db, async (tx) => {
    const reached = await findProvisionalReach(tx, personId);
    if (reached.length === 0) return { refused: nothingToSend };
    const language = await languageOf(tx, personId);
    for (const { sealed, kind, value } of reached) {
      const identifier = unseal(world.keys.nir, sealed, personId) as ProvisionalIdentifier;
      await sendTo(tx, world, { kind, value }, provisionalMessage(world, identifier, language));
    }
    const act = "was sent the provisional identifier again";
    await record(tx, world.keys.journal, {
      subject: personId,
      actor: agent.agentId,
      act,
      at: world.clock(),
    });
    return { done: true };
  });

const nothingToSend: Sentence = {
  fr: "Cette personne n’a pas d’identifiant provisoire, ou pas de coordonnées où l’envoyer.",
  en: "This person has no provisional identifier, or no contact point to send it to.",
};
