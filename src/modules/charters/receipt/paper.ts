import type { Institution } from "../../../../institutions/institution.ts";
import type { Language } from "../../../../law/language.ts";
import type { Paper } from "../../../platform/pdf.ts";
import { receiptFacts } from "./facts.ts";
import type { Receipt } from "./receipt.ts";

const words = {
  fr: {
    title: "Reçu d’acceptation",
    lead: "Ce reçu prouve qu’un texte a été accepté en ligne, et lequel.",
    said: "Ce qui a été accepté",
    check: "Vérifier ce reçu",
    how: "Tapez cette adresse dans un navigateur, puis le numéro et le code ci-dessus. La page dit si le reçu est authentique, sans montrer le nom de la personne.",
    address: "Adresse à taper",
    foot: (address: string) => `La version en ligne du texte prévaut sur toute copie imprimée : ${address}`,
  },
  en: {
    title: "Receipt of acceptance",
    lead: "This receipt proves that a text was accepted online, and which one.",
    said: "What was accepted",
    check: "Check this receipt",
    how: "Type this address in a browser, then the number and the code above. The page says whether the receipt is genuine, without showing the person’s name.",
    address: "Address to type",
    foot: (address: string) => `The online version of the text prevails over any printed copy: ${address}`,
  },
};

type About = {
  language: Language;
  name: string;
  institution: Pick<Institution, "name" | "siteAddress" | "timeZone">;
};

/** The receipt on paper; it recalls that the online text prevails (SP-07), and carries no link (CP-14). */
export function receiptPaper(receipt: Receipt, { language, name, institution }: About): Paper {
  const { siteAddress, timeZone } = institution;
  const t = words[language];
  return {
    language,
    title: t.title,
    author: institution.name[language],
    at: receipt.acceptance.acceptedAt,
    parts: [
      { kind: "text", text: institution.name[language] },
      { kind: "text", text: t.lead },
      { kind: "heading", text: t.said },
      { kind: "facts", facts: receiptFacts(receipt, { language, name, timeZone }) },
      { kind: "heading", text: t.check },
      { kind: "text", text: t.how },
      { kind: "facts", facts: [[t.address, `${siteAddress}/charters/receipts/verify`]] },
    ],
    foot: t.foot(`${siteAddress}/charters/${receipt.acceptance.charter}`),
  };
}
