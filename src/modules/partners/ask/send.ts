import type { Language, Sentence } from "../../../../law/language.ts";
import type { Tx } from "../../../platform/database.ts";
import { newId, newSupportNumber } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import { mailQueue } from "../../../platform/messages.ts";
import type { World } from "../../../world.ts";
import { answerTermsIn } from "../../charters/index.ts";
import type { Draft } from "./draft.ts";
import { closeDraft, type DraftCookie, onDraft } from "./drafts.ts";
import { requestSentMail } from "./messages.ts";
import { stepOf } from "./steps.ts";
import { insertRequest } from "./store.ts";

export type SentRequest =
  | { sent: true }
  | { refused: Sentence }
  /** The charter changed since it was shown: the page shows the one in force. */
  | { changed: true }
  | { over: true };

/**
 * Sends a structure's request: asking is accepting the charter and professional secrecy, proved by the digest of the text
 * that was shown (SP-02). Whether the structure has accesses already is told to nobody here: an agent reads it.
 */
export const sendRequest = (
  world: World,
  cookie: DraftCookie | undefined,
  said: { accepted: boolean; shown: string },
  language: Language,
): Promise<SentRequest> =>
  onDraft<SentRequest>(world, cookie, async (tx, kept) => {
    const told = complete(kept.draft);
    if (!told) return { over: true };
    if (!said.accepted) return { refused: sentences.notTicked };
    const askedBy = newId();
    const { shown } = said;
    const quality = `${told.asker.duty}, ${told.structure.name}`;
    const accepted = await answerTermsIn(tx, world, {
      ...{ personId: askedBy, audience: "partner", shown, accepted: true, quality },
    });
    if ("changed" in accepted) return accepted;
    const caseNumber = await insert(tx, world, told, askedBy, language);
    await closeDraft(tx, world, kept, { caseNumber, askedBy });
    const mail = requestSentMail(world, told.structure.name, caseNumber, language);
    await world.jobs.send(tx, mailQueue, { to: told.asker.mail, language, ...mail });
    return { sent: true };
  });

type Told = { [Part in "structure" | "address" | "asker" | "services"]: NonNullable<Draft[Part]> };

function complete(draft: Draft): Told | undefined {
  const { structure, address, asker, services } = draft;
  if (stepOf(draft) !== "charter" || !structure || !address || !asker) return undefined;
  return { structure, address, asker, services };
}

/** Draws case numbers until one is nobody else's. */
async function insert(
  tx: Tx,
  world: World,
  { structure, address, asker, services }: Told,
  askedBy: string,
  language: Language,
): Promise<string> {
  const at = world.clock();
  const row = {
    structure_id: newId(),
    request_id: newId(),
    name: structure.name,
    kind: structure.kind,
    number_kind: structure.number.kind,
    number: structure.number.value,
    ...address,
    asked_by: askedBy,
    first_names: asker.firstNames,
    last_name: asker.lastName,
    duty: asker.duty,
    mail: asker.mail,
    services,
    language,
    asked_at: at,
  };
  for (;;) {
    const caseNumber = newSupportNumber();
    if (!(await insertRequest(tx, { ...row, case_number: caseNumber }))) continue;
    const act = "asked for accesses for a structure";
    const detail = { request: row.request_id, case: caseNumber, services: services.length };
    await record(tx, world.keys.journal, { subject: row.structure_id, actor: askedBy, act, at, detail });
    return caseNumber;
  }
}

const sentences = {
  notTicked: {
    fr: "Pour envoyer la demande, cochez la case : demander des accès, c’est accepter la charte et le secret professionnel.",
    en: "To send the request, tick the box: asking for accesses means accepting the charter and professional secrecy.",
  },
} satisfies Record<string, Sentence>;
