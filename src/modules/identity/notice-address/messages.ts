import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import { maskContact } from "../contact/contact.ts";

/** Tells a person that the notices about their file go to another address from now on; no link (CP-14). */
export function noticeText({ institution }: World, value: string, language: Language) {
  const { shortName, siteAddress, help } = institution;
  const where = maskContact({ kind: "notice", value });
  const texts = {
    fr: {
      mail: {
        subject: `${shortName} : où arrivent les messages sur votre dossier`,
        text: `Bonjour,

Les messages sur votre dossier arrivent désormais à l’adresse ${where}. Les codes et les alertes de sécurité continuent d’arriver ici.

Ce n’est pas vous ? Tapez ${siteAddress} dans votre navigateur, changez votre mot de passe, puis retirez cette adresse dans « Vos coordonnées de contact ». Vous pouvez aussi nous appeler au ${help.phone}.

Ce message ne contient aucun lien à suivre.

${institution.name.fr}`,
      },
      sms: `${shortName} : les messages sur votre dossier vont à une autre adresse mail. Pas vous ? Tapez ${siteAddress} et changez votre mot de passe, ou appelez le ${help.phone}.`,
    },
    en: {
      mail: {
        subject: `${shortName}: where messages about your file arrive`,
        text: `Hello,

Messages about your file now arrive at the address ${where}. Codes and security alerts still arrive here.

It was not you? Type ${siteAddress} in your browser, change your password, then remove that address under “Your contact details”. You can also call us on ${help.phone}.

This message has no link to follow.

${institution.name.en}`,
      },
      sms: `${shortName}: messages about your file go to another mail address. Not you? Type ${siteAddress} and change your password, or call ${help.phone}.`,
    },
  };
  return texts[language];
}
