import { objectionEndsAt } from "../../../../law/credentials/objection.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import type { ContactKind, ContactPoint } from "../contact/contact.ts";
import { findContactPoints, removeVerified } from "../contact/store.ts";
import { isRecent, type Visitor } from "../session/session.ts";
import { stillIn } from "../session/still-in.ts";
import { noteChange } from "./note-change.ts";

export type Removed =
  | { removed: true }
  | { refused: { says: Sentence; way: Sentence } }
  /** The password must be typed again first (SEC-04). */
  | { confirm: true }
  /** The session was ended meanwhile. */
  | { ended: true };

/** Takes a verified contact point out of use; it may object for 72 hours. One must be left, to get back in by (MC-16). */
export async function removeContact(
  world: World,
  visitor: Visitor,
  kind: ContactKind,
  language: Language,
): Promise<Removed> {
  if (!isRecent(world, visitor)) return { confirm: true };
  const { personId } = visitor.person;
  return inTransaction(world.db, async (tx) => {
    if (!(await stillIn(tx, visitor))) return { ended: true };
    if (isOnlyOne(await findContactPoints(tx, personId), kind)) return { refused: onlyOne };
    const at = world.clock();
    const from = await removeVerified(tx, personId, kind, at, objectionEndsAt(at));
    if (from !== undefined) await noteChange(tx, world, personId, { kind, from, to: null }, language);
    return { removed: true };
  });
}

/** Whether no verified contact point would be left without that one. */
export const isOnlyOne = (points: readonly ContactPoint[], kind: ContactKind): boolean =>
  points.every((one) => one.verifiedAt === null || one.kind === kind);

/** Why the last one stays, and what to do. */
export const onlyOne = {
  says: {
    fr: "C’est votre seule coordonnée confirmée. Sans elle, vous ne pourriez plus retrouver votre accès par vous-même.",
    en: "This is your only confirmed contact detail. Without it you could no longer get back in by yourself.",
  },
  way: {
    fr: "Ajoutez d’abord une autre adresse mail ou un numéro de mobile, confirmez-le, puis revenez retirer celle-ci. Vous pouvez aussi la changer.",
    en: "First add another mail address or a mobile number, confirm it, then come back and remove this one. You can also change it.",
  },
} satisfies { says: Sentence; way: Sentence };
