import type { ProvisionalIdentifier } from "../../../../law/credentials/provisional-identifier.ts";
import type { Tx } from "../../../platform/database.ts";
import { newDigits } from "../../../platform/ids.ts";
import type { World } from "../../../world.ts";
import { sealedIdentifier } from "../identifiers.ts";
import { insertNewIdentifier } from "../open-account/store.ts";

/** A hundred million of them: even half given away, this many draws in a row all taken are odds of one in a million. */
const draws = 20;

/**
 * Gives a person a provisional identifier: P and 8 digits drawn at random, so that none tells of the others (CP-12).
 * One that is taken is drawn again.
 */
export async function giveProvisional(
  tx: Tx,
  world: World,
  personId: string,
  draw: () => string = () => `P${newDigits(8)}`,
): Promise<ProvisionalIdentifier> {
  for (let n = 0; n < draws; n++) {
    const value = draw() as ProvisionalIdentifier;
    const identifier = sealedIdentifier(world.keys, personId, { kind: "provisional", value });
    if (await insertNewIdentifier(tx, identifier)) return value;
  }
  throw new Error("No provisional identifier was free");
}
