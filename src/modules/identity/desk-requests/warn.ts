import { inTransaction, type Tx } from "../../../platform/database.ts";
import type { Queue } from "../../../platform/jobs.ts";
import type { World } from "../../../world.ts";
import { type Reach, warnedContacts } from "../contact/reach.ts";
import { sendTo } from "../contact/send.ts";
import { findContactPoints } from "../contact/store.ts";
import { languageOf } from "../store.ts";
import { somebodyAsksText } from "./messages.ts";
import { findRequest } from "./store.ts";

/** Each request passes here, for somebody or for nobody: warning who is to be warned takes the asker no time (SEC-02). */
export const deskRequestQueue: Queue<{ requestId: string }> = { name: "desk-request" };

/** Warns, in the background, the people whose contact points somebody asks to replace. */
export const warnOfDeskRequests = (world: World): Promise<void> =>
  world.jobs.work(deskRequestQueue, (_id, asked) => warnOfRequest(world, asked));

/** Tells a person's contact points that somebody asks for them to be replaced (SEC-04). */
export const warnOfRequest = (world: World, { requestId }: { requestId: string }): Promise<void> =>
  inTransaction(world.db, async (tx) => {
    const request = await findRequest(tx, requestId);
    if (!request?.personId) return;
    // Whoever asks may be somebody else: the person is warned in their own language.
    const language = await languageOf(tx, request.personId);
    const warning = somebodyAsksText(world, request.caseNumber, language);
    for (const one of await warnedOfRequest(tx, request.personId, world.clock()))
      await sendTo(tx, world, one, warning);
  });

/**
 * Who is warned that somebody asks for a person's contact points to be replaced: those that vouch for the person or did
 * lately; of who never confirmed any, those the institution holds, for nobody else would ever know.
 */
export async function warnedOfRequest(tx: Tx, personId: string, at: Date): Promise<Reach[]> {
  const warned = await warnedContacts(tx, personId, at);
  if (warned.length > 0) return warned;
  return (await findContactPoints(tx, personId)).map(({ kind, value }) => ({ kind, value }));
}
