import type { JWK } from "oidc-provider";
import { newSigningKey, seal, unseal } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import type { World } from "../../../world.ts";
import { findSigningKeys, insertSigningKey } from "../store.ts";

/** Days after which a new key signs, and for which the one before stays public: longer than any token lives. */
const rotation = { days: 90, publicDays: 2 };

const daysAgo = (world: World, days: number) => new Date(world.clock().getTime() - days * 86_400_000);
const sealing = (world: World) => new Map([[1, world.keys.connect]]);

/** The keys that sign identity tokens, with their private part, the one that signs first. Makes the first one. */
export async function readSigningKeys(world: World): Promise<JWK[]> {
  const found = await findSigningKeys(world.db, daysAgo(world, rotation.publicDays));
  if (!found.some(({ retiredAt }) => retiredAt === null)) {
    await rotateSigningKey(world);
    return readSigningKeys(world);
  }
  return found.map(({ keyId, sealed }) => JSON.parse(unseal(sealing(world), sealed, keyId)) as JWK);
}

/** Makes a new signing key where the present one is older than 90 days, or `olderThanDays`; the old one stays public for a while. */
export async function rotateSigningKey(world: World, olderThanDays = rotation.days): Promise<boolean> {
  const keyId = newId();
  const jwk = { ...newSigningKey(), kid: keyId, alg: "ES256", use: "sig" };
  const sealed = seal(sealing(world), JSON.stringify(jwk), keyId);
  return inTransaction(world.db, (tx) =>
    insertSigningKey(tx, { keyId, sealed, at: world.clock() }, daysAgo(world, olderThanDays)),
  );
}
