import { classList, type Html, html } from "../html.ts";
import { hint } from "./hint.ts";
import { type Plurals, scriptWords, wordsOf } from "./parts.ts";
import { type Textarea, textarea } from "./textarea.ts";

export type CharacterCount = Textarea & {
  maxlength?: number | string | undefined;
  /** Counts words instead of characters. */
  maxwords?: number | string | undefined;
  /** Per cent of the limit from which the count shows. */
  threshold?: number | string | undefined;
  countType?: "characters" | "words" | "length" | undefined;
  countMessage?: { classes?: string | undefined } | undefined;
  /** Says the limit before any script runs; `%{count}` is the limit. */
  textareaDescriptionText?: string | undefined;
  charactersUnderLimitText?: Plurals | undefined;
  charactersAtLimitText?: string | undefined;
  charactersOverLimitText?: Plurals | undefined;
  wordsUnderLimitText?: Plurals | undefined;
  wordsAtLimitText?: string | undefined;
  wordsOverLimitText?: Plurals | undefined;
};

/** A field of several lines that says how much room is left. Pages use `longText`, which speaks their language. */
export const characterCount = (params: CharacterCount): Html => {
  const id = params.id || params.name;
  const countType = params.countType || (params.maxwords ? "words" : undefined);
  const limit = params.maxwords || params.maxlength;
  const limitText =
    params.textareaDescriptionText ||
    `You can enter up to %{count} ${countType === "words" ? "words" : "characters"}`;
  const info = hint({
    text: limit ? limitText.replace("%{count}", String(limit)) : "",
    id: `${id}-info`,
    classes: classList("govuk-character-count__message", params.countMessage?.classes),
  });
  return textarea({
    ...params,
    id,
    disabled: undefined,
    autocomplete: undefined,
    describedBy: `${id}-info`,
    classes: classList("govuk-js-character-count", params.classes),
    formGroup: {
      classes: classList("govuk-character-count", params.formGroup?.classes),
      attributes: {
        "data-module": "govuk-character-count",
        "data-maxlength": { value: params.maxlength, optional: true },
        "data-maxwords": { value: params.maxwords, optional: true },
        "data-threshold": { value: params.threshold, optional: true },
        "data-count-type": { value: countType, optional: true },
        ...scriptWords({
          "textarea-description":
            !limit && params.textareaDescriptionText ? { other: params.textareaDescriptionText } : undefined,
          "characters-under-limit": params.charactersUnderLimitText,
          "characters-at-limit": params.charactersAtLimitText,
          "characters-over-limit": params.charactersOverLimitText,
          "words-under-limit": params.wordsUnderLimitText,
          "words-at-limit": params.wordsAtLimitText,
          "words-over-limit": params.wordsOverLimitText,
        }),
        ...params.formGroup?.attributes,
      },
      beforeInput: params.formGroup?.beforeInput,
      afterInput: { html: html`${info}${wordsOf(params.formGroup?.afterInput)}` },
    },
  });
};
