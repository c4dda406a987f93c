import { smsByHttp } from "./http.ts";
import { smsBySmpp } from "./smpp.ts";
import type { OnReceipt, SmsLine } from "./sms.ts";

export { isPermanent } from "../undelivered.ts";
export type { OnReceipt, SendSms, Sms, SmsLine } from "./sms.ts";

type Adapter = (url: URL, sender: string, onReceipt?: OnReceipt) => SmsLine;

const adapters: Readonly<Record<string, Adapter>> = {
  "smpp:": smsBySmpp,
  "ssmpp:": smsBySmpp,
  "http:": smsByHttp,
  "https:": smsByHttp,
};

/**
 * The SMS gateway behind a URL: `smpp://user:password@host:2775`, `ssmpp://…` (the same over TLS) or
 * `https://:token@host/path`. `sender` is the name or number that phones show. `onReceipt` hears what became
 * of each message where the gateway tells (SMPP). Throws on a URL or a sender that cannot work.
 */
export function smsBy(url: string, sender: string, onReceipt?: OnReceipt): SmsLine {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const adapter = parsed && adapters[parsed.protocol];
  if (!parsed?.hostname || !adapter) {
    throw new Error("The SMS gateway is written smpp://, ssmpp://, https:// or http://host:port.");
  }
  return adapter(parsed, sender, onReceipt);
}
