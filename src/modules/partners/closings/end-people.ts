import type { Tx } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import { type Agent, endAccess } from "../../identity/index.ts";
import { endedText } from "../messages.ts";
import { endPosts, stillPosted } from "../store.ts";

/** Nobody has said in which language they want messages about closings: French is the one that counts. */
const language = "fr";

/**
 * Ends posts, and the access of whoever is left without any: sessions end, account and password are deleted, the person
 * is told (SP-06). Gives how many posts' holders there were.
 */
export async function endPeople(
  tx: Tx,
  world: World,
  by: Agent,
  which: Parameters<typeof endPosts>[1],
  { reason, told }: { reason: string; told: string },
): Promise<number> {
  const holders = await endPosts(tx, which, { by: by.agentId, reason, at: world.clock() });
  const kept = await stillPosted(tx, holders);
  const telling = endedText(world, told, language);
  for (const personId of holders.filter((one) => !kept.has(one)))
    await endAccess(tx, world, by, { personId, reason, telling, language });
  return holders.length;
}
