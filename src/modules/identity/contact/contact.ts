import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Sentence } from "../../../../law/language.ts";

export type ContactKind = "mail" | "mobile";

/** What a code is sent for: a contact point of that kind, or a mail address that only gets notices. */
export type CodeKind = ContactKind | "notice";
export type CodePoint = { kind: CodeKind; value: string };

/** A way to reach a person. It proves nothing until its code was typed (CP-05). */
export type ContactPoint = { kind: ContactKind; value: string; verifiedAt: Date | null };

declare const mail: unique symbol;
/** A mail address that can receive: ASCII, domain in lower case. */
export type Mail = string & { readonly [mail]: true };

declare const mobile: unique symbol;
/** A mobile number in E.164: "+33612345678". */
export type Mobile = string & { readonly [mobile]: true };

/** What the person reads under the field when it cannot be used (MC-16). */
export const contactRefusals = {
  mailMissing: {
    fr: "Indiquez votre adresse mail, par exemple marie@exemple.fr.",
    en: "Enter your mail address, for example marie@example.com.",
  },
  mailSpaces: {
    fr: "Une adresse mail ne contient pas d’espace. Vérifiez que vous n’en avez pas laissé une au milieu.",
    en: "A mail address has no space in it. Check that none is left in the middle.",
  },
  mailAccents: {
    fr: "Nous ne savons pas encore écrire aux adresses mail qui contiennent des accents. Écrivez la vôtre sans accent si elle existe ainsi, ou indiquez-en une autre.",
    en: "We cannot write to mail addresses with accents yet. Type yours without accents if it exists that way, or give another one.",
  },
  mailTooLong: {
    fr: "Cette adresse mail est trop longue : 254 caractères au plus. Vérifiez-la ou indiquez-en une autre.",
    en: "This mail address is too long: at most 254 characters. Check it or give another one.",
  },
  mailIncomplete: {
    fr: "Cette adresse mail semble incomplète. Elle s’écrit comme marie@exemple.fr.",
    en: "This mail address looks incomplete. It is written like marie@example.com.",
  },
  mobileMissing: {
    fr: "Indiquez votre numéro de mobile, par exemple 06 12 34 56 78.",
    en: "Enter your mobile number, for example 06 12 34 56 78.",
  },
  mobileUnknown: {
    fr: "Ce numéro n’existe pas sous cette forme. Vérifiez qu’il ne manque pas un chiffre ; pour un numéro étranger, commencez par + et l’indicatif du pays.",
    en: "This number does not exist in this form. Check that no digit is missing; for a foreign number, start with + and the country code.",
  },
  mobileGetsNoSms: {
    fr: "Ce numéro ne reçoit pas de SMS : c’est celui d’un téléphone fixe ou d’un service. Indiquez un numéro de mobile, ou votre adresse mail.",
    en: "This number cannot receive text messages: it is a landline or a service. Enter a mobile number, or your mail address.",
  },
} as const satisfies Record<string, Sentence>;

export type ContactRefusal = keyof typeof contactRefusals;

const longestMail = 254;
const longestLocalPart = 64;

/** One or more dots inside the local part, never at its ends nor twice; a domain of two labels or more. */
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * The mail address the person typed, trimmed, its domain in lower case (its local part as typed: some servers
 * tell capitals apart). Undefined when messages cannot reach it; `mailRefusal` then has the words. MC-16.
 */
export function readMail(typed: string): Mail | undefined {
  return mailRefusal(typed) ? undefined : (tidy(typed) as Mail);
}

/** Why `readMail` refuses what was typed, or undefined when it does not. MC-16. */
export function mailRefusal(typed: string): ContactRefusal | undefined {
  const address = tidy(typed);
  if (address === "") return "mailMissing";
  if (/\s/.test(address)) return "mailSpaces";
  if (address.length > longestMail) return "mailTooLong";
  // Only a server with SMTPUTF8 takes these, and the person's own may not.
  if (/[^\p{ASCII}]/u.test(address)) return "mailAccents";
  const [local, host] = split(address);
  const written = local.length <= longestLocalPart && localPart.test(local) && domain.test(host);
  return written ? undefined : "mailIncomplete";
}

function tidy(typed: string): string {
  const address = typed.trim();
  const [local, host] = split(address);
  return host === "" ? address : `${local}@${host.toLowerCase()}`;
}

