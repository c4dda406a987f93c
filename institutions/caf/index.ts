import type { Institution } from "../institution.ts";
import { connect } from "./sites.ts";
import { words } from "./words.ts";

export const caf = {
  id: "caf",
  shortName: "Caf",
  name: { fr: "Allocations familiales", en: "Family Allowance Fund" },
  country: "FR",
  timeZone: "Europe/Paris",
  siteAddress: "caf.fr",
  colours: {
    brand: "#12315c",
    onBrand: "#ffffff",
    tint: "#eef3fa",
    link: "#1b4f91",
    linkHover: "#12315c",
    button: "#1b5e4b",
    buttonHover: "#134537",
  },
  help: {
    phone: "32 30",
    hours: {
      fr: "du lundi au vendredi, de 9 h à 16 h 30 (prix d’un appel local)",
      en: "Monday to Friday, 9 am to 4:30 pm (local call rate)",
    },
    desk: {
      fr: "Présentez-vous à l’accueil de votre Caf avec une pièce d’identité.",
      en: "Come to the reception desk of your Caf with an identity document.",
    },
    supportMail: "comptes@caf.exemple.fr",
  },
  passwords: { min: 8, max: 24, require: ["digit", "lowercase", "uppercase"] },
  codes: { minutes: { sms: 10, mail: 15 }, resends: 3 },
  session: { idleMinutes: 15, absoluteHours: 12, warnSeconds: 150 },
  contextWords: [
    "caf",
    "cnaf",
    "cafconnect",
    "allocation",
    "allocations",
    "familiales",
    "allocataire",
    "moncompte",
    "foyer",
    "rsa",
    "aah",
    "apl",
    "paje",
    "prime",
    "activite",
    "rentree",
  ],
  charters: { "mon-compte": "person", "reseaux-sociaux": "public" },
  words,
  accounts: {
    texts: {
      title: {
        fr: "Votre espace personnel",
        en: "Your personal account",
      },
      lead: {
        fr: "Votre dossier, votre foyer et vos coordonnées au même endroit. Chacun y entre avec son propre numéro et son propre mot de passe.",
        en: "Your file, your household and your contact details in one place. Everyone enters with their own number and their own password.",
      },
      sees: {
        fr: "Voir ce que nous savons de vous et, si vous en avez le droit, de votre foyer.",
        en: "See what we know about you and, if you are entitled to, about your household.",
      },
      signIn: {
        fr: "Chacun se connecte avec son propre numéro et son propre mot de passe. Le numéro de dossier ne sert plus à se connecter.",
        en: "Everyone signs in with their own number and their own password. The file number no longer signs anyone in.",
      },
      first: {
        needs: {
          fr: "La première fois : l’ancien mot de passe du dossier, à 8 chiffres. Il figure sur nos anciens courriers.",
          en: "The first time: the old password of the file, 8 digits. It is printed on our earlier letters.",
        },
        hint: {
          fr: "À votre première connexion : l’ancien mot de passe de votre dossier, en 8 chiffres.",
          en: "For your first sign-in: the old password of your file, 8 digits.",
        },
        says: {
          fr: "Utilisez votre propre numéro de sécurité sociale et l’ancien mot de passe du dossier, à 8 chiffres, qui figure sur nos anciens courriers. Vous choisirez ensuite un mot de passe rien qu’à vous. Dans un couple, chacun fait sa première connexion de son côté.",
          en: "Use your own social-security number and the old 8-digit password of the file, printed on our earlier letters. You will then choose a password that is yours alone. In a couple, each person does their own first sign-in.",
        },
      },
      keeps: {
        lead: {
          fr: "Seulement ce qu’il faut pour vous reconnaître et tenir votre dossier.",
          en: "Only what it takes to recognise you and run your file.",
        },
        own: [
          {
            name: { fr: "Votre identité", en: "Your identity" },
            says: {
              fr: "Vos prénoms, votre nom et votre date de naissance.",
              en: "Your first names, your name and your date of birth.",
            },
          },
          {
            name: { fr: "Votre numéro de sécurité sociale", en: "Your social-security number" },
            says: {
              fr: "Lui ou votre identifiant provisoire, chiffré. Il n’apparaît ni dans l’adresse d’une page, ni dans nos journaux techniques.",
              en: "That or your provisional identifier, encrypted. It shows neither in the address of a page nor in our technical logs.",
            },
          },
          {
            name: { fr: "Votre foyer", en: "Your household" },
            says: {
              fr: "Qui en fait partie, les droits et les mesures de protection qui disent qui peut agir sur le dossier, et la gestion confiée à un conjoint.",
              en: "Who belongs to it, the entitlements and protection measures that say who may act on the file, and whether it is entrusted to a spouse.",
            },
          },
        ],
      },
      refusal: {
        fr: "C’est votre droit, et cela ne change rien à vos prestations ni à vos paiements.",
        en: "You have the right to, and it changes nothing to your benefits or payments.",
      },
    },
    home: "household",
    firstSignIn: ["terms", "password", "contacts", "delegation"],
    oldPasswordDigits: 8,
    connect,
    secondStep: "optional",
    franceConnect: true,
    claims: ["moved-in"],
  },
} as const satisfies Institution;
