import type { Sentence } from "../../../../../law/language.ts";
import { html } from "../../../../design/html.ts";
import { readAddress, type TypedAddress } from "../../address/address.ts";
import { addressInputs } from "../../address/fields.ts";
import type { Errors, Question } from "./question.ts";

const lead: Sentence = {
  fr: "Là où vous vivez aujourd’hui, et où nous pouvons vous écrire.",
  en: "Where you live today, and where we can write to you.",
};

export const address: Question = {
  title: { fr: "Votre adresse", en: "Your address" },
  isAsked: () => true,
  isAnswered: (draft) => draft.address !== undefined,
  body: ({ shell: { language }, draft, country, typed, errors }) => {
    const { street = "", extra, postcode, town = "" } = draft.address ?? {};
    const kept: TypedAddress = { street, extra: extra ?? "", postcode: postcode ?? "", town };
    return html`<h1 class="govuk-heading-l">${address.title[language]}</h1>
<p class="govuk-body">${lead[language]}</p>
${addressInputs(language, country, typed ?? kept, errors)}`;
  },
  read: (typed, { draft, country }) => {
    const read = readAddress(typed, country);
    return "address" in read
      ? { draft: { ...draft, address: read.address } }
      : { refused: read.refused as Errors };
  },
};
