import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import type { Message } from "../../identity/index.ts";

/** Tells the contact point given that the request has arrived, and under which number; no link (CP-14). */
export function askedText({ institution }: World, caseNumber: string, language: Language): Message {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : votre demande d’accès ${caseNumber}`,
      text: `Bonjour,

Nous avons bien reçu votre demande d’accès. Son numéro : ${caseNumber}. Notez-le.

Un agent va la lire. Si tout va bien, votre premier mot de passe arrivera ici ; sinon, nous vous dirons pourquoi.

Une question ? Appelez le ${help.phone} et donnez ce numéro. Nous ne vous demanderons jamais de mot de passe.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${name.fr}`,
      sms: `${shortName} : demande d’accès ${caseNumber} bien reçue. La réponse arrivera ici. Une question ? ${help.phone}`,
    },
    en: {
      subject: `${shortName}: your request for access ${caseNumber}`,
      text: `Hello,

We have received your request for access. Its number: ${caseNumber}. Write it down.

An agent will read it. If all is well, your first password will arrive here; otherwise, we will tell you why.

A question? Call ${help.phone} and give this number. We will never ask you for a password.

This message has no link to follow. To reach our site, type ${siteAddress} in your browser.

${name.en}`,
      sms: `${shortName}: request for access ${caseNumber} received. The answer will arrive here. A question? ${help.phone}`,
    },
  };
  const { subject, text, sms } = texts[language];
  return { mail: () => ({ subject, text }), sms: () => sms, language };
}
