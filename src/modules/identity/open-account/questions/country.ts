import { readName } from "../../../../../law/civil-status/name.ts";
import type { Sentence } from "../../../../../law/language.ts";
import { input } from "../../../../design/components/input.ts";
import { select } from "../../../../design/components/select.ts";
import { html } from "../../../../design/html.ts";
import { errorFor } from "../../../../design/patterns.ts";
import { countriesByName, countryOf } from "../../birth-place/countries.ts";
import type { Question, Typed } from "./question.ts";

const words = {
  country: { fr: "Pays", en: "Country" },
  countryHint: {
    fr: "Le pays où cette ville se trouve aujourd’hui, même s’il portait alors un autre nom.",
    en: "The country where this town is today, even if it had another name then.",
  },
  choose: { fr: "Choisissez", en: "Choose" },
  town: { fr: "Ville", en: "Town" },
  townHint: { fr: "En lettres latines, comme sur vos papiers.", en: "In Latin letters, as on your papers." },
  noCountry: { fr: "Choisissez le pays dans la liste.", en: "Choose the country in the list." },
  noTown: { fr: "Indiquez la ville de naissance.", en: "Enter the town of birth." },
} satisfies Record<string, Sentence>;

export const country: Question = {
  title: { fr: "Votre pays et votre ville de naissance", en: "Your country and town of birth" },
  isAsked: ({ place }) => place?.in === "abroad",
  isAnswered: ({ place }) => place?.in === "abroad" && place.iso !== undefined && place.town !== undefined,
  body: ({ shell: { language }, draft, typed, errors }) => {
    const place = draft.place?.in === "abroad" ? draft.place : undefined;
    const values: Typed = typed ?? { country: place?.iso ?? "", town: place?.town ?? "" };
    return html`<h1 class="govuk-heading-l">${country.title[language]}</h1>
${select({
  id: "country",
  name: "country",
  label: { text: words.country[language], classes: "govuk-label--s" },
  hint: { text: words.countryHint[language] },
  value: values.country,
  items: [
    { value: "", text: words.choose[language] },
    ...countriesByName(language).map(({ iso, name }) => ({ value: iso, text: name })),
  ],
  errorMessage: errorFor(language, errors?.country?.[language]),
})}
${input({
  id: "town",
  name: "town",
  label: { text: words.town[language], classes: "govuk-label--s" },
  hint: { text: words.townHint[language] },
  value: values.town ?? "",
  spellcheck: false,
  errorMessage: errorFor(language, errors?.town?.[language]),
})}`;
  },
  read: ({ country: iso = "", town = "" }, { draft }) => {
    const read = readName(town);
    const refused: Record<string, Sentence> = {
      ...(!countryOf(iso) && { country: words.noCountry }),
      ...("refused" in read ? { town: read.refused.says } : read.name === "" && { town: words.noTown }),
    };
    if (Object.keys(refused).length > 0 || "refused" in read) return { refused };
    return { draft: { ...draft, place: { in: "abroad", iso, town: read.name } } };
  },
};
