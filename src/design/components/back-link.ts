import { attributes, classList, type Html, html } from "../html.ts";
import { type Extras, speaks, type Words, wordsOf } from "./parts.ts";

export type BackLink = Words & Extras & { href?: string | undefined };

/** The way back to the page before, above the title of a question. */
export const backLink = (params: BackLink): Html =>
  html`<a href="${params.href || "#"}" class="${classList("govuk-back-link", params.classes)}"${attributes(params.attributes)}>${speaks(params) ? wordsOf(params) : "Back"}</a>`;
