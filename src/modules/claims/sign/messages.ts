import type { Language, Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import type { Notice } from "../../households/index.ts";

/** Tells the claimant that the claim arrived, its number, and who sent it where it was their guardian; no link (CP-14). */
export function sentNotice(
  { institution }: World,
  claim: Sentence,
  number: string,
  language: Language,
  by?: string,
): Notice {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : votre demande est arrivée`,
      mail: `Bonjour,

${by ? `${by}, qui vous protège, a envoyé une demande en votre nom : ${claim.fr}. C’est inscrit à son nom dans votre espace.` : `Votre demande est bien arrivée : ${claim.fr}.`}

Son numéro : ${number}. Donnez-le si vous nous appelez.

Vous n’avez rien d’autre à faire : nous vous écrivons dès qu’il y a du nouveau. ${by ? "Vous n’êtes pas d’accord, ou vous avez une question" : "Vous n’avez rien envoyé"} ? Appelez le ${help.phone}.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${name.fr}`,
      sms: `${shortName} : ${by ? `${by} a envoyé en votre nom la demande ${number}. Une question` : `votre demande ${number} est arrivée. Pas vous`} ? Appelez le ${help.phone}. Notre site : tapez ${siteAddress}`,
    },
    en: {
      subject: `${shortName}: your claim has arrived`,
      mail: `Hello,

${by ? `${by}, who protects you, has sent a claim in your name: ${claim.en}. It is written under their name in your account.` : `Your claim has arrived: ${claim.en}.`}

Its number: ${number}. Give it if you call us.

There is nothing else for you to do: we write to you as soon as there is news. ${by ? "You do not agree, or have a question" : "You did not send anything"}? Call ${help.phone}.

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${name.en}`,
      sms: `${shortName}: ${by ? `${by} has sent claim ${number} in your name. A question` : `your claim ${number} has arrived. Not you`}? Call ${help.phone}. Our site: type ${siteAddress}`,
    },
  };
  return texts[language];
}

/** Tells the guardian that the claim they sent for the person they protect arrived; it names nobody, no link (CP-14). */
export function sentByGuardianNotice(
  { institution }: World,
  claim: Sentence,
  number: string,
  language: Language,
): Notice {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : la demande envoyée pour la personne que vous protégez`,
      mail: `Bonjour,

La demande que vous avez envoyée au nom de la personne que vous protégez est bien arrivée : ${claim.fr}.

Son numéro : ${number}. Donnez-le si vous nous appelez. Cette personne est prévenue elle aussi.

Vous n’avez rien envoyé ? Appelez le ${help.phone}.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${name.fr}`,
      sms: `${shortName} : votre demande ${number}, pour la personne que vous protégez, est arrivée. Pas vous ? Appelez le ${help.phone}. Notre site : tapez ${siteAddress}`,
    },
    en: {
      subject: `${shortName}: the claim sent for the person you protect`,
      mail: `Hello,

The claim that you sent in the name of the person you protect has arrived: ${claim.en}.

Its number: ${number}. Give it if you call us. This person is told too.

You did not send anything? Call ${help.phone}.

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${name.en}`,
      sms: `${shortName}: your claim ${number}, for the person you protect, has arrived. Not you? Call ${help.phone}. Our site: type ${siteAddress}`,
    },
  };
  return texts[language];
}
