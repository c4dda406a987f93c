import { attributes, classList, type Html, html } from "../html.ts";
import { type Extras, type Words, wordsOf } from "./parts.ts";

export type WarningText = Words &
  Extras & {
    /** Read out before the text; give it in the language of the page. */
    iconFallbackText?: string | undefined;
  };

/** Something that has serious consequences if it is missed. */
export const warningText = (params: WarningText): Html => html`
<div class="${classList("govuk-warning-text", params.classes)}"${attributes(params.attributes)}>
  <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
  <strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">${params.iconFallbackText || "Warning"}</span> ${wordsOf(params)}</strong>
</div>`;
