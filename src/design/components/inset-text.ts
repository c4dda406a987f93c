import { attributes, classList, type Html, html, present } from "../html.ts";
import { type Extras, type Words, wordsOf } from "./parts.ts";

export type InsetText = Words & Extras & { id?: string | undefined };

/** A few words set apart from the text around them. */
export const insetText = (params: InsetText): Html =>
  html`<div${present({ id: params.id })} class="${classList("govuk-inset-text", params.classes)}"${attributes(params.attributes)}>${wordsOf(params)}</div>`;
