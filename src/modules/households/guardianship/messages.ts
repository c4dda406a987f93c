import type { Language } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import { callName, type Person } from "../../identity/index.ts";
import type { Notice } from "../tell.ts";

type Names = Pick<Person, "firstNames" | "birthName" | "usedName">;
type Texts = Record<Language, { subject: string; says: string; sms: string }>;

/** Greets, says how to reach us, and that there is no link (CP-14). */
function notice({ institution }: World, texts: Texts, language: Language): Notice {
  const { siteAddress, help, name } = institution;
  const { subject, says, sms } = texts[language];
  const around = {
    fr: {
      hello: "Bonjour,",
      help: `Une question ? Appelez le ${help.phone}.`,
      noLink: `Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.`,
    },
    en: {
      hello: "Hello,",
      help: `A question? Call ${help.phone}.`,
      noLink: `This message has no link to follow. To reach our site, type ${siteAddress} in your browser.`,
    },
  }[language];
  const mail = [around.hello, says, around.help, around.noLink, name[language]].join("\n\n");
  return { subject, mail, sms };
}

/** Tells a guardian that their deposit is received; no link (CP-14). */
export function depositedNotice(world: World, caseNumber: string, language: Language): Notice {
  const { shortName, help } = world.institution;
  const texts: Texts = {
    fr: {
      subject: `${shortName} : votre décision de protection, numéro ${caseNumber}`,
      says: `Nous avons bien reçu la décision de protection que vous avez déposée. Son numéro : ${caseNumber}. Notez-le.

Deux agents vont la vérifier. Leur réponse arrivera ici. D’ici là, rien ne s’ouvre.`,
      sms: `${shortName} : décision de protection ${caseNumber} bien reçue. Deux agents la vérifient et nous vous répondrons ici. Une question ? ${help.phone}`,
    },
    en: {
      subject: `${shortName}: your protection decision, number ${caseNumber}`,
      says: `We have received the protection decision that you deposited. Its number: ${caseNumber}. Write it down.

Two agents will check it. Their answer will arrive here. Until then, nothing opens.`,
      sms: `${shortName}: protection decision ${caseNumber} received. Two agents check it and we will answer here. A question? ${help.phone}`,
    },
  };
  return notice(world, texts, language);
}

/** Tells the protected person, at their own contact points, that somebody says they protect them; no link (CP-14). */
export function namedNotice(world: World, guardian: Names, caseNumber: string, language: Language): Notice {
  const { shortName, help } = world.institution;
  const name = callName(guardian);
  const texts: Texts = {
    fr: {
      subject: `${shortName} : ${name} dit être la personne qui vous protège`,
      says: `${name} a déposé une décision de protection qui vous concerne. Deux agents vont la vérifier. Rien n’a changé pour l’instant, et votre mot de passe reste à vous.

Vous êtes au courant ? Alors vous n’avez rien à faire.

Vous ne connaissez pas cette personne, ou cela n’est pas vrai ? Appelez le ${help.phone} et donnez ce numéro : ${caseNumber}.`,
      sms: `${shortName} : ${name} dit vous protéger (mesure de protection). Nous vérifions. Pas d’accord ? Appelez le ${help.phone}, numéro ${caseNumber}.`,
    },
    en: {
      subject: `${shortName}: ${name} says they are your guardian`,
      says: `${name} has deposited a protection decision about you. Two agents will check it. Nothing has changed for now, and your password stays yours.

You know about it? Then there is nothing to do.

You do not know this person, or it is not true? Call ${help.phone} and give this number: ${caseNumber}.`,
      sms: `${shortName}: ${name} says they are your guardian. We are checking. Not so? Call ${help.phone}, number ${caseNumber}.`,
    },
  };
  return notice(world, texts, language);
}

/** Tells a guardian that the space of the person they protect is open to them; no link (CP-14). */
export function validatedNotice(
  world: World,
  protectedPerson: Names,
  caseNumber: string,
  language: Language,
): Notice {
  const { shortName, siteAddress } = world.institution;
  const name = callName(protectedPerson);
  const texts: Texts = {
    fr: {
      subject: `${shortName} : votre décision ${caseNumber} est validée`,
      says: `Votre décision ${caseNumber} est validée : l’espace de ${name} vous est ouvert, dans les limites de la décision. Connectez-vous avec vos propres identifiants, puis choisissez « Les espaces qui me sont ouverts ».

${name} garde son accès et voit ce que vous y faites.`,
      sms: `${shortName} : décision ${caseNumber} validée. Tapez ${siteAddress} et connectez-vous : l’espace de ${name} vous est ouvert.`,
    },
    en: {
      subject: `${shortName}: your decision ${caseNumber} is validated`,
      says: `Your decision ${caseNumber} is validated: the space of ${name} is open to you, within the limits of the decision. Sign in with your own credentials, then choose “The spaces open to me”.

${name} keeps their access and sees what you do there.`,
      sms: `${shortName}: decision ${caseNumber} validated. Type ${siteAddress} and sign in: the space of ${name} is open to you.`,
    },
  };
  return notice(world, texts, language);
}

