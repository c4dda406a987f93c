import type { ProvisionalIdentifier } from "../../../../law/credentials/provisional-identifier.ts";
import type { Language } from "../../../../law/language.ts";
import { unseal } from "../../../platform/crypto.ts";
import type { Tx } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import { type Reach, vouchingContacts } from "../contact/reach.ts";
import { sendTo } from "../contact/send.ts";
import { provisionalMessage } from "../provisional/messages.ts";
import { findProvisionalReach } from "../provisional/store.ts";
import { findIdentifier, type IdentifierKind } from "../store.ts";
import { numberMessage } from "./messages.ts";

/** What one person signs in with, and where it may be said. */
export type Reminder = { kind: IdentifierKind; identifier: string; reaches: readonly Reach[] };

/**
 * What a person signs in with, and the contact points that may be told: those that vouch for them and, of a provisional
 * identifier, those given when the account opened and not confirmed since (CP-13).
 */
export async function findReminder(tx: Tx, world: World, personId: string): Promise<Reminder | undefined> {
  const found = await findIdentifier(tx, personId);
  const vouching = await vouchingContacts(tx, personId, world.clock());
  if (!found) return undefined;
  const given = found.kind === "provisional" ? await findProvisionalReach(tx, personId) : [];
  // One that was confirmed and does not vouch took another's place lately: it may be somebody else's (SEC-04).
  const more = given.filter(({ verified }) => !verified);
  const identifier = unseal(world.keys.nir, found.sealed, personId);
  return { kind: found.kind, identifier, reaches: [...vouching, ...more] };
}

/**
 * Reminds a person of what they sign in with. A provisional identifier goes whole, by mail and by SMS (CP-13). A
 * social-security number does not: it names its person for life, and messages are read on locked screens, by operators and
 * in shared mailboxes. To the contact point asked for goes its end, and the places where it is written (SEC-10).
 */
export async function sendReminder(
  tx: Tx,
  world: World,
  { kind, identifier, reaches }: Reminder,
  asked: Reach,
  language: Language,
): Promise<void> {
  if (kind !== "provisional") return sendTo(tx, world, asked, numberMessage(world, identifier, language));
  const message = provisionalMessage(world, identifier as ProvisionalIdentifier, language);
  for (const reach of reaches) await sendTo(tx, world, reach, message);
}
