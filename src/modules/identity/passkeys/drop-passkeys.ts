import type { Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { deleteAllPasskeys } from "./store.ts";

/**
 * Removes every passkey of a person where their access is closed on an alarm or given back: one of them may be a thief's,
 * and would outlive a new password (CN-09, SEC-04). Gives how many there were: the person is told to add theirs again.
 */
export async function dropPasskeys(
  tx: Tx,
  world: World,
  { personId, by }: { personId: string; by: string },
): Promise<number> {
  const count = await deleteAllPasskeys(tx, personId);
  if (count === 0) return 0;
  const act = "removed every passkey";
  const at = world.clock();
  await record(tx, world.keys.journal, { subject: personId, actor: by, act, at, detail: { count } });
  return count;
}
