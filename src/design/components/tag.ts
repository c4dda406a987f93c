import { attributes, classList, type Html, html } from "../html.ts";
import { type Extras, type Words, wordsOf } from "./parts.ts";

export type Tag = Words & Extras;

/** The state of something in one or two words. Colours are class names: `govuk-tag--green`, `--yellow`, `--red`, `--grey`. */
export const tag = (params: Tag): Html =>
  html`<strong class="${classList("govuk-tag", params.classes)}"${attributes(params.attributes)}>${wordsOf(params)}</strong>`;
