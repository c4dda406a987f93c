import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import type { Telling } from "../contact/tell.ts";

/** Tells a person that FranceConnect opens their account from now on; no link (CP-14). */
export function linkedText({ institution }: World, language: Language): Telling {
  const { shortName, siteAddress, help } = institution;
  return {
    fr: {
      subject: `${shortName} : votre compte s’ouvre aussi avec FranceConnect`,
      mail: `Bonjour,

Vous pouvez maintenant vous connecter à votre compte ${shortName} avec FranceConnect. L’ancien mot de passe de votre dossier ne sert plus pour vous.

Si ce n’est pas vous, appelez vite le ${help.phone}.

Notre site : tapez ${siteAddress} dans votre navigateur.`,
      sms: `${shortName} : votre compte s’ouvre maintenant avec FranceConnect. Si ce n’est pas vous, appelez vite le ${help.phone}.`,
    },
    en: {
      subject: `${shortName}: your account also opens with FranceConnect`,
      mail: `Hello,

You can now sign in to your ${shortName} account with FranceConnect. The old password of your file no longer works for you.

If it was not you, call ${help.phone} at once.

Our site: type ${siteAddress} in your browser.`,
      sms: `${shortName}: your account now opens with FranceConnect. If it was not you, call ${help.phone} at once.`,
    },
  }[language];
}

/** Tells a person that FranceConnect no longer opens their account; no link (CP-14). */
export function unlinkedText({ institution }: World, language: Language): Telling {
  const { shortName, siteAddress, help } = institution;
  return {
    fr: {
      subject: `${shortName} : votre compte ne s’ouvre plus avec FranceConnect`,
      mail: `Bonjour,

FranceConnect ne permet plus d’ouvrir votre compte ${shortName}. Vous pouvez l’ajouter de nouveau depuis votre espace.

Si ce n’est pas vous, appelez vite le ${help.phone}.

Notre site : tapez ${siteAddress} dans votre navigateur.`,
      sms: `${shortName} : votre compte ne s’ouvre plus avec FranceConnect. Si ce n’est pas vous, appelez vite le ${help.phone}.`,
    },
    en: {
      subject: `${shortName}: your account no longer opens with FranceConnect`,
      mail: `Hello,

FranceConnect no longer opens your ${shortName} account. You can add it again from your account.

If it was not you, call ${help.phone} at once.

Our site: type ${siteAddress} in your browser.`,
      sms: `${shortName}: your account no longer opens with FranceConnect. If it was not you, call ${help.phone} at once.`,
    },
  }[language];
}
