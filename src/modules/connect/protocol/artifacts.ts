import { type Adapter, type AdapterPayload, errors } from "oidc-provider";
import { keyedHash, seal, unseal } from "../../../platform/crypto.ts";
import { together } from "../../../platform/together.ts";
import type { World } from "../../../world.ts";
import { beginExchange, type Exchange, exchangeAtHand, exchangingSite } from "./exchange.ts";
import {
  type Artifact,
  type AskedCode,
  buyWithCodes,
  consumeArtifact,
  dropArtifact,
  dropArtifactsOf,
  findArtifact,
  findArtifactByUid,
  findCodes,
  type Purchase,
  putArtifact,
} from "./store.ts";

/** Seconds that an artifact without an end of its own is kept. */
const longest = 400 * 86_400;

/**
 * What sites hold, and the grant that all of it rests on: found by person and site, to be taken away. Without its grant a
 * token that is written at that very moment, in the place of the one taken away, opens nothing either.
 */
const handedOut: ReadonlySet<string> = new Set(["AuthorizationCode", "AccessToken", "RefreshToken", "Grant"]);

type Row = Pick<Artifact, "id" | "sealed" | "consumed_at">;

/**
 * Where the protocol's library keeps what it hands out: in PostgreSQL, under the hash of it, sealed. What was consumed
 * is consumed once, by whoever comes first (SEC-14).
 */
export const artifactsOf = (world: World) => {
  const { db, keys } = world;
  const findCode = together((asked: readonly AskedCode[]) => findCodes(world, asked));
  const buyWithCode = together((asked: readonly Purchase[]) => buyWithCodes(db, asked, world.clock()));
  return (kind: string): Adapter => {
    const sealing = new Map([[1, keys.connect]]);
    const hashOf = (id: string) => keyedHash(keys.connect, "artifact", id);
    const maybeHash = (id: string | undefined) => (id ? hashOf(id) : null);
    const about = (id: Buffer) => `${kind} ${id.toString("hex")}`;
    const open = (row: Row | undefined) => {
      if (!row) return undefined;
      const payload = JSON.parse(unseal(sealing, row.sealed, about(row.id))) as AdapterPayload;
      if (row.consumed_at) payload.consumed = Math.floor(row.consumed_at.getTime() / 1000);
      return payload;
    };
    const rowOf = (hash: Buffer, payload: AdapterPayload, expiresIn: number | undefined) => ({
      id: hash,
      kind,
      sealed: seal(sealing, JSON.stringify(payload), about(hash)),
      grant_id: maybeHash(payload.grantId),
      uid: maybeHash(kind === "AuthorizationCode" ? payload.sessionUid : payload.uid),
      person_id: (handedOut.has(kind) && payload.accountId) || null,
      site: (handedOut.has(kind) && payload.clientId) || null,
      // The library judges ends by the system's clock; this one only says when the row may go.
      expires_at: new Date(world.clock().getTime() + (expiresIn ?? longest) * 1000),
    });
    const find = async (hash: Buffer) =>
      grantRead(kind, hash, exchangeAtHand()) ?? (await findArtifact(db, hash, kind));
    return {
      upsert: async (id, payload, expiresIn) => {
        const row = rowOf(hashOf(id), payload, expiresIn);
        const exchange = exchangeAtHand();
        if (kind === "AccessToken" && exchange?.isToBeUsed) {
          if (!(await buyWithCode({ code: exchange.read.id, token: row }))) throw alreadyUsed();
          exchange.isToBeUsed = false;
        } else await putArtifact(db, row);
      },
      find: async (id) => {
        const hash = hashOf(id);
        const site = kind === "AuthorizationCode" ? exchangingSite() : undefined;
        if (site === undefined) return open(await find(hash));
        const code = await findCode({ id: hash, site });
        if (code) beginExchange(code);
        return open(code);
      },
      findByUid: async (uid) => {
        const hash = hashOf(uid);
        return open(sessionRead(kind, hash, exchangeAtHand()) ?? (await findArtifactByUid(db, hash, kind)));
      },
      findByUserCode: async () => undefined,
      consume: async (id) => {
        const hash = hashOf(id);
        const exchange = exchangeAtHand();
        // Used up by the very statement that writes what it buys.
        if (exchange?.read.id.equals(hash)) exchange.isToBeUsed = true;
        else if (!(await consumeArtifact(db, hash, kind, world.clock()))) throw alreadyUsed();
      },
      destroy: async (id) => {
        await dropArtifact(db, hashOf(id), kind);
      },
      revokeByGrantId: async (grantId) => {
        await dropArtifactsOf(db, hashOf(grantId));
      },
    };
  };
};

const alreadyUsed = () => new errors.InvalidGrant("already used");

/** The grant that was read with the code, where it is the one asked for. */
function grantRead(kind: string, id: Buffer, exchange: Exchange | undefined): Row | undefined {
  const { grantId, grant } = exchange?.read ?? {};
  if (kind !== "Grant" || !grantId || !grant || !grantId.equals(id)) return undefined;
  return { id, sealed: grant, consumed_at: null };
}

/** The browser's session that was read with the code, where it is the one asked for. */
function sessionRead(kind: string, uid: Buffer, exchange: Exchange | undefined): Row | undefined {
  const { sessionId, sessionUid, session } = exchange?.read ?? {};
  if (kind !== "Session" || !sessionId || !session || !sessionUid?.equals(uid)) return undefined;
  return { id: sessionId, sealed: session, consumed_at: null };
}
