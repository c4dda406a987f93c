import { objectionLinkWords } from "../../../../law/credentials/objection.ts";
import type { Language } from "../../../../law/language.ts";
import { moment } from "../../../design/dates.ts";
import type { World } from "../../../world.ts";
import { type ContactKind, maskContact } from "../contact/contact.ts";
import type { Change } from "./store.ts";

const changes = {
  fr: {
    replaced: (kind: ContactKind, old: string) =>
      `${kind === "mail" ? "Une autre adresse mail" : "Un autre numéro de mobile"} remplace désormais ${old} pour votre compte.`,
    added: (kind: ContactKind) =>
      `${kind === "mail" ? "Une adresse mail" : "Un numéro de mobile"} vient d’être ajouté${kind === "mail" ? "e" : ""} à votre compte.`,
    removed: (kind: ContactKind, old: string) =>
      `${kind === "mail" ? "L’adresse mail" : "Le numéro de mobile"} ${old} vient d’être retiré${kind === "mail" ? "e" : ""} de votre compte.`,
  },
  en: {
    replaced: (kind: ContactKind, old: string) =>
      `Another ${kind === "mail" ? "mail address" : "mobile number"} now replaces ${old} for your account.`,
    added: (kind: ContactKind) =>
      `A ${kind === "mail" ? "mail address" : "mobile number"} has just been added to your account.`,
    removed: (kind: ContactKind, old: string) =>
      `The ${kind === "mail" ? "mail address" : "mobile number"} ${old} has just been removed from your account.`,
  },
};

function what({ kind, from, to }: Change, language: Language): string {
  const t = changes[language];
  if (from === null) return t.added(kind);
  const old = maskContact({ kind, value: from });
  return to === null ? t.removed(kind, old) : t.replaced(kind, old);
}

/** Tells by mail that a contact point changed, with the code that undoes it until then; no link (CP-14). */
export function changeMail(
  { institution }: World,
  change: Change,
  code: string,
  until: Date,
  language: Language,
) {
  const { shortName, siteAddress, help, timeZone } = institution;
  const end = moment(language, until, timeZone);
  const texts = {
    fr: {
      subject: `${shortName} : vos coordonnées ont changé`,
      text: `Bonjour,

${what(change, "fr")}

C’est vous ? Alors tout va bien, vous n’avez rien à faire.

Ce n’est pas vous ? Opposez-vous avant le ${end} :

1. tapez ${siteAddress} dans votre navigateur ;
2. sur la page d’accueil, choisissez « ${objectionLinkWords.fr} » ;
3. saisissez ce code d’opposition : ${code}

Vos coordonnées redeviendront ce qu’elles étaient, et l’accès au compte sera fermé. Vous le rouvrirez vous-même avec « J’ai oublié mon mot de passe ». Vous pouvez aussi nous appeler au ${help.phone}.

Ne donnez ce code à personne. Ce message ne contient aucun lien à suivre.

${institution.name.fr}`,
    },
    en: {
      subject: `${shortName}: your contact details have changed`,
      text: `Hello,

${what(change, "en")}

Was it you? Then all is well, there is nothing to do.

It was not you? Object before ${end}:

1. type ${siteAddress} in your browser;
2. on the front page, choose “${objectionLinkWords.en}”;
3. enter this objection code: ${code}

Your contact details will be again what they were, and access to the account will be closed. You will open it again yourself with “I have forgotten my password”. You can also call us on ${help.phone}.

Give this code to nobody. This message has no link to follow.

${institution.name.en}`,
    },
  };
  return texts[language];
}

/** The same by SMS, in one message. */
export function changeSms({ institution }: World, { kind }: Change, code: string, language: Language) {
  const { shortName, siteAddress } = institution;
  const texts = {
    fr: `${shortName} : ${kind === "mail" ? "le mail" : "le mobile"} de votre compte a changé. Pas vous ? Sous 3 jours tapez ${siteAddress}, puis « ${objectionLinkWords.fr} ». Code : ${code}`,
    en: `${shortName}: the ${kind === "mail" ? "mail" : "mobile"} of your account has changed. Not you? Within 3 days type ${siteAddress}, then “${objectionLinkWords.en}”. Code: ${code}`,
  };
  return texts[language];
}
