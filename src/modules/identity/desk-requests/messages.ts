import type { Language } from "../../../../law/language.ts";
import { moment } from "../../../design/dates.ts";
import type { World } from "../../../world.ts";
import type { Message } from "../contact/send.ts";
import { passkeysGone } from "../passkeys/messages.ts";

type Written = Readonly<Record<Language, { subject: string; text: string; sms: string }>>;

const inLanguage = (texts: Written, language: Language): Message => {
  const { subject, text, sms } = texts[language];
  return { mail: () => ({ subject, text }), sms: () => sms, language };
};

/** Tells the new contact point that the request has arrived, and under which number; no link (CP-14). */
export function askedText({ institution }: World, caseNumber: string, language: Language): Message {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : votre demande ${caseNumber}`,
      text: `Bonjour,

Nous avons bien reçu votre demande pour retrouver l’accès à votre compte. Son numéro : ${caseNumber}. Notez-le.

Une personne de l’accueil va la lire et regarder votre pièce d’identité. Sa réponse arrivera ici. D’ici là, rien ne change sur votre compte.

Une question ? Appelez le ${help.phone} et donnez ce numéro.

Vous n’avez rien demandé ? Quelqu’un a donné votre adresse, et un code vous a été demandé : appelez-nous.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${name.fr}`,
      sms: `${shortName} : demande ${caseNumber} bien reçue. L’accueil l’examine et vous répondra ici. Une question ? ${help.phone}`,
    },
    en: {
      subject: `${shortName}: your request ${caseNumber}`,
      text: `Hello,

We have received your request to get back into your account. Its number: ${caseNumber}. Write it down.

A person at the desk will read it and look at your identity document. The answer will arrive here. Until then, nothing changes on your account.

A question? Call ${help.phone} and give this number.

You did not ask for anything? Somebody gave your address, and you were asked for a code: call us.

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${name.en}`,
      sms: `${shortName}: request ${caseNumber} received. The desk is looking at it and will answer here. A question? ${help.phone}`,
    },
  };
  return inLanguage(texts, language);
}

/** Tells the contact points a person has that somebody says they have none left; no link (CP-14, SEC-04). */
export function somebodyAsksText({ institution }: World, caseNumber: string, language: Language): Message {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : quelqu’un demande à changer vos coordonnées`,
      text: `Bonjour,

Quelqu’un nous écrit qu’il a perdu l’accès à cette adresse ou à votre mobile, et demande à les remplacer sur votre compte. Cette personne a envoyé une pièce d’identité, que l’accueil va examiner. Rien n’a changé pour l’instant.

C’est vous ? Alors tout va bien, vous n’avez rien à faire.

Ce n’est pas vous ? Appelez le ${help.phone} et donnez ce numéro : ${caseNumber}. Nous refuserons. Si le changement était accepté malgré tout, nous vous écririons encore, et vous auriez 72 heures pour l’annuler.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${name.fr}`,
      sms: `${shortName} : quelqu’un demande à changer les coordonnées de votre compte. Ce n’est pas vous ? Appelez le ${help.phone}, numéro ${caseNumber}.`,
    },
    en: {
      subject: `${shortName}: somebody asks to change your contact details`,
      text: `Hello,

Somebody writes to us that they have lost access to this address or to your mobile, and asks to replace them on your account. That person sent an identity document, which the desk will look at. Nothing has changed for now.

Is it you? Then all is well, there is nothing to do.

It is not you? Call ${help.phone} and give this number: ${caseNumber}. We will refuse. If the change were accepted all the same, we would write to you again, and you would have 72 hours to undo it.

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${name.en}`,
      sms: `${shortName}: somebody asks to change the contact details of your account. Not you? Call ${help.phone}, number ${caseNumber}.`,
    },
  };
  return inLanguage(texts, language);
}

/** Tells the new contact point that it is accepted, and from when it opens the account; `from` is absent for at once. */
export function acceptedText(
  { institution }: World,
  { caseNumber, from, passkeys }: { caseNumber: string; from: Date | undefined; passkeys: boolean },
  language: Language,
): Message {
  const { shortName, siteAddress, help, name, timeZone } = institution;
  const when = from && moment(language, from, timeZone);
  const texts = {
    fr: {
      subject: `${shortName} : votre demande ${caseNumber} est acceptée`,
      text: `Bonjour,

Votre demande ${caseNumber} est acceptée : c’est désormais ici que nous vous écrivons.

${when ? `Pour votre sécurité, votre ancienne adresse ou votre ancien mobile peut encore s’y opposer. À partir du ${when}, vous pourrez choisir un nouveau mot de passe :` : "Vous pouvez dès maintenant choisir un nouveau mot de passe :"}

1. tapez ${siteAddress} dans votre navigateur ;
2. choisissez « Me connecter », puis « J’ai oublié mon mot de passe » ;
3. donnez votre numéro : un code arrivera ici.
${passkeys ? `\n${passkeysGone.fr}\n` : ""}
Une question ? Appelez le ${help.phone}.

Ce message ne contient aucun lien à suivre.

${name.fr}`,
      sms: `${shortName} : demande ${caseNumber} acceptée. ${when ? `À partir du ${when}` : "Dès maintenant"}, tapez ${siteAddress}, Me connecter, « J’ai oublié mon mot de passe » : un code arrivera ici.`,
    },
    en: {
      subject: `${shortName}: your request ${caseNumber} is accepted`,
      text: `Hello,

Your request ${caseNumber} is accepted: from now on we write to you here.

${when ? `For your safety, your old address or mobile may still object. From ${when}, you will be able to choose a new password:` : "You can choose a new password right now:"}

1. type ${siteAddress} in your browser;
2. choose “Sign in”, then “I have forgotten my password”;
3. give your number: a code will arrive here.
${passkeys ? `\n${passkeysGone.en}\n` : ""}
A question? Call ${help.phone}.

This message has no link to follow.

${name.en}`,
      sms: `${shortName}: request ${caseNumber} accepted. ${when ? `From ${when}` : "Right now"}, type ${siteAddress}, Sign in, “I have forgotten my password”: a code will arrive here.`,
    },
  };
  return inLanguage(texts, language);
}

