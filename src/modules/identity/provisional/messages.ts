import type { ProvisionalIdentifier } from "../../../../law/credentials/provisional-identifier.ts";
import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import type { Message } from "../contact/send.ts";

/** The provisional identifier, to be kept (CP-13): no link, and the address to type instead (CP-14). */
export function provisionalMessage(
  { institution }: World,
  identifier: ProvisionalIdentifier,
  language: Language,
): Message {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : votre identifiant provisoire`,
      text: `Bonjour,

Votre identifiant provisoire : ${identifier}

Gardez-le précieusement : avec votre mot de passe, il vous connecte à votre espace tant que vous n’avez pas de numéro de sécurité sociale vérifié chez nous.

Vous n’avez rien demandé ? Appelez le ${help.phone}.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${name.fr}`,
      sms: `${shortName} : votre identifiant provisoire est ${identifier}. Gardez-le, il sert à vous connecter. Notre site : tapez ${siteAddress}`,
    },
    en: {
      subject: `${shortName}: your provisional identifier`,
      text: `Hello,

Your provisional identifier: ${identifier}

Keep it safe: with your password, it signs you in to your account for as long as we hold no checked social-security number of yours.

You did not ask for anything? Call ${help.phone}.

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${name.en}`,
      sms: `${shortName}: your provisional identifier is ${identifier}. Keep it, you sign in with it. Our site: type ${siteAddress}`,
    },
  };
  const { subject, text, sms } = texts[language];
  return { mail: () => ({ subject, text }), sms: () => sms, language };
}
