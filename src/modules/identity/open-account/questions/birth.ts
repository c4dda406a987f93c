import { readBirthDate } from "../../../../../law/civil-status/birth-date.ts";
import type { Language, Sentence } from "../../../../../law/language.ts";
import { checkboxes } from "../../../../design/components/checkboxes.ts";
import { type Html, html } from "../../../../design/html.ts";
import { dateField, errorFor } from "../../../../design/patterns.ts";
import type { Question, Shown, Typed } from "./question.ts";

const words = {
  hint: { fr: "Par exemple 3 11 1988", en: "For example 3 11 1988" },
  unknown: {
    fr: "Si votre acte de naissance ne dit pas tout",
    en: "If your birth certificate does not say it all",
  },
  day: { fr: "Le jour n’est pas connu", en: "The day is not known" },
  month: { fr: "Ni le jour ni le mois ne sont connus", en: "Neither the day nor the month is known" },
} satisfies Record<string, Sentence>;

export const birth: Question = {
  title: { fr: "Votre date de naissance", en: "Your date of birth" },
  isAsked: () => true,
  isAnswered: (draft) => draft.birth !== undefined,
  body: (shown) =>
    birthDateFields({
      ...shown,
      language: shown.shell.language,
      values: shown.typed ?? typedOf(shown.draft.birth),
    }),
  read: (typed, { draft, today }) => {
    const read = readTypedBirth(typed, today);
    return "date" in read ? { draft: { ...draft, birth: read.date } } : read;
  },
};

/** Reads the boxes of `birthDateFields`. */
function readTypedBirth(typed: Typed, today: string) {
  const read = readBirthDate(
    {
      day: typed["birth-day"] ?? "",
      month: typed["birth-month"] ?? "",
      year: typed["birth-year"] ?? "",
      dayUnknown: typed["day-unknown"] === "yes",
      monthUnknown: typed["month-unknown"] === "yes",
    },
    today,
  );
  if ("date" in read) return read;
  return { refused: { [`birth-${read.wrong[0]}`]: read.refused.says }, wrong: read.wrong };
}

type BirthDateFields = Pick<Shown, "errors" | "wrong"> & { language: Language; values: Typed };

/** A birth date in three boxes, and two more to tick where its register knows no day or month (CP-12). */
function birthDateFields({ language, values, errors, wrong }: BirthDateFields): Html {
  const error = Object.entries(errors ?? {}).find(([field]) => field.startsWith("birth-"))?.[1];
  return html`${dateField(language, {
    name: "birth",
    fieldset: {
      legend: { text: birth.title[language], classes: "govuk-fieldset__legend--l", isPageHeading: true },
    },
    hint: { text: words.hint[language] },
    values,
    birthday: true,
    wrong,
    errorMessage: errorFor(language, error?.[language]),
  })}
${checkboxes({
  name: "unknown",
  fieldset: { legend: { text: words.unknown[language], classes: "govuk-fieldset__legend--s" } },
  items: (["day", "month"] as const).map((part) => ({
    name: `${part}-unknown`,
    value: "yes",
    text: words[part][language],
    checked: values[`${part}-unknown`] === "yes",
  })),
})}`;
}

/** As the person would type it again. */
function typedOf(date: string | undefined): Typed {
  const [year = "", month = "", day = ""] = (date ?? "").split("-");
  const plain = (digits: string) => (digits === "" || digits === "00" ? "" : String(Number(digits)));
  return {
    "birth-day": plain(day),
    "birth-month": plain(month),
    "birth-year": year,
    ...(month === "00" ? { "month-unknown": "yes" } : day === "00" ? { "day-unknown": "yes" } : {}),
  };
}
