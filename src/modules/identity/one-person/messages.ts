import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import type { Telling } from "../contact/tell.ts";

/** Says that the number is known now: the identifier of before opens nothing any more. No number is written (CP-14). */
export function numberKnownText({ institution }: World, language: Language): Telling {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : votre numéro de sécurité sociale est enregistré`,
      mail: `Bonjour,

Votre numéro de sécurité sociale est maintenant enregistré. À partir de maintenant, connectez-vous avec lui : votre identifiant provisoire ne sert plus. Votre mot de passe, votre dossier et vos demandes ne changent pas.

Ce n’était pas vous ? Appelez tout de suite le ${help.phone}.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${name.fr}`,
      sms: `${shortName} : votre numéro de sécurité sociale remplace votre identifiant provisoire. Pas vous ? ${help.phone}. Pour vous connecter, tapez ${siteAddress}`,
    },
    en: {
      subject: `${shortName}: your social-security number is registered`,
      mail: `Hello,

Your social-security number is now registered. From now on, sign in with it: your provisional identifier no longer works. Your password, your file and your claims do not change.

It was not you? Call ${help.phone} at once.

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${name.en}`,
      sms: `${shortName}: your social-security number replaces your provisional identifier. Not you? ${help.phone}. To sign in, type ${siteAddress}`,
    },
  };
  return texts[language];
}
