import { swornStatement } from "../../law/access/sworn-statement.ts";
import type { Language, Sentence } from "../../law/language.ts";
import { checkboxes } from "../design/components/checkboxes.ts";
import { type Html, html } from "../design/html.ts";
import { errorFor, warning } from "../design/patterns.ts";
import { sha256 } from "../platform/crypto.ts";

const words = {
  fr: { checks: "Les vérifications", penalties: "En cas de fausse déclaration", sign: "Votre signature" },
  en: { checks: "The checks", penalties: "In case of a false declaration", sign: "Your signature" },
};

/** What an online declaration is worth and what a false one brings, told before signing (MC-11). */
export function swornReminder(language: Language): Html {
  const t = words[language];
  const { value, checks, mistake, penalties } = swornStatement;
  return html`${warning(language, { text: value[language] })}
<h2 class="govuk-heading-m">${t.checks}</h2>
<p class="govuk-body">${checks[language]}</p>
<p class="govuk-body">${mistake[language]}</p>
<h2 class="govuk-heading-m">${t.penalties}</h2>
<ul class="govuk-list govuk-list--bullet">${penalties.map(
    ({ says, articles }) =>
      html`<li>${says[language]} <span class="govuk-hint">(${articles[language]})</span></li>`,
  )}</ul>`;
}

/** The box that is the signature. */
export const signatureBox = (language: Language, error: string | undefined): Html =>
  checkboxes({
    idPrefix: "signed",
    name: "signed",
    fieldset: { legend: { text: words[language].sign, classes: "govuk-fieldset__legend--m" } },
    items: [{ value: "yes", text: swornStatement.signs[language] }],
    errorMessage: errorFor(language, error),
  });

/** The fingerprint of the text that was read before signing, in its language: it is kept with what was signed. */
export const swornDigest = (language: Language): Buffer =>
  sha256(
    JSON.stringify(swornStatement, (_key, value: unknown) =>
      typeof value === "object" && value !== null && "fr" in value ? (value as Sentence)[language] : value,
    ),
  );
