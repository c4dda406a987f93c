import type { CodeState } from "../../../../law/credentials/codes.ts";
import type { Db, Tx } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import type { CodePoint } from "../contact/contact.ts";
import { countCodes, findLastCode } from "../contact/store.ts";
import { stateOf } from "./check-code.ts";
import { dayStart } from "./send-code.ts";

/** What the code page shows of what waits for its code. */
export type Waiting = { point: CodePoint; sends: number; state: CodeState; mayAsk: boolean };

/** What is known of the last code sent there; undefined where none was. */
export async function waitingAt(
  db: Db | Tx,
  world: World,
  personId: string,
  point: CodePoint,
): Promise<Waiting | undefined> {
  const code = await findLastCode(db, personId, point.kind, point.value);
  if (!code) return undefined;
  const counts = await countCodes(db, personId, point.value, dayStart(world.clock()));
  return {
    point,
    sends: code.number,
    state: stateOf(world, point, code, counts.triesToday),
    mayAsk: counts.sendsOfThisContact <= world.institution.codes.resends,
  };
}
