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
      fr: "À l’accueil de la CPAM, demandez le service des partenaires.",
      en: "At the reception desk of the CPAM, ask for the partner service.",
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
    texts: {
      title: {
        fr: "L’espace des partenaires",
        en: "The partners’ area",
      },
      lead: {
        fr: "Vous aidez des assurés à obtenir leurs droits. Chaque collègue y entre avec son propre identifiant et son propre mot de passe.",
        en: "You help insured persons obtain their rights. Every colleague enters with their own identifier and their own password.",
      },
      sees: {
        fr: "Gérer les accès de votre service, si vous en êtes responsable.",
        en: "Manage the accesses of your service, if you are its manager.",
      },
      signIn: {
        fr: "Chaque collègue se connecte avec son propre identifiant et son propre mot de passe. Ils ne se prêtent pas.",
        en: "Every colleague signs in with their own identifier and their own password. They are not lent.",
      },
      first: {
        needs: {
          fr: "La première fois : le mot de passe que nous vous avons envoyé par mail.",
          en: "The first time: the password that we sent you by mail.",
        },
        hint: {
          fr: "À votre première connexion : le mot de passe reçu par mail, tel qu’il est écrit.",
          en: "For your first sign-in: the password received by mail, as it is written.",
        },
        says: {
          fr: "Deux mails vous sont arrivés : votre identifiant, puis un premier mot de passe. Vous choisirez ensuite un mot de passe rien qu’à vous : le premier ne servira plus. Vous l’avez perdu, ou il ne sert plus ? Choisissez « J’ai perdu ou oublié mon mot de passe ». Vous n’avez rien reçu ? Voyez avec la personne responsable de votre service : c’est elle qui ouvre les accès.",
          en: "Two mails reached you: your identifier, then a first password. You will then choose a password that is yours alone: the first one will no longer work. You have lost it, or it no longer works? Choose “I have lost or forgotten my password”. Nothing received? See with the manager of your service, who opens accesses.",
        },
      },
      keeps: {
        lead: {
          fr: "Seulement ce qu’il faut pour vous reconnaître dans votre travail. Rien ici ne parle de votre vie privée.",
          en: "Only what it takes to recognise you at work. Nothing here is about your private life.",
        },
        own: [
          {
            name: { fr: "Votre identité professionnelle", en: "Who you are at work" },
            says: {
              fr: "Votre prénom et votre nom. Nous ne demandons ni numéro de sécurité sociale ni date de naissance.",
              en: "Your first name and your name. We ask for no social-security number and no birth date.",
            },
          },
          {
            name: { fr: "Votre identifiant", en: "Your identifier" },
            says: {
              fr: "Chiffré. Il n’apparaît ni dans l’adresse d’une page, ni dans nos journaux techniques.",
              en: "Encrypted. It shows neither in the address of a page nor in our technical logs.",
            },
          },
          {
            name: { fr: "Votre service", en: "Your service" },
            says: {
              fr: "La structure et le service où vous travaillez, qui vous y a ouvert l’accès, et si vous en gérez les accès.",
              en: "The structure and the service where you work, who opened your access there, and whether you manage its accesses.",
            },
          },
          {
            name: { fr: "Les demandes de votre structure", en: "Your structure’s requests" },
            says: {
              fr: "Qui a demandé des accès, au nom de quelle structure, et notre réponse.",
              en: "Who asked for accesses, on behalf of which structure, and our answer.",
            },
          },
        ],
      },
      refusal: {
        fr: "C’est votre droit, et cela ne change rien pour les personnes que vous aidez : elles gardent leurs droits et leur propre espace.",
        en: "You have the right to, and it changes nothing for the people you help: they keep their rights and their own account.",
      },
    },
    home: "partners",
    firstSignIn: ["terms", "password"],
    numbers: {
      shapes: [{ kind: "partner", digits: 10, name: { fr: "identifiant", en: "identifier" } }],
      label: { fr: "Votre identifiant", en: "Your identifier" },
      hint: {
        fr: "Les 10 chiffres que nous vous avons envoyés par mail. Il n’est qu’à vous.",
        en: "The 10 digits that we sent you by mail. It is yours alone.",
      },
    },
    partners: { firstPasswordDays: 14, insuredSite: "ameli.fr" },
    secondStep: "optional",
    // Not by mail: the mailbox is where the first password comes, and a forgotten one is chosen again.
    secondStepOf: { manager: { policy: "required", means: ["mobile", "passkey"] } },
  },
} as const satisfies Institution;
