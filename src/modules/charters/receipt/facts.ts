import type { Language } from "../../../../law/language.ts";
import { civilDate, moment } from "../../../design/dates.ts";
import type { Receipt } from "./receipt.ts";

const words = {
  fr: {
    who: "Qui a accepté",
    quality: "En qualité de",
    text: "Texte accepté",
    version: "Version en vigueur depuis le",
    language: "Lu en",
    languages: { fr: "français", en: "anglais" },
    at: "Accepté le",
    digest: "Empreinte du texte (SHA-256)",
    number: "Numéro du reçu",
    code: "Code de vérification",
  },
  en: {
    who: "Who accepted",
    quality: "In the role of",
    text: "Text accepted",
    version: "Version in force since",
    language: "Read in",
    languages: { fr: "French", en: "English" },
    at: "Accepted on",
    digest: "Digest of the text (SHA-256)",
    number: "Number of the receipt",
    code: "Verification code",
  },
} satisfies Record<Language, unknown>;

export type ToldReceipt = { language: Language; name: string; timeZone: string };

/** What a receipt says, on the page and on paper alike. */
export function receiptFacts(
  { acceptance, code, title }: Receipt,
  { language, name, timeZone }: ToldReceipt,
): (readonly [name: string, value: string])[] {
  const t = words[language];
  return [
    [t.who, name],
    ...(acceptance.quality ? [[t.quality, acceptance.quality] as const] : []),
    [t.text, title],
    [t.version, civilDate(language, acceptance.version)],
    [t.language, t.languages[acceptance.language]],
    [t.at, moment(language, acceptance.acceptedAt, timeZone)],
    [t.digest, acceptance.sha256],
    [t.number, acceptance.receipt],
    [t.code, code],
  ];
}
