import { type Attributes, attributes, classList, type Html, html, present } from "../html.ts";
import { type Field, field } from "./field.ts";
import { type Extras, wordsOf } from "./parts.ts";

export type Option = {
  text: string;
  /** Without a value, the text is what is sent. */
  value?: string | number | undefined;
  selected?: boolean | undefined;
  disabled?: boolean | undefined;
  attributes?: Attributes | undefined;
};
export type Select = Field &
  Extras & {
    items?: readonly (Option | false | null | undefined)[] | undefined;
    /** The option chosen when none says so itself. */
    value?: string | number | undefined;
    disabled?: boolean | undefined;
  };

/** A choice in a closed list. Prefer radios up to seven answers: everything shows at once. */
export const select = (params: Select): Html =>
  field(
    params,
    (id, describedBy) => html`${wordsOf(params.formGroup?.beforeInput)}
  <select class="${classList("govuk-select", params.classes, params.errorMessage && "govuk-select--error")}" id="${id}" name="${params.name}"${present({ disabled: params.disabled, "aria-describedby": describedBy })}${attributes(params.attributes)}>
    ${params.items?.map((item) => item && option(item, params.value))}
  </select>
  ${wordsOf(params.formGroup?.afterInput)}`,
  );

const option = (item: Option, chosen: string | number | undefined) => html`
    <option${attributes(item.value === undefined ? {} : { value: item.value })}${present({ selected: item.selected || (isChosen(item, chosen) && item.selected !== false), disabled: item.disabled })}${attributes(item.attributes)}>${item.text}</option>`;

const isChosen = (item: Option, chosen: string | number | undefined) =>
  Boolean(chosen) && String(item.value ?? item.text) === String(chosen);
