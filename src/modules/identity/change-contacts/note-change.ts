import { objectionEndsAt, readObjectionCode } from "../../../../law/credentials/objection.ts";
import type { Language } from "../../../../law/language.ts";
import { keyedHash } from "../../../platform/crypto.ts";
import type { Tx } from "../../../platform/database.ts";
import { newReference } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { type Reach, vouchingContacts } from "../contact/reach.ts";
import { sendTo } from "../contact/send.ts";
import { isStolen, letGo } from "../contact/store.ts";
import { changeMail, changeSms } from "./messages.ts";
import { type Change, findLastNumber, insertChange, type StoredChange } from "./store.ts";

/**
 * Opens the window in which a change of the person's verified contact points may be objected to (SEC-04). The old contact
 * point gets the code that does it; so do the others that vouch for the person, in case somebody else reads the old one by
 * now. The account must be locked. `by` is who made the change where it is not the person: an agent of the desk.
 */
export async function noteChange(
  tx: Tx,
  world: World,
  personId: string,
  change: Change,
  language: Language,
  by: string = personId,
): Promise<void> {
  const at = world.clock();
  const { kind } = change;
  const act = actOf(change);
  await record(tx, world.keys.journal, { subject: personId, actor: by, act, at, detail: { kind } });
  const window = await withoutThief(tx, personId, change);
  const told = toldOf(window, await vouchingContacts(tx, personId, at));
  if (told.length === 0) return;
  const number = (await findLastNumber(tx, personId)) + 1;
  const until = objectionEndsAt(at);
  const code = await openCase(tx, world, { ...window, personId, number, changedAt: at, until });
  for (const to of told)
    await sendTo(tx, world, to, {
      mail: () => changeMail(world, change, code, until, language),
      sms: () => changeSms(world, change, code, language),
      language,
    });
}

/** A phone that its owner reported stolen gets no code and never comes back: the thief would object (SP-10). */
async function withoutThief(tx: Tx, personId: string, change: Change): Promise<Change> {
  const { kind, from } = change;
  if (kind !== "mobile" || from === null || !(await isStolen(tx, personId, from))) return change;
  await letGo(tx, personId, kind, from);
  return { ...change, from: null };
}

/** Who may object: what went, and what vouches and stays. Nobody, where the change leaves nothing else. */
function toldOf({ kind, from, to }: Change, vouching: readonly Reach[]): Reach[] {
  if (from === null && to === null) return [];
  const others = vouching.filter((one) => one.kind !== kind || (one.value !== from && one.value !== to));
  return from === null ? others : [{ kind, value: from }, ...others];
}

/** Draws codes until the half that finds the case is nobody else's. */
async function openCase(tx: Tx, world: World, change: Omit<StoredChange, "endedAt">): Promise<string> {
  for (;;) {
    const written = newReference();
    const read = readObjectionCode(written);
    if ("refused" in read) throw new Error("A reference is no objection code");
    const { caseNumber, secret } = read.code;
    const hashed = hashObjection(world, change, secret);
    if (await insertChange(tx, { ...change, caseNumber, hashed })) return written;
  }
}

/** The half that proves is bound to the person and to the change (SEC-03). */
export const hashObjection = (
  world: World,
  { personId, number }: Pick<StoredChange, "personId" | "number">,
  secret: string,
): Buffer => keyedHash(world.keys.code, "objection", personId, String(number), secret);

const actOf = ({ from, to }: Change) => {
  if (from === null) return "added a contact point";
  return to === null ? "removed a contact point" : "replaced a contact point";
};
