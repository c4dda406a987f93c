import type { Sentence } from "../language.ts";

/** Why the institution asks for new passwords, in the words that people read before they choose one (MC-13). */
export const campaignReasons = {
  precaution: {
    fr: "Nous vous demandons de choisir un nouveau mot de passe, par précaution. Rien ne montre que quelqu’un soit entré dans votre compte.",
    en: "We ask you to choose a new password, as a precaution. Nothing shows that anyone has been in your account.",
  },
  leak: {
    fr: "Des mots de passe ont été volés sur un autre site. Si le vôtre y servait aussi, quelqu’un pourrait l’essayer ici : choisissez-en un nouveau, qui ne sert nulle part ailleurs.",
    en: "Passwords were stolen from another site. If you used yours there too, someone could try it here: choose a new one that you use nowhere else.",
  },
  incident: {
    fr: "Nous avons remarqué des essais inhabituels de connexion. Pour protéger votre compte, choisissez un nouveau mot de passe.",
    en: "We have noticed unusual attempts to sign in. To protect your account, choose a new password.",
  },
  age: {
    fr: "Votre mot de passe date d’il y a longtemps. Choisissez-en un nouveau : celui-ci a pu être vu ou deviné depuis.",
    en: "Your password is old. Choose a new one: this one may have been seen or guessed since.",
  },
} as const satisfies Record<string, Sentence>;

export type CampaignReason = keyof typeof campaignReasons;

/** Where no campaign asked: the person said that somebody knows their password. */
export const dueByAlarm: Sentence = {
  fr: "Vous nous avez signalé un danger : quelqu’un connaît peut-être votre mot de passe. Choisissez-en un nouveau : l’ancien ne doit plus ouvrir votre compte.",
  en: "You told us of a danger: someone may know your password. Choose a new one: the old one must no longer open your account.",
};

/** Persons that one campaign may name: beyond, ask everybody. */
export const longestList = 10_000;