/** Tells the new contact point that the request is refused, why, and which way is open; no link (CP-14). */
export function refusedText(
  { institution }: World,
  caseNumber: string,
  reason: string,
  language: Language,
): Message {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : votre demande ${caseNumber} n’est pas acceptée`,
      text: `Bonjour,

Nous n’avons pas pu accepter votre demande ${caseNumber}. Voici pourquoi :

${reason}

Vous n’êtes pas bloqué(e) :
- vous pouvez refaire une demande, en tenant compte de cette réponse : tapez ${siteAddress} dans votre navigateur, puis « Me connecter » et « J’ai oublié mon mot de passe » ;
- vous pouvez appeler le ${help.phone} (${help.hours.fr}) ;
- ${help.desk.fr}

Les fichiers que vous aviez envoyés sont effacés. Ce message ne contient aucun lien à suivre.

${name.fr}`,
      sms: `${shortName} : demande ${caseNumber} non acceptée. ${reason} Vous pouvez en refaire une, appeler le ${help.phone}, ou venir à l’accueil avec une pièce d’identité.`,
    },
    en: {
      subject: `${shortName}: your request ${caseNumber} is not accepted`,
      text: `Hello,

We could not accept your request ${caseNumber}. Here is why:

${reason}

You are not stuck:
- you can ask again, with this answer in mind: type ${siteAddress} in your browser, then “Sign in” and “I have forgotten my password”;
- you can call ${help.phone} (${help.hours.en});
- ${help.desk.en}

The files that you sent are erased. This message has no link to follow.

${name.en}`,
      sms: `${shortName}: request ${caseNumber} not accepted. ${reason} You can ask again, call ${help.phone}, or come to the desk with an identity document.`,
    },
  };
  return inLanguage(texts, language);
}

/** Tells those who were warned that the request was refused; no link (CP-14). */
export function nothingChangesText({ institution }: World, caseNumber: string, language: Language): Message {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : vos coordonnées restent les mêmes`,
      text: `Bonjour,

Nous vous avions écrit que quelqu’un demandait à changer vos coordonnées (numéro ${caseNumber}). Nous avons refusé : rien ne change sur votre compte.

Une question ? Appelez le ${help.phone}.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${name.fr}`,
      sms: `${shortName} : la demande ${caseNumber} est refusée, vos coordonnées restent les mêmes. Une question ? ${help.phone}`,
    },
    en: {
      subject: `${shortName}: your contact details stay the same`,
      text: `Hello,

We wrote to you that somebody asked to change your contact details (number ${caseNumber}). We refused: nothing changes on your account.

A question? Call ${help.phone}.

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${name.en}`,
      sms: `${shortName}: request ${caseNumber} is refused, your contact details stay the same. A question? ${help.phone}`,
    },
  };
  return inLanguage(texts, language);
}

/** Tells a contact point that was never confirmed that another one serves now; no link (CP-14). */
export function replacedText({ institution }: World, language: Language): Message {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : vos coordonnées ont changé`,
      text: `Bonjour,

Nous vous avions écrit que quelqu’un demandait à changer les coordonnées de votre compte. L’accueil a vérifié une pièce d’identité et l’a accepté : nous n’écrirons plus ici.

C’est vous ? Alors tout va bien, vous n’avez rien à faire.

Ce n’est pas vous ? Appelez vite le ${help.phone}, ou venez à l’accueil avec une pièce d’identité.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${name.fr}`,
      sms: `${shortName} : d’autres coordonnées servent désormais à votre compte, nous n’écrirons plus ici. Ce n’est pas vous ? Appelez vite le ${help.phone}.`,
    },
    en: {
      subject: `${shortName}: your contact details have changed`,
      text: `Hello,

We wrote to you that somebody asked to change the contact details of your account. The desk has checked an identity document and accepted it: we will write here no more.

Is it you? Then all is well, there is nothing to do.

It is not you? Call ${help.phone} at once, or come to the reception desk with an identity document.

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${name.en}`,
      sms: `${shortName}: other contact details now serve your account, we will write here no more. Not you? Call ${help.phone} at once.`,
    },
  };
  return inLanguage(texts, language);
}
