import type { Language, Sentence } from "../../../law/language.ts";
import { type CharacterCount, characterCount } from "../components/character-count.ts";
import { type DateInput, dateInput } from "../components/date-input.ts";
import { classList, type Html } from "../html.ts";

const dateWords = {
  day: { fr: "Jour", en: "Day" },
  month: { fr: "Mois", en: "Month" },
  year: { fr: "Année", en: "Year" },
} satisfies Record<string, Sentence>;

const parts = ["day", "month", "year"] as const;

export type DateField = Pick<DateInput, "fieldset" | "hint" | "errorMessage" | "values"> & {
  /** The three boxes are called `name-day`, `name-month` and `name-year`, and so are their ids. */
  name: string;
  /** The boxes to mark; all of them when left out. */
  wrong?: readonly (typeof parts)[number][] | undefined;
  /** Lets the browser fill in the person's own date of birth. */
  birthday?: boolean | undefined;
};

/** A date in three boxes, in the language of the page. `values` is by field name, as the form sent it. */
export const dateField = (language: Language, params: DateField): Html =>
  dateInput({
    ...params,
    id: params.name,
    namePrefix: params.name,
    items: parts.map((part) => ({
      name: part,
      label: dateWords[part][language],
      autocomplete: params.birthday ? `bday-${part}` : undefined,
      classes: classList(part === "year" ? "govuk-input--width-4" : "govuk-input--width-2"),
      error: params.wrong?.includes(part),
    })),
  });

const countWords = {
  description: { fr: "Jusqu’à %{count} caractères.", en: "Up to %{count} characters." },
  leftOne: { fr: "Il vous reste %{count} caractère", en: "You have %{count} character left" },
  leftMany: { fr: "Il vous reste %{count} caractères", en: "You have %{count} characters left" },
  none: { fr: "Il ne vous reste aucun caractère", en: "You have no characters left" },
  overOne: { fr: "Vous avez %{count} caractère de trop", en: "You have %{count} character too many" },
  overMany: { fr: "Vous avez %{count} caractères de trop", en: "You have %{count} characters too many" },
} satisfies Record<string, Sentence>;

/** As the script counts down: "2 000", "2,000". */
const numbers = { fr: new Intl.NumberFormat("fr-FR"), en: new Intl.NumberFormat("en-GB") };

/** A field of several lines with a limit in characters, in the language of the page. */
export const longText = (language: Language, params: CharacterCount & { maxlength: number }): Html => {
  const left = { one: countWords.leftOne[language], other: countWords.leftMany[language] };
  const over = { one: countWords.overOne[language], other: countWords.overMany[language] };
  return characterCount({
    ...params,
    textareaDescriptionText: countWords.description[language].replace(
      "%{count}",
      numbers[language].format(params.maxlength),
    ),
    charactersUnderLimitText: left,
    charactersAtLimitText: countWords.none[language],
    charactersOverLimitText: over,
  });
};