/** Tells the protected person that their guardian may enter their space; no link (CP-14). */
export function protectedNotice(world: World, guardian: Names, language: Language): Notice {
  const { shortName, help } = world.institution;
  const name = callName(guardian);
  const texts: Texts = {
    fr: {
      subject: `${shortName} : ${name} peut entrer dans votre espace`,
      says: `Deux agents ont vérifié la décision qui désigne ${name} pour vous protéger. ${name} peut désormais entrer dans votre espace, dans les limites de cette décision.

Vous gardez votre propre accès et votre propre mot de passe : ne les donnez à personne, pas même à ${name}. Dans « Qui a ouvert mes données », vous voyez tout ce qui est fait. Si vous aviez confié la gestion du dossier à votre conjoint, cela prend fin.`,
      sms: `${shortName} : ${name} peut entrer dans votre espace (mesure de protection vérifiée). Gardez votre mot de passe pour vous. Une question ? ${help.phone}`,
    },
    en: {
      subject: `${shortName}: ${name} may enter your space`,
      says: `Two agents have checked the decision that names ${name} as your guardian. ${name} may now enter your space, within the limits of that decision.

You keep your own access and your own password: give them to nobody, not even to ${name}. Under “Who opened my data” you see all that is done. If you had entrusted the file to your spouse, that ends.`,
      sms: `${shortName}: ${name} may enter your space (protection decision checked). Keep your password to yourself. A question? ${help.phone}`,
    },
  };
  return notice(world, texts, language);
}

/** Tells a guardian that their deposit is refused, why, and which way is open; no link (CP-14). */
export function refusedNotice(world: World, caseNumber: string, reason: string, language: Language): Notice {
  const { shortName, help } = world.institution;
  const texts: Texts = {
    fr: {
      subject: `${shortName} : votre décision ${caseNumber} n’est pas acceptée`,
      says: `Nous n’avons pas pu accepter la décision de protection ${caseNumber}. Voici pourquoi :

${reason}

Vous pouvez la déposer à nouveau en tenant compte de cette réponse, ou venir à l’accueil : ${help.desk.fr} Les documents que vous aviez envoyés sont effacés.`,
      sms: `${shortName} : décision ${caseNumber} non acceptée. ${reason} Vous pouvez la déposer à nouveau, ou appeler le ${help.phone}.`,
    },
    en: {
      subject: `${shortName}: your decision ${caseNumber} is not accepted`,
      says: `We could not accept the protection decision ${caseNumber}. Here is why:

${reason}

You can deposit it again with this answer in mind, or come to the desk: ${help.desk.en} The documents that you sent are erased.`,
      sms: `${shortName}: decision ${caseNumber} not accepted. ${reason} You can deposit it again, or call ${help.phone}.`,
    },
  };
  return notice(world, texts, language);
}

/** Tells the protected person that nothing changes; no link (CP-14). */
export function unchangedNotice(
  world: World,
  guardian: Names,
  caseNumber: string,
  language: Language,
): Notice {
  const { shortName } = world.institution;
  const name = callName(guardian);
  const texts: Texts = {
    fr: {
      subject: `${shortName} : rien ne change dans votre espace`,
      says: `Nous vous avions écrit que ${name} disait vous protéger (numéro ${caseNumber}). Nous n’avons pas accepté sa demande : votre espace ne lui est pas ouvert.`,
      sms: `${shortName} : la demande ${caseNumber} de ${name} n’est pas acceptée. Votre espace ne lui est pas ouvert.`,
    },
    en: {
      subject: `${shortName}: nothing changes in your space`,
      says: `We wrote to you that ${name} said they were your guardian (number ${caseNumber}). We did not accept it: your space is not open to them.`,
      sms: `${shortName}: request ${caseNumber} of ${name} is not accepted. Your space is not open to them.`,
    },
  };
  return notice(world, texts, language);
}
