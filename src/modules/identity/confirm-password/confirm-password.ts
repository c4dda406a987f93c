import { composedPassword } from "../../../../law/credentials/password.ts";
import type { Sentence } from "../../../../law/language.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { noteRecent, type Visitor } from "../session/session.ts";
import { checkPassword } from "../sign-in/check-password.ts";
import { findIdentifier } from "../store.ts";

export type Confirmed = { confirmed: true } | { refused: Sentence };

/** Takes the signed-in person's password again, where what they do asks for a recent one (SEC-04). */
export async function confirmPassword(world: World, visitor: Visitor, typed: string): Promise<Confirmed> {
  const { personId } = visitor.person;
  const identifier = await findIdentifier(world.db, personId);
  if (!identifier) return { refused: sentences.wrong };
  const checked = await checkPassword(world, identifier.foundBy, composedPassword(typed), async (tx) => {
    await noteRecent(tx, world, visitor);
    const act = "typed the password again";
    await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at: world.clock() });
    return true;
  });
  if ("done" in checked) return { confirmed: true };
  return { refused: "wait" in checked ? checked.wait : sentences.wrong };
}

const sentences = {
  wrong: {
    fr: "Ce n’est pas le bon mot de passe. Essayez encore.",
    en: "This is not the right password. Try again.",
  },
} satisfies Record<string, Sentence>;
