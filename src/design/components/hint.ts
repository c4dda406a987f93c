import { attributes, classList, type Html, html, present } from "../html.ts";
import { type Extras, type Words, wordsOf } from "./parts.ts";

export type Hint = Words & Extras & { id?: string | undefined };

/** Help that stands under a label and is read out with it. */
export const hint = (params: Hint): Html =>
  html`<div${present({ id: params.id })} class="${classList("govuk-hint", params.classes)}"${attributes(params.attributes)}>${wordsOf(params)}</div>`;
