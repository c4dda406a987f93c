import { z } from "zod";
import { languages } from "../../../../law/language.ts";
import { newSecret, seal, sha256, unseal } from "../../../platform/crypto.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import type { World } from "../../../world.ts";
import type { RequestKind } from "../request-kind.ts";
import { changeRequest, findRequestOf, insertRequest, type StoredRequest } from "../store.ts";

/** What the browser keeps of a request: which one, and a secret of 256 bits. */
export type RequestCookie = string;

const toldSchema = z.object({
  number: z.string(),
  firstNames: z.string(),
  birthName: z.string(),
  birthDate: z.string(),
  /** The company and what its representative is there; empty for an insured person. */
  company: z.string(),
  quality: z.string(),
});

const draftSchema = z.object({
  language: z.enum(languages),
  told: toldSchema.optional(),
  /** The digest of the charter that was read and signed (CN-04). */
  signed: z.string().optional(),
  contact: z
    .object({ kind: z.enum(["mail", "mobile"]), value: z.string(), verified: z.boolean() })
    .optional(),
});

export type Told = z.infer<typeof toldSchema>;
export type Draft = z.infer<typeof draftSchema>;

/** A request in somebody's browser, as far as it has gone. */
export type Asking = {
  requestId: string;
  kind: RequestKind;
  personId: string;
  /** Once it was sent. */
  caseNumber: string | null;
  draft: Draft;
};

/** Minutes after the last answer from which all of it is void: long enough to find a paper, short on a shared device. */
export const keptMinutes = 120;

/** Begins a request; nobody exists until an agent hands the access over. */
export async function insertDraft(world: World, kind: RequestKind, draft: Draft): Promise<RequestCookie> {
  const requestId = newId();
  const secret = newSecret();
  await insertRequest(world.db, {
    request_id: requestId,
    secret_hash: sha256(secret),
    kind,
    person_id: newId(),
    sealed: sealed(world, requestId, draft),
    changed_at: world.clock(),
  });
  return `${requestId}.${secret}`;
}

/** The request of this browser; undefined where it began none, left it for too long, or has its answer. */
export async function readAsking(
  world: World,
  cookie: RequestCookie | undefined,
): Promise<Asking | undefined> {
  const [requestId, secret] = partsOf(cookie);
  return requestId ? opened(world, await findRequestOf(world.db, requestId, sha256(secret))) : undefined;
}

/** Does something on the request of this browser, one answer after the other, while it is not sent. */
export function onAsking<T>(
  world: World,
  cookie: RequestCookie | undefined,
  act: (tx: Tx, asking: Asking, keep: (draft: Draft) => Promise<void>) => Promise<T>,
): Promise<T | { over: true }> {
  const [requestId, secret] = partsOf(cookie);
  return inTransaction(world.db, async (tx) => {
    const row = requestId ? await findRequestOf(tx, requestId, sha256(secret), true) : undefined;
    const asking = opened(world, row);
    if (!asking || asking.caseNumber !== null) return { over: true as const };
    return act(tx, asking, async (draft) => {
      const at = world.clock();
      await changeRequest(tx, requestId, { sealed: sealed(world, requestId, draft), changed_at: at });
    });
  });
}

/** What a request says, unsealed; undefined once it is decided. */
export const draftOf = (
  world: World,
  { requestId, sealed: kept }: Pick<StoredRequest, "requestId" | "sealed">,
): Draft | undefined =>
  kept ? draftSchema.safeParse(JSON.parse(unseal(world.keys.nir, kept, requestId))).data : undefined;

function opened(world: World, row: StoredRequest | undefined): Asking | undefined {
  if (!row || world.clock().getTime() - row.changedAt.getTime() > keptMinutes * 60_000) return undefined;
  const draft = draftOf(world, row);
  const { requestId, kind, personId, caseNumber } = row;
  return draft && { requestId, kind, personId, caseNumber, draft };
}

const sealed = (world: World, requestId: string, draft: Draft) =>
  seal(world.keys.nir, JSON.stringify(draft), requestId);

function partsOf(cookie: RequestCookie | undefined): [requestId: string, secret: string] {
  const [requestId = "", secret = ""] = cookie?.split(".") ?? [];
  return isId(requestId) ? [requestId, secret] : ["", ""];
}

export const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
