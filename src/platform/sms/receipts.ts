import type { Pdu } from "smpp";
import { encodeGsm7, fitsGsm7 } from "./gsm7.ts";
import type { SmsOutcome } from "./sms.ts";

/** The states of SMPP 5.0 (4.7.15), by number and by the word written in a receipt. `undefined`: not over yet. */
const outcomes: Readonly<Record<string, SmsOutcome | undefined>> = {
  2: "delivered",
  3: "failed",
  4: "failed",
  5: "failed",
  8: "failed",
  DELIVRD: "delivered",
  EXPIRED: "failed",
  DELETED: "failed",
  UNDELIV: "failed",
  REJECTD: "failed",
};

const typeOfMessage = 0b0011_1100;
const deliveryReceipt = 0b0000_0100;

/**
 * What a `deliver_sm` says of a message of ours; `undefined` when it is no receipt (somebody's answer) or
 * tells of no end yet. The optional fields count more than the text, whose form each operator bends.
 */
export function readReceipt(pdu: Pdu): { id: string; outcome: SmsOutcome } | undefined {
  if (((pdu.esm_class ?? 0) & typeOfMessage) !== deliveryReceipt) return undefined;
  const text = asciiOf(pdu);
  // Some gateways forget the closing zero of this field: what follows it is no printable character.
  const id = /^[\x21-\x7e]+/.exec(pdu.receipted_message_id ?? "")?.[0] ?? /\bid:\s*(\S+)/i.exec(text)?.[1];
  const outcome = outcomes[pdu.message_state ?? /\bstat:\s*([a-z]+)/i.exec(text)?.[1]?.toUpperCase() ?? ""];
  return id && outcome ? { id, outcome } : undefined;
}

/** Receipts are ASCII, but read as GSM 03.38 by the library: back to the bytes, else `_` in an id is lost. */
function asciiOf(pdu: Pdu): string {
  const message = pdu.short_message?.message ?? "";
  if (typeof message !== "string") return message.toString("latin1");
  return fitsGsm7(message) ? encodeGsm7(message).toString("latin1") : message;
}

/** Part ids remembered; the oldest go first. A part forgotten is announced under its own id. */
const capacity = 20_000;

export type LongMessages = {
  /** Announces a message of several parts; `accepted` takes the gateway's id of each, the first names it. */
  expect(parts: number): { accepted(partId: string): void };
  /** What the receipt of one part means for the message; `undefined` while other parts are awaited. */
  outcomeOf(partId: string, outcome: SmsOutcome): { gatewayId: string; outcome: SmsOutcome } | undefined;
};

/**
 * A long message is delivered when all its parts are, and failed as soon as one is. Held in memory: after a
 * restart, the receipt of the first part alone decides.
 */
export function longMessages(): LongMessages {
  type Whole = { parts: number; gatewayId?: string; delivered: Set<string> };
  const wholes = new Map<string, Whole>();

  return {
    expect(parts) {
      const whole: Whole = { parts, delivered: new Set() };
      return {
        accepted(partId) {
          whole.gatewayId ??= partId;
          wholes.set(partId, whole);
          const oldest = wholes.keys().next();
          if (wholes.size > capacity && !oldest.done) wholes.delete(oldest.value);
        },
      };
    },
    outcomeOf(partId, outcome) {
      const whole = wholes.get(partId);
      if (!whole?.gatewayId) return { gatewayId: partId, outcome };
      if (outcome === "delivered") whole.delivered.add(partId);
      const over = outcome === "failed" || whole.delivered.size === whole.parts;
      return over ? { gatewayId: whole.gatewayId, outcome } : undefined;
    },
  };
}
