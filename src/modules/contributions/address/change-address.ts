import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { today } from "../../charters/index.ts";
import {
  type AddressErrors,
  readAddress,
  setAddress,
  type TypedAddress,
  type Visitor,
} from "../../identity/index.ts";

export type ChangedAddress = { done: true } | { refused: AddressErrors };

/** Puts a person's own new address in use from today on, whenever they like (CN-12). */
export async function changeAddress(
  world: World,
  { person: { personId } }: Visitor,
  typed: TypedAddress,
): Promise<ChangedAddress> {
  const read = readAddress(typed, world.institution.country);
  if ("refused" in read) return read;
  return inTransaction(world.db, async (tx) => {
    const at = world.clock();
    await setAddress(tx, personId, read.address, { from: today(world, at), at });
    const act = "changed the address";
    await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at });
    return { done: true as const };
  });
}
