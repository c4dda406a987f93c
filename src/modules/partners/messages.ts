import type { Language } from "../../../law/language.ts";
import type { World } from "../../world.ts";
import type { Telling } from "../identity/index.ts";

type Mail = { subject: string; text: string };

/** The first of the two mails of an access: what one signs in with; no link (CP-14, SP-02). */
export function identifierMail(
  { institution }: World,
  { service, number }: { service: string; number: string },
  language: Language,
): Mail {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : votre identifiant partenaire`,
      text: `Bonjour,

Un accès à l’espace partenaires vous est ouvert pour : ${service}.

Votre identifiant : ${number}

Votre premier mot de passe arrive dans un autre mail. Cet accès n’est qu’à vous : ne donnez ni l’identifiant ni le mot de passe à personne, et jamais à un assuré. Aucun de nos collaborateurs ne vous les demandera, ni par mail ni par téléphone.

Vous ne travaillez pas pour ce service ? Appelez le ${help.phone}.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${name.fr}`,
    },
    en: {
      subject: `${shortName}: your partner identifier`,
      text: `Hello,

An access to the partner area is open to you for: ${service}.

Your identifier: ${number}

Your first password comes in another mail. This access is yours alone: give the identifier and the password to nobody, and never to an insured person. None of our staff will ask you for them, by mail or by phone.

You do not work for this service? Call ${help.phone}.

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${name.en}`,
    },
  };
  return texts[language];
}

/** Tells somebody that their access is closed for good; no link (CP-14, SP-06). */
export function endedText({ institution }: World, service: string, language: Language): Telling {
  const { shortName, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : votre accès est fermé`,
      mail: `Bonjour,

Votre accès à l’espace partenaires (${service}) est fermé. Votre compte et votre mot de passe sont supprimés : ils n’ouvrent plus rien.

Une question ? Parlez-en à la personne responsable de votre service, ou appelez le ${help.phone}.

Ce message ne contient aucun lien à suivre.

${name.fr}`,
      sms: `${shortName} : votre accès à l’espace partenaires est fermé, votre compte est supprimé. Une question ? Appelez le ${help.phone}.`,
    },
    en: {
      subject: `${shortName}: your access is closed`,
      mail: `Hello,

Your access to the partner area (${service}) is closed. Your account and your password are deleted: they no longer open anything.

A question? Talk to the manager of your service, or call ${help.phone}.

This message has no link to follow.

${name.en}`,
      sms: `${shortName}: your access to the partner area is closed and your account is deleted. A question? Call ${help.phone}.`,
    },
  };
  return texts[language];
}

/** Hands over a new identifier in place of the one that is dead from now on; no link (CP-14, SP-06). */
export function newIdentifierMail({ institution }: World, number: string, language: Language): Mail {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : votre identifiant change`,
      text: `Bonjour,

Pour une raison technique ou de sécurité, nous avons changé votre identifiant. L’ancien ne sert plus.

Votre nouvel identifiant : ${number}

Votre mot de passe reste le même. Une question ? Appelez le ${help.phone}.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${name.fr}`,
    },
    en: {
      subject: `${shortName}: your identifier changes`,
      text: `Hello,

For a technical or security reason, we have changed your identifier. The old one no longer works.

Your new identifier: ${number}

Your password stays the same. A question? Call ${help.phone}.

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${name.en}`,
    },
  };
  return texts[language];
}

/** Answers the person who asked for a structure's accesses, with the reason of a refusal; no link (CP-14, SP-02). */
export function decidedMail(
  { institution }: World,
  told: { structure: string; caseNumber: string; refusedFor?: string },
  language: Language,
): Mail {
  const { shortName, siteAddress, help, name } = institution;
  const { structure, caseNumber, refusedFor } = told;
  const texts = {
    fr: {
      subject: `${shortName} : réponse à votre demande ${caseNumber}`,
      text: `Bonjour,

Votre demande d’accès pour ${structure} est ${refusedFor ? "refusée" : "acceptée"}.

${
  refusedFor
    ? `Pourquoi : ${refusedFor}

Vous pouvez faire une nouvelle demande sur notre site, ou nous appeler au ${help.phone}.`
    : "La personne responsable de chaque service reçoit deux mails : son identifiant, puis son premier mot de passe. Elle ouvre ensuite les accès de ses collègues."
}

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${name.fr}`,
    },
    en: {
      subject: `${shortName}: answer to your request ${caseNumber}`,
      text: `Hello,

Your request for access for ${structure} is ${refusedFor ? "refused" : "accepted"}.

${
  refusedFor
    ? `Why: ${refusedFor}

You can make a new request on our site, or call us on ${help.phone}.`
    : "The manager of each service receives two mails: their identifier, then their first password. They then open their colleagues' accesses."
}

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${name.en}`,
    },
  };
  return texts[language];
}
