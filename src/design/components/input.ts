import { type Attributes, attributes, classList, type Html, html } from "../html.ts";
import { type Field, field } from "./field.ts";
import { type Extras, speaks, type Words, wordsOf } from "./parts.ts";

export type Affix = Words & Extras;
export type Input = Field &
  Extras & {
    type?: string | undefined;
    inputmode?: "numeric" | "decimal" | "tel" | "email" | "url" | "text" | undefined;
    value?: string | number | undefined;
    disabled?: boolean | undefined;
    prefix?: Affix | undefined;
    suffix?: Affix | undefined;
    autocomplete?: string | undefined;
    pattern?: string | undefined;
    spellcheck?: boolean | undefined;
    autocapitalize?: string | undefined;
    inputWrapper?: Extras | undefined;
  };

/** A field of one line. */
export const input = (params: Input): Html =>
  field(params, (id, describedBy) => {
    const { beforeInput, afterInput } = params.formGroup ?? {};
    const control = html`<input${attributes(ownAttributes(params, id, describedBy))}${attributes(params.attributes)}>`;
    return [beforeInput, params.prefix, params.suffix, afterInput].some(speaks)
      ? html`
  <div class="${classList("govuk-input__wrapper", params.inputWrapper?.classes)}"${attributes(params.inputWrapper?.attributes)}>
    ${wordsOf(beforeInput)}
    ${affix("prefix", params.prefix)}
    ${control}
    ${affix("suffix", params.suffix)}
    ${wordsOf(afterInput)}
  </div>`
      : control;
  });

const affix = (place: "prefix" | "suffix", words: Affix | undefined) =>
  speaks(words) &&
  html`<div class="${classList(`govuk-input__${place}`, words?.classes)}" aria-hidden="true"${attributes(words?.attributes)}>${wordsOf(words)}</div>`;

const ownAttributes = (params: Input, id: string, describedBy: string): Attributes => ({
  class: classList("govuk-input", params.classes, params.errorMessage && "govuk-input--error"),
  id,
  name: params.name,
  type: params.type || "text",
  spellcheck: optional(typeof params.spellcheck === "boolean" && String(params.spellcheck)),
  value: optional(params.value),
  disabled: optional(params.disabled),
  "aria-describedby": optional(describedBy || false),
  autocomplete: optional(params.autocomplete),
  autocapitalize: optional(params.autocapitalize),
  pattern: optional(params.pattern),
  inputmode: optional(params.inputmode),
});

const optional = (value: string | number | boolean | undefined) => ({ value, optional: true });
