import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import type { Message } from "../contact/send.ts";

/** The code that opens the way back: no link, and what to do when nobody asked (CP-14). */
export function recoveryMessage({ institution }: World, code: string, language: Language): Message {
  const { shortName, siteAddress, help } = institution;
  // One code goes by mail and by SMS: it lives as long as the shorter-lived of the two.
  const minutes = institution.codes.minutes.sms;
  const texts = {
    fr: {
      subject: `${shortName} : retrouver votre accès`,
      text: `Bonjour,

Vous avez oublié votre mot de passe ? Votre code : ${code}

Saisissez-le dans les ${minutes} minutes sur la page où vous l’avez demandé. Vous choisirez ensuite un nouveau mot de passe.

Vous n’avez rien demandé ? Ne donnez ce code à personne : sans lui, votre mot de passe ne change pas. Si cela se répète, appelez le ${help.phone}.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${institution.name.fr}`,
      sms: `${shortName} : ${code} est votre code pour un nouveau mot de passe, valable ${minutes} minutes. Ne le donnez à personne. Notre site : tapez ${siteAddress}`,
    },
    en: {
      subject: `${shortName}: getting back in`,
      text: `Hello,

Have you forgotten your password? Your code: ${code}

Enter it within ${minutes} minutes on the page where you asked for it. You will then choose a new password.

You did not ask for anything? Give this code to nobody: without it, your password does not change. If it happens again, call ${help.phone}.

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${institution.name.en}`,
      sms: `${shortName}: ${code} is your code for a new password, valid for ${minutes} minutes. Give it to nobody. Our site: type ${siteAddress}`,
    },
  };
  const { subject, text, sms } = texts[language];
  return { mail: () => ({ subject, text }), sms: () => sms, language };
}
