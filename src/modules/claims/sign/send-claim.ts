import type { ClaimKindName } from "../../../../institutions/institution.ts";
import { swornStatementRefusals } from "../../../../law/access/sworn-statement.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { newId, newReference } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import type { Refusal } from "../../../site/refused-page.ts";
import { swornDigest } from "../../../site/sworn.ts";
import type { World } from "../../../world.ts";
import { type ActedFor, type ClaimFile, fileForClaim, tell } from "../../households/index.ts";
import { callName, findPersons } from "../../identity/index.ts";
import { givenOf, nextQuestion } from "../claimant.ts";
import type { Answers } from "../kind.ts";
import { claimKinds } from "../kinds.ts";
import { dropDraft, findLastNumber, insertClaim, lockDraft } from "../store.ts";
import { sentByGuardianNotice, sentNotice } from "./messages.ts";

export type SentAnswer =
  | { number: string }
  | { refused: Sentence }
  /** The law stops this person (CP-11). */
  | { stopped: Refusal }
  /** A question is open, or the claim was sent already. */
  | { elsewhere: true };

/**
 * Sends the claim that this person answered and signed, or their guardian for them (MC-11): the law is asked again, the
 * claimant becomes a holder where they were none (MC-15), and what it changes at once is changed. It stands in the
 * person's journal under the name of who signed; both are told. Sent twice, it stands once.
 */
export function sendClaim(
  world: World,
  claimant: ActedFor,
  name: ClaimKindName,
  { signed, language }: { signed: boolean; language: Language },
): Promise<SentAnswer> {
  const kind = claimKinds[name];
  const { personId } = claimant;
  return inTransaction(world.reach.institution, async (tx): Promise<SentAnswer> => {
    if (!(await lockDraft(tx, claimant, name))) return justSent(tx, world, claimant, name);
    const given = await givenOf(world, tx, claimant, name, language);
    if (nextQuestion(kind, given.answers)) return { elsewhere: true };
    if (!signed) return { refused: swornStatementRefusals.notTicked };
    const file = await fileForClaim(tx, world, claimant);
    if ("refused" in file) return { stopped: file.refused };
    const { answers } = given;
    const number = await writeDown(tx, world, { claimant, name, file, answers, language });
    await kind.takesEffect(tx, world, { personId, answers, given });
    await dropDraft(tx, claimant, name);
    await announce(tx, world, claimant, { kind: kind.name, number, language });
    return { number };
  });
}

/** The person is told, and by whom it was sent; so is the guardian who sent it, at their own contact points (MC-10). */
async function announce(
  tx: Tx,
  world: World,
  { personId, actor }: ActedFor,
  { kind, number, language }: { kind: Sentence; number: string; language: Language },
) {
  const [guardian] = actor === personId ? [] : await findPersons(tx, [actor]);
  const by = guardian && callName(guardian);
  await tell(tx, world, { personId, language }, sentNotice(world, kind, number, language, by));
  if (guardian)
    await tell(tx, world, { personId: actor, language }, sentByGuardianNotice(world, kind, number, language));
}

/** Minutes during which sending what is gone means sending it twice: it leads to the claim that was sent. */
const sameSendingMinutes = 15;

async function justSent(tx: Tx, world: World, claimant: ActedFor, name: ClaimKindName): Promise<SentAnswer> {
  const since = new Date(world.clock().getTime() - sameSendingMinutes * 60_000);
  const number = await findLastNumber(tx, claimant, name, since);
  return number ? { number } : { elsewhere: true };
}

type Claim = {
  claimant: ActedFor;
  name: ClaimKindName;
  file: ClaimFile;
  answers: Answers;
  language: Language;
};

/** So many draws of twelve signs that all are taken do not happen. */
const draws = 5;

async function writeDown(
  tx: Tx,
  world: World,
  { claimant: { personId, actor }, name, file, answers, language }: Claim,
): Promise<string> {
  const at = world.clock();
  const statement = swornDigest(language);
  for (let n = 0; n < draws; n++) {
    const number = newReference();
    const isNew = await insertClaim(tx, {
      file_id: file.fileId,
      claim_id: newId(),
      claim_number: number,
      kind: name,
      person_id: personId,
      sent_by: actor,
      answers,
      sent_at: at,
      language,
      statement,
    });
    if (!isNew) continue;
    const detail = { kind: name, number, statement: statement.toString("hex"), ...file.as };
    const act = "signed and sent a claim";
    await record(tx, world.keys.journal, { subject: personId, actor, act, at, detail });
    return number;
  }
  throw new Error("No claim number was free");
}
