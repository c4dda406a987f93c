import type { Sentence } from "../language.ts";

/** Where a piece of advice helps. */
export type AdvicePlace = "choose-password" | "sign-in" | "home" | "alarm" | "recovered";

export type Advice = {
  readonly id: string;
  readonly says: Sentence;
  readonly helps: readonly AdvicePlace[];
  readonly source: "MC-28";
};

/** How to keep one's credentials safe (MC-28): one or two in each place, so that they are read. */
export const advice: readonly Advice[] = [
  {
    id: "choose-it-yourself",
    says: {
      fr: "Choisissez votre mot de passe vous-même : ne demandez à personne de le faire à votre place.",
      en: "Choose your password yourself: never ask anyone to make one for you.",
    },
    helps: ["choose-password"],
    source: "MC-28",
  },
  {
    id: "one-for-each-service",
    says: {
      fr: "Prenez un mot de passe qui ne sert nulle part ailleurs. Si un autre site se le fait voler, votre compte reste à vous.",
      en: "Take a password that you use nowhere else. If another site has it stolen, your account stays yours.",
    },
    helps: ["choose-password", "recovered"],
    source: "MC-28",
  },
  {
    id: "change-it",
    says: {
      fr: "Changez de mot de passe de temps en temps, et tout de suite si vous pensez que quelqu’un le connaît.",
      en: "Change your password from time to time, and at once if you think that someone knows it.",
    },
    helps: ["home"],
    source: "MC-28",
  },
  {
    id: "not-in-a-shared-browser",
    says: {
      fr: "Sur un ordinateur que d’autres utilisent, ne laissez pas le navigateur retenir votre mot de passe.",
      en: "On a computer that others use, do not let the browser remember your password.",
    },
    helps: ["sign-in"],
    source: "MC-28",
  },
  {
    id: "never-in-clear",
    says: {
      fr: "N’envoyez jamais votre mot de passe par message, et ne le notez pas là où d’autres peuvent le lire.",
      en: "Never send your password in a message, and do not write it where others can read it.",
    },
    helps: ["alarm", "recovered"],
    source: "MC-28",
  },
  {
    id: "browser-up-to-date",
    says: {
      fr: "Gardez votre navigateur à jour : les mises à jour corrigent ses failles.",
      en: "Keep your browser up to date: updates mend its weaknesses.",
    },
    helps: ["home"],
    source: "MC-28",
  },
];

/** The advice to show in one place, in the order of the list (MC-28). */
export function adviceFor(place: AdvicePlace): Advice[] {
  return advice.filter(({ helps }) => helps.includes(place));
}
