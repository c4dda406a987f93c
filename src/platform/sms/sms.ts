import { undelivered } from "../undelivered.ts";

export type Sms = {
  /** The id of the job that sends it: gateways that can, send one id once. */
  id: string;
  /** E.164: `+33612345678`. */
  to: string;
  text: string;
};

/**
 * Resolves with the gateway's own id once the gateway has taken charge of the message: that is "sent", and
 * "delivered" comes later, by an `OnReceipt`. Rejects with an `Undelivered`: ask `isPermanent`.
 */
export type SendSms = (sms: Sms) => Promise<{ gatewayId: string }>;

/** What became of a message in the end. While the network still tries, nothing is said. */
export type SmsOutcome = "delivered" | "failed";

/**
 * Called once or more for a message that was sent, possibly before `send` resolved or by another process
 * than the sender's. Rejecting makes an SMPP gateway announce it again later: no outcome is lost.
 */
export type OnReceipt = (gatewayId: string, outcome: SmsOutcome) => void | Promise<void>;

export type SmsLine = {
  send: SendSms;
  /** Ends the connection; what is still unanswered rejects. */
  close(): Promise<void>;
};

/** Throws a permanent `Undelivered` for what no gateway could send. */
export function refuseMalformed(sms: Sms): void {
  const wrong = !/^\+[1-9]\d{6,14}$/.test(sms.to)
    ? "the number is not in international form (+33612345678)"
    : sms.text.trim() === ""
      ? "it is empty"
      : undefined;
  if (wrong) throw undelivered(`This SMS cannot be sent: ${wrong}.`, "EMALFORMED", true);
}
