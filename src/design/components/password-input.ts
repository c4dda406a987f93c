import { classList, type Html, html } from "../html.ts";
import { button } from "./button.ts";
import type { Field } from "./field.ts";
import { input } from "./input.ts";
import { type Extras, scriptWords, wordsOf } from "./parts.ts";

export type PasswordInput = Field &
  Extras & {
    value?: string | undefined;
    disabled?: boolean | undefined;
    autocomplete?: string | undefined;
    showPasswordText?: string | undefined;
    hidePasswordText?: string | undefined;
    showPasswordAriaLabelText?: string | undefined;
    hidePasswordAriaLabelText?: string | undefined;
    passwordShownAnnouncementText?: string | undefined;
    passwordHiddenAnnouncementText?: string | undefined;
    button?: { classes?: string | undefined } | undefined;
  };

/** A password field that can be shown, pasted into and filled by a password manager (A11Y-03). Pages use `passwordField`, which speaks their language. */
export const passwordInput = (params: PasswordInput): Html =>
  input({
    ...params,
    formGroup: {
      classes: classList("govuk-password-input", params.formGroup?.classes),
      attributes: {
        "data-module": "govuk-password-input",
        ...scriptWords({
          "show-password": params.showPasswordText,
          "hide-password": params.hidePasswordText,
          "show-password-aria-label": params.showPasswordAriaLabelText,
          "hide-password-aria-label": params.hidePasswordAriaLabelText,
          "password-shown-announcement": params.passwordShownAnnouncementText,
          "password-hidden-announcement": params.passwordHiddenAnnouncementText,
        }),
        ...params.formGroup?.attributes,
      },
      beforeInput: params.formGroup?.beforeInput,
      afterInput: { html: html`${showButton(params)}${wordsOf(params.formGroup?.afterInput)}` },
    },
    inputWrapper: { classes: "govuk-password-input__wrapper" },
    classes: classList("govuk-password-input__input govuk-js-password-input-input", params.classes),
    type: "password",
    spellcheck: false,
    autocapitalize: "none",
    autocomplete: params.autocomplete || "current-password",
  });

const showButton = (params: PasswordInput) =>
  button({
    type: "button",
    classes: classList(
      "govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle",
      params.button?.classes,
    ),
    text: params.showPasswordText ?? "Show",
    attributes: {
      "aria-controls": params.id || params.name,
      "aria-label": params.showPasswordAriaLabelText ?? "Show password",
      hidden: { value: true, optional: true },
    },
  });
