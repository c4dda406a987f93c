import { attributes, classList, type Html, html, present } from "../html.ts";
import { type Extras, speaks, type Words, wordsOf } from "./parts.ts";

export type Legend = Words & { classes?: string | undefined; isPageHeading?: boolean | undefined };
export type Fieldset = Extras & {
  describedBy?: string | undefined;
  legend?: Legend | undefined;
  role?: string | undefined;
  html?: Html | undefined;
};

/** Fields that answer one question together, under one legend. */
export const fieldset = (params: Fieldset): Html => html`
<fieldset class="${classList("govuk-fieldset", params.classes)}"${present({ role: params.role, "aria-describedby": params.describedBy })}${attributes(params.attributes)}>
  ${params.legend && speaks(params.legend) && legend(params.legend)}
  ${params.html}
</fieldset>`;

const legend = (params: Legend) => html`
  <legend class="${classList("govuk-fieldset__legend", params.classes)}">
    ${params.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${wordsOf(params)}</h1>` : wordsOf(params)}
  </legend>`;
