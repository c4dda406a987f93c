import { type Html, html } from "../../../design/html.ts";
import type { Shell } from "../../../design/page.ts";

const words = {
  fr: "Je n’ai plus l’adresse mail ni le mobile de mon compte",
  en: "I no longer have the mail address or the mobile of my account",
};

/** The way for who cannot receive a code, where people look for theirs. */
export const lostContactLink = ({ language }: Pick<Shell, "language">): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="/lost-contacts/new">${words[language]}</a></p>`;
