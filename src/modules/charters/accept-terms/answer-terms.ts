import type { Audience, Version } from "../../../../law/charters/charter.ts";
import { type Language, languages } from "../../../../law/language.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { newReference } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { tellSessionsEnded } from "../../identity/index.ts";
import { standingOf } from "../shelf.ts";
import { findAnswers, insertAnswer, insertVersion } from "../store.ts";

export type TermsAnswer = {
  personId: string;
  audience: Audience;
  /** The digest of the text on the person's page: it says which version they read, and in which language. */
  shown: string;
  accepted: boolean;
  /** What the person is on the file at that moment, in the words of their page. */
  quality: string;
};

export type Answered =
  | { done: true }
  /** What was shown is not, or no longer, the text in force: nothing was written down. */
  | { changed: true };

/**
 * Takes a person's answer to the version in force at this moment (MC-02, MC-03), and to no other: the proof has the digest
 * of what they were shown. A refusal may be followed by an acceptance (MC-04); an acceptance stands, so an answer sent
 * after it (another tab, a double click) changes nothing.
 */
export const answerTerms = (world: World, said: TermsAnswer): Promise<Answered> =>
  // The institution writes down, with the answer, which text it was given to.
  inTransaction(world.reach.institution, (tx) => answerTermsIn(tx, world, said));

/** The same, in the transaction of what the acceptance is part of: a structure that asks for credentials (SP-02). */
export async function answerTermsIn(tx: Tx, world: World, said: TermsAnswer): Promise<Answered> {
  const at = world.clock();
  const standing = await standingOf(world, tx, said.personId, said.audience, at);
  if (standing.passes) return { done: true };
  const { version } = standing;
  const language = languages.find((one) => version.texts[one].sha256 === said.shown);
  if (!language) return { changed: true };
  await insertVersion(tx, version);
  await writeDown(tx, world, said, version, language, at);
  return { done: true };
}

async function writeDown(
  tx: Tx,
  world: World,
  { personId, accepted, quality, shown }: TermsAnswer,
  { charter, version }: Version,
  language: Language,
  at: Date,
): Promise<void> {
  const receipt = accepted ? newReference() : null;
  const isNew = await insertAnswer(tx, {
    ...{ person_id: personId, charter, version, language, accepted, quality, receipt },
    answered_at: at,
    sha256: Buffer.from(shown, "hex"),
  });
  if (isNew) {
    if (!accepted) await tellSessionsEnded(tx, world, personId);
    const act = accepted ? "accepted the terms" : "refused the terms";
    const detail = { charter, version, language, sha256: shown, quality, receipt };
    return record(tx, world.keys.journal, { subject: personId, actor: personId, act, at, detail });
  }
  // Nothing but the same answer may stand in the way.
  const known = await findAnswers(tx, personId, charter);
  if ((accepted ? known.accepted : known.refused) !== version)
    throw new Error("A number of receipt was drawn twice");
}
