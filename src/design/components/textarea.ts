import { attributes, classList, type Html, html, present } from "../html.ts";
import { type Field, field } from "./field.ts";
import { type Extras, wordsOf } from "./parts.ts";

export type Textarea = Field &
  Extras & {
    rows?: number | string | undefined;
    value?: string | undefined;
    disabled?: boolean | undefined;
    spellcheck?: boolean | undefined;
    autocomplete?: string | undefined;
  };

/** A field of several lines. Browsers drop one line break right after the opening tag, so one is given to spare a typed one. */
export const textarea = (params: Textarea): Html =>
  field(
    params,
    (id, describedBy) => html`${wordsOf(params.formGroup?.beforeInput)}
  <textarea class="${classList("govuk-textarea", params.errorMessage && "govuk-textarea--error", params.classes)}" id="${id}" name="${params.name}" rows="${params.rows || 5}"${present(
    {
      spellcheck: typeof params.spellcheck === "boolean" && String(params.spellcheck),
      disabled: params.disabled,
      "aria-describedby": describedBy,
      autocomplete: params.autocomplete,
    },
  )}${attributes(params.attributes)}>
${params.value}</textarea>
  ${wordsOf(params.formGroup?.afterInput)}`,
  );
