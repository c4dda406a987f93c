import type { Language, Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import type { Notice } from "../../households/index.ts";

/** Tells the claimant that the claim arrived, and its number; no link (CP-14). */
export function sentNotice(
  { institution }: World,
  claim: Sentence,
  number: string,
  language: Language,
): Notice {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : votre demande est arrivée`,
      mail: `Bonjour,

Votre demande est bien arrivée : ${claim.fr}.

Son numéro : ${number}. Donnez-le si vous nous appelez.

Vous n'avez rien d'autre à faire : nous vous écrivons dès qu'il y a du nouveau. Vous n'avez rien envoyé ? Appelez le ${help.phone}.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${name.fr}`,
      sms: `${shortName} : votre demande ${number} est arrivée. Pas vous ? Appelez le ${help.phone}. Notre site : tapez ${siteAddress}`,
    },
    en: {
      subject: `${shortName}: your claim has arrived`,
      mail: `Hello,

Your claim has arrived: ${claim.en}.

Its number: ${number}. Give it if you call us.

There is nothing else for you to do: we write to you as soon as there is news. You did not send anything? Call ${help.phone}.

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${name.en}`,
      sms: `${shortName}: your claim ${number} has arrived. Not you? Call ${help.phone}. Our site: type ${siteAddress}`,
    },
  };
  return texts[language];
}
