import type { World } from "../../../world.ts";
import { findProposedMail } from "./store.ts";
import { unsealMail } from "./subject.ts";

/**
 * The mail address that FranceConnect told, for the person to take or to correct. It proves nothing here, and is forgotten
 * once they have answered for their contact points (CP-05, CP-22).
 */
export async function proposedMail(world: World, personId: string): Promise<string | undefined> {
  const sealed = await findProposedMail(world.db, personId);
  return sealed && unsealMail(world, personId, sealed);
}
