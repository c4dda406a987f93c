import { secondStepLimits } from "../../../../law/credentials/second-step.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import type { Visitor } from "../session/session.ts";
import { type Browser, markOf } from "./marks.ts";
import { deleteAllTrusted, deleteTrusted, dropOldest, findTrusted, insertTrusted } from "./store.ts";

/** The person is not asked for the second step again on this device for 30 days; `secretHash` is of its mark. */
export async function trustDevice(
  tx: Tx,
  world: World,
  trusted: { personId: string; device: string; secretHash: Buffer },
): Promise<void> {
  const { personId, device, secretHash } = trusted;
  const at = world.clock();
  await insertTrusted(tx, {
    person_id: personId,
    device_id: newId(),
    secret_hash: secretHash,
    rotated_at: at,
    device,
    trusted_at: at,
    until_at: new Date(at.getTime() + secondStepLimits.trustedDays.value * 86_400_000),
  });
  await dropOldest(tx, personId, secondStepLimits.trustedDevices.value);
  await record(tx, world.keys.journal, { subject: personId, actor: personId, act: "trusted a device", at });
}

export type TrustedDevice = { deviceId: string; device: string; until: Date; isThis: boolean };

/** The devices the person trusts now. */
export async function trustedDevicesOf(
  world: World,
  visitor: Visitor,
  browser: Browser,
): Promise<TrustedDevice[]> {
  const { personId } = visitor.person;
  const here = markOf(world, personId, browser)?.secretHash;
  const stored = await findTrusted(world.db, personId, world.clock());
  return stored.map(({ deviceId, device, until, secretHash }) => ({
    deviceId,
    device,
    until,
    isThis: here?.equals(secretHash) ?? false,
  }));
}

/** Takes trust back from one of the person's own devices; the id of somebody else's does nothing. */
export const endTrust = (world: World, visitor: Visitor, deviceId: string): Promise<void> =>
  inTransaction(world.db, async (tx) => {
    const { personId } = visitor.person;
    if (!(await deleteTrusted(tx, personId, deviceId))) return;
    await recordEnd(tx, world, personId);
  });

/** Takes trust back from every device of the person but the one they are at. */
export async function endTrustElsewhere(tx: Tx, world: World, visitor: Visitor, browser?: Browser) {
  const { personId } = visitor.person;
  const here = browser && markOf(world, personId, browser)?.secretHash;
  if ((await deleteAllTrusted(tx, personId, here)) > 0) await recordEnd(tx, world, personId);
}

const recordEnd = (tx: Tx, world: World, personId: string) =>
  record(tx, world.keys.journal, {
    subject: personId,
    actor: personId,
    act: "took trust back from a device",
    at: world.clock(),
  });
