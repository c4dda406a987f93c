import type { Tx } from "../../../platform/database.ts";
import { lockAccount } from "../store.ts";
import type { Visitor } from "./session.ts";
import { isRunning } from "./store.ts";

/**
 * Holds the account, so that acts of one person wait for each other, and says whether this session still runs: what closed
 * the access while the request was on its way stops it here (SEC-04).
 */
export async function stillIn(tx: Tx, { person, secretHash }: Visitor): Promise<boolean> {
  await lockAccount(tx, person.personId);
  return isRunning(tx, person.personId, secretHash);
}
