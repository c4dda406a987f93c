import { attributes, classList, filled, type Html, html, present } from "../html.ts";
import { type Extras, type Words, wordsOf } from "./parts.ts";

export type Button = Words &
  Extras & {
    id?: string | undefined;
    type?: "submit" | "button" | "reset" | undefined;
    name?: string | undefined;
    value?: string | undefined;
    disabled?: boolean | undefined;
    /** With an address, the button is a link that looks like a button. */
    href?: string | undefined;
    /** A second click within one second is ignored. */
    preventDoubleClick?: boolean | undefined;
    isStartButton?: boolean | undefined;
  };

/** A button that sends a form, or a link that looks like one when `href` is given. */
export const button = (params: Button): Html => {
  const common = html` class="${classList("govuk-button", params.classes, params.isStartButton && "govuk-button--start")}" data-module="govuk-button"${attributes(params.attributes)}${present({ id: params.id })}`;
  const words =
    params.isStartButton && filled(params.html) ? html`<span>${params.html}</span>` : wordsOf(params);
  const icon = params.isStartButton && startIcon;
  return params.href
    ? html`<a href="${params.href}" role="button" draggable="false"${common}>${words}${icon}</a>`
    : html`<button type="${params.type || "submit"}"${present({ value: params.value, name: params.name, disabled: params.disabled, "aria-disabled": params.disabled && "true" })}${attributes(doubleClick(params))}${common}>${words}${icon}</button>`;
};

const doubleClick = (params: Button) =>
  params.preventDoubleClick === undefined
    ? undefined
    : { "data-prevent-double-click": params.preventDoubleClick };

const startIcon = html`<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>`;
