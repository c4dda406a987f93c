import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import type { Message } from "../../identity/index.ts";

/** Tells why an access is refused, and what to do next; no link (CP-14). */
export function refusedText(
  { institution }: World,
  caseNumber: string,
  reason: string,
  language: Language,
): Message {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : votre demande d’accès ${caseNumber}`,
      text: `Bonjour,

Nous ne pouvons pas donner l’accès demandé (demande ${caseNumber}). Voici pourquoi :

${reason}

Vous pouvez faire une nouvelle demande, nous appeler au ${help.phone} ou venir nous voir. ${help.desk.fr}

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${name.fr}`,
      sms: `${shortName} : accès refusé (demande ${caseNumber}). ${reason} Une question ? ${help.phone}`,
    },
    en: {
      subject: `${shortName}: your request for access ${caseNumber}`,
      text: `Hello,

We cannot give the access asked for (request ${caseNumber}). This is why:

${reason}

You can make a new request, call us on ${help.phone} or come and see us. ${help.desk.en}

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${name.en}`,
      sms: `${shortName}: access refused (request ${caseNumber}). ${reason} A question? ${help.phone}`,
    },
  };
  const { subject, text, sms } = texts[language];
  return { mail: () => ({ subject, text }), sms: () => sms, language };
}
