import { composedPassword } from "../../../../law/credentials/password.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import type { Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { judgePassword } from "../choose-password/judge-password.ts";
import { warnedContacts } from "../contact/reach.ts";
import { sendTo } from "../contact/send.ts";
import { closeSessions, renew, type SessionCookie, type Visitor } from "../session/session.ts";
import { checkPassword } from "../sign-in/check-password.ts";
import { findIdentifier, replacePassword } from "../store.ts";
import { changedText } from "./messages.ts";

export type Typed = { current: string; chosen: string };
export type Changed = { cookie: SessionCookie } | { refused: Partial<Record<keyof Typed, Sentence>> };

/**
 * Changes the person's password, given the one in force (SEC-04). Every other session ends, this one gets a new secret,
 * and the verified contact points are told (MC-12).
 */
export async function changePassword(
  world: World,
  visitor: Visitor,
  typed: Typed,
  language: Language,
): Promise<Changed> {
  const { personId } = visitor.person;
  if (typed.current === "") return { refused: { current: sentences.noCurrent } };
  const [wrong] = await judgePassword(world, visitor.person, typed.chosen);
  if (wrong) return { refused: { chosen: wrong } };
  if (composedPassword(typed.current) === composedPassword(typed.chosen))
    return { refused: { chosen: sentences.same } };
  const identifier = await findIdentifier(world.db, personId);
  if (!identifier) throw new Error("A signed-in person has no identifier");
  const hashed = await world.passwords.hash(composedPassword(typed.chosen));
  const checked = await checkPassword(
    world,
    identifier.foundBy,
    composedPassword(typed.current),
    async (tx, candidate) => {
      const at = world.clock();
      if (!(await replacePassword(tx, personId, candidate.hashed, hashed, at))) return undefined;
      await closeSessions(tx, world, personId, visitor.secretHash);
      await record(tx, world.keys.journal, {
        subject: personId,
        actor: personId,
        act: "changed the password",
        at,
      });
      await tellPasswordChanged(tx, world, { personId, passkeys: false }, language);
      return renew(tx, world, visitor);
    },
  );
  if ("done" in checked) return { cookie: checked.done };
  return { refused: { current: "wait" in checked ? checked.wait : sentences.wrong } };
}

/**
 * Tells every contact point that is warned of such things that the password was changed, and whether the passkeys went
 * with it (SEC-04).
 */
export async function tellPasswordChanged(
  tx: Tx,
  world: World,
  { personId, passkeys }: { personId: string; passkeys: boolean },
  language: Language,
): Promise<void> {
  const { subject, text, sms } = changedText(world, passkeys, language);
  for (const to of await warnedContacts(tx, personId, world.clock()))
    await sendTo(tx, world, to, { mail: () => ({ subject, text }), sms: () => sms, language });
}

const sentences = {
  noCurrent: { fr: "Saisissez votre mot de passe actuel.", en: "Enter your current password." },
  wrong: {
    fr: "Ce n’est pas votre mot de passe actuel. Essayez encore.",
    en: "This is not your current password. Try again.",
  },
  same: {
    fr: "C’est déjà votre mot de passe. Choisissez-en un autre.",
    en: "This is already your password. Choose another one.",
  },
} satisfies Record<string, Sentence>;
