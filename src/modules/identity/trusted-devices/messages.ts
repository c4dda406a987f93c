import type { Language } from "../../../../law/language.ts";
import { moment } from "../../../design/dates.ts";
import type { World } from "../../../world.ts";
import type { Telling } from "../contact/tell.ts";
import { unknownDevice } from "../session/device.ts";

/**
 * Tells a person of a sign-in from a browser that was never seen with them; no link (CP-14). `unfinished`: the password
 * was right, and the second step is still asked for.
 */
export function newDeviceText(
  { institution }: World,
  seen: { device: string; at: Date; unfinished: boolean },
  language: Language,
): Telling {
  const { shortName, siteAddress, help, name, timeZone } = institution;
  const device = seen.device || unknownDevice[language];
  const at = moment(language, seen.at, timeZone);
  const texts = {
    fr: {
      subject: `${shortName} : connexion depuis un nouvel appareil`,
      mail: `Bonjour,

${seen.unfinished ? "Votre mot de passe vient d’être saisi" : "Votre compte vient d’être ouvert"} sur un appareil que vous n’aviez pas encore utilisé avec nous : ${device}, le ${at}.${seen.unfinished ? " Une deuxième étape est encore demandée." : ""}

C’est vous ? Tout va bien, vous n’avez rien à faire.

Ce n’est pas vous ? Changez vite votre mot de passe : tapez ${siteAddress} dans votre navigateur. Vous pouvez aussi appeler le ${help.phone}.

Ce message ne contient aucun lien à suivre.

${name.fr}`,
      sms: `${shortName} : connexion depuis un nouvel appareil (${device}). Si ce n’est pas vous, changez votre mot de passe : tapez ${siteAddress}`,
    },
    en: {
      subject: `${shortName}: sign-in from a new device`,
      mail: `Hello,

${seen.unfinished ? "Your password has just been entered" : "Your account has just been opened"} on a device that you had not used with us before: ${device}, on ${at}.${seen.unfinished ? " A second step is still asked for." : ""}

Was it you? All is well, there is nothing to do.

It was not you? Change your password at once: type ${siteAddress} in your browser. You can also call ${help.phone}.

This message has no link to follow.

${name.en}`,
      sms: `${shortName}: sign-in from a new device (${device}). If it was not you, change your password: type ${siteAddress}`,
    },
  };
  return texts[language];
}
