import type { Language, Sentence } from "../../../../law/language.ts";
import type { Tx } from "../../../platform/database.ts";
import { newReference } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import type { Agent } from "../agent.ts";
import type { Reach } from "../contact/reach.ts";
import { sendTo } from "../contact/send.ts";
import { closeSessions } from "../session/session.ts";
import { setOldPassword } from "../store.ts";
import { type FirstIdentifier, firstPasswordText } from "./messages.ts";

/** A password that opens a first sign-in and nothing else. `typed` is told once, and kept nowhere. */
export type FirstPassword = { typed: string; hashed: string };

export type HandingOver = {
  personId: string;
  first: FirstPassword;
  /** Where it goes; left out for a letter that the agent prints and hands over. */
  to?: Reach;
  /** What the person signs in with, as they call it: the message names it and does not write it (SEC-10). */
  identifier: FirstIdentifier;
  /** In place of one that was lost, not for a request just accepted. */
  again?: true;
  /** Days after which it opens nothing any more. */
  days: number;
  language: Language;
};

/** Draws a first password; hashing takes a while, so it is done before the transaction that hands it over. */
export async function drawFirstPassword(world: World): Promise<FirstPassword> {
  const typed = newReference();
  return { typed, hashed: await world.passwords.hash(typed) };
}

/**
 * Hands a person what opens their first sign-in (CN-04), in place of any they were handed before: in a message to a contact
 * point they proved, or by a letter; sessions opened by an earlier one end. It ends with the password they choose, or on the day given. Refused where they have
 * chosen one already: nobody else may then open their account.
 */
export async function handOverFirstPassword(
  tx: Tx,
  world: World,
  { agentId }: Agent,
  handing: HandingOver,
): Promise<{ until: Date } | { refused: Sentence }> {
  const { personId, first, to, identifier, days, language, again = false } = handing;
  const at = world.clock();
  const until = new Date(at.getTime() + days * 86_400_000);
  if (!(await setOldPassword(tx, personId, { hashed: first.hashed, until }))) return { refused: hasOwn };
  // Whoever came in by an earlier one could still choose the password.
  if (again) await closeSessions(tx, world, personId);
  if (to)
    await sendTo(
      tx,
      world,
      to,
      firstPasswordText(world, { typed: first.typed, identifier, until, language, again }),
    );
  const act = "was handed a first password";
  const detail = { by: to?.kind ?? "letter", ...(again && { again }) };
  await record(tx, world.keys.journal, { subject: personId, actor: agentId, act, at, detail });
  return { until };
}

const hasOwn: Sentence = {
  fr: "Cette personne a déjà choisi son mot de passe. Si elle l’a oublié, elle en choisit un autre depuis la page de connexion.",
  en: "This person has already chosen their password. If they have forgotten it, they choose another one from the sign-in page.",
};
