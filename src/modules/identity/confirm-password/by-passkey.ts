import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import type { Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { ownOptions, type Site } from "../passkeys/challenge.ts";
import { noteUse } from "../passkeys/store.ts";
import { verifySigned } from "../passkeys/verify.ts";
import { noteRecent, type Visitor } from "../session/session.ts";
import { stillIn } from "../session/still-in.ts";
import type { Confirmed } from "./confirm-password.ts";

/** What one of the person's own passkeys may sign to show, in this session, that it is still them. */
export const confirmOptions = (
  world: World,
  visitor: Visitor,
  site: Site,
): Promise<PublicKeyCredentialRequestOptionsJSON> => ownOptions(world, visitor, "confirm", site);

/** Takes a passkey of the person, in the place of a password typed again (SEC-04, SEC-05). */
export async function confirmByPasskey(
  world: World,
  visitor: Visitor,
  asked: { credential: string; site: Site },
): Promise<Confirmed> {
  const { person, secretHash } = visitor;
  const { personId } = person;
  const signed = await verifySigned(world, { ...asked, holder: secretHash, purpose: "confirm", personId });
  if (!signed) return { refused: wrong };
  return inTransaction(world.db, async (tx): Promise<Confirmed> => {
    const at = world.clock();
    if (!(await stillIn(tx, visitor))) return { refused: wrong };
    if (!(await noteUse(tx, signed.passkey, { ...signed.use, at }))) return { refused: wrong };
    await noteRecent(tx, world, visitor);
    await record(tx, world.keys.journal, {
      subject: personId,
      actor: personId,
      act: "confirmed by a passkey",
      at,
    });
    return { confirmed: true };
  });
}

const wrong: Sentence = {
  fr: "Cette clé d’accès n’a pas pu être vérifiée. Réessayez, ou prenez un autre moyen de cette page.",
  en: "This passkey could not be checked. Try again, or take another way on this page.",
};
