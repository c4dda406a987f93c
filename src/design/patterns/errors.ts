import type { Language, Sentence } from "../../../law/language.ts";
import type { ErrorMessage } from "../components/error-message.ts";
import { type ErrorSummary, errorSummary } from "../components/error-summary.ts";
import { type Html, html } from "../html.ts";

/** What is wrong, by the id of the field it is about. For a date the id is that of its first wrong box: `birth-day`. */
export type Errors = Readonly<Record<string, string | undefined>>;

const words = {
  title: { fr: "Il y a quelque chose à corriger", en: "There is something to correct" },
  error: { fr: "Erreur", en: "Error" },
} satisfies Record<string, Sentence>;

/** The list of what is wrong, each line leading to its field; nothing when all is right (A11Y-02). Give the page `errors: true` with it. */
export const errorSummaryFrom = (
  language: Language,
  errors: Errors,
  options: Pick<ErrorSummary, "disableAutoFocus"> = {},
): Html => {
  const wrong = Object.entries(errors).filter(([, message]) => message);
  return wrong.length === 0
    ? html``
    : errorSummary({
        ...options,
        titleText: words.title[language],
        errorList: wrong.map(([id, text]) => ({ text, href: `#${id}` })),
      });
};

/** The error of one field in the language of the page, ready for the option `errorMessage` of its component. */
export const errorFor = (language: Language, message: string | undefined): ErrorMessage | undefined =>
  message ? { text: message, visuallyHiddenText: words.error[language] } : undefined;
