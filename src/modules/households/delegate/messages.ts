import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import type { Notice } from "../tell.ts";

/** What happened to the delegation, as the other of the two is told it. Nobody is named: others may read the message. */
export type DelegationNews = "granted" | "taken back" | "declined";

const happened = {
  granted: {
    fr: {
      subject: "la gestion du dossier vous est confiée",
      says: "la personne titulaire du dossier vous en a confié la gestion.",
      next: "Vous pouvez désormais voir les informations du foyer et faire ses démarches depuis votre propre espace. Rien ne vous y oblige : vous pouvez refuser cette délégation, dans votre espace, à tout moment.",
    },
    en: {
      subject: "the file is entrusted to you",
      says: "the holder of the file has entrusted it to you.",
      next: "You can now see the household’s information and carry out its procedures from your own account. Nothing obliges you to: you can decline this delegation in your account at any time.",
    },
  },
  "taken back": {
    fr: {
      subject: "la gestion du dossier n’est plus la vôtre",
      says: "la personne titulaire du dossier a retiré la délégation de gestion.",
      next: "Vous gardez votre espace, avec vos propres données. Pour une démarche du foyer, voyez avec elle.",
    },
    en: {
      subject: "the file is no longer entrusted to you",
      says: "the holder of the file has taken the delegation back.",
      next: "You keep your account, with your own data. For the household’s procedures, see with them.",
    },
  },
  declined: {
    fr: {
      subject: "la délégation de gestion est refusée",
      says: "votre conjoint ne souhaite pas gérer le dossier. La délégation que vous aviez donnée a pris fin.",
      next: "C’est de nouveau vous qui faites les démarches du foyer.",
    },
    en: {
      subject: "the delegation is declined",
      says: "your spouse does not wish to run the file. The delegation you had given has ended.",
      next: "It is you again who carries out the household’s procedures.",
    },
  },
} satisfies Record<DelegationNews, Record<Language, { subject: string; says: string; next: string }>>;

/** The message that tells it; no link (CP-14, CP-18). */
export function delegationNotice({ institution }: World, news: DelegationNews, language: Language): Notice {
  const { shortName, siteAddress, help, name } = institution;
  const { subject, says, next } = happened[news][language];
  const texts = {
    fr: {
      subject: `${shortName} : ${subject}`,
      mail: `Bonjour,

Nous vous informons que ${says}

${next}

Une question ? Appelez le ${help.phone}. Pour venir dans votre espace, tapez ${siteAddress} dans votre navigateur : ce message ne contient aucun lien.

${name.fr}`,
      sms: `${shortName} : ${says} Votre espace : tapez ${siteAddress}. Une question : ${help.phone}.`,
    },
    en: {
      subject: `${shortName}: ${subject}`,
      mail: `Hello,

This is to tell you that ${says}

${next}

A question? Call ${help.phone}. To come to your account, type ${siteAddress} in your browser: this message has no link.

${name.en}`,
      sms: `${shortName}: ${says} Your account: type ${siteAddress}. A question: ${help.phone}.`,
    },
  };
  return texts[language];
}
