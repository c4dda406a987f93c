import type { Language } from "../../../../law/language.ts";
import { civilDate } from "../../../design/dates.ts";
import type { World } from "../../../world.ts";
import type { Notice } from "../tell.ts";

/**
 * Tells the one of the couple who did not declare it that a separation was declared: the day, what it changes, and what
 * to do if it is not so. Never where the other lives now; no link (CP-14).
 */
export function separationNotice({ institution }: World, on: string, language: Language): Notice {
  const { shortName, siteAddress, help, name } = institution;
  const day = civilDate(language, on).replaceAll("\u00a0", " ");
  const texts = {
    fr: {
      subject: `${shortName} : une séparation est déclarée`,
      mail: `Bonjour,

Une séparation a été déclarée pour votre dossier, à la date du ${day}.

Depuis cette date, chacun ne voit plus que ce qui le concerne. Si l’un de vous avait confié à l’autre la gestion du dossier, cette délégation a pris fin. Nous reprendrons contact avec chacun de vous séparément.

Ce n’est pas exact, ou vous avez besoin d’en parler ? Appelez le ${help.phone}. Pour venir dans votre espace, tapez ${siteAddress} dans votre navigateur : ce message ne contient aucun lien.

${name.fr}`,
      sms: `${shortName} : une séparation est déclarée pour votre dossier (${day}). Pas exact, ou besoin d’en parler : ${help.phone}. Votre espace : tapez ${siteAddress}.`,
    },
    en: {
      subject: `${shortName}: a separation has been declared`,
      mail: `Hello,

A separation has been declared for your file, as of ${day}.

From that day on, each of you sees only what is about themselves. If one of you had entrusted the file to the other, that delegation has ended. We will contact each of you separately.

This is not right, or you need to talk about it? Call ${help.phone}. To come to your account, type ${siteAddress} in your browser: this message has no link.

${name.en}`,
      sms: `${shortName}: a separation has been declared for your file (${day}). Not right, or need to talk: ${help.phone}. Your account: type ${siteAddress}.`,
    },
  };
  return texts[language];
}
