import type { Connect } from "../institution.ts";

/** The sites and the app that sign people in with Cafconnect (CP-23). */
export const connect: Connect = {
  name: "Cafconnect",
  sites: [
    {
      id: "mon-compte-aripa",
      kind: "site",
      name: { fr: "Mon Compte ARIPA", en: "Mon Compte ARIPA" },
      purpose: {
        fr: "Pour fixer, recevoir ou payer une pension alimentaire avec l’aide de l’agence.",
        en: "To set, receive or pay child support with the agency’s help.",
      },
      scopes: ["profile", "email", "phone"],
      redirectUris: ["https://mon-compte-aripa.exemple.fr/connexion/retour"],
      signedOutUris: ["https://mon-compte-aripa.exemple.fr/"],
      backchannelLogoutUri: "https://mon-compte-aripa.exemple.fr/connexion/fin",
    },
    {
      id: "caf-app",
      kind: "app",
      name: { fr: "Application mobile Caf", en: "Caf mobile app" },
      purpose: {
        fr: "Pour suivre votre dossier sur votre téléphone.",
        en: "To follow your file on your phone.",
      },
      scopes: ["profile", "quality"],
      redirectUris: ["fr.exemple.caf:/connexion"],
      signedOutUris: ["fr.exemple.caf:/fin"],
    },
  ],
};
