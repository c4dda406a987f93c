import type { Sentence } from "../../../../../law/language.ts";
import { radios } from "../../../../design/components/radios.ts";
import { errorFor } from "../../../../design/patterns.ts";
import type { Question } from "./question.ts";

const words = {
  hint: {
    fr: "Tel qu’il est écrit sur votre acte de naissance ou votre pièce d’identité : nous nous en servons pour vérifier votre numéro.",
    en: "As written on your birth certificate or identity document: we use it to check your number.",
  },
  F: { fr: "Féminin", en: "Female" },
  M: { fr: "Masculin", en: "Male" },
  empty: { fr: "Choisissez l’une des deux réponses.", en: "Choose one of the two answers." },
} satisfies Record<string, Sentence>;

export const sex: Question = {
  title: { fr: "Votre sexe à l’état civil", en: "Your sex in the civil register" },
  isAsked: () => true,
  isAnswered: (draft) => draft.sex !== undefined,
  body: ({ shell: { language }, draft, errors }) =>
    radios({
      name: "sex",
      fieldset: {
        legend: { text: sex.title[language], classes: "govuk-fieldset__legend--l", isPageHeading: true },
      },
      hint: { text: words.hint[language] },
      value: draft.sex,
      items: [
        { value: "F", text: words.F[language] },
        { value: "M", text: words.M[language] },
      ],
      errorMessage: errorFor(language, errors?.sex?.[language]),
    }),
  read: (typed, { draft }) =>
    typed.sex === "F" || typed.sex === "M"
      ? { draft: { ...draft, sex: typed.sex } }
      : { refused: { sex: words.empty } },
};
