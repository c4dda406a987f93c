import { lastWayIn, mayRemove } from "../../../../law/credentials/ways-in.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { warnPerson } from "../contact/warn.ts";
import { unlinkedText } from "../franceconnect/messages.ts";
import { endSessionsBy, removeLink } from "../franceconnect/store.ts";
import { isRecent, tellSessionsClosed, type Visitor } from "../session/session.ts";
import { stillIn } from "../session/still-in.ts";
import { waysInOf } from "./ways-in-of.ts";

export type Removal =
  | { done: true }
  | { refused: Sentence }
  /** They must prove again that it is them (SEC-04). */
  | { confirm: true };

/**
 * Takes FranceConnect away from a person's ways of signing in, as long as another one is left: nobody locks themselves
 * out. What it had opened elsewhere is closed, and it opens nothing until they add it again.
 */
export async function removeFranceConnect(
  world: World,
  visitor: Visitor,
  language: Language,
): Promise<Removal> {
  if (!isRecent(world, visitor)) return { confirm: true };
  const { personId } = visitor.person;
  return inTransaction(world.db, async (tx) => {
    if (!(await stillIn(tx, visitor))) return { done: true };
    if (!mayRemove(await waysInOf(tx, visitor), "franceConnect")) return { refused: lastWayIn };
    const at = world.clock();
    if (!(await removeLink(tx, personId, at))) return { done: true };
    await endSessionsBy(tx, personId, "franceconnect", visitor.secretHash, at);
    await tellSessionsClosed(tx, world, personId);
    const act = "removed FranceConnect";
    await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at });
    await warnPerson(tx, world, { personId, language }, unlinkedText(world, language));
    return { done: true };
  });
}
