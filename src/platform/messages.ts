import type { Queue } from "./jobs.ts";
import type { Mail } from "./mail.ts";
import type { Sms } from "./sms/index.ts";

/** Mail and SMS wait here, put there by the transaction that causes them. The job's id is the message's. */
export const mailQueue: Queue<Omit<Mail, "messageId">> = { name: "mail" };
export const smsQueue: Queue<Omit<Sms, "id">> = { name: "sms" };
