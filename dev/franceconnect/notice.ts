import type { Sentence } from "../../law/language.ts";
import { newId } from "../../src/platform/ids.ts";
import { mailBySmtp } from "../../src/platform/mail.ts";
import type { Identity } from "./identities.ts";

/** Tells people by mail of each sign-in, as FranceConnect does (CP-22). */
export function noticesBySmtp(url: string) {
  const from = { name: "FranceConnect (demonstration)", address: "ne-pas-repondre@franceconnect.exemple.fr" };
  const mail = mailBySmtp({ url, from });
  return {
    tell: ({ claims }: Identity, service: Sentence, at: Date) =>
      mail.send({
        messageId: newId(),
        to: claims.email,
        language: "fr",
        subject: `Connexion avec FranceConnect : ${service.fr}`,
        text: `Bonjour ${claims.given_name.split(" ")[0]},

Une connexion avec FranceConnect a eu lieu le ${moment.format(at)} sur le site : ${service.fr}.

Si c'est vous, il n'y a rien à faire. Sinon, changez le mot de passe du compte que vous avez choisi dans FranceConnect.

Ce message vient de la démonstration de Foyer : rien n'est envoyé par FranceConnect.`,
      }),
    close: mail.close,
  };
}

const moment = new Intl.DateTimeFormat("fr-FR", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "Europe/Paris",
});
