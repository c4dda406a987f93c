import type { Language } from "../../../../law/language.ts";
import type { Tx } from "../../../platform/database.ts";
import { mailQueue, smsQueue } from "../../../platform/messages.ts";
import type { World } from "../../../world.ts";
import type { Reach } from "./reach.ts";

/** One thing to say, as a mail and as a short message. */
export type Message = {
  mail: () => { subject: string; text: string };
  sms: () => string;
  language: Language;
};

/** Sends a message where this person is reached, in the way that fits, by a job of this same transaction. */
export const sendTo = (tx: Tx, world: World, { kind, value }: Reach, { mail, sms, language }: Message) =>
  kind === "mail"
    ? world.jobs.send(tx, mailQueue, { to: value, language, ...mail() })
    : world.jobs.send(tx, smsQueue, { to: value, text: sms() });
