import { decide } from "../../../../law/access/decide.ts";
import { civilDay, runs } from "../../../../law/access/relations.ts";
import type { Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { isRecent, type Visitor } from "../../identity/index.ts";
import {
  findFileOf,
  type HouseholdFile,
  insertDelegation,
  insertDelegationAnswer,
  lockFile,
} from "../store.ts";

export type OfferAnswer =
  | { done: true }
  | { refused: Sentence; source: string; way: Sentence }
  /** The password must be typed again first (SEC-04). */
  | { confirm: true };

/** Takes the holder's answer to the offer of a delegation to their spouse (CP-15): grants it, or not now. */
export async function answerOffer(world: World, visitor: Visitor, grants: boolean): Promise<OfferAnswer> {
  const { personId } = visitor.person;
  if (grants && !isRecent(world, visitor)) return { confirm: true };
  return inTransaction(world.db, async (tx) => {
    const at = world.clock();
    const seen = await findFileOf(tx, personId);
    if (seen) await lockFile(tx, seen.fileId);
    const file = seen && (await findFileOf(tx, personId));
    const facts = file?.facts ?? { members: [], entitlements: [], delegations: [] };
    const decision = decide({ file: facts, actor: personId, act: "grant-delegation", on: at });
    if (!decision.allowed) return { refused: decision.says, source: decision.source, way: decision.way };
    const spouse = file && spouseOn(file, at);
    if (!file || !spouse) throw new Error("The law let a holder delegate where there is no spouse");
    await insertDelegationAnswer(tx, {
      file_id: file.fileId,
      person_id: personId,
      answered_at: at,
      granted: grants,
    });
    if (!grants) return { done: true };
    const isNew = await insertDelegation(tx, { fileId: file.fileId, from: personId, to: spouse, at });
    if (isNew) {
      for (const subject of [personId, spouse]) {
        await record(tx, world.keys.journal, {
          subject,
          actor: personId,
          act: "granted the delegation",
          at,
          detail: { to: spouse },
        });
      }
    }
    return { done: true };
  });
}

/** The spouse of the file on that day, if any. */
export function spouseOn(file: HouseholdFile, on: Date): string | undefined {
  const day = civilDay(on);
  return file.facts.members.find((member) => member.role === "spouse" && runs(member, day))?.personId;
}
