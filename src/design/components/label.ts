import { attributes, classList, type Html, html, present } from "../html.ts";
import { type Extras, speaks, type Words, wordsOf } from "./parts.ts";

export type Label = Words & Extras & { for?: string | undefined; isPageHeading?: boolean | undefined };

/** The name of a field. Prints nothing without words. */
export const label = (params: Label | undefined): Html => {
  if (!params || !speaks(params)) return html``;
  const written = html`<label class="${classList("govuk-label", params.classes)}"${attributes(params.attributes)}${present({ for: params.for })}>${wordsOf(params)}</label>`;
  return params.isPageHeading ? html`<h1 class="govuk-label-wrapper">${written}</h1>` : written;
};
