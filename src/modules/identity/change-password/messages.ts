import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import { passkeysGone } from "../passkeys/messages.ts";

/** Tells a person that their password was changed, and what to do if it was not by them; no link (CP-14). */
export function changedText({ institution }: World, passkeys: boolean, language: Language) {
  const { shortName, siteAddress, help } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : votre mot de passe a changé`,
      what: `${shortName} : le mot de passe de votre compte vient d’être changé. Si c’est vous, tout va bien. Sinon, appelez vite le ${help.phone}.`,
      where: `Notre site : tapez ${siteAddress} dans votre navigateur.`,
    },
    en: {
      subject: `${shortName}: your password has changed`,
      what: `${shortName}: the password of your account has just been changed. If it was you, all is well. If not, call ${help.phone} at once.`,
      where: `Our site: type ${siteAddress} in your browser.`,
    },
  };
  const { subject, what, where } = texts[language];
  const gone = passkeys ? [passkeysGone[language]] : [];
  return { subject, text: [what, ...gone, where].join(" "), sms: `${what} ${where}` };
}
