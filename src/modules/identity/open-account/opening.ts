import { newSecret, seal, sha256, unseal } from "../../../platform/crypto.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import type { World } from "../../../world.ts";
import { type Draft, draftSchema, newDraft } from "./draft.ts";
import { changeOpening, dropOpening, findOpening, insertOpening } from "./store.ts";

/** What the browser keeps of an account it is opening: which one, and a secret of 256 bits. */
export type OpeningCookie = string;

/** An account being opened in this browser; `ended` once it led to signing in. */
export type Opening = { openingId: string; draft: Draft; ended: boolean };

/** Minutes after the last answer from which all of it is void: long enough to find a paper, short on a shared device. */
export const keptMinutes = 120;

const keys = (world: World) => new Map([[1, world.keys.input]]);
const about = (openingId: string) => `opening ${openingId}`;

/** Begins an opening with what is known already; nobody exists until its end (SEC-02). */
export async function insertDraft(world: World, draft: Draft): Promise<OpeningCookie> {
  const openingId = newId();
  const secret = newSecret();
  await insertOpening(world.db, {
    opening_id: openingId,
    secret_hash: sha256(secret),
    sealed: sealed(world, openingId, draft),
    changed_at: world.clock(),
  });
  return `${openingId}.${secret}`;
}

/** The opening of this browser; undefined where it began none, or left it for too long. */
export async function readOpening(
  world: World,
  cookie: OpeningCookie | undefined,
): Promise<Opening | undefined> {
  const [openingId, secret] = partsOf(cookie);
  if (!openingId) return undefined;
  return opened(world, openingId, await findOpening(world.db, openingId, sha256(secret)));
}

/** Does something on the opening of this browser, one answer after the other; `keep` keeps what it makes of the draft. */
export function onOpening<T>(
  world: World,
  cookie: OpeningCookie | undefined,
  act: (tx: Tx, opening: Opening, keep: (draft: Draft) => Promise<Draft>) => Promise<T>,
): Promise<T | { over: true }> {
  const [openingId, secret] = partsOf(cookie);
  return inTransaction(world.db, async (tx) => {
    const row = openingId ? await findOpening(tx, openingId, sha256(secret), true) : undefined;
    const opening = opened(world, openingId, row);
    if (!opening || opening.ended) return { over: true as const };
    const keep = async (draft: Draft) => {
      await changeOpening(tx, openingId, {
        sealed: sealed(world, openingId, draft),
        changed_at: world.clock(),
      });
      return draft;
    };
    return act(tx, opening, keep);
  });
}

/** Ends it: of all that was told nothing is kept but where its person goes on. */
export async function endOpening(tx: Tx, world: World, { openingId, draft }: Opening): Promise<void> {
  await changeOpening(tx, openingId, {
    sealed: sealed(world, openingId, newDraft(draft.next)),
    ended_at: world.clock(),
  });
}

/** Erases all that was told in this browser. */
export const forgetOpening = (world: World, cookie: OpeningCookie | undefined) =>
  onOpening(world, cookie, async (tx, { openingId }) => {
    await dropOpening(tx, openingId);
    return {};
  });

function opened(
  world: World,
  openingId: string,
  row: Awaited<ReturnType<typeof findOpening>>,
): Opening | undefined {
  if (!row || world.clock().getTime() - row.changedAt.getTime() > keptMinutes * 60_000) return undefined;
  const read = draftSchema.safeParse(JSON.parse(unseal(keys(world), row.sealed, about(openingId))));
  // Kept by another version of Foyer, whose questions were others.
  return read.data && { openingId, draft: read.data, ended: row.endedAt !== null };
}

const sealed = (world: World, openingId: string, draft: Draft) =>
  seal(keys(world), JSON.stringify(draft), about(openingId));

function partsOf(cookie: OpeningCookie | undefined): [openingId: string, secret: string] {
  const [openingId = "", secret = ""] = cookie?.split(".") ?? [];
  return uuid.test(openingId) ? [openingId, secret] : ["", ""];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
