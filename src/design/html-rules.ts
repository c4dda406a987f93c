import type { ConfigData } from "html-validate";

/** What every page is held to, by html-validate. Each exception says why. */
export const htmlRules: ConfigData = {
  root: true,
  extends: ["html-validate:standard", "html-validate:recommended"],
  rules: {
    // About bytes, not about markup: a template leaves a blank line where it has nothing to say.
    "no-trailing-whitespace": "off",
    // GOV.UK Frontend's markup, which the fixtures hold us to: links that look like buttons, and banners.
    "prefer-native-element": ["error", { exclude: ["button", "region"] }],
    // Redundant on paper: without it JAWS does not read the description of a group of text fields.
    "no-redundant-role": "off",
    // Answers to one question share a name.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "submit"] }],
  },
};
