import { newSecret, seal, sha256, unseal } from "../../../platform/crypto.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import type { World } from "../../../world.ts";
import { type Draft, draftSchema, newDraft } from "./draft.ts";
import { changeDraft, dropDraft, dropOldDrafts, findDraft, insertDraft } from "./store.ts";

/** What the browser keeps of a request being written: which one, and a secret of 256 bits. */
export type DraftCookie = string;

/** A request being written in this browser; with `sent`, what is told of it since it left. */
export type KeptDraft = { draftId: string; draft: Draft; sent?: { caseNumber: string; askedBy: string } };

/** Minutes after the last answer from which all of it is void: long enough to look for a number or a name. */
const keptMinutes = 24 * 60;

const keys = (world: World) => new Map([[1, world.keys.input]]);
const about = (draftId: string) => `structure request ${draftId}`;

/** Begins a request in a browser; gives the cookie. */
export async function beginDraft(world: World): Promise<DraftCookie> {
  const draftId = newId();
  const secret = newSecret();
  await insertDraft(world.db, {
    draft_id: draftId,
    secret_hash: sha256(secret),
    sealed: sealed(world, draftId, newDraft()),
    changed_at: world.clock(),
  });
  return `${draftId}.${secret}`;
}

/** The request of this browser; undefined where it began none, or left it for too long. */
export async function readDraft(
  world: World,
  cookie: DraftCookie | undefined,
): Promise<KeptDraft | undefined> {
  const [draftId, secret] = partsOf(cookie);
  return draftId ? opened(world, draftId, await findDraft(world.db, draftId, sha256(secret))) : undefined;
}

/** Does something on the request of this browser, one answer after the other; `keep` keeps what it makes of it. */
export function onDraft<T>(
  world: World,
  cookie: DraftCookie | undefined,
  act: (tx: Tx, kept: KeptDraft, keep: (draft: Draft) => Promise<void>) => Promise<T>,
): Promise<T | { over: true }> {
  const [draftId, secret] = partsOf(cookie);
  return inTransaction(world.db, async (tx) => {
    const row = draftId ? await findDraft(tx, draftId, sha256(secret), true) : undefined;
    const kept = opened(world, draftId, row);
    if (!kept || kept.sent) return { over: true as const };
    return act(tx, kept, async (draft) => {
      await changeDraft(tx, draftId, { sealed: sealed(world, draftId, draft), changed_at: world.clock() });
    });
  });
}

/** The request left: of all that was told nothing stays here but its number. */
export const closeDraft = (
  tx: Tx,
  world: World,
  { draftId }: KeptDraft,
  { caseNumber, askedBy }: NonNullable<KeptDraft["sent"]>,
) =>
  changeDraft(tx, draftId, {
    sealed: sealed(world, draftId, newDraft()),
    case_number: caseNumber,
    asked_by: askedBy,
    changed_at: world.clock(),
  });

/** Erases all that was told in this browser. */
export const forgetDraft = (world: World, cookie: DraftCookie | undefined) =>
  onDraft(world, cookie, async (tx, { draftId }) => {
    await dropDraft(tx, draftId);
    return {};
  });

/** Each night, forgets the requests that nobody came back to. */
export const forgetOldDrafts = (world: World): Promise<void> =>
  world.jobs.nightly("partner-drafts", async () => {
    await dropOldDrafts(world.db, new Date(world.clock().getTime() - keptMinutes * 60_000));
  });

function opened(
  world: World,
  draftId: string,
  row: Awaited<ReturnType<typeof findDraft>>,
): KeptDraft | undefined {
  if (!row || world.clock().getTime() - row.changedAt.getTime() > keptMinutes * 60_000) return undefined;
  const read = draftSchema.safeParse(JSON.parse(unseal(keys(world), row.sealed, about(draftId))));
  if (!read.data) return undefined;
  const { caseNumber, askedBy } = row;
  return { draftId, draft: read.data, ...(caseNumber && askedBy && { sent: { caseNumber, askedBy } }) };
}

const sealed = (world: World, draftId: string, draft: Draft) =>
  seal(keys(world), JSON.stringify(draft), about(draftId));

function partsOf(cookie: DraftCookie | undefined): [draftId: string, secret: string] {
  const [draftId = "", secret = ""] = cookie?.split(".") ?? [];
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(draftId) ? [draftId, secret] : ["", ""];
}
