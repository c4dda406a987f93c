import { attributes, classList, type Html, html } from "../html.ts";
import { type Extras, type Words, wordsOf } from "./parts.ts";

export type SkipLink = Words & Extras & { href?: string | undefined };

/** The first thing the keyboard meets: straight to the content. */
export const skipLink = (params: SkipLink): Html =>
  html`<a href="${params.href || "#content"}" class="${classList("govuk-skip-link", params.classes)}"${attributes(params.attributes)} data-module="govuk-skip-link">${wordsOf(params)}</a>`;
