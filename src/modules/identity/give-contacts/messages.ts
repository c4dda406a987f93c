import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";

/** The mail that carries a code: no link, and the address to type instead (CP-14). */
export function codeMail({ institution }: World, to: string, code: string, language: Language) {
  const { shortName, siteAddress } = institution;
  const { mail } = institution.codes.minutes;
  const texts = {
    fr: {
      subject: `${shortName} : votre code de vérification`,
      text: `Bonjour,

Votre code de vérification : ${code}

Saisissez-le dans les ${mail} minutes sur la page où vous l’avez demandé. Il confirme que cette adresse est bien la vôtre.

Vous n’avez rien demandé ? Ne donnez ce code à personne. Nous ne vous le demanderons jamais par téléphone ni par message. Sans ce code, votre adresse ne sera pas utilisée.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${institution.name.fr}`,
    },
    en: {
      subject: `${shortName}: your verification code`,
      text: `Hello,

Your verification code: ${code}

Enter it within ${mail} minutes on the page where you asked for it. It confirms that this address is yours.

You did not ask for anything? Give this code to nobody. We will never ask you for it by phone or by message. Without this code, your address will not be used.

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${institution.name.en}`,
    },
  };
  return { to, language, ...texts[language] };
}

/** The same by SMS, short enough for one message. */
export function codeSms({ institution }: World, to: string, code: string, language: Language) {
  const { shortName, siteAddress } = institution;
  const { sms } = institution.codes.minutes;
  const texts = {
    fr: `${shortName} : votre code est ${code}, valable ${sms} minutes. Ne le donnez à personne. Notre site : tapez ${siteAddress}`,
    en: `${shortName}: your code is ${code}, valid for ${sms} minutes. Give it to nobody. Our site: type ${siteAddress}`,
  };
  return { to, text: texts[language] };
}
