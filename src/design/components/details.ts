import { attributes, classList, filled, type Html, html, present } from "../html.ts";
import { type Extras, type Words, wordsOf } from "./parts.ts";

export type Details = Words &
  Extras & {
    summaryText?: string | undefined;
    summaryHtml?: Html | undefined;
    id?: string | undefined;
    open?: boolean | undefined;
  };

/** Help that only some people need, opened on demand. */
export const details = (params: Details): Html => html`
<details${present({ id: params.id })} class="${classList("govuk-details", params.classes)}"${attributes(params.attributes)}${present({ open: params.open })}>
  <summary class="govuk-details__summary"><span class="govuk-details__summary-text">${filled(params.summaryHtml) ? params.summaryHtml : params.summaryText}</span></summary>
  <div class="govuk-details__text">${wordsOf(params)}</div>
</details>`;
