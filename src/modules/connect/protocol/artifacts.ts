import { type Adapter, type AdapterPayload, errors } from "oidc-provider";
import { keyedHash, seal, unseal } from "../../../platform/crypto.ts";
import type { World } from "../../../world.ts";
import {
  type Artifact,
  consumeArtifact,
  dropArtifact,
  dropArtifactsOf,
  findArtifact,
  findArtifactByUid,
  putArtifact,
} from "../store.ts";

/** Seconds that an artifact without an end of its own is kept. */
const longest = 400 * 86_400;

/**
 * Where the protocol's library keeps what it hands out: in PostgreSQL, under the hash of it, sealed. What was consumed
 * is consumed once, by whoever comes first (SEC-14).
 */
export const artifactsOf =
  (world: World) =>
  (kind: string): Adapter => {
    const { db, keys } = world;
    const sealing = new Map([[1, keys.connect]]);
    const hashOf = (id: string) => keyedHash(keys.connect, "artifact", id);
    const open = (row: Pick<Artifact, "id" | "sealed" | "consumed_at"> | undefined) => {
      if (!row) return undefined;
      const payload = JSON.parse(
        unseal(sealing, row.sealed, `${kind} ${row.id.toString("hex")}`),
      ) as AdapterPayload;
      if (row.consumed_at) payload.consumed = Math.floor(row.consumed_at.getTime() / 1000);
      return payload;
    };
    return {
      upsert: async (id, payload, expiresIn) => {
        const hash = hashOf(id);
        await putArtifact(db, {
          id: hash,
          kind,
          sealed: seal(sealing, JSON.stringify(payload), `${kind} ${hash.toString("hex")}`),
          grant_id: payload.grantId ? hashOf(payload.grantId) : null,
          uid: payload.uid ? hashOf(payload.uid) : null,
          // The library judges ends by the system's clock; this one only says when the row may go.
          expires_at: new Date(world.clock().getTime() + (expiresIn ?? longest) * 1000),
        });
      },
      find: async (id) => open(await findArtifact(db, hashOf(id), kind)),
      findByUid: async (uid) => open(await findArtifactByUid(db, hashOf(uid), kind)),
      findByUserCode: async () => undefined,
      consume: async (id) => {
        if (!(await consumeArtifact(db, hashOf(id), kind, world.clock())))
          throw new errors.InvalidGrant(`${kind} already used`);
      },
      destroy: async (id) => {
        await dropArtifact(db, hashOf(id), kind);
      },
      revokeByGrantId: async (grantId) => {
        await dropArtifactsOf(db, hashOf(grantId));
      },
    };
  };
