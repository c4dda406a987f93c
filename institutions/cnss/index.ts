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
      fr: "Présentez-vous au guichet de la CNSS avec une pièce d’identité et, si vous en avez un, un document qui porte votre numéro.",
      en: "Come to the CNSS counter with an identity document and, if you have one, a paper that bears your number.",
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
    texts: {
      title: {
        fr: "Votre espace CNSS",
        en: "Your CNSS account",
      },
      lead: {
        fr: "Pour les assurés et les employeurs. Chacun y entre avec son propre numéro et son propre mot de passe.",
        en: "For insured persons and employers. Everyone enters with their own number and their own password.",
      },
      sees: {
        fr: "Voir et corriger ce que nous savons de vous ou de votre entreprise.",
        en: "See and correct what we know about you or your company.",
      },
      signIn: {
        fr: "Chacun se connecte avec son propre numéro et son propre mot de passe.",
        en: "Everyone signs in with their own number and their own password.",
      },
      first: {
        needs: {
          fr: "La première fois : le mot de passe que nous vous avons remis quand votre demande d’accès a été acceptée.",
          en: "The first time: the password we handed over when your request for access was accepted.",
        },
        hint: {
          fr: "À votre première connexion : le mot de passe que nous vous avons remis, tel qu’il est écrit.",
          en: "For your first sign-in: the password we handed over to you, as it is written.",
        },
        says: {
          fr: "Utilisez votre numéro et le mot de passe que nous vous avons remis par message ou par lettre. Vous choisirez ensuite un mot de passe rien qu’à vous : le premier ne servira plus. Vous l’avez perdu, ou il ne sert plus ? Choisissez « J’ai perdu ou oublié mon mot de passe ». Vous n’avez jamais demandé d’accès ? Demandez-le d’abord.",
          en: "Use your number and the password we handed over to you by message or by letter. You will then choose a password that is yours alone: the first one will no longer work. You have lost it, or it no longer works? Choose “I have lost or forgotten my password”. You never asked for an access? Ask for it first.",
        },
      },
      keeps: {
        lead: {
          fr: "Seulement ce qu’il faut pour vous reconnaître et tenir votre compte d’assuré ou d’employeur.",
          en: "Only what it takes to recognise you and keep your account as an insured person or an employer.",
        },
        own: [
          {
            name: { fr: "Votre identité", en: "Your identity" },
            says: {
              fr: "Vos prénoms, votre nom, votre date de naissance, et votre adresse si vous la donnez.",
              en: "Your first names, your name, your date of birth, and your address if you give it.",
            },
          },
          {
            name: { fr: "Votre numéro d’assuré ou d’employeur", en: "Your insurance or employer number" },
            says: {
              fr: "Chiffré. Il n’apparaît ni dans l’adresse d’une page, ni dans nos journaux techniques.",
              en: "Encrypted. It shows neither in the address of a page nor in our technical logs.",
            },
          },
          {
            name: { fr: "Votre entreprise", en: "Your company" },
            says: {
              fr: "Si vous agissez pour elle : son nom, ce que vous y êtes, et les coordonnées que vous en donnez.",
              en: "If you act for one: its name, what you are there, and the contact details you give of it.",
            },
          },
          {
            name: { fr: "Votre demande d’accès", en: "Your request for access" },
            says: {
              fr: "Ce que vous y avez dit, chiffré, jusqu’à notre réponse ; ensuite, seulement la réponse et sa raison.",
              en: "What you told there, encrypted, until our answer; after that, only the answer and its reason.",
            },
          },
        ],
      },
      refusal: {
        fr: "C’est votre droit, et cela ne change rien à vos droits ni à vos cotisations.",
        en: "You have the right to, and it changes nothing to your rights or contributions.",
      },
    },
    home: "insured",
    firstSignIn: ["terms", "password", "contacts"],
    numbers: {
      // No public source gives the shape of these numbers: nine and six digits are placeholders, which the pages do not state.
      shapes: [
        {
          kind: "insurance",
          digits: 9,
          unverified: true,
          name: { fr: "numéro d’assuré", en: "insurance number" },
        },
        {
          kind: "employer",
          digits: 6,
          unverified: true,
          name: { fr: "numéro d’employeur", en: "employer number" },
        },
      ],
      label: { fr: "Votre numéro d’assuré ou d’employeur", en: "Your insurance or employer number" },
      hint: {
        fr: "Tel que la CNSS vous l’a donné, à vous ou à votre entreprise.",
        en: "As the CNSS gave it to you or to your company.",
      },
    },
    accessRequests: { firstPasswordDays: 30 },
    secondStep: "optional",
  },
} as const satisfies Institution;
