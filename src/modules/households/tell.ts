import type { Language } from "../../../law/language.ts";
import type { Tx } from "../../platform/database.ts";
import { mailQueue, smsQueue } from "../../platform/messages.ts";
import type { World } from "../../world.ts";
import { noticeContacts } from "../identity/index.ts";

/** One thing to tell about the file, as a mail and as an SMS. */
export type Notice = { subject: string; mail: string; sms: string };

/** Tells a person something about their file where they read such notices, by a job of this transaction; no link (CP-14). */
export async function tell(
  tx: Tx,
  world: World,
  to: { personId: string; language: Language },
  { subject, mail, sms }: Notice,
): Promise<void> {
  const { personId, language } = to;
  for (const { kind, value } of await noticeContacts(tx, personId)) {
    if (kind === "mail") await world.jobs.send(tx, mailQueue, { to: value, language, subject, text: mail });
    else await world.jobs.send(tx, smsQueue, { to: value, text: sms });
  }
}
