import { secondStepRefusals } from "../../../../law/credentials/second-step.ts";
import { lastWayIn, mayRemove } from "../../../../law/credentials/ways-in.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { warnPerson } from "../contact/warn.ts";
import { secondStepSettings } from "../second-step/turn-on.ts";
import { isRecent, type Visitor } from "../session/session.ts";
import { stillIn } from "../session/still-in.ts";
import { waysInOf } from "../ways-in/ways-in-of.ts";
import { passkeyText } from "./messages.ts";
import { countPasskeys, deletePasskey } from "./store.ts";

export type Removed =
  | { done: true }
  | { refused: Sentence }
  /** The password must be typed again first (SEC-04). */
  | { confirm: true };

/**
 * Removes one of the person's own passkeys; the id of somebody else's does nothing. Refused where the second step could
 * then no longer be done, or where it is the last way in: nobody locks themselves out.
 */
export async function removePasskey(
  world: World,
  visitor: Visitor,
  passkeyId: string,
  language: Language,
): Promise<Removed> {
  const { personId } = visitor.person;
  if (!isRecent(world, visitor)) return { confirm: true };
  const { on, contacts } = await secondStepSettings(world, visitor);
  return inTransaction(world.db, async (tx) => {
    if (!(await stillIn(tx, visitor))) return { confirm: true };
    const isLast = (await countPasskeys(tx, personId)) === 1;
    if (on && isLast && contacts.length === 0) return { refused: secondStepRefusals.lastMeans };
    if (!mayRemove(await waysInOf(tx, visitor), "passkey")) return { refused: lastWayIn };
    const name = await deletePasskey(tx, personId, passkeyId);
    if (name === undefined) return { done: true };
    const act = "removed a passkey";
    await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at: world.clock() });
    await warnPerson(tx, world, { personId, language }, passkeyText(world, "removed", name, language));
    return { done: true };
  });
}
