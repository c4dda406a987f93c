import type { World } from "../../../world.ts";
import type { Telling } from "../contact/tell.ts";

/** Says that the number is known now: the identifier of before opens nothing any more. No number is written (CP-14). */
export function numberKnownText({ institution }: World): Telling {
  const { shortName, siteAddress, help } = institution;
  return {
    subject: `${shortName} : votre numéro de sécurité sociale est enregistré`,
    mail: `Bonjour,

Votre numéro de sécurité sociale est maintenant enregistré. À partir de maintenant, connectez-vous avec lui : votre identifiant provisoire ne sert plus. Votre mot de passe, votre dossier et vos demandes ne changent pas.

Ce n’était pas vous ? Appelez tout de suite le ${help.phone}.

Ce message ne contient aucun lien à suivre. Pour venir sur notre site, tapez ${siteAddress} dans votre navigateur.

${institution.name.fr}`,
    sms: `${shortName} : connectez-vous maintenant avec votre numéro de sécurité sociale. L’identifiant provisoire ne sert plus. Pas vous ? ${help.phone}`,
  };
}
