import type { Language } from "../../../../law/language.ts";
import { type Html, html } from "../../../design/html.ts";

const words = {
  fr: {
    text: ["S’identifier avec", "FranceConnect"],
    what: "Qu’est-ce que FranceConnect ?",
  },
  en: {
    text: ["Sign in with", "FranceConnect"],
    what: "What is FranceConnect?",
  },
};

/** Where the State explains FranceConnect. */
const explained = "https://franceconnect.gouv.fr/";

/** The way to FranceConnect, in its words, with our own drawing. `href` is where the request begins: a link, not a form. */
export function franceConnectButton(language: Language, href: string): Html {
  const { text, what } = words[language];
  const [first, second] = text;
  return html`<div class="foyer-franceconnect">
  <a class="foyer-franceconnect__button" href="${href}" draggable="false">${links}<span>${first} <strong>${second}</strong></span></a>
  <p class="foyer-franceconnect__what"><a class="govuk-link" href="${explained}">${what}</a></p>
</div>`;
}

/** Two rings that hold each other: our drawing, nobody’s logo. */
const links = html`<svg class="foyer-franceconnect__links" viewBox="0 0 40 40" width="36" height="36" aria-hidden="true" focusable="false"><path fill="none" stroke="currentColor" stroke-width="3.5" stroke-linecap="round" d="M17 26.5 13.9 29.6a6.6 6.6 0 0 1-9.4-9.4l6.2-6.2a6.6 6.6 0 0 1 9.4 0M23 13.5l3.1-3.1a6.6 6.6 0 0 1 9.4 9.4l-6.2 6.2a6.6 6.6 0 0 1-9.4 0"/></svg>`;

/** Where a sign-in by FranceConnect begins, to come back to `next`; with another account than the one left open there. */
export const franceConnectPath = (next: string, { another = false } = {}): string =>
  `/franceconnect/authorizations/new?${new URLSearchParams({ next, ...(another && { another: "1" }) })}`;