function split(address: string): [local: string, host: string] {
  const at = address.lastIndexOf("@");
  return at < 0 ? [address, ""] : [address.slice(0, at), address.slice(at + 1)];
}

/** Countries whose numbers people type without a prefix, the likeliest first: overseas France shares 06 and 07. */
const nearby = {
  FR: ["FR", "RE", "YT", "GP", "GF", "MQ", "PM", "BL", "MF"],
  DJ: ["DJ"],
} as const satisfies Record<"FR" | "DJ", readonly CountryCode[]>;

/**
 * The mobile number the person typed, in E.164: with spaces, dots or dashes, national, 00 or +. A number without
 * a prefix is looked for in the country and, in France, overseas (0692… is of La Réunion). Undefined when it is
 * not one that receives SMS; `mobileRefusal` then has the words. MC-16.
 */
export function readMobile(typed: string, country: "FR" | "DJ"): Mobile | undefined {
  const found = phonesIn(typed, country).find(receivesMessages);
  return found && (found.number as string as Mobile);
}

/** Why `readMobile` refuses what was typed, or undefined when it does not. MC-16. */
export function mobileRefusal(typed: string, country: "FR" | "DJ"): ContactRefusal | undefined {
  if (typed.trim() === "") return "mobileMissing";
  const phones = phonesIn(typed, country);
  if (phones.some(receivesMessages)) return undefined;
  return phones.length > 0 ? "mobileGetsNoSms" : "mobileUnknown";
}

type Phone = NonNullable<ReturnType<typeof parsePhoneNumberFromString>>;

function phonesIn(typed: string, country: "FR" | "DJ"): Phone[] {
  // Only what a number is written with: the library would find one inside a sentence, or drop an extension.
  const written = typed.trim().replace(/[\u00a0\u202f\u2010-\u2015]/g, " ");
  if (!/^\+?[\d\s().-]+$/.test(written)) return [];
  return nearby[country]
    .map((place) =>
      parsePhoneNumberFromString(written.replace(/^00/, "+"), { defaultCountry: place, extract: false }),
    )
    .filter((phone) => phone !== undefined)
    .filter((phone) => phone.isValid() || fiction.test(phone.number));
}

/** 06 39 98 xx xx belongs to nobody: the regulator keeps it for films, and our invented people use it. */
const fiction = /^\+3363998\d{4}$/;

function receivesMessages(phone: Phone): boolean {
  if (fiction.test(phone.number)) return true;
  const type = phone.getType();
  return type === "MOBILE" || type === "FIXED_LINE_OR_MOBILE";
}

/** The address as a reminder that gives nothing away: "ma••••••@orange.fr" (CP-07). The dots do not tell its length. */
export function maskMail(address: Mail): string {
  const [local, host] = split(address);
  const shown = local.length > 3 ? 2 : 1;
  return `${local.slice(0, shown)}••••••@${host}`;
}

/** Calling codes of mainland and overseas France, whose people write their mobiles with a 0 in front. */
const frenchCodes = ["33", "262", "508", "590", "594", "596"];

/** The number as a reminder that gives nothing away: "06 •• •• •• 55"; "+253 •• •• •• 01" abroad (CP-07). */
export function maskMobile(number: Mobile): string {
  const code = frenchCodes.find((one) => number.startsWith(`+${one}`));
  // Every home page masks a number: the library is only asked for the countries it alone knows.
  const start = code
    ? `0${number.charAt(code.length + 1)}`
    : `+${parsePhoneNumberFromString(number)?.countryCallingCode ?? ""}`;
  return `${start} •• •• •• ${number.slice(-2)}`;
}

/** Where a message goes, masked, whatever its kind (CP-07). */
export const maskContact = (point: CodePoint): string =>
  point.kind === "mobile" ? maskMobile(point.value as Mobile) : maskMail(point.value as Mail);

/** A mobile number as people write it: "06 12 34 56 78", "+253 77 83 10 01". */
export function writtenMobile(number: string): string {
  const phone = parsePhoneNumberFromString(number);
  if (!phone) return number;
  return phone.country !== undefined && (nearby.FR as readonly string[]).includes(phone.country)
    ? phone.formatNational()
    : phone.formatInternational();
}
