import { attributes, classList, filled, type Html, html } from "../html.ts";
import { type Extras, type Words, wordsOf } from "./parts.ts";

export type ErrorLine = Words & { href?: string | undefined; attributes?: Extras["attributes"] };
export type ErrorSummary = Extras & {
  titleText?: string | undefined;
  titleHtml?: Html | undefined;
  descriptionText?: string | undefined;
  descriptionHtml?: Html | undefined;
  errorList?: readonly ErrorLine[] | undefined;
  disableAutoFocus?: boolean | undefined;
};

/** All that is wrong with the form, at the top of the page, each line leading to its field (A11Y-02). */
export const errorSummary = (params: ErrorSummary): Html => {
  const description = filled(params.descriptionHtml) ? params.descriptionHtml : params.descriptionText;
  return html`
<div class="${classList("govuk-error-summary", params.classes)}"${attributes(autoFocus(params))}${attributes(params.attributes)} data-module="govuk-error-summary">
  <div role="alert">
    <h2 class="govuk-error-summary__title">${filled(params.titleHtml) ? params.titleHtml : params.titleText}</h2>
    <div class="govuk-error-summary__body">
      ${filled(description) && html`<p>${description}</p>`}
      ${params.errorList?.length ? html`<ul class="govuk-list govuk-error-summary__list">${params.errorList.map(line)}</ul>` : undefined}
    </div>
  </div>
</div>`;
};

const line = (item: ErrorLine) =>
  html`<li>${item.href ? html`<a href="${item.href}"${attributes(item.attributes)}>${wordsOf(item)}</a>` : wordsOf(item)}</li>`;

/** Shared with the notification banner: only written when the page decides. */
export const autoFocus = (params: { disableAutoFocus?: boolean | undefined }) =>
  params.disableAutoFocus === undefined ? undefined : { "data-disable-auto-focus": params.disableAutoFocus };
