import { Button } from "govuk-frontend/dist/govuk/components/button/button.mjs";
import { CharacterCount } from "govuk-frontend/dist/govuk/components/character-count/character-count.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { NotificationBanner } from "govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs";
import { PasswordInput } from "govuk-frontend/dist/govuk/components/password-input/password-input.mjs";
import { SkipLink } from "govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs";

const components = {
  "govuk-button": Button,
  "govuk-character-count": CharacterCount,
  "govuk-error-summary": ErrorSummary,
  "govuk-notification-banner": NotificationBanner,
  "govuk-password-input": PasswordInput,
  "govuk-skip-link": SkipLink,
};

/** Starts the components of GOV.UK Frontend that are on the page; one that fails leaves the others alone. */
export const govuk = (): void => {
  document.body.classList.add("js-enabled", "govuk-frontend-supported");
  for (const [name, Component] of Object.entries(components))
    for (const element of document.querySelectorAll(`[data-module="${name}"]`)) {
      try {
        new Component(element);
      } catch (fault) {
        console.error(fault);
      }
    }
};
