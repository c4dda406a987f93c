import type { Sentence } from "../../../../../law/language.ts";
import { radios } from "../../../../design/components/radios.ts";
import { errorFor } from "../../../../design/patterns.ts";
import type { Question } from "./question.ts";

const words = {
  france: { fr: "En France", en: "In France" },
  franceHint: {
    fr: "Outre-mer compris",
    en: "Overseas France included",
  },
  abroad: { fr: "À l’étranger", en: "Abroad" },
  abroadHint: {
    fr: "Nous vous demanderons aussi le nom de vos parents, comme sur votre acte de naissance.",
    en: "We will also ask for your parents’ names, as on your birth certificate.",
  },
  empty: {
    fr: "Dites-nous si c’était en France ou à l’étranger.",
    en: "Tell us if it was in France or abroad.",
  },
} satisfies Record<string, Sentence>;

export const birthPlace: Question = {
  title: { fr: "Votre lieu de naissance", en: "Your place of birth" },
  isAsked: () => true,
  isAnswered: (draft) => draft.place !== undefined,
  body: ({ shell: { language }, draft, errors }) =>
    radios({
      name: "place",
      fieldset: {
        legend: {
          text: birthPlace.title[language],
          classes: "govuk-fieldset__legend--l",
          isPageHeading: true,
        },
      },
      value: draft.place?.in,
      items: [
        { value: "france", text: words.france[language], hint: { text: words.franceHint[language] } },
        { value: "abroad", text: words.abroad[language], hint: { text: words.abroadHint[language] } },
      ],
      errorMessage: errorFor(language, errors?.place?.[language]),
    }),
  read: ({ place }, { draft }) => {
    if (place !== "france" && place !== "abroad") return { refused: { place: words.empty } };
    if (draft.place?.in === place) return { draft };
    // What was told of the other place, and of parents, is of no use here.
    return { draft: { ...draft, place: { in: place }, parents: undefined } };
  },
};
