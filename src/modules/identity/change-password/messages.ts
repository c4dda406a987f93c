import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";

/** Tells a person that their password was changed, and what to do if it was not by them; no link (CP-14). */
export function changedText({ institution }: World, language: Language) {
  const { shortName, siteAddress, help } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : votre mot de passe a changé`,
      text: `${shortName} : le mot de passe de votre compte vient d’être changé. Si c’est vous, tout va bien. Sinon, appelez vite le ${help.phone}. Notre site : tapez ${siteAddress} dans votre navigateur.`,
    },
    en: {
      subject: `${shortName}: your password has changed`,
      text: `${shortName}: the password of your account has just been changed. If it was you, all is well. If not, call ${help.phone} at once. Our site: type ${siteAddress} in your browser.`,
    },
  };
  return texts[language];
}
