import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import type { Message } from "../contact/send.ts";

/** The end by which its owner knows a number: the last three of its thirteen characters, and its key. */
const endOf = (number: string) => `${number.slice(10, 13)} ${number.slice(13)}`;

/** Says where a social-security number is written and how it ends, never the number itself; no link (CP-14, SEC-10). */
export function numberMessage({ institution }: World, number: string, language: Language): Message {
  const { shortName, siteAddress, help, name } = institution;
  const end = endOf(number);
  const texts = {
    fr: {
      subject: `${shortName} : votre identifiant de connexion`,
      text: `Bonjour,

Vous vous connectez avec votre numéro de sécurité sociale, celui qui finit par ${end}. Par prudence, nous ne l’écrivons jamais en entier dans un message.

Vous le trouverez :
- sur votre carte Vitale, ou dans l’application carte Vitale ;
- sur une attestation de droits de l’Assurance maladie ;
- sur un bulletin de salaire ;
- sur un courrier de votre caisse de retraite ou de France Travail.

Vous n’avez rien demandé ? Quelqu’un connaît votre nom, votre date de naissance et cette adresse. Sans votre numéro et votre mot de passe, il n’entre pas. Un doute ? Appelez le ${help.phone}.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${name.fr}`,
      sms: `${shortName} : vous vous connectez avec votre numéro de sécurité sociale, qui finit par ${end}. Il est sur votre carte Vitale, une attestation de droits ou un bulletin de salaire. Notre site : tapez ${siteAddress}`,
    },
    en: {
      subject: `${shortName}: what you sign in with`,
      text: `Hello,

You sign in with your social-security number, the one that ends in ${end}. To be safe, we never write the whole of it in a message.

You will find it:
- on your carte Vitale, or in the carte Vitale app;
- on a certificate of entitlement of the health insurance;
- on a payslip;
- on a letter of your pension fund or of France Travail.

You did not ask for anything? Somebody knows your name, your date of birth and this address. Without your number and your password they cannot get in. A doubt? Call ${help.phone}.

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${name.en}`,
      sms: `${shortName}: you sign in with your social-security number, which ends in ${end}. It is on your carte Vitale, a certificate of entitlement or a payslip. Our site: type ${siteAddress}`,
    },
  };
  const { subject, text, sms } = texts[language];
  return { mail: () => ({ subject, text }), sms: () => sms, language };
}
