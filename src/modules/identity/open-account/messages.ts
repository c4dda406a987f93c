import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import type { Message } from "../contact/send.ts";

const asMessage = (text: { subject: string; mail: string; sms: string }, language: Language): Message => ({
  mail: () => ({ subject: text.subject, text: text.mail }),
  sms: () => text.sms,
  language,
});

const noLink = {
  fr: (site: string) =>
    `Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${site} dans votre navigateur.`,
  en: (site: string) =>
    `This message has no link to follow. To reach our site, type ${site} in your browser.`,
};

/**
 * Tells whoever asked for an account with a number that they can now sign in. The same words go out whether the number had
 * an account already or not (SEC-02).
 */
export function registeredMessage({ institution }: World, language: Language): Message {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : vous pouvez vous connecter`,
      mail: `Bonjour,

Votre demande de compte est enregistrée. Connectez-vous avec votre numéro de sécurité sociale et le mot de passe que vous venez de choisir.

Vous aviez déjà un compte chez nous ? Son mot de passe n’a pas changé : utilisez-le, ou choisissez « J’ai oublié mon mot de passe ».

Vous n’avez rien demandé ? Appelez le ${help.phone}.

${noLink.fr(siteAddress)}

${name.fr}`,
      sms: `${shortName} : connectez-vous avec votre numéro de sécurité sociale et le mot de passe choisi. Vous aviez un compte ? Il n’a pas changé. Tapez ${siteAddress}`,
    },
    en: {
      subject: `${shortName}: you can sign in`,
      mail: `Hello,

Your request for an account is registered. Sign in with your social-security number and the password you have just chosen.

Did you already have an account with us? Its password has not changed: use it, or choose “I have forgotten my password”.

You did not ask for anything? Call ${help.phone}.

${noLink.en(siteAddress)}

${name.en}`,
      sms: `${shortName}: sign in with your social-security number and the password you chose. Had an account already? It has not changed. Type ${siteAddress}`,
    },
  };
  return asMessage(texts[language], language);
}

/** Tells a person that somebody asked for an account with their number; nothing changed. */
export function knownMessage({ institution }: World, language: Language): Message {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : vous avez déjà un compte`,
      mail: `Bonjour,

Quelqu’un vient de demander un compte avec votre numéro de sécurité sociale. Vous en avez déjà un : rien n’a changé.

Si c’est vous, connectez-vous avec votre mot de passe habituel, ou choisissez « J’ai oublié mon mot de passe ».

Si ce n’est pas vous, appelez le ${help.phone} : quelqu’un connaît votre numéro et votre état civil.

${noLink.fr(siteAddress)}

${name.fr}`,
      sms: `${shortName} : un compte a été demandé avec votre numéro. Vous en avez déjà un, rien n’a changé. Pas vous ? Appelez le ${help.phone}. Site : tapez ${siteAddress}`,
    },
    en: {
      subject: `${shortName}: you already have an account`,
      mail: `Hello,

Somebody has just asked for an account with your social-security number. You already have one: nothing has changed.

If it was you, sign in with your usual password, or choose “I have forgotten my password”.

If it was not you, call ${help.phone}: somebody knows your number and your civil status.

${noLink.en(siteAddress)}

${name.en}`,
      sms: `${shortName}: an account was asked for with your number. You already have one, nothing changed. Not you? Call ${help.phone}. Site: type ${siteAddress}`,
    },
  };
  return asMessage(texts[language], language);
}
