import { attributes, classList, type Html, html, present } from "../html.ts";
import { type Extras, type Words, wordsOf } from "./parts.ts";

export type ErrorMessage = Words &
  Extras & {
    id?: string | undefined;
    /** Read out before the message; give it in the language of the page. False leaves it out. */
    visuallyHiddenText?: string | false | undefined;
  };

/** What is wrong with one field and how to put it right. */
export const errorMessage = (params: ErrorMessage): Html => {
  const before = params.visuallyHiddenText ?? "Error";
  return html`<p${present({ id: params.id })} class="${classList("govuk-error-message", params.classes)}"${attributes(params.attributes)}>${before && html`<span class="govuk-visually-hidden">${before}:</span> `}${wordsOf(params)}</p>`;
};
