import { attributes, classList, filled, type Html, html, type Piece, present } from "../html.ts";
import type { FieldGroup } from "./field.ts";
import { type Hint, hint } from "./hint.ts";
import { label } from "./label.ts";
import { type Extras, speaks, type Words, wordsOf } from "./parts.ts";

/** One answer to tick, or a `divider` ("or") between two. */
export type Choice = Words & {
  id?: string | undefined;
  value?: string | number | undefined;
  label?: Extras | undefined;
  hint?: Hint | undefined;
  divider?: string | undefined;
  checked?: boolean | undefined;
  /** Shown under the answer when it is chosen. */
  conditional?: { html?: Html | undefined } | false | undefined;
  disabled?: boolean | undefined;
  attributes?: Extras["attributes"];
};

export type Choices<Item extends Choice> = FieldGroup &
  Extras & {
    name: string;
    /** Starts the ids of the answers; the name when left out. */
    idPrefix?: string | undefined;
    items: readonly (Item | false | null | undefined)[];
  };

/** The list of answers, without its frame. */
export const choiceList = <Item extends Choice>(
  kind: "checkboxes" | "radios",
  params: Choices<Item>,
  one: (item: Item) => {
    name: string;
    checked: boolean;
    describedBy?: string | undefined;
    behaviour?: string | undefined;
  },
): Html => html`
  <div class="${classList(`govuk-${kind}`, params.classes)}"${attributes(params.attributes)} data-module="govuk-${kind}">
    ${wordsOf(params.formGroup?.beforeInputs)}
    ${params.items.map((item, index) => item && choice(kind, item, idOf(params, item, index), one(item)))}
    ${wordsOf(params.formGroup?.afterInputs)}
  </div>`;

/** The first answer has no number, so that the error summary can point at it. */
const idOf = <Item extends Choice>(params: Choices<Item>, item: Item, index: number) =>
  item.id || `${params.idPrefix || params.name}${index > 0 ? `-${index + 1}` : ""}`;

const choice = (
  kind: "checkboxes" | "radios",
  item: Choice,
  id: string,
  own: { name: string; checked: boolean; describedBy?: string | undefined; behaviour?: string | undefined },
): Piece => {
  if (item.divider) return html`<div class="govuk-${kind}__divider">${item.divider}</div>`;
  const more = item.conditional && filled(item.conditional.html) && item.conditional.html;
  const helped = speaks(item.hint);
  return html`
    <div class="govuk-${kind}__item">
      <input class="govuk-${kind}__input" id="${id}" name="${own.name}" type="${kind === "radios" ? "radio" : "checkbox"}" value="${item.value}"${present(
        {
          checked: own.checked,
          disabled: item.disabled,
          "data-aria-controls": more && `conditional-${id}`,
          "data-behaviour": own.behaviour,
          "aria-describedby": classList(own.describedBy, helped && `${id}-item-hint`),
        },
      )}${attributes(item.attributes)}>
      ${label({ ...item.label, text: item.text, html: item.html, classes: classList(`govuk-${kind}__label`, item.label?.classes), for: id })}
      ${helped && hint({ ...item.hint, id: `${id}-item-hint`, classes: classList(`govuk-${kind}__hint`, item.hint?.classes) })}
    </div>
    ${more && html`<div class="${classList(`govuk-${kind}__conditional`, !own.checked && `govuk-${kind}__conditional--hidden`)}" id="conditional-${id}">${more}</div>`}`;
};
