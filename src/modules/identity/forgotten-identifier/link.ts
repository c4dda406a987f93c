import { type Html, html } from "../../../design/html.ts";
import type { Shell } from "../../../design/page.ts";

const words = {
  fr: "Je ne retrouve pas mon numéro ou mon identifiant",
  en: "I cannot find my number or my identifier",
};

/** The way for who does not know what to sign in with. */
export const forgottenIdentifierLink = ({ language }: Pick<Shell, "language">): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="/identifier-reminders/new">${words[language]}</a></p>`;
