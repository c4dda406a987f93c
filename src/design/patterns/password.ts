import { type PasswordPolicy, passwordRules } from "../../../law/credentials/password.ts";
import type { Language, Sentence } from "../../../law/language.ts";
import { type PasswordInput, passwordInput } from "../components/password-input.ts";
import { classList, type Html, html } from "../html.ts";

const words = {
  show: { fr: "Afficher", en: "Show" },
  hide: { fr: "Masquer", en: "Hide" },
  showLabel: { fr: "Afficher le mot de passe", en: "Show password" },
  hideLabel: { fr: "Masquer le mot de passe", en: "Hide password" },
  shown: { fr: "Votre mot de passe est visible", en: "Your password is visible" },
  hidden: { fr: "Votre mot de passe est masqué", en: "Your password is hidden" },
  rules: { fr: "Votre mot de passe doit comporter :", en: "Your password must have:" },
  met: { fr: "rempli", en: "met" },
  count: { fr: "{met} règles remplies sur {all}", en: "{met} rules met out of {all}" },
} satisfies Record<string, Sentence>;

/**
 * A password field in the language of the page. For a new password give `autocomplete: "new-password"` and, beside the field,
 * `passwordRulesList`: the field then is described by the list.
 */
export const passwordField = (language: Language, params: PasswordInput): Html => {
  const isNew = params.autocomplete === "new-password";
  return passwordInput({
    ...params,
    describedBy: classList(params.describedBy, isNew && rulesId(params.id || params.name)),
    showPasswordText: words.show[language],
    hidePasswordText: words.hide[language],
    showPasswordAriaLabelText: words.showLabel[language],
    hidePasswordAriaLabelText: words.hideLabel[language],
    passwordShownAnnouncementText: words.shown[language],
    passwordHiddenAnnouncementText: words.hidden[language],
  });
};

/** The rules of the institution's policy, ticked by the script as the person types into the field `fieldId` (CP-04, CN-06). */
export const passwordRulesList = (language: Language, policy: PasswordPolicy, fieldId: string): Html => html`
<div>
  <div id="${rulesId(fieldId)}">
    <p class="govuk-body">${words.rules[language]}</p>
    <ul class="foyer-rules" data-password-rules="${fieldId}" data-met="${words.met[language]}" data-count="${words.count[language]}">
      ${passwordRules(policy).map(
        (rule) => html`
      <li class="foyer-rules__rule" data-rule="${rule.id}">${rule.says[language]}<span class="govuk-visually-hidden" data-rule-state></span></li>`,
      )}
    </ul>
  </div>
  <p class="govuk-visually-hidden" role="status" data-password-rules-status="${fieldId}"></p>
</div>`;

const rulesId = (fieldId: string) => `${fieldId}-rules`;
