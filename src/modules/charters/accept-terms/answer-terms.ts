import type { Language } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import type { Visitor } from "../../identity/index.ts";
import type { Version } from "../charter.ts";
import { findAnswer, insertAnswer } from "../store.ts";

export type TermsAnswer = { accepted: boolean; language: Language };

/**
 * Takes a person's answer to a version of the terms (MC-02). A refusal may be followed by an acceptance (MC-04); an
 * acceptance stands, so a refusal sent after it (another tab) changes nothing.
 */
export function answerTerms(
  world: World,
  visitor: Visitor,
  version: Version,
  said: TermsAnswer,
): Promise<void> {
  const { personId } = visitor.person;
  return inTransaction(world.db, async (tx) => {
    if (await findAnswer(tx, personId, version)) return;
    const at = world.clock();
    const { charter, version: date } = version;
    const isNew = await insertAnswer(tx, {
      person_id: personId,
      charter,
      version: date,
      answered_at: at,
      ...said,
    });
    if (!isNew) return;
    const act = said.accepted ? "accepted the terms" : "refused the terms";
    const detail = {
      charter,
      version: date,
      language: said.language,
      sha256: version.texts[said.language].sha256.toString("hex"),
    };
    await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at, detail });
  });
}
