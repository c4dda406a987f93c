import {
  type AlarmChannel,
  type AlarmKind,
  alarmChannels,
  alarmKinds,
} from "../../../../law/credentials/alarm.ts";
import type { Language } from "../../../../law/language.ts";
import { moment } from "../../../design/dates.ts";
import type { World } from "../../../world.ts";
import type { Telling } from "../contact/tell.ts";
import { passkeysGone } from "../passkeys/messages.ts";

/** Tells a person that their access was closed on a report, and how it opens again; no link (CP-14, CN-09). */
export function closedText(
  { institution }: World,
  { caseNumber, passkeys }: { caseNumber: string; passkeys: boolean },
  language: Language,
): Telling {
  const { shortName, siteAddress, help, name } = institution;
  const texts = {
    fr: {
      subject: `${shortName} : l’accès à votre compte est fermé`,
      mail: `Bonjour,

Un danger nous a été signalé pour votre compte : nous en avons fermé l’accès. Plus personne ne peut y entrer, même avec votre mot de passe. Vos droits continuent.
${passkeys ? `\n${passkeysGone.fr}\n` : ""}
Pour le rouvrir : tapez ${siteAddress} dans votre navigateur et choisissez « J’ai oublié mon mot de passe ». Vous pouvez aussi venir à l’accueil avec une pièce d’identité.

Ce n’est pas vous qui l’avez signalé ? Appelez le ${help.phone} et donnez le numéro ${caseNumber}.

Ce message ne contient aucun lien à suivre.

${name.fr}`,
      sms: `${shortName} : l’accès à votre compte est fermé, un danger a été signalé (${caseNumber}). Pour le rouvrir ou nous parler : tapez ${siteAddress} ou ${help.phone}.`,
    },
    en: {
      subject: `${shortName}: access to your account is closed`,
      mail: `Hello,

We were told of a danger for your account: we have closed access to it. Nobody can get in any more, even with your password. Your rights go on.
${passkeys ? `\n${passkeysGone.en}\n` : ""}
To open it again: type ${siteAddress} in your browser and choose “I have forgotten my password”. You can also come to the reception desk with an identity document.

It was not you who told us? Call ${help.phone} and give the number ${caseNumber}.

This message has no link to follow.

${name.en}`,
      sms: `${shortName}: access to your account is closed, a danger was reported (${caseNumber}). To open it again or talk to us: type ${siteAddress} or call ${help.phone}.`,
    },
  };
  return texts[language];
}

export type SupportCase = {
  caseNumber: string;
  kind: AlarmKind;
  gavePassword: boolean;
  channel: AlarmChannel | undefined;
  since: Date | undefined;
  told: string;
  /** What the person’s account has become. */
  outcome: "closed" | "closed already" | "open" | "nobody";
  proven: boolean;
};

const outcomes = {
  closed: "L’accès vient d’être fermé.",
  "closed already": "L’accès était déjà fermé.",
  open: "L’accès est resté ouvert.",
  nobody: "Ce signalement n’est rattaché à personne.",
} satisfies Record<SupportCase["outcome"], string>;

/**
 * Tells support what was reported (CN-05, SP-10). The person is not named: an agent finds who it is by the case number,
 * which is journalled. Long numbers are hidden: people write their own, and mail is no place for them.
 */
export function supportMail({ institution }: World, reported: SupportCase) {
  const { caseNumber, kind, gavePassword, channel, since, told } = reported;
  const lines = [
    `Signalement ${caseNumber}`,
    alarmKinds[kind].says.fr,
    ...(kind === "password-asked" ? [gavePassword ? "Le secret a été donné." : "Rien n’a été donné."] : []),
    ...(channel ? [`Comment : ${alarmChannels[channel].fr}`] : []),
    ...(since ? [`Quand : ${moment("fr", since, institution.timeZone)}`] : []),
    outcomes[reported.outcome],
    reported.proven ? "La personne était connectée." : "La personne n’était pas connectée.",
    ...(told ? ["", "Ce qu’elle dit :", told.replace(/\d[\d\s.-]{6,}\d/g, "…")] : []),
  ];
  return {
    to: institution.help.supportMail,
    language: "fr" as const,
    subject: `${institution.shortName} : signalement ${caseNumber}`,
    text: lines.join("\n"),
  };
}
