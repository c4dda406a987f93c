import type { Institution } from "../institution.ts";
import { words } from "./words.ts";

export const cnss = {
  id: "cnss",
  shortName: "CNSS",
  name: {
    fr: "Caisse nationale de sécurité sociale de Djibouti",
    en: "National Social Security Fund of Djibouti",
  },
  country: "DJ",
  timeZone: "Africa/Djibouti",
  siteAddress: "cnss.dj",
  colours: {
    brand: "#0b4f3c",
    onBrand: "#ffffff",
    tint: "#ecf6f1",
    link: "#0b5c74",
    linkHover: "#083d4d",
    button: "#0b4f3c",
    buttonHover: "#073527",
  },
  help: {
    phone: "+253 21 32 46 00",
    hours: { fr: "du dimanche au jeudi, de 7 h 30 à 14 h", en: "Sunday to Thursday, 7:30 am to 2 pm" },
    desk: {
      fr: "Présentez-vous au guichet de la CNSS avec votre carte d’assuré et une pièce d’identité.",
      en: "Come to the CNSS counter with your insurance card and an identity document.",
    },
    supportMail: "comptes@cnss.exemple.fr",
  },
  passwords: { min: 10, max: 64, require: ["digit", "lowercase", "uppercase", "special"], source: "CN-06" },
  codes: { minutes: { sms: 10, mail: 15 }, resends: 3 },
  session: { idleMinutes: 15, absoluteHours: 12, warnSeconds: 150 },
  contextWords: ["cnss", "djibouti", "assure", "cotisation", "employeur", "pension", "retraite"],
  charters: { assures: "person", employeurs: "employer" },
  words,
  accounts: {
    home: "insured",
    firstSignIn: ["terms", "password", "contacts"],
    numbers: {
      // UNVERIFIED: no public source gives the shape of these numbers. Nine and six digits are placeholders.
      shapes: [
        { kind: "insurance", digits: 9, name: { fr: "numéro d’assuré", en: "insurance number" } },
        { kind: "employer", digits: 6, name: { fr: "numéro d’employeur", en: "employer number" } },
      ],
      label: { fr: "Votre numéro d’assuré ou d’employeur", en: "Your insurance or employer number" },
      hint: {
        fr: "Assuré : les 9 chiffres de votre carte d’assuré. Employeur : les 6 chiffres de votre certificat d’enregistrement.",
        en: "Insured person: the 9 digits of your insurance card. Employer: the 6 digits of your registration certificate.",
      },
    },
    accessRequests: { firstPasswordDays: 30 },
    secondStep: "optional",
  },
} as const satisfies Institution;
