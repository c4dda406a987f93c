import { createHash } from "node:crypto";
import type { Fields, Pdu } from "smpp";
import { hostOf } from "../host.ts";
import { undelivered } from "../undelivered.ts";
import { smsParts } from "./gsm7.ts";
import { longMessages, readReceipt } from "./receipts.ts";
import { ask } from "./smpp-ask.ts";
import { openLink, type Pace } from "./smpp-link.ts";
import { type OnReceipt, refuseMalformed, type Sms, type SmsLine } from "./sms.ts";

const usualPace: Pace = { answer: 5_000, signOfLife: 30_000, redial: [1_000, 2_000, 5_000, 15_000, 30_000] };

/** Beyond it, what was written belongs in a mail. */
const mostParts = 10;

/**
 * Sends SMS through an SMPP gateway: `smpp://user:password@host:2775`, or `ssmpp://…:3550` over verified TLS.
 * Receipts are asked for when somebody listens. SMPP knows no key to recognise a second sending by; its parts
 * bear the same reference, so a phone that still holds the first may merge them.
 */
export function smsBySmpp(url: URL, sender: string, onReceipt?: OnReceipt, pace = usualPace): SmsLine {
  const tls = url.protocol === "ssmpp:";
  const whole = longMessages();
  const source = sourceOf(sender);

  async function onDeliver(pdu: Pdu): Promise<void> {
    const receipt = readReceipt(pdu);
    const outcome = receipt && whole.outcomeOf(receipt.id, receipt.outcome);
    if (outcome) await onReceipt?.(outcome.gatewayId, outcome.outcome);
  }

  const link = openLink(
    {
      host: hostOf(url),
      port: Number(url.port) || (tls ? 3550 : 2775),
      tls,
      systemId: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
    },
    onDeliver,
    pace,
  );

  return {
    async send(sms) {
      refuseMalformed(sms);
      const parts = fieldsOf(sms);
      const session = await link.bound();
      const expected = whole.expect(parts.length);
      const ids: string[] = [];
      for (const part of parts) {
        const fields = { ...source, ...part, registered_delivery: onReceipt ? 1 : 0 };
        const id = await ask(session, "submit_sm", fields, pace.answer);
        expected.accepted(id);
        ids.push(id);
      }
      return { gatewayId: ids[0] ?? "" };
    },
    close: link.close,
  };
}

/** Type of number and numbering plan (SMPP 5.0, 4.7.1 and 4.7.2). */
const international = { ton: 1, npi: 1 };
const shortNumber = { ton: 3, npi: 0 };
const name = { ton: 5, npi: 0 };

/** Who the phone shows: a name of at most 11 characters, a number in international form, or a short number. */
function sourceOf(sender: string): Fields {
  const kind = /^\+[1-9]\d{6,14}$/.test(sender)
    ? international
    : /^\d{3,8}$/.test(sender)
      ? shortNumber
      : /^(?=.*[A-Za-z])[\w .&'-]{1,11}$/.test(sender)
        ? name
        : undefined;
  if (!kind) throw new Error("The sender of SMS is a name of at most 11 plain characters, or a number.");
  return { source_addr_ton: kind.ton, source_addr_npi: kind.npi, source_addr: sender.replace("+", "") };
}

/** What `submit_sm` takes for each part of the message. */
function fieldsOf(sms: Sms): Fields[] {
  const { dataCoding, parts } = smsParts(sms.text);
  if (parts.length > mostParts) {
    throw undelivered("This SMS cannot be sent: it is too long.", "EMALFORMED", true);
  }
  const to = {
    dest_addr_ton: international.ton,
    dest_addr_npi: international.npi,
    destination_addr: sms.to.slice(1),
    data_coding: dataCoding,
  };
  if (parts.length === 1) return parts.map((text) => ({ ...to, short_message: text }));
  const reference = createHash("sha256").update(sms.id).digest().readUInt8(0);
  return parts.map((text, index) => ({
    ...to,
    esm_class: withHeader,
    // Concatenated message with an 8-bit reference (3GPP TS 23.040, 9.2.3.24.1).
    short_message: Buffer.concat([Buffer.from([5, 0, 3, reference, parts.length, index + 1]), text]),
  }));
}

const withHeader = 0x40;
