import type { Institution } from "../institution.ts";
import { words } from "./words.ts";

export const cpam54 = {
  id: "cpam54",
  shortName: "CPAM 54",
  name: {
    fr: "Assurance maladie de Meurthe-et-Moselle",
    en: "Health Insurance Fund of Meurthe-et-Moselle",
  },
  country: "FR",
  timeZone: "Europe/Paris",
  siteAddress: "cpam54.fr",
  colours: {
    brand: "#0c3f7d",
    onBrand: "#ffffff",
    tint: "#edf4fb",
    link: "#0c4d94",
    linkHover: "#0a3261",
    button: "#0c4d94",
    buttonHover: "#0a3261",
  },
  help: {
    phone: "36 46",
    hours: {
      fr: "du lundi au vendredi, de 8 h 30 à 17 h 30 (service gratuit + prix d’un appel)",
      en: "Monday to Friday, 8:30 am to 5:30 pm (free service, price of a call)",
    },
    desk: {
      fr: "Votre structure peut écrire au service partenaires de la CPAM.",
      en: "Your structure can write to the partner service of the CPAM.",
    },
    supportMail: "comptes@cpam54.exemple.fr",
  },
  passwords: { min: 12, max: 64, require: ["digit", "lowercase", "uppercase"] },
  codes: { minutes: { sms: 10, mail: 15 }, resends: 3 },
  session: { idleMinutes: 15, absoluteHours: 12, warnSeconds: 150 },
  contextWords: [
    "cpam",
    "ameli",
    "assurance",
    "maladie",
    "solidaires",
    "partenaires",
    "meurthe",
    "moselle",
    "nancy",
  ],
  charters: { partenaires: "partner" },
  words,
  accounts: {
    home: "partners",
    firstSignIn: ["terms", "password"],
    numbers: {
      shapes: [{ kind: "partner", digits: 10, name: { fr: "identifiant", en: "identifier" } }],
      label: { fr: "Votre identifiant", en: "Your identifier" },
      hint: {
        fr: "Les 10 chiffres que nous vous avons envoyés par mail. Il est à vous seul.",
        en: "The 10 digits that we sent you by mail. It is yours alone.",
      },
    },
    partners: { firstPasswordDays: 14 },
    secondStep: "optional",
    secondStepOf: { manager: "required" },
  },
} as const satisfies Institution;
