import { mayResend } from "../../../../law/credentials/codes.ts";
import { asksBirth } from "../../../../law/credentials/recovery.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { newSecret, sha256 } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import { newCode, newId } from "../../../platform/ids.ts";
import type { Queue } from "../../../platform/jobs.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { sendTo } from "../contact/send.ts";
import { dayStart } from "../give-contacts/send-code.ts";
import { foundBy, typedIdentifier, unknownSubject } from "../identifiers.ts";
import { recoveryMessage } from "./messages.ts";
import { hashCode, type RecoveryCookie } from "./recovery.ts";
import { countRecoveries, findRecoverable, holdRecoveries, insertRecovery, nameRecovered } from "./store.ts";

/** A way back asked for: what finds its person, if there is one, and the code drawn for it. */
type Asking = { key: string; recoveryId: string; code: string; sends: boolean; language: Language };

/** Each asking passes here: whose it is is looked for in the background, and takes the asker no time (SEC-02). */
export const recoveryQueue: Queue<Asking> = { name: "recovery" };

/** Sends, in the background, the codes of the ways back that were asked for. */
export const sendAskedRecoveries = (world: World): Promise<void> =>
  world.jobs.work(recoveryQueue, (_id, asking) => answerRecovery(world, asking));

export type AskedRecovery = { cookie: RecoveryCookie } | { refused: Sentence };

/**
 * Starts a way back into an account. Nothing is looked up here: an identifier that nobody has, one whose person confirmed
 * no contact point and one that was asked about too often cost the same work and get the same answer (SEC-02).
 */
export async function askRecovery(world: World, typed: string, language: Language): Promise<AskedRecovery> {
  const identifier = typedIdentifier(world, typed);
  if ("refused" in identifier) return { refused: identifier.refused.says };
  const key = foundBy(world.keys, identifier);
  const secret = newSecret();
  const recoveryId = newId();
  const code = newCode();
  await inTransaction(world.db, async (tx) => {
    const at = world.clock();
    await holdRecoveries(tx, key);
    const { asked } = await countRecoveries(tx, key, dayStart(at));
    const sends = mayResend(asked, world.institution.codes);
    await insertRecovery(tx, sends, {
      found_by: key,
      recovery_id: recoveryId,
      secret_hash: sha256(secret),
      asked_at: at,
      hashed: hashCode(world, recoveryId, code),
    });
    await world.jobs.send(tx, recoveryQueue, {
      key: key.toString("base64"),
      recoveryId,
      code,
      sends,
      language,
    });
  });
  return { cookie: `${key.toString("base64url")}.${recoveryId}.${secret}` };
}

/**
 * Sends the code to every contact point that vouches for the person: the verified ones, but where one changed less than 72
 * hours ago the old one and not the new. A way that a newer one replaced meanwhile gets none: its code is void (SEC-04).
 */
export const answerRecovery = (world: World, asking: Asking): Promise<void> =>
  inTransaction(world.db, async (tx) => {
    const { recoveryId, code, language } = asking;
    const key = Buffer.from(asking.key, "base64");
    const at = world.clock();
    const { personId, contacts, birthDate } = await findRecoverable(tx, key, at);
    // Of a number nobody has too: the journal knows of the try.
    const subject = personId ?? unknownSubject(key);
    const act = "asked to recover access";
    await record(tx, world.keys.journal, { subject, actor: "unknown", act, at });
    if (!personId || !asking.sends) return;
    const named = { found_by: key, recovery_id: recoveryId, person_id: personId };
    if (!(await nameRecovered(tx, { ...named, asks_birth: asksBirth(contacts.length, birthDate) }))) return;
    for (const contact of contacts) await sendTo(tx, world, contact, recoveryMessage(world, code, language));
  });
