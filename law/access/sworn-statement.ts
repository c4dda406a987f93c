import type { Sentence } from "../language.ts";

/**
 * What is told to whoever signs a declaration online, before they sign (MC-11). Its words are part of what is signed:
 * a claim keeps the fingerprint of the text that was read.
 */
export const swornStatement = {
  source: "MC-11",
  value: {
    fr: "En signant, vous déclarez sur l’honneur que ce que vous avez écrit est exact et complet. Cette déclaration en ligne a la même valeur que si vous l’aviez signée sur papier.",
    en: "By signing, you declare on your honour that what you have written is accurate and complete. This online declaration has the same value as one signed on paper.",
  },
  checks: {
    fr: "Nous vérifions les déclarations, au besoin auprès d’autres organismes, d’employeurs ou de banques (article L.114-19 du Code de la sécurité sociale).",
    en: "We check declarations, if need be with other bodies, employers or banks (article L.114-19 of the Social Security Code).",
  },
  mistake: {
    fr: "Une erreur de bonne foi n’est pas une fraude : si vous en voyez une après l’envoi, dites-le-nous et nous la corrigerons.",
    en: "An honest mistake is not fraud: if you notice one after sending, tell us and we will correct it.",
  },
  penalties: [
    {
      says: {
        fr: "Une fausse déclaration faite exprès est une fraude : il faut rembourser, nous pouvons infliger une pénalité financière et porter plainte.",
        en: "A false declaration made on purpose is fraud: the money is paid back, we may impose a financial penalty and file a complaint.",
      },
      articles: {
        fr: "articles L.114-9 et L.114-17 du Code de la sécurité sociale",
        en: "articles L.114-9 and L.114-17 of the Social Security Code",
      },
    },
    {
      says: {
        fr: "Un tribunal peut la punir comme une escroquerie, comme un faux, ou comme une fausse déclaration faite pour obtenir une prestation.",
        en: "A court may punish it as a swindle, as forgery, or as a false declaration made to obtain a benefit.",
      },
      articles: {
        fr: "articles 313-1 à 313-3, 441-1 et 441-6 du Code pénal",
        en: "articles 313-1 to 313-3, 441-1 and 441-6 of the Penal Code",
      },
    },
  ],
  signs: {
    fr: "Je déclare sur l’honneur que ce que j’ai écrit est exact et complet, et je sais ce que je risque par une fausse déclaration.",
    en: "I declare on my honour that what I have written is accurate and complete, and I know what a false declaration may bring.",
  },
} as const satisfies {
  source: string;
  value: Sentence;
  checks: Sentence;
  mistake: Sentence;
  penalties: readonly { says: Sentence; articles: Sentence }[];
  signs: Sentence;
};

export const swornStatementRefusals = {
  notTicked: {
    fr: "Pour envoyer, cochez la case : c’est votre signature.",
    en: "To send, tick the box: it is your signature.",
  },
} as const satisfies Record<string, Sentence>;
