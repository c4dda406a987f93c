import type { Institution } from "../../../institutions/institution.ts";

/** An invented institution, data alone, as a folder under `institutions/` would hold it. */
export const littoral = {
  id: "littoral",
  shortName: "Littoral",
  name: { fr: "Caisse sociale du littoral", en: "Coastal Social Fund" },
  country: "FR",
  timeZone: "Indian/Reunion",
  siteAddress: "littoral.exemple.fr",
  colours: {
    brand: "#5a1f4e",
    onBrand: "#ffffff",
    tint: "#f8eff5",
    link: "#7a2368",
    linkHover: "#5a1f4e",
    button: "#7a2368",
    buttonHover: "#5a1f4e",
  },
  help: {
    phone: "0262 00 00 00",
    hours: { fr: "tous les matins, de 8 h à midi", en: "every morning, 8 am to noon" },
    desk: {
      fr: "Venez à la capitainerie avec une pièce d’identité.",
      en: "Come to the harbour office with an identity document.",
    },
    supportMail: "comptes@littoral.exemple.fr",
  },
  passwords: { min: 16, max: 72, require: ["lowercase", "special"] },
  codes: { minutes: { sms: 5, mail: 20 }, resends: 2 },
  session: { idleMinutes: 10, absoluteHours: 8, warnSeconds: 120 },
  contextWords: ["littoral", "capitainerie", "marin"],
  charters: { adherents: "person" },
  words: [
    {
      id: "jour-de-mer",
      term: { fr: "jour de mer", en: "day at sea" },
      forms: { fr: ["jour de mer", "jours de mer"], en: ["day at sea", "days at sea"] },
      says: {
        fr: "Un jour passé à bord, du départ au retour au port.",
        en: "A day spent aboard, from leaving port to coming back.",
      },
    },
  ],
  accounts: {
    home: "insured",
    firstSignIn: ["password", "terms"],
    texts: {
      title: { fr: "Votre espace d’adhérent", en: "Your member’s account" },
      lead: { fr: "Pour les gens de mer et leurs familles.", en: "For seafarers and their families." },
      sees: { fr: "Voir ce que nous savons de vous.", en: "See what we know about you." },
      signIn: {
        fr: "Chacun se connecte avec son propre numéro d’adhérent.",
        en: "Everyone signs in with their own member number.",
      },
      first: {
        needs: {
          fr: "La première fois : le mot de passe donné à la capitainerie.",
          en: "The first time: the password given at the harbour office.",
        },
        hint: {
          fr: "La première fois : le mot de passe donné à la capitainerie.",
          en: "The first time: the password given at the harbour office.",
        },
        says: {
          fr: "La capitainerie vous a donné un premier mot de passe. Vous en choisissez un autre aussitôt.",
          en: "The harbour office gave you a first password. You choose another one at once.",
        },
      },
      keeps: {
        lead: {
          fr: "Ce qu’il faut pour vous reconnaître à bord et à terre.",
          en: "What it takes to recognise you aboard and ashore.",
        },
        own: [
          {
            name: { fr: "Votre livret", en: "Your booklet" },
            says: {
              fr: "Votre nom, votre date de naissance et votre numéro d’adhérent, chiffré.",
              en: "Your name, your date of birth and your member number, encrypted.",
            },
          },
        ],
      },
      refusal: {
        fr: "C’est votre droit, et votre place à bord n’en dépend pas.",
        en: "You have the right to, and your place aboard does not depend on it.",
      },
    },
    numbers: {
      shapes: [{ kind: "insurance", digits: 7, name: { fr: "numéro d’adhérent", en: "member number" } }],
      label: { fr: "Votre numéro d’adhérent", en: "Your member number" },
      hint: { fr: "7 chiffres, sur votre livret.", en: "7 digits, in your booklet." },
    },
    secondStep: "off",
  },
} as const satisfies Institution;
