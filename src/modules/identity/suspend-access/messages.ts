import type { Language } from "../../../../law/language.ts";
import { moment } from "../../../design/dates.ts";
import type { World } from "../../../world.ts";
import type { Telling } from "../contact/tell.ts";

/** Tells a person that the institution closed their access, in general words; no link (CP-14, MC-14). */
export function suspendedText({ institution }: World, until: Date | undefined, language: Language): Telling {
  const { shortName, siteAddress, help, name, timeZone } = institution;
  const end = until && moment(language, until, timeZone);
  const texts = {
    fr: {
      subject: `${shortName} : l’accès à votre compte est suspendu`,
      mail: `Bonjour,

Par précaution, nous avons suspendu l’accès à votre compte${end ? ` jusqu’au ${end}` : ""}. Vos droits et vos paiements continuent.

Pour savoir pourquoi, et comment le rouvrir : appelez le ${help.phone} ou venez à l’accueil avec une pièce d’identité. ${end ? "Sinon, vous n’avez rien à faire : l’accès se rouvrira tout seul." : ""}

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${name.fr}`,
      sms: `${shortName} : nous avons suspendu l’accès à votre compte, par précaution. Vos droits continuent. Appelez le ${help.phone}. Notre site : tapez ${siteAddress}`,
    },
    en: {
      subject: `${shortName}: access to your account is suspended`,
      mail: `Hello,

As a precaution, we have suspended access to your account${end ? ` until ${end}` : ""}. Your rights and payments go on.

To know why, and how to open it again: call ${help.phone} or come to the reception desk with an identity document. ${end ? "Otherwise there is nothing to do: access will open again by itself." : ""}

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${name.en}`,
      sms: `${shortName}: we have suspended access to your account, as a precaution. Your rights go on. Call ${help.phone}. Our site: type ${siteAddress}`,
    },
  };
  return texts[language];
}

/** Tells a person that their access is open again; no link (CP-14). */
export function liftedText({ institution }: World, language: Language): Telling {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : l’accès à votre compte est rouvert`,
      mail: `Bonjour,

L’accès à votre compte est rouvert. Tapez ${siteAddress} dans votre navigateur et connectez-vous comme d’habitude.

Une question ? Appelez le ${help.phone}.

Ce message ne contient aucun lien à suivre.

${name.fr}`,
      sms: `${shortName} : l’accès à votre compte est rouvert. Pour vous connecter, tapez ${siteAddress}`,
    },
    en: {
      subject: `${shortName}: access to your account is open again`,
      mail: `Hello,

Access to your account is open again. Type ${siteAddress} in your browser and sign in as usual.

A question? Call ${help.phone}.

This message has no link to follow.

${name.en}`,
      sms: `${shortName}: access to your account is open again. To sign in, type ${siteAddress}`,
    },
  };
  return texts[language];
}
