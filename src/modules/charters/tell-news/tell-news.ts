import type { Audience } from "../../../../law/charters/charter.ts";
import { publishedOn } from "../../../../law/charters/life.ts";
import type { Language } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { charterFor, today } from "../shelf.ts";
import { insertSeen, insertVersion } from "../store.ts";

export type Seeing = { personId: string; audience: Audience; version: string; language: Language };

/**
 * Notes that a person saw what they were told of a version (CN-08, SP-06): they are not told again. A version that people
 * may not read, or of a charter that is not theirs, is left alone.
 */
export function noteSeen(world: World, { personId, audience, version, language }: Seeing): Promise<void> {
  return inTransaction(world.reach.institution, async (tx) => {
    const at = world.clock();
    const charter = charterFor(world, audience);
    const found = charter && publishedOn(charter, today(world, at)).find((one) => one.version === version);
    if (!found) return;
    await insertVersion(tx, found);
    const detail = { charter: found.charter, version, language };
    const isNew = await insertSeen(tx, { person_id: personId, ...detail, seen_at: at });
    if (!isNew) return;
    const act = "saw what changes in the terms";
    await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at, detail });
  });
}
