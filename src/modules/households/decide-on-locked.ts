import type { Act } from "../../../law/access/acts.ts";
import { decide, decideInSpace } from "../../../law/access/decide.ts";
import { noFacts } from "../../../law/access/relations.ts";
import type { Tx } from "../../platform/database.ts";
import type { Refusal } from "../../site/refused-page.ts";
import type { World } from "../../world.ts";
import type { ActedFor } from "./claim-file.ts";
import { findFileOf, type HouseholdFile, lockFile } from "./store.ts";

/**
 * Asks the law whether a person may do something to their own file, or a guardian in the space of a person they protect,
 * once nobody else can change its facts: what is written next rests on what was decided (SEC-11, MC-06). The facts come
 * back with a refusal too.
 */
export async function decideOnLocked(
  tx: Tx,
  world: World,
  { personId, actor }: ActedFor,
  act: Act,
): Promise<{ file: HouseholdFile } | { refused: Refusal; file: HouseholdFile | undefined }> {
  const { timeZone } = world.institution;
  const seen = await findFileOf(tx, personId, timeZone);
  if (seen) await lockFile(tx, seen.fileId);
  const file = seen && (await findFileOf(tx, personId, timeZone));
  const asked = { file: file?.facts ?? noFacts, actor, act, on: world.clock() };
  const decision = actor === personId ? decide(asked) : decideInSpace(personId, asked);
  if (!decision.allowed) {
    const { says, source, way } = decision;
    return { refused: { says, source, way }, file };
  }
  if (!file) throw new Error(`The law let somebody without a file ${act}`);
  return { file };
}
