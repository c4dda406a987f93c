import { lostContactLimits, lostContactRefusals } from "../../../../law/credentials/lost-contact.ts";
import type { Sentence } from "../../../../law/language.ts";
import { seal } from "../../../platform/crypto.ts";
import type { Tx } from "../../../platform/database.ts";
import { newId, newSupportNumber } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import type { SafeFile } from "../../../platform/uploads/judge.ts";
import { keepFile } from "../../../platform/uploads/store.ts";
import type { World } from "../../../world.ts";
import { sendTo } from "../contact/send.ts";
import { unknownSubject } from "../identifiers.ts";
import { askedText } from "./messages.ts";
import type { RequestBody } from "./request.ts";
import { countOpenRequests, insertRequest } from "./store.ts";
import { deskRequestQueue } from "./warn.ts";

export type AskedDesk = { requestId: string; caseNumber: string } | { refused: Sentence };

/**
 * Puts a request before the desk, with the identity document that goes with it. The new contact point gets the case
 * number; those the person has, if any, are told that somebody asks (SEC-04).
 */
export async function askDesk(
  tx: Tx,
  world: World,
  asked: { foundBy: Buffer; personId: string | null; body: RequestBody; files: readonly SafeFile[] },
): Promise<AskedDesk> {
  const { foundBy, personId, body, files } = asked;
  if ((await countOpenRequests(tx, foundBy)) >= lostContactLimits.openRequests.value)
    return { refused: lostContactRefusals.waiting };
  const at = world.clock();
  const requestId = newId();
  const sealed = seal(world.keys.nir, JSON.stringify(body), requestId);
  const caseNumber = await insert(tx, {
    found_by: foundBy,
    request_id: requestId,
    person_id: personId,
    sealed,
    asked_at: at,
  });
  for (const file of files) await keepFile(tx, world.keys.uploads, requestId, file, at);
  await record(tx, world.keys.journal, {
    subject: personId ?? unknownSubject(foundBy),
    actor: "unknown",
    act: "asked the desk for a new contact point",
    at,
    detail: { request: requestId, case: caseNumber, kind: body.contact.kind, files: files.length },
  });
  await sendTo(tx, world, body.contact, askedText(world, caseNumber, body.language));
  await world.jobs.send(tx, deskRequestQueue, { requestId });
  return { requestId, caseNumber };
}

type Row = Omit<Parameters<typeof insertRequest>[1], "case_number">;

/** Draws numbers until one is nobody else's. */
async function insert(tx: Tx, row: Row): Promise<string> {
  for (;;) {
    const caseNumber = newSupportNumber();
    if (await insertRequest(tx, { ...row, case_number: caseNumber })) return caseNumber;
  }
}
