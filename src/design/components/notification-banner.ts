import { attributes, classList, filled, type Html, html } from "../html.ts";
import { autoFocus } from "./error-summary.ts";
import { type Extras, heading, type Words, wordsOf } from "./parts.ts";

export type NotificationBanner = Words &
  Extras & {
    titleText?: string | undefined;
    titleHtml?: Html | undefined;
    titleHeadingLevel?: number | string | undefined;
    /** Success is read out at once and takes the focus. */
    type?: "success" | undefined;
    role?: string | undefined;
    titleId?: string | undefined;
    disableAutoFocus?: boolean | undefined;
  };

/** Says that something went well, or something important that is not about the page itself. */
export const notificationBanner = (params: NotificationBanner): Html => {
  const success = params.type === "success";
  const titleId = params.titleId || "govuk-notification-banner-title";
  const title = filled(params.titleHtml)
    ? params.titleHtml
    : params.titleText || (success ? "Success" : "Important");
  return html`
<div class="${classList("govuk-notification-banner", success && "govuk-notification-banner--success", params.classes)}" role="${params.role || (success ? "alert" : "region")}" aria-labelledby="${titleId}" data-module="govuk-notification-banner"${attributes(autoFocus(params))}${attributes(params.attributes)}>
  <div class="govuk-notification-banner__header">${heading(params.titleHeadingLevel || 2, html` class="govuk-notification-banner__title" id="${titleId}"`, title)}</div>
  <div class="govuk-notification-banner__content">${filled(params.html) ? params.html : filled(params.text) && html`<p class="govuk-notification-banner__heading">${wordsOf(params)}</p>`}</div>
</div>`;
};
