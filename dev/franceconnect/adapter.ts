import type { Adapter, AdapterPayload } from "oidc-provider";

type Kept = { payload: AdapterPayload; expiresAt: number };

/** Where the provider keeps sessions, codes and tokens: in memory, and gone when it stops. One store for all its models. */
export function memoryStore(): (model: string) => Adapter {
  const kept = new Map<string, Kept>();
  const keyOfUid = new Map<string, string>();
  const keysOfGrant = new Map<string, Set<string>>();

  const find = async (key: string | undefined) => {
    const found = key === undefined ? undefined : kept.get(key);
    if (!key || !found) return undefined;
    if (found.expiresAt > Date.now()) return found.payload;
    kept.delete(key);
    return undefined;
  };

  return (model) => ({
    upsert: async (id, payload, expiresIn) => {
      const key = `${model}:${id}`;
      kept.set(key, { payload, expiresAt: expiresIn ? Date.now() + expiresIn * 1000 : Infinity });
      if (payload.uid) keyOfUid.set(payload.uid, key);
      if (payload.grantId) {
        const keys = keysOfGrant.get(payload.grantId) ?? new Set();
        keysOfGrant.set(payload.grantId, keys.add(key));
      }
    },
    find: (id) => find(`${model}:${id}`),
    findByUid: (uid) => find(keyOfUid.get(uid)),
    findByUserCode: async () => undefined,
    consume: async (id) => {
      const found = await find(`${model}:${id}`);
      if (found) found.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => {
      kept.delete(`${model}:${id}`);
    },
    revokeByGrantId: async (grantId) => {
      for (const key of keysOfGrant.get(grantId) ?? []) kept.delete(key);
      keysOfGrant.delete(grantId);
    },
  });
}
