import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import type { Telling } from "../contact/tell.ts";

/** Tells a person who has just signed in that a new password is asked for; no link (CP-14, MC-13). */
export function passwordDueText({ institution }: World, language: Language): Telling {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : choisissez un nouveau mot de passe`,
      mail: `Bonjour,

Vous venez de vous connecter à votre compte. Nous vous y demandons de choisir un nouveau mot de passe, et nous vous disons pourquoi : tant que ce n’est pas fait, le reste de votre espace attend.

Nous ne vous demanderons jamais ce mot de passe par téléphone ni par message.

Ce n’est pas vous qui venez de vous connecter ? Tapez ${siteAddress} dans votre navigateur et choisissez « Signaler un vol », ou appelez le ${help.phone}.

Ce message ne contient aucun lien à suivre.

${name.fr}`,
      sms: `${shortName} : un nouveau mot de passe vous est demandé dans votre compte. Vous ne venez pas de vous connecter ? Tapez ${siteAddress} ou appelez le ${help.phone}.`,
    },
    en: {
      subject: `${shortName}: choose a new password`,
      mail: `Hello,

You have just signed in to your account. There we ask you to choose a new password, and tell you why: until it is done, the rest of your account waits.

We will never ask you for that password by phone or by message.

It was not you who just signed in? Type ${siteAddress} in your browser and choose “Report a theft”, or call ${help.phone}.

This message has no link to follow.

${name.en}`,
      sms: `${shortName}: a new password is asked for in your account. You did not just sign in? Type ${siteAddress} or call ${help.phone}.`,
    },
  };
  return texts[language];
}
