import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";

/** The mail with the code that opens the way back: no link, and what to do when nobody asked (CP-14). */
export function recoveryMail({ institution }: World, to: string, code: string, language: Language) {
  const { shortName, siteAddress, help } = institution;
  const { sms } = institution.codes.minutes;
  const texts = {
    fr: {
      subject: `${shortName} : retrouver votre accès`,
      text: `Bonjour,

Vous avez oublié votre mot de passe ? Votre code : ${code}

Saisissez-le dans les ${sms} minutes sur la page où vous l’avez demandé. Vous choisirez ensuite un nouveau mot de passe.

Vous n’avez rien demandé ? Ne donnez ce code à personne : sans lui, votre mot de passe ne change pas. Si cela se répète, appelez le ${help.phone}.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${institution.name.fr}`,
    },
    en: {
      subject: `${shortName}: getting back in`,
      text: `Hello,

Have you forgotten your password? Your code: ${code}

Enter it within ${sms} minutes on the page where you asked for it. You will then choose a new password.

You did not ask for anything? Give this code to nobody: without it, your password does not change. If it happens again, call ${help.phone}.

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${institution.name.en}`,
    },
  };
  return { to, language, ...texts[language] };
}

/** The same by SMS. */
export function recoverySms({ institution }: World, to: string, code: string, language: Language) {
  const { shortName, siteAddress } = institution;
  const { sms } = institution.codes.minutes;
  const texts = {
    fr: `${shortName} : ${code} est votre code pour un nouveau mot de passe, valable ${sms} minutes. Ne le donnez à personne. Notre site : tapez ${siteAddress}`,
    en: `${shortName}: ${code} is your code for a new password, valid for ${sms} minutes. Give it to nobody. Our site: type ${siteAddress}`,
  };
  return { to, text: texts[language] };
}
