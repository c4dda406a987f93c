import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import { passkeysGone } from "../passkeys/messages.ts";

/** Tells the contact points that are in use again what was done, and how to come back in; no link (CP-14). */
export function restoredText({ institution }: World, passkeys: boolean, language: Language) {
  const { shortName, siteAddress, help } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : votre opposition est enregistrée`,
      text: `Bonjour,

Quelqu’un s’est opposé au changement de vos coordonnées, avec le code que nous vous avions envoyé. Elles sont redevenues ce qu’elles étaient, toutes les sessions sont fermées, et personne ne peut plus entrer dans votre compte.
${passkeys ? `\n${passkeysGone.fr}\n` : ""}
Pour le rouvrir, tapez ${siteAddress} dans votre navigateur, choisissez « Me connecter », puis « J’ai oublié mon mot de passe ». Un code arrivera ici.

Un doute, ou ce n’était pas vous ? Appelez le ${help.phone}.

Ce message ne contient aucun lien à suivre.

${institution.name.fr}`,
      sms: `${shortName} : vos coordonnées sont comme avant et l’accès est fermé. Pour le rouvrir : tapez ${siteAddress}, Me connecter, mot de passe oublié.`,
    },
    en: {
      subject: `${shortName}: your objection is recorded`,
      text: `Hello,

Someone objected to the change of your contact details, with the code that we had sent you. They are again what they were, every session is closed, and nobody can enter your account any more.
${passkeys ? `\n${passkeysGone.en}\n` : ""}
To open it again, type ${siteAddress} in your browser, choose “Sign in”, then “I have forgotten my password”. A code will arrive here.

A doubt, or it was not you? Call ${help.phone}.

This message has no link to follow.

${institution.name.en}`,
      sms: `${shortName}: your contact details are as before and access is closed. To open it again: type ${siteAddress}, Sign in, forgotten password.`,
    },
  };
  const { subject, text, sms } = texts[language];
  return { mail: () => ({ subject, text }), sms: () => sms };
}

/** Tells a contact point that it no longer serves: it may be its person's after all, and somebody else who objected. */
export function voidedText({ institution }: World, language: Language) {
  const { shortName, siteAddress, help } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : cette adresse ne sert plus à un compte`,
      text: `Bonjour,

Votre adresse venait d’être donnée pour un compte ${shortName}. Les coordonnées que ce compte avait avant s’y sont opposées : elle n’y sert plus, et l’accès au compte est fermé.

Ce compte est le vôtre ? Appelez vite le ${help.phone}, ou venez à l’accueil avec une pièce d’identité. Sinon, vous n’avez rien à faire.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${institution.name.fr}`,
      sms: `${shortName} : votre numéro ne sert plus à un compte, l’ancien s’y est opposé. Ce compte est à vous ? Appelez le ${help.phone}. Notre site : tapez ${siteAddress}`,
    },
    en: {
      subject: `${shortName}: this address no longer serves an account`,
      text: `Hello,

Your address had just been given for a ${shortName} account. The contact details which that account had before objected: it no longer serves there, and access to the account is closed.

Is that account yours? Call ${help.phone} at once, or come to the reception desk with an identity document. Otherwise there is nothing to do.

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${institution.name.en}`,
      sms: `${shortName}: your number no longer serves an account, the old one objected. Is that account yours? Call ${help.phone}. Our site: type ${siteAddress}`,
    },
  };
  const { subject, text, sms } = texts[language];
  return { mail: () => ({ subject, text }), sms: () => sms };
}
