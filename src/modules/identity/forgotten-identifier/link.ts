import { type Html, html } from "../../../design/html.ts";
import type { Shell } from "../../../design/page.ts";

const words = {
  fr: "Je ne retrouve pas mon numéro ou mon identifiant",
  en: "I cannot find my number or my identifier",
};

/** The way for who does not know what to sign in with. Where people have cards with the institution's own number, none. */
export const forgottenIdentifierLink = ({ language, brand }: Pick<Shell, "language" | "brand">): Html =>
  brand.accounts?.numbers
    ? html``
    : html`<p class="govuk-body"><a class="govuk-link" href="/identifier-reminders/new">${words[language]}</a></p>`;
