import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";

/** Tells the person who asked that the request arrived, with its number; no link (CP-14, SP-02). */
export function requestSentMail(
  { institution }: World,
  structure: string,
  caseNumber: string,
  language: Language,
): { subject: string; text: string } {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : votre demande d’accès est arrivée`,
      text: `Bonjour,

Nous avons reçu votre demande d’accès pour ${structure}.

Son numéro : ${caseNumber}

Une personne de la caisse la lit et vous répond à cette adresse. Si elle est acceptée, la personne responsable de chaque service reçoit deux mails : son identifiant, puis son premier mot de passe.

Une question ? Appelez le ${help.phone} et donnez ce numéro. Nous ne vous demanderons jamais un code ni un mot de passe.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${name.fr}`,
    },
    en: {
      subject: `${shortName}: your request for access has arrived`,
      text: `Hello,

We have received your request for access for ${structure}.

Its number: ${caseNumber}

Someone at the fund reads it and answers at this address. If it is accepted, the manager of each service receives two mails: their identifier, then their first password.

A question? Call ${help.phone} and give this number. We will never ask you for a code or a password.

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${name.en}`,
    },
  };
  return texts[language];
}
