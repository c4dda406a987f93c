import { composedPassword } from "../../../../law/credentials/password.ts";
import type { Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { closeSessions, isRecent, renew, type SessionCookie, type Visitor } from "../session/session.ts";
import { endOldPassword, setFirstPassword } from "../store.ts";
import { judgePassword } from "./judge-password.ts";

export type ChosenPassword =
  | { cookie: SessionCookie | undefined }
  | { refused: readonly Sentence[] }
  /** They came in otherwise, a while ago: they must prove again that it is them (SEC-04). */
  | { confirm: true };

/**
 * Gives the person a password of their own; from then on the file's old one is dead for them (CP-03). Choosing again
 * what was chosen in another tab changes nothing: `cookie` is then undefined.
 */
export async function chooseFirstPassword(
  world: World,
  visitor: Visitor,
  typed: string,
): Promise<ChosenPassword> {
  if (visitor.hasPassword) return { cookie: undefined };
  if (!mustChoose(visitor) && !isRecent(world, visitor)) return { confirm: true };
  const refused = await judgePassword(world, visitor.person, typed);
  if (refused.length > 0) return { refused };
  const hashed = await world.passwords.hash(composedPassword(typed));
  const { personId } = visitor.person;
  return inTransaction(world.db, async (tx) => {
    const at = world.clock();
    if (!(await setFirstPassword(tx, personId, hashed, at))) return { cookie: undefined };
    await endOldPassword(tx, personId, at);
    await closeSessions(tx, world, personId, visitor.secretHash);
    const cookie = await renew(tx, world, visitor);
    await record(tx, world.keys.journal, { subject: personId, actor: personId, act: "chose a password", at });
    return { cookie };
  });
}

/** Who came in by the file's old password chooses one of their own before anything else; others may, when they like. */
export const mustChoose = ({ hasPassword, enteredBy }: Visitor): boolean =>
  !hasPassword && enteredBy === "old password";
