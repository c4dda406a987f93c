import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import type { Telling } from "../contact/tell.ts";

/** The mail with the code of the second step: no link, and what to do when nobody asked (CP-14). */
export function stepCodeMail({ institution }: World, to: string, code: string, language: Language) {
  const { shortName, siteAddress, help, name } = institution;
  const { mail } = institution.codes.minutes;
  const texts = {
    fr: {
      subject: `${shortName} : votre code de connexion`,
      text: `Bonjour,

Votre code pour vous connecter : ${code}

Saisissez-le dans les ${mail} minutes sur la page où vous l’avez demandé. Ne le donnez à personne : nous ne vous le demanderons jamais par téléphone ni par message.

Vous n’êtes pas en train de vous connecter ? Alors quelqu’un connaît votre mot de passe. Changez-le vite : tapez ${siteAddress} dans votre navigateur, ou appelez le ${help.phone}.

Ce message ne contient aucun lien à suivre.

${name.fr}`,
    },
    en: {
      subject: `${shortName}: your sign-in code`,
      text: `Hello,

Your code to sign in: ${code}

Enter it within ${mail} minutes on the page where you asked for it. Give it to nobody: we will never ask you for it by phone or by message.

You are not signing in? Then someone knows your password. Change it at once: type ${siteAddress} in your browser, or call ${help.phone}.

This message has no link to follow.

${name.en}`,
    },
  };
  return { to, language, ...texts[language] };
}

/** The same by SMS, short enough for one message. */
export function stepCodeSms({ institution }: World, to: string, code: string, language: Language) {
  const { shortName, siteAddress } = institution;
  const { sms } = institution.codes.minutes;
  const texts = {
    fr: `${shortName} : ${code} est votre code de connexion, valable ${sms} minutes. Ne le donnez à personne. Pas vous ? Changez de mot de passe : tapez ${siteAddress}`,
    en: `${shortName}: ${code} is your sign-in code, valid for ${sms} minutes. Give it to nobody. Not you? Change your password: type ${siteAddress}`,
  };
  return { to, text: texts[language] };
}

/** Tells a person that the second step was turned on or off (SEC-04). */
export function secondStepText({ institution }: World, on: boolean, language: Language): Telling {
  const { shortName, siteAddress, help } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : vérification en deux étapes ${on ? "activée" : "arrêtée"}`,
      text: on
        ? `${shortName} : la vérification en deux étapes de votre compte vient d’être activée. Si ce n’est pas vous, appelez vite le ${help.phone}. Notre site : tapez ${siteAddress}`
        : `${shortName} : la vérification en deux étapes de votre compte vient d’être arrêtée. Si ce n’est pas vous, appelez vite le ${help.phone}. Notre site : tapez ${siteAddress}`,
    },
    en: {
      subject: `${shortName}: two-step verification turned ${on ? "on" : "off"}`,
      text: `${shortName}: two-step verification of your account has just been turned ${on ? "on" : "off"}. If it was not you, call ${help.phone} at once. Our site: type ${siteAddress}`,
    },
  };
  const { subject, text } = texts[language];
  return { subject, mail: text, sms: text };
}
