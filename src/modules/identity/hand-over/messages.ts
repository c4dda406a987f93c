import type { Language, Sentence } from "../../../../law/language.ts";
import { moment } from "../../../design/dates.ts";
import type { World } from "../../../world.ts";
import type { Message } from "../contact/send.ts";

/** What one signs in with, after "your": "numéro d'assuré". */
export type FirstIdentifier = Sentence;

export type FirstPasswordTold = {
  /** The first password, as it is to be typed. */
  typed: string;
  identifier: FirstIdentifier;
  until: Date;
  language: Language;
  /** In place of one that was lost. */
  again: boolean;
};

/** Hands a first password to a contact point; no link, and not the number it goes with (CP-14, SEC-10). */
export function firstPasswordText({ institution }: World, told: FirstPasswordTold): Message {
  const { typed, identifier, until, language, again } = told;
  const { shortName, siteAddress, help, name, timeZone } = institution;
  const end = moment(language, until, timeZone);
  const texts = {
    fr: {
      subject: `${shortName} : ${again ? "un nouveau premier mot de passe" : "votre accès est ouvert"}`,
      text: `Bonjour,

${again ? "Voici un autre premier mot de passe. Celui d’avant ne sert plus" : "Votre demande d’accès est acceptée. Voici votre premier mot de passe"} :

${typed}

1. Tapez ${siteAddress} dans votre navigateur, puis choisissez « Me connecter ».
2. Saisissez votre ${identifier.fr}, et ce mot de passe tel qu’il est écrit.
3. Choisissez aussitôt votre propre mot de passe : celui-ci ne servira plus.

Ce mot de passe sert jusqu’au ${end}. Il n’est qu’à vous : nous ne vous le demanderons jamais, ni par téléphone, ni par mail, ni sur un réseau social.

Vous n’avez rien demandé ? Appelez le ${help.phone}.

Ce message ne contient aucun lien à suivre.

${name.fr}`,
      sms: `${shortName} : votre premier mot de passe est ${typed} (tapez-le tel quel). Connectez-vous en tapant ${siteAddress} et choisissez le vôtre. Ne le donnez à personne.`,
    },
    en: {
      subject: `${shortName}: ${again ? "a new first password" : "your access is open"}`,
      text: `Hello,

${again ? "Here is another first password. The one before no longer works" : "Your request for access has been accepted. Here is your first password"}:

${typed}

1. Type ${siteAddress} in your browser, then choose "Sign in".
2. Enter your ${identifier.en}, and this password as it is written.
3. Choose a password of your own at once: this one will no longer work.

This password works until ${end}. It is yours alone: we will never ask you for it, by phone, by mail or on a social network.

You did not ask for anything? Call ${help.phone}.

This message has no link to follow.

${name.en}`,
      sms: `${shortName}: your first password is ${typed} (type it as is). Sign in by typing ${siteAddress} and choose your own. Give it to nobody.`,
    },
  };
  const { subject, text, sms } = texts[language];
  return { mail: () => ({ subject, text }), sms: () => sms, language };
}
