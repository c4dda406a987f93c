import { inTransaction } from "../../../platform/database.ts";
import type { Queue } from "../../../platform/jobs.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { warnedContacts } from "../contact/reach.ts";
import { sendTo } from "../contact/send.ts";
import { languageOf } from "../store.ts";
import { knownMessage } from "./messages.ts";
import { findByIdentifier } from "./store.ts";

/** A number that an account was asked for with: what finds it, and whether it was somebody's before. */
export type AskedNumber = { key: string; known: boolean };

/** Each such number passes here, known or not, so that asking takes the same time (SEC-02). */
export const askedNumberQueue: Queue<AskedNumber> = { name: "asked-number" };

/** Tells people, in the background, that an account was asked for with their number. */
export const tellKnownNumbers = (world: World): Promise<void> =>
  world.jobs.work(askedNumberQueue, (_id, asked) => tellKnown(world, asked));

/** Tells whose number it is, where it was somebody's before; nobody else ever hears of it (SEC-02). */
export async function tellKnown(world: World, { key, known }: AskedNumber): Promise<void> {
  if (!known) return;
  await inTransaction(world.db, async (tx) => {
    const personId = await findByIdentifier(tx, Buffer.from(key, "base64"));
    if (!personId) return;
    const at = world.clock();
    // Whoever asked may be somebody else: its owner is written to in their own language.
    const language = await languageOf(tx, personId);
    for (const contact of await warnedContacts(tx, personId, at))
      await sendTo(tx, world, contact, knownMessage(world, language));
    const act = "somebody asked for an account with this number";
    await record(tx, world.keys.journal, { subject: personId, actor: "unknown", act, at });
  });
}
