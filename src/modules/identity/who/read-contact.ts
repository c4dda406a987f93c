import type { Sentence } from "../../../../law/language.ts";
import {
  type ContactPoint,
  contactRefusals,
  mailRefusal,
  mobileRefusal,
  readMail,
  readMobile,
} from "../contact/contact.ts";

/** A contact point somebody names who is not signed in. */
export type ToldContact = Pick<ContactPoint, "kind" | "value">;

/** Reads one field in which either a mail address or a mobile number is welcome: an at sign tells them apart (MC-16). */
export function readContact(
  typed: string,
  country: "FR" | "DJ",
): { contact: ToldContact } | { refused: Sentence } {
  if (typed.trim() === "") return { refused: sentences.none };
  const [mail, mobile] = [readMail(typed), readMobile(typed, country)];
  if (mail) return { contact: { kind: "mail", value: mail } };
  if (mobile) return { contact: { kind: "mobile", value: mobile } };
  const because = /[@a-z]/i.test(typed) ? mailRefusal(typed) : mobileRefusal(typed, country);
  return { refused: because ? contactRefusals[because] : sentences.none };
}

const sentences = {
  none: {
    fr: "Indiquez une adresse mail, ou un numéro de mobile.",
    en: "Enter a mail address, or a mobile number.",
  },
} satisfies Record<string, Sentence>;
