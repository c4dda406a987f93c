import type { Language, Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import type { Telling } from "../contact/tell.ts";

/** What a message adds where all of a person's passkeys were removed (CN-09, SEC-04). */
export const passkeysGone: Sentence = {
  fr: "Par prudence, vos clés d’accès ont été retirées, pour que personne ne garde la sienne. Vous les ajouterez de nouveau depuis votre espace, une fois l’accès retrouvé.",
  en: "To be safe, your passkeys were removed, so that nobody keeps one of theirs. Add yours again once you are back in your account.",
};

/** Tells a person that a passkey of theirs was added or removed; no link (CP-14, SEC-04). */
export function passkeyText(
  { institution }: World,
  what: "added" | "removed",
  name: string,
  language: Language,
): Telling {
  const { shortName, siteAddress, help } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : clé d’accès ${what === "added" ? "ajoutée" : "retirée"}`,
      mail: `${shortName} : la clé d’accès « ${name} » vient d’être ${what === "added" ? "ajoutée à" : "retirée de"} votre compte. Si c’est vous, tout va bien. Sinon, appelez vite le ${help.phone}. Notre site : tapez ${siteAddress} dans votre navigateur.`,
      sms: `${shortName} : une clé d’accès vient d’être ${what === "added" ? "ajoutée à" : "retirée de"} votre compte. Si ce n’est pas vous, appelez vite le ${help.phone}. Notre site : tapez ${siteAddress}`,
    },
    en: {
      subject: `${shortName}: passkey ${what}`,
      mail: `${shortName}: the passkey “${name}” has just been ${what === "added" ? "added to" : "removed from"} your account. If it was you, all is well. If not, call ${help.phone} at once. Our site: type ${siteAddress} in your browser.`,
      sms: `${shortName}: a passkey has just been ${what === "added" ? "added to" : "removed from"} your account. If it was not you, call ${help.phone} at once. Our site: type ${siteAddress}`,
    },
  };
  return texts[language];
}
